"""The arithmetic: nine worked calls, and what single things are worth."""

from dataclasses import replace

import pytest

from roleplay.coach import rubric, worth
from roleplay.coach.record import Evidence, First, FollowUp, NoHeard, Response, Talk, Yeses
from roleplay.model import NoKind, Outcome
from tests.coach.anchors import ANCHORS

IDEAL = ANCHORS["an ideal call"][1]


@pytest.mark.parametrize("name", ANCHORS)
def test_the_worked_calls_hold_to_one_decimal(name: str):
    expected, evidence = ANCHORS[name]
    total = rubric.total(evidence)
    assert total is not None
    assert round(total, 1) == expected


def test_the_weights_sum_to_a_hundred():
    assert rubric.WEIGHTS == {
        "time to no": 25, "after the no": 35, "yes discipline": 15, "ending": 12, "listening": 8, "stewardship": 5,
    }  # fmt: skip
    assert sum(rubric.WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("response", "value"),
    [
        (Response(First.LABEL, 12), 1.0),
        (Response(First.ACKNOWLEDGED, 18), 1.0),
        (Response(First.SUMMARY, 30), 0.9),
        (Response(First.MIRROR, 3), 0.9),
        (Response(First.CALIBRATED, 14), 0.8),
        (Response(First.EITHER_OR, 12), 0.7),
        (Response(First.NO_ORIENTED, 12), 0.6),
        (Response(First.EMPATHY, 5), 0.5),
        (Response(First.BLIND_EXIT, 6), 0.35),
        (Response(First.SOFT_WHY, 8), 0.3),
        (Response(First.CLOSED, 8), 0.1),
        (Response(First.WHY, 2), 0.0),
        (Response(First.TIE_DOWN, 9), -0.3),
        (Response(First.PITCH, 20), -0.6),
        (Response(First.DISCOUNT, 20), -0.6),
        (Response(First.REBUTTAL, 20), -0.7),
        (Response(First.PRESSURE, 20), -1.0),
        (Response(First.LABEL, 12, stock=True), 0.4),
        (Response(First.LABEL, 12, but=True), 0.1),
        (Response(First.LABEL, 40), 1.0),
        (Response(First.LABEL, 60), 0.8),
        (Response(First.LABEL, 90), 0.6),
        (Response(First.CALIBRATED, 20, questions=3), 0.4),
        (Response(First.CALIBRATED, 90, questions=4), 0.0),
        (Response(First.REBUTTAL, 90, questions=4, but=True), -0.7),
        (Response(First.LABEL, 12, run=3), 0.4),
        (Response(First.LABEL, 12, run=4), -0.3),
        (Response(First.LABEL, 12, again=True), 0.0),
    ],
)
def test_the_first_words_after_a_no(response: Response, value: float):
    assert worth.first_value(response) == pytest.approx(value)


@pytest.mark.parametrize(
    ("no", "value"),
    [
        (NoHeard(NoKind.REASON, 3, 60, 0.3), 1.0),
        (NoHeard(NoKind.CORRECTION, 3, 60, 0.3), 0.9),
        (NoHeard(NoKind.BARE, 3, 60, 0.3, explained=True), 0.8),
        (NoHeard(NoKind.BARE, 3, 60, 0.3), 0.5),
        (NoHeard(NoKind.BARE, 1, 6, 0.3, explained=True, ceiling=0.5), 0.5),
        (NoHeard(NoKind.PERMISSION, 1, 10, 0.3), 0.35),
        (NoHeard(NoKind.EXIT_BAIT, 1, 6, 0.3), 0.1),
        (NoHeard(NoKind.PROVOKED, 1, 6, 0.8), 0.0),
        (NoHeard(NoKind.REASON, 5, 60, 0.3, factor=0.5), 0.5),
    ],
)
def test_what_a_no_is_worth(no: NoHeard, value: float):
    assert worth.no_value(no) == value


def test_speed_is_full_early_and_nothing_late_and_a_clock_takes_a_fifth():
    assert worth.speed(NoHeard(NoKind.REASON, 3, 80, 0)) == 1
    assert worth.speed(NoHeard(NoKind.REASON, 10, 320, 0)) == 0
    assert worth.speed(NoHeard(NoKind.REASON, 3, 80, 0, seconds=180)) == pytest.approx(0.8)


def test_the_gate_falls_between_sixty_and_ninety():
    assert [round(worth.gate(pressure), 2) for pressure in (0.2, 0.6, 0.75, 0.9, 1.0)] == [1, 1, 0.5, 0, 0]


def test_what_had_no_opportunity_is_none_and_never_nought():
    still_open = Evidence((), (), Yeses(), None, Talk(0.5, 10), 0, 0, turns=1)
    found = rubric.scores(still_open)
    assert [found[name] for name in (rubric.TIME, rubric.AFTER, rubric.YES, rubric.ENDING)] == [None] * 4
    assert rubric.total(still_open) is None


def test_a_long_call_without_a_no_scores_nothing_for_it():
    found = rubric.scores(replace(IDEAL, nos=(), follow_ups=(), turns=6))
    assert found[rubric.TIME] == found[rubric.AFTER] == 0


def test_a_no_that_could_not_be_followed_up_leaves_its_speed_whole():
    found = rubric.scores(replace(IDEAL, follow_ups=()))
    assert found[rubric.AFTER] is None
    assert found[rubric.TIME] == 1


def test_a_push_while_the_no_is_open_halves_the_first_response():
    asked = FollowUp(Response(First.LABEL, 12), 0, 0)
    assert worth.follow_up_value(asked) == 0.5
    assert worth.follow_up_value(replace(asked, spoiled=5)) == 0.25


@pytest.mark.parametrize("outcome", [Outcome.HONOURED, Outcome.NOTHING, None])
def test_some_endings_are_not_judged(outcome: Outcome | None):
    assert rubric.scores(replace(IDEAL, ending=outcome))[rubric.ENDING] is None


def test_scores_taken_over_from_like_evidence_are_the_same():
    other = replace(IDEAL, trust=-0.3, follow_ups=(FollowUp(Response(First.WHY), 0, 0),))
    assert rubric.scores(other, (IDEAL, rubric.scores(IDEAL))) == rubric.scores(other)


def test_fishing_where_no_yes_was_heard_is_no_discipline_and_lifts_nothing():
    """One push in a call that went badly ("so sign now?"): next to nothing, and the total is not raised by it."""
    bad = replace(IDEAL, follow_ups=(FollowUp(Response(First.PRESSURE), 0, 0),), ending=Outcome.VAGUE, yeses=Yeses())
    fished = replace(bad, yeses=Yeses(baits=(3,)))
    without, found = rubric.total(bad), rubric.scores(fished)[rubric.YES]
    assert without is not None
    assert found is not None
    assert found < without / 100
    assert (rubric.total(fished) or 0) < without
