"""Yeses: which were accepted untested, which were tested, and where agreement was fished for."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach.record import Yeses
from roleplay.model import Call, Move, Stage, Turn, YesKind

SOON = 2
"""Rep turns within which a counterfeit yes is tested or taken."""
TESTS = frozenset({Move.CALIBRATED, Move.LABEL, Move.SUMMARY})
TAKES = frozenset({Move.PRESSURE, Move.EXIT, Move.NEXT_STEP})
REAL_CHANCE = (YesKind.COUNTERFEIT, YesKind.COMMITMENT)
"""Yeses one can go wrong on. "Yes, go ahead" promises nothing, so it gives no opportunity."""
EARNED_TRUST = 60
"""Trust (0-100) above which asking for agreement late in a call is plain asking (prospect.md)."""


def yeses(call: Call) -> Yeses:
    """The yeses of a call."""
    traps: list[int] = []
    tested: list[int] = []
    fakes = [turn for turn in call.turns if turn.yes is YesKind.COUNTERFEIT]
    for turn in fakes:
        took, number = _taken_or_tested(turn, call)
        if number and number not in traps and number not in tested:
            (traps if took else tested).append(number)
    baits = tuple(turn.number for turn in call.turns if fishes(turn, call.turns[: turn.number - 1]))
    heard = any(turn.yes in REAL_CHANCE for turn in call.turns)
    return Yeses(tuple(traps), baits, tuple(tested), heard)


def _taken_or_tested(turn: Turn, call: Call) -> tuple[bool, int]:
    """Whether a counterfeit yes was taken (True) or tested (False), and at which turn; turn 0: neither.

    Ending the call on it takes it too; then the turn is the one that got it.
    """
    later = call.turns[turn.number : turn.number + SOON]
    for after in later:
        if after.reading.lead in TESTS:
            return False, after.number
        if after.reading.lead in TAKES:
            return True, after.number
    left = call.outcome is not None and call.ended_by == "rep" and turn.number + SOON > len(call.turns)
    return (True, (later[-1] if later else turn).number) if left else (False, 0)


def fishes(turn: Turn, before: Sequence[Turn]) -> bool:
    """Whether a rep message fishes for agreement: a tie-down, a trap question, or a closed question out for a yes."""
    reading = turn.reading
    if reading.has(Move.TIE_DOWN) or "trap" in reading.modifiers:
        return True
    if reading.lead is not Move.YES_SEEKING or "factual" in reading.modifiers or "either_or" in reading.modifiers:
        return False
    last = before[-1].state if before else None
    return not (last and last.stage in (Stage.EVALUATE, Stage.COMMIT) and last.mood.trust > EARNED_TRUST)
