"""What they have no fact about gets a vague answer of the sort that was asked for, and never somebody else's fact."""

import pytest

from benchmarks.played import begin
from benchmarks.questions.__main__ import ask
from roleplay.listener.scope import Scope
from roleplay.model import Act, Cue, Move
from roleplay.persona import Persona
from roleplay.prospect import engine, wanted
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.hearing import heard
from roleplay.prospect.inquiry import of_somebody
from roleplay.prospect.scene import Scene
from roleplay.prospect.vague import shape
from roleplay.prospect.yes_or_no import LEAVE

OPENER = "Have I caught you at a bad time?"

FORMS = [
    ("How often do two of you collide?", "often"),
    ("How long does a crown appointment take?", "long"),
    ("How long have you been short?", "since"),
    ("Who puts the kettle on?", "who"),
    ("When did it last stop?", "was"),
    ("Which corner is the worst?", "which"),
    ("What happens when it rains?", "happens"),
    ("What would you do if he retired?", "if"),
    ("How do your people feel about it?", "feel"),
    ("How do you find out about it?", "how"),
    ("Have you ever been up there?", "ever"),
    ("Do the guards wear hats?", "some"),
    ("Does the dog bark?", "does"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_every_form_of_question_has_vague_answers_of_its_own(text: str, form: str):
    assert shape(text) == form


HOLDS = [
    ("How often does it stop?", "It stopped in May and cost me a tank of milk.", False),
    ("How often does it stop?", "Twice a week in frost.", True),
    ("How long does it take?", "Three people do it, and one of them grumbles.", False),
    ("How long does it take?", "Fifty minutes in good boots.", True),
    ("When did it last stop?", "It stops at eight.", False),
    ("When did it last stop?", "Week last Tuesday.", True),
]


@pytest.mark.parametrize(("question", "line", "holds"), HOLDS)
def test_a_line_answers_how_often_or_how_long_only_where_it_says_so(question: str, line: str, holds: bool):
    assert wanted.holds(line, wanted.wanted(question)) is holds


STAFF = [("dana", "Who sweeps the floor in the shop?"), ("priti", "Who feeds the dog at the gate?")]


@pytest.mark.parametrize(("id", "text"), STAFF)
async def test_who_does_one_thing_is_not_answered_with_the_whole_staff(
    id: str, text: str, personas: dict[str, Persona]
):
    turn = (await ask(personas[id], text)).turn
    assert turn.cue.act is not Act.DISCLOSE
    assert (turn.cue.act, turn.cue.shape) == (Act.BRIEF, "who")


OF_SOMEBODY = [
    "Would your sister mind changing it?",
    "Have you lost any customers to them?",
    "Has the union ever objected?",
]
OFFERED = [
    "Have you given up on fixing it?", "Would a short call be ridiculous?", "Would your boss be against it?",
    "Have you got a minute?",
]  # fmt: skip


@pytest.mark.parametrize("text", OF_SOMEBODY)
def test_what_somebody_else_would_do_is_a_plain_question(text: str):
    assert of_somebody(text)


@pytest.mark.parametrize("text", OFFERED)
def test_a_question_whose_easy_answer_is_no_is_none(text: str):
    assert not of_somebody(text)


def test_leave_to_speak_of_something_is_no_offer_to_refuse(personas: dict[str, Persona]):
    who, text = personas["anjali"], "Would I be wasting your breath asking about your nurses?"
    reading = heard(text, Scope.of(who, (), ["Hello?"], who.offer.words, 3), who)
    assert reading.lead is Move.NO_ORIENTED
    assert reading.ask in LEAVE


async def test_the_first_call_tells_it_is_not_the_second(personas: dict[str, Persona]):
    call = begin(personas["hal"], 2, 3)
    await call.say(OPENER)
    assert (await call.say("Who orders the lumber, you or Kristin?")).cue.fact == "orders_who"


def test_a_no_asked_again_and_again_is_put_in_new_words_and_then_owned_as_the_same(personas: dict[str, Persona]):
    for who in personas.values():
        for no in who.objections:
            assert len(no.cover) + len(no.again) >= 7
        main, said = who.objections[0], []
        for number in range(1, 9):
            cue = Cue(Act.HOLD, "neutral", engine.WORDS[Act.HOLD], objection=main.id, shape="argued")
            scene = Scene(who, who.offer, " ".join(said), (), "But why?", cue, (), 4, number)
            said.append(BuiltIn().line(scene))
        assert len(set(said)) == len(said)
        lines = (*main.cover, *main.again)
        assert any(not any(line in each for line in lines) for each in said), said
