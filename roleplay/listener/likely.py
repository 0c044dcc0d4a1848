"""How likely a move is in a message, whatever leads it: for a reader who knows what the rep was asked to write."""

from __future__ import annotations

from roleplay.listener.features import features, fired
from roleplay.listener.linear import Linear
from roleplay.listener.text import Text
from roleplay.model import Move


def likely(text: str, move: Move) -> float:
    """The weight (0-1) the model gives a move in a message read by itself, rules aside."""
    taken = Text.of(text)
    if not taken.words:
        return 0.0
    return Linear.load("rep").scores(features(taken, fired(taken)))[move.value]
