"""A hint in three steps: a nudge, the kind of move, a line made for the moment."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.coach.better import Bar, Replay, Shown, better
from roleplay.coach.wording import MOVES, yours
from roleplay.model import Act, Call, Move, Stage, State
from roleplay.persona import Persona
from roleplay.prospect import engine, gate

CURIOUS = (Move.LABEL, Move.CALIBRATED, Move.MIRROR)
ANYTHING = 3
"""How open a reply to a hinted line has to be at least (see `better.OPENNESS`)."""
ANSWER = "Answer what they asked in one short, plain sentence, then ask one thing back."
NO_LINE = "No line stands out here; make one from their last words."
NO_LINES = frozenset({ANSWER, NO_LINE})
"""What is said in the place of a line."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a call stands: what to notice, and the moves that fit, best first."""

    nudge: str
    moves: tuple[Move, ...]
    testing: bool = False


def hint(call: Call, persona: Persona, step: int) -> str:
    """Help for the next turn: step 1 a nudge, 2 the kind of move, 3 a line. Costs nothing."""
    if call.outcome is not None:
        return "The call is over."
    state = call.turns[-1].state if call.turns else engine.start(persona, call.setup.level)
    if persona.gatekeeper and gate.stands(state):
        return _at_the_gate(persona, state, step)
    if state.acts and state.acts[-1] is Act.ASK_BACK:
        return ANSWER if step > 1 else f"{persona.first_name} asked you something. Do not pass over it."
    situation = _situation(state, persona)
    if step <= 1:
        return situation.nudge
    replay = Replay.at(call, persona, len(call.turns) + 1)
    bar, said = Bar(state.mood, ANYTHING), Shown.during(call)
    found = better(replay, situation.moves, bar, said, testing=situation.testing)
    if step == 2:
        return f"Try {_named(found.move)}." if found else "Try " + " or ".join(map(_named, situation.moves[:2])) + "."
    return found.line if found else NO_LINE


def _at_the_gate(persona: Persona, state: State, step: int) -> str:
    """What gets past a gatekeeper: the truth, and a question that leaves the deciding to them."""
    front = persona.gatekeeper.first_name if persona.gatekeeper else ""
    if step <= 1:
        return f"{front} decides who gets through. No trick works; the truth often does."
    if step == 2:
        return "Try a plain purpose and a request for help, with a no that is easy to give."
    topic = next(iter(persona.topics.values()))
    about = topic.matter or yours(topic.about)
    if len(state.gate or ()) % 2:
        return f"{front}, could you help me? It is about {about}. Would it be wrong to put me through for two minutes?"
    return (
        f"Hello {front}, this is a sales call about {about}, and I would sooner say so at once. "
        f"When is the best time to reach {persona.first_name}, or would it be out of place to ask now?"
    )


def _curious(state: State) -> tuple[Move, ...]:
    """What finds out what is behind a no: where they told a few things, showing that they were heard comes first."""
    heard = len(state.told) >= 2 and Move.SUMMARY not in state.moves and Act.THATS_RIGHT not in state.acts
    return (Move.SUMMARY, *CURIOUS) if heard else CURIOUS


def _named(move: Move) -> str:
    name = MOVES[move]
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _situation(state: State, persona: Persona) -> Situation:
    who = persona.first_name
    if state.boundary:
        return Situation(f"{who} asked not to be called. Let that be the last word.", (Move.EXIT,))
    if state.fake_yes and state.turn - state.fake_yes < 2:
        nudge = "That yes had no day, name or amount in it."
        return Situation(nudge, (Move.CALIBRATED, Move.LABEL), testing=True)
    if state.offered == "accept":
        return Situation(f"It is agreed. Thank {who} and leave it there.", (Move.EXIT,))
    if state.offered == "counter" or (state.offered == "condition" and state.stage is Stage.COMMIT):
        return Situation(f"{who} put something on the table. Take it up as it is.", (Move.NEXT_STEP, Move.SUMMARY))
    if state.live:
        return Situation(f"{who} said no, and what is behind it is not out yet.", _curious(state))
    if state.stage is Stage.COMMIT:
        return Situation(f"{who} has told you what matters. Name a small step with a day in it.", (Move.NEXT_STEP,))
    rested = Move.NO_ORIENTED not in state.moves[-2:] or state.moves == (Move.NO_ORIENTED,)
    if state.turn and not state.last_no and rested:
        nudge = f"{who} has not said no to anything yet. Make a no easy."
        return Situation(nudge, (Move.NO_ORIENTED, *CURIOUS))
    if len(state.told) >= 2 and Act.THATS_RIGHT not in state.acts:
        return Situation(f"{who} has told you a few things. Show what you heard.", (Move.SUMMARY, *CURIOUS))
    if state.turn == 0:
        return Situation(f"{who} did not expect you. Ask what 'no' answers comfortably.", (Move.NO_ORIENTED,))
    moves = (Move.NO_ORIENTED, *CURIOUS) if rested else CURIOUS
    return Situation(f"Stay in {who}'s world: ask, or name what you hear.", moves)
