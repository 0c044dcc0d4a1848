"""Today's plan: at most three skills, the weakest and longest due first, of mixed kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from roleplay.model.practice import Drill, Standing
from roleplay.practice import skills

MOST = 3
"""Skills a day: more is not kept up."""
WEEK = 7
"""Days of waiting that weigh as much as one step of the ladder, so that nothing waits for ever."""
ITEMS = {Drill.OPENER: 3, Drill.AFTER_NO: 2, Drill.FLIP: 3, Drill.WHICH_YES: 2}
"""Items of the skill in a planned set; one of "which yes?" has as many of other kinds, not to give itself away."""
MINUTES = {Drill.OPENER: 3, Drill.AFTER_NO: 2, Drill.FLIP: 1, Drill.WHICH_YES: 2}
"""About how long such a set takes."""


@dataclass(frozen=True, slots=True)
class Task:
    """One skill of the plan: new or due, how many of its items are done today, and how many of those were right."""

    skill: str
    new: bool
    tried: int
    right: int = 0

    @property
    def drill(self) -> Drill:
        """The drill that trains it."""
        return skills.drill_of(self.skill)

    @property
    def items(self) -> int:
        """How many items make the set."""
        return ITEMS[self.drill]

    @property
    def left(self) -> int:
        """How many are still to do."""
        return max(0, self.items - self.tried)

    @property
    def done(self) -> bool:
        """Whether the set is through."""
        return self.left == 0

    @property
    def result(self) -> str:
        """How a set that is through went; a mark only where all of it was right."""
        return "done ✓" if self.right >= self.tried else f"done, {self.right} of {self.tried} right"


def tally(results: Sequence[tuple[str, bool]], wanted: str = "") -> str:
    """How a drill went, by the skill of each item and whether it was right; as the plan counts it, where one skill was
    `wanted` and others were mixed in.
    """
    mine = [ok for skill, ok in results if skill == wanted or not wanted]
    others = [ok for skill, ok in results if skill != wanted and wanted]
    said = f"{sum(mine)} of {len(mine)} right"
    return f"{said}, and {sum(others)} of the {len(others)} mixed in" if others else said


def choose(standings: Mapping[str, Standing], today: date, every: Sequence[str]) -> list[str]:
    """The skills for a day: what is due, weakest first, kinds mixed; then new ones out of `every`, in its order."""
    due = sorted((each for each in standings.values() if each.due <= today), key=lambda each: _urgency(each, today))
    picked = _mixed((each.skill for each in due), [])
    return _mixed((skill for skill in every if skill not in standings), picked)


def urgent(standings: Mapping[str, Standing], today: date) -> dict[Drill, list[str]]:
    """The due skills of each drill, most urgent first; drills with none are left out."""
    found: dict[Drill, list[str]] = {}
    for each in sorted(standings.values(), key=lambda each: _urgency(each, today)):
        if each.due <= today:
            found.setdefault(skills.drill_of(each.skill), []).append(each.skill)
    return found


def _urgency(standing: Standing, today: date) -> tuple[float, bool, date, str]:
    """Smallest first: low on the ladder, went badly last time, due for long."""
    waiting = (today - standing.due).days / WEEK
    return (standing.step - waiting, standing.ok, standing.due, standing.skill)


def _mixed(candidates: Iterable[str], picked: list[str]) -> list[str]:
    """Up to MOST skills in all: first those of a kind not yet there, then the others."""
    waiting = list(candidates)
    kinds = {skills.drill_of(skill) for skill in picked}
    chosen = list(picked)
    for skill in waiting:
        if len(chosen) < MOST and skills.drill_of(skill) not in kinds:
            chosen.append(skill)
            kinds.add(skills.drill_of(skill))
    chosen += [skill for skill in waiting if skill not in chosen][: MOST - len(chosen)]
    return chosen
