"""Text from outside reaches a terminal harmless, whatever it holds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleplay.inert import LONGEST, inert, message, one_line


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\u202eb", "ab"),
        ("tab\there", "tab here"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("bell\x07 and null\x00", "bell and null"),
        ("zero\u200bwidth", "zerowidth"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
        ("नमस्ते 👩‍🚒 שלום", "नमस्ते 👩‍🚒 שלום"),
    ],
)
def test_what_is_left_of_it(raw: str, safe: str):
    assert inert(raw) == safe


@given(st.text())
def test_no_control_character_survives_but_the_line_break(text: str):
    assert all(letter == "\n" or unicodedata.category(letter) != "Cc" for letter in inert(text))


@given(st.text())
def test_making_safe_twice_changes_nothing_more(text: str):
    assert inert(inert(text)) == inert(text)


@given(st.text())
def test_one_line_is_one_line(text: str):
    assert "\n" not in one_line(text)


def test_a_huge_paste_is_cut_to_what_a_call_can_need():
    assert len(message("word " * 100_000)) <= LONGEST
