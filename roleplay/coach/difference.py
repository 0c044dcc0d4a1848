"""Two scorecards, and what moved between them: two takes of a moment, or one call by two rubrics."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.coach.truth import truth
from roleplay.coach.wording import happened
from roleplay.model import Call, Scorecard
from roleplay.persona import Persona

LEAST = 0.005
"""Score (0-1) from which a dimension counts as moved."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One dimension that moved: its scores (0-1, None where not practised) with why, before and after."""

    name: str
    weight: int
    before: float | None
    after: float | None
    was: str
    now: str

    @property
    def points(self) -> float:
        """What it moved by, in points of its weight; from or to "not practised" counts from nothing."""
        return self.weight * ((self.after or 0.0) - (self.before or 0.0))

    @property
    def way(self) -> str:
        """Which way it went, in a word or two."""
        if self.before is None:
            return "now judged"
        if self.after is None:
            return "no longer judged"
        return "better" if self.after > self.before else "worse"

    @property
    def scores(self) -> str:
        """Both scores of the weight: "12 of 35, now 30"."""
        was = f"{self._shown(self.before)} of {self.weight}" if self.before is not None else "not judged"
        return f"{was}, now {self._shown(self.after)}"

    def _shown(self, score: float | None) -> str:
        near = self.before is not None and self.after is not None and abs(self.points) < 1
        return "not judged" if score is None else f"{self.weight * score:.{1 if near else 0}f}"

    def __str__(self) -> str:
        """The whole on one line."""
        why = f"then: {self.was}; now: {self.now}" if self.was != self.now else self.now
        return f"{self.name}, {self.way} ({self.scores}): {why}"


def differences(before: Scorecard, after: Scorecard) -> list[Difference]:
    """The dimensions that moved, what moved most first."""
    old = {item.name: item for item in before.dimensions}
    pairs = [(old[item.name], item) for item in after.dimensions if item.name in old]
    found = [Difference(b.name, a.weight, b.score, a.score, b.why, a.why) for b, a in pairs if _moved(b.score, a.score)]
    return sorted(found, key=lambda item: -abs(item.points))


def _moved(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return abs(after - before) >= LEAST


def otherwise(first: Call, second: Call, turn: int, persona: Persona) -> list[str]:
    """What the prospect did otherwise in a second take, played from a turn on: sentences, the weightiest first."""
    found = (_came(first, second, persona), _told(first, second, turn), _answered(first, second, turn, persona))
    return [sentence for sentence in found if sentence]


def _came(first: Call, second: Call, persona: Persona) -> str:
    """Whether, and when, what was behind the no came out."""
    then, now = truth(first, persona).came_out, truth(second, persona).came_out
    if then == now:
        return ""
    if now and then:
        way = "sooner" if now < then else "later"
        return f"What was behind the no came out at turn {now}, {_turns(abs(then - now))} {way}."
    if now:
        return f"What was behind the no came out at turn {now}; in the first take it did not."
    return f"What was behind the no did not come out; in the first take it did, at turn {then}."


def _told(first: Call, second: Call, turn: int) -> str:
    """How much was told in the two takes."""
    was, now = (len(call.turns[-1].state.told) - _known(call, turn) for call in (first, second))
    if was == now:
        return ""
    return f"{_things(now)} came out, {was or 'none'} in the first take."


def _known(call: Call, turn: int) -> int:
    return len(call.turns[turn - 2].state.told) if turn > 1 else 0


def _answered(first: Call, second: Call, turn: int, persona: Persona) -> str:
    """What came back on the first words that were changed."""
    was, now = (happened(call.turns[turn - 1], persona) for call in (first, second))
    if not now or was == now:
        return ""
    before = f"; in the first take {was}" if was else ""
    return f"At turn {turn} {now}{before}."


def _turns(number: int) -> str:
    return "a turn" if number == 1 else f"{number} turns"


def _things(number: int) -> str:
    return {0: "Nothing new", 1: "One new thing", 2: "Two new things"}.get(number, f"{number} new things")
