"""The behaviour to watch in a call, and the if-then plan made after it."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach.rules import FOCUS
from roleplay.model import Call, Category, NoKind, Plan, Scorecard, Turn, YesKind

THEN = "ask one thing about it before I answer"
TEST = "ask what would have to happen next before I believe it"
WATCHING = tuple(dict.fromkeys(FOCUS.values()))
"""Behaviours that can be watched: what the coach's findings end in, one each."""
CUES: dict[Category, str] = {
    Category.PRICE: "it's too expensive",
    Category.TIMING: "now is not a good time",
    Category.AUTHORITY: "it's not my decision",
    Category.NEED: "we don't need it",
    Category.TRUST: "how do I know it works?",
    Category.COMPETITOR: "we already have somebody",
    Category.STATUS_QUO: "we're fine as we are",
    Category.INFO: "send me something",
}
"""How a no about each thing sounds from any customer; what a prospect said of bananas nobody else will say."""
NO = "no, thanks"
YES = "sounds good, let's do it"


def offered(call: Call, card: Scorecard, at: str) -> Plan:
    """The plan from the moment that lost most: the no or the untested yes before it, and what to do on hearing it.

    The cue is how such a no or yes sounds from anybody. Where nothing was lost at one, the last of the call stands for
    it; with none, the cue is open. A no that gives leave to go on is nothing to plan for.
    """
    lost = sorted((finding for finding in card.findings if finding.points < 0), key=lambda item: item.points)
    moments = [call.turns[finding.turn - 2] for finding in lost if finding.turn > 1]
    turn = next((turn for turn in (*moments, *reversed(call.turns)) if _calls_for(turn)), None)
    if turn is None:
        return Plan("", THEN, at, call=call.id)
    category = turn.no.category if turn.no else None
    cue = CUES[category] if category else NO if turn.no else YES
    return Plan(cue, _calls_for(turn), at, category, call.id, turn.number)


def _calls_for(turn: Turn) -> str:
    """What their words at a turn call for, or "" where they call for nothing in particular."""
    if turn.no and turn.no.kind is not NoKind.PERMISSION:
        return THEN
    return TEST if turn.yes is YesKind.COUNTERFEIT else ""


def watchable(focus: str) -> list[str]:
    """Behaviours to pick from, the last focus first."""
    rest: Sequence[str] = [text for text in WATCHING if text != focus]
    return [focus, *rest] if focus else list(rest)
