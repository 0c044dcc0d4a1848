"""What the prospect may say now: which facts trust releases, and how the reason behind a no comes out."""

from __future__ import annotations

from dataclasses import replace

from roleplay.model import Meaning, Move, ObjectionState, Reading, State, Status
from roleplay.persona import Fact, Persona
from roleplay.prospect.difficulty import Level

FITS: dict[Meaning, frozenset[Move]] = {
    Meaning.NOT_READY: frozenset({Move.LABEL, Move.CALIBRATED, Move.SUMMARY, Move.MIRROR}),
    Meaning.UNCOMFORTABLE: frozenset({Move.LABEL, Move.EMPATHY, Move.AUDIT, Move.MIRROR}),
    Meaning.NOT_UNDERSTOOD: frozenset({Move.CALIBRATED, Move.NO_ORIENTED, Move.LABEL}),
    Meaning.CANNOT_AFFORD: frozenset({Move.CALIBRATED, Move.LABEL, Move.OTHER}),
    Meaning.WANTS_ELSE: frozenset({Move.CALIBRATED, Move.MIRROR, Move.SUMMARY}),
    Meaning.NEEDS_INFORMATION: frozenset({Move.CALIBRATED, Move.OTHER, Move.NO_ORIENTED}),
    Meaning.NEEDS_SOMEONE: frozenset({Move.CALIBRATED, Move.LABEL, Move.MIRROR}),
}
"""Which moves suit what a no means underneath (technique, section 3.2). OTHER stands for an either/or question."""

HEARD = 2
"""How often a rep must have taken up what was said before the real reason can come out."""
OPENING = frozenset({Move.CALIBRATED, Move.LABEL, Move.MIRROR, Move.SUMMARY, Move.NO_ORIENTED, Move.AUDIT, Move.WHY})

GENERAL = ("problem", "process", "today")
"""Topics an open question about nothing in particular may be answered from."""


def may_tell(fact: Fact, state: State, level: Level) -> bool:
    """Whether trust allows the fact, leaving luck aside; the real reason is for somebody who has listened."""
    return state.mood.trust >= level.release[fact.tier - 1] and (fact.tier < 3 or heard(state))


def heard(state: State, times: int = HEARD) -> bool:
    """Whether the rep has taken up what was said so often, and not drowned it in lines for anybody."""
    return state.listened >= times and state.canned <= 2 * state.listened + 1


def facts_on(topic: str, persona: Persona, state: State) -> list[Fact]:
    """The untold facts on a topic, shallowest first, without reasons that wait behind an objection not yet raised."""
    raised = {item.id for item in state.objections if item.status is not Status.LATENT}
    found = [f for f in persona.facts if f.topic == topic and f.id not in state.told]
    return sorted((f for f in found if f.tier < 3 or f.behind in raised or not f.behind), key=lambda fact: fact.tier)


def next_reason(persona: Persona, state: State, objection: str) -> Fact | None:
    """The next untold fact behind an objection, or None when its real reason is out."""
    return next((fact for fact in persona.behind(objection) if fact.id not in state.told), None)


def opening_chance(persona: Persona, state: State, reading: Reading, objection: str) -> float:
    """The chance (0-1) that a follow-up opens the reason behind an objection."""
    status = status_of(state, objection)
    meaning = persona.objection(objection).meaning
    fits = reading.lead in FITS[meaning]
    if "again" in reading.modifiers or (not opens(reading) and not (fits and meaning is Meaning.UNCOMFORTABLE)):
        return 0.0  # words that did not open it the first time
    chance = 0.15 + 0.6 * state.mood.trust / 100 + 0.25 * fits - 0.5 * state.mood.pressure / 100
    tried = 0.12 * max(0, state.turn - status.turn - 1)
    again = 0.5 ** max(0, state.moves[-3:].count(reading.lead) - 1)
    return max(0.0, min(1.0, chance + tried - 0.1 * status.hardened)) * again


def opens(reading: Reading) -> bool:
    """Whether a message asks or names anything: nobody is led to the real reason by kind words or a push."""
    return reading.lead in OPENING or (reading.lead is Move.OTHER and "either_or" in reading.modifiers)


def status_of(state: State, objection: str) -> ObjectionState:
    """Where an objection stands."""
    return {item.id: item for item in state.objections}[objection]


def with_status(state: State, objection: str, status: Status, harder: int = 0) -> State:
    """The state with one objection moved on."""
    changed = tuple(
        replace(item, status=status, hardened=item.hardened + harder, turn=item.turn or state.turn)
        if item.id == objection
        else item
        for item in state.objections
    )
    return replace(state, objections=changed)


def latent(state: State) -> str:
    """The first objection not yet raised, or ""."""
    return next((item.id for item in state.objections if item.status is Status.LATENT), "")


def may_surface(state: State, level: Level) -> str:
    """The next objection the level lets surface, or ""; the main one may, whatever else came out."""
    if state.objections[0].status is Status.LATENT:
        return state.objections[0].id
    raised = sum(item.status is not Status.LATENT for item in state.objections)
    return latent(state) if raised < level.objections else ""


def main_explored(persona: Persona, state: State) -> bool:
    """Whether the real reason behind the main objection has come out."""
    return status_of(state, persona.objections[0].id).status in (Status.EXPLORED, Status.RESOLVED)


def with_fact(persona: Persona, state: State, fact: Fact) -> State:
    """The state once a fact is told; telling the real reason leaves its objection explored and off the table."""
    state = replace(state, told=(*state.told, fact.id))
    if fact.behind and next_reason(persona, state, fact.behind) is None:
        state = with_status(state, fact.behind, Status.EXPLORED)
        if state.live == fact.behind:
            state = replace(state, live="")
    return state
