"""The coach: from what the engine recorded and the listener read to a scorecard. Computed, quoted, explained; pure."""

from roleplay.coach.badge import badge, moods, no_value, notes
from roleplay.coach.card import mark, review
from roleplay.coach.hints import hint
from roleplay.coach.plain import band, text
from roleplay.coach.rubric import RUBRIC, WEIGHTS
from roleplay.coach.truth import Truth, truth

__all__ = [
    "RUBRIC", "WEIGHTS", "Truth", "badge", "band", "hint", "mark", "moods", "no_value", "notes", "review", "text",
    "truth",
]  # fmt: skip
