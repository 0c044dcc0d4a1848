"""What each move does to the mood, as a table whose rows read like sentences."""

from dataclasses import replace

import pytest

from roleplay.model import Act, Mood, Move, Reading, Stage, State
from roleplay.persona import Temper
from roleplay.prospect import effects
from roleplay.prospect.difficulty import LEVELS
from tests.readings import reading

CALM = Temper(because="even-tempered")
START = State(Mood(40, 38, 20), patience=10, turn=3, stage=Stage.DISCOVER, acts=(Act.DETAIL,) * 3)
AFTER_NO = replace(START, last_no=3, live="price", acts=(Act.DETAIL, Act.DETAIL, Act.OBJECT))


def change(said: Reading, state: State = START, level: int = 2) -> tuple[float, float, float]:
    mood = effects.apply(said, state, LEVELS[level], CALM).mood
    return mood.trust - state.mood.trust, mood.interest - state.mood.interest, mood.pressure - state.mood.pressure


RAISES_TRUST = [
    ("a no-oriented question", reading(Move.NO_ORIENTED), START),
    ("a no-oriented question about their world", reading(Move.NO_ORIENTED, topics=("docks",)), START),
    ("a calibrated question", reading(Move.CALIBRATED), START),
    ("a label once they said something", reading(Move.LABEL), START),
    ("a mirror", reading(Move.MIRROR), START),
    ("empathy after a no", reading(Move.EMPATHY), AFTER_NO),
    ("a softened why", reading(Move.WHY, "softened"), START),
    ("a graceful exit", reading(Move.EXIT), AFTER_NO),
    ("an answer to what they asked", reading(Move.PITCH), replace(START, acts=(Act.ASK_BACK,))),
    ("a pitch that names a told fact", reading(Move.PITCH, covers=("two",)), START),
]
COSTS_TRUST = [
    ("an unasked pitch", reading(Move.PITCH), START),
    ("a tie-down", reading(Move.TIE_DOWN), START),
    ("a bare why", reading(Move.WHY), START),
    ("a rebuttal", reading(Move.REBUTTAL), AFTER_NO),
    ("a pressure close", reading(Move.PRESSURE), START),
    ("an insult", reading(Move.HOSTILE), START),
    ("an instruction to the simulator", reading(Move.META), START),
    ("fishing for a yes early", reading(Move.YES_SEEKING), START),
    ("false familiarity", reading(Move.SMALL_TALK, "fake_familiarity"), START),
    ("a next step too early", reading(Move.NEXT_STEP), replace(START, stage=Stage.OPEN)),
    ("a third mirror running", reading(Move.MIRROR), replace(START, moves=(Move.MIRROR, Move.MIRROR))),
    ("a third label running", reading(Move.LABEL), replace(START, moves=(Move.LABEL, Move.LABEL))),
    ("a message of ninety words", reading(Move.SMALL_TALK, words=90), START),
]


@pytest.mark.parametrize(("what", "said", "state"), RAISES_TRUST, ids=[row[0] for row in RAISES_TRUST])
def test_raises_trust(what: str, said: Reading, state: State):
    trust, _, pressure = change(said, state)
    assert trust > 0
    assert pressure <= 2


@pytest.mark.parametrize(("what", "said", "state"), COSTS_TRUST, ids=[row[0] for row in COSTS_TRUST])
def test_costs_trust(what: str, said: Reading, state: State):
    trust, interest, pressure = change(said, state)
    assert trust < 0
    assert interest < 0
    assert pressure > 0


COLD = reading(Move.CALIBRATED)
BETTER = [
    ("their world beats a bare question", reading(Move.NO_ORIENTED, topics=("docks",)), reading(Move.NO_ORIENTED)),
    ("a question after a label beats a cold one", reading(Move.CALIBRATED, also=(Move.LABEL,)), COLD),
    ("a short message beats a long one", reading(Move.LABEL), reading(Move.LABEL, words=90)),
    ("a label alone beats one that carries a pitch", reading(Move.LABEL), reading(Move.LABEL, also=(Move.PITCH,))),
    ("a fresh phrase beats a stock one", reading(Move.LABEL), reading(Move.LABEL, "stock")),
    ("fishing costs more than a factual question", reading(Move.YES_SEEKING, "factual"), reading(Move.YES_SEEKING)),
    ("a first rebuttal costs less than none at all helps", reading(Move.OTHER), reading(Move.REBUTTAL)),
]


@pytest.mark.parametrize(("what", "better", "worse"), BETTER, ids=[row[0] for row in BETTER])
def test_the_better_message_leaves_more_trust_and_no_more_pressure(what: str, better: Reading, worse: Reading):
    good, bad = change(better), change(worse)
    assert good[0] >= bad[0]
    assert good[2] <= bad[2]
    assert good != bad


def test_a_second_rebuttal_running_costs_half_as_much_again():
    first = change(reading(Move.REBUTTAL), AFTER_NO)
    second = change(reading(Move.REBUTTAL), replace(AFTER_NO, moves=(Move.REBUTTAL,)))
    assert second[0] < 1.4 * first[0]
    assert second[2] > 1.4 * first[2]


def test_repeating_a_good_move_pays_less_each_time():
    gains = [change(reading(Move.EMPATHY), replace(START, moves=(Move.EMPATHY, Move.OTHER) * n))[0] for n in range(3)]
    assert gains[0] > gains[1] > gains[2]


@pytest.mark.parametrize("move", [Move.PITCH, Move.PRESSURE, Move.WHY])
def test_harm_grows_with_the_level(move: Move):
    losses = [change(reading(move), level=level)[0] for level in LEVELS]
    assert losses == sorted(losses, reverse=True)


def test_pressing_right_after_a_no_is_worse_than_at_any_other_time():
    assert change(reading(Move.PITCH), AFTER_NO)[2] > change(reading(Move.PITCH))[2]
    assert change(reading(Move.TIE_DOWN), AFTER_NO)[0] < change(reading(Move.TIE_DOWN))[0]


@pytest.mark.parametrize(
    ("said", "spent"),
    [(reading(Move.LABEL), 0.2), (reading(Move.OTHER), 0.8), (reading(Move.REBUTTAL), 1.2)],
    ids=["apt", "idle", "harmful"],
)
def test_patience_is_spent_by_what_a_message_is_worth(said: Reading, spent: float):
    after = effects.apply(said, START, LEVELS[3], CALM)
    assert START.patience - after.patience == pytest.approx(spent)


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("mood", [Mood(0, 0, 0), Mood(100, 100, 100), Mood(2, 98, 99)])
def test_moods_stay_between_0_and_100(move: Move, mood: Mood):
    after = effects.apply(reading(move, words=200), replace(AFTER_NO, mood=mood), LEVELS[5], CALM).mood
    assert all(0 <= value <= 100 for value in (after.trust, after.interest, after.pressure))
