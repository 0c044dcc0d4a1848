"""The week: where it begins, the goal, the strip, and the streak. Pure: today and the first day come from outside.

An entry counts on the date it carries, the rep's own when it was made, so a moved clock or time zone shifts no week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

GOAL = 3
"""Nos a week, each asked further about (product.md)."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SUNDAY = """
AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT
PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW
"""
_SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
FIRST_DAYS = {**dict.fromkeys(_SUNDAY.split(), 6), **dict.fromkeys(_SATURDAY.split(), 5), "MV": 4}
"""Territories whose week does not begin on Monday, as CLDR's week data has them (0 Monday to 6 Sunday)."""


@dataclass(frozen=True, slots=True)
class Count:
    """Nos of one kind in a week: heard, and asked further about, which alone count."""

    heard: int = 0
    deeper: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """The week a date is in, and how it stands; `strip` has an entry for each of its seven days.

    `streak` counts weeks that met the goal up to now. `missed` says the week before this one was missed and forgiven.
    """

    first: date
    goal: int
    customers: Count
    practised: Count
    strip: tuple[tuple[date, int, int], ...]
    streak: int
    missed: bool
    practice_streak: int

    @property
    def met(self) -> bool:
        """Whether customers' nos have reached the goal."""
        return self.customers.deeper >= self.goal


def first_weekday(setting: str, environment: Mapping[str, str]) -> int:
    """The first day of the week, 0 Monday to 6 Sunday: the setting's, else the locale's, else Monday (ISO 8601).

    `environment` has LC_ALL, LC_TIME or LANG, the first that is set being the one that holds.
    """
    if setting:
        return WEEKDAYS.index(setting)
    name = next((environment[key] for key in ("LC_ALL", "LC_TIME", "LANG") if environment.get(key)), "")
    territory = name.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2]
    return FIRST_DAYS.get(territory.upper(), 0)


def begins(day: date, first: int) -> date:
    """The first day of the week a date is in."""
    return day - timedelta(days=(day.weekday() - first) % 7)


def week(
    days: Iterable[tuple[str, bool, int, int]], today: date, *, first: int = 0, goal: int = GOAL
) -> Week:  # fmt: skip
    """The week of `today`; `days` are date, whether from customers, nos heard, nos asked further about."""
    start = begins(today, first)
    heard: Counter[tuple[date, bool]] = Counter()
    deeper: Counter[tuple[date, bool]] = Counter()
    daily: Counter[tuple[date, bool]] = Counter()
    for text, customer, some, asked in days:
        day = date.fromisoformat(text)
        key = begins(day, first), customer
        heard[key] += some
        deeper[key] += asked
        if key[0] == start:
            daily[day, customer] += asked
    whole = [start + timedelta(days=number) for number in range(7)]
    streak, missed = _streak(deeper, True, start, goal)
    return Week(
        start, goal, Count(heard[start, True], deeper[start, True]), Count(heard[start, False], deeper[start, False]),
        tuple((day, daily[day, True], daily[day, False]) for day in whole), streak, missed,
        _streak(deeper, False, start, goal)[0],
    )  # fmt: skip


def _streak(deeper: Mapping[tuple[date, bool], int], customer: bool, start: date, goal: int) -> tuple[int, bool]:
    """Weeks that met the goal, back from this one, and whether last week was forgiven.

    This week breaks nothing while it lasts. One missed week is forgiven, two in a row end the streak.
    """
    met = {week for (week, kind), count in deeper.items() if kind == customer and count >= goal}
    streak, at, misses = int(start in met), start - timedelta(days=7), 0
    missed = at not in met
    while met and at >= min(met) and misses < 2:
        misses = 0 if at in met else misses + 1
        streak += at in met
        at -= timedelta(days=7)
    return streak, missed and streak > int(start in met)
