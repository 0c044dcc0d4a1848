"""The rep's own words, and the proof that they are theirs."""

from __future__ import annotations

import re
import unicodedata

WORDS = 18
"""The most words a quote is cut to."""
CAP = 4000
"""Letters of a message that are looked at for a quote."""
MARKS = str.maketrans(dict.fromkeys('"“”„«»‘’‚`´', "'"))
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def fold(text: str) -> str:
    """The text with case, quote marks, white space and unprintable characters out of the way."""
    plain = unicodedata.normalize("NFKC", text).translate(MARKS)
    return " ".join("".join(mark if mark.isprintable() else " " for mark in plain).casefold().split())


def quoted(quote: str, said: str) -> bool:
    """Whether the quote stands in what was said, word for word; a quote may not begin or end inside a word."""
    needle, text = fold(quote), fold(said)
    at = text.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if not (_inside(text, at, needle[0]) or _inside(text, end, needle[-1])):
            return True
        at = text.find(needle, at + 1)
    return False


def _inside(text: str, at: int, edge: str) -> bool:
    """Whether the cut at `at` falls between two letters of one word."""
    return 0 < at < len(text) and edge.isalnum() and text[at - 1].isalnum() and text[at].isalnum()


def excerpt(said: str, *, asking: bool = False) -> str:
    """The part of a message worth quoting: all of a short one, else one sentence, cut after a few words."""
    text = " ".join("".join(mark if mark.isprintable() else " " for mark in said[:CAP]).split())
    if len(text.split()) <= WORDS:
        return text
    sentences = [found.strip() for found in _SENTENCE.findall(text)] or [text]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    best = questions[-1] if asking and questions else max(sentences[:3], key=lambda sentence: len(sentence.split()))
    return " ".join(best.split()[:WORDS])
