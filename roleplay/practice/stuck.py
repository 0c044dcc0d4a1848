"""Too hard even at the mildest level: what to do instead of more of the same calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from roleplay.model.practice import Drill, Standing
from roleplay.practice import skills
from roleplay.practice.level import LEVELS, LOW, Suggestion

UNTRIED = "after-no:price"
"""What to begin with where nothing was practised yet: the commonest no."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Fewer than four calls of ten succeed at the mildest level; `skill` is the weakest, to be drilled first."""

    skill: str

    @property
    def drill(self) -> Drill:
        """The drill that trains it."""
        return skills.drill_of(self.skill)

    @property
    def command(self) -> str:
        """The drill on the command line."""
        return f"roleplay drill {self.drill} --skill '{self.skill}'"


def stuck(found: Suggestion | None, standings: Mapping[str, Standing], today: date) -> Stuck | None:
    """What to do where no level is mild enough; None for everybody else."""
    if found is None or found.now != LEVELS[0] or found.rate is None or found.rate >= LOW:
        return None
    return Stuck(weakest(standings, today))


def weakest(standings: Mapping[str, Standing], today: date) -> str:
    """The skill that needs it most: what is due first, then low on the ladder, then what went badly oftenest."""
    if not standings:
        return UNTRIED
    return min(
        standings.values(),
        key=lambda each: (each.due > today, each.step, each.ok, each.good / each.tries, each.skill),
    ).skill


def advice(found: Stuck) -> str:
    """In the app, with its keys."""
    return (
        "There is no milder level, so make the step smaller. "
        f"Drill first: {skills.words(found.skill)} ({skills.NAMES[found.drill]}, d in the lobby). "
        "Then call in practice mode (m) and take a hint (f2) when you are lost; "
        "and after each call play the moment that cost most twice more (p on the card)."
    )


def spoken(found: Stuck) -> str:
    """On the command line."""
    return (
        "There is no milder level, so make the step smaller. "
        f"Drill first: {skills.words(found.skill)}, with `{found.command}`. "
        "Then call with `roleplay talk PERSONA --level 1 --mode practice`, where /hint helps and "
        "/rewind gives a moment two more tries."
    )
