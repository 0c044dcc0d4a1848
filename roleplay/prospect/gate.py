"""The gatekeeper: who picks up before the prospect does, what gets past, what does not. Pure, like the engine.

Nothing said here moves the prospect or counts as a no of theirs: a gatekeeper's no is one of process. A plain purpose,
a request for help and a respectful question get past; tricks, pushing and pretending to know the boss do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from roleplay.model import Act, Cue, Move, Outcome, Reading, Stage, State
from roleplay.persona import COMMON_TOPICS, Persona
from roleplay.prospect.scene import Scene

ACTS = frozenset({Act.GATE_ASK, Act.GATE_HOLD, Act.GATE_PASS, Act.GATE_BLOCK})
GREETING = "gate"
"""The shape of a greeting or goodbye that the gatekeeper says."""
WORDS: dict[Act, tuple[int, int]] = {
    Act.GATE_ASK: (5, 24),
    Act.GATE_HOLD: (6, 28),
    Act.GATE_PASS: (5, 24),
    Act.GATE_BLOCK: (6, 28),
}
TRICK, PUSH = "trick", "push"
RESPECTFUL = frozenset({Move.NO_ORIENTED, Move.PERMISSION, Move.AUDIT, Move.EMPATHY, Move.LABEL})
PUSHING = frozenset({Move.PRESSURE, Move.TIE_DOWN, Move.REBUTTAL, Move.META})


@dataclass(frozen=True, slots=True)
class Guard:
    """What a level makes of a gatekeeper: how much they want to hear, how long they listen, how many tricks they bear.

    `wants` of these: who is calling, what about, a request for help, respect.
    """

    wants: int
    turns: int
    tricks: int
    eager: float
    """The chance (0-1) that they put a caller through as soon as they have heard enough."""


LEVELS: dict[int, Guard] = {
    1: Guard(1, 6, 2, 1.0),
    2: Guard(2, 6, 2, 0.9),
    3: Guard(2, 5, 1, 0.8),
    4: Guard(3, 5, 1, 0.75),
    5: Guard(3, 4, 1, 0.65),
}


def stands(state: State) -> bool:
    """Whether the gatekeeper is on the line."""
    return state.gate is not None


def speaker(persona: Persona, cue: Cue | None = None) -> str:
    """Who says a line, by first name: the gatekeeper's own acts are theirs; with no cue, who picks up."""
    front = persona.gatekeeper
    theirs = front and (cue is None or cue.act in ACTS or cue.shape == GREETING)
    return front.first_name if front and theirs else persona.first_name


def with_pick_up(reply: str, scene: Scene) -> str:
    """A reply that puts the caller through, and how the prospect then picks up: their own words, whatever the voice."""
    if scene.cue.act is not Act.GATE_PASS:
        return reply
    who = scene.persona
    line = Random(f"{who.id}:{scene.seed}:pick up").choice(who.opening)
    return f"{reply} \u2026 {who.first_name}: {line}"


def respond(level: int, seed: int, state: State, reading: Reading) -> tuple[State, Cue]:
    """What the gatekeeper does about one message, and the state it leaves."""
    guard, before = LEVELS[level], state.gate or ()
    noted = (*before, "+".join(_notes(reading)))
    shown = {note for each in noted for note in each.split("+") if note}
    state = replace(state, gate=noted)
    luck = Random(f"{seed}:gate:{len(noted)}").random()
    tricks = sum(TRICK in each or PUSH in each for each in noted)
    heard = len(shown & {"name", "purpose", "help", "respect"})
    if reading.lead is Move.EXIT:
        return _over(state, Outcome.EXIT_UNKNOWN), _cue(Act.FAREWELL, GREETING)
    if reading.lead is Move.HOSTILE or tricks >= guard.tricks:
        return _over(state, Outcome.HUNG_UP), _cue(Act.GATE_BLOCK, "tricked")
    if "message" in noted[-1] and "purpose" in shown:
        return _over(state, Outcome.INFORMATION), _cue(Act.GATE_HOLD, "message")
    pushed = TRICK in noted[-1] or PUSH in noted[-1]
    if heard >= guard.wants and "purpose" in shown and not pushed and luck < guard.eager:
        return replace(state, gate=None), _cue(Act.GATE_PASS)
    if len(noted) >= guard.turns:
        if "purpose" in shown:
            return _over(state, Outcome.INFORMATION), _cue(Act.GATE_HOLD, "message")
        return _over(state, Outcome.EXIT_UNKNOWN), _cue(Act.GATE_BLOCK, "unheard")
    return state, _cue(Act.GATE_HOLD if {"name", "purpose"} <= shown else Act.GATE_ASK)


def _notes(reading: Reading) -> list[str]:
    """What a message shows a gatekeeper."""
    marks = set(reading.modifiers)
    own = set(reading.topics) - set(COMMON_TOPICS)
    found = {
        "name": "intro" in marks,
        "purpose": "gives_purpose" in marks or bool(own) or reading.lead is Move.PITCH,
        "help": "asks_help" in marks,
        "respect": reading.lead in RESPECTFUL or "apology" in marks,
        "message": "leaves_message" in marks,
        TRICK: bool({"pretends", "fake_familiarity"} & marks) or "stuffed" in marks,
        PUSH: reading.has(*PUSHING),
    }
    return [name for name, shown in found.items() if shown]


def _over(state: State, outcome: Outcome) -> State:
    return replace(state, outcome=outcome, stage=Stage.LOST)


def _cue(act: Act, shape: str = "") -> Cue:
    return Cue(act, "neutral", WORDS.get(act, (2, 18)), shape=shape)
