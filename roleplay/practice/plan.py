"""The behaviour to watch in a call, and the if-then plan made after it."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach.quotes import excerpt
from roleplay.coach.rules import FOCUS
from roleplay.model import Call, Plan, Scorecard

THEN = "ask one thing about it before I answer"
WATCHING = tuple(dict.fromkeys(FOCUS.values()))
"""Behaviours that can be watched: what the coach's findings end in, one each."""
LONGEST = 12
"""Words of theirs a plan quotes; more cannot be listened for."""


def offered(call: Call, card: Scorecard, at: str) -> Plan:
    """The plan from the moment that lost most: their words before it, and asking before answering.

    Where nothing was lost, or it was the opener, the last no of the call stands for it; with none, the cue is open.
    """
    worst = min(
        (finding for finding in card.findings if finding.points < 0), key=lambda item: item.points, default=None
    )
    number = worst.turn - 1 if worst and worst.turn > 1 else _last_no(call)
    if not number:
        return Plan("", THEN, at, call=call.id)
    turn = call.turns[number - 1]
    category = turn.no.category if turn.no else None
    return Plan(_cue(turn.reply), THEN, at, category, call.id, number)


def _last_no(call: Call) -> int:
    return next((turn.number for turn in reversed(call.turns) if turn.no), 0)


def _cue(reply: str) -> str:
    words = excerpt(reply).split()
    return " ".join(words[:LONGEST]).rstrip(".,;:!–— ") if len(words) > LONGEST else " ".join(words).rstrip(". ")


def watchable(focus: str) -> list[str]:
    """Behaviours to pick from, the last focus first."""
    rest: Sequence[str] = [text for text in WATCHING if text != focus]
    return [focus, *rest] if focus else list(rest)
