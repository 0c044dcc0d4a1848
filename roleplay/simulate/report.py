"""What many calls show: a cell per persona, level and bot, and checks on their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import Result


@dataclass(frozen=True, slots=True)
class Cell:
    """One persona, level and bot: calls played, share that succeeded (0-1), mean total and turns."""

    persona: str
    level: int
    bot: str
    skill: float | None
    n: int
    success: float
    score: float
    turns: float


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold, whether it does, and the figure behind it, in words."""

    name: str
    holds: bool
    figure: str


def cells(results: Iterable[Result]) -> list[Cell]:
    """The results by persona, level and bot, in the order they were played."""
    groups: dict[tuple[str, int, str], list[Result]] = defaultdict(list)
    for result in results:
        groups[result.job.persona, result.job.level, result.job.bot].append(result)
    return [_cell(*key, group) for key, group in groups.items()]


def _cell(persona: str, level: int, bot: str, group: list[Result]) -> Cell:
    totals = [result.score for result in group if result.score is not None]
    return Cell(
        persona, level, bot, BOTS[bot].skill, len(group),
        fmean(result.success for result in group), fmean(totals) if totals else 0.0,
        fmean(result.turns for result in group),
    )  # fmt: skip


def checks(found: list[Cell]) -> list[Check]:
    """Every check the cells allow, by persona."""
    personas = list(dict.fromkeys(cell.persona for cell in found))
    return [check for id in personas for check in _checks_of(id, [cell for cell in found if cell.persona == id])]


def _checks_of(id: str, found: list[Cell]) -> Iterable[Check]:
    by = {(cell.level, cell.bot): cell for cell in found}
    levels, bots = sorted({cell.level for cell in found}), list(dict.fromkeys(cell.bot for cell in found))
    for bot in [name for name in bots if BOTS[name].skill is not None]:
        yield from _levels_in_order(id, bot, [by[level, bot] for level in levels])
    for level in levels:
        yield from _skills_in_order(id, level, [by[level, name] for name in bots])


def _levels_in_order(id: str, bot: str, row: list[Cell]) -> Iterable[Check]:
    """Harder is harder: success must not rise with the level, beyond what few calls blur."""
    for easier, harder in pairwise(row):
        inside = max(easier.success, harder.success) > 0.02 and min(easier.success, harder.success) < 0.98
        rise = harder.success - easier.success
        if inside and rise > 0:
            figures = f"{100 * easier.success:.0f} % to {100 * harder.success:.0f} %"
            words = f"{id}: level {harder.level} is easier than level {easier.level} for {bot} ({figures})"
            yield Check("levels in order", False, words)
    if len(row) > 1:
        figures = ", ".join(f"{100 * cell.success:.0f} %" for cell in row)
        yield Check("success by level", True, f"{id}, {bot}: {figures}")


def _skills_in_order(id: str, level: int, row: list[Cell]) -> Iterable[Check]:
    known = sorted((cell for cell in row if cell.skill is not None), key=lambda cell: cell.skill or 0.0)
    if len(known) > 1:
        scores = [cell.score for cell in known]
        figures = " < ".join(f"{score:.0f}" for score in scores)
        yield Check("skills in order", scores == sorted(scores), f"{id}, level {level}: {figures}")
    middling = next((cell for cell in known if cell.skill == 0.5), None)
    for cell in row:
        if cell.skill is None and middling:
            ahead = cell.success > 0 or cell.score >= middling.score
            earns = f"{cell.bot} earns {cell.score:.0f}, succeeds {100 * cell.success:.0f} %"
            figure = f"{id}, level {level}: {earns}; a middling rep earns {middling.score:.0f}"
            yield Check("gaming does not pay", not ahead, figure)
