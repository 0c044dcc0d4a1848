"""Text from people and models made harmless for a terminal: no control codes, no invisible direction changes."""

from __future__ import annotations

import unicodedata

LONGEST = 20_000
"""Letters of a message that are kept; more than any call needs."""

_KEEP = {"\n", "\t"}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def inert(text: str) -> str:
    """The text without control characters, direction overrides, lone surrogates or invisible format characters.

    Line breaks stay, tabs become a space; joiners that scripts and emoji need stay.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe(letter) for letter in text)


def _safe(letter: str) -> str:
    if letter == "\t":
        return " "
    if letter in _KEEP:
        return letter
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Cs", "Co", "Cn") or letter in _BIDI:
        return ""
    if kind == "Cf" and letter not in "\u200c\u200d":
        return ""
    return letter


def one_line(text: str) -> str:
    """The inert text on a single line."""
    return " ".join(inert(text).split())


def message(text: str) -> str:
    """A rep's message as it enters a call: inert, trimmed, at most LONGEST letters."""
    return inert(text[: LONGEST * 2]).strip()[:LONGEST]
