"""What strangers got the wrong answer to: offers to let them go, steps asked in passing, questions in haste."""

from dataclasses import replace

import pytest

from benchmarks.played import begin
from roleplay.listener.scope import Scope
from roleplay.model import Act, Mood, Move, Outcome, Reading, Stage, Status
from roleplay.persona import Persona
from roleplay.prospect import closing, engine, ground, reveal
from roleplay.prospect.difficulty import LEVELS
from roleplay.prospect.hearing import heard
from roleplay.prospect.inquiry import in_full
from tests.readings import reading

OPENER = "Have I caught you at a bad time?"
LETS_GO = [
    "do you want to hang up?",
    "feel free to hang up",
    "Would you like me to stop?",
    "You can cut me off, honestly.",
]


def hears(text: str, who: Persona, last: str = "Hello?") -> Reading:
    return heard(text, Scope.of(who, (), [last], who.offer.words, 3), who)


@pytest.mark.parametrize("text", LETS_GO)
async def test_who_is_offered_the_way_out_says_no_stay(text: str, personas: dict[str, Persona]):
    for id in ("sofia", "dana", "tunde"):
        call = begin(personas[id], 2, 3)
        await call.say(OPENER)
        turn = await call.say(text)
        assert (turn.reading.ask, turn.cue.act) == ("exit", Act.PERMISSION_NO)


def test_who_is_pressed_takes_the_way_out(personas: dict[str, Persona]):
    who = personas["dana"]
    state = replace(engine.start(who, 3), mood=Mood(15, 20, 75), turn=4, stage=Stage.DISCOVER)
    response = engine.respond(who, 3, 1, state, reading(Move.NO_ORIENTED, ask="exit"))
    assert (response.cue.act, response.state.outcome) == (Act.DISENGAGE, Outcome.VAGUE)


@pytest.mark.parametrize(
    "text",
    ["Do you want to stop losing oil?", "Do you want to end the year with fewer remakes?", "Can I leave it there?"],
)
def test_not_every_end_is_an_offer_to_let_them_go(text: str, personas: dict[str, Persona]):
    assert hears(text, personas["moira"]).ask != "exit"


@pytest.mark.parametrize(
    "text", ["ok with a quick demo right?", "up for a trial then?", "happy to do a short meeting?"]
)
async def test_a_step_asked_for_in_passing_is_not_waved_through(text: str, personas: dict[str, Persona]):
    for id in ("naomi", "gareth"):
        call = begin(personas[id], 2, 3)
        await call.say(OPENER)
        turn = await call.say(text)
        assert turn.reading.lead is Move.NEXT_STEP
        assert turn.cue.act not in (Act.CONFIRM, Act.COMMITMENT_YES, Act.DEFLECT)


HASTE = [
    ("how you quote jobs?", "how do you quote jobs?"),
    ("so how you handle invoices now?", "so how do you handle invoices now?"),
    ("what your drivers say about it?", "what do your drivers say about it?"),
    ("how do you fill shifts", "how do you fill shifts?"),
    ("who is in charge of the rota", "who is in charge of the rota?"),
    ("what you need is a plan", "what you need is a plan"),
    ("how you doing that is beyond me", "how you doing that is beyond me"),
    ("What you said about Ola makes sense.", "What you said about Ola makes sense."),
    ("When you send bills", "When you send bills"),
    ("How are you?", "How are you?"),
]


@pytest.mark.parametrize(("typed", "said"), HASTE)
def test_a_question_typed_in_haste_is_heard_in_full(typed: str, said: str):
    assert in_full(typed) == said


ASKED = [
    ("marek", "how you quote jobs?", "quote_how"),
    ("tunde", "how do you fill shifts", "process"),
    ("moira", "have any pipes ever frozen on you?", "frozen"),
]


@pytest.mark.parametrize(("id", "text", "fact"), ASKED)
async def test_and_is_answered_with_what_it_asks_for(id: str, text: str, fact: str, personas: dict[str, Persona]):
    for seed in range(4):
        call = begin(personas[id], 2, seed)
        await call.say(OPENER)
        assert (await call.say(text)).cue.fact == fact


async def test_who_else_is_answered_with_somebody(personas: dict[str, Persona]):
    call = begin(personas["tunde"], 2, 3)
    await call.say(OPENER)
    turn = await call.say("Who else would need to see it?")
    assert personas["tunde"].fact(turn.cue.fact).topic in ("people", "decision")


def test_a_label_of_nothing_but_their_words_is_a_mirror_unless_it_names_their_no(personas: dict[str, Persona]):
    who = personas["naomi"]
    last = "I've legs and a suitcase. We don't need it."
    state = replace(engine.start(who, 1), turn=3, live="need", acts=(Act.HOLD,), moves=(Move.LABEL,))
    echo = hears("It sounds like you've legs and a suitcase.", who, last)
    covered = "We don't need a box, there's a supermarket over the road and I've a suitcase."
    named = hears("It sounds like you don't need a box.", who, covered)
    felt = hears("It sounds like you're worried about the suitcase.", who, last)
    assert ground.as_heard(echo, state).lead is Move.MIRROR
    assert ground.as_heard(named, state).lead is Move.LABEL
    assert ground.as_heard(felt, state).lead is Move.LABEL


def test_a_no_presupposes_no_figure_that_nobody_named(personas: dict[str, Persona]):
    for who in personas.values():
        for objection in who.objections:
            for line in (*objection.cover, *objection.again):
                assert not any(words in line.lower() for words in ("that figure", "your figure", "your arithmetic"))


def ready_at(turn: int, proposals: int, who: Persona) -> bool:
    state = replace(
        engine.start(who, 1), mood=Mood(80, 70, 0), turn=turn, listened=2,
        told=tuple(fact.id for fact in who.facts[:4]),
        moves=(Move.LABEL,) * (turn - proposals) + (Move.NEXT_STEP,) * proposals,
    )  # fmt: skip
    state = reveal.with_status(state, who.objections[0].id, Status.EXPLORED)
    return closing.ready(who, state, LEVELS[1])


def test_asking_again_for_a_step_does_not_undo_what_was_listened_to(personas: dict[str, Persona]):
    for who in (personas["moira"], personas["dana"]):
        assert ready_at(8, 0, who)
        assert ready_at(14, 6, who)
        assert not ready_at(14, 0, who)


def test_giving_back_one_fact_shows_an_ear_though_it_is_no_summary(personas: dict[str, Persona]):
    who = personas["moira"]
    state = replace(engine.start(who, 1), turn=3, told=("thermometer",), acts=(Act.DISCLOSE,), moves=(Move.CALIBRATED,))
    said = reading(Move.SUMMARY, covers=("thermometer",))
    assert ground.listened(who, state, said, apt=False) == 1
    assert ground.listened(who, state, reading(Move.SUMMARY, overlap=0), apt=False) == 0
    assert ground.listened(who, state, reading(Move.SUMMARY, "echo", covers=("thermometer",)), apt=False) == 0


BROAD = [
    "What makes the day hard at your place?", "What would you change if you could?",
    "What annoys you about how it works now?",
    "What slows you down?", "Where does the time go?", "Tell me how it works at your end.", "How's business?",
]  # fmt: skip


@pytest.mark.parametrize("text", BROAD)
async def test_a_broad_question_about_their_world_gets_something_of_it(text: str, personas: dict[str, Persona]):
    acts = []
    for who in personas.values():
        if not who.gatekeeper:
            call = begin(who, 2, 11)
            await call.say(OPENER)
            acts.append((await call.say(text)).cue.act)
    assert acts.count(Act.DISCLOSE) >= 10, acts
