"""`python -m benchmarks.coach [seeds]`: every row of docs/coach.md that concerns the coach, the worst first."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.coach import rows
from benchmarks.coach.rows import Played, Row
from roleplay.persona import load_all

LEVELS = (2, 3)


def measured(played: Sequence[Played]) -> list[Row]:
    edits = [rows.credited(played), rows.harmed(played), rows.answered_first(played)]
    return [
        rows.same(played), rows.quotes(played), *edits, rows.edited(edits),
        *rows.unmoved(played), rows.padded(played), *rows.instructed(played),
        rows.instructed_words(played),
        *rows.better(played), rows.quick(played),
    ]  # fmt: skip


def main() -> None:
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    people, _ = load_all()
    played = list(rows.calls(people, LEVELS, seeds))
    found = [*measured(played), rows.ranked(people, 2)]
    print(f"{len(played)} calls: {len(people)} prospects, levels {LEVELS}, every bot, {seeds} seed(s). Worst first.")
    for row in sorted(found, key=lambda row: row.share - row.bar):
        print(row)


if __name__ == "__main__":
    main()
