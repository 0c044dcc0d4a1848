"""What stands beside the score: the score as meant, the hints looked at, and what moved between two cards."""

from dataclasses import replace

import pytest

from roleplay import coach
from roleplay.coach.difference import Difference
from roleplay.model import Act, Call, Move, NoKind
from roleplay.persona import Persona
from tests.coach.calls import call, turn


@pytest.fixture
def read_wrongly() -> Call:
    """A no, then a label that was read as a rebuttal."""
    said = turn(Move.REBUTTAL, Act.DETAIL, text="Sounds like it cost you.", told=("churn",))
    made = call(turn(Move.NO_ORIENTED, Act.GENUINE_NO, no=NoKind.REASON), said, turn(Move.CALIBRATED, Act.DETAIL))
    return replace(made, turns=(made.turns[0], replace(made.turns[1], contested=Move.LABEL), made.turns[2]))


def test_a_contested_reading_is_scored_both_ways_and_the_one_as_read_counts(
    read_wrongly: Call, personas: dict[str, Persona]
):
    card = coach.review(read_wrongly, personas["dana"])
    meant = coach.meant(read_wrongly, personas["dana"])
    assert card.total is not None
    assert meant is not None
    assert meant > card.total
    both = f"As read {card.total:.0f} · as you meant it {meant:.0f}"
    assert both in coach.both_ways(card, read_wrongly, personas["dana"])
    text = coach.text(card, read_wrongly, personas["dana"])
    assert both in text
    assert text.startswith(f"{personas['dana'].name}, level 2: {card.total:.0f} of 100")


def test_what_is_not_contested_is_shown_one_way(read_wrongly: Call, personas: dict[str, Persona]):
    plain = replace(read_wrongly, turns=tuple(replace(each, contested=None) for each in read_wrongly.turns))
    assert coach.both_ways(coach.review(plain, personas["dana"]), plain, personas["dana"]) == ""
    assert coach.contested(plain) == []


def test_a_contested_message_comes_with_the_line_it_answered(read_wrongly: Call):
    (found,) = coach.contested(read_wrongly)
    assert (found.turn, found.read, found.label) == (2, Move.REBUTTAL, Move.LABEL)
    assert found.prev == read_wrongly.turns[0].reply


def test_hints_are_noted_and_cost_nothing(read_wrongly: Call, personas: dict[str, Persona]):
    steps = (0, 1, 3)
    turns = tuple(replace(each, hint=step) for each, step in zip(read_wrongly.turns, steps, strict=True))
    helped = replace(read_wrongly, turns=turns)
    assert coach.hinted(helped) == "Hints looked at: turn 2 a nudge, turn 3 a line. They cost nothing."
    assert coach.hinted(read_wrongly) == ""
    assert coach.review(helped, personas["dana"]) == coach.review(read_wrongly, personas["dana"])
    assert "turn 3 a line" in coach.text(coach.review(helped, personas["dana"]), helped, personas["dana"])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (0.2, 0.8, "after the no, better (7 of 35, now 28)"),
        (0.8, 0.2, "after the no, worse (28 of 35, now 7)"),
        (None, 0.5, "after the no, now judged (not judged, now 18)"),
        (0.5, None, "after the no, no longer judged (18 of 35, now not judged)"),
        (0.50, 0.51, "after the no, better (17.5 of 35, now 17.9)"),
    ],
)
def test_a_difference_says_which_way_and_by_how_much(before: float | None, after: float | None, told: str):
    assert str(Difference("after the no", 35, before, after, "so", "so")) == f"{told}: so"


def test_marks_name_nos_yeses_and_what_came_out(personas: dict[str, Persona]):
    made = call(
        turn(Move.NO_ORIENTED, Act.BARE_NO, no=NoKind.BARE),
        turn(Move.LABEL, Act.DISCLOSE, told=("a", "b")),
        turn(Move.MIRROR, Act.OBJECT, no=NoKind.REASON, told=("a", "b")),
    )
    dana = personas["dana"]
    found = coach.marks(made, dana)
    assert [(mark.turn, mark.word) for mark in found] == [(1, "no"), (2, "told"), (3, "no")]
    assert coach.key([mark.word for mark in found]) == "no (n) a real no, told (t) something new came out"
    page = " ".join(coach.text(coach.review(made, dana), made, dana).split())
    assert "turn 1, a bare no, soon explained; turn 2, 2 new things came out; turn 3, the same no again" in page


def test_a_no_the_card_calls_drawn_by_a_push_is_not_marked_as_real(personas: dict[str, Persona]):
    made = call(turn(Move.PRESSURE, Act.OBJECT, no=NoKind.REASON), turn(Move.LABEL))
    (found, *_) = coach.marks(made, personas["dana"])
    assert (found.word, found.clause) == ("no?", "a no wrung out by a push")
    assert coach.truth(made, personas["dana"]).turn == 0
