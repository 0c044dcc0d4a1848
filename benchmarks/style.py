"""Whether the prospects can be told apart by how they speak: `python -m benchmarks.style`.

Every own line of a persona becomes a profile of small words, marks, word and sentence lengths and how sentences begin;
what it is about is left out. Five-fold: a line, or six together, goes to the nearest mean of the others.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from random import Random
from statistics import fmean, pstdev

from roleplay.listener.words import STOP
from roleplay.persona import Persona, load_all
from roleplay.simulate.checks import interval

FOLDS = 5
MARKS = (",", ";", ":", "?", "!", "…", "-", "'", ".")
SMALL = sorted(
    STOP | {"so", "then", "rather", "afraid", "genuinely", "honestly", "lovely", "oh", "fairness", "course", "suppose"}
)


def lines_of(who: Persona) -> list[str]:
    """All that the persona's file says in their voice."""
    said = [*who.opening, *who.counterfeit, *who.tangents, *who.demands, *who.steps.counter, *who.steps.condition]
    said += [line for fact in who.facts for line in (*fact.says, *fact.more)]
    said += [line for item in who.objections for line in (*item.cover, *item.again)]
    return said + [line for lines in who.lines.values() for line in lines]


def profile(text: str) -> list[float]:
    """The style of a text, as shares of its words."""
    words = re.findall(r"[a-z']+", text.lower())
    sentences = [part for part in re.split(r"[.!?…]+\s*", text) if part.strip()]
    size, count = max(1, len(words)), Counter(words)
    starts = Counter(sentence.split()[0].lower() for sentence in sentences)
    values = [count[word] / size for word in SMALL] + [text.count(mark) / size for mark in MARKS]
    values += [
        starts[word] / max(1, len(sentences))
        for word in ("i", "the", "it", "we", "and", "no", "not", "you", "oh", "so")
    ]
    return [*values, size / max(1, len(sentences)) / 10, len(sentences) / 3, fmean(map(len, words or [""])) / 5]


def shares(per: int) -> dict[str, tuple[int, int]]:
    """How many groups of so many lines of each persona are told for theirs, out of how many."""
    people = {who.id: lines_of(who) for who in load_all()[0]}
    for id, lines in people.items():
        Random(id).shuffle(lines)
    found = {id: [0, 0] for id in people}
    for fold in range(FOLDS):
        train = {
            id: [profile(line) for place, line in enumerate(lines) if place % FOLDS != fold]
            for id, lines in people.items()
        }
        scale = [
            pstdev(values) or 1.0 for values in zip(*(row for rows in train.values() for row in rows), strict=True)
        ]
        means = {id: [fmean(values) for values in zip(*rows, strict=True)] for id, rows in train.items()}
        for id, lines in people.items():
            held = [line for place, line in enumerate(lines) if place % FOLDS == fold]
            for start in range(0, len(held) - per + 1, per):
                rows = [profile(line) for line in held[start : start + per]]
                mine = [fmean(values) for values in zip(*rows, strict=True)]
                found[id][0] += _nearest(mine, means, scale) == id
                found[id][1] += 1
    return {id: (right, whole) for id, (right, whole) in found.items()}


def _nearest(mine: Sequence[float], means: dict[str, list[float]], scale: Sequence[float]) -> str:
    return min(
        means, key=lambda id: sum(((a - b) / each) ** 2 for a, b, each in zip(mine, means[id], scale, strict=True))
    )


def main() -> int:
    print("| lines together | told | times chance | worst first |\n|---|---|---|---|")
    for per in (1, 6):
        found = shares(per)
        right, whole = sum(hit for hit, _ in found.values()), sum(count for _, count in found.values())
        low, high = interval(right / whole, whole)
        worst = sorted(found.items(), key=lambda each: each[1][0] / each[1][1])
        named = ", ".join(f"{id} {hit / count:.0%}" for id, (hit, count) in worst)
        times = right / whole * len(found)
        print(f"| {per} | {right / whole:.1%} ({low:.1%} to {high:.1%}) | {times:.1f} | {named} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
