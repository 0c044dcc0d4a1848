"""What single things are worth: a no, how soon it came, the first words after it, a long turn. Pure arithmetic."""

from __future__ import annotations

from roleplay.coach.record import Evidence, First, FollowUp, NoHeard, Response, Talk
from roleplay.coach.values import EXPLAINED, FIRST_VALUES, NO_VALUES
from roleplay.model import NoKind

REAL = 0.5
"""Value (0-1) from which a no says something."""
LOW, HIGH = 0.35, 0.60
"""The rep's part of all words (0-1) between which nothing is lost."""
SPOILED = 0.5
"""Cap on a first response to a no that a push drew, or that a push follows while it is still open."""


def no_value(no: NoHeard) -> float:
    """What a no is worth by itself, 0-1, leaving pressure and speed aside."""
    value = EXPLAINED if no.kind is NoKind.BARE and no.explained else NO_VALUES[no.kind]
    return min(value, no.ceiling) * no.factor


def gate(pressure: float) -> float:
    """How much of a no counts at this pressure (0-1): all to 0.6, nothing from 0.9."""
    return ramp(pressure, 0.6, 0.9)


def speed(no: NoHeard) -> float:
    """How soon a no came, 0-1: turns and words weigh the same, seconds half of that where there is a clock."""
    turns, words = ramp(no.turn, 3, 10), ramp(no.words, 80, 320)
    if no.seconds is None:
        return 0.5 * turns + 0.5 * words
    return 0.4 * turns + 0.4 * words + 0.2 * ramp(no.seconds, 45, 180)


def soonest(no: NoHeard) -> float:
    """A no's claim to be the one that counts, 0-1."""
    return no_value(no) * gate(no.pressure) * speed(no)


def best_no(evidence: Evidence) -> NoHeard | None:
    """The no the first dimension is scored by, or None when none is worth anything."""
    best = max(evidence.nos, key=soonest, default=None)
    return best if best and soonest(best) > 0 else None


def first_real(evidence: Evidence) -> NoHeard | None:
    """The first no worth half or more at bearable pressure, or None."""
    real = (no for no in evidence.nos if no_value(no) >= REAL and gate(no.pressure) > 0)
    return min(real, key=lambda no: no.number, default=None)


def first_value(response: Response) -> float:
    """What the first words after a no are worth, -1 to 1."""
    value = FIRST_VALUES[response.kind]
    if value <= 0:
        return value * response.sure
    if response.run > 3:
        return FIRST_VALUES[First.TIE_DOWN]
    if response.again:
        return 0.0
    if response.stock or response.run == 3:
        value *= 0.4
    value -= 0.4 * (1 - ramp(response.words, 40, 80))
    value -= 0.2 * max(0, response.questions - 1)
    ceiling = min(response.ceiling, 0.1) if response.but else response.ceiling
    return max(0.0, min(value, ceiling))


def follow_up_value(follow_up: FollowUp) -> float:
    """What was made of one no, 0-1."""
    first = first_value(follow_up.response)
    if follow_up.spoiled or follow_up.forced:
        first = min(first, SPOILED)
    return unit(0.5 * first + 0.3 * follow_up.info + 0.2 * follow_up.resolved)


def long_turn(words: int, roomy: bool) -> float:
    """How bearable a turn of so many words is, 0-1; the opener may be longer."""
    return ramp(words, 95 if roomy else 60, 160)


def band(talk: Talk) -> float:
    """How well the talking was shared, 0-1: full from 35 to 60 % of the words, nothing at 15 and 75."""
    most = talk.share if talk.most is None else talk.most
    least = talk.share if talk.least is None else talk.least
    return min(ramp(most, HIGH, 0.75), ramp(-least, -LOW, -0.15))


def ramp(value: float, full: float, nothing: float) -> float:
    """1 up to `full`, falling evenly to 0 at `nothing`."""
    share = (nothing - value) / (nothing - full)
    return 0.0 if share < 0 else 1.0 if share > 1 else share


def unit(value: float) -> float:
    """The value held between 0 and 1."""
    return max(0.0, min(1.0, value))
