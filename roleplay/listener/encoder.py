"""A small transformer in numpy: a line's words to one vector of what they mean together.

The first two layers of a public sentence encoder (all-MiniLM-L6-v2, Apache-2.0), trained further on the hand-labelled
lines by `benchmarks/listener/train_encoder.py` and kept as one signed byte a weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from roleplay.listener.linear import lines
from roleplay.listener.numbers import Array, np
from roleplay.listener.pieces import Pieces

FILE = Path(__file__).with_name("weights") / "encoder.npz"
HEADS = 12
"""Attention heads of each layer."""
SAID, HEARD = 48, 40
"""Pieces read of a message, and of the line before it."""
ROWS = "pieces.rows"
TINY = 1e-12


class Encoder:
    """The encoder and its heads, from a weights file as `pack` of `benchmarks/listener/encode.py` writes it."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.pieces = Pieces({piece: row for row, piece in enumerate(lines(raw["pieces"]))})
        self.rows, self.scales = (
            raw[ROWS],
            raw[f"{ROWS}/scale"],
        )  # most of the file: made whole as they are asked for
        whole = (name for name in raw if name not in ("pieces", ROWS) and not name.endswith("/scale"))
        self.weights = {name: _whole(raw, name) for name in whole}
        self.layers = len(list(takewhile(lambda layer: f"{layer}.q.w" in self.weights, count())))
        for layer in range(self.layers):
            for half in "wb":  # one product instead of three: a short line takes as long as fetching the weights does
                parts = [self.weights.pop(f"{layer}.{name}.{half}") for name in "qkv"]
                self.weights[f"{layer}.qkv.{half}"] = np.ascontiguousarray(np.concatenate(parts, axis=-1))
        self.vector = lru_cache(maxsize=16384)(self._encoded)

    @classmethod
    @cache
    def load(cls) -> Encoder:
        """The encoder in `weights/encoder.npz`, read once."""
        with np.load(FILE) as raw:
            return cls(dict(raw))

    def leaning(self, kind: str, words: Sequence[str], prev: Sequence[str]) -> list[float]:
        """What it adds to the sums of the linear weights of a kind ("rep", "prospect"), label by label."""
        at = self.weights
        said = self.vector(tuple(words), SAID)
        heard = self.vector(tuple(prev), HEARD) if prev else at[f"{kind}.none"]
        both = np.concatenate([said, heard, said * heard])
        hidden = np.maximum(both @ at[f"{kind}.hidden.w"] + at[f"{kind}.hidden.b"], 0)
        scores = hidden @ at[f"{kind}.out.w"] + said @ at[f"{kind}.plain.w"] + at[f"{kind}.out.b"]
        return [float(score) for score in scores]

    def _encoded(self, words: tuple[str, ...], most: int) -> Array:
        """The mean over the pieces of what the last layer makes of them."""
        rows = self.pieces.of(words, most)
        line = self._normed(self.rows[rows] * self.scales[rows] + self.weights["places"][: len(rows)], "begin")
        for layer in range(self.layers):
            line = self._layer(line, layer)
        return np.asarray(line.mean(axis=0), np.float32)

    def _layer(self, line: Array, layer: int) -> Array:
        length, size = line.shape
        ask, key, value = self._through(line, f"{layer}.qkv").reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
        heed = ask @ key.transpose(0, 2, 1) / np.float32((size / HEADS) ** 0.5)
        heed = np.exp(heed - heed.max(axis=-1, keepdims=True))
        heed /= heed.sum(axis=-1, keepdims=True)
        gathered = (heed @ value).transpose(1, 0, 2).reshape(length, size)
        line = self._normed(line + self._through(gathered, f"{layer}.o"), f"{layer}.heed")
        return self._normed(
            line + self._through(_bent(self._through(line, f"{layer}.up")), f"{layer}.down"), f"{layer}.made"
        )

    def _through(self, line: Array, name: str) -> Array:
        product: Array = line @ self.weights[f"{name}.w"] + self.weights[f"{name}.b"]
        return product

    def _normed(self, line: Array, name: str) -> Array:
        away = line - line.mean(axis=-1, keepdims=True)
        scaled = away / np.sqrt((away * away).mean(axis=-1, keepdims=True) + TINY)
        return np.asarray(scaled * self.weights[f"{name}.w"] + self.weights[f"{name}.b"], np.float32)


def _bent(line: Array) -> Array:
    """The bend between the two halves of a layer (GELU, by its tanh form, as it was trained)."""
    cubed = line * line * line
    return np.asarray(line * (0.5 + 0.5 * np.tanh(0.79788456 * line + 0.03567741 * cubed)), np.float32)


def _whole(raw: dict[str, Any], name: str) -> Array:
    """The numbers of a weight kept as bytes with a scale for each column or row, or as they are."""
    return np.ascontiguousarray(raw[name] * raw[f"{name}/scale"] if f"{name}/scale" in raw else raw[name], np.float32)
