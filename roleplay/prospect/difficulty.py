"""The five levels: numbers only. Difficulty never becomes an adjective in a prompt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """What a level changes; the starting point for each number is the table in docs/prospect.md.

    `receptivity` is 1-5; `trust`, `interest`, `pressure` are the starting mood (0-100); `gain` and `loss` multiply what
    moves do; `patience` is the turn budget; `objections` is how many of the persona's objections may surface;
    `commit_at` is the readiness a next step needs; `release` is the trust at which a fact of tier 1, 2, 3 may be told.
    `heard` is how often a rep must have taken up what they said before a step is agreed. `colour` is the level's
    habit of speech.
    """

    name: str
    receptivity: int
    trust: float
    interest: float
    pressure: float
    gain: float
    loss: float
    patience: float
    objections: int
    commit_at: float
    release: tuple[float, float, float]
    colour: str = ""
    heard: int = 2


LEVELS: dict[int, Level] = {
    1: Level("warm", 5, 46, 44, 10, 1.30, 0.75, 13.0, 1, 32, (0, 24, 38)),
    2: Level("fair", 4, 40, 38, 17, 1.15, 0.85, 10.5, 1, 38, (0, 30, 45), "unfinished"),
    3: Level("guarded", 3, 35, 34, 22, 1.08, 0.90, 9.5, 2, 40, (15, 33, 48), "impatient", 3),
    4: Level("tough", 2, 30, 30, 27, 1.00, 1.00, 9.0, 2, 42, (20, 36, 51), "tangent", 3),
    5: Level("brutal", 1, 27, 27, 31, 0.97, 1.08, 8.6, 3, 43, (22, 38, 53), "demand", 3),
}
