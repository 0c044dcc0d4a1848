"""Progress: a line for each dimension by week, how it stands and whether it moved; bests, blind calls, the level."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import fmean, variance

from roleplay.coach.guessed import NAMES
from roleplay.coach.rubric import WEIGHTS
from roleplay.model import Digest
from roleplay.practice.blind import Blind, blind
from roleplay.practice.level import Suggestion, suggest
from roleplay.practice.stuck import Stuck
from roleplay.practice.week import begins

HALF_LIFE = 5
"""Calls after which one counts half as much in where a line stands now."""
FELT = 20 * HALF_LIFE
"""Calls whose weight can be felt; those before weigh less than a millionth."""
WEEKS = 12
"""Weeks shown."""
LATELY, LEAST = 10, 4
"""Calls compared with as many before them, and the fewest of each that can be compared."""
NOISE = 2.0
"""Standard errors a difference must exceed to be called one."""
GUESSES = 20
"""Calls with a guess, the latest of them, over which guesses are counted."""
HARDER = 0.5
"""Difference of the mean level from which it is said beside a trend."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How the last calls compare with those before: "up", "down", "steady", or "too soon"; `by` is points of 100.

    `levels` are the mean levels before and since, where they differ enough to matter.
    """

    word: str
    by: float = 0.0
    levels: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `now` (0-100) weighs a call half as much as one HALF_LIFE calls later; `weeks` are means or None."""

    name: str
    now: float | None
    calls: int
    weeks: tuple[float | None, ...]
    trend: Trend


@dataclass(frozen=True, slots=True)
class Best:
    """The best score at a level."""

    level: int
    total: float
    name: str
    day: str
    call: str


@dataclass(frozen=True, slots=True)
class Guessed:
    """How often the rep was right about one thing before the card: `no`, `behind` or `yes`."""

    name: str
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Progress:
    """All of it; `lines` begins with the total. `first` is the first day of the oldest week shown.

    `guesses` are of the latest GUESSES calls with one, three items; `of` 0 where nothing was guessed. `stuck` is there
    where no level is mild enough.
    """

    calls: int
    first: date
    lines: tuple[Line, ...]
    level: Suggestion | None
    blind: Blind
    bests: tuple[Best, ...]
    guesses: tuple[Guessed, ...] = ()
    stuck: Stuck | None = None


def progress(
    digests: Sequence[Digest], personas: Sequence[str], today: date, *, first: int = 0, met: Collection[str] = ()
) -> Progress:
    """Progress over calls, oldest first; `first` is the weekday weeks begin on, 0 Monday to 6 Sunday.

    `met` are those met in a drill today.
    """
    oldest = begins(today, first) - timedelta(weeks=WEEKS - 1)
    scored = [item for item in digests if item.total is not None]
    weeks = _weeks((item.day for item in scored), oldest)
    columns = [("score", [item.total for item in scored])]
    for index, name in enumerate(WEIGHTS):
        columns.append((name, [_points(item.scores[index]) for item in scored]))
    levels = [item.level for item in scored]
    lines = tuple(_line(name, values, weeks, levels) for name, values in columns)
    return Progress(
        len(scored), oldest, lines, suggest(digests), blind(digests, personas, met), _bests(scored), _guesses(digests),
    )  # fmt: skip


def _weeks(days: Iterable[str], oldest: date) -> list[int]:
    """The week of each day, counted from the oldest shown; many calls are of one day."""
    known: dict[str, int] = {}
    return [
        known[day] if day in known else known.setdefault(day, (date.fromisoformat(day) - oldest).days // 7)
        for day in days
    ]


def _points(score: float | None) -> float | None:
    return None if score is None else 100 * score


def _line(name: str, values: Sequence[float | None], weeks: Sequence[int], levels: Sequence[int]) -> Line:
    known = [at for at, value in enumerate(values) if value is not None]
    scores = [value for value in values if value is not None]
    by_week: list[list[float]] = [[] for _ in range(WEEKS)]
    for at, score in zip(known, scores, strict=True):
        if 0 <= weeks[at] < WEEKS:
            by_week[weeks[at]].append(score)
    means = tuple(fmean(week) if week else None for week in by_week)
    lately = [levels[at] for at in known[-2 * LATELY :]]
    return Line(name, weighted(scores), len(known), means, _trend(scores, lately))


def weighted(values: Sequence[float]) -> float | None:
    """The mean of values, oldest first, each counting half as much as one HALF_LIFE later; None of none."""
    if not values:
        return None
    lately = values[-FELT:]
    shares: list[float] = [0.5 ** (age / HALF_LIFE) for age in range(len(lately) - 1, -1, -1)]
    return sum(share * value for share, value in zip(shares, lately, strict=True)) / sum(shares)


def _trend(values: Sequence[float], levels: Sequence[int]) -> Trend:
    size = min(LATELY, len(values) // 2)
    if size < LEAST:
        return Trend("too soon")
    since, before = values[-size:], values[-2 * size : -size]
    by = fmean(since) - fmean(before)
    error = sqrt((variance(since) + variance(before)) / size)
    was, now = fmean(levels[-2 * size : -size]), fmean(levels[-size:])
    moved = (was, now) if abs(now - was) >= HARDER else None
    word = "steady" if abs(by) <= NOISE * error or abs(by) < 1 else "up" if by > 0 else "down"
    return Trend(word, by, moved)


def _guesses(digests: Sequence[Digest]) -> tuple[Guessed, ...]:
    kept = [item.guessed for item in digests if item.guessed][-GUESSES:]
    found = zip(*kept, strict=True) if kept else [()] * len(NAMES)
    return tuple(
        Guessed(name, rights.count(True), len(rights) - rights.count(None))
        for name, rights in zip(NAMES, found, strict=True)
    )


def _bests(scored: Sequence[Digest]) -> tuple[Best, ...]:
    best: dict[int, Digest] = {}
    for item in scored:
        if item.level not in best or (item.total or 0) >= (best[item.level].total or 0):
            best[item.level] = item
    return tuple(Best(level, item.total or 0.0, item.name, item.day, item.call) for level, item in sorted(best.items()))
