"""Which topics, told facts and next steps a message brings up."""

from __future__ import annotations

import pytest

from roleplay.listener import Scope, read_rep
from roleplay.listener.topics import COMMON, covered, step_of, strength, topics_of
from roleplay.listener.words import stem, words_of
from roleplay.model import Move
from roleplay.persona import COMMON_TOPICS

OWN = {
    "docks": ("dock", "appointments", "live unload"),
    "tablets": ("tablet", "rollout"),
    "unknown.0": ("api", "security review"),
}


def test_every_common_topic_has_words() -> None:
    assert set(COMMON) == set(COMMON_TOPICS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What are you responsible for day to day?", "role"),
        ("How big is the business these days?", "business"),
        ("Walk me through how an order gets done.", "process"),
        ("Who do you use for that at the moment?", "supplier"),
        ("What's the biggest headache with it?", "problem"),
        ("What does that cost you?", "cost"),
        ("What happened the last time you tried it?", "history"),
        ("How does your team feel about it?", "people"),
        ("Who signs off on something like this?", "decision"),
        ("Is there a budget set aside for it?", "budget"),
        ("When does the renewal come up?", "timing"),
        ("What matters most to you in a supplier?", "criteria"),
        ("Did I catch you in the middle of something?", "today"),
        ("What's the best number to reach you on?", "contact"),
    ],
)
def test_common_questions_find_their_topic(text: str, topic: str) -> None:
    assert topic in topics_of(words_of(text), {})[:2]


def test_an_own_topic_beats_a_common_one() -> None:
    assert topics_of(words_of("What's the trouble with the docks?"), OWN)[0] == "docks"


def test_endings_do_not_matter() -> None:
    assert topics_of(words_of("tell me about the appointment"), OWN)[0] == "docks"
    assert strength([stem(word) for word in words_of("two live unloads")], ["live unload"]) > 0


def test_what_they_cannot_know_is_a_topic_too() -> None:
    assert topics_of(words_of("Does it have an API?"), OWN)[0] == "unknown.0"


def test_a_summary_covers_the_facts_it_restates() -> None:
    told = {
        "clipboard": "The guard writes times on a clipboard, somebody types them up at shift change.",
        "drivers": "We lost two drivers over the waiting this spring.",
        "fleet": "Ninety-two trucks, half of it groceries.",
    }
    words = words_of("So the guard keeps times on a clipboard and you lost two drivers over the waiting.")
    assert set(covered(words, told)) == {"clipboard", "drivers"}


def test_nothing_told_is_nothing_covered() -> None:
    assert covered(words_of("So the guard keeps a clipboard."), {}) == ()


@pytest.mark.parametrize(
    ("text", "lead", "step"),
    [
        ("Could we put twenty minutes in with Marcy over the gate log on Thursday?", Move.NEXT_STEP, "accept"),
        ("How about a full demo for the board next Tuesday?", Move.NEXT_STEP, "refuse"),
        ("Shall I call you on Monday at ten?", Move.NEXT_STEP, "other"),
        ("What makes the gate log so hard to trust?", Move.CALIBRATED, ""),
    ],
)
def test_a_next_step_is_recognised(text: str, lead: Move, step: str) -> None:
    scope = Scope(accept=("gate log", "marcy"), refuse=("full demo", "board"))
    reading = read_rep(text, scope)
    assert (reading.lead, reading.step) == (lead, step)


def test_the_more_specific_step_wins() -> None:
    assert step_of(words_of("twenty minutes on the gate log"), ("gate log",), ("demo",)) == "accept"


def test_overlap_is_the_share_of_their_words_that_come_back() -> None:
    reading = read_rep("What does the waiting do to your drivers?", Scope(lines=("My drivers hate the waiting.",)))
    assert reading.overlap > 0.5
    assert read_rep("What about lunch?", Scope(lines=("My drivers hate the waiting.",))).overlap == 0
