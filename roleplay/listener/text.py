"""A rep message taken apart: its words, its last clause, the line it answers, and how much of that line comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from roleplay.listener.spelling import mended
from roleplay.listener.words import clip, content, sentences_of, without_name, without_preface, words_of

LAST = 16
"""Words at the end that count as the last clause where nothing marks one."""
BACK = 8
"""How many of their lines before the last may still be given back."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A rep message taken apart.

    `last` is the last sentence that does something, `clauses` those before it; `flat` and `tail` are all words and the
    last with single blanks. `prev` are the words of the line it answers, `earlier` those of the lines before that one.
    """

    words: Words
    last: Words
    clauses: tuple[Words, ...]
    parts: int
    raw: str
    flat: str
    tail: str
    prev: Words = ()
    earlier: tuple[Words, ...] = ()

    @classmethod
    def of(cls, text: str, prev: str | None = None, earlier: Iterable[str] = ()) -> Text:
        """Take a message apart; `earlier` are the prospect's lines before `prev`."""
        before = tuple(line_words(line) for line in list(earlier)[-BACK:])
        return cls(*_apart(text), line_words(prev or ""), before)


class _Apart(NamedTuple):
    """A message by itself, in the order of the fields of `Text`."""

    words: Words
    last: Words
    clauses: tuple[Words, ...]
    parts: int
    raw: str
    flat: str
    tail: str


@lru_cache(maxsize=8192)
def _apart(text: str) -> _Apart:
    """A message taken apart by itself, kept for when it is looked at again."""
    named = clip(text)
    raw = without_name(named)
    parts = [words for part in sentences_of(raw) if (words := _read(part))]
    words = without_preface(_read(raw))
    operative = _operative(parts)
    last = tuple((without_preface(parts[operative]) if parts else words)[-LAST:])
    earlier = tuple(tuple(part) for part in parts[:operative])
    return _Apart(tuple(words), last, earlier, len(parts), named, " ".join(words), " ".join(last))


@lru_cache(maxsize=8192)
def line_words(line: str) -> Words:
    """The words of a line of theirs, as folded."""
    return tuple(words_of(clip(line)))


def _read(text: str) -> list[str]:
    """The words as meant: folded, and slips mended."""
    return [mended(word) for word in words_of(text)]


def _operative(parts: Sequence[list[str]]) -> int:
    """Which is the last sentence that is more than a word of thanks or a name."""
    return next((at for at in range(len(parts) - 1, 0, -1) if len(parts[at]) > 2), 0)


@lru_cache(maxsize=8192)
def bag(words: Words) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(content(words))


def overlap(text: Text) -> tuple[float, float]:
    """Shares: of the message's words of weight that stand in the line it answers, and of that line's that return."""
    own, theirs = bag(text.words), bag(text.prev)
    both = len(own & theirs)
    return (both / len(own), both / max(1, len(theirs))) if both else (0.0, 0.0)
