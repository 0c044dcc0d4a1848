"""What a line for anybody earns and opens, beside one that is about this prospect."""

from dataclasses import replace

import pytest

from roleplay.model import Act, Mood, Move, Reading, Stage, State, Status
from roleplay.persona import Persona
from roleplay.prospect import engine, ground
from roleplay.prospect.difficulty import LEVELS
from tests.readings import reading


@pytest.fixture
def who(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


def after_no(who: Persona, **changes: object) -> State:
    """Turn 4, the main no just heard."""
    state = engine.start(who, 2)
    main = replace(state.objections[0], status=Status.RAISED, turn=4)
    return replace(
        state, mood=Mood(60, 50, 5), turn=4, stage=Stage.DISCOVER, objections=(main, *state.objections[1:]),
        live=main.id, last_no=4, acts=(Act.GENUINE_NO,) * 4, moves=(Move.OTHER,) * 4, **changes,
    )  # fmt: skip


THEIRS = [
    ("a label in their words", reading(Move.LABEL, overlap=0.2)),
    ("a question in their words", reading(Move.CALIBRATED, overlap=0.1)),
    ("a question on a topic of their own", reading(Move.CALIBRATED, topics=("docks",), overlap=0)),
    ("a label that covers a told fact", reading(Move.LABEL, covers=("docks",), overlap=0)),
    ("a label that names the feeling of the no", replace(reading(Move.LABEL, overlap=0), feelings=("timing",))),
    ("a mirror", reading(Move.MIRROR)),
    ("an unasked pitch, judged by its own row", reading(Move.PITCH, overlap=0)),
]
ANYBODYS = [
    ("it sounds like this has been frustrating", reading(Move.LABEL, overlap=0)),
    ("how do you see it", reading(Move.CALIBRATED, overlap=0)),
    ("fair enough", reading(Move.EMPATHY, "stock", overlap=0)),
    ("a label that names another feeling", replace(reading(Move.LABEL, overlap=0), feelings=("money",))),
]


@pytest.mark.parametrize(("what", "said"), THEIRS, ids=[row[0] for row in THEIRS])
def test_what_is_about_them_keeps_its_worth_however_late(what: str, said: Reading, who: Persona):
    assert ground.worth(who, after_no(who, canned=6), said) == 1


@pytest.mark.parametrize(("what", "said"), ANYBODYS, ids=[row[0] for row in ANYBODYS])
def test_what_could_be_said_to_anybody_is_worth_half_and_less_each_time(what: str, said: Reading, who: Persona):
    worths = [ground.worth(who, after_no(who, canned=times), said) for times in range(5)]
    assert worths[0] == 0.5
    assert worths == sorted(worths, reverse=True)
    assert worths[-1] < 0.05


def test_an_opener_cannot_be_about_what_was_not_said_yet(who: Persona):
    for move in (Move.NO_ORIENTED, Move.AUDIT):
        assert ground.worth(who, engine.start(who, 2), reading(move, overlap=0)) == 1


def test_a_plain_question_on_what_anybody_may_ask_is_fair_once_and_a_questionnaire_after_that(who: Persona):
    asked = reading(Move.CALIBRATED, topics=("process",), overlap=0)
    assert ground.worth(who, after_no(who, canned=0), asked) == 1
    assert ground.worth(who, after_no(who, canned=5), asked) < 0.4


def test_whole_lines_given_back_show_no_listening(who: Persona):
    back = reading(Move.MIRROR, "echo", overlap=1.0)
    state = after_no(who)
    assert ground.worth(who, state, back) < 0.5
    assert ground.listened(who, state, back, True) == 0


def test_a_canned_script_never_reaches_the_real_reason(who: Persona):
    secret = who.behind(who.objections[0].id)[-1].id
    for seed in range(40):
        state = after_no(who)
        for move in (Move.LABEL, Move.CALIBRATED) * 5:
            state = engine.respond(who, 2, seed, state, reading(move, overlap=0)).state
        assert secret not in state.told


def test_nobody_agrees_to_a_step_with_a_rep_who_did_not_listen(who: Persona):
    state = after_no(who)
    main = replace(state.objections[0], status=Status.EXPLORED)
    told = tuple(fact.id for fact in who.facts[:4])
    ready = replace(
        state, mood=Mood(80, 80, 0), live="", objections=(main, *state.objections[1:]), told=told, stage=Stage.EVALUATE
    )
    step = reading(Move.NEXT_STEP, step="accept")
    for seed in range(40):
        deaf = engine.respond(who, 1, seed, ready, step).cue.act
        heard = engine.respond(
            who, 1, seed, replace(ready, listened=LEVELS[1].heard, moves=(*ready.moves, Move.LABEL)), step
        ).cue.act
        assert deaf is not Act.COMMITMENT_YES
        assert heard is Act.COMMITMENT_YES


ODD = [
    ("somebody else's name", reading(Move.OTHER, "wrong_name"), "wrong_name"),
    ("a page of text", reading(Move.PITCH, "page", words=200), "page"),
    ("stems strung together", reading(Move.OTHER, "stuffed"), ""),
]


@pytest.mark.parametrize(("what", "said", "shape"), ODD, ids=[row[0] for row in ODD])
def test_what_is_no_way_to_talk_is_remarked_on(what: str, said: Reading, shape: str, who: Persona):
    cue = engine.respond(who, 2, 1, engine.start(who, 2), said).cue
    assert (cue.act, cue.shape) == (Act.PUZZLED, shape)


def test_the_prospect_takes_the_day_the_rep_named_but_no_sunday(who: Persona):
    state = after_no(who, listened=6)
    main = replace(state.objections[0], status=Status.EXPLORED)
    told = tuple(fact.id for fact in who.facts[:4])
    ready = replace(
        state, mood=Mood(80, 80, 0), live="", objections=(main, *state.objections[1:]), told=told, stage=Stage.COMMIT
    )
    for day, taken in (("thursday", "thursday"), ("sunday", ""), ("", "")):
        said = replace(reading(Move.NEXT_STEP, step="accept"), day=day)
        cue = engine.respond(who, 1, 3, ready, said).cue
        assert (cue.act, cue.shape) == (Act.COMMITMENT_YES, taken)


def test_a_question_about_somebody_is_not_answered_with_the_topics_next_fact(who: Persona):
    state = replace(engine.start(who, 1), mood=Mood(80, 60, 0), turn=3, stage=Stage.DISCOVER)
    said = reading(Move.CALIBRATED, "names_somebody", topics=("problem",))
    cues = [engine.respond(who, 1, seed, state, said).cue for seed in range(40)]
    assert {cue.act for cue in cues} <= {Act.DEFLECT, Act.DONT_KNOW, Act.ASK_BACK}
    assert not any(cue.fact for cue in cues)
