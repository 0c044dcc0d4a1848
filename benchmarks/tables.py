"""Keeps the tables of docs/report.md: `python -m benchmarks.prospect | python -m benchmarks.tables prospect`.

What comes in replaces what stands between `<!-- prospect -->` and `<!-- end of prospect -->`, and is printed as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

REPORT = Path(__file__).resolve().parent.parent / "docs" / "report.md"


def replaced(report: str, name: str, table: str) -> str:
    """The report with another table of that name. Raises ValueError where the report has no place for it."""
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = report.partition(first)
    _, closed, after = rest.partition(last)
    if not found or not closed:
        raise ValueError(f"{REPORT.name} has no lines {first} and {last}")
    return f"{before}{first}\n{table.strip()}\n{last}{after}"


def main() -> int:
    table = sys.stdin.read()
    if not table.strip():
        print("nothing came in: the report stays as it was", file=sys.stderr)
        return 1
    REPORT.write_text(replaced(REPORT.read_text(encoding="utf-8"), sys.argv[1], table), encoding="utf-8")
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
