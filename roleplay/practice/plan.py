"""The behaviour to watch in a call, and the if-then plan made after it."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach.quotes import excerpt
from roleplay.coach.rules import FOCUS
from roleplay.model import Call, NoKind, Plan, Scorecard, Turn, YesKind

THEN = "ask one thing about it before I answer"
TEST = "ask what would have to happen next before I believe it"
WATCHING = tuple(dict.fromkeys(FOCUS.values()))
"""Behaviours that can be watched: what the coach's findings end in, one each."""
LONGEST = 12
"""Words of theirs a plan quotes; more cannot be listened for."""


def offered(call: Call, card: Scorecard, at: str) -> Plan:
    """The plan from the moment that lost most: the no or the untested yes before it, and what to do on hearing it.

    Where nothing was lost at one, the last of the call stands for it; with none, their last words. A no that gives
    leave to go on is nothing to plan for, and the cue is open then.
    """
    lost = sorted((finding for finding in card.findings if finding.points < 0), key=lambda item: item.points)
    moments = [call.turns[finding.turn - 2] for finding in lost if finding.turn > 1]
    turn = next((turn for turn in (*moments, *reversed(call.turns)) if _calls_for(turn)), None)
    last = call.turns[-1] if call.turns else None
    if turn is None and (last is None or last.no):
        return Plan("", THEN, at, call=call.id)
    turn = turn or call.turns[-1]
    category = turn.no.category if turn.no else None
    return Plan(_cue(turn.reply), _calls_for(turn) or THEN, at, category, call.id, turn.number)


def _calls_for(turn: Turn) -> str:
    """What their words at a turn call for, or "" where they call for nothing in particular."""
    if turn.no and turn.no.kind is not NoKind.PERMISSION:
        return THEN
    return TEST if turn.yes is YesKind.COUNTERFEIT else ""


def _cue(reply: str) -> str:
    words = excerpt(reply).split()
    return " ".join(words[:LONGEST]).rstrip(".,;:!–— ") if len(words) > LONGEST else " ".join(words).rstrip(". ")


def watchable(focus: str) -> list[str]:
    """Behaviours to pick from, the last focus first."""
    rest: Sequence[str] = [text for text in WATCHING if text != focus]
    return [focus, *rest] if focus else list(rest)
