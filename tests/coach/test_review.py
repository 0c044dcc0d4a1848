"""The scorecard: the same for the same call, in range, every quote in its turn, few findings, praise first."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roleplay.coach import RUBRIC, WEIGHTS, review, text, truth
from roleplay.coach.better import Replay
from roleplay.coach.changes import changes
from roleplay.coach.claims import Case
from roleplay.coach.evidence import gather
from roleplay.coach.quotes import excerpt, quoted
from roleplay.coach.rules import DO
from roleplay.model import (
    Act,
    Call,
    Heard,
    Mood,
    Move,
    NoKind,
    Outcome,
    Reading,
    Scorecard,
    Status,
    Turn,
    YesKind,
)  # fmt: skip
from roleplay.persona import Persona
from tests.coach.calls import LIVE, call, turn
from tests.readings import reading

LEAVE = turn(reading(Move.NO_ORIENTED, ask="time"), Act.PERMISSION_NO, no=NoKind.PERMISSION, text="Is this a bad time?")
NO = turn(
    reading(Move.NO_ORIENTED, topics=("docks",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED,
    text="Would I be off base to think the docks eat your week?",
    reply="No. We are mid-quarter and two drivers short.",
)  # fmt: skip
LABEL = turn(Move.LABEL, Act.DISCLOSE, main=Status.EXPLORED, told=("walt",), text="It sounds like a bad memory.")
ARGUE = turn(Move.REBUTTAL, Act.HOLD, main=Status.RAISED, text="But ours is nothing like that.", mood=Mood(30, 40, 45))
STEP = turn(
    Move.NEXT_STEP, Act.COMMITMENT_YES, main=Status.EXPLORED, yes=YesKind.COMMITMENT, text="Thursday with Marcy?"
)
BYE = turn(Move.EXIT, Act.FAREWELL, main=Status.EXPLORED, text="Thank you, I will leave you to it.")

SKILLED = call(LEAVE, NO, LABEL, STEP, BYE, outcome=Outcome.COMMITMENT)
PUSHY = call(LEAVE, NO, ARGUE, ARGUE, outcome=Outcome.HUNG_UP, by="prospect")


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


def total(made: Call, dana: Persona) -> float:
    found = review(made, dana).total
    assert found is not None
    return found


def test_the_same_call_gives_the_identical_card(dana: Persona):
    assert review(SKILLED, dana) == review(SKILLED, dana)
    assert review(PUSHY, dana) == review(PUSHY, dana)


def test_a_card_carries_the_rubric_the_persona_and_six_dimensions(dana: Persona):
    card = review(SKILLED, dana)
    assert (card.rubric, card.persona_hash) == (RUBRIC, SKILLED.setup.persona_hash)
    assert [(item.name, item.weight) for item in card.dimensions] == list(WEIGHTS.items())
    assert "real no at turn 2, after 28 words" in card.dimensions[0].why


def test_skill_scores_over_pushing(dana: Persona):
    assert total(SKILLED, dana) > 90
    assert total(PUSHY, dana) < 40


def test_a_strong_call_gets_praise_first_and_a_weak_one_a_single_change(dana: Persona):
    strong, weak = review(SKILLED, dana).findings, review(PUSHY, dana).findings
    assert strong[0].points > 0
    assert len([item for item in strong if item.points > 0]) <= 2
    assert [item.rule for item in weak if item.points < 0] == ["argued"]
    assert weak[0].points > 0


def test_points_say_what_the_turn_cost_in_the_total(dana: Persona):
    found = next(item for item in review(PUSHY, dana).findings if item.points < 0)
    assert (found.turn, found.quote) == (3, "But ours is nothing like that.")
    assert found.points == pytest.approx(-17.2, abs=0.1)


def test_the_focus_is_one_if_then_and_does_what_the_line_to_try_does(dana: Persona):
    card = review(PUSHY, dana)
    worst = next(item for item in card.findings if item.points < 0)
    scope = Replay.at(PUSHY, dana, worst.turn)
    assert card.focus == f"When you hear a no, before anything of your own, {DO[scope.read(worst.better).lead]}."
    assert f'"{review(SKILLED, dana).findings[0].quote}"' in review(SKILLED, dana).focus


def test_a_pitch_worded_like_a_question_or_a_summary_is_not_praised(dana: Persona):
    pitch = turn(reading(Move.CALIBRATED), text="Let me tell you about our premium tier.", mood=Mood(60, 50, 10))
    empty = turn(reading(Move.SUMMARY, overlap=0), text="So you want our product.", mood=Mood(70, 50, 5))
    card = review(call(LEAVE, NO, LABEL, pitch, empty, STEP, BYE, outcome=Outcome.COMMITMENT), dana)
    assert not {4, 5} & {item.turn for item in card.findings if item.points >= 0}


def test_an_insult_that_is_not_certain_is_told_as_one_way_to_hear_it(dana: Persona):
    stung = turn(Move.HOSTILE, Act.OBJECT, no=NoKind.REASON, text="I love your website.", mood=Mood(20, 30, 60))
    sure = review(call(LEAVE, stung, BYE, outcome=Outcome.EXIT_UNKNOWN), dana)
    unsure = replace(stung, reading=replace(stung.reading, confidence=0.6))
    doubted = call(LEAVE, unsure, BYE, outcome=Outcome.EXIT_UNKNOWN)
    assert "taken as an insult" in next(item.why for item in sure.findings if item.turn == 2)
    said = [claim.why for claim in changes(Case(doubted, dana, gather(doubted, dana))) if claim.turn == 2]
    assert all("not certain" in why for why in said)
    assert (review(doubted, dana).total or 0) > (sure.total or 0) + 10


def test_a_do_not_call_that_is_honoured_is_praised_and_not_scored(dana: Persona):
    boundary = turn(Move.PITCH, Act.BOUNDARY, no=NoKind.PROVOKED)
    card = review(call(boundary, BYE, outcome=Outcome.HONOURED), dana)
    assert card.total is None
    assert {item.score for item in card.dimensions} == {None}
    assert [(item.rule, item.quote) for item in card.findings] == [("honoured_the_no", BYE.said)]
    assert card.note


def test_asking_on_after_a_do_not_call_ends_at_nought(dana: Persona):
    card = review(call(NO, ARGUE, outcome=Outcome.IGNORED, by="prospect"), dana)
    assert {item.name: item.score for item in card.dimensions}["ending"] == 0


@pytest.mark.parametrize("made", [call(outcome=Outcome.NOTHING), call(outcome=None), call(turn(Move.SMALL_TALK))])
def test_a_call_too_short_to_judge_says_so(made: Call, dana: Persona):
    card = review(made, dana)
    assert card.total is None
    assert card.note


def test_a_harmful_turn_lowers_the_total_and_deleting_the_credited_one_too(dana: Persona):
    before = total(SKILLED, dana)
    assert total(call(LEAVE, NO, ARGUE, LABEL, STEP, BYE, outcome=Outcome.COMMITMENT), dana) < before
    assert total(call(LEAVE, NO, LABEL, ARGUE, STEP, BYE, outcome=Outcome.COMMITMENT), dana) < before
    assert total(call(LEAVE, NO, STEP, BYE, outcome=Outcome.COMMITMENT), dana) < before


def test_answer_before_question_scores_under_question_before_answer(dana: Persona):
    asked, answered = (call(LEAVE, NO, *order, outcome=Outcome.VAGUE) for order in ((LABEL, ARGUE), (ARGUE, LABEL)))
    assert total(answered, dana) < total(asked, dana)


def test_both_readings_of_a_contested_turn_are_scored(dana: Persona):
    disputed = replace(PUSHY, turns=(*PUSHY.turns[:2], replace(PUSHY.turns[2], contested=Move.LABEL), PUSHY.turns[3]))
    as_read, as_meant = review(disputed, dana), review(disputed, dana, contested=True)
    assert as_read == review(PUSHY, dana)
    assert as_read.total is not None
    assert as_meant.total is not None
    assert as_meant.total > as_read.total


@pytest.mark.parametrize(
    ("quote", "said", "stands"),
    [
        ("not again", "Well,  NOT\nagain!", True),
        ("you said “no”", 'You said "no" twice', True),
        ("not a gain", "not again", False),
        ("art", "a smart start", False),
        ("you said never", "you said no", False),
        ("", "anything", False),
        ("ﬁne", "fine", True),
    ],
)
def test_a_quote_stands_in_its_turn_word_for_word(quote: str, said: str, stands: bool):
    assert quoted(quote, said) is stands


@given(st.text(max_size=400))
def test_an_excerpt_is_always_a_quote(said: str):
    part = excerpt(said)
    assert not part or quoted(part, said)


READINGS = st.builds(
    lambda moves, confidence, words, questions, marks, topics, overlap: Reading(
        tuple(Heard(move, "cue") for move in moves), confidence, words, questions, marks, topics, overlap=overlap
    ),
    st.lists(st.sampled_from(Move), min_size=1, max_size=3),
    st.floats(0, 1),
    st.integers(0, 400),
    st.integers(0, 5),
    st.sets(st.sampled_from(["but", "stock", "discount", "guilt", "trap", "factual", "either_or"])).map(tuple),
    st.sets(st.sampled_from(["docks", "gate", "unknown.0"])).map(tuple),
    st.floats(0, 1),
)
MOODS = st.builds(Mood, st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
TURNS = st.builds(
    turn,
    READINGS,
    st.sampled_from(Act),
    text=st.text(max_size=60),
    reply=st.text(max_size=60),
    no=st.none() | st.sampled_from(NoKind),
    pressure=st.floats(0, 100),
    yes=st.none() | st.sampled_from(YesKind),
    mood=MOODS,
    told=st.sets(st.sampled_from(["walt", "gave_word", "nonsense"])).map(tuple),
    main=st.sampled_from(Status),
    objection=st.sampled_from([LIVE, "vendors", "gone", ""]),
    fact=st.sampled_from(["", "walt", "nonsense"]),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(TURNS, max_size=10), st.none() | st.sampled_from(Outcome), st.sampled_from(["rep", "prospect"]))
def test_no_call_breaks_the_coach(dana: Persona, turns: list[Turn], outcome: Outcome | None, by: str):
    made = call(*turns, outcome=outcome if turns or outcome is not Outcome.HONOURED else None, by=by)
    card = review(made, dana)
    assert_sound(card, made)
    assert card == review(made, dana)
    assert text(card, made, dana)
    assert str(truth(made, dana))


def assert_sound(card: Scorecard, made: Call) -> None:
    assert card.total is None or 0 <= card.total <= 100
    assert all(item.score is None or 0 <= item.score <= 1 for item in card.dimensions)
    assert all(item.why for item in card.dimensions)
    assert all(quoted(item.quote, made.turns[item.turn - 1].said) for item in card.findings)
    praised = [item for item in card.findings if item.points >= 0]
    assert list(card.findings[: len(praised)]) == praised
    assert len(praised) <= 2
    assert len(card.findings) - len(praised) <= (1 if card.total is not None and card.total < 40 else 3)
    better = [item.better for item in card.findings if item.better]
    assert len(better) == len(set(better))
