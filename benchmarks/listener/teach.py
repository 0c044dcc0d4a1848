"""Training the encoder: batches of both kinds mixed, Adam, a rate that rises and falls."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import numpy as np
import optax

from benchmarks.listener.encoder import Weights, forward
from benchmarks.listener.lines import BATCH, BEFORE, Lines, batches, filled

FASTER = 4.0
"""How much faster the heads learn than the layers, which know something already."""
DOUBT = 0.05
"""Share of the truth spread over all labels: some labels are matters of opinion."""


class Teacher:
    """Trains weights, batch by batch, both kinds mixed."""

    def __init__(
        self, parts: Mapping[str, Lines], kinds: Mapping[str, Sequence[str]], rate: float, epochs: int
    ) -> None:
        self.parts, self.epochs, self.heads = parts, epochs, tuple(kinds)
        steps = epochs * sum(len(list(batches(part))) for part in parts.values())
        warm = optax.warmup_cosine_decay_schedule(0, rate, int(steps * 0.06), steps)
        self.rule = optax.chain(
            optax.clip_by_global_norm(1.0), optax.scale_by_adam(b2=0.98), optax.scale_by_schedule(warm), optax.scale(-1)
        )
        self.steps = {kind: jax.jit(self._step(kind, len(labels))) for kind, labels in kinds.items()}

    def _step(self, kind: str, many: int) -> Any:
        def loss(at: Weights, said: Any, heard: Any, truth: Any, worth: Any, key: Any) -> Any:
            told = jax.nn.log_softmax(forward(at, said, heard, kind, key))
            wanted = jax.nn.one_hot(truth, many) * (1 - DOUBT) + DOUBT / many
            return -(worth * (wanted * told).sum(1)).sum() / worth.sum()

        def step(at: Weights, state: Any, *given: Any) -> tuple[Weights, Any]:
            slope = jax.grad(loss)(at, *given)
            change, state = self.rule.update(slope, state, at)
            change = {name: FASTER * part if name.startswith(self.heads) else part for name, part in change.items()}
            return optax.apply_updates(at, change), state

        return step

    def train(self, at: Weights, seed: int = 0, fresh: Callable[[], Mapping[str, Lines]] | None = None) -> Weights:
        """The weights after all rounds; `fresh` gives the lines of a round, where they are not always the same."""
        dice, key, state = np.random.default_rng(seed), jax.random.key(seed), self.rule.init(at)
        for epoch in range(self.epochs):
            started = time.perf_counter()
            self.parts = fresh() if fresh else self.parts
            todo = [(kind, rows) for kind, part in self.parts.items() for rows in batches(part, dice)]
            for turn in dice.permutation(len(todo)):
                kind, rows = todo[turn]
                key, used = jax.random.split(key)
                at, state = self.steps[kind](at, state, *self._given(kind, rows), used)
            print(f"epoch {epoch + 1} of {self.epochs}: {time.perf_counter() - started:.0f} s", flush=True)
        return at

    def _given(self, kind: str, rows: np.ndarray) -> tuple[np.ndarray, ...]:
        part = self.parts[kind]
        full = np.concatenate([rows, np.repeat(rows[-1:], BATCH - len(rows))])
        worth = part.worth[full] * (np.arange(BATCH) < len(rows))
        return (
            filled([part.said[at] for at in full]),
            filled([part.heard[at] for at in full], BEFORE),
            part.truth[full],
            worth,
        )


def sums(at: Weights, part: Lines, kind: str) -> np.ndarray:
    """What the encoder says of each line."""
    run = jax.jit(lambda weights, said, heard: forward(weights, said, heard, kind))
    found: dict[int, np.ndarray] = {}
    for rows in batches(part):
        full = np.concatenate([rows, np.repeat(rows[-1:], BATCH - len(rows))])
        told = np.asarray(run(at, filled([part.said[i] for i in full]), filled([part.heard[i] for i in full], BEFORE)))
        found.update(zip(map(int, rows), told, strict=False))
    return np.array([found[row] for row in range(len(part.said))])
