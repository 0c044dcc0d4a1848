"""A practice book kept in memory only: for a run without a database, and for months that pass in a test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from roleplay.model.practice import Attempt, Standing
from roleplay.practice.book import Fold


class Memory:
    """Keeps what it is given until the program ends."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self._standings: dict[str, Standing] = {}
        self._plans: dict[date, list[tuple[str, bool]]] = {}

    def add(self, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep attempts, and how their skills stand now."""
        self.attempts.extend(tries)
        for skill in {attempt.skill for attempt in tries}:
            results = [(each.day, each.ok) for each in self.attempts if each.skill == skill]
            if stands := fold(skill, results):
                self._standings[skill] = stands

    def replace_call(self, call: str, ended: str, tries: Sequence[Attempt], fold: Fold) -> None:
        """Keep the lessons of a call in the place of those it gave before."""
        touched = {attempt.skill for attempt in self.attempts if attempt.call == call}
        self.attempts = [attempt for attempt in self.attempts if attempt.call != call]
        for skill in touched:
            self._standings.pop(skill, None)
        kept = [attempt for attempt in self.attempts if attempt.skill in touched]
        self.attempts = [attempt for attempt in self.attempts if attempt.skill not in touched]
        self.add([*kept, *tries], fold)

    def fresh_calls(self, since: str, limit: int) -> list[str]:
        """None: without a database there are no calls."""
        return []

    def standings(self) -> dict[str, Standing]:
        """How every skill stands that was ever tried."""
        return dict(self._standings)

    def seen(self, drill: str) -> dict[str, str]:
        """When each item of a drill was last tried in it."""
        mine = [each for each in self.attempts if each.skill.startswith(f"{drill}:") and not each.call]
        return {each.item: each.at for each in sorted(mine, key=lambda each: each.at)}

    def tried(self, day: date) -> dict[str, tuple[int, int]]:
        """How often each skill was tried in drills on a day, and how often it went well."""
        mine = [each for each in self.attempts if each.day == day and not each.call]
        tries, good = Counter(each.skill for each in mine), Counter(each.skill for each in mine if each.ok)
        return {skill: (count, good[skill]) for skill, count in tries.items()}

    def plan(self, day: date) -> list[tuple[str, bool]]:
        """The skills planned for a day, and whether each was new."""
        return list(self._plans.get(day, []))

    def keep_plan(self, day: date, skills: Sequence[tuple[str, bool]]) -> None:
        """Keep the plan of a day; one that is there already stays."""
        self._plans.setdefault(day, list(skills))
