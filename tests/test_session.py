"""A call as a front end drives it: turns, rewind, a failing voice, the end, and nothing lost on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roleplay.errors import NotReached
from roleplay.model import Call, Mode, Move, Outcome
from roleplay.persona import Persona
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Emit, Scene, Spoken
from roleplay.session import Session
from roleplay.store import Store

SAID = [
    "Hi Marek, it's Ana from Tallow. Have I caught you at a bad time?",
    "Would it be off the mark to say the invoicing eats your evenings?",
    "Sounds like money's tighter than people would guess.",
    "What about the price doesn't work right now?",
    "Fine. I'll leave you to it, thanks Marek.",
]


class Failing(BuiltIn):
    """An actor whose line is down until it is mended."""

    name = "some-model"
    down = True

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        if self.down:
            raise NotReached("nothing answers")
        return await super().voice(scene, emit)


@pytest.fixture
def marek(personas: dict[str, Persona]) -> Persona:
    return personas["marek"]


def begin(who: Persona, **changes: object) -> Session:
    return Session.start(who, **{"level": 2, "seed": 7, "mode": Mode.EXAM, **changes})  # type: ignore[arg-type]


async def play(session: Session, said: list[str] = SAID) -> Call:
    for text in said:
        if not session.over:
            await session.say(text)
    session.end()
    return session.call


async def test_the_same_setup_and_words_give_the_same_call(marek: Persona):
    one, two = await play(begin(marek)), await play(begin(marek))
    assert one.turns == two.turns
    assert (one.opening, one.outcome) == (two.opening, two.outcome)


async def test_a_goodbye_ends_the_call_and_it_says_by_whom(marek: Persona):
    call = await play(begin(marek))
    assert call.ended_by == "rep"
    assert call.outcome in (Outcome.EXIT_KNOWN, Outcome.EXIT_UNKNOWN)


async def test_a_failing_voice_takes_no_turn_and_the_same_words_go_on_as_if_nothing_happened(marek: Persona):
    actor = Failing()
    session = begin(marek, actor=actor)
    with pytest.raises(NotReached):
        await session.say(SAID[0])
    assert session.call.turns == ()
    actor.down = False
    assert [turn.state for turn in (await play(session)).turns] == [
        turn.state for turn in (await play(begin(marek))).turns
    ]


async def test_changing_the_voice_in_the_middle_changes_neither_acts_nor_moods(marek: Persona):
    session = begin(marek, actor=Failing())
    session.actor = BuiltIn()
    expected = await play(begin(marek))
    assert [turn.cue for turn in (await play(session)).turns] == [turn.cue for turn in expected.turns]


async def test_rewinding_gives_the_words_back_and_the_same_words_give_the_same_answer(marek: Persona):
    session = begin(marek)
    for text in SAID[:3]:
        await session.say(text)
    before = session.call.turns[1]
    assert session.rewind(2) == SAID[1]
    assert len(session.call.turns) == 1
    assert await session.say(SAID[1]) == before


async def test_an_ended_call_can_be_rewound_and_goes_on(marek: Persona):
    session = begin(marek)
    await play(session)
    session.rewind(len(session.call.turns))
    assert not session.over
    assert session.call.outcome is None


async def test_rewinding_to_no_turn_is_refused(marek: Persona):
    with pytest.raises(IndexError):
        begin(marek).rewind(1)


async def test_a_contested_reading_is_kept_beside_the_first(marek: Persona):
    session = begin(marek)
    await session.say(SAID[0])
    turn = session.contest(1, Move.PERMISSION)
    assert turn.contested is Move.PERMISSION
    assert turn.reading.lead is Move.NO_ORIENTED


async def test_a_call_can_be_resumed_where_it_was(marek: Persona, tmp_path: Path):
    store = Store(tmp_path / "calls.db")
    session = begin(marek, keeper=store)
    for text in SAID[:2]:
        await session.say(text)
    store.close()
    again = Store(tmp_path / "calls.db")
    resumed = Session(marek, again.call(session.call.id), BuiltIn(), again)
    assert resumed.state == session.state
    expected = await play(begin(marek))
    finished = await play(resumed, SAID[2:])
    assert finished.turns == expected.turns
    assert again.call(finished.id) == finished
    again.close()


async def test_ending_twice_changes_nothing(marek: Persona):
    session = begin(marek)
    await session.say(SAID[0])
    assert session.end() is session.end()


async def test_a_call_in_which_nothing_was_said_says_so(marek: Persona):
    assert begin(marek).end() is Outcome.NOTHING


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=300), max_size=4))
async def test_no_words_break_a_call(marek: Persona, said: list[str]):
    call = await play(begin(marek), said)
    assert all(turn.reply for turn in call.turns)
    assert all(0 <= turn.state.mood.trust <= 100 for turn in call.turns)


async def test_a_hundred_thousand_letters_are_one_message(marek: Persona):
    session = begin(marek)
    turn = await session.say("price " * 17_000)
    assert turn.reply
    assert session.call == replace(session.call, turns=(turn,), outcome=session.call.outcome)
