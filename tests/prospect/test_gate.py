"""The gatekeeper in front of a prospect: what gets past, what does not, and that nothing of it counts."""

import asyncio

import pytest

from roleplay import coach
from roleplay.coach import nos
from roleplay.model import Act, Mode, Outcome
from roleplay.persona import Persona
from roleplay.prospect import engine, gate
from roleplay.session import Session
from roleplay.simulate.play import Job, run

HONEST = (
    "Good morning Lindiwe, this is Ana from Northlight. It is a sales call, about the patrols. "
    "Could you help me, is it a bad time to try him?"
)
PRETENCE = "He is expecting my call, just put me through."


@pytest.fixture
def ken(personas: dict[str, Persona]) -> Persona:
    return personas["ken"]


def call(ken: Persona, *said: str, level: int = 2, seed: int = 1) -> Session:
    session = Session.start(ken, level=level, seed=seed, mode=Mode.EXAM)

    async def talk() -> None:
        for text in said:
            if not session.over:
                await session.say(text)

    asyncio.run(talk())
    return session


def through(ken: Persona, *said: str, level: int = 2) -> int:
    """In how many of 20 calls the rep ends up with the prospect on the line."""
    return sum(call(ken, *said, level=level, seed=seed).state.gate is None for seed in range(20))


def test_the_gatekeeper_picks_up_and_the_prospect_only_after_her(ken: Persona):
    session = call(ken)
    assert ken.gatekeeper
    assert session.call.opening in ken.gatekeeper.opening
    assert session.on_the_line == "Lindiwe"
    while session.state.gate is not None and not session.over:
        asyncio.run(session.say(HONEST))
    turn = session.call.turns[-1]
    assert turn.cue.act is Act.GATE_PASS
    assert gate.speaker(ken, turn.cue) == "Lindiwe"
    assert any(turn.reply.endswith(f"Ken: {line}") for line in ken.opening)
    assert session.on_the_line == "Ken"


def test_the_truth_and_a_request_for_help_get_past_her(ken: Persona):
    assert through(ken, HONEST, HONEST) >= 16


@pytest.mark.parametrize(
    "said",
    [
        PRETENCE,
        "Great to hear your voice again, it is me!",
        "It's urgent, put me through right now.",
        "You stupid cow.",
    ],
)
def test_tricks_pushing_and_insults_do_not(said: str, ken: Persona):
    assert through(ken, said, said, said, level=3) == 0


def test_asking_for_him_without_a_reason_does_not_either(ken: Persona):
    assert through(ken, *["Is Ken there?"] * 6, level=3) == 0


def test_a_trick_spoils_the_truth_told_with_it(ken: Persona):
    assert through(ken, f"{HONEST} {PRETENCE}", level=3) == 0


def test_a_message_with_a_purpose_is_a_way_back_in(ken: Persona):
    session = call(ken, "This is Ana from Northlight, it is about the patrols. Could I leave him a message?", level=5)
    if not session.over:
        asyncio.run(session.say("May I leave a message for him, then?"))
    assert session.call.outcome is Outcome.INFORMATION or session.state.gate is None


def test_a_harder_level_lets_fewer_through(ken: Persona):
    said = ["Hello, Ana from Northlight, I am calling about the patrols.", "Could you help me reach him?"]
    rates = [through(ken, *said, level=level) for level in (1, 2, 4, 5)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > rates[-1]


def test_nothing_said_at_the_gate_moves_the_prospect_or_is_scored(ken: Persona):
    session = call(ken, PRETENCE, PRETENCE, PRETENCE)
    assert session.state.mood == engine.start(ken, 2).mood
    assert not any(turn.no for turn in session.call.turns)
    card = coach.review(session.call, ken)
    assert card.total is None
    assert "Lindiwe" in card.note


def test_the_clock_starts_when_the_prospect_picks_up(ken: Persona):
    """The same call behind the gatekeeper and without one: the first no is as early for the coach."""
    direct = ken.model_copy(update={"gatekeeper": None})
    opener = "Would I be off base to think the patrols take more of your week than you like?"
    questions = ["What happens with the occurrence book when the two do not agree?", opener] * 3
    plain = call(direct, opener, *questions, seed=4)
    through = call(ken, *[HONEST] * 3, seed=4)
    at_the_gate = next(turn.number for turn in through.call.turns if turn.cue.act is Act.GATE_PASS)
    behind = call(ken, *[HONEST] * at_the_gate, opener, *questions, seed=4)
    first, later = (nos.heard(each.call.turns, ken)[0] for each in (plain, behind))
    assert (first.turn, first.words) == (later.turn, later.words)


def test_no_bot_that_games_gets_past_her_to_a_step():
    for bot in ("closing", "injections", "keyword stuffing"):
        assert not any(run(Job("ken", 1, bot, seed)).success for seed in range(3))


def test_the_gatekeepers_model_is_told_nothing_of_the_prospect(ken: Persona):
    from roleplay.prospect.scene import Scene
    from roleplay.prospect.voiced import messages

    cue = engine.respond(ken, 3, 1, engine.start(ken, 3), call(ken, "Is Ken there?").call.turns[0].reading).cue
    sent = " ".join(
        str(message["content"])
        for message in messages(Scene(ken, ken.offer, "Hello.", (), "Is Ken there?", cue, (), 1, 1))
    )
    assert "Lindiwe Mokoena" in sent
    assert not any(fact.gist in sent for fact in ken.facts)
    assert ken.day not in sent
