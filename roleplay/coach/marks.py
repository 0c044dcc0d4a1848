"""What a call's moods are read by: its nos, yeses, traps and disclosures, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.coach.wording import NOS
from roleplay.coach.yeses import yeses
from roleplay.model import Call, NoKind, Turn, YesKind

GENUINE = frozenset({NoKind.REASON, NoKind.CORRECTION})
"""The kinds of no that say something by themselves."""
YESES: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: "an empty yes",
    YesKind.CONFIRMATION: "a yes that was a plain answer",
    YesKind.COMMITMENT: "a yes that named who, when and what",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a turn: a word for a picture (no, no?, yes, yes?, trap, told) and a clause for the ear."""

    turn: int
    word: str
    clause: str


def marks(call: Call) -> list[Mark]:
    """Everything worth marking, in the order of the call. "no?" came without a reason, "yes?" promised nothing."""
    traps = yeses(call).traps
    found: list[Mark] = []
    for turn in call.turns:
        if turn.no:
            found.append(Mark(turn.number, "no" if turn.no.kind in GENUINE else "no?", NOS[turn.no.kind]))
        if turn.yes:
            found.append(Mark(turn.number, "yes" if turn.yes is YesKind.COMMITMENT else "yes?", YESES[turn.yes]))
        if turn.number in traps:
            found.append(Mark(turn.number, "trap", "the empty yes was taken untested"))
        if told := _told(turn, call):
            found.append(
                Mark(turn.number, "told", "something new came out" if told == 1 else f"{told} new things came out")
            )
    return found


def _told(turn: Turn, call: Call) -> int:
    before = call.turns[turn.number - 2].state.told if turn.number > 1 else ()
    return len(turn.state.told) - len(before)
