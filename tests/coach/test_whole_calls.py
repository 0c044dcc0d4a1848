"""Whole calls through listener, engine and built-in actor: skill and pushing apart, better lines that do better."""

import asyncio
import time
from dataclasses import replace

import pytest

from roleplay import listener
from roleplay.coach import hint, review
from roleplay.coach.better import OPENNESS
from roleplay.coach.hints import NO_LINES
from roleplay.coach.material import lines_before, state_before
from roleplay.listener.scope import Scope
from roleplay.model import Call, Finding, Mode
from roleplay.persona import Persona
from roleplay.prospect import engine
from roleplay.session import Session
from tests.coach.calls import play
from tests.coach.test_review import assert_sound

PEOPLE = ["naomi", "tunde", "marek", "moira", "carlos", "dana", "hal", "anjali", "priti", "ken"]
"""Everyone who can be won."""
PUSHY = [
    "You'd like to save some money, wouldn't you?",
    "We're the market leader and our platform saves firms like yours thirty percent, guaranteed.",
    "I understand, but ours is different, and everyone says that at first.",
    "Look, if I knock ten percent off, would you sign today?",
    "So shall I book you in for Tuesday or Wednesday?",
    "Everybody in your trade has it already, you don't want to be the last one, do you?",
]
MIXED = [
    "Is now a good time to talk about saving money?",
    "What is the hardest part of your week?",
    "We can fix that, our software does it all for you automatically.",
    "It sounds like you have been let down before.",
    "I hear you, but it only takes a minute to set up.",
    "What would have to change first?",
    "Great, so shall I send the contract over?",
    "Okay, thanks, bye.",
]

STUCK = [
    "What would matter most to you here?",
    "It sounds like there is more behind that.",
    "How has that gone so far?",
]
"""What a rep says in turn where no hint has a line: nobody skilled says one thing six times."""


@pytest.fixture(params=PEOPLE)
def who(request: pytest.FixtureRequest, personas: dict[str, Persona]) -> Persona:
    return personas[request.param]


def guided(who: Persona, seed: int) -> Call:
    """A rep who says what the third hint suggests, and thanks them once a step is agreed."""
    session = Session.start(who, level=2, seed=seed, mode=Mode.PRACTICE)

    async def talk() -> None:
        for _ in range(16):
            if session.over:
                return
            line = hint(session.call, who, 3)
            if session.state.offered == "accept":
                line = "Thank you, I will let you get on."
            elif line in NO_LINES:
                line = STUCK[len(session.call.turns) % len(STUCK)]
            await session.say(line)

    asyncio.run(talk())
    session.end()
    return session.call


def test_a_skilled_call_scores_over_seventy_five(who: Persona):
    totals = [review(guided(who, seed), who).total or 0 for seed in (1, 2, 3)]
    assert sum(totals) / len(totals) > 75
    assert min(totals) > 65


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_pushy_call_scores_under_thirty_five(who: Persona, seed: int):
    total = review(play(who, PUSHY, seed=seed), who).total
    assert total is None or total < 35


@pytest.mark.parametrize("lines", [PUSHY, MIXED])
@pytest.mark.parametrize("level", [1, 2, 3, 5])
def test_a_card_is_sound_and_its_better_lines_do_better(who: Persona, level: int, lines: list[str]):
    call = play(who, lines, level=level)
    card = review(call, who)
    assert_sound(card, call)
    assert card == review(call, who)
    for found in card.findings:
        if found.better:
            assert_does_better(found, call, who)


def assert_does_better(found: Finding, call: Call, who: Persona) -> None:
    turn, state = call.turns[found.turn - 1], state_before(call, who, found.turn)
    scope = Scope.of(who, state.told, lines_before(call, found.turn), who.offer.words, found.turn)
    answer = engine.respond(who, call.setup.level, call.setup.seed, state, listener.read_rep(found.better, scope))
    opener = OPENNESS.get(answer.cue.act, 4) > OPENNESS.get(turn.cue.act, 4)
    warmer = answer.state.mood.trust > turn.state.mood.trust
    calmer = answer.state.mood.pressure < turn.state.mood.pressure
    ends_better = engine.close(who, answer.state) is not call.outcome
    assert opener or warmer or calmer or ends_better


def test_locked_facts_are_in_no_better_line_and_no_hint(who: Persona):
    for seed in range(1, 4):
        call = play(who, MIXED, seed=seed)
        told = {id for turn in call.turns for id in turn.state.told}
        shown = [item.better for item in review(call, who).findings] + [hint(call, who, step) for step in (1, 2, 3)]
        locked = [fact.gist for fact in who.facts if fact.id not in told]
        assert not any(gist in line for gist in locked for line in shown)


def test_a_forty_turn_call_is_scored_at_once(who: Persona):
    """The bar is 5 ms on a quiet machine; what is asserted leaves room for a crowded one."""
    turns = play(who, MIXED).turns
    many = tuple(replace(turns[index % len(turns)], number=index + 1) for index in range(40))
    call = replace(play(who, MIXED), turns=many)
    review(call, who)
    spent = []
    for _ in range(5):
        began = time.process_time()
        review(call, who)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.03
