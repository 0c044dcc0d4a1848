"""Pushes in other clothes: a plea, a threat or a discount that has the grammar of a question or a goodbye."""
# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from dataclasses import replace

from roleplay.model import Heard, Move, Reading

SURE = 0.9
"""How sure such a reading is at the least: the forms are few and plain."""
_BEGS = re.compile(
    r"\bi(?:'m| am) (?:\w+ )?(?:crying|in tears|begging|pleading)\b|\bi(?:'ll| will| might| could|'m going to| am going to| stand to) (?:lose|be out of) (?:my|the) (?:job|bonus|flat|house|home|commission|post)"
    r"|\bout of pity\b|\b(?:have|take) (?:some )?pity\b|\b(?:unless|if) you (?:don't |do not )?(?:agree|sign|tell me|say yes|book)\b[^.?!]*\b(?:lose|die|fired|sacked|hurt|go off|explode)\b"
    r"|\bi(?:'ve| have)? (?:already )?recorded you\b|\bbe a shame if\b|\b(?:yes|deal|meeting) would (?:turn|save|make) my (?:\w+ )?(?:day|week|month|year|life)\b",
    re.I,
)
"""Pleads or threatens: whatever its grammar, their no is to cost somebody something."""
_CHEAPER = re.compile(
    r"\b(?:\d+|five|ten|fifteen|twenty|thirty|forty|fifty|a third|half) ?(?:per ?cent|percent|%)? off\b(?! (?:what|my|your plate))"
    r"|\b(?:months?|weeks?|quarter|year) (?:for )?free\b(?! of)|\b(?:do|have) (?:it|that|this|you)[^.?!]{0,20} (?:for|at) half\b"
    r"|\bknock(?:ed)? [^.?!]*(?:per ?cent|percent|%|price|bill)",
    re.I,
)
"""Gives something away: no question, no label and no goodbye, whatever it looks like."""
NOT_CHEAPER = frozenset(
    {Move.CALIBRATED, Move.EXIT, Move.OTHER, Move.NO_ORIENTED, Move.LABEL, Move.SUMMARY, Move.EMPATHY, Move.MIRROR}
)


def plainly(reading: Reading, text: str) -> Reading | None:
    """The reading as the push it is, or None where it is dressed as nothing."""
    if _BEGS.search(text) and reading.lead not in (Move.META, Move.HOSTILE, Move.PRESSURE):
        return _as(reading, Heard(Move.PRESSURE, "pleads or threatens"), "guilt")
    if reading.lead in NOT_CHEAPER and not reading.overlap and _CHEAPER.search(text):
        return _as(reading, Heard(Move.REBUTTAL, "offers it for less"), "discount")
    return None


def _as(reading: Reading, lead: Heard, kind: str) -> Reading:
    rest = tuple(heard for heard in reading.moves[1:] if heard.move is not lead.move)
    modifiers = tuple(dict.fromkeys((*reading.modifiers, kind)))
    return replace(reading, moves=(lead, *rest), modifiers=modifiers, confidence=max(SURE, reading.confidence), ask="")
