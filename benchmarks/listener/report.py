"""The figures of one reader on one set of lines: counted here in plain Python, so that anyone can check them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.listener.augment import CHANGES
from roleplay.model import Reply

Row = Mapping[str, Any]
Reader = Callable[[str, str | None], tuple[str, float]]
"""Text and the line before it to a label and a confidence."""


def f1_of(truth: Sequence[str], given: Sequence[str]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and count of each label that occurs in the truth."""
    right = Counter(a for a, b in zip(truth, given, strict=True) if a == b)
    asked, said = Counter(truth), Counter(given)
    table = {}
    for label in sorted(asked):
        precision = right[label] / said[label] if said[label] else 0.0
        recall = right[label] / asked[label]
        table[label] = (precision, recall, 2 * precision * recall / (precision + recall or 1.0), asked[label])
    return table


def macro(truth: Sequence[str], given: Sequence[str]) -> float:
    table = f1_of(truth, given)
    return sum(row[2] for row in table.values()) / len(table)


def accuracy(truth: Sequence[str], given: Sequence[str]) -> float:
    return sum(a == b for a, b in zip(truth, given, strict=True)) / len(truth)


def folded(label: str) -> str:
    """A prospect label as no, yes or neither."""
    return Reply(label).side


def per_class(truth: Sequence[str], given: Sequence[str]) -> None:
    print(f"{'label':24}{'precision':>10}{'recall':>8}{'F1':>6}{'lines':>7}")
    for label, (precision, recall, f1, count) in f1_of(truth, given).items():
        print(f"{label:24}{precision:10.2f}{recall:8.2f}{f1:6.2f}{count:7}")


def confusion(truth: Sequence[str], given: Sequence[str]) -> None:
    """Only what went wrong, most frequent first: nothing else is worth a 20 x 20 table in a terminal."""
    wrong = Counter((a, b) for a, b in zip(truth, given, strict=True) if a != b)
    print("\nconfusion (true -> read, lines)")
    for (a, b), count in sorted(wrong.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:3}  {a} -> {b}")


def calibration(truth: Sequence[str], given: Sequence[str], sure: Sequence[float]) -> None:
    print("\ncalibration (confidence: lines, mean confidence, right)")
    error = 0.0
    for low in (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.97):
        high = {0.0: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 0.97, 0.97: 1.01}[low]
        inside = [(c, a == b) for a, b, c in zip(truth, given, sure, strict=True) if low <= c < high]
        if inside:
            mean, right = sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            error += abs(mean - right) * len(inside) / len(truth)
            print(f"  {low:.2f}-{min(high, 1.0):.2f}: {len(inside):4}  {mean:.2f}  {right:.2f}")
    print(f"  expected calibration error {error:.3f}")


def robustness(rows: Sequence[Row], given: Sequence[str], reader: Reader) -> None:
    """How often a change that means nothing changes the label (aim: at most 3 %)."""
    print("\nlabels changed by")
    total = 0
    for name, change in CHANGES.items():
        dice = random.Random(name)
        moved = sum(reader(change(row["text"], dice), row["prev"])[0] != b for row, b in zip(rows, given, strict=True))
        total += moved
        print(f"  {name:16}{100 * moved / len(rows):6.1f} %")
    print(f"  {'all together':16}{100 * total / len(rows) / len(CHANGES):6.1f} %")


def baselines(train: Sequence[Row], test: Sequence[Row]) -> dict[str, list[str]]:
    """What the commonest label, and TF-IDF with logistic regression, say about the test lines."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    labels = [row["label"] for row in train]
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(C=10, max_iter=1000)
    )
    model.fit([row["text"] for row in train], labels)
    commonest = Counter(labels).most_common(1)[0][0]
    return {
        "majority": [commonest] * len(test),
        "TF-IDF + logistic regression": list(model.predict([row["text"] for row in test])),
    }


def prospect_extras(truth: Sequence[str], given: Sequence[str]) -> None:
    no_yes = accuracy([folded(label) for label in truth], [folded(label) for label in given])
    print(f"\nfolded to no, yes, neither: accuracy {no_yes:.3f}")
    pair = ("counterfeit_yes", "commitment_yes")
    both = [(a, b) for a, b in zip(truth, given, strict=True) if a in pair]
    right = sum(a == b for a, b in both)
    print(f"counterfeit or commitment yes: {right} of {len(both)} right, {right / len(both):.3f}")
    judged = [(a, b) for a, b in both if b in pair]
    share = sum(a == b for a, b in judged) / (len(judged) or 1)
    print(f"counterfeit against commitment, where one of the two was read: {share:.3f}")
