"""What was done well, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roleplay.coach import worth
from roleplay.coach.better import OPENNESS
from roleplay.coach.claims import Case, Claim, with_follow_up, with_response, without_mood
from roleplay.coach.evidence import moved
from roleplay.coach.praise import DONE, EASING, GOT
from roleplay.coach.record import Evidence, First, Response
from roleplay.coach.rules import Rule
from roleplay.coach.wording import ENDINGS, NOS, and_then, happened
from roleplay.coach.yeses import fishes
from roleplay.model import Act, Outcome, Turn
from roleplay.prospect.effects import HARMFUL

WORTHY = 0.5
"""Value (0-1) from which a no, its speed or a first response is a strength."""
ENDED_WELL = {
    Outcome.COMMITMENT: (Act.COMMITMENT_YES, Act.FAREWELL),
    Outcome.SMALL_STEP: (Act.COUNTER_PLAN, Act.FAREWELL),
    Outcome.EXIT_KNOWN: (Act.FAREWELL,),
}
"""Good endings, and the acts whose turn brought them about."""
CLOSED = frozenset(act for act, openness in OPENNESS.items() if openness < OPENNESS[Act.PERMISSION_NO])
"""Replies that give little: no part of a praise."""


def strengths(case: Case) -> Iterator[Claim]:
    """Every claim to something done well."""
    for turn in case.call.turns:
        if _clean(turn, case):
            yield from _followed_up(turn, case)
            yield from _opened(turn, case)
            yield from _settled(turn, case)
            yield from _tested(turn, case)
            yield from _eased(turn, case)
    yield from _early_no(case)
    yield from _ended(case)


def _clean(turn: Turn, case: Case) -> bool:
    return not turn.reading.has(*HARMFUL) and not fishes(turn, case.call.turns[: turn.number - 1])


def _answer(turn: Turn, case: Case) -> str:
    """What the reply did, where it is worth telling as praise."""
    return "" if turn.cue.act in CLOSED else happened(turn, case.persona)


def _early_no(case: Case) -> Iterator[Claim]:
    best = worth.best_no(case.evidence)
    if (
        not best
        or worth.no_value(best) < WORTHY
        or worth.speed(best) < WORTHY
        or not _clean(case.turn(best.number), case)
    ):
        return
    turn = case.turn(best.number)

    def without(evidence: Evidence) -> Evidence:
        return replace(evidence, nos=tuple(no for no in evidence.nos if no.number != turn.number))

    how = GOT.get(turn.reading.lead)
    got = f"{NOS[best.kind]} at turn {turn.number}, after {best.words} of your words"
    yield Claim(turn.number, Rule.EARLY_NO, f"{how}, and it brought {got}" if how else f"it brought {got}", without)


def _followed_up(turn: Turn, case: Case) -> Iterator[Claim]:
    item = next((item for item in case.evidence.follow_ups if item.turn == turn.number), None)
    if item and worth.first_value(item.response) >= WORTHY:
        why = and_then(DONE.get(item.response.kind, "stayed with the no"), _answer(turn, case))
        yield Claim(turn.number, Rule.ASKED_AFTER_NO, why, with_response(turn.number, Response(First.NOTHING)))


def _opened(turn: Turn, case: Case) -> Iterator[Claim]:
    if any(item.opened == turn.number for item in case.evidence.follow_ups):
        why = and_then(EASING.get(turn.reading.lead, "stayed with the no"), _answer(turn, case))
        instead = with_follow_up(turn.number, lambda item: replace(item, info=0.0), at="opened")
        yield Claim(turn.number, Rule.OPENED, why, instead)


def _settled(turn: Turn, case: Case) -> Iterator[Claim]:
    if any(item.settled == turn.number for item in case.evidence.follow_ups):
        why = and_then("said their side back to them", _answer(turn, case))
        instead = with_follow_up(turn.number, lambda item: replace(item, resolved=0.0), at="settled")
        yield Claim(turn.number, Rule.OWNED, why, instead)


def _tested(turn: Turn, case: Case) -> Iterator[Claim]:
    if turn.number not in case.evidence.yeses.tested:
        return

    def taken(evidence: Evidence) -> Evidence:
        yeses = evidence.yeses
        tested = tuple(number for number in yeses.tested if number != turn.number)
        return replace(evidence, yeses=replace(yeses, tested=tested, traps=(*yeses.traps, turn.number)))

    why = and_then("tested a yes that promised nothing", _answer(turn, case))
    yield Claim(turn.number, Rule.TESTED, why, taken)


def _eased(turn: Turn, case: Case) -> Iterator[Claim]:
    trust, pressure, _ = moved(turn, case.call, case.persona)
    if turn.reading.lead in EASING and trust > 0:
        why = and_then(EASING[turn.reading.lead], _answer(turn, case))
        yield Claim(turn.number, Rule.EASED, why, without_mood(trust, min(0.0, pressure)))


def _ended(case: Case) -> Iterator[Claim]:
    outcome = case.evidence.ending
    acts = ENDED_WELL.get(outcome, ()) if outcome else ()
    turn = next((turn for turn in reversed(case.call.turns) if turn.cue.act in acts[:1]), None)
    turn = turn or next((turn for turn in reversed(case.call.turns) if turn.cue.act in acts), None)
    if outcome is None or turn is None or not _clean(turn, case):
        return

    def vague(evidence: Evidence) -> Evidence:
        items = [
            item if item.settled else replace(item, resolved=min(item.resolved, 0.5)) for item in evidence.follow_ups
        ]
        return replace(evidence, ending=Outcome.VAGUE, follow_ups=tuple(items))

    yield Claim(turn.number, Rule.ENDED_WELL, f"the call ended on {ENDINGS[outcome]}", vague)
