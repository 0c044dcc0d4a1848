"""The encoder: pieces of words, and that it reads the same line the same way, in bounded time and memory."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleplay.listener.encoder import SAID, Encoder
from roleplay.listener.linear import Linear
from roleplay.listener.pieces import Pieces
from roleplay.listener.weigh import weighed

KNOWN = Pieces(
    {piece: row for row, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "bad", "time", "##s", "tim", "##e"])}
)


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ([], [2, 3]),
        (["bad", "time"], [2, 4, 5, 3]),
        (["times"], [2, 5, 6, 3]),
        (["tims"], [2, 7, 6, 3]),
        (["xbad"], [2, 1, 3]),
        (["badx"], [2, 4, 1, 3]),
    ],
)
def test_a_word_is_its_longest_known_beginnings(words: list[str], rows: list[int]):
    assert KNOWN.of(words, 48) == rows


def test_of_a_long_line_the_beginning_and_the_end_are_read():
    rows = KNOWN.of(["bad"] * 50 + ["time"] * 50, 12)
    assert len(rows) == 12
    assert rows[:5] == [2, 4, 4, 4, 4]
    assert rows[5:] == [5] * 6 + [3]


@pytest.mark.parametrize("kind", ["rep", "prospect"])
def test_it_speaks_of_the_labels_the_linear_weights_have(kind: str):
    assert len(Encoder.load().leaning(kind, ["is", "this", "a", "bad", "time"], [])) == len(Linear.load(kind).labels)


def test_the_line_before_matters():
    said = ["yes"]
    assert Encoder.load().leaning("prospect", said, ["shall", "we", "sign"]) != Encoder.load().leaning(
        "prospect", said, ["is", "it", "raining"]
    )


@given(st.lists(st.text(min_size=1, max_size=60), max_size=90), st.lists(st.text(min_size=1, max_size=30), max_size=60))
def test_it_reads_anything(words: list[str], prev: list[str]):
    sums = Encoder.load().leaning("rep", words, prev)
    assert all(map(math.isfinite, sums))
    assert len(Encoder.load().pieces.of(words, SAID)) <= SAID


def test_a_line_the_words_leave_no_doubt_about_is_not_asked_of_the_encoder(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(
        "roleplay.listener.encoder.Encoder.leaning", lambda _, kind, *rest: asked.append(kind) or [0.0] * 20
    )
    model = Linear.load("rep")
    clear = [0.0] * len(model.labels)
    clear[3] = model.clear
    assert max(weighed("rep", clear, ["x"], []).values()) > 0.5
    assert not asked
    clear[3] -= 0.01
    weighed("rep", clear, ["x"], [])
    assert asked == ["rep"]
