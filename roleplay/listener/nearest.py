"""Which of the prospect's facts a message is nearest to: by the words it shares with them, rare ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from roleplay.listener.words import content, words_of

MOST = 4
NEAR = 1.9
"""The least sum of shared words' weights that makes a fact near: one word that six of 35 facts hold, or two common."""


def nearest(words: Sequence[str], facts: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the nearest facts, best first, at most four; `facts` maps ids to their text."""
    if not facts:
        return ()
    scores: dict[str, float] = {}
    holders = _index(tuple(facts.items()))
    for word in sorted(set(content(words))):
        for id, weight in holders.get(word, ()):
            scores[id] = scores.get(id, 0.0) + weight
    near = [id for id, score in scores.items() if score >= NEAR]
    return tuple(sorted(near, key=lambda id: (-scores[id], id)))[:MOST]


@lru_cache(maxsize=64)
def _index(facts: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, float]]]:
    """The facts each word stands in, and what it counts: the less, the more facts hold it."""
    held = [(id, frozenset(content(words_of(text)))) for id, text in facts]
    common = Counter(word for _, its_words in held for word in its_words)
    found: dict[str, list[tuple[str, float]]] = {}
    for id, its_words in held:
        for word in its_words:
            found.setdefault(word, []).append((id, log(1 + len(held) / common[word])))
    return found
