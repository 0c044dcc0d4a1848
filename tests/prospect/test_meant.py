"""What a message means to somebody who knows their own nos and steps, and what comes of never being listened to."""

from dataclasses import replace

import pytest

from roleplay.listener.scope import Scope
from roleplay.model import Act, Mood, Move, Outcome, Stage, Status
from roleplay.persona import Persona
from roleplay.prospect import engine, ground
from roleplay.prospect.hearing import heard
from roleplay.prospect.meant import meant, names
from tests.readings import reading


def test_their_step_named_in_full_is_a_proposal_and_no_summary(personas: dict[str, Persona]):
    said = "I'd propose an hour's walk round the boiler house with Fintan, nothing fitted."
    taken = meant(reading(Move.SUMMARY, "names_step"), said, personas["moira"])
    assert (taken.lead, taken.step) == (Move.NEXT_STEP, "accept")


def test_a_summary_of_two_told_facts_stays_one_though_it_names_the_step(personas: dict[str, Persona]):
    said = "So the cold corridor has twice the coughs, and Fintan walks the boiler house by torch."
    taken = meant(reading(Move.SUMMARY, "names_step", covers=("cold", "walk")), said, personas["moira"])
    assert taken.lead is Move.SUMMARY


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("Would you be against an hour's walk round the boiler house?", Move.NO_ORIENTED),
        ("So we're set for the walk round the boiler house. Take care, bye.", Move.EXIT),
        ("Thanks for giving the walk a chance. Have a good day.", Move.EXIT),
    ],
)
def test_a_step_asked_for_by_its_no_or_taken_leave_of_is_what_it_is(
    said: str, lead: Move, personas: dict[str, Persona]
):
    assert meant(reading(Move.SUMMARY, "names_step"), said, personas["moira"]).lead is lead


def test_their_no_in_other_words_is_a_label_and_shows_that_the_rep_listened(personas: dict[str, Persona]):
    who = personas["gareth"]
    main = engine.start(who, 2).objections[0]
    said = "It looks as though you are all right as you are and want nothing changed."
    taken = meant(reading(Move.OTHER, overlap=0), said, who)
    state = replace(
        engine.start(who, 2), mood=Mood(40, 40, 20), turn=3, stage=Stage.DISCOVER, live=main.id, last_no=3,
        objections=(replace(main, status=Status.RAISED, turn=3),), acts=(Act.OBJECT,), moves=(Move.PITCH,),
    )  # fmt: skip
    assert taken.lead is Move.LABEL
    assert names(taken, main.id)
    assert ground.worth(who, state, taken) == 1.0
    assert ground.listened(who, state, taken, apt=True) == 1


def test_one_word_of_a_no_in_passing_does_not_name_it(personas: dict[str, Persona]):
    taken = meant(reading(Move.CALIBRATED), "What's eating your time these days?", personas["moira"])
    assert not any(names(taken, item.id) for item in personas["moira"].objections)


def test_a_gatekeeper_hears_a_name_on_any_turn(personas: dict[str, Persona]):
    taken = meant(reading(Move.PERMISSION), "Good morning, I'm Ana from Northlight.", personas["ken"])
    assert "intro" in taken.modifiers


def test_line_upon_line_for_anybody_ends_the_call_and_listening_keeps_it_open(personas: dict[str, Persona]):
    who = personas["dana"]
    base = replace(engine.start(who, 2), turn=5, stage=Stage.DISCOVER, acts=(Act.BRIEF,), moves=(Move.LABEL,))
    stock = reading(Move.LABEL, overlap=0)
    ended = engine.respond(who, 2, 1, replace(base, canned=4), stock)
    assert ended.cue.act is Act.HANG_UP
    assert ended.cue.shape == "unheard"
    assert ended.state.outcome is Outcome.HUNG_UP
    assert engine.respond(who, 2, 1, replace(base, canned=4, listened=1), stock).state.outcome is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm crying at my desk. One yes would turn my whole week round.",
        "If you don't agree to a visit I will lose my job.",
        "Out of pity, give me the meeting?",
    ],
)
def test_who_pleads_presses(text: str, personas: dict[str, Persona]):
    who = personas["dana"]
    taken = heard(text, Scope.of(who, (), ["We have what we need."], who.offer.words, 5), who)
    assert taken.lead is Move.PRESSURE
    assert "guilt" in taken.modifiers


@pytest.mark.parametrize(
    "text",
    ["Tell you what, first three months free, how's that?", "Then I'll take ten per cent off for you.",
     "Okay, I could do it for half.", "What if I knocked twenty per cent off?"],
)  # fmt: skip
def test_what_is_offered_for_less_is_neither_a_question_nor_a_goodbye(text: str, personas: dict[str, Persona]):
    who = personas["marek"]
    taken = heard(text, Scope.of(who, (), ["It's money we haven't got."], who.offer.words, 5), who)
    assert taken.lead is Move.REBUTTAL
