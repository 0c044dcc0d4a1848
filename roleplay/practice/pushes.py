"""Where a rep presses for a yes: each such message, its situation, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roleplay.coach.changes import changes
from roleplay.coach.claims import Case, weigh
from roleplay.coach.evidence import as_taken, gather, moved
from roleplay.coach.nos import WINDOW
from roleplay.coach.rules import Rule
from roleplay.coach.yeses import fishes
from roleplay.model import Call, Move, NoKind, Push, Stage, Turn, YesKind
from roleplay.persona import Persona
from roleplay.practice.items import flips
from roleplay.practice.words import category

OPENER = 2
"""Rep turns that open a call."""
OF_THE_CALL = frozenset({Rule.LATE, Rule.NONE, Rule.LONG})
"""Rules that charge one message with what the whole call lacked: not what a push by itself cost."""
LEAVE = frozenset({NoKind.PERMISSION, NoKind.EXIT_BAIT})
"""Nos that say "go on", or only take up an offer to leave: nothing is refused."""
CLOSING = frozenset({Stage.EVALUATE, Stage.COMMIT})
AFTER = "after a no about "


@dataclass(frozen=True, slots=True)
class Habit:
    """A situation the rep presses in: how often, the points and the trust it cost on average, and the dearest lines."""

    situation: str
    count: int
    points: float
    trust: float
    lines: tuple[Push, ...]


def pushed(call: Call, persona: Persona, day: str) -> list[Push]:
    """Every message of a finished call that pressed for a yes."""
    call = as_taken(call)
    pressing = [turn for turn in call.turns if _presses(turn, call.turns)]
    if not pressing:
        return []
    evidence = gather(call, persona)
    claims = (claim for claim in changes(Case(call, persona, evidence)) if claim.rule not in OF_THE_CALL)
    cost = {item.claim.turn: item.points for item in weigh(claims, evidence)}
    return [
        Push(
            situation(turn, call.turns), turn.said, call.id, turn.number, persona.name, day,
            round(min(0.0, cost.get(turn.number, 0.0)), 1),
            round(min(0.0, 100 * moved(turn, call, persona).trust), 1),
        )
        for turn in pressing
    ]  # fmt: skip


def _presses(turn: Turn, turns: Sequence[Turn]) -> bool:
    return turn.reading.has(Move.PRESSURE) or fishes(turn, turns[: turn.number - 1])


def situation(turn: Turn, turns: Sequence[Turn]) -> str:
    """Where in a call a message stands, in words."""
    before = turns[: turn.number - 1]
    last = before[-1] if before else None
    no = next((other.no for other in reversed(before[-WINDOW:]) if other.no and other.no.kind not in LEAVE), None)
    if no:
        return f"{AFTER}{category(no.category)}" if no.category else "after a no without a reason"
    if last and last.yes is YesKind.COUNTERFEIT:
        return "after a yes that was not tested"
    if turn.reading.has(Move.NEXT_STEP) or (last and (last.state.offered or last.state.stage in CLOSING)):
        return "at the close"
    return "in the opener" if turn.number <= OPENER else "while finding out"


def moment(situation: str) -> str:
    """The moment of flip it that a situation is practised as."""
    if situation in _MOMENTS:
        return _MOMENTS[situation]
    about = situation.removeprefix(AFTER)
    named = {f"after a {about} no", f"after an {about} no"}
    return next((item.moment for item in flips() if item.moment in named), "discovery")


_MOMENTS = {
    "in the opener": "opener",
    "at the close": "at the close",
    "after a yes that was not tested": "at the close",
}


def habits(sums: Iterable[tuple[str, int, float, float]], lines: Iterable[Push]) -> list[Habit]:
    """The situations, the dearest taken together first."""
    by_situation: dict[str, list[Push]] = {}
    for line in lines:
        by_situation.setdefault(line.situation, []).append(line)
    ordered = sorted(sums, key=lambda item: (item[2], -item[1], item[0]))
    return [
        Habit(name, count, round(points / count, 1), round(trust / count, 1), tuple(by_situation.get(name, ())))
        for name, count, points, trust in ordered
    ]
