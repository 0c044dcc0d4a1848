"""The journal and what it tells, read from the store for a moment that is given: what both front ends ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from roleplay.model import Category
from roleplay.practice import patterns as _patterns
from roleplay.practice import prepare as _prepare
from roleplay.practice import progress as _progress
from roleplay.practice import pushes as _pushes
from roleplay.practice import stuck as _stuck
from roleplay.practice import week as _week
from roleplay.practice.blind import Blind, blind
from roleplay.practice.level import suggest

if TYPE_CHECKING:
    from roleplay.store import Store

LINES = 8
"""Pushes quoted for a situation."""
SEASON = timedelta(days=180)
"""What is to be expected is read from the nos of so long."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A store read at a moment. `now` is the rep's time with its zone, `first` the weekday a week begins on."""

    store: Store
    now: datetime
    first: int = 0
    goal: int = _week.GOAL

    @property
    def today(self) -> date:
        """The rep's date."""
        return self.now.date()

    def week(self) -> _week.Week:
        """The week of now."""
        days = ((day, source.customer, heard, deeper) for day, source, heard, deeper in self.store.tallies.days())
        return _week.week(days, self.today, first=self.first, goal=self.goal)

    def patterns(self) -> _patterns.Patterns:
        """The patterns of the journal."""
        tallies = self.store.tallies
        oldest = _week.begins(self.today, self.first) - timedelta(weeks=_patterns.WEEKS)
        return _patterns.patterns(
            tallies.categories(oldest.isoformat()), tallies.follow_ups(), tallies.covers(), tallies.handled(),
            self.today, first=self.first,
        )  # fmt: skip

    def progress(self, personas: Sequence[str]) -> _progress.Progress:
        """Progress over all calls; `personas` are the ids there are to call."""
        found = _progress.progress(self.store.digests.all(), personas, self.today, first=self.first, met=self._met())
        return replace(found, stuck=self.stuck())

    def blind(self, personas: Sequence[str]) -> Blind:
        """The blind calls, and whether one is due."""
        return blind(self.store.digests.all(), personas, self._met())

    def stuck(self) -> _stuck.Stuck | None:
        """What to do where even the mildest level is too hard; None where it is not."""
        found = suggest(self.store.digests.all())
        return _stuck.stuck(found, self.store.practised.standings(), self.today) if found else None

    def _met(self) -> set[str]:
        """Who was met in a drill today; an item with a prospect in it begins with their id."""
        return {item.split("/")[0] for item in self.store.practised.items(self.today)}

    def habits(self) -> list[_pushes.Habit]:
        """Where the rep pushes."""
        return _pushes.habits(self.store.digests.pushes(), self.store.digests.lines(LINES))

    def briefing(self, *, who: str = "", category: Category | None = None) -> _prepare.Briefing:
        """What to have in mind before a call."""
        tallies = self.store.tallies
        rows = tallies.categories((self.today - SEASON).isoformat())
        seen: Iterable[tuple[Category, bool, int]] = ((name, real, count) for _, name, real, count in rows if name)
        theirs = tallies.who(who) if who else []
        plan = self.store.plans.current()
        return _prepare.prepare(seen, theirs, tallies.best, plan, who=who, category=category)
