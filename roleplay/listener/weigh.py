"""The probability of each label of a line: the linear weights, and the encoder where they leave a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from roleplay.listener.linear import Linear


def weighed(kind: str, sums: Sequence[float], words: Sequence[str], prev: Sequence[str]) -> dict[str, float]:
    """The probabilities for a line of a kind ("rep", "prospect"), by its linear `sums`, its words, those before it."""
    model = Linear.load(kind)
    first, second = nlargest(2, sums)
    if first - second >= model.clear:
        return model.shares(sums, model.alone)
    from roleplay.listener.encoder import Encoder  # megabytes of numbers wait for the first doubt

    both = [mine + other for mine, other in zip(sums, Encoder.load().leaning(kind, words, prev), strict=True)]
    return model.shares(both, model.temperature)
