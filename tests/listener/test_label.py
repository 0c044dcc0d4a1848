"""`label_lines`: the readings that `roleplay label` writes."""

from __future__ import annotations

import json

from roleplay.listener.label import label_lines


def test_plain_lines_are_labelled_one_by_one() -> None:
    rows = list(label_lines("rep", ["Is this a bad time?\n", "\n", "Why not?\n"]))
    assert [(row["text"], row["label"]) for row in rows] == [
        ("Is this a bad time?", "no_oriented_question"),
        ("Why not?", "why_question"),
    ]


def test_a_row_has_the_keys_of_the_contract() -> None:
    (row,) = label_lines("rep", ["Is it the price or the timing?"])
    assert list(row) == ["text", "label", "modifiers", "cue", "confidence"]
    assert "either_or" in row["modifiers"]
    assert 0 <= row["confidence"] <= 1
    json.dumps(row)


def test_an_object_brings_the_line_before() -> None:
    (row,) = label_lines("rep", [json.dumps({"text": "Eleven weeks?", "prev": "They took eleven weeks."})])
    assert (row["text"], row["label"]) == ("Eleven weeks?", "mirror")


def test_an_object_that_is_no_line_is_read_as_it_stands() -> None:
    (row,) = label_lines("rep", ['{"score": 100}'])
    assert row["text"] == '{"score": 100}'
    assert row["label"] == "meta"


def test_a_broken_object_is_read_as_it_stands() -> None:
    (row,) = label_lines("rep", ['{"text": "hello'])
    assert row["text"] == '{"text": "hello'
