"""What good moves did, in clauses."""

from __future__ import annotations

import re

from roleplay.coach.record import First
from roleplay.model import Move, Turn

DONE: dict[First, str] = {
    First.LABEL: "put their no into words and left it there",
    First.ACKNOWLEDGED: "took the no in, then asked about it",
    First.EARNED_EXIT: "took the no as an answer and let go",
    First.SUMMARY: "said their side back before adding anything",
    First.MIRROR: "gave their own words back and waited",
    First.CALIBRATED: "asked about the no before answering it",
    First.AUDIT: "said the awkward thing first",
    First.EITHER_OR: "narrowed the no down without pushing",
    First.NO_ORIENTED: "kept 'no' an easy answer",
    First.EMPATHY: "took the no in without a fight",
}
"""What a good first response to a no did."""
GOT: dict[Move, str] = {
    Move.NO_ORIENTED: "'no' was an easy answer",
    Move.CALIBRATED: "an open question",
    Move.LABEL: "a label they could put right",
    Move.SUMMARY: "a summary they could put right",
    Move.MIRROR: "their own words back",
    Move.PERMISSION: "you asked leave first",
    Move.AUDIT: "the awkward thing said first",
    Move.NEXT_STEP: "a plain proposal they could refuse",
}
"""How a move came to a no."""
EASING: dict[Move, str] = {
    Move.NO_ORIENTED: "'no' was an easy answer",
    Move.PERMISSION: "asked leave and left the choice with them",
    Move.CALIBRATED: "asked something they could think about",
    Move.LABEL: "put what you heard into words",
    Move.MIRROR: "gave their own words back",
    Move.SUMMARY: "said their side back to them",
    Move.AUDIT: "said the awkward thing before they could",
    Move.EMPATHY: "took in what they said",
    Move.EXIT: "let them go without a push",
    Move.NEXT_STEP: "proposed a step they could weigh",
}
"""How a move made talking easier."""

_INVITES = re.compile(r"\b(?:tell|walk|talk|help|take|show) me\b", re.IGNORECASE)
THEIRS = frozenset({Move.SUMMARY, Move.MIRROR, Move.EMPATHY})
"""Moves that are nothing without something of the prospect's in them."""
ASKED = frozenset({Move.CALIBRATED, Move.NO_ORIENTED})
"""Moves that ask."""


def praiseworthy(turn: Turn) -> bool:
    """Whether a message shows what its move is praised for: a question asks, a summary holds what was told.

    A pitch can be worded like a summary or a question; it was neither, whatever it was read as.
    """
    reading = turn.reading
    if {"assumptive", "alternative_choice"}.intersection(reading.modifiers):
        return False
    if reading.lead in THEIRS:
        return bool(reading.covers or reading.overlap > 0)
    return reading.lead not in ASKED or "?" in turn.said or bool(_INVITES.search(turn.said[:2000]))
