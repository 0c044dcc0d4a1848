"""What a call's moods are read by: its nos, yeses, traps and disclosures, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roleplay.coach import nos
from roleplay.coach.evidence import as_taken
from roleplay.coach.record import Cause, NoHeard
from roleplay.coach.truth import GENUINE, genuine
from roleplay.coach.wording import NOS
from roleplay.coach.yeses import yeses
from roleplay.model import Act, Call, NoKind, Turn, YesKind
from roleplay.persona import Persona

YESES: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: "an empty yes",
    YesKind.CONFIRMATION: "a yes that was a plain answer",
    YesKind.COMMITMENT: "a yes that named who, when and what",
}
OPENINGS: dict[Act, tuple[str, str]] = {
    Act.CONDITIONAL_YES: ("if", "a yes on a condition"),
    Act.REFER: ("if", "somebody named to ask instead"),
    Act.COUNTER_PLAN: ("step", "a smaller step offered"),
}
"""Replies that are no yes and no no, and leave a way on."""
KEY: dict[str, tuple[str, str]] = {
    "no": ("n", "a real no"),
    "no?": ("n?", "a no that says little"),
    "yes": ("y", "a real yes"),
    "yes?": ("y?", "a yes that promised nothing"),
    "if": ("i", "a condition, or a name to ask"),
    "step": ("s", "a smaller step offered"),
    "trap": ("!", "an empty yes taken"),
    "told": ("t", "something new came out"),
}
"""Each word of a picture: its short form, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a turn: a word for a picture (no, no?, yes, yes?, if, step, trap, told) and a clause for the ear."""

    turn: int
    word: str
    clause: str


def marks(call: Call, persona: Persona) -> list[Mark]:
    """Everything worth marking, in the order of the call. "no" is a real one, as the card counts it; "yes" too."""
    call = as_taken(call)
    traps, heard = yeses(call).traps, {no.number: no for no in nos.heard(call.turns, persona)}
    found: list[Mark] = []
    for turn in call.turns:
        if turn.no:
            found.append(_no(turn.number, heard.get(turn.number), found))
        if turn.yes:
            found.append(Mark(turn.number, "yes" if turn.yes is YesKind.COMMITMENT else "yes?", YESES[turn.yes]))
        elif turn.cue.act in OPENINGS:
            found.append(Mark(turn.number, *OPENINGS[turn.cue.act]))
        if turn.number in traps:
            found.append(Mark(turn.number, "trap", "the empty yes was taken untested"))
        if told := _told(turn, call):
            found.append(
                Mark(turn.number, "told", "something new came out" if told == 1 else f"{told} new things came out")
            )
    return found


def key(words: list[str]) -> str:
    """What the words of a picture stand for, those that are in it, each with its short form: "no (n) a real no"."""
    return ", ".join(f"{word} ({short}) {meaning}" for word, (short, meaning) in KEY.items() if word in words)


def _no(number: int, heard: NoHeard | None, before: Sequence[Mark]) -> Mark:
    """A no as the card counts it; without `heard`, it is the one before it said again."""
    if heard is None:
        word = next((mark.word for mark in reversed(before) if mark.word in ("no", "no?")), "no?")
        return Mark(number, word, "the same no again")
    clause = NOS[heard.kind]
    if heard.kind is NoKind.BARE and heard.explained:
        clause = "a bare no, soon explained"
    why, says = nos.doubt(heard), heard.kind in GENUINE or heard.explained
    if why and heard.kind is not NoKind.PROVOKED and (says or why == Cause.PRESSURE):
        clause += f", {why}"
    return Mark(number, "no" if genuine(heard) else "no?", clause)


def _told(turn: Turn, call: Call) -> int:
    before = call.turns[turn.number - 2].state.told if turn.number > 1 else ()
    return len(turn.state.told) - len(before)
