"""The behaviour to watch in a call, and the if-then plan made after it."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay.coach.rules import FOCUS, WHEN, Rule
from roleplay.model import Call, Category, Finding, NoKind, Plan, Scorecard, Turn, YesKind

THEN = "ask one thing about it before I answer"
TEST = "ask what would have to happen next before I believe it"
RULES = frozenset(Rule)
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
    """The one thing of the card as a plan: the no or the untested yes before the moment that lost most, and what to do.

    The cue is how such a no or yes sounds from anybody. Where nothing was lost at one, the last of the call stands for
    it; with none, the cue is open. A no that gives leave to go on is nothing to plan for.
    """
    lost = min((finding for finding in card.findings if finding.points < 0), key=lambda item: item.points, default=None)
    moment = [call.turns[lost.turn - 2]] if lost and lost.turn > 1 else []
    turn = next((turn for turn in (*moment, *reversed(call.turns)) if _calls_for(turn)), None)
    if turn is None:
        return Plan("", _doing(lost, card.focus) or THEN, at, call=call.id)
    category = turn.no.category if turn.no else None
    cue = CUES[category] if category else NO if turn.no else YES
    then = _doing(lost, card.focus) if turn in moment else ""
    return Plan(cue, then or _calls_for(turn), at, category, call.id, turn.number)


def _doing(lost: Finding | None, focus: str) -> str:
    """What the card's focus asks to be done, without the when, or ""."""
    when = WHEN.get(Rule(lost.rule), "") if lost and lost.rule in RULES else ""
    return focus.removeprefix(when).strip(" .") if when and focus.startswith(when) else ""


def _calls_for(turn: Turn) -> str:
    """What their words at a turn call for, or "" where they call for nothing in particular."""
    if turn.no and turn.no.kind is not NoKind.PERMISSION:
        return THEN
    return TEST if turn.yes is YesKind.COUNTERFEIT else ""


def watchable(focus: str) -> list[str]:
    """Behaviours to pick from, the last focus first."""
    rest: Sequence[str] = [text for text in WATCHING if text != focus]
    return [focus, *rest] if focus else list(rest)
