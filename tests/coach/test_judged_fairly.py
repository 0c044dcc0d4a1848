"""What a stranger read on a card and did not believe: each such clause is said only where it is so."""

from dataclasses import replace

import pytest

from roleplay import coach
from roleplay.coach.changes import NOT_AGREED, changes
from roleplay.coach.claims import Case
from roleplay.coach.difference import otherwise
from roleplay.coach.evidence import gather
from roleplay.coach.rubric import scores
from roleplay.model import Act, Call, Move, NoKind, Outcome, Status, Turn
from roleplay.persona import Persona
from tests.coach.calls import call, play, turn
from tests.readings import reading

NO = turn(reading(Move.NO_ORIENTED, topics=("detention",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
TALK = turn(Move.CALIBRATED, Act.DETAIL)
STEP = turn(Move.NEXT_STEP, Act.SOFT_NO, text="One page, and I ring you Thursday at ten to hear a yes or a no?")
EMPTY_PUSH = "We already have a budget freeze, so sign now? 100% guarantee, don't you want to save money?"


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


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


def test_a_part_of_the_reason_that_was_told_is_not_called_untold(dana: Persona):
    """Dana's word in the break room lies behind her main no, and so does more."""
    first, *_, deepest = dana.behind(dana.objections[0].id)
    part = turn(Move.LABEL, Act.DISCLOSE, reply="I gave them my word it would be painless.", fact=first.id)
    told = coach.truth(call(NO, part), dana)
    assert (told.came_out, told.partly, told.behind) == (0, 2, part.reply)
    assert "Part of why came out at turn 2" in str(told)
    assert deepest.gist not in str(told)


@pytest.mark.parametrize(
    ("cue", "said", "shown"),
    [
        ("'who is': asks a plain fact", "what goes wrong on those days?", "asks a plain fact"),
        ("'what goes': asks an open question", "What goes wrong on those days?", "'what goes': asks an open question"),
        ("'We do invoices. Have': makes a claim", "We do invoices. Have you one?", "'We do invoices.': makes a claim"),
        ("'so it is the waste that bothers...': names it", "so it is the waste that bothers you", "names it"),
        ("not clear enough to say", "hm", "not clear enough to say"),
    ],
)  # fmt: skip
def test_a_badge_quotes_words_the_rep_would_know_again(cue: str, said: str, shown: str):
    read = turn(
        replace(reading(Move.CALIBRATED), moves=(replace(reading(Move.CALIBRATED).moves[0], cue=cue),)), text=said
    )
    assert coach.cue(read) == shown


def with_listened(times: int, turns: int = 7) -> Call:
    """A call of several turns in which the rep took up what was said so often."""
    whole = call(NO, *[TALK] * (turns - 1))
    last = replace(whole.turns[-1], state=replace(whole.turns[-1].state, listened=times))
    return replace(whole, turns=(*whole.turns[:-1], last))


def test_each_time_something_is_taken_up_counts_and_the_card_says_how_often_it_was(dana: Persona):
    found = [gather(with_listened(times), dana) for times in (0, 1, 2)]
    marks = [scores(evidence)["listening"] or 0 for evidence in found]
    assert marks == sorted(marks)
    assert len(set(marks)) == 3
    card = coach.review(with_listened(1), dana)
    why = next(item.why for item in card.dimensions if item.name == "listening")
    assert "taken up only once" in why
    assert "told little" not in why


def test_one_share_of_the_talk_is_right_for_short_calls_and_long_ones(dana: Persona):
    for turns in (3, 12):
        many = with_listened(3, turns)
        why = {item.name: item.why for item in coach.review(many, dana).dimensions}["listening"]
        assert "40 to" not in why
        assert "35 to 50" not in why


def test_a_question_after_ones_own_push_is_worth_less_than_after_a_free_no(dana: Persona):
    drawn = turn(reading(Move.TIE_DOWN, topics=("detention",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
    label = turn(Move.LABEL, Act.DISCLOSE, text="It sounds like the docks wear everyone down.")
    free, forced = (scores(gather(call(first, label), dana))["after the no"] or 0 for first in (NO, drawn))
    assert forced < free


def test_a_slip_of_the_fingers_does_not_make_a_line_said_twice_a_new_one(dana: Persona):
    line = "It sounds like the drivers would take it badly this quarter."
    twice = [turn(Move.LABEL, Act.HOLD, text=text) for text in (line, line.replace("drivers", "dirvers"))]
    other = turn(Move.LABEL, Act.HOLD, text=line.replace("drivers", "shippers"))
    again = [gather(call(twice[0], NO, after), dana).follow_ups[0].response.again for after in (twice[1], other)]
    assert again == [True, False]


def test_two_takes_say_what_the_prospect_did_otherwise(dana: Persona):
    objection = dana.objections[0].id
    held = turn(Move.REBUTTAL, Act.HOLD)
    told = turn(Move.LABEL, Act.DISCLOSE, main=Status.EXPLORED, objection=objection, told=("break_room",))
    first, second = call(NO, held, outcome=None), call(NO, told, outcome=None)
    said = otherwise(first, second, 2, dana)
    assert said[0] == "What was behind the no came out at turn 2; in the first take it did not."
    assert said[1] == "One new thing came out, none in the first take."
    assert "in the first take Dana" in said[2]
    assert otherwise(first, first, 2, dana) == []
