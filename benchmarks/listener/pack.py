"""The encoder's weights as a file: one signed byte a weight, a scale for each column, or for each row of the pieces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from roleplay.listener.encoder import FILE, ROWS
from roleplay.listener.linear import letters

HEADS_OUT = ("out.w", "plain.w", "out.b")
"""What the labels' sums are made with: scaled by what the encoder counts for beside the linear weights."""


def write(weights: Mapping[str, Any], pieces: Sequence[str], counts: Mapping[str, float]) -> int:
    """Write the file; returns its size in bytes."""
    kept: dict[str, np.ndarray] = {"pieces": letters(pieces)}
    for name, value in weights.items():
        kind, _, part = name.partition(".")
        numbers = np.asarray(value, np.float32) * (counts[kind] if part in HEADS_OUT and kind in counts else 1.0)
        if numbers.ndim == 1 or name == "places":
            kept[name] = numbers.astype(np.float16)
            continue
        scale = np.abs(numbers).max(axis=1 if name == ROWS else 0, keepdims=True) / 127 + 1e-12
        kept[name], kept[f"{name}/scale"] = np.round(numbers / scale).astype(np.int8), scale.astype(np.float32)
    np.savez(FILE, allow_pickle=False, **kept)
    return FILE.stat().st_size
