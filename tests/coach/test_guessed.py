"""What the rep thought before the card, held against the script."""

from dataclasses import replace

import pytest

from roleplay import coach
from roleplay.coach.guessed import UNKNOWN, Right, held_against, right
from roleplay.coach.truth import Truth
from roleplay.model import Act, Guess, Meaning, Move, NoKind, Status, YesKind
from roleplay.persona import Persona
from tests.coach.calls import call, turn
from tests.readings import reading

NO = turn(reading(Move.NO_ORIENTED, topics=("detention",)), Act.GENUINE_NO, no=NoKind.REASON, main=Status.RAISED)
EMPTY = turn(Move.TIE_DOWN, Act.COUNTERFEIT_YES, yes=YesKind.COUNTERFEIT)
REAL = turn(Move.NEXT_STEP, Act.COMMITMENT_YES, yes=YesKind.COMMITMENT)
UNEASY, AFFORD = Meaning.UNCOMFORTABLE, Meaning.CANNOT_AFFORD


def script(no: int = 0, *yeses: tuple[int, YesKind]) -> Truth:
    return Truth(no, UNEASY, "", 0, yeses)


@pytest.mark.parametrize(
    ("guess", "truth", "found"),
    [
        pytest.param(Guess(True), script(3), (True, None, None), id="a no was there, and nothing else was said"),
        pytest.param(Guess(False), script(3), (False, None, None), id="a no was missed"),
        pytest.param(Guess(False), script(), (True, None, None), id="there was none, and that was seen"),
        pytest.param(Guess(True, AFFORD), script(), (False, None, None), id="a no that was none has nothing behind it"),
        pytest.param(Guess(True, UNEASY), script(3), (True, True, None), id="what was behind it was seen"),
        pytest.param(Guess(True, AFFORD), script(3), (True, None, None), id="what was behind it was never told"),
        pytest.param(
            Guess(True, AFFORD), replace(script(3), behind="Walt left."), (True, False, None),
            id="what was behind it was told, and it was something else",
        ),
        pytest.param(Guess(False, yes=0), script(0, (2, YesKind.COUNTERFEIT)), (True, None, True), id="an empty yes"),
        pytest.param(Guess(False, yes=2), script(0, (2, YesKind.CONFIRMATION)), (True, None, False), id="a reflex"),
        pytest.param(
            Guess(False, yes=4), script(0, (2, YesKind.COUNTERFEIT), (4, YesKind.COMMITMENT)), (True, None, True),
            id="of two the real one",
        ),
        pytest.param(Guess(False, yes=0), script(0, (4, YesKind.COMMITMENT)), (True, None, False), id="one missed"),
    ],
)  # fmt: skip
def test_a_guess_is_held_against_the_script(guess: Guess, truth: Truth, found: tuple[bool | None, ...]):
    assert held_against(guess, truth) == found


@pytest.mark.parametrize(
    ("guess", "says"),
    [
        (
            Guess(True, AFFORD, 2),
            f"Right about the no and the yes.{UNKNOWN}",
        ),
        (Guess(True, UNEASY, 2), "Right about the no, what was behind it and the yes."),
        (Guess(False), "There was no genuine no. Not right about the no."),
        (Guess(True), "There was a genuine no. Right about the no."),
        (Guess(False, yes=0), "no yes was real. Not right about the no or the yes."),
    ],
)
def test_it_is_told_in_words_beside_the_truth(guess: Guess, says: str, personas: dict[str, Persona]):
    dana = personas["dana"]
    whole = replace(call(NO, REAL), guess=guess)
    assert dana.objections[0].meaning is UNEASY
    assert says in coach.guessed(whole, dana)
    text = " ".join(coach.text(coach.review(whole, dana), whole, dana).split())
    assert f"You thought: {coach.guessed(whole, dana)} What the script says: A real no at turn 1" in text


def test_no_guess_is_nothing_said_and_nothing_counted(personas: dict[str, Persona]):
    dana, whole = personas["dana"], call(NO, EMPTY)
    assert coach.guessed(whole, dana) == ""
    assert right(whole, dana) == Right()
    assert "You thought" not in coach.text(coach.review(whole, dana), whole, dana)


def test_a_guess_moves_no_score(personas: dict[str, Persona]):
    dana, whole = personas["dana"], call(NO, EMPTY)
    assert coach.review(replace(whole, guess=Guess(True, AFFORD, 2)), dana) == coach.review(whole, dana)
