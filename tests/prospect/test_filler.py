"""What carries nothing is not listened to; everything that does something is."""

import pytest

from roleplay.listener.scope import Scope
from roleplay.persona import Persona
from roleplay.prospect.filler import carries_nothing, without_filler
from roleplay.prospect.hearing import heard

MEANT = "What makes the invoices slip?"


@pytest.mark.parametrize(
    "sentence",
    ["So, you know, that is just what I was sort of thinking there.", "Well, I mean, it is what it is.",
     "Bear with me one moment.", "Hang on, just a tick.", "I'm just thinking out loud here."],
)  # fmt: skip
def test_padding_before_and_after_changes_nothing(sentence: str, personas: dict[str, Persona]):
    assert carries_nothing(sentence)
    marek = personas["marek"]
    scope = Scope.of(marek, (), ["Fox and Basin, Marek speaking."], marek.offer.words, 2)
    plain = heard(MEANT, scope, marek)
    assert heard(f"{sentence} {MEANT}", scope, marek) == plain
    assert heard(f"{MEANT} {sentence}", scope, marek) == plain


@pytest.mark.parametrize(
    "sentence",
    ["No.", "I see.", "That makes a lot of sense.", "I'm sorry about that.", "Say no.", "You would be mad not to.",
     "What was that?", "Tell me more about that.", "It is not the time.", "Let's do it today.", "I hear you."],
)  # fmt: skip
def test_what_does_something_is_kept(sentence: str):
    assert not carries_nothing(sentence)
    assert without_filler(f"{sentence} {MEANT}") == f"{sentence} {MEANT}"


def test_a_message_of_nothing_but_filler_is_still_a_message():
    words = "So, you know, that is what it is."
    assert without_filler(words) == words
    assert without_filler(f"{words} {words}")


def test_whoever_goes_on_filling_is_heard_going_on():
    assert without_filler("So that is how it is. " * 4 + MEANT).count("how it is") == 2
