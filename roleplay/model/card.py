"""What the coach makes of a call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """One line of the scorecard. Weights sum to 100; `score` is 0-1, or None when there was no opportunity."""

    name: str
    weight: int
    score: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement: the rule, the turn, the rep's own words, why, a better line, and the points it cost or earned."""

    rule: str
    turn: int
    quote: str
    why: str
    better: str = ""
    points: float = 0.0


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The coach's judgement of one call. `total` is 0-100, or None where there is nothing to judge."""

    total: float | None
    dimensions: tuple[Dimension, ...]
    findings: tuple[Finding, ...]
    focus: str
    rubric: str
    persona_hash: str
    note: str = ""
