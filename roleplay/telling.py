"""A finished card in a model's words, and a second reader's notes. Both are checked by code, and neither is counted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from roleplay import coach, templates
from roleplay.coach.told import QUESTIONS, Note, checked, notes
from roleplay.errors import EmptyAnswer, KeyMissing
from roleplay.inert import one_line
from roleplay.llm import Endpoint, Message
from roleplay.model import Call, Scorecard
from roleplay.persona import Persona
from roleplay.prospect import gate
from roleplay.prospect.guard_text import aloud
from roleplay.settings import ModelSettings

MAX_TOKENS = 1200
"""Room for a model that thinks first."""
ENOUGH = 20_000
"""Letters after which an answer, thoughts included, is not listened to any longer."""
HOW_TO = "No model is connected. `roleplay connect` finds one, and so does c in the lobby; the card needs none."


@dataclass(frozen=True, slots=True)
class Telling:
    """What a model made of a card so far: its words, the notes, what was struck or dropped, and the tokens used."""

    text: str = ""
    struck: int = 0
    notes: tuple[Note, ...] = ()
    dropped: int = 0
    read: bool = False
    tokens_in: int = 0
    tokens_out: int = 0


Show = Callable[[Telling], None]


def card_text(card: Scorecard, call: Call, persona: Persona) -> str:
    """The card as the model gets it: without the lines to try, which nobody said."""
    bare = replace(card, findings=tuple(replace(item, better="") for item in card.findings))
    return _unforged(coach.text(bare, call, persona))


async def tell(voice: ModelSettings, card: Scorecard, call: Call, persona: Persona, show: Show) -> Telling:
    """Ask for the debrief, then for the notes; `show` gets what may be shown as it comes.

    Raises VoiceError: KeyMissing where no model is connected, else what the endpoint failed at. What was shown stands.
    """
    if not voice.model:
        raise KeyMissing(HOW_TO)
    endpoint, told = Endpoint(voice), Telling()
    text = card_text(card, call, persona)

    def worded(raw: str, *, done: bool) -> Telling:
        found = checked(aloud(raw), call, text, done=done)
        return replace(told, text=found.text, struck=found.struck)

    raw = await _ask(endpoint, _message("debrief.j2", card=text), lambda raw: show(worded(raw, done=False)))
    told = _spent(worded(raw, done=True), endpoint)
    if not told.text:
        raise EmptyAnswer(f"{voice.model} answered with nothing that can be shown. The card stands as it is.")
    show(told)
    first = told

    def noted(raw: str) -> Telling:
        found, dropped = notes(aloud(raw), call)
        return replace(first, notes=tuple(found), dropped=dropped)

    whole = await _ask(
        endpoint, _message("notes.j2", questions=QUESTIONS, lines=_lines(call, persona)),
        lambda raw: show(noted(raw.rpartition("\n")[0])),
    )  # fmt: skip
    told = _spent(replace(noted(whole), read=True), endpoint)
    show(told)
    return told


async def _ask(endpoint: Endpoint, message: Message, heard: Callable[[str], None]) -> str:
    raw = ""
    async with aclosing(endpoint.stream([message], MAX_TOKENS)) as pieces:
        async for piece in pieces:
            raw += piece
            if any(mark in raw[-len(piece) - 3 :] for mark in ".!?\n"):  # a sentence is whole once more has come
                heard(raw)
            if len(raw) > ENOUGH:
                break
    return raw


def _spent(told: Telling, endpoint: Endpoint) -> Telling:
    return replace(
        told, tokens_in=told.tokens_in + endpoint.tokens_in, tokens_out=told.tokens_out + endpoint.tokens_out
    )


def _message(name: str, **variables: object) -> Message:
    return {"role": "user", "content": templates.prompt(f"coach/{name}", **variables)}


def _lines(call: Call, persona: Persona) -> list[str]:
    """The call, one line a message, none of which can pass for the end of the record."""
    found = [f"{gate.speaker(persona)}: {one_line(call.opening)}"]
    for turn in call.turns:
        found.append(f"Rep, turn {turn.number}: {one_line(turn.said)}")
        found.append(f"{gate.speaker(persona, turn.cue)}: {one_line(turn.reply)}")
    return [_unforged(line) for line in found]


def _unforged(text: str) -> str:
    """Text in which no row of dashes can end the record early."""
    while "---" in text:
        text = text.replace("---", "--")
    return text
