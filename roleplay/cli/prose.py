"""A call as plain text, for people: no colour, no cursor movement, reads well aloud."""

from __future__ import annotations

import textwrap

from roleplay import coach
from roleplay.cli.parts import write
from roleplay.inert import one_line
from roleplay.model import Mode, Scorecard, Turn
from roleplay.prospect import gate
from roleplay.session import Session

WIDTH = 80


class Prose:
    """Writes the prospect's lines; in practice mode also what each message did."""

    def __init__(self, mode: Mode) -> None:
        self.mode = mode

    def began(self, session: Session) -> None:
        """Who is on the line, and how they pick up."""
        who, setup = session.persona, session.call.setup
        self.note(f"{who.name}, {who.role}, {who.company}. Level {setup.level}, {setup.mode}, seed {setup.seed}.")
        self.note(f"You sell {session.offer.what}. {who.reason}")
        self._says(gate.speaker(who), session.call.opening)

    def turn(self, session: Session, turn: Turn) -> None:
        """The reply, and in practice mode the badge."""
        if self.mode is Mode.PRACTICE:
            self.note(coach.badge(turn))
        self._says(gate.speaker(session.persona, turn.cue), turn.reply)

    def _says(self, name: str, reply: str) -> None:
        write(textwrap.fill(f"{name}: {one_line(reply)}", WIDTH, subsequent_indent="    "))

    def note(self, text: str) -> None:
        """A remark in brackets."""
        write(textwrap.fill(f"[{one_line(text)}]", WIDTH, subsequent_indent=" "))

    def ended(self, session: Session, card: Scorecard) -> None:
        """The scorecard."""
        write("")
        write(coach.text(card, session.call, session.persona))
