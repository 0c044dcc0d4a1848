"""The practice book: keeps what was tried, says what is due, makes the day's plan, learns from finished calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta, tzinfo
from typing import Protocol

from roleplay.errors import RoleplayError
from roleplay.model import Call
from roleplay.model.practice import Attempt, Drill, Standing, Verdict
from roleplay.persona import Persona
from roleplay.practice import days, skills
from roleplay.practice.exercise import Exercise
from roleplay.practice.lessons import lessons
from roleplay.practice.spacing import standing
from roleplay.practice.today import Task, choose, urgent

BACK = timedelta(days=30)
"""How old a finished call may be and still be learnt from."""
AT_ONCE = 20
"""Calls learnt from in one go, so that nobody waits."""

Fold = Callable[[str, Iterable[tuple[date, bool]]], Standing | None]
Read = Callable[[str], tuple[Call, Persona]]
"""Fetches a call and its prospect by the call's id."""


class Kept(Protocol):
    """Where the book is kept; `roleplay.store.practice_attempts.Practised` is one."""

    def add(self, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep attempts, and how their skills stand now."""

    def replace_call(self, call: str, ended: str, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep the lessons of a call in the place of those it gave before."""

    def fresh_calls(self, since: str, limit: int) -> list[str]:
        """Ids of finished calls whose lessons are not kept yet."""

    def standings(self) -> dict[str, Standing]:
        """How every skill stands that was ever tried."""

    def seen(self, drill: str) -> dict[str, str]:
        """When each item of a drill was last tried in it."""

    def tried(self, day: date) -> dict[str, tuple[int, int]]:
        """How often each skill was tried in drills on a day, and how often it went well."""

    def plan(self, day: date) -> list[tuple[str, bool]]:
        """The skills planned for a day, and whether each was new."""

    def keep_plan(self, day: date, skills: Sequence[tuple[str, bool]]) -> None:
        """Keep the plan of a day; one that is there already stays."""


class Book:
    """One rep's practice. `clock` and `zone` say when and where; by default now, and where this machine is."""

    def __init__(self, kept: Kept, clock: days.Clock = days.now, zone: tzinfo | None = None) -> None:
        self.kept, self._clock, self._zone = kept, clock, zone

    @property
    def today(self) -> date:
        """The rep's date now."""
        return days.local_day(self._clock(), self._zone)

    def note(self, exercise: Exercise, answer: str, verdict: Verdict) -> Attempt:
        """Keep what came of an item."""
        attempt = Attempt(
            days.stamp(self._clock()), self.today, exercise.skill, exercise.item, answer,
            verdict.ok, verdict.reason, verdict.better, nos=exercise.nos,
        )  # fmt: skip
        self.kept.add([attempt], standing)
        return attempt

    def waiting(self, most: int = 1) -> list[str]:
        """Calls that have ended since the last look, at most so many."""
        return self.kept.fresh_calls(days.stamp(self._clock() - BACK), most)

    def catch_up(self, read: Read, most: int = AT_ONCE) -> int:
        """Learn from the calls that have ended since the last look; how many were read."""
        learnt = 0
        for id in self.waiting(most):
            try:
                call, persona = read(id)
            except RoleplayError:  # a damaged call teaches nothing, and stands in no other's way
                continue
            day = days.local_day(days.moment(call.ended or call.started), self._zone)
            self.kept.replace_call(id, call.ended, lessons(call, persona, day), standing)
            learnt += 1
        return learnt

    def plan(self) -> list[Task]:
        """Today's tasks, in order. Made at the first look of the day, and the same all day."""
        if tasks := self.planned():
            return tasks
        standings = self.kept.standings()
        chosen = choose(standings, self.today, skills.every())
        self.kept.keep_plan(self.today, [(skill, skill not in standings) for skill in chosen])
        return self.planned()

    def planned(self) -> list[Task]:
        """Today's tasks as far as the plan is made."""
        tried = self.kept.tried(self.today)
        return [Task(skill, new, *tried.get(skill, (0, 0))) for skill, new in self.kept.plan(self.today)]

    def due(self) -> Mapping[Drill, list[str]]:
        """The due skills of each drill that were not tried yet today, most urgent first."""
        tried = self.kept.tried(self.today)
        found = urgent(self.kept.standings(), self.today)
        return {drill: [skill for skill in due if skill not in tried] for drill, due in found.items()}
