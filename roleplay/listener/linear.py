"""A multinomial logistic regression: weights from a file, a sum, a softmax.

The weights are trained by `benchmarks/listener` and kept small: one signed byte a weight, with a scale for each row.
"""

from __future__ import annotations

import gzip
import json
import math
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from roleplay.listener.numbers import np

WEIGHTS = Path(__file__).with_name("weights")


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
        """The classifier in `weights/<name>.json.gz`, read once."""
        return cls.parse(json.loads(gzip.decompress((WEIGHTS / f"{name}.json.gz").read_bytes())))

    @classmethod
    def parse(cls, raw: Mapping[str, object]) -> Linear:
        """The classifier from the contents of a weights file."""
        labels, bias = raw["labels"], raw["bias"]
        assert isinstance(labels, list)
        assert isinstance(bias, list)
        names = str(raw["features"]).split("\n")
        scales = np.frombuffer(b64decode(str(raw["scales"])), "<f4").astype(np.float32)
        rows = np.frombuffer(b64decode(str(raw["rows"])), np.int8).reshape(-1, len(labels))
        index = dict(zip(names, range(len(names)), strict=True))
        heat, alone, clear = (float(str(raw[name])) for name in ("temperature", "alone", "clear"))
        return cls(tuple(labels), tuple(bias), heat, alone, clear, index, scales, rows)

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
    holds "temperature", "alone" and "clear".
    """
    whole = np.array(list(weights.values()), np.float32).reshape(len(weights), len(labels))
    scales = np.abs(whole).max(axis=1) / 127
    scales[scales == 0] = 1.0
    rows = np.round(whole / scales[:, None]).astype(np.int8)
    raw = {
        "labels": list(labels),
        "bias": [round(number, 4) for number in bias],
        **{fit: round(number, 4) for fit, number in fitted.items()},
        "features": "\n".join(weights),
        "scales": b64encode(scales.astype("<f4").tobytes()).decode(),
        "rows": b64encode(rows.tobytes()).decode(),
    }
    data = gzip.compress(json.dumps(raw, ensure_ascii=False).encode(), 9, mtime=0)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.json.gz").write_bytes(data)
    return len(data)
