"""Split hand-labelled lines into a development part and a held-out fifth, by a hash of the text. Prints counts only.

    python -m benchmarks.listener.split rep one.jsonl two.jsonl
    python -m benchmarks.listener.split prospect three.jsonl

The hash is sha256 over the case-folded text, so a line always falls on the same side, whatever is added later.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
FOLDS = 5


def is_held(text: str) -> bool:
    """Whether a text belongs to the fifth that nobody looks at."""
    return int(hashlib.sha256(text.casefold().encode()).hexdigest(), 16) % FOLDS == 0


def read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The labelled lines of these files, the first of two with the same text."""
    seen: set[str] = set()
    for path in paths:
        for row in path.read_text(encoding="utf-8").splitlines():
            line = json.loads(row) if row.strip() else None
            if line and line["text"].casefold() not in seen:
                seen.add(line["text"].casefold())
                yield line


def write(kind: str, paths: Iterable[Path]) -> dict[str, Counter[str]]:
    """Write both parts for a kind ("rep" or "prospect"); returns how many lines of each label are in each."""
    counts: dict[str, Counter[str]] = {"dev": Counter(), "held": Counter()}
    rows: dict[str, list[str]] = {"dev": [], "held": []}
    for line in read(paths):
        part = "held" if is_held(line["text"]) else "dev"
        counts[part][line["label"]] += 1
        rows[part].append(json.dumps(line, ensure_ascii=False))
    DATA.mkdir(exist_ok=True)
    for part, lines in rows.items():
        (DATA / f"{kind}.{part}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return counts


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or arguments[0] not in ("rep", "prospect"):
        print(__doc__)
        return 2
    counts = write(arguments[0], [Path(argument) for argument in arguments[1:]])
    for label in sorted(counts["dev"] | counts["held"]):
        print(f"{label:24}{counts['dev'][label]:6}{counts['held'][label]:6}")
    print(f"{'all':24}{counts['dev'].total():6}{counts['held'].total():6}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
