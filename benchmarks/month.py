"""Thirty days of calls at the level that is suggested: `python -m benchmarks.month [seeds] [calls a day] [rep ...]`.

24 seeds, 1 call and all reps where nothing is said. Reps of known skill, one who gets better and two who get worse,
ring every winnable prospect in turn, in sentences, each call at the level suggested after the one before. Prints the
levels of the first seed and, over all seeds, the success of the last ten days beside what each level would have given
there all along: whether a rep can be brought to between 40 and 70 % is up to the levels, whether they are is up to the
rule.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from statistics import fmean

from roleplay.model import Digest
from roleplay.persona import Persona, load_all
from roleplay.practice.digest import digest
from roleplay.practice.level import HIGH, LEVELS, LOW, suggest
from roleplay.simulate.bots import Bot, skilled
from roleplay.simulate.play import play

DAYS, LAST = 30, 10
START = 3
BEGAN = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
Able = Callable[[int], float]
"""How likely (0-1) the best move is on a day of the month, from 0."""


def steady(skill: float) -> Able:
    """The same every day."""
    return lambda day: skill


def from_to(first: float, last: float) -> Able:
    """A little more, or less, every day."""
    return lambda day: first + (last - first) * day / (DAYS - 1)


REPS: dict[str, Able] = {
    **{f"skill {skill}": steady(skill / 100) for skill in (10, 30, 50, 70, 90, 100)},
    "rising 30 to 90": from_to(0.3, 0.9),
    "falling 90 to 50": from_to(0.9, 0.5),
    "falling 90 to 30": from_to(0.9, 0.3),
}


@dataclass(frozen=True, slots=True)
class Month:
    """The calls of a month, oldest first, and the level the next one would be played at."""

    calls: tuple[Digest, ...]
    next: int

    @property
    def levels(self) -> tuple[int, ...]:
        """The level of each call."""
        return tuple(call.level for call in self.calls)

    def last(self, days: int, a_day: int = 1) -> list[bool]:
        """Which calls of the last days succeeded; those that are not judged are left out."""
        return [call.success for call in self.calls[-days * a_day :] if call.success is not None]


@cache
def people() -> tuple[Persona, ...]:
    """Everybody who can be won."""
    return tuple(who for who in load_all()[0] if who.winnable)


def month(able: Able, seed: int, a_day: int = 1, fixed: int | None = None, days: Sequence[int] = range(DAYS)) -> Month:
    """Whole calls on those days, each at the suggested level, or all at the `fixed` one."""
    order = Random(seed).sample(people(), len(people()))
    calls, level = list[Digest](), fixed or START
    for number, day in enumerate(day for day in days for _ in range(a_day)):
        who, skill = order[number % len(order)], able(day)
        call = play(who, level, Bot(f"skill {100 * skill:.0f}", skilled(skill), skill), 1000 * seed + number)
        on = (BEGAN + timedelta(days=day)).isoformat()
        calls.append(digest(replace(call, started=on, ended=on), who, None, UTC))
        found = suggest(calls)
        level = fixed or (found.level if found else level)
    return Month(tuple(calls), level)


Job = tuple[str, int, int, int | None]
"""A rep, a seed, calls a day, and the level where it is fixed."""


def _run(job: Job) -> Month:
    name, seed, a_day, fixed = job
    return month(REPS[name], seed, a_day, fixed, range(DAYS) if fixed is None else range(DAYS - LAST, DAYS))


def share(months: Sequence[Month], a_day: int) -> float:
    """Success (0-1) over the last days of these months together."""
    return fmean(won for each in months for won in each.last(LAST, a_day))


def row(name: str, seeds: int, a_day: int, played: Callable[[list[Job]], list[Month]]) -> str:
    """A line of the table: the rep, where the levels went, the success there, and what the levels could have given."""
    months = played([(name, seed, a_day, None) for seed in range(seeds)])
    could = {level: share(played([(name, seed, a_day, level) for seed in range(seeds)]), a_day) for level in LEVELS}
    fit = [str(level) for level, rate in could.items() if LOW <= rate <= HIGH]
    rate = share(months, a_day)
    ended = Counter(level for each in months for level in each.levels[-LAST * a_day :])
    at = ", ".join(f"{level}: {100 * ended[level] / ended.total():.0f} %" for level in sorted(ended))
    path = "".join(map(str, months[0].levels))
    word = "yes" if LOW <= rate <= HIGH else "no" if fit else "no level has it"
    each = " ".join(f"{100 * rate:.0f}" for rate in could.values())
    return f"| {name} | {path} | {at} | {100 * rate:.0f} % | {word} | {each} | {', '.join(fit) or 'none'} |"


def main() -> int:
    """Print the table."""
    given = [int(value) for value in sys.argv[1:3]]
    seeds, a_day = given + [24, 1][len(given) :]
    print("| rep | levels of the first month | levels of the last ten days | success then | 40 to 70 % | "
          "success at levels 1 to 5 all along | levels that have it |\n|---|---|---|---|---|---|---|")  # fmt: skip
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for name in sys.argv[3:] or REPS:
            print(row(name, seeds, a_day, lambda jobs: list(pool.map(_run, jobs))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
