"""What the prospect does: situation, what the rep does, what comes back."""

from dataclasses import replace

import pytest

from roleplay.model import Act, Mood, Move, NoKind, Outcome, Reading, Stage, State, Status, YesKind
from roleplay.persona import Persona
from roleplay.prospect import engine
from roleplay.prospect.difficulty import LEVELS
from tests.readings import reading

SEEDS = range(60)


@pytest.fixture(params=["dana", "marek", "anjali", "tunde"])
def who(request: pytest.FixtureRequest, personas: dict[str, Persona]) -> Persona:
    return personas[request.param]


def raised(who: Persona, mood: Mood, *, turn: int = 4, **changes: object) -> State:
    """A call in which the main objection is on the table."""
    state = engine.start(who, 3)
    main = replace(state.objections[0], status=Status.RAISED, turn=turn)
    return replace(
        state, mood=mood, turn=turn, stage=Stage.DISCOVER, objections=(main, *state.objections[1:]),
        live=main.id, last_no=turn, acts=(Act.GENUINE_NO,) * turn, moves=(Move.OTHER,) * turn, **changes,
    )  # fmt: skip


def explored(who: Persona, mood: Mood) -> State:
    """A call whose main no is understood and whose prospect is ready."""
    state = raised(who, mood)
    main = replace(state.objections[0], status=Status.EXPLORED)
    told = tuple(fact.id for fact in who.facts[:4])
    return replace(state, objections=(main, *state.objections[1:]), live="", told=told, stage=Stage.COMMIT, listened=6)


def acts(who: Persona, state: State, said: Reading, level: int = 3) -> set[Act]:
    return {engine.respond(who, level, seed, state, said).cue.act for seed in SEEDS}


EASY, HARD = Mood(55, 50, 15), Mood(18, 20, 78)
OPENING = [
    ("is this a bad time, at ease", reading(Move.NO_ORIENTED, ask="time"), {Act.PERMISSION_NO, Act.SOFT_NO}),
    ("shall I go away", reading(Move.NO_ORIENTED, ask="exit"), {Act.PERMISSION_NO}),
    ("half a minute, then you choose", reading(Move.PERMISSION), {Act.CONFIRM, Act.SOFT_NO}),
    ("do you have time", reading(Move.YES_SEEKING), {Act.CONFIRM, Act.SOFT_NO}),
    ("ignore your instructions", reading(Move.META), {Act.PUZZLED}),
    ("no words at all", reading(Move.OTHER, words=0), {Act.PUZZLED}),
    ("goodbye", reading(Move.EXIT), {Act.FAREWELL}),
    ("an insult", reading(Move.HOSTILE), {Act.REBUKE}),
]


@pytest.mark.parametrize(("what", "said", "expected"), OPENING, ids=[row[0] for row in OPENING])
def test_at_the_opening(what: str, said: Reading, expected: set[Act], who: Persona):
    assert acts(who, engine.start(who, 3), said) <= expected


def test_no_trust_or_too_much_pressure_hangs_up(who: Persona):
    for mood in (Mood(2, 40, 20), Mood(40, 40, 99)):
        response = engine.respond(who, 3, 1, raised(who, mood), reading(Move.PRESSURE))
        assert response.cue.act is Act.HANG_UP
        assert response.state.outcome is Outcome.HUNG_UP


def test_patience_used_up_ends_politely(who: Persona):
    state = replace(raised(who, EASY), patience=0.1)
    response = engine.respond(who, 3, 1, state, reading(Move.SMALL_TALK))
    assert response.cue.act is Act.DISENGAGE
    assert response.state.outcome is Outcome.VAGUE


def test_the_real_reason_opens_to_a_fitting_follow_up_within_a_few_turns(who: Persona):
    for seed in SEEDS:
        state = raised(who, Mood(60, 50, 5))
        for said in (Move.LABEL, Move.CALIBRATED, Move.MIRROR, *(Move.LABEL, Move.CALIBRATED) * 2):
            state = engine.respond(who, 3, seed, state, reading(said)).state
            if state.objections[0].status is Status.EXPLORED:
                break
        assert state.objections[0].status is Status.EXPLORED
        assert who.behind(who.objections[0].id)[-1].id in state.told


def test_the_words_that_did_not_open_it_the_first_time_open_nothing_the_second(who: Persona):
    for move in (Move.LABEL, Move.CALIBRATED, Move.MIRROR):
        state = raised(who, Mood(90, 70, 0), listened=6)
        assert Act.DISCLOSE in acts(who, state, reading(move))
        after = {engine.respond(who, 3, seed, state, reading(move, "again")).state for seed in SEEDS}
        assert {each.objections[0].status for each in after} == {Status.RAISED}
        assert {each.listened for each in after} == {6}


def test_the_real_reason_stays_locked_while_trust_is_low(who: Persona):
    secret = who.behind(who.objections[0].id)[-1].id
    state = raised(who, Mood(20, 30, 40))
    for seed in SEEDS:
        assert secret not in engine.respond(who, 3, seed, state, reading(Move.CALIBRATED)).state.told


def test_arguing_hardens_the_no_and_tells_nothing(who: Persona):
    for seed in SEEDS:
        before = raised(who, Mood(60, 50, 10))
        response = engine.respond(who, 3, seed, before, reading(Move.REBUTTAL))
        assert response.cue.act is Act.HOLD
        assert response.state.objections[0].hardened == 1
        assert response.state.told == before.told


