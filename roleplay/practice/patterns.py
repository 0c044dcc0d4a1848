"""Patterns in the journal: which nos come, what opens and closes them, what stood behind them, which goes worst."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roleplay.coach.record import First
from roleplay.model import Category, Meaning
from roleplay.practice.week import begins

WEEKS = 8
"""Weeks of categories shown."""
ENOUGH = 3
"""Times a thing must have been seen to be called a pattern."""
ONCE = {"calibrated question": First.CALIBRATED.value}
"""What a follow-up was called when older entries were written."""
RANKED = 5
"""Nos judged in a category before it is ranked among others."""


@dataclass(frozen=True, slots=True)
class Row:
    """A category over the weeks since the first no, oldest first; `customers` of them were real, the rest practice."""

    category: Category | None
    weeks: tuple[int, ...]
    customers: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.weeks)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up of mine: how often used, how often it opened a no and how often it closed one."""

    move: str
    used: int
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class Worst:
    """The category handled worst: how many were judged, and what was made of them on average (0-1)."""

    category: Category
    judged: int
    worth: float


@dataclass(frozen=True, slots=True)
class Patterns:
    """All of them; `first` is the first day of the oldest week, `covers` are category, what stood behind, how often."""

    first: date
    rows: tuple[Row, ...]
    openers: tuple[FollowUp, ...]
    closers: tuple[FollowUp, ...]
    covers: tuple[tuple[Category, Meaning, int], ...]
    worst: Worst | None


def patterns(
    categories: Iterable[tuple[str, Category | None, bool, int]],
    followed: Iterable[tuple[Category | None, str, int, int, int]],
    covers: Sequence[tuple[Category, Meaning, int]],
    handled: Iterable[tuple[Category, int, float]],
    today: date, *, first: int = 0,
) -> Patterns:  # fmt: skip
    """The patterns from the journal's sums; `first` is the weekday weeks begin on."""
    oldest = begins(today, first) - timedelta(weeks=WEEKS - 1)
    moves = _moves(followed)
    openers = sorted((item for item in moves if item.opened), key=lambda item: (-item.opened / item.used, -item.opened))
    closers = sorted((item for item in moves if item.closed), key=lambda item: (-item.closed / item.used, -item.closed))
    judged = [Worst(*item) for item in handled if item[1] >= RANKED]
    worst = min(judged, key=lambda item: item.worth) if len(judged) > 1 else None
    rows = _rows(categories, oldest)
    empty = min((_leading(row.weeks) for row in rows), default=WEEKS - 1)
    rows = tuple(Row(row.category, row.weeks[empty:], row.customers) for row in rows)
    return Patterns(
        oldest + timedelta(weeks=empty), rows, tuple(openers), tuple(closers), tuple(covers), worst
    )  # fmt: skip


def _leading(weeks: tuple[int, ...]) -> int:
    """How many weeks went by before the first no."""
    return next((index for index, count in enumerate(weeks) if count), WEEKS - 1)


def _rows(categories: Iterable[tuple[str, Category | None, bool, int]], oldest: date) -> tuple[Row, ...]:
    weeks: dict[Category | None, list[int]] = defaultdict(lambda: [0] * WEEKS)
    customers: Counter[Category | None] = Counter()
    for day, category, real, count in categories:
        index = (date.fromisoformat(day) - oldest).days // 7
        if 0 <= index < WEEKS:
            weeks[category][index] += count
            customers[category] += count if real else 0
    rows = [Row(category, tuple(counts), customers[category]) for category, counts in weeks.items()]
    return tuple(sorted(rows, key=lambda row: (row.category is None, -row.total)))


def _moves(followed: Iterable[tuple[Category | None, str, int, int, int]]) -> list[FollowUp]:
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for _, named, *counts in followed:
        move = ONCE.get(named, named)
        sums[move] = [old + new for old, new in zip(sums[move], counts, strict=True)]
    return [FollowUp(move, *counts) for move, counts in sums.items() if counts[0] >= ENOUGH]
