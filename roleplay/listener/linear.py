"""A multinomial logistic regression in plain Python: weights from a file, a dot product, a softmax.

The weights are trained by `benchmarks/listener` and kept small: one signed byte a weight, with a scale for each row.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Linear:
    """A trained classifier. `bias` has one number a label; `rows` holds `len(labels)` bytes for each feature.

    A weight is its byte times the scale of its row. `temperature` (above 0) was fitted by cross-validation, so that of
    the answers given at 0.8 about eight in ten are right.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    temperature: float
    index: dict[str, int]
    scales: array[float]
    rows: memoryview = field(repr=False)

    @classmethod
    @cache
    def load(cls, name: str) -> Linear:
        """The classifier in `weights/<name>.json.gz`, read once."""
        return cls.parse(json.loads(gzip.decompress((WEIGHTS / f"{name}.json.gz").read_bytes())))

    @classmethod
    def parse(cls, raw: Mapping[str, object]) -> Linear:
        """The classifier from the contents of a weights file."""
        scales = array("f", b64decode(str(raw["scales"])))
        if sys.byteorder == "big":
            scales.byteswap()
        names = str(raw["features"]).split("\n")
        labels, bias = raw["labels"], raw["bias"]
        assert isinstance(labels, list)
        assert isinstance(bias, list)
        rows = memoryview(b64decode(str(raw["rows"]))).cast("b")
        index = dict(zip(names, range(len(names)), strict=True))
        return cls(tuple(labels), tuple(bias), float(str(raw["temperature"])), index, scales, rows)

    def raw(self, features: Iterable[str] | Mapping[str, float], onto: Sequence[float] | None = None) -> list[float]:
        """The sum of weights for each label, in the order of `labels`. Unknown features count nothing.

        `onto` is the sum of other features, which this one goes on from.
        """
        values = features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)
        size, totals = len(self.labels), list(self.bias if onto is None else onto)
        index, scales, rows = self.index, self.scales, self.rows
        for name, value in values.items():
            row = index.get(name)
            if row is not None:
                factor = value * scales[row]
                weights = rows[row * size : (row + 1) * size]
                totals = [total + factor * weight for total, weight in zip(totals, weights, strict=True)]
        return totals

    def scores(
        self, features: Iterable[str] | Mapping[str, float], onto: Sequence[float] | None = None
    ) -> dict[str, float]:
        """The calibrated probability of each label; they add up to 1. For `onto` see `raw`."""
        totals = [total / self.temperature for total in self.raw(features, onto)]
        top = max(totals)
        powers = [math.exp(total - top) for total in totals]
        whole = sum(powers)
        return {label: power / whole for label, power in zip(self.labels, powers, strict=True)}

    def pull(self, features: Mapping[str, float], label: str) -> dict[str, float]:
        """How much each known feature speaks for a label, against the mean of the labels: what a cue is chosen by."""
        size, column = len(self.labels), self.labels.index(label)
        pulls: dict[str, float] = {}
        for name, value in features.items():
            if (row := self.index.get(name)) is not None:
                weights = self.rows[row * size : (row + 1) * size]
                pulls[name] = value * self.scales[row] * (weights[column] - sum(weights) / size)
        return pulls


def pack(
    name: str, labels: Sequence[str], bias: Sequence[float], temperature: float, weights: Mapping[str, Sequence[float]]
) -> int:
    """Write a weights file, `weights` mapping each feature to one number a label; returns its size in bytes."""
    scales = array("f", [max(abs(weight) for weight in row) / 127 or 1.0 for row in weights.values()])
    if sys.byteorder == "big":
        scales.byteswap()
    rows = array("b", [round(w / scale) for row, scale in zip(weights.values(), scales, strict=True) for w in row])
    raw = {
        "labels": list(labels),
        "bias": [round(number, 4) for number in bias],
        "temperature": round(temperature, 4),
        "features": "\n".join(weights),
        "scales": b64encode(scales.tobytes()).decode(),
        "rows": b64encode(rows.tobytes()).decode(),
    }
    data = gzip.compress(json.dumps(raw, ensure_ascii=False).encode(), 9, mtime=0)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.json.gz").write_bytes(data)
    return len(data)
