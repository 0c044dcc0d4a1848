"""A cue: a pattern over folded words that speaks for a move, and how to say so to a rep."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleplay.model import Move

_MACROS = {
    "DAY": r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|next week|this week|the \w+(?:st|nd|rd|th)"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|after lunch|before lunch|diwali|easter)",
    "CLOCK": r"(?:\d{1,2}(?: \d\d)?(?: ?[ap]m)?|\w+ oclock|half \w+|noon|midday|midnight|lunchtime|close of play|ten|nine|eleven|two|three|four)",
    "NUM": r"(?:\d+|half a|a|an|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|forty five|sixty|ninety|couple of|couple|few)",
    "UNIT": r"(?:minutes?|seconds?|moment|sentences?|lines?|breath|mo)",
    "GAP": r"(?: \w+){0,4}?",
    "FAR": r"(?: \w+){0,9}?",
}
_NAMES = re.compile(r"\b(?:DAY|CLOCK|NUM|UNIT)\b|GAP|FAR")


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with DAY, CLOCK, NUM, UNIT and the bounded gaps GAP (4 words) and FAR (9 words) written out."""
    return re.compile(rf"\b(?:{_NAMES.sub(lambda found: _MACROS[found.group()], pattern)})\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of a cue table. `why` is said after the quoted words; `move` is what it speaks for."""

    name: str
    move: Move
    pattern: re.Pattern[str]
    why: str


def table(move: Move, why: str, rows: Iterable[str]) -> list[Cue]:
    """The cues of one move that share an explanation; each row is one pattern."""
    return [Cue(f"{move.value}.{why.split()[0]}.{index}", move, compiled(row), why) for index, row in enumerate(rows)]
