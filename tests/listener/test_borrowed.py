"""What is not the rep's own, and what a message names: echoes, strings of stems, feelings, names, days."""

from dataclasses import replace

import pytest

from roleplay.listener import read_rep
from roleplay.listener.scope import Scope
from roleplay.model import Move

LINES = (
    "Hello?",
    "We lose two hours a night at the docks because the gate log is always wrong.",
    "And my yard lead quit over it in March, so I am doing her job as well.",
)
SCOPE = Scope(LINES, told={"docks": LINES[1], "lead": LINES[2]}, names=("dana", "whitfield"), turn=3)


def test_their_lines_said_back_whole_are_a_mirror_and_cover_nothing():
    read = read_rep(f"So, {LINES[1]} {LINES[2]} Is that right?", SCOPE)
    assert read.lead is Move.MIRROR
    assert "echo" in read.modifiers
    assert read.covers == ()


def test_an_echo_is_one_with_its_contractions_opened():
    lines = ("Sounds fine to me. I'll keep it in mind, you bet.",)
    assert "echo" in read_rep("Sounds fine to me. I will keep it in mind, you bet.", Scope(lines, turn=3)).modifiers


def test_the_same_in_own_words_is_a_summary_and_covers_both():
    read = read_rep(
        "So the wrong log at the gate costs you two hours, and since your yard lead left you do both jobs.", SCOPE
    )
    assert "echo" not in read.modifiers
    assert set(read.covers) == {"docks", "lead"}


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("what about the docks, Dana, costs you most", True),
        ("What about the docks costs your people most?", False),
        ("Why not?", False),
    ],
)
def test_a_sentence_of_three_words_and_more_said_before_is_known_again(text: str, again: bool):
    said = ("What about the docks, Dana, costs you most?", "Why not?")
    assert ("again" in read_rep(text, replace(SCOPE, said=said)).modifiers) is again


STUFFED = [
    "Bad time ridiculous idea given up on docks it sounds like it seems like that's right how what label mirror.",
    "No-oriented question calibrated question label summary empathy docks docks docks.",
    "It sounds like, it seems like, what makes you, how am I supposed to, would it be crazy, fair enough.",
]
SENSIBLE = [
    "It sounds like the docks have been a sore point. What would you change first?",
    "Fair enough. What about it doesn't work for you?",
    "Have you given up on fixing the gate, or is it a ridiculous idea to talk about it?",
    "I know this is a bad time. Would it be crazy to try again on Thursday?",
]


@pytest.mark.parametrize("text", STUFFED)
def test_stems_strung_together_are_noticed(text: str):
    assert "stuffed" in read_rep(text, SCOPE).modifiers


@pytest.mark.parametrize("text", SENSIBLE)
def test_a_sentence_with_a_stem_or_two_is_none_of_it(text: str):
    assert "stuffed" not in read_rep(text, SCOPE).modifiers


NAMED = [
    ("It sounds like you have been let down before.", "wary"),
    ("Seems the money is tight this year.", "money"),
    ("It looks like someone else would have to answer for it.", "others"),
    ("It seems the timing could not be worse.", "timing"),
]


@pytest.mark.parametrize(("text", "feeling"), NAMED)
def test_a_label_names_a_feeling(text: str, feeling: str):
    assert feeling in read_rep(text, SCOPE).feelings


CALLED = [
    ("Hi Brenda, it's Ana from Northlight.", True),
    ("Good morning Mr Jones, have you a minute?", True),
    ("Is this Kevin?", True),
    ("Hi Dana, is this a bad time?", False),
    ("Hello, Ana from Northlight here.", False),
    ("Good morning Ms Whitfield, Ana here.", False),
    ("Morning. This is Ana.", False),
    ("Is this about the docks?", False),
]


@pytest.mark.parametrize(("text", "wrong"), CALLED)
def test_a_wrong_name_is_noticed_and_a_callers_own_is_not(text: str, wrong: bool):
    assert ("wrong_name" in read_rep(text, SCOPE).modifiers) is wrong


@pytest.mark.parametrize(
    ("text", "day"),
    [("Could we do Thursday at ten?", "thursday"), ("Monday? Or rather friday.", "friday"), ("Soon?", "")],
)
def test_the_day_a_message_names_last(text: str, day: str):
    assert read_rep(text, SCOPE).day == day
