"""A moment played again: from where the prospect stood, with the same luck, and nothing of the call is touched."""

import asyncio
from dataclasses import replace

import pytest

from roleplay import takes
from roleplay.errors import UsageError
from roleplay.model import Call, Outcome, Take
from roleplay.persona import Persona
from roleplay.takes import Retake
from tests.coach.calls import play

LINES = (
    "Have I caught you at a bad time?",
    "Our tool is really cheap, you'd agree that's worth it, right?",
    "But it pays for itself in a week.",
    "Are you ready to sign today?",
)
OTHERS = ("It sounds like the evenings go on paperwork.", "What makes it slip?", "How would that go on one van?")


@pytest.fixture
def who(personas: dict[str, Persona]) -> Persona:
    return personas["marek"]


@pytest.fixture
def call(who: Persona) -> Call:
    return play(who, LINES, seed=7)


def again(who: Persona, call: Call, turn: int, *lines: str) -> Retake:
    retake = Retake(who, call, turn)

    async def talk() -> None:
        for line in lines:
            await retake.say(line)

    asyncio.run(talk())
    return retake


def take_of(who: Persona, call: Call, turn: int, *lines: str) -> Take:
    take = again(who, call, turn, *lines).take()
    assert take
    return take


def test_the_same_words_bring_the_same_answer(who: Persona, call: Call):
    retake = again(who, call, 2, *LINES[1:])
    assert retake.call.turns == call.turns


def test_other_words_change_what_follows_and_nothing_before_it(who: Persona, call: Call):
    before = call
    retake = again(who, call, 2, OTHERS[0])
    assert retake.call.turns[0] == call.turns[0]
    assert retake.call.turns[1].state.mood.trust > call.turns[1].state.mood.trust
    assert call == before


def test_a_take_ends_after_three_turns_or_when_it_is_stopped(who: Persona, call: Call):
    retake = again(who, call, 1, OTHERS[0])
    assert (retake.left, retake.over) == (2, False)
    assert again(who, call, 1, *OTHERS).over
    retake.stop()
    assert retake.over
    assert retake.call.outcome is None


def test_a_take_in_which_nothing_was_said_is_none(who: Persona, call: Call):
    assert Retake(who, call, 3).take() is None


def test_a_moment_can_be_played_again_twice(who: Persona, call: Call):
    take = take_of(who, call, 2, OTHERS[0])
    assert takes.again(call, (), 2) == 2
    assert takes.again(call, (take,), 2) == 3
    assert takes.again(call, (take, take), 3) == 2
    with pytest.raises(UsageError, match="Turn 2 has been played again twice"):
        takes.again(call, (take, take), 2)
    with pytest.raises(UsageError, match="no turn 9"):
        takes.again(call, (), 9)
    with pytest.raises(UsageError, match="still open"):
        takes.again(replace(call, outcome=None), (), 2)


def test_both_takes_are_judged_up_to_the_same_turn(who: Persona, call: Call):
    both = takes.compare(call, take_of(who, call, 2, *OTHERS[:2]), who)
    assert both.first.outcome is None
    assert len(both.second.turns) == 3
    assert both.totals
    first, second = both.totals
    assert second > first
    assert "ending" not in [item.name for item in both.changed]


def test_a_no_at_the_end_of_the_first_take_is_judged_by_its_answer(who: Persona, call: Call):
    assert call.turns[2].no
    both = takes.compare(call, take_of(who, call, 2, *OTHERS[:2]), who)
    assert not both.second.turns[-1].no
    assert len(both.first.turns) == 4


def test_a_no_in_the_last_turn_may_still_be_answered(who: Persona, call: Call):
    retake = again(who, call, 1, *LINES[:3])
    assert retake.call.turns[-1].no
    assert (retake.left, retake.over) == (1, False)
    asyncio.run(retake.say(OTHERS[0]))
    assert retake.over


def test_the_same_words_again_change_nothing(who: Persona, call: Call):
    assert takes.compare(call, take_of(who, call, 2, LINES[1]), who).changed == []


def test_an_end_that_came_in_one_take_only_is_told(who: Persona, call: Call):
    goodbye = take_of(who, call, 3, "Thank you for telling me. I will leave it there. Goodbye.")
    assert goodbye.outcome in (Outcome.EXIT_KNOWN, Outcome.EXIT_UNKNOWN)
    ending = next(item for item in takes.compare(call, goodbye, who).changed if item.name == "ending")
    assert ending.way == "better"


def test_takes_of_a_moment_are_numbered_from_two(who: Persona, call: Call):
    one, two, other = (take_of(who, call, turn, OTHERS[0]) for turn in (2, 2, 3))
    assert [takes.number(take, (one, other, two)) for take in (one, two, other)] == [2, 3, 2]
