"""What a question wants to hear, and which line gives it."""

from dataclasses import replace

import pytest

from benchmarks.questions.__main__ import ask
from roleplay.model import Act, Heard, Move
from roleplay.persona import Persona
from roleplay.prospect.inquiry import in_full, inquires
from roleplay.prospect.meant import meant
from roleplay.prospect.vague import EITHER, shape
from roleplay.prospect.wanted import fitting, in_time, wanted
from tests.readings import reading

KINDS = [
    ("Who books the docks?", "who"),
    ("How many of those come on paper?", "many"),
    ("How often does that happen?", "often"),
    ("Morning! How long have you been open?", "long"),
    ("And when were the liners changed?", "was"),
    ("When do the bills go out?", "when"),
    ("How do you decide how many to buy?", "how"),
    ("Which van goes where?", "where"),
    ("How long's a bad wait for you, two hours? four?", "long"),
    ("Do you know how many come back?", "many"),
    ("Do you ever find one you forgot?", "whether"),
    ("If you could change one thing, what would it be?", "if"),
    ("That must have stung. How did they take it?", "how"),
    ("Tell me about the yard.", ""),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_question_wants_one_kind_of_answer(text: str, kind: str):
    assert wanted(text) == kind


SAYS = ["I walk the sheds with a pencil and write down what is low.", "It's a walk, about fifty minutes in good boots."]


def test_of_two_ways_of_telling_a_fact_the_one_that_holds_what_was_asked_is_said():
    assert fitting(SAYS, "How long does the walk take you?") == SAYS[1:]
    assert fitting(SAYS, "What do you write it with, a pencil?") == SAYS[:1]
    assert fitting(SAYS, "You walk it.") == SAYS


PLAIN = [
    "Who besides you would have to agree to a purchase like this?",
    "Be honest with me, is this a real priority right now or a nice idea for later?",
    "Do they all milk out evenly, or are some slow?",
]
PUSHING = [
    "Is there any reason you couldn't sign this today?",
    "What would it take to get you to agree to this price?",
    "Do you even know your own numbers?",
    "How about Tuesday?",
    "You like saving money, don't you?",
    "Which instructions were you given?",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_question_is_known_by_its_form(text: str):
    assert inquires(text)


@pytest.mark.parametrize("text", PUSHING)
def test_a_push_in_the_form_of_a_question_is_no_plain_question(text: str):
    assert not inquires(text)


def test_a_question_for_a_fact_they_have_is_heard_as_one_whatever_it_was_taken_for(personas: dict[str, Persona]):
    said, who = PLAIN[0], personas["priti"]
    taken = replace(reading(Move.TIE_DOWN, questions=1), near=("decision",))
    assert meant(taken, said, who).moves[0] == Heard(Move.OTHER, "asks a plain question")
    assert meant(reading(Move.TIE_DOWN, questions=1), said, who).lead is Move.TIE_DOWN
    assert meant(taken, PUSHING[0], who).lead is Move.TIE_DOWN


ANSWERED = [
    ("anjali", "Who takes the impressions, you or your associates?", "own_hands"),
    ("gareth", "What if Alun is away, who do you ring then?", "string"),
    ("hal", "And what does Kristin do with the numbers after that?", "friday_typing"),
    ("sofia", "Do you ever pay the same invoice twice?", "twice"),
    ("tunde", "How many people leave you in a month?", "leave_month"),
]


@pytest.mark.parametrize(("id", "question", "fact"), ANSWERED)
async def test_a_particular_question_gets_its_particular_answer(
    id: str, question: str, fact: str, personas: dict[str, Persona]
):
    assert (await ask(personas[id], question)).turn.cue.fact == fact


async def test_a_figure_nobody_has_is_not_answered_with_another(personas: dict[str, Persona]):
    turn = (await ask(personas["carlos"], "How many pillow mints do the guests eat in a year?")).turn
    assert not turn.cue.fact
    assert turn.cue.act in (Act.BRIEF, Act.DONT_KNOW, Act.DEFLECT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Where does it usually come unstuck with the parkade?", ""),
        ("Where does most of the money go?", ""),
        ("Help me understand your nurses from where you sit.", ""),
        ("Where do you keep the log?", "where"),
        ("Tell me a bit about housekeeping, if you would.", ""),
        ("Could you paint me a picture of the laboratory?", ""),
        ("Could you tell me who signs?", "who"),
        ("Who signs, if you don't mind me asking?", "who"),
    ],
)
def test_manners_and_figures_of_speech_ask_for_nothing_of_their_own(text: str, kind: str):
    assert wanted(text) == kind
    assert shape(text) == kind


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("I'm curious how long it takes from the door to your desk.", "How long it takes from the door to your desk?"),
        (
            "I'd love to know what's got harder since then. I mean for you.",
            "What's got harder since then? I mean for you.",
        ),
        ("I was wondering how many evenings you lose to it.", "How many evenings you lose to it?"),
        ("I'm curious whether you and Dale ever differ.", "Do you and Dale ever differ?"),
        ("which of the seven gives you the most trouble", "which of the seven gives you the most trouble?"),
        ("I was wondering if you'd be against a short visit.", "I was wondering if you'd be against a short visit."),
        ("I'd love to show you what it does.", "I'd love to show you what it does."),
    ],
)
def test_a_question_wrapped_up_is_put_straight(text: str, straight: str):
    assert in_full(text) == straight


ANSWERED = [
    ("anjali", "How many crown impressions would you send off to Corvedale in an ordinary week, roughly?", "volume"),
    ("marek", "How long is it, usually, between finishing a job and the bill going out?", "nine_days"),
    ("marek", "Do you reckon there's jobs that never get billed at all? Or parts that get left off?", "lose_parts"),
    ("ken", "which of the seven gives you the most trouble after closing time", "worst_centre"),
]


@pytest.mark.parametrize(("id", "question", "fact"), ANSWERED)
async def test_a_question_for_a_figure_is_told_the_fact_that_has_it(
    id: str, question: str, fact: str, personas: dict[str, Persona]
):
    assert (await ask(personas[id], question)).turn.cue.fact == fact


NO_INSULT = [
    ("dana", "Do your drivers ever say the waiting is why they leave? Or is it something else?"),
    ("moira", "Do the parents ever say anything about the cold? Or the girls and boys themselves, I suppose."),
    ("marek", "What does your sister get to work from, is it bits of paper, texts, photos of the boiler?"),
    ("anjali", "Who actually mixes and loads the tray, is that Maureen or whoever's nursing in that room?"),
]


@pytest.mark.parametrize(("id", "question"), NO_INSULT)
async def test_a_question_about_their_days_is_no_insult_no_push_and_no_wrong_name(
    id: str, question: str, personas: dict[str, Persona]
):
    assert (await ask(personas[id], question)).turn.cue.act in {Act.BRIEF, Act.DISCLOSE, Act.DONT_KNOW, Act.DEFLECT}


async def test_who_may_choose_is_answered_with_a_bit_of_both(personas: dict[str, Persona]):
    said = await ask(personas["gareth"], "Do you milk on your own mornings, or is there somebody in the pit with you?")
    assert said.turn.cue.shape == EITHER


def test_years_are_no_answer_to_how_long_it_takes():
    question = "How long does it take Alun to get to you?"
    assert not in_time("Alun Parry. Twenty-two years.", question)
    assert in_time("Half an hour, if the gates are open.", question)
    assert in_time("Twenty-two years.", "How long has Alun been mending it?")
