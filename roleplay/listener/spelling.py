"""Slips of the finger: a word nobody knows, one slip away from a common one, is read as the common one.

The words and how often they occur come from the development part (`weights/words.npz`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from roleplay.listener.linear import WEIGHTS, lines
from roleplay.listener.numbers import np

SHORTEST = 3
"""Letters below which a word is left alone: too many short words are one slip apart."""
LONGEST = 16
RARE = 30
"""Times (in some 175,000 words) up to which a word is rare."""
TOLD = 4
"""Letters a word needs to be rare."""
SWAPPED, DOUBLED, LOST, BESIDE, OTHER = 3.0, 3.0, 1.5, 1.0, -1.0
"""How readily fingers slip so, in natural logarithms, as a word's count is taken: letters swapped, one doubled, one
lost, the key beside it, any other. By eye; of 2,794 slips in development lines 84 % come back right.
"""
LEAST, OF_THREE = 0.5, 6.0
"""The least that count and slip together have to be worth, for words at large and for those of three letters."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACE = {letter: (row, at + row * 0.5) for row, letters in enumerate(_ROWS) for at, letter in enumerate(letters)}


@cache
def _known() -> dict[str, int]:
    path = WEIGHTS / "words.npz"
    if not path.exists():
        return {}
    with np.load(path) as raw:
        return dict(zip(lines(raw["words"]), raw["counts"].tolist(), strict=True))


def rare(word: str) -> bool:
    """Whether few people say the word: where it comes back, it was taken up and did not come by chance."""
    return len(word) >= TOLD and _known().get(word, 0) <= RARE


def _one_away(word: str) -> Iterator[str]:
    """Every form one letter more, less or other, or two letters swapped, away; the first letter stays."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in ascii_lowercase)
            yield head + tail[1:2] + tail[:1] + tail[2:]


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word, or the likeliest word one slip (a letter lost, doubled, wrong, or two swapped) away from it."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or word in _known():
        return word
    known = _known()
    near = {other for other in _one_away(word) if other in known and SHORTEST <= len(other) <= LONGEST}
    worth = {other: slip + math.log(known[other]) for other in near if (slip := _slip(word, other)) is not None}
    best = max(worth, key=lambda other: (worth[other], other), default=word)
    return best if worth.get(best, 0.0) >= (LEAST if len(word) > SHORTEST else OF_THREE) else word


def _slip(typed: str, meant: str) -> float | None:
    """How likely it is that one slip turned one word into the other; None where it takes more than one."""
    if abs(len(typed) - len(meant)) > 1 or typed[0] != meant[0] or _stem(typed) == _stem(meant):
        return None
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    ours, theirs = typed[at:], meant[at:]
    if len(typed) > len(meant):
        return (DOUBLED if ours[0] == typed[at - 1] else OTHER) if ours[1:] == theirs else None
    if len(typed) < len(meant):
        return LOST if ours == theirs[1:] else None
    if ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:]:
        return SWAPPED
    return (BESIDE if _beside(ours[0], theirs[0]) else OTHER) if ours[1:] == theirs[1:] else None


def _stem(word: str) -> str:
    """Without the ending that makes another form of the same word: that is no slip."""
    return word.rstrip("sd")


def _beside(one: str, other: str) -> bool:
    """Whether two keys touch."""
    (row, at), (its_row, its_at) = _PLACE.get(one, (-9, 0.0)), _PLACE.get(other, (9, 0.0))
    return abs(row - its_row) <= 1 and abs(at - its_at) <= 1
