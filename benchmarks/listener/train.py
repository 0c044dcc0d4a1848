"""The rep reader's linear weights: how they are learnt from the development part, and how well by themselves.

    python -m benchmarks.listener.train            cross-validated figures; `train_encoder` writes the weights

Beside the development part go the author's own textbook lines (`rep.own.jsonl`), which count less and are in no figure.
The held-out fifth is never opened here. scikit-learn is needed (development only).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.model_selection import StratifiedKFold

from benchmarks.listener import vectors
from benchmarks.listener.augment import CHANGES
from benchmarks.listener.learn import learn
from benchmarks.listener.report import accuracy, macro
from benchmarks.listener.split import DATA, read
from roleplay.listener.features import features, fired
from roleplay.listener.linear import WEIGHTS, letters
from roleplay.listener.text import Text
from roleplay.listener.words import words_of

Row = Mapping[str, Any]
STRENGTH = 1.0
"""Inverse of the regularisation: chosen by cross-validation over the development part."""
COPIES = 2
USEFUL = ("no punctuation", "typos", "polite preface", "name in front")
"""Changes that leave a trace in the features; case and spelling are folded away before."""
NEEDS_PREV = frozenset({"mirror", "summary", "rebuttal"})
GROUPS = ("w1:", "t1:", "p:")
"""The features that are single words: of the message, of its last clause, of the line before."""
KEPT = 40_000
"""Features kept in the file: those that sway most."""
OWN = 0.6
"""What one of the author's own lines counts."""


def rows(part: str) -> list[dict[str, Any]]:
    path = DATA / f"rep.{part}.jsonl"
    return list(read([path])) if path.exists() else []


def features_of(text: str, prev: str | None) -> dict[str, float]:
    taken = Text.of(text, prev)
    return features(taken, fired(taken))


def seen(row: Row) -> dict[str, float]:
    return features_of(row["text"], row["prev"])


def copies(row: Row, dice: random.Random, count: int = COPIES) -> list[tuple[str, str | None]]:
    """The sentence changed in ways that leave its label alone; some lose the line before."""
    made: list[tuple[str, str | None]] = []
    for change in dice.sample(USEFUL, count):
        text = CHANGES[change](row["text"], dice)
        keep = row["label"] in NEEDS_PREV or dice.random() < 0.7
        made.append((text, row["prev"] if keep else None))
    return made


def augmented(
    part: Sequence[Row], seed: int, count: int = COPIES
) -> tuple[list[dict[str, float]], list[str], list[float]]:
    dice, inputs, labels, weights = random.Random(seed), [], [], []
    for row in part:
        variants = [(row["text"], row["prev"]), *copies(row, dice, count)]
        inputs += [features_of(*variant) for variant in variants]
        labels += [row["label"]] * len(variants)
        worth = OWN if row["style"] == "own" else 1.0
        weights += [worth] + [0.5 * worth] * (len(variants) - 1)
    return inputs, labels, weights


def temperature(scores: np.ndarray, truth: np.ndarray) -> float:
    """The divisor of the scores that makes the true labels most likely."""

    def loss(value: float) -> float:
        scaled = scores / value
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        return float(np.mean(np.log(np.exp(scaled).sum(axis=1)) - scaled[np.arange(len(truth)), truth]))

    return float(minimize_scalar(loss, bounds=(0.2, 5), method="bounded").x)


def cross_validated(
    part: Sequence[Row], strength: float = STRENGTH, used: int = 1
) -> tuple[np.ndarray, list[int], list[str]]:
    """Scores by a model that has not seen the lines, for one of four folds; which rows; the labels in column order."""
    truth = [row["label"] for row in part]
    names = sorted(set(truth))
    scores, seen = [], []
    for train, test in list(StratifiedKFold(4, shuffle=True, random_state=0).split(part, truth))[:used]:
        learnt = learn(*augmented([*(part[i] for i in train), *rows("own")], 1), strength, GROUPS)
        scores.append(learnt.scores([seen(part[i]) for i in test]))
        seen += list(map(int, test))
    return np.vstack(scores), seen, names


def write_words() -> None:
    """The words slips are mended by, with their counts: those that occur twice and more, and common English ones."""
    lines = [*rows("dev"), *rows("own"), *read([DATA / "prospect.dev.jsonl"])]
    counts = Counter(word for line in lines for word in words_of(f"{line['text']}\n{line['prev'] or ''}"))
    said = {word: count for word, count in counts.items() if count > 1 and word.isalpha()}
    common = dict.fromkeys(vectors.common(vectors.weights_and_words()[1]), 1)
    kept = dict(sorted({**common, **said}.items()))
    np.savez_compressed(
        WEIGHTS / "words.npz", words=letters(list(kept)), counts=np.array(list(kept.values()), np.uint16)
    )


def main() -> None:
    part = rows("dev")
    scores, seen_rows, names = cross_validated(part)
    truth = np.array([names.index(part[row]["label"]) for row in seen_rows])
    given = [names[column] for column in scores.argmax(axis=1)]
    true = [names[row] for row in truth]
    print(
        f"linear weights alone, cross-validated: macro-F1 {macro(true, given):.3f}, "
        f"accuracy {accuracy(true, given):.3f}, temperature {temperature(scores, truth):.3f}"
    )


if __name__ == "__main__":
    main()
