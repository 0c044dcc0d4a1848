"""The prospect reader's linear weights: how they are learnt, and how well by themselves.

    python -m benchmarks.listener.train_prospect   cross-validated figures; `train_encoder` writes the weights

Learnt from the development part, and from `prospect.own.jsonl`, which is in no figure: lines and phrases the listener's
author wrote, and lines the set's writers gave as what a prospect had just said (`prev` in `rep.dev.jsonl`; "trade" is
"heard"), labelled by the author. The held-out fifth is never opened here. scikit-learn is needed (development only).
Set OMP_NUM_THREADS=1 on a busy machine: it is then several times faster.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedKFold

from benchmarks.listener.augment import CHANGES
from benchmarks.listener.learn import Learnt, learn
from benchmarks.listener.report import accuracy, folded, macro
from benchmarks.listener.split import DATA
from benchmarks.listener.train import temperature
from roleplay.listener.prospect_features import look

Row = Mapping[str, Any]
STRENGTH = 4.0
"""Inverse of the regularisation."""
KEPT = 40_000
"""Features kept in the file: those that sway most."""
HUNG = frozenset({"permission_no", "confirmation_yes", "thats_right", "youre_right", "counterfeit_yes"})
"""Labels that hang on the line before; copies of the others sometimes lose it."""
TOLD = 0.5
"""What one of the heard lines without a function ("other") counts: there are many, and each is hard to tell alone."""
GROUPS = ("w:", "p:")
"""The features that are single words: of the line, of the line before."""
ROUNDS = 80
CUES = ("c:", "n:", "n2:", "n3:", "l:")


def rows(part: str) -> list[dict[str, Any]]:
    """The lines of a part; the same words may answer several lines, so nothing is folded together."""
    text = (DATA / f"prospect.{part}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def seen(row: Row) -> dict[str, float]:
    return look(row["text"], row["prev"]).features


def augmented(part: Sequence[Row], seed: int) -> tuple[list[dict[str, float]], list[str], list[float]]:
    """Each line, a changed copy of it, and a copy whose cues are hidden, so that the words are learnt as well."""
    dice, inputs, labels, weights = random.Random(seed), [], [], []
    for row in part:
        own = seen(row)
        change = dice.choice(sorted(CHANGES))
        keep = row["label"] in HUNG or dice.random() < 0.7
        copy = look(CHANGES[change](row["text"], dice), row["prev"] if keep else None).features
        hidden = {name: value for name, value in own.items() if not name.startswith(CUES)}
        inputs += [own, copy, hidden]
        labels += [row["label"]] * 3
        count = TOLD if row["trade"] == "heard" and row["label"] == "other" else 1.0
        weights += [count, 0.4 * count, 0.6 * count]
    return inputs, labels, weights


def fit(part: Sequence[Row], seed: int = 1) -> Learnt:
    """The weights learnt from these lines."""
    inputs, labels, weights = augmented(part, seed)
    return learn(inputs, labels, weights, STRENGTH, GROUPS, rarest=3, rounds=ROUNDS)


def cross_validated(
    part: Sequence[Row], always: Sequence[Row], folds: int = 4, used: int = 1
) -> tuple[np.ndarray, list[str], list[int]]:
    """Scores by a model that has seen `always` and the other folds, the labels in column order, and which rows."""
    truth = [row["label"] for row in part]
    names = sorted(set(truth))
    scores, tested = np.zeros((len(part), len(names))), list[int]()
    for train, test in StratifiedKFold(folds, shuffle=True, random_state=0).split(part, truth):
        scores[test] = fit([*(part[i] for i in train), *always]).scores([seen(part[i]) for i in test])
        tested += list(map(int, test))
        if len(tested) >= used * len(part) / folds:
            break
    return scores[tested], names, tested


def tell(title: str, part: Sequence[Row], always: Sequence[Row]) -> float:
    """Print the cross-validated figures of a part; returns the fitted temperature."""
    scores, names, tested = cross_validated(part, always)
    truth = [part[row]["label"] for row in tested]
    given = [names[column] for column in scores.argmax(axis=1)]
    heat = temperature(scores, np.array([names.index(label) for label in truth]))
    fold = accuracy([folded(label) for label in truth], [folded(label) for label in given])
    print(f"{title}: macro-F1 {macro(truth, given):.3f}, folded {fold:.3f}, temperature {heat:.3f}", flush=True)
    return heat


def main() -> None:
    tell("linear weights alone, cross-validated", rows("dev"), rows("own"))


if __name__ == "__main__":
    main()
