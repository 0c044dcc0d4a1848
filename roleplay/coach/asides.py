"""What stands beside the score and never moves it: the score as the rep meant it, and the hints that were looked at."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.coach.card import review
from roleplay.coach.wording import MOVES
from roleplay.model import Call, Move, Scorecard, Turn
from roleplay.persona import Persona

STEPS = ("a nudge", "the kind of move", "a line")
"""The three steps of a hint."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A message the rep says was read wrongly: what it was read as, what was meant, and the line it answered."""

    turn: int
    text: str
    prev: str
    read: Move
    label: Move

    def __str__(self) -> str:
        """Both readings in words."""
        return f"turn {self.turn} read as {MOVES[self.read]}, meant as {MOVES[self.label]}"


def contested(call: Call) -> list[Meant]:
    """The contested messages of a call, in its order."""
    prevs = [call.opening, *(turn.reply for turn in call.turns)]
    return [
        Meant(turn.number, turn.said, prevs[turn.number - 1], turn.reading.lead, meant)
        for turn in call.turns
        if (meant := _meant(turn))
    ]


def _meant(turn: Turn) -> Move | None:
    return turn.contested if turn.contested is not turn.reading.lead else None


def meant(call: Call, persona: Persona) -> float | None:
    """The total if every contested message is taken as the rep meant it; None where that cannot be said."""
    return review(call, persona, contested=True).total


def both_ways(card: Scorecard, call: Call, persona: Persona) -> str:
    """The score as read and as meant, and which counts; "" where nothing is contested."""
    found = contested(call)
    if not found:
        return ""
    scores = f"As read {_shown(card.total)} · as you meant it {_shown(meant(call, persona))}"
    return f"{scores} ({'; '.join(map(str, found))}). The one as read counts."


def _shown(total: float | None) -> str:
    return "no score" if total is None else f"{total:.0f}"


def hinted(call: Call) -> str:
    """Which turns had a hint before them, and how much of one; "" where none had."""
    turns = [f"turn {turn.number} {STEPS[min(turn.hint, 3) - 1]}" for turn in call.turns if turn.hint]
    return f"Hints looked at: {', '.join(turns)}. They cost nothing." if turns else ""
