"""What must hold of the cells: harder is harder, skill shows, gaming does not pay; and what is wrong, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt

from roleplay.simulate.bots import BOTS
from roleplay.simulate.report import Cell, pooled

SURE = 1.96
"""Standard errors within which two figures are a tie."""
INSIDE = (0.02, 0.98)
"""Success (0-1) outside which nothing can rise or fall."""
LEAD = 0.30
"""How far (0-1 of calls) a good rep is ahead of a middling one at levels 1-4."""
REPS = {0.1: "an untrained rep", 0.3: "a weak rep", 0.5: "a middling rep", 0.7: "a fair rep", 0.9: "a good rep"}
"""What the bots of known skill are called."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold, whether it does, and the figure behind it, in words."""

    name: str
    holds: bool
    figure: str


def checks(found: Sequence[Cell]) -> list[Check]:
    """Every check the cells allow, by persona, then over all of them."""
    personas = list(dict.fromkeys(cell.persona for cell in found))
    groups = [(id, [cell for cell in found if cell.persona == id]) for id in personas]
    if len(personas) > 1:
        groups.append(("all prospects", pooled(found, "all prospects")))
    return [check for id, group in groups for check in _checks_of(id, group)]


def _checks_of(id: str, found: Sequence[Cell]) -> Iterator[Check]:
    by = {(cell.level, cell.bot): cell for cell in found}
    levels, bots = sorted({cell.level for cell in found}), list(dict.fromkeys(cell.bot for cell in found))
    for bot in [name for name in bots if BOTS[name].skill is not None]:
        yield from _levels_in_order(id, bot, [by[level, bot] for level in levels])
    for level in levels:
        row = [by[level, name] for name in bots]
        yield from _skills_in_order(id, level, row)
        yield from _good_is_ahead(id, level, row)
        yield from _gaming_does_not_pay(id, level, row)


def rep(bot: str) -> str:
    """A bot in words: "a middling rep"."""
    skill = BOTS[bot].skill
    return bot if skill is None else REPS.get(skill, "a rep at their best")


def _levels_in_order(id: str, bot: str, row: Sequence[Cell]) -> Iterator[Check]:
    """Harder is harder: success must not rise with the level, beyond what chance would do."""
    for easier, harder in combinations(row, 2):
        inside = max(easier.success, harder.success) > INSIDE[0] and min(easier.success, harder.success) < INSIDE[1]
        rise = harder.success - easier.success
        if inside and rise > SURE * _doubt(easier, harder):
            figures = f"{_percent(easier)} to {_percent(harder)} %"
            words = f"{id}: level {harder.level} is easier than level {easier.level} for {rep(bot)} ({figures})"
            yield Check("levels in order", False, words)
    if len(row) > 1:
        steps = "".join(f" {_sign(a.success, b.success, _doubt(a, b))} {_percent(b)}" for a, b in pairwise(row))
        yield Check("success by level", True, f"{id}, {rep(bot)}: {_percent(row[0])}{steps} %")


def _skills_in_order(id: str, level: int, row: Sequence[Cell]) -> Iterator[Check]:
    """Skill shows in the score: every more skilled rep is ahead of every less skilled one, or ties with them."""
    known = sorted((cell for cell in row if cell.skill is not None), key=lambda cell: cell.skill or 0.0)
    if len(known) < 2:
        return
    turned = [
        f"{rep(weak.bot)} beats {rep(strong.bot)}"
        for weak, strong in combinations(known, 2)
        if weak.score - strong.score > SURE * sqrt(weak.wobble**2 + strong.wobble**2)
    ]
    steps = "".join(
        f" {_sign(b.score, a.score, sqrt(a.wobble**2 + b.wobble**2))} {b.score:.0f}" for a, b in pairwise(known)
    )
    said = f"{id}, level {level}: {known[0].score:.0f}{steps}, rank correlation {correlation(known):.2f}"
    yield Check("skills in order", not turned, "; ".join([said, *turned]))


def _good_is_ahead(id: str, level: int, row: Sequence[Cell]) -> Iterator[Check]:
    by = {cell.skill: cell for cell in row}
    if level < 5 and 0.5 in by and 0.9 in by:
        ahead = by[0.9].success - by[0.5].success
        figures = f"{_percent(by[0.9])} and {_percent(by[0.5])} % of calls succeed, {100 * ahead:.0f} points apart"
        near = ahead + SURE * _doubt(by[0.5], by[0.9]) >= LEAD
        yield Check("a good rep is ahead", near, f"{id}, level {level}: of a good and a middling rep's, {figures}")


def _gaming_does_not_pay(id: str, level: int, row: Sequence[Cell]) -> Iterator[Check]:
    middling = next((cell for cell in row if cell.skill == 0.5), None)
    for cell in row:
        if cell.skill is None and middling:
            ahead = cell.success > 0 or cell.score >= middling.score
            earns = f"{cell.bot} earns {cell.score:.0f}, succeeds {_percent(cell)} %"
            figure = f"{id}, level {level}: {earns}; a middling rep earns {middling.score:.0f}"
            yield Check("gaming does not pay", not ahead, figure)


def correlation(known: Sequence[Cell]) -> float:
    """Spearman's rank correlation of skill and score, -1 to 1; the cells are in order of skill."""
    order = sorted(range(len(known)), key=lambda at: known[at].score)
    apart = sum((rank - at) ** 2 for rank, at in enumerate(order))
    size = len(known)
    return 1 - 6 * apart / (size * (size**2 - 1))


def interval(share: float, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (0-1)."""
    square = SURE**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    half = SURE * sqrt(share * (1 - share) / count + square / (4 * count**2)) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def _doubt(one: Cell, other: Cell) -> float:
    """The standard error of the difference of two shares; never nothing, as few calls prove little."""
    return sqrt(sum((max(0.25 / cell.n, cell.success * (1 - cell.success))) / cell.n for cell in (one, other)))


def _sign(more: float, less: float, doubt: float) -> str:
    return "=" if abs(more - less) <= SURE * doubt else ">" if more > less else "<"


def _percent(cell: Cell) -> str:
    return f"{100 * cell.success:.0f}"
