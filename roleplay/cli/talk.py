"""A call on stdin and stdout, for pipes, tests and screen readers."""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import suppress
from typing import Protocol

from roleplay import coach, settings
from roleplay.cli import parts
from roleplay.cli.events import JsonEvents
from roleplay.cli.prose import Prose
from roleplay.errors import StoreError, VoiceError
from roleplay.inert import message
from roleplay.model import Mode, Scorecard, Turn
from roleplay.persona import Persona, find, load_all
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.voices import actor_for, keep_dropped
from roleplay.session import Nowhere, Session, new_seed
from roleplay.store import Store

HELP = (
    "/end ends the call, /hint helps in three steps (practice), /rewind takes back a turn, /help shows this; "
    "all else is said."
)


class Out(Protocol):
    """How a call is written down as it goes."""

    def began(self, session: Session) -> None:
        """The prospect picked up."""

    def turn(self, session: Session, turn: Turn) -> None:
        """A turn was taken."""

    def note(self, text: str) -> None:
        """Something that is no part of the talk."""

    def ended(self, session: Session, card: Scorecard) -> None:
        """The call is over and scored."""


def talk(options: argparse.Namespace) -> int:
    """`roleplay talk PERSONA`."""
    persona = find(options.persona)
    seed = new_seed() if options.seed is None else options.seed
    out: Out = JsonEvents() if options.json else Prose(Mode(options.mode))
    return _talk(persona, options.level or persona.level, seed, Mode(options.mode), out)


def talk_without_terminal() -> int:
    """`roleplay` where there is no terminal: a practice call with the easiest prospect."""
    good, _ = load_all()
    persona = good[0]
    parts.write(
        f"No terminal here, so this is a call on plain text with {persona.name}. One line is one message; {HELP}"
    )
    return _talk(persona, persona.level, new_seed(), Mode.PRACTICE, Prose(Mode.PRACTICE))


def _talk(persona: Persona, level: int, seed: int, mode: Mode, out: Out) -> int:
    store, voice = parts.open_store(), settings.load().voice
    actor = actor_for(voice)
    session = Session.start(persona, level=level, seed=seed, mode=mode, actor=actor, keeper=store)
    out.began(session)
    with asyncio.Runner() as runner:
        for line in parts.read_lines():
            if line.strip() == "/end":
                break
            if not _command(line.strip(), session, out) and (text := message(line)):
                out.turn(session, runner.run(_say(session, text, out)))
            if session.over:
                break
    _finish(session, store, out)
    keep_dropped(voice, actor)
    return 0


def _command(line: str, session: Session, out: Out) -> bool:
    """Do what a line beginning with a slash asks, if it is a command; a command never costs a turn."""
    match line:
        case "/help":
            out.note(HELP)
        case "/hint" if session.call.setup.mode is Mode.PRACTICE:
            out.note(session.hint())
        case "/rewind" if session.call.turns and session.call.setup.mode is Mode.PRACTICE:
            out.note(f"Taken back: {session.rewind(len(session.call.turns))}")
        case "/hint" | "/rewind":
            practice = session.call.setup.mode is Mode.PRACTICE
            out.note("Nothing to take back yet." if practice else "Hints and rewind are for practice mode.")
        case _:
            return False
    return True


async def _say(session: Session, text: str, out: Out) -> Turn:
    """Take the turn; where the model or the database fails, say so and go on without it, with the same words."""
    while True:
        try:
            return await session.say(text)
        except VoiceError as error:
            out.note(f"{error} Going on with the built-in prospect.")
            session.actor = BuiltIn()
        except StoreError as error:
            out.note(f"{error} Going on; from here the call is not kept.")
            session.keeper = Nowhere()


def _finish(session: Session, store: Store, out: Out) -> None:
    with suppress(StoreError):  # told with the card, which comes to grief the same way
        session.end()
    card = coach.review(session.call, session.persona)
    try:
        store.cards.keep(session.call.id, card)
    except StoreError as error:
        out.note(f"{error} The card is shown, and not kept.")
    store.close()
    out.ended(session, card)
    sys.stdout.flush()
