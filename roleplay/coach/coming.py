"""What to change in how a no came: too late, not at all, drawn by a push, or by a line for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roleplay.coach import rubric, worth
from roleplay.coach.claims import Case, Claim
from roleplay.coach.record import Cause, Evidence, NoHeard
from roleplay.coach.rules import Rule
from roleplay.coach.strains import SAFE, delays, strained
from roleplay.model import Move, NoKind

LATE = 0.75
"""Speed (0-1) of the first worthy no under which it came late."""
TIMELY = NoHeard(NoKind.REASON, turn=3, words=80, pressure=0.3)
TELLING = frozenset({NoKind.REASON, NoKind.CORRECTION})


def coming(case: Case) -> Iterator[Claim]:
    """Every claim to a no that came badly or not in time."""
    yield from _delay(case)
    for no in case.evidence.nos:
        if no.kind in TELLING or (no.kind is NoKind.BARE and no.explained):
            yield from _drawn(no, case)


def _delay(case: Case) -> Iterator[Claim]:
    worthy = worth.first_real(case.evidence)
    if rubric.scores(case.evidence)[rubric.TIME] is None or (worthy and worth.speed(worthy) >= LATE):
        return
    turns = case.call.turns[: worthy.number if worthy else None]
    turn = next((turn for turn in turns if delays(turn, case)), None)
    turn = turn or next((turn for turn in turns[1:] if turn.reading.lead is not Move.NO_ORIENTED), None)
    if turn is None:
        return
    clause = strained(turn)[1] if delays(turn, case) else "nothing here they could comfortably say no to"
    if worthy:
        why = f"{clause}, and no real no came until turn {worthy.number}, after {worthy.words} of your words"
        yield Claim(turn.number, Rule.LATE, why, _timely, SAFE)
    else:
        yield Claim(turn.number, Rule.NONE, f"{clause}, and no real no ever came", _timely, SAFE)


def _timely(evidence: Evidence) -> Evidence:
    return replace(evidence, nos=(*evidence.nos, TIMELY))


def _drawn(no: NoHeard, case: Case) -> Iterator[Claim]:
    """A no that says something and counts for less than it could by what drew it."""
    if no.cause not in (Cause.PUSH, Cause.ANYBODY):
        return

    def instead(evidence: Evidence) -> Evidence:
        nos = tuple(replace(item, ceiling=1.0, factor=1.0) if item is no else item for item in evidence.nos)
        items = tuple(replace(item, forced=item.forced and item.no != no.number) for item in evidence.follow_ups)
        return replace(evidence, nos=nos, follow_ups=items)

    if no.cause is Cause.ANYBODY:
        why = "could be asked of anybody, so the no that came says little"
        yield Claim(no.number, Rule.ANYBODY, why, instead, SAFE)
    else:
        rule, clause = strained(case.turn(no.number))
        yield Claim(no.number, rule, f"{clause}; that drew a no, which counts half", instead, SAFE)
