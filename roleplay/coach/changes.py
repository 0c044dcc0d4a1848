"""What to change, turn by turn, and the moves that would have done better there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from roleplay.coach import worth
from roleplay.coach.after_no import CURIOUS, after_no
from roleplay.coach.claims import Case, Claim, with_follow_up, with_talk, without_mood
from roleplay.coach.coming import coming
from roleplay.coach.evidence import invents, moved
from roleplay.coach.record import Evidence
from roleplay.coach.rules import Rule
from roleplay.coach.strains import SAFE, delays, strained
from roleplay.coach.wording import all_the_same, and_then
from roleplay.model import Move, Outcome, Turn

TESTS = (Move.CALIBRATED, Move.LABEL, Move.SUMMARY)
LEFT_IN_TIME = Outcome.EXIT_UNKNOWN
"""The ending a rep can always have: a goodbye."""
LOOSE: dict[Outcome, tuple[Rule, str, tuple[Move, ...]]] = {
    Outcome.VAGUE: (
        Rule.LOOSE_END,
        "the call was left in the air: no step agreed, and no goodbye",
        (Move.NEXT_STEP, Move.EXIT),
    ),
    Outcome.EXIT_UNKNOWN: (Rule.LEFT_EARLY, "said goodbye before the reason was known", CURIOUS),
    Outcome.UNVERIFIED: (Rule.TOOK_YES, "the call ended on a yes with no day, name or amount in it", TESTS),
    Outcome.HUNG_UP: (Rule.PRESSED, "this was one push too many, and the phone went down", (*CURIOUS, Move.EXIT)),
    Outcome.IGNORED: (Rule.ASKED_ON, "asked on after 'do not call'", (Move.EXIT,)),
}
"""Endings that lose points: the rule, what happened in a clause, and the moves that would have done better."""
ASKED_LATELY = 2
"""Rep turns at the end of a call in which a step asked for is what it ended on."""
NOT_AGREED = (
    Rule.LOOSE_END,
    "the step you asked for was not agreed, and the call was left at that",
    (*CURIOUS, Move.EXIT),
)
"""A step that was asked for in vain, in the place of the loose end that has none."""


def changes(case: Case) -> Iterator[Claim]:
    """Every claim to something worth changing."""
    yield from after_no(case)
    for turn in case.call.turns:
        yield from _yes(turn, case)
        yield from _strain(turn, case)
        yield from _spoiled(turn, case)
        yield from _invented(turn, case)
    yield from _length(case)
    yield from coming(case)
    yield from _ending(case)


def _spoiled(turn: Turn, case: Case) -> Iterator[Claim]:
    if any(item.spoiled == turn.number for item in case.evidence.follow_ups):
        rule, clause = strained(turn)
        why = and_then(f"{clause} while the no was still open", all_the_same(turn, case.persona))
        instead = with_follow_up(turn.number, lambda item: replace(item, spoiled=0), at="spoiled")
        yield Claim(turn.number, rule, why, instead, CURIOUS)


def _yes(turn: Turn, case: Case) -> Iterator[Claim]:
    number, yeses = turn.number, case.evidence.yeses
    if number in yeses.traps:
        why = "took a yes with no day, name or amount in it, and did not test it"
        yield Claim(number, Rule.TOOK_YES, why, lambda evidence: _untrapped(evidence, number), TESTS)
    if number in yeses.baits:
        why = and_then("asked for a yes they could give without meaning it", all_the_same(turn, case.persona))
        yield Claim(number, Rule.FISHED, why, lambda evidence: _unbaited(evidence, number), SAFE)


def _untrapped(evidence: Evidence, number: int) -> Evidence:
    traps = tuple(turn for turn in evidence.yeses.traps if turn != number)
    return replace(evidence, yeses=replace(evidence.yeses, traps=traps))


def _unbaited(evidence: Evidence, number: int) -> Evidence:
    baits = tuple(turn for turn in evidence.yeses.baits if turn != number)
    return replace(evidence, yeses=replace(evidence.yeses, baits=baits))


def _strain(turn: Turn, case: Case) -> Iterator[Claim]:
    change = moved(turn, case.call, case.persona)
    if change.trust >= 0 or not delays(turn, case):
        return
    rule, clause = strained(turn)
    instead = without_mood(change.trust, max(0.0, change.pressure), change.pushed)
    teach = CURIOUS if any(no.number < turn.number for no in case.evidence.nos) else SAFE
    yield Claim(turn.number, rule, and_then(clause, all_the_same(turn, case.persona)), instead, teach)


def _invented(turn: Turn, case: Case) -> Iterator[Claim]:
    if case.evidence.invented and invents(turn):
        why = "spoke as if you had met before, which they know you have not"
        yield Claim(turn.number, Rule.STRAINED, why, lambda evidence: replace(evidence, invented=False), SAFE)


def _length(case: Case) -> Iterator[Claim]:
    talk = case.evidence.talk
    if worth.long_turn(talk.longest, talk.roomy) < 1 and talk.number:
        limit = 95 if talk.roomy else 60
        why = f"{talk.longest} words in one go, where {limit} is plenty"
        yield Claim(talk.number, Rule.LONG, why, with_talk(replace(talk, longest=limit)), SAFE)


def _ending(case: Case) -> Iterator[Claim]:
    outcome, turns = case.evidence.ending, case.call.turns
    if outcome not in LOOSE or not turns:
        return
    rule, clause, teach = LOOSE[outcome]
    if outcome is Outcome.VAGUE and any(turn.reading.has(Move.NEXT_STEP) for turn in turns[-ASKED_LATELY:]):
        rule, clause, teach = NOT_AGREED
    known = any(item.reason for item in case.evidence.follow_ups)
    ending = Outcome.EXIT_KNOWN if known or outcome is Outcome.EXIT_UNKNOWN else LEFT_IN_TIME
    yield Claim(turns[-1].number, rule, clause, lambda evidence: replace(evidence, ending=ending), teach)
