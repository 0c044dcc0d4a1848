"""The script: from persona, state and what was heard to the next state and the act to be voiced. Pure and exact.

`start` gives the state a call begins with, `respond` takes one rep message, `close` says how a call ends that the rep
breaks off. The same seed and the same moves always give the same acts and moods.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from roleplay.model import Act, Cue, Mood, No, ObjectionState, Outcome, Reading, Stage, State, YesKind
from roleplay.persona import Persona
from roleplay.prospect import closing, effects, gate, ground
from roleplay.prospect.choose import choose
from roleplay.prospect.difficulty import LEVELS, Level
from roleplay.prospect.moment import Choice, Moment

WORDS: dict[Act, tuple[int, int]] = {
    **dict.fromkeys((Act.BRIEF, Act.STALL, Act.BARE_NO), (2, 8)),
    **dict.fromkeys((Act.DEFLECT, Act.DOUBT, Act.SOFT_NO, Act.ASK_BACK, Act.PUZZLED, Act.DONT_KNOW), (5, 18)),
    Act.REBUKE: (2, 14),
    **dict.fromkeys((Act.OBJECT, Act.HOLD, Act.GENUINE_NO, Act.REFER, Act.COUNTER_PLAN, Act.CONDITIONAL_YES), (8, 25)),
    **dict.fromkeys((Act.DETAIL, Act.DISCLOSE, Act.CORRECT, Act.THATS_RIGHT), (8, 35)),
    **dict.fromkeys((Act.CONFIRM, Act.PERMISSION_NO, Act.YOURE_RIGHT), (2, 14)),
    **gate.WORDS,
    **dict.fromkeys((Act.COUNTERFEIT_YES, Act.COMMITMENT_YES), (6, 25)),
    **dict.fromkeys((Act.HANG_UP, Act.DISENGAGE, Act.FAREWELL, Act.BOUNDARY, Act.GREET), (2, 18)),
}
"""How long a reply of each act is, in words (prospect.md, widened where a short answer is the natural one)."""

COLOURED = frozenset({Act.DETAIL, Act.DISCLOSE, Act.DOUBT, Act.DEFLECT})
"""Acts that may carry the level's habit of speech."""


@dataclass(frozen=True, slots=True)
class Response:
    """What the engine made of one rep message."""

    state: State
    cue: Cue
    no: No | None = None
    yes: YesKind | None = None


def start(persona: Persona, level: int) -> State:
    """The state a call begins with: the level's numbers, moved by the persona's own."""
    numbers, shift = LEVELS[level], persona.mood
    mood = Mood(numbers.trust + shift.trust, numbers.interest + shift.interest, numbers.pressure + shift.pressure)
    objections = tuple(ObjectionState(item.id) for item in persona.objections)
    return State(mood, numbers.patience, objections=objections, gate=() if persona.gatekeeper else None)


def greeting(persona: Persona) -> Cue:
    """The cue of the line a call opens with; a gatekeeper says it where there is one."""
    return Cue(Act.GREET, "neutral", WORDS[Act.GREET], shape=gate.GREETING if persona.gatekeeper else "")


def respond(persona: Persona, level: int, seed: int, state: State, reading: Reading) -> Response:
    """Take one rep message: move the mood, choose the act, and say what it may reveal."""
    if gate.stands(state):
        return Response(*gate.respond(level, seed, state, reading))
    numbers = LEVELS[level]
    reading = ground.as_heard(reading, state)
    worth = ground.worth(persona, state, reading)
    effect = effects.apply(reading, state, numbers, persona.temper, worth)
    luck = Random(f"{seed}:{state.turn + 1}").random()
    after = replace(
        state, mood=effect.mood, patience=round(effect.patience, 2), turn=state.turn + 1,
        listened=ground.listened(persona, state, reading, effect.apt), canned=ground.canned(persona, state, reading),
    )  # fmt: skip
    choice = choose(Moment(persona, numbers, reading, state, after, effect.apt, luck, worth))
    final = replace(choice.state, moves=(*state.moves, reading.lead), acts=(*state.acts, choice.act))
    final = replace(final, stage=_stage(persona, numbers, final))
    return Response(final, _cue(choice, final, reading, numbers, luck), choice.no, choice.yes)


def close(persona: Persona, state: State) -> Outcome:
    """How a call stands that the rep breaks off without a goodbye."""
    return state.outcome or closing.outcome(state, persona, said_goodbye=False)


def _stage(persona: Persona, level: Level, state: State) -> Stage:
    """What the call has come to; it never falls back."""
    if state.stage in (Stage.WON, Stage.LOST):
        return state.stage
    reached = Stage.OPEN
    if state.turn >= 2 or state.told:
        reached = Stage.DISCOVER
    if len(state.told) >= 2:
        reached = Stage.EVALUATE
        if persona.winnable and closing.ready(persona, state, level):
            reached = Stage.COMMIT
    order = list(Stage)
    return max(state.stage, reached, key=order.index)


def _cue(choice: Choice, state: State, reading: Reading, level: Level, luck: float) -> Cue:
    colour = level.colour if choice.act in COLOURED and (luck * 7919) % 1 < 1 / 6 and state.turn > 1 else ""
    return Cue(
        act=choice.act,
        stance=stance(state.mood),
        words=WORDS[choice.act],
        topic=choice.topic,
        fact=choice.fact,
        objection=choice.objection,
        ask=reading.ask,
        shape=choice.shape,
        colour=colour,
    )


def stance(mood: Mood) -> str:
    """The mood as a word: guarded, neutral or warm."""
    if mood.trust < 35 or mood.pressure > 55:
        return "guarded"
    return "warm" if mood.trust >= 60 and mood.pressure < 40 else "neutral"
