"""The listener's encoder as it is trained: the same sums as `roleplay/listener/encoder.py`, in JAX, with gradients.

Two layers of a public sentence encoder (all-MiniLM-L6-v2, Apache-2.0; see `vectors.py`), read over the message and over
the line before it, and for each kind of reader a head over both vectors and their product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks.listener.vectors import begun
from roleplay.listener.encoder import HEADS

LAYERS = 2
SIZE = 384
INNER = 384
"""Inner numbers kept of the 1,536 a layer has: half the work of a reading for half a point of accuracy."""
HIDDEN = 128
"""Numbers between the vectors and the labels."""
FORGOTTEN = 0.08
"""Share of pieces hidden in training, so that no single one is leant on."""

Weights = dict[str, Any]


def begin(pieces: Sequence[int], kinds: Mapping[str, Sequence[str]], seed: int = 0) -> Weights:
    """The public encoder's first layers, with the rows of these pieces only, and heads that know nothing yet."""
    dice, found = np.random.default_rng(seed), begun(pieces, LAYERS)
    for kind, labels in kinds.items():
        found[f"{kind}.none"] = np.zeros(SIZE)
        found[f"{kind}.hidden.w"] = dice.normal(size=(3 * SIZE, HIDDEN)) * 0.03
        found[f"{kind}.hidden.b"] = np.zeros(HIDDEN)
        found[f"{kind}.out.w"] = dice.normal(size=(HIDDEN, len(labels))) * 0.05
        found[f"{kind}.plain.w"] = dice.normal(size=(SIZE, len(labels))) * 0.02
        found[f"{kind}.out.b"] = np.zeros(len(labels))
    return {name: jnp.asarray(value, jnp.float32) for name, value in found.items()}


def forward(at: Weights, said: Any, heard: Any, kind: str, key: Any = None) -> Any:
    """The sums of each label for a batch: `said` and `heard` are rows of pieces, 0 where there is none.

    A `key` (training) hides pieces and numbers at random.
    """
    keys = (None,) * 4 if key is None else jax.random.split(key, 4)
    mine, theirs = _vectors(at, said, keys[0]), _vectors(at, heard, keys[1])
    theirs = jnp.where(heard.max(1, keepdims=True) > 0, theirs, at[f"{kind}.none"][None])
    both = _dropped(jnp.concatenate([mine, theirs, mine * theirs], 1), keys[2], 0.2)
    hidden = _dropped(jax.nn.relu(both @ at[f"{kind}.hidden.w"] + at[f"{kind}.hidden.b"]), keys[3], 0.2)
    return hidden @ at[f"{kind}.out.w"] + mine @ at[f"{kind}.plain.w"] + at[f"{kind}.out.b"]


def slimmed(at: Weights, rows: Any) -> Weights:
    """The weights with only those INNER of each layer's inner numbers that move these rows of pieces most."""
    kept, there = dict(at), (rows > 0).astype(jnp.float32)
    line, hidden = _begun(at, rows), _hidden(there)
    for layer in range(LAYERS):
        heeded = _heeded(line, hidden, at, layer, None)
        busy = (jnp.abs(_inner(heeded, at, layer)) * there[:, :, None]).sum((0, 1))
        best = jnp.sort(jnp.argsort(-busy * jnp.linalg.norm(at[f"{layer}.down.w"], axis=1))[:INNER])
        kept[f"{layer}.up.w"], kept[f"{layer}.up.b"] = at[f"{layer}.up.w"][:, best], at[f"{layer}.up.b"][best]
        kept[f"{layer}.down.w"] = at[f"{layer}.down.w"][best]
        line = _made(heeded, at, layer, None)
    return kept


def _vectors(at: Weights, rows: Any, key: Any) -> Any:
    there = (rows > 0).astype(jnp.float32)
    keys = (None,) * (2 * LAYERS + 1) if key is None else jax.random.split(key, 2 * LAYERS + 1)
    if key is not None:
        rows = jnp.where((jax.random.uniform(key, rows.shape) < FORGOTTEN) & (rows > 0), 1, rows)
    line, hidden = _dropped(_begun(at, rows), keys[-1], 0.1), _hidden(there)
    for layer in range(LAYERS):
        line = _made(_heeded(line, hidden, at, layer, keys[2 * layer]), at, layer, keys[2 * layer + 1])
    return (line * there[:, :, None]).sum(1) / jnp.maximum(there.sum(1), 1)[:, None]


def _begun(at: Weights, rows: Any) -> Any:
    return _normed(at["pieces.rows"][rows] + at["places"][: rows.shape[1]][None], at, "begin")


def _hidden(there: Any) -> Any:
    return (1 - there)[:, None, None, :] * -1e4


def _heeded(line: Any, hidden: Any, at: Weights, layer: int, luck: Any) -> Any:
    many, long, size = line.shape
    ask, key, value = (
        _through(line, at, f"{layer}.{name}").reshape(many, long, HEADS, -1).transpose(0, 2, 1, 3) for name in "qkv"
    )
    heed = jax.nn.softmax(ask @ key.transpose(0, 1, 3, 2) / np.sqrt(size / HEADS) + hidden, -1)
    gathered = (heed @ value).transpose(0, 2, 1, 3).reshape(many, long, size)
    return _normed(line + _dropped(_through(gathered, at, f"{layer}.o"), luck, 0.1), at, f"{layer}.heed")


def _inner(line: Any, at: Weights, layer: int) -> Any:
    return jax.nn.gelu(_through(line, at, f"{layer}.up"))


def _made(line: Any, at: Weights, layer: int, key: Any) -> Any:
    through = _through(_inner(line, at, layer), at, f"{layer}.down")
    return _normed(line + _dropped(through, key, 0.1), at, f"{layer}.made")


def _through(line: Any, at: Weights, name: str) -> Any:
    return line @ at[f"{name}.w"] + at[f"{name}.b"]


def _normed(line: Any, at: Weights, name: str) -> Any:
    away = line - line.mean(-1, keepdims=True)
    scaled = away * jax.lax.rsqrt((away * away).mean(-1, keepdims=True) + 1e-12)
    return scaled * at[f"{name}.w"] + at[f"{name}.b"]


def _dropped(values: Any, key: Any, share: float) -> Any:
    return values if key is None else values * jax.random.bernoulli(key, 1 - share, values.shape) / (1 - share)
