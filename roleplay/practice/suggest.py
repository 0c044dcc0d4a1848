"""A line that would have done better at a turn of a drill: the coach's, tried on the engine from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from roleplay.coach.better import OPENNESS, Bar, Replay, Shown, better_line
from roleplay.coach.hints import NO_LINES, hint
from roleplay.model import Call, Move
from roleplay.persona import Persona


def suggest(call: Call, persona: Persona, number: int, teach: Sequence[Move]) -> str:
    """A line for turn `number` (from 1) that makes one of the moves and is answered better, or "" where none is found.

    Where nothing beats what was said, a line that is right for the moment.
    """
    if number <= len(call.turns):
        turn = call.turns[number - 1]
        bar = Bar(turn.state.mood, OPENNESS.get(turn.cue.act, 0))
        if line := better_line(Replay.at(call, persona, number), teach, bar, Shown.during(call)):
            return line
    line = hint(replace(call, turns=call.turns[: number - 1], outcome=None), persona, 3)
    return "" if line in NO_LINES else line
