"""A multinomial logistic regression: weights from a file, a sum, a softmax.

The weights are trained by `benchmarks/listener` and kept small: one signed byte a weight, with a scale for each row.
They are not compressed: they load three times as fast so, and what is sent of the project is compressed anyway.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from roleplay.listener.numbers import np

WEIGHTS = Path(__file__).with_name("weights")
FITTED = ("temperature", "alone", "clear")
"""The fitted numbers, in the order they are kept in."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A trained classifier. `bias` has one number a label; `rows` holds `len(labels)` bytes for each feature.

    A weight is its byte times the scale of its row. `temperature` (above 0) was fitted on lines not learnt from, so
    that of the answers given at 0.8 about eight in ten are right: for these sums with the encoder's; `alone` for these
    sums by themselves. Where the first label leads the second by `clear`, the encoder changes nothing.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    temperature: float
    alone: float
    clear: float
    index: dict[str, int]
    scales: np.ndarray[Any, np.dtype[np.float32]] = field(repr=False)
    rows: np.ndarray[Any, np.dtype[np.int8]] = field(repr=False)

    @classmethod
    @cache
    def load(cls, name: str) -> Linear:
        """The classifier in `weights/<name>.npz`, read once."""
        with np.load(WEIGHTS / f"{name}.npz") as raw:
            labels, names = (lines(raw[part]) for part in ("labels", "features"))
            heat, alone, clear = map(float, raw["fitted"])
            index = dict(zip(names, range(len(names)), strict=True))
            bias = tuple(map(float, raw["bias"]))
            return cls(tuple(labels), bias, heat, alone, clear, index, raw["scales"], raw["rows"])

    def raw(self, features: Iterable[str] | Mapping[str, float], onto: Sequence[float] | None = None) -> list[float]:
        """The sum of weights for each label, in the order of `labels`. Unknown features count nothing.

        `onto` is the sum of other features, which this one goes on from.
        """
        values = features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)
        index = self.index
        known = [(row, value) for name, value in values.items() if (row := index.get(name)) is not None]
        begun = self.bias if onto is None else onto
        if not known:
            return list(begun)
        at = [row for row, _ in known]
        factors = self.scales[at] * np.array([value for _, value in known], np.float32)
        return [float(start + more) for start, more in zip(begun, factors @ self.rows[at], strict=True)]

    def shares(self, sums: Sequence[float], temperature: float) -> dict[str, float]:
        """The sums as a probability of each label; they add up to 1."""
        top = max(sums)
        powers = [math.exp((total - top) / temperature) for total in sums]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    def pull(self, features: Mapping[str, float], label: str) -> dict[str, float]:
        """How much each known feature speaks for a label, against the mean of the labels: what a cue is chosen by."""
        column = self.labels.index(label)
        pulls: dict[str, float] = {}
        for name, value in features.items():
            if (row := self.index.get(name)) is not None:
                weights = self.rows[row]
                pulls[name] = value * float(self.scales[row] * (weights[column] - weights.mean()))
        return pulls


def pack(
    name: str,
    labels: Sequence[str],
    bias: Sequence[float],
    fitted: Mapping[str, float],
    weights: Mapping[str, Sequence[float]],
) -> int:
    """Write a weights file; returns its size in bytes. `weights` maps each feature to one number a label, `fitted`
    holds a number for each of FITTED.
    """
    whole = np.array(list(weights.values()), np.float32).reshape(len(weights), len(labels))
    scales = np.abs(whole).max(axis=1) / 127
    scales[scales == 0] = 1.0
    rows = np.round(whole / scales[:, None]).astype(np.int8)
    path = WEIGHTS / f"{name}.npz"
    WEIGHTS.mkdir(exist_ok=True)
    np.savez(
        path, allow_pickle=False, labels=letters(labels), features=letters(list(weights)),
        bias=np.round(np.array(bias), 4), fitted=np.round([fitted[fit] for fit in FITTED], 4),
        scales=scales.astype(np.float32), rows=rows,
    )  # fmt: skip
    return path.stat().st_size


def letters(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Texts without line ends as an array of their bytes, to be kept beside numbers."""
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def lines(kept: np.ndarray[Any, np.dtype[np.uint8]]) -> list[str]:
    """The texts that `letters` made an array of."""
    return kept.tobytes().decode().split("\n")
