"""What happened in a call as people say it: no code word reaches a page that is read."""

from __future__ import annotations

from roleplay.coach import badge
from roleplay.coach.asides import STEPS
from roleplay.coach.marks import YESES
from roleplay.coach.wording import ACTS, ENDINGS, MOVES, NOS
from roleplay.model import Call, Turn

UNRATED = "not rated"
"""What a badge says of a message that was not read for sure."""


def ending(call: Call) -> str:
    """How the call ended."""
    return "still open" if call.outcome is None else ENDINGS[call.outcome]


def when(started: str) -> str:
    """A stored time, to the minute."""
    return f"{started[:16].replace('T', ' ')} UTC"


def moves(turn: Turn) -> str:
    """Everything a message did, the leading move first; what the app does not rate is not rated here either."""
    if badge(turn) == UNRATED:
        return UNRATED
    return ", ".join(dict.fromkeys(MOVES[heard.move] for heard in turn.reading.moves))


def aside(turn: Turn) -> str:
    """What the rep did beside speaking: a hint looked at, another meaning claimed."""
    hint = f"after a hint: {STEPS[min(turn.hint, 3) - 1]}" if turn.hint else ""
    meant = f"you meant: {MOVES[turn.contested]}" if turn.contested else ""
    return "; ".join(part for part in (hint, meant) if part)


def answer(turn: Turn) -> str:
    """What the reply was: the no or yes in it, else what the prospect did."""
    if turn.no:
        return NOS[turn.no.kind]
    return YESES[turn.yes] if turn.yes else ACTS[turn.cue.act]


def moods(turn: Turn) -> str:
    """The moods after a turn."""
    mood = turn.state.mood
    return f"trust {mood.trust:.0f}, interest {mood.interest:.0f}, pressure {mood.pressure:.0f}"
