"""What many calls show: a cell per persona, level and bot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from roleplay.model import Outcome
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import Result

UNKNOWN = 25.0
"""The standard error of a mean of one total or none: about what single calls differ by."""
CONTRACT = ("persona", "level", "bot", "skill", "n", "success", "score", "turns")
"""What `--json` says of a cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One persona, level and bot: calls played, share that succeeded (0-1), mean total and turns.

    `wobble` is the standard error of the mean total; `endings` counts how the calls ended.
    """

    persona: str
    level: int
    bot: str
    skill: float | None
    n: int
    success: float
    score: float
    turns: float
    wobble: float
    endings: Counter[Outcome]

    def record(self) -> dict[str, object]:
        """The cell as `--json` gives it."""
        return {name: getattr(self, name) for name in CONTRACT}


def cells(results: Iterable[Result]) -> list[Cell]:
    """The results by persona, level and bot, in the order they were played."""
    groups: dict[tuple[str, int, str], list[Result]] = defaultdict(list)
    for result in results:
        groups[result.job.persona, result.job.level, result.job.bot].append(result)
    return [_cell(*key, group) for key, group in groups.items()]


def pooled(found: Iterable[Cell], name: str = "all") -> list[Cell]:
    """The cells of all personas together, by level and bot."""
    groups: dict[tuple[int, str], list[Cell]] = defaultdict(list)
    for cell in found:
        groups[cell.level, cell.bot].append(cell)
    return [_together(name, group) for group in groups.values()]


def _cell(persona: str, level: int, bot: str, group: list[Result]) -> Cell:
    totals = [result.score for result in group if result.score is not None]
    return Cell(
        persona, level, bot, BOTS[bot].skill, len(group),
        fmean(result.success for result in group), fmean(totals) if totals else 0.0,
        fmean(result.turns for result in group), stdev(totals) / sqrt(len(totals)) if len(totals) > 1 else UNKNOWN,
        Counter(result.outcome for result in group),
    )  # fmt: skip


def _together(name: str, group: list[Cell]) -> Cell:
    first, count = group[0], sum(cell.n for cell in group)
    return Cell(
        name, first.level, first.bot, first.skill, count,
        sum(cell.success * cell.n for cell in group) / count, fmean(cell.score for cell in group),
        fmean(cell.turns for cell in group), sqrt(sum(cell.wobble**2 for cell in group)) / len(group),
        sum((cell.endings for cell in group), Counter[Outcome]()),
    )  # fmt: skip
