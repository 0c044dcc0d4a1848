"""Labelled lines as the encoder's training takes them: rows of pieces, in batches of lines alike in length."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.listener import train
from benchmarks.listener.augment import CHANGES
from benchmarks.listener.vectors import weights_and_words
from roleplay.listener.encoder import HEARD, SAID
from roleplay.listener.pieces import END, START, UNKNOWN, Pieces
from roleplay.listener.text import Text
from roleplay.listener.words import clip, words_of

Row = Mapping[str, Any]
BATCH = 32
OFTEN = 2
"""A piece that fewer lines have is read as smaller ones."""
STEPS = (8, 16, 24, 32, 48)
"""Lengths lines are filled up to."""
BEFORE = (16, HEARD)
"""Lengths lines before are filled up to: fewer, since each pair of lengths is compiled by itself."""
SLIPPED = 0.4
"""Share of the lines that are typed otherwise in each round of the last training."""
SLIPS = ("typos", "typos", "typos", "no punctuation", "polite preface", "name in front")


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
    return list(Text.of(row["text"]).words), words_of(clip(row["prev"] or ""))


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


def filled(rows: Sequence[Sequence[int]], steps: Sequence[int] = STEPS) -> np.ndarray:
    """Rows of one length, the first of `steps` that holds them all; 0 stands where a row has ended."""
    long = next(step for step in steps if step >= max(1, *map(len, rows)))
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


def slipped(rows: Sequence[Row], dice: random.Random) -> list[Row]:
    """The same lines, some of them as others would type them."""
    return [
        {**row, "text": CHANGES[dice.choice(SLIPS)](row["text"], dice)} if dice.random() < SLIPPED else row
        for row in rows
    ]
