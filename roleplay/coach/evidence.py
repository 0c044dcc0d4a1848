"""From a call to the evidence it is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from roleplay.coach import nos, talk
from roleplay.coach.followup import follow_ups
from roleplay.coach.record import Evidence
from roleplay.coach.yeses import yeses
from roleplay.model import Call, Heard, Move, Turn
from roleplay.persona import Persona
from roleplay.prospect import engine
from roleplay.prospect.effects import HARMFUL

NOTED = 0.03
"""Change of trust and pressure together (0-2) that a turn is named for."""
FAULTS = HARMFUL | {Move.YES_SEEKING, Move.WHY, Move.SMALL_TALK}


class Moved(NamedTuple):
    """How a turn moved trust and pressure, each -1 to 1, and the trust that was lost to a push (0-1)."""

    trust: float
    pressure: float
    pushed: float


def gather(call: Call, persona: Persona) -> Evidence:
    """The evidence of a call. Its turns are numbered from 1 without a gap."""
    moves = [moved(turn, call, persona) for turn in call.turns]
    engaged, aloof = talk.engaged(call.turns)
    return Evidence(
        nos=tuple(nos.heard(call.turns, persona)),
        follow_ups=tuple(follow_ups(call)),
        yeses=yeses(call),
        ending=call.outcome,
        talk=talk.shared(call.turns, call.opening),
        trust=sum(move.trust for move in moves),
        pressure=sum(move.pressure for move in moves),
        pushed=sum(move.pushed for move in moves),
        engaged=engaged,
        aloof=aloof,
        invented=any(map(invents, call.turns)),
        turns=sum(map(talk.counts, call.turns)),
        pushing=tuple(turn.number for turn, move in zip(call.turns, moves, strict=True) if move.pushed > 0),
        best=_most([_eased(turn, move) for turn, move in zip(call.turns, moves, strict=True)]),
        worst=_most([move.pressure - move.trust for move in moves]),
    )


def _eased(turn: Turn, move: Moved) -> float:
    """How far a turn moved the mood for the better; the relief at a goodbye is nobody's skill."""
    return 0.0 if turn.reading.lead is Move.EXIT else move.trust - move.pressure


def _most(changes: Sequence[float]) -> int:
    """The turn with the largest change (0: none is worth a word)."""
    at = max(range(len(changes)), key=changes.__getitem__, default=0)
    return at + 1 if changes and changes[at] >= NOTED else 0


def moved(turn: Turn, call: Call, persona: Persona) -> Moved:
    """What a turn did to the mood."""
    before = call.turns[turn.number - 2] if turn.number > 1 else None
    mood = before.state.mood if before else engine.start(persona, call.setup.level).mood
    trust, pressure = (turn.state.mood.trust - mood.trust) / 100, (turn.state.mood.pressure - mood.pressure) / 100
    return Moved(trust, pressure, -trust if trust < 0 and talk.pushes(turn, before) else 0.0)


def invents(turn: Turn) -> bool:
    """Whether a rep message pretends to a past the two never shared.

    A made-up deadline cannot be told from a true one by its words, so it is judged as the pressure it is.
    """
    return turn.reading.lead is Move.SMALL_TALK and "fake_familiarity" in turn.reading.modifiers


def as_taken(call: Call, *, contested: bool = False) -> Call:
    """The call with its messages as they are judged; what the prospect did stands.

    A faulting reading the listener was not sure of counts as unclear. With `contested`, a message is taken as the rep
    says they meant it.
    """
    return replace(call, turns=tuple(_taken(turn, contested) for turn in call.turns))


def _taken(turn: Turn, contested: bool) -> Turn:
    reading, meant = turn.reading, turn.contested if contested else None
    if meant and meant is not reading.lead:
        others = tuple(heard for heard in reading.moves[1:] if heard.move is not meant)
        moves = (Heard(meant, "you say this is what you meant"), *others)
    elif not meant and reading.confidence < talk.UNSURE and reading.lead in FAULTS:
        moves = (Heard(Move.OTHER, "unclear"),)
    else:
        return turn
    return replace(turn, reading=replace(reading, moves=moves))
