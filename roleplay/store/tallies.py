"""The journal counted: by week, category, follow-up and cover. Each answer is one short query, whatever its size.

What is damaged counts for nothing; the journal itself names it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from roleplay.errors import StoreError
from roleplay.model import Came, Category, Entry, Meaning, Source
from roleplay.store.entries import WHOLE
from roleplay.store.journal import CUSTOMERS, Journal, kept
from roleplay.store.schema_journal import nos

CATEGORIES = {item.value: item for item in Category}
MEANINGS = {item.value: item for item in Meaning}
SOURCES = {item.value: item for item in Source}
BEST = 5
"""Entries looked at for the best: the first of them that reads is it."""


class Day(NamedTuple):
    """Nos of one of the rep's days and one source: how many, and how many were asked further about."""

    day: str
    source: Source
    heard: int
    deeper: int


class Followed(NamedTuple):
    """What a follow-up did to nos of a category: how often it was used, and how often they opened and closed."""

    category: Category | None
    move: str
    used: int
    opened: int
    closed: int


class Handled(NamedTuple):
    """How nos of a category were handled: how many were judged, and what was made of them on average (0-1)."""

    category: Category
    judged: int
    worth: float


class Tallies:
    """Sums over the journal. Every method is one transaction and raises StoreError when the database fails."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]], journal: Journal) -> None:
        self._transaction, self._journal = transaction, journal

    def days(self, since: str = "") -> list[Day]:
        """Nos by day and source, oldest first."""
        n = nos.c
        query = select(n.day, n.source, func.count(), func.sum(n.deeper)).where(kept(), n.day >= since)
        with self._transaction() as db:
            rows = db.execute(query.group_by(n.day, n.source).order_by(n.day)).all()
        return [
            Day(day, SOURCES[source], heard, deeper)
            for day, source, heard, deeper in rows
            if source in SOURCES and _is_day(day)
        ]

    def categories(self, since: str = "") -> list[tuple[str, Category | None, bool, int]]:
        """Day, category, whether from customers, how many; oldest first."""
        n, customers = nos.c, nos.c.source.in_(CUSTOMERS)
        query = select(n.day, n.category, customers, func.count()).where(kept(), n.day >= since)
        with self._transaction() as db:
            rows = db.execute(query.group_by(n.day, n.category, customers).order_by(n.day)).all()
        return [
            (day, CATEGORIES.get(name), bool(real), count)
            for day, name, real, count in rows
            if _is_category(name) and _is_day(day)
        ]

    def follow_ups(self) -> list[Followed]:
        """What each follow-up did to the nos of each category."""
        n = nos.c
        opened, closed = (func.sum(case((n.came == came.value, 1), else_=0)) for came in (Came.OPENED, Came.CLOSED))
        query = select(n.category, n.move, func.count(), opened, closed).where(kept(), n.move != "")
        with self._transaction() as db:
            rows = db.execute(query.group_by(n.category, n.move)).all()
        return [Followed(CATEGORIES.get(row[0]), *tuple(row)[1:]) for row in rows if _is_category(row[0])]

    def covers(self) -> list[tuple[Category, Meaning, int]]:
        """What stood behind nos of a category, and how often; known from scripts only."""
        n = nos.c
        query = select(n.category, n.meaning, func.count()).where(kept(), n.category.is_not(None))
        query = query.where(n.meaning.is_not(None)).group_by(n.category, n.meaning).order_by(func.count().desc())
        with self._transaction() as db:
            rows = db.execute(query).all()
        return [
            (CATEGORIES[name], MEANINGS[meaning], count)
            for name, meaning, count in rows
            if name in CATEGORIES and meaning in MEANINGS
        ]

    def handled(self) -> list[Handled]:
        """What was made of the nos of each category, worst first."""
        n = nos.c
        query = select(n.category, func.count(), func.avg(n.worth)).where(kept(), n.worth.is_not(None))
        query = query.where(n.category.is_not(None)).group_by(n.category).order_by(func.avg(n.worth))
        with self._transaction() as db:
            rows = db.execute(query).all()
        return [Handled(CATEGORIES[name], judged, worth) for name, judged, worth in rows if name in CATEGORIES]

    def best(self, category: Category) -> Entry | None:
        """The no of a category that was opened best, customers' before practised ones; None: none was opened."""
        n = nos.c
        real = case((n.source.in_(CUSTOMERS), 0), else_=1)
        query = select(*WHOLE).where(kept(), n.category == category.value, n.came == Came.OPENED.value, n.reply != "")
        with self._transaction() as db:
            rows = db.execute(query.order_by(real, n.worth.desc(), n.day.desc(), n.id.desc()).limit(BEST)).all()
        for row in rows:
            with suppress(StoreError):
                return self._journal.read(row)
        return None

    def who(self, name: str) -> list[tuple[Category, int]]:
        """The categories of the nos somebody of that name gave, most first; a drill of one of them is no other no."""
        n = nos.c
        folded = f" {' '.join(name.casefold().split())}"
        query = select(n.category, func.count()).where(kept(), n.category.is_not(None), n.source != Source.DRILL.value)
        named = func.instr(" " + func.lower(n.who), folded) > 0
        with self._transaction() as db:
            rows = db.execute(query.where(named).group_by(n.category).order_by(func.count().desc())).all()
        return [(CATEGORIES[name], count) for name, count in rows if name in CATEGORIES]


def _is_category(name: str | None) -> bool:
    return name is None or name in CATEGORIES


def _is_day(day: str) -> bool:
    with suppress(ValueError, TypeError):
        return bool(date.fromisoformat(day))
    return False
