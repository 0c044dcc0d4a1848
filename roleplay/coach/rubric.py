"""The rubric: pure arithmetic from evidence to six scores and a total. Its numbers stand here, in `values` and `worth`.

The weights and values are the design's own (docs/coach.md); nine worked calls hold to one decimal, by test.
"""

from __future__ import annotations

from collections.abc import Callable

from roleplay.coach.record import Evidence
from roleplay.coach.values import ENDINGS
from roleplay.coach.worth import band, follow_up_value, long_turn, soonest, unit
from roleplay.model import Outcome

RUBRIC = "5"
"""The version a scorecard carries; changes whenever a number here or a rule of evidence does."""

TIME, AFTER, YES, ENDING, LISTENING, STEWARDSHIP = (
    "time to no", "after the no", "yes discipline", "ending", "listening", "stewardship",
)  # fmt: skip
WEIGHTS: dict[str, int] = {TIME: 25, AFTER: 35, YES: 15, ENDING: 12, LISTENING: 8, STEWARDSHIP: 5}

NOT_ENGAGED = 0.3
"""Cap on listening and stewardship when there was no talk at all, rising to none as there was one."""
BAIT = 0.10
"""What each fishing question costs yes discipline (0-1)."""
Scores = dict[str, float | None]
Known = tuple[Evidence, Scores]
SHORT = 3
"""Rep turns below which a call with no no in it has shown nothing yet."""


def scores(evidence: Evidence, known: Known | None = None) -> Scores:
    """The six scores, 0-1, None where there was no opportunity.

    `known` is other evidence with its scores: a score that rests on the very same parts is taken from there.
    """
    found: Scores = {}
    for name, (score, parts) in DIMENSIONS.items():
        same = known is not None and all(getattr(evidence, part) is getattr(known[0], part) for part in parts)
        found[name] = known[1][name] if known and same else score(evidence)
    if _only_fished(evidence):
        found[YES] = _fished(evidence, {name: score for name, score in found.items() if name != YES})
    return found


def _only_fished(evidence: Evidence) -> bool:
    yeses = evidence.yeses
    return bool(yeses.baits) and not (yeses.heard or yeses.traps)


def _fished(evidence: Evidence, others: Scores) -> float:
    """Yes discipline where a yes was fished for and none was heard: it costs, and never lifts the rest."""
    return unit(_mean(others) - BAIT * len(evidence.yeses.baits))


def elsewhere(evidence: Evidence) -> float:
    """What the other dimensions are worth together, 0-100: where yes discipline starts if a yes was only fished for."""
    return 100 * _mean({name: score for name, score in scores(evidence).items() if name != YES})


def total(evidence: Evidence, known: Known | None = None) -> float | None:
    """The weighted mean over the dimensions that apply, 0-100; None when less than half of the weight does."""
    found = scores(evidence, known)
    if 2 * sum(WEIGHTS[name] for name, score in found.items() if score is not None) < sum(WEIGHTS.values()):
        return None
    return 100 * _mean(found)


def _mean(found: Scores) -> float:
    """The weighted mean of the scores there are; 0 where there is none."""
    applying = [(WEIGHTS[name], score) for name, score in found.items() if score is not None]
    weight = sum(share for share, _ in applying)
    return sum(share * score for share, score in applying) / weight if weight else 0.0


def _time(evidence: Evidence) -> float | None:
    if not evidence.nos:
        return 0.0 if _had_a_chance(evidence) else None
    after = _after(evidence)
    return max(map(soonest, evidence.nos)) * (1.0 if after is None else 0.4 + 0.6 * after)


def _after(evidence: Evidence) -> float | None:
    if not evidence.follow_ups:
        return 0.0 if not evidence.nos and _had_a_chance(evidence) else None
    free = [follow_up_value(item) for item in evidence.follow_ups if not item.forced]
    most = sum(free) / len(free) if free else 1.0  # what was made of a no that a push drew lifts nothing
    values = [*free, *(min(most, follow_up_value(item)) for item in evidence.follow_ups if item.forced)]
    return 0.7 * sum(values) / len(values) + 0.3 * min(values)


def _had_a_chance(evidence: Evidence) -> bool:
    """Whether there was time for a no; a call that got no further than a gatekeeper has no turns."""
    ended = evidence.ending not in (None, Outcome.VAGUE, Outcome.NOTHING)
    return evidence.turns >= SHORT or (evidence.turns > 0 and ended)


def _yes(evidence: Evidence) -> float | None:
    yeses = evidence.yeses
    if not (yeses.heard or yeses.traps or yeses.baits):
        return None
    return unit(1 - 0.35 * len(yeses.traps) - BAIT * len(yeses.baits) + 0.10 * len(yeses.tested))


def _ending(evidence: Evidence) -> float | None:
    return ENDINGS.get(evidence.ending) if evidence.ending else None


def _listening(evidence: Evidence) -> float | None:
    talk = evidence.talk
    return _capped(0.6 * band(talk) + 0.4 * long_turn(talk.longest, talk.roomy), evidence)


def _stewardship(evidence: Evidence) -> float | None:
    if evidence.invented and evidence.turns:
        return 0.0
    rise, fall = max(0.0, evidence.pressure), max(0.0, -evidence.pressure)
    won = unit(0.5 + evidence.trust - 0.5 * rise + 0.25 * fall)
    return _capped(unit(won - evidence.pushed), evidence)  # what a push cost is owed, however much was won beside it


def _capped(score: float, evidence: Evidence) -> float | None:
    if not evidence.turns:
        return None
    return min(score, NOT_ENGAGED + (1 - NOT_ENGAGED) * evidence.engaged)


_NOS = ("nos", "follow_ups", "ending", "turns")
DIMENSIONS: dict[str, tuple[Callable[[Evidence], float | None], tuple[str, ...]]] = {
    TIME: (_time, _NOS),
    AFTER: (_after, _NOS),
    YES: (_yes, ("yeses",)),
    ENDING: (_ending, ("ending",)),
    LISTENING: (_listening, ("talk", "engaged", "turns")),
    STEWARDSHIP: (_stewardship, ("trust", "pressure", "pushed", "invented", "engaged", "turns")),
}
"""How each dimension is scored, and the parts of the evidence it rests on."""
