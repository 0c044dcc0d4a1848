"""A rep message taken apart: its words, its last clause, the line it answers, and how much of that line comes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roleplay.listener.spelling import mended
from roleplay.listener.words import clip, content, sentences_of, without_name, without_preface, words_of

LAST = 16
"""Words at the end that count as the last clause where nothing marks one."""


@dataclass(frozen=True, slots=True)
class Text:
    """A rep message taken apart.

    `last` is the last sentence that does something, `clauses` those before it, `prev` the words of the line it answers.
    """

    words: list[str]
    last: list[str]
    clauses: list[list[str]]
    parts: int
    prev: list[str]
    earlier: list[str]
    raw: str

    @classmethod
    def of(cls, text: str, prev: str | None = None, earlier: Iterable[str] = ()) -> Text:
        """Take a message apart; `earlier` are the prospect's lines before `prev`."""
        raw = clip(text)
        named, raw = raw, without_name(raw)
        parts = [words for part in sentences_of(raw) if (words := _read(part))]
        words = without_preface(_read(raw))
        last = without_preface(_operative(parts))[-LAST:] if parts else words[-LAST:]
        before = [word for line in list(earlier)[-8:] for word in words_of(clip(line))]
        earlier_parts = parts[: next((i for i, part in enumerate(parts) if part is _operative(parts)), 0)]
        return cls(words, last, earlier_parts, len(parts), words_of(clip(prev or "")), before, named)


def _read(text: str) -> list[str]:
    """The words as meant: folded, and slips mended."""
    return [mended(word) for word in words_of(text)]


def _operative(parts: Sequence[list[str]]) -> list[str]:
    """The last sentence that is more than a word of thanks or a name."""
    for part in reversed(parts):
        if len(part) > 2 or part is parts[0]:
            return part
    return parts[-1]


def overlap(text: Text) -> tuple[float, float, float]:
    """Shares: of the message's content words that are theirs, of their last words that return, and of earlier ones."""
    own, theirs, before = set(content(text.words)), set(content(text.prev)), set(content(text.earlier))
    if not own:
        return 0.0, 0.0, 0.0
    return len(own & theirs) / len(own), len(own & theirs) / max(1, len(theirs)), len(own & before) / len(own)
