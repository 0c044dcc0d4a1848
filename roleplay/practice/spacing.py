"""When a skill comes back: after 1, 3, 7, 14, 30 days, a step up when it went well, a step back when not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from roleplay.model.practice import Standing

DAYS = (1, 3, 7, 14, 30)
"""Days until a skill comes back, by its step; from the last step on it stays at 30."""
WELL = 0.5
"""The share of a day's attempts above which the day went well."""


def standing(skill: str, results: Iterable[tuple[date, bool]]) -> Standing | None:
    """How a skill stands after its attempts, each with its day and whether it went well; None without any.

    A day moves it at most one step, however often it was tried: spaced practice counts, massed does not.
    """
    by_day: dict[date, list[bool]] = {}
    for day, ok in results:
        by_day.setdefault(day, []).append(ok)
    found: Standing | None = None
    for day in sorted(by_day):
        well = sum(by_day[day]) > WELL * len(by_day[day])
        found = after(found, day, well) if found else _first(skill, day, well)
    return found


def after(before: Standing, day: date, ok: bool) -> Standing:
    """The standing after another day of practice. Doing well too early changes nothing; doing badly always does."""
    tries, good = before.tries + 1, before.good + ok
    if ok and day < before.due:
        return Standing(before.skill, before.step, before.due, day, ok, tries, good)
    step = min(before.step + 1, len(DAYS) - 1) if ok else max(before.step - 1, 0)
    return Standing(before.skill, step, day + timedelta(DAYS[step]), day, ok, tries, good)


def _first(skill: str, day: date, ok: bool) -> Standing:
    """What went badly comes back tomorrow; what went well at once may wait for the second step."""
    step = 1 if ok else 0
    return Standing(skill, step, day + timedelta(DAYS[step]), day, ok, 1, int(ok))
