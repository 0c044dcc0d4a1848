"""What may be acted on: a doubtful reading costs the rep nothing."""

from dataclasses import replace

import pytest

from roleplay.listener.settled import settled
from roleplay.model import Move
from tests.readings import reading

ROWS = [
    ("a sure insult stays one", reading(Move.HOSTILE, "insult"), 0.9, "You fool.", Move.HOSTILE),
    ("a doubtful insult is none", reading(Move.HOSTILE, "insult"), 0.5, "Where are you based?", Move.OTHER),
    ("a joke that might be an insult is none", reading(Move.HOSTILE), 0.8, "Lift duty and fruit duty?", Move.OTHER),
    ("a doubtful push is none", reading(Move.PRESSURE), 0.6, "When would suit you?", Move.OTHER),
    ("a fairly sure label stays one", reading(Move.LABEL), 0.5, "Seems it stings.", Move.LABEL),
    ("a guess is no label", reading(Move.LABEL), 0.3, "Hm, right.", Move.OTHER),
    ("a greeting is small talk", reading(Move.MIRROR, words=2), 0.9, "Hi Dana", Move.SMALL_TALK),
    ("a doubtful line that ends in bye is a goodbye", reading(Move.HOSTILE), 0.5, "See you then. Bye.", Move.EXIT),
]


@pytest.mark.parametrize(("what", "read", "sure", "text", "lead"), ROWS, ids=[row[0] for row in ROWS])
def test_the_move_acted_on(what: str, read, sure: float, text: str, lead: Move):
    acted_on = settled(replace(read, confidence=sure), text)
    assert acted_on.lead is lead
    assert (lead is read.lead) == ("unsure" not in acted_on.modifiers)
