"""From claims to what is shown: a few findings, each with the rep's own words, why, the points, and a better line."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach import rubric
from roleplay.coach.better import Bar, Replay, Shown, better, openness
from roleplay.coach.changes import changes
from roleplay.coach.claims import Case, Claim, Weighed, weigh
from roleplay.coach.lines import Candidate
from roleplay.coach.praise import praiseworthy
from roleplay.coach.quotes import cut_short, excerpt, quoted
from roleplay.coach.rules import Rule, again, focus
from roleplay.coach.strengths import strengths
from roleplay.coach.values import ENDINGS
from roleplay.model import Act, Finding, Move, Stage, State

WEAK = 40
"""Total under which one change is enough to take in."""
STRENGTHS, CHANGES = 2, 3
"""The most of each that a card shows."""
EARNED, COST = 1.0, 0.5
"""Points of the total from which something is worth a word."""
LAST_WORDS = frozenset({Rule.LOOSE_END, Rule.ASKED_ON})
"""Rules about how a call ends: a better line there has to end it better."""
UNTAUGHT = frozenset(
    {Move.OTHER, Move.SMALL_TALK, Move.PITCH, Move.TIE_DOWN, Move.PRESSURE, Move.REBUTTAL, Move.HOSTILE, Move.META}
)
"""Moves nobody is praised for, whatever luck came after them."""
ASKING = frozenset({Move.NO_ORIENTED, Move.YES_SEEKING, Move.TIE_DOWN, Move.CALIBRATED, Move.WHY, Move.NEXT_STEP})


def findings(case: Case) -> tuple[list[Finding], str]:
    """The findings of a call, what was done well first, and the one thing for next time."""
    total = rubric.total(case.evidence)
    if total is None:
        return [], ""
    good, bad = _chosen(case, 1 if total < WEAK else CHANGES)
    shown = Shown.during(case.call)
    praised = [finding for item in good if (finding := _finding(item, case))]
    changed = [
        (finding, tried)
        for item in bad
        for tried in [_better(item, case, shown)]
        if (finding := _finding(item, case, tried.line if tried else ""))
    ]
    return [*praised, *(finding for finding, _ in changed)], _focus(case, praised, changed)


def _chosen(case: Case, most: int) -> tuple[list[Weighed], list[Weighed]]:
    """The weightiest claims, a turn being either praised or changed."""
    earned = [item for item in weigh(strengths(case), case.evidence) if item.points >= EARNED]
    good = {item.claim.turn: item for item in earned if _deserved(case, item.claim.turn)}
    lost = [item for item in weigh(changes(case), case.evidence) if item.points <= -COST]
    bad = {item.claim.turn: item for item in lost if case.turn(item.claim.turn).cue.act is not Act.COMMITMENT_YES}
    for turn in good.keys() & bad.keys():
        (good if good[turn].points < -bad[turn].points else bad).pop(turn)
    best = sorted(good.values(), key=lambda item: (-item.points, item.claim.turn))
    worst = sorted(bad.values(), key=lambda item: (item.points, item.claim.turn))
    return best[:STRENGTHS], worst[:most]


def _deserved(case: Case, number: int) -> bool:
    """Whether a turn may be praised: what it did was clear, is taught, and did not cost trust."""
    turn = case.turn(number)
    before = case.turn(number - 1).state.mood.trust if number > 1 else 0.0
    taught = turn.reading.lead not in UNTAUGHT or "either_or" in turn.reading.modifiers
    told = taught and praiseworthy(turn) and "unsure" not in turn.reading.modifiers
    return told and turn.state.mood.trust >= before


def _finding(item: Weighed, case: Case, line: str = "") -> Finding | None:
    """The finding, or None when there are no words to show for it."""
    claim, turn = item.claim, case.turn(item.claim.turn)
    quote = excerpt(turn.said, asking=turn.reading.lead in ASKING, cue=turn.reading.cue)
    if not quoted(quote, turn.said):
        return None
    return Finding(claim.rule, claim.turn, quote, claim.why, line, round(item.points, 1))


def _better(item: Weighed, case: Case, shown: Shown) -> Candidate | None:
    """A line to try at the turn, or None."""
    if not item.claim.teach:
        return None
    turn = case.turn(item.claim.turn)
    replay = Replay.at(case.call, case.persona, turn.number)
    mood = replay.state.mood if turn.reading.lead is Move.EXIT else turn.state.mood
    ending = ENDINGS.get(case.call.outcome) if case.call.outcome and item.claim.rule in LAST_WORDS else None
    before = case.turn(turn.number - 1) if turn.number > 1 else None
    bar = Bar(mood, openness(turn, before), ending)
    return better(replay, taught(item.claim, replay.state), bar, shown, testing=item.claim.rule is Rule.TOOK_YES)


def taught(claim: Claim, state: State) -> tuple[Move, ...]:
    """The moves that would have done better.

    After "don't call me", and once a step is agreed, only a goodbye; before anything was said, a question that "no"
    answers.
    """
    if state.boundary or state.stage is Stage.WON:
        return (Move.EXIT,)
    return claim.teach if state.turn else (Move.NO_ORIENTED,)


def _focus(case: Case, good: Sequence[Finding], bad: Sequence[tuple[Finding, Candidate | None]]) -> str:
    """The one thing: what the line to try of the weightiest change does, or more of what was done best."""
    if bad:
        (finding, tried), *_ = bad
        return focus(Rule(finding.rule), tried.move if tried else None)
    if not good:
        return ""
    turn = case.turn(good[0].turn)
    return again(Rule(good[0].rule), turn.reading.lead, turn.number, cut_short(good[0].quote, turn.said))
