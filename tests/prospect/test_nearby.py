"""Good curiosity is met: a warm prospect gives a part, a word near it or more of what they told, and is no wall."""

from dataclasses import replace

import pytest

from benchmarks.played import begin
from roleplay.listener.scope import Scope
from roleplay.model import Act, Mood, Move, Reading, Stage, State, Status
from roleplay.persona import Persona
from roleplay.prospect import engine, recall, reveal
from roleplay.prospect.difficulty import LEVELS
from roleplay.prospect.hearing import heard
from tests.readings import reading

SEEDS = range(40)
WARM, COLD = Mood(52, 50, 8), Mood(12, 20, 60)


@pytest.fixture(params=["dana", "marek", "anjali", "ken"])
def who(request: pytest.FixtureRequest, personas: dict[str, Persona]) -> Persona:
    return personas[request.param]


def talking(who: Persona, level: int, mood: Mood, **changes: object) -> State:
    return replace(engine.start(who, level), mood=mood, turn=4, stage=Stage.DISCOVER, gate=None, **changes)


def kept(who: Persona) -> Reading:
    """A question that asks for the real reason, before it may be told."""
    secret = who.behind(who.objections[0].id)[-1]
    return replace(reading(Move.CALIBRATED, topics=(secret.topic,)), near=(secret.id,))


def test_asked_for_what_they_keep_the_warm_tell_something_less_and_never_the_secret(who: Persona):
    said, secret = kept(who), kept(who).near[0]
    cues = [engine.respond(who, 1, seed, talking(who, 1, WARM), said).cue for seed in SEEDS]
    assert all(cue.fact != secret for cue in cues)
    assert sum(cue.act in (Act.DISCLOSE, Act.DETAIL) for cue in cues) > 0.9 * len(cues)
    assert all(who.fact(cue.fact).tier < 3 and cue.shape == "part" for cue in cues if cue.act is Act.DISCLOSE)


def test_the_cold_turn_aside(who: Persona):
    said = kept(who)
    assert {engine.respond(who, 4, seed, talking(who, 4, COLD), said).cue.act for seed in SEEDS} == {Act.DEFLECT}


def test_the_harder_the_level_the_more_is_turned_aside_in_the_same_mood(who: Persona):
    def aside(level: int) -> int:
        responses = (engine.respond(who, level, seed, talking(who, level, WARM), kept(who)) for seed in range(200))
        return sum(each.cue.act is Act.DEFLECT for each in responses)

    counts = [aside(level) for level in LEVELS]
    assert counts == sorted(counts)
    assert counts[0] < 10 < counts[-1]


def test_who_is_warm_never_turns_aside_twice_running(who: Persona):
    state = talking(who, 5, Mood(55, 40, 10), acts=(Act.GREET, Act.DEFLECT))
    unknown = reading(Move.CALIBRATED, "specific", "own")
    for said in (kept(who), unknown, reading(Move.CALIBRATED, topics=(next(iter(who.topics)),))):
        acts = {engine.respond(who, 5, seed, state, said).cue.act for seed in SEEDS}
        assert Act.DEFLECT not in acts


def test_asked_about_what_they_just_told_they_say_more_of_it(who: Persona):
    fact = next(fact for fact in who.facts if fact.more and fact.tier == 1)
    state = talking(who, 2, WARM, told=(fact.id,), acts=(Act.GREET, Act.DISCLOSE))
    for said in (
        replace(reading(Move.CALIBRATED, "specific"), overlap=0.3),
        reading(Move.CALIBRATED, "specific", recall.POINTS),
    ):
        cues = [engine.respond(who, 2, seed, state, said).cue for seed in SEEDS]
        assert {(cue.act, cue.fact) for cue in cues} == {(Act.DETAIL, fact.id)}


def test_a_fact_told_is_not_walled_off_when_it_is_asked_for_again(who: Persona):
    for fact in who.facts:
        state = talking(who, 2, WARM, told=(fact.id,), acts=(Act.GREET, Act.BRIEF))
        said = replace(reading(Move.CALIBRATED, topics=(fact.topic,)), near=(fact.id,))
        assert engine.respond(who, 2, 3, state, said).cue.act in (Act.DETAIL, Act.DISCLOSE), fact.id


def test_a_warm_person_does_not_repeat_their_no_to_two_questions_running(who: Persona):
    main = who.objections[0]
    state = reveal.with_status(talking(who, 1, WARM), main.id, Status.RAISED)
    state = replace(state, live=main.id, last_no=2, acts=(Act.GENUINE_NO, Act.HOLD))
    acts = [engine.respond(who, 1, seed, state, reading(Move.CALIBRATED, questions=1)).cue.act for seed in SEEDS]
    assert Act.DEFLECT not in acts
    assert acts.count(Act.HOLD) < len(acts) / 4


NAMED = [
    ("naomi", "What happened at the Tollgate thing?", "why_need"),
    ("ken", "What was it with Pillay?", "why_competitor"),
    ("moira", "Who was Hanratty?", "why_timing"),
]


@pytest.mark.parametrize(("id", "question", "fact"), NAMED)
def test_a_name_of_theirs_finds_the_fact_it_stands_in(id: str, question: str, fact: str, personas: dict[str, Persona]):
    who = personas[id]
    assert heard(question, Scope.of(who, (), ["Hello?"], who.offer.words, 3), who).near[0] == fact


async def test_a_kept_secret_asked_for_by_name_stays_one(personas: dict[str, Persona]):
    call = begin(personas["naomi"], 1, 3)
    for text in ("Have I caught you at a bad time?", "What happened at the Tollgate thing?"):
        await call.say(text)
    assert "why_need" not in call.state.told
    assert "flies" not in " ".join(call.lines).lower()
