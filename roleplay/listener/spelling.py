"""Slips of the finger: a word nobody knows, one slip away from a common one, is read as the common one.

The words and how often they occur come from the development part (`weights/words.txt.gz`, one `word count` a line).
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache

from roleplay.listener.linear import WEIGHTS

SHORTEST = 4
"""Letters below which a word is left alone: too many short words are one slip apart."""
RARE = 30
"""Times (in some 175,000 words) up to which a word is rare."""
COMMON = 4
"""Times a word has to occur to be what somebody meant."""


@cache
def _known() -> dict[str, int]:
    path = WEIGHTS / "words.txt.gz"
    if not path.exists():
        return {}
    rows = gzip.decompress(path.read_bytes()).decode().split("\n")
    return {word: int(count) for word, _, count in (row.partition(" ") for row in rows if row)}


def rare(word: str) -> bool:
    """Whether few people say the word: where it comes back, it was taken up and did not come by chance."""
    return len(word) >= SHORTEST and _known().get(word, 0) <= RARE


@cache
def _shortened() -> dict[str, list[str]]:
    """Common words by what is left of them when one letter is dropped."""
    found: dict[str, list[str]] = {}
    for word, count in _known().items():
        if count >= COMMON and len(word) >= SHORTEST:
            for form in {word, *_drops(word)}:
                found.setdefault(form, []).append(word)
    return found


def _drops(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word, or the commonest word one slip (a letter lost, doubled, wrong, or two swapped) away from it."""
    if len(word) < SHORTEST or len(word) > 16 or not word.isalpha() or word in _known():
        return word
    index = _shortened()
    near = {other for form in (word, *_drops(word)) for other in index.get(form, ()) if _one_slip(word, other)}
    return max(near, key=lambda other: (_known()[other], other)) if near else word


def _one_slip(first: str, second: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours turns one word into the other."""
    if abs(len(first) - len(second)) > 1 or first[0] != second[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    head, tail = first[at:], second[at:]
    if len(first) == len(second):
        return head[1:] == tail[1:] or (head[:2] == tail[1::-1] and head[2:] == tail[2:])
    return head[1:] == tail or head == tail[1:]
