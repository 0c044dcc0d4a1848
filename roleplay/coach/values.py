"""What a no, the first words after it, and an ending are worth: the rubric's tables, from docs/coach.md."""

from __future__ import annotations

from roleplay.coach.record import First
from roleplay.model import NoKind, Outcome

NO_VALUES: dict[NoKind, float] = {
    NoKind.REASON: 1.0,
    NoKind.CORRECTION: 0.9,
    NoKind.BARE: 0.5,
    NoKind.PERMISSION: 0.35,
    NoKind.EXIT_BAIT: 0.1,
    NoKind.PROVOKED: 0.0,
}
EXPLAINED = 0.8
"""A bare no whose reason follows within two prospect turns."""

FIRST_VALUES: dict[First, float] = {
    First.LABEL: 1.0,
    First.ACKNOWLEDGED: 1.0,
    First.EARNED_EXIT: 1.0,
    First.SUMMARY: 0.9,
    First.MIRROR: 0.9,
    First.CALIBRATED: 0.8,
    First.AUDIT: 0.8,
    First.EITHER_OR: 0.7,
    First.NO_ORIENTED: 0.6,
    First.EMPATHY: 0.5,
    First.BLIND_EXIT: 0.35,
    First.SOFT_WHY: 0.3,
    First.CLOSED: 0.1,
    First.WHY: 0.0,
    First.NOTHING: 0.0,
    First.TIE_DOWN: -0.3,
    First.PITCH: -0.6,
    First.DISCOUNT: -0.6,
    First.REBUTTAL: -0.7,
    First.PRESSURE: -1.0,
}

ENDINGS: dict[Outcome, float] = {
    Outcome.COMMITMENT: 1.0,
    Outcome.SMALL_STEP: 0.85,
    Outcome.EXIT_KNOWN: 0.75,
    Outcome.INFORMATION: 0.6,
    Outcome.EXIT_UNKNOWN: 0.35,
    Outcome.VAGUE: 0.3,
    Outcome.UNVERIFIED: 0.15,
    Outcome.HUNG_UP: 0.0,
    Outcome.IGNORED: 0.0,
}
"""Endings not listed (an honoured do-not-call, nothing said) are not judged."""
