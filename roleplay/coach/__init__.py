"""The coach: from what the engine recorded and the listener read to a scorecard. Computed, quoted, explained; pure."""

from roleplay.coach.asides import Meant, both_ways, contested, hinted, meant
from roleplay.coach.badge import badge, cue, moods, no_value, notes
from roleplay.coach.card import mark, review
from roleplay.coach.difference import Difference, differences, otherwise
from roleplay.coach.guessed import guessed
from roleplay.coach.hints import hint
from roleplay.coach.marks import Mark, key, marks
from roleplay.coach.plain import band, text
from roleplay.coach.rubric import RUBRIC, WEIGHTS
from roleplay.coach.shares import Share, shares
from roleplay.coach.truth import Truth, truth

__all__ = [
    "RUBRIC", "WEIGHTS", "Difference", "Mark", "Meant", "Share", "Truth", "badge", "band", "both_ways", "contested",
    "cue", "differences", "guessed", "hint", "hinted", "key", "mark", "marks", "meant", "moods", "no_value", "notes",
    "otherwise", "review", "shares", "text", "truth",
]  # fmt: skip
