"""Nothing a rep can type makes the reader raise or stall; spelling, case and manners do not change what is read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleplay.listener import Scope, read_rep
from roleplay.listener.spelling import mended
from roleplay.model import Move

SLOWEST = 0.05
FRAGMENTS = (
    "but ", "is it ", "or ", "any reason ", "you ", "a ", "would it be ", "if ", "sounds like ", "not ", "the ", "... ",
    "? ", "' ", '"', "\n", "  ", "<b>", "{", "[", "-", "\u202e", "\u0301", "ﷺ", "1 ", "word", "no no no ",
    "ill send the ", "what ",
)  # fmt: skip


def quickest(text: str, prev: str | None = None, tries: int = 5) -> float:
    """Seconds for the fastest of a few readings: what the reader costs, not what else the machine is doing."""
    scope, best = Scope(lines=(prev,) if prev else ()), 9.0
    for _ in range(tries):
        started = time.thread_time()
        read_rep(text, scope)
        best = min(best, time.thread_time() - started)
        if best < SLOWEST / 2:
            break
    return best


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=400), st.none() | st.text(max_size=200))
def test_any_text_is_read(text: str, prev: str | None) -> None:
    reading = read_rep(text, Scope(lines=(prev,) if prev is not None else ()))
    assert 0 <= reading.confidence <= 1
    assert reading.moves


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8), st.integers(1, 4000))
def test_repetition_never_stalls(parts: list[str], times: int) -> None:
    text = ("".join(parts) * times)[:100_000]
    assert quickest(text, text[:3000]) < SLOWEST


@pytest.mark.parametrize(
    "piece", ["a", " ", "but ", "is it or ", "?", "\n", "'", "<", "ﷺ", "you you ", "any reason not ", "\u0301"]
)
def test_a_hundred_kilobytes_are_read_in_time(piece: str) -> None:
    assert quickest((piece * 100_000)[:100_000]) < SLOWEST


SAME = [
    ("Would you be against a quick look at the returns?", Move.NO_ORIENTED),
    ("What makes that so hard to fix?", Move.CALIBRATED),
    ("We help clinics cut their no-shows in half.", Move.PITCH),
    ("Why did you leave the last one?", Move.WHY),
    ("You'd want that for your team, wouldn't you?", Move.TIE_DOWN),
]


@pytest.mark.parametrize(("text", "move"), SAME)
@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        str.upper,
        lambda text: text.replace("?", "").replace("'", "").replace(",", ""),
        lambda text: "just wondering, " + text[0].lower() + text[1:],
        lambda text: "Priya, " + text[0].lower() + text[1:],
        lambda text: "um, so " + text[0].lower() + text[1:],
    ],
)
def test_the_same_words_said_otherwise_are_the_same_move(text: str, move: Move, change) -> None:
    assert read_rep(change(text)).lead is move


@pytest.mark.parametrize("word", ["slows", "chases", "mends"])
def test_a_known_word_with_an_s_is_no_slip(word: str) -> None:
    assert mended(word) == word


def test_an_attack_before_the_question_leads_only_where_the_whole_may_be_one() -> None:
    assert read_rep("You're an idiot. So how do you do your billing?").lead is Move.HOSTILE
    assert read_rep("I know, that one is on me. So how do you do your billing?").lead is Move.CALIBRATED
