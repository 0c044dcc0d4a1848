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
    held, common = _index(tuple(facts.items()))
    said = {word for word in content(words) if word in common}
    if not said:
        return ()
    scores: dict[str, float] = {}
    for id, its_words in held:
        score = sum(log(1 + len(held) / common[word]) for word in said & its_words)
        if score >= NEAR:
            scores[id] = score
    return tuple(sorted(scores, key=lambda id: (-scores[id], id)))[:MOST]


@lru_cache(maxsize=64)
def _index(facts: tuple[tuple[str, str], ...]) -> tuple[list[tuple[str, frozenset[str]]], Counter[str]]:
    """Each fact's words, and in how many facts each word stands."""
    held = [(id, frozenset(content(words_of(text)))) for id, text in facts]
    return held, Counter(word for _, its_words in held for word in its_words)