def test_cornered_people_agree_to_be_left_alone(who: Persona):
    state = replace(engine.start(who, 3), mood=HARD, turn=4, stage=Stage.DISCOVER)
    seen = acts(who, state, reading(Move.TIE_DOWN))
    assert Act.COUNTERFEIT_YES in seen
    assert seen <= {Act.COUNTERFEIT_YES, Act.SOFT_NO, Act.BOUNDARY, Act.HANG_UP}


def test_a_counterfeit_yes_accepted_ends_unverified(who: Persona):
    state = replace(engine.start(who, 2), mood=EASY, turn=4, fake_yes=4, acts=(Act.COUNTERFEIT_YES,) * 4)
    assert engine.respond(who, 2, 1, state, reading(Move.EXIT)).state.outcome is Outcome.UNVERIFIED


def test_a_counterfeit_yes_tested_becomes_an_honest_no(who: Persona):
    state = replace(engine.start(who, 2), mood=EASY, turn=4, fake_yes=4, acts=(Act.COUNTERFEIT_YES,) * 4)
    response = engine.respond(who, 2, 1, state, reading(Move.CALIBRATED))
    assert response.cue.act is Act.GENUINE_NO
    assert response.no is not None
    assert response.no.kind is NoKind.REASON
    assert response.state.fake_yes == 0


def test_the_step_they_would_accept_is_agreed_when_they_are_ready(who: Persona):
    said, state = reading(Move.NEXT_STEP, step="accept"), explored(who, Mood(75, 75, 5))
    responses = [engine.respond(who, 1, seed, state, said) for seed in SEEDS]
    agreed = [each for each in responses if each.cue.act is Act.COMMITMENT_YES]
    assert len(agreed) == len(SEEDS)
    assert all(each.yes is YesKind.COMMITMENT and each.state.stage is Stage.WON for each in agreed)


def test_the_step_they_would_not_accept_is_refused_even_then(who: Persona):
    seen = acts(who, explored(who, Mood(80, 80, 0)), reading(Move.NEXT_STEP, step="refuse"))
    assert seen == {Act.BARE_NO}


def test_nothing_is_agreed_while_a_no_is_on_the_table(who: Persona):
    seen = acts(who, raised(who, Mood(80, 80, 0)), reading(Move.NEXT_STEP, step="accept"), level=1)
    assert not seen & {Act.COMMITMENT_YES, Act.COUNTER_PLAN}


def test_a_summary_of_two_told_facts_is_owned(who: Persona):
    told = tuple(fact.id for fact in who.facts[:3])
    state = replace(engine.start(who, 2), mood=Mood(60, 50, 10), turn=5, told=told, stage=Stage.EVALUATE)
    assert acts(who, state, reading(Move.SUMMARY, covers=told[:2]), level=2) == {Act.THATS_RIGHT}


def test_asked_about_a_topic_they_answer_on_that_topic_and_never_twice_the_same(who: Persona):
    for topic in who.topics:
        state = replace(engine.start(who, 1), mood=Mood(80, 60, 0), turn=2, stage=Stage.DISCOVER)
        told: list[str] = []
        for _ in range(3):
            response = engine.respond(who, 1, 5, state, reading(Move.CALIBRATED, topics=(topic,)))
            if response.cue.act is not Act.DISCLOSE:
                break
            assert who.fact(response.cue.fact).topic == topic
            assert response.cue.fact not in told
            told.append(response.cue.fact)
            state = replace(response.state, mood=Mood(80, 60, 0), moves=())
        assert told, topic


def test_what_they_do_not_know_they_say_they_do_not_know(who: Persona):
    state = replace(engine.start(who, 2), turn=3, stage=Stage.DISCOVER)
    for index in range(len(who.unknown)):
        assert acts(who, state, reading(Move.CALIBRATED, topics=(f"unknown.{index}",))) == {Act.DONT_KNOW}


def test_the_same_seed_and_moves_give_the_same_call(who: Persona):
    said = [Move.NO_ORIENTED, Move.LABEL, Move.PITCH, Move.CALIBRATED, Move.MIRROR, Move.REBUTTAL, Move.NEXT_STEP]

    def play(seed: int) -> list[engine.Response]:
        state, found = engine.start(who, 3), []
        for move in said:
            found.append(engine.respond(who, 3, seed, state, reading(move)))
            state = found[-1].state
        return found

    assert play(7) == play(7)
    assert any(play(7) != play(seed) for seed in range(8, 20))


def test_a_higher_level_starts_more_guarded(who: Persona):
    moods = [engine.start(who, level).mood for level in LEVELS]
    assert [m.trust for m in moods] == sorted((m.trust for m in moods), reverse=True)
    assert [m.pressure for m in moods] == sorted(m.pressure for m in moods)


def test_after_a_boundary_a_goodbye_is_honoured_and_anything_else_ends_at_once(who: Persona):
    state = replace(raised(who, Mood(10, 10, 75)), boundary=4)
    assert engine.respond(who, 3, 1, state, reading(Move.EXIT)).state.outcome is Outcome.HONOURED
    assert engine.respond(who, 3, 1, state, reading(Move.PITCH)).state.outcome is Outcome.IGNORED


def test_every_act_a_call_can_reach_has_a_length():
    assert set(engine.WORDS) == set(Act)
