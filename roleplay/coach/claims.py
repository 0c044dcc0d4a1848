"""Claims about single turns, each with the evidence as it would stand had the turn been otherwise.

A claim's points are not assigned but computed: the total as it is, less the total of that other evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from roleplay.coach import rubric
from roleplay.coach.record import Evidence, FollowUp, Response, Talk
from roleplay.coach.rules import Rule
from roleplay.model import Call, Move, Turn
from roleplay.persona import Persona

Instead = Callable[[Evidence], Evidence]
"""Evidence as it would stand otherwise."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One judgement of one turn: the rule, a clause why, what would have stood instead, and moves that do better."""

    turn: int
    rule: Rule
    why: str
    instead: Instead
    teach: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """The claims on one turn together: the weightiest speaks, the points (of the total) are those of all."""

    claim: Claim
    points: float


@dataclass(frozen=True, slots=True)
class Case:
    """A call with its evidence: what claims are made from."""

    call: Call
    persona: Persona
    evidence: Evidence

    def turn(self, number: int) -> Turn:
        """The turn of that number."""
        return self.call.turns[number - 1]


@dataclass(frozen=True, slots=True)
class Scale:
    """The evidence as it is, its scores and its total: what other evidence is weighed against."""

    evidence: Evidence
    scores: rubric.Scores
    total: float

    def points(self, instead: Evidence) -> float:
        """How much more of the total the evidence as it is earns."""
        return self.total - (rubric.total(instead, (self.evidence, self.scores)) or 0.0)


def weigh(claims: Iterator[Claim], evidence: Evidence) -> list[Weighed]:
    """One entry a turn, in the order of the call."""
    by_turn: dict[int, list[Claim]] = {}
    for claim in claims:
        by_turn.setdefault(claim.turn, []).append(claim)
    scale = Scale(evidence, rubric.scores(evidence), rubric.total(evidence) or 0.0)
    return [_together(group, scale) for _, group in sorted(by_turn.items())]


def _together(group: list[Claim], scale: Scale) -> Weighed:
    changed = scale.evidence
    for claim in group:
        changed = claim.instead(changed)
    if len(group) == 1:
        return Weighed(group[0], scale.points(changed))
    alone = [abs(scale.points(claim.instead(scale.evidence))) for claim in group]
    return Weighed(group[alone.index(max(alone))], scale.points(changed))


def with_follow_up(turn: int, mend: Callable[[FollowUp], FollowUp], *, at: str = "turn") -> Instead:
    """Evidence with the follow-ups that name the turn mended; `at` is the field that names it."""

    def instead(evidence: Evidence) -> Evidence:
        items = tuple(mend(item) if getattr(item, at) == turn else item for item in evidence.follow_ups)
        return replace(evidence, follow_ups=items)

    return instead


def with_response(turn: int, response: Response) -> Instead:
    """Evidence with another first response at the turn."""
    return with_follow_up(turn, lambda item: replace(item, response=response))


def without_mood(trust: float, pressure: float, pushed: float = 0.0) -> Instead:
    """Evidence without these changes of trust and pressure, and without the trust lost to a push."""

    def instead(evidence: Evidence) -> Evidence:
        trusted, pressed = evidence.trust - trust, evidence.pressure - pressure
        return replace(evidence, trust=trusted, pressure=pressed, pushed=evidence.pushed - pushed)

    return instead


def with_talk(talk: Talk) -> Instead:
    """Evidence with the talking shared otherwise."""
    return lambda evidence: replace(evidence, talk=talk)
