"""What a stranger read on a card and did not believe: each such clause is said only where it is so."""

import pytest

from roleplay import coach
from roleplay.coach.changes import NOT_AGREED, changes
from roleplay.coach.claims import Case
from roleplay.coach.evidence import gather
from roleplay.model import Act, Move, NoKind, Outcome, Status, Turn
from roleplay.persona import Persona
from tests.coach.calls import call, play, turn
from tests.readings import reading

NO = turn(reading(Move.NO_ORIENTED, topics=("detention",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
TALK = turn(Move.CALIBRATED, Act.DETAIL)
STEP = turn(Move.NEXT_STEP, Act.SOFT_NO, text="One page, and I ring you Thursday at ten to hear a yes or a no?")
EMPTY_PUSH = "We already have a budget freeze, so sign now? 100% guarantee, don't you want to save money?"


def whys(dana: Persona, *turns: Turn) -> str:
    """Every claim to something worth changing, before the card picks a few."""
    whole = call(*turns, outcome=Outcome.VAGUE)
    return " | ".join(claim.why for claim in changes(Case(whole, dana, gather(whole, dana))))


@pytest.mark.parametrize(
    ("turns", "says", "not_said"),
    [
        pytest.param((NO, TALK, STEP), NOT_AGREED[1], "no step agreed", id="a step asked for last"),
        pytest.param((NO, TALK, STEP, TALK), NOT_AGREED[1], "no step agreed", id="and one message after it"),
        pytest.param((NO, TALK, TALK), "no step agreed, and no goodbye", NOT_AGREED[1], id="none was asked for"),
    ],
)
def test_a_call_left_open_says_whether_a_step_was_asked_for(
    turns: tuple[Turn, ...], says: str, not_said: str, personas: dict[str, Persona]
):
    assert says in whys(personas["dana"], *turns)
    assert not_said not in whys(personas["dana"], *turns)


@pytest.mark.parametrize(
    ("topics", "says"),
    [(("detention",), "a question anyone could ask"), ((), "nothing of theirs in it")],
    ids=["their world is in it", "nothing of theirs is in it"],
)
def test_that_nothing_of_theirs_is_in_a_message_is_said_only_where_it_is_so(
    topics: tuple[str, ...], says: str, personas: dict[str, Persona]
):
    stock = turn(reading(Move.CALIBRATED, "stock", topics=topics, questions=1), Act.HOLD, text="What would it take?")
    assert says in whys(personas["dana"], NO, stock, TALK)


def test_whoever_only_pushed_for_a_yes_gets_nothing_for_yes_discipline(personas: dict[str, Persona]):
    naomi = personas["naomi"]
    pushed = play(naomi, ["Hi Naomi, is it a bad time?", "Sounds like you get a lot of these calls.", EMPTY_PUSH])
    scores = {item.name: item.score for item in coach.review(pushed, naomi).dimensions}
    assert (scores["yes discipline"] or 0) < 0.2


def test_a_take_that_does_what_the_card_told_is_not_marked_down(personas: dict[str, Persona]):
    """The same moment said as the card taught: taken up first, no phrase for anybody."""
    naomi = personas["naomi"]
    before = [
        "Hi Naomi, this is Sam. Would it be a bad idea to take thirty seconds to say why?",
        "Thanks. We put together a weekly box of fruit for offices. Sounds like you're the one who does the shopping?",
        "That sounds like a pain. What happens to the fruit on a day when half the people stay home?",
        "Would it be ridiculous to try one box for a week and see whether less gets binned?",
    ]
    stock = "What would have to happen before it was worth a call?"
    taught = "You carry it and you know who's in. Sounds like it only works because it's you."

    def mean(said: str) -> float:
        return sum(coach.mark(play(naomi, [*before, said], seed=seed), naomi) or 0 for seed in range(1, 7)) / 6

    assert mean(taught) >= mean(stock) - 1
