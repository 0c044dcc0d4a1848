"""A yes on a condition: a rep who promises what it hangs on has met it, one who asks again has not."""

from dataclasses import replace

import pytest

from roleplay.listener.scope import Scope
from roleplay.model import Act, Mood, Move, Reading, State, Status, YesKind
from roleplay.persona import Persona
from roleplay.prospect import engine, terms
from roleplay.prospect.hearing import heard
from roleplay.simulate.theirs import terms_of
from tests.prospect.test_engine import explored
from tests.readings import reading

CONDITION = "If drivers never touch it, then yes, Marcy could look."
WILLING = Mood(85, 80, 0)


def hear(text: str, who: Persona, *lines: str) -> Reading:
    return heard(text, Scope.of(who, (), list(lines), who.offer.words, 9), who)


MEETS = [
    "No driver touches it, you have my word.",
    "Agreed. The drivers never touch it.",
    "Then the drivers won't touch it, and we look at one week of slips with Marcy.",
    "That's fair. We can do that.",
    "Deal.",
]
MEETS_NOT = [
    "How would that work?",
    "What would the drivers have to touch?",
    "Drivers never touch it?",
    "So, if drivers never touch it, then yes, Marcy could look.",
    "I can't promise that no driver touches it.",
    "Twenty minutes over the Peoria gate log with Marcy, then?",
    "Why don't we do twenty minutes over the Peoria gate log with Marcy Odell, the yard lead?",
    "It sounds like you have been let down before.",
]


@pytest.mark.parametrize("text", MEETS)
def test_a_promise_of_what_was_asked_meets_it(text: str, personas: dict[str, Persona]):
    assert terms.MET in hear(text, personas["dana"], CONDITION).modifiers
    assert terms.MET in hear(text, personas["dana"], CONDITION, "Once what I said is met, and not before.").modifiers


@pytest.mark.parametrize("text", MEETS_NOT)
def test_a_question_a_proposal_and_their_own_line_do_not(text: str, personas: dict[str, Persona]):
    assert terms.MET not in hear(text, personas["dana"], CONDITION).modifiers


def test_each_condition_of_each_prospect_can_be_met_in_its_own_words(personas: dict[str, Persona]):
    for who in personas.values():
        for line in who.steps.condition:
            promised = terms_of(line)
            assert promised, line
            assert terms.MET in hear(f"{promised}. That's how we'll do it.", who, line).modifiers, (line, promised)


def on_terms(who: Persona, state: State) -> State:
    return replace(state, offered="condition", acts=(*state.acts[:-1], Act.CONDITIONAL_YES), mood=WILLING)


def meet(who: Persona, state: State) -> engine.Response:
    return engine.respond(who, 3, 5, state, replace(reading(Move.OTHER), modifiers=(terms.MET,)))


@pytest.fixture
def ready(personas: dict[str, Persona]) -> State:
    return on_terms(personas["dana"], explored(personas["dana"], WILLING))


def test_a_yes_whose_condition_is_met_holds(ready: State, personas: dict[str, Persona]):
    given = meet(personas["dana"], replace(ready, listened=1))  # who asked for terms asks for no more than those
    assert given.cue.act is Act.COMMITMENT_YES
    assert given.yes is YesKind.COMMITMENT
    assert given.state.listened == 2


def test_where_their_main_no_never_came_up_it_comes_up_now(ready: State, personas: dict[str, Persona]):
    latent = replace(ready.objections[0], status=Status.LATENT)
    given = meet(personas["dana"], replace(ready, objections=(latent, *ready.objections[1:])))
    assert given.cue.act is Act.OBJECT
    assert given.state.live == ready.objections[0].id


def test_where_it_is_not_understood_they_name_a_smaller_step(ready: State, personas: dict[str, Persona]):
    raised = replace(ready.objections[0], status=Status.RAISED)
    given = meet(personas["dana"], replace(ready, objections=(raised, *ready.objections[1:])))
    assert given.cue.act is Act.COUNTER_PLAN


def test_nothing_is_met_that_was_not_asked(ready: State, personas: dict[str, Persona]):
    given = meet(personas["dana"], replace(ready, offered=""))
    assert given.cue.act not in (Act.COMMITMENT_YES, Act.COUNTER_PLAN)
