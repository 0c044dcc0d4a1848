"""Calls that are damaged, on the command line: each is named, and stands in no other's way."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roleplay import config
from roleplay.__main__ import main
from roleplay.practice.book import AT_ONCE
from tests.cli.test_talk import run
from tests.harm import CARD_CUT, CARD_GONE, HARMS, NEWER, harm

LINES = "Is this a bad time?\nSounds like a long week.\n"
LINES += "What about this doesn't work for you?\nWhat would have to change before it was worth a thought?\n"
Ran = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Ran:
    def running(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        return status, *capsys.readouterr()

    return running


def two_calls() -> tuple[str, str]:
    """Ids of two finished calls."""
    for who in ("marek", "dana"):
        run("talk", who, "--seed", "1", "--level", "1", said=LINES)
    newer, older = [str(row["id"]) for row in json.loads(run("calls", "list", "--json").stdout)]
    return newer, older


def copies(id: str, many: int) -> None:
    """The call so many times more."""
    with closing(sqlite3.connect(config.database_file())) as db, db:
        names = [row[1] for row in db.execute("PRAGMA table_info(calls)")]
        rest = ", ".join(name for name in names if name != "id")
        for number in range(many):
            db.execute(f"INSERT INTO calls (id, {rest}) SELECT id || {number}, {rest} FROM calls WHERE id = ?", [id])


@pytest.mark.parametrize("how", HARMS.values(), ids=HARMS.keys())
def test_a_damaged_call_is_named_stands_in_no_way_and_can_be_deleted(how: str, ran: Ran, tmp_path: Path):
    bad, good = two_calls()
    harm(how, bad)
    for command in ("today", "progress", "nos", "prepare", "pushes", "calls list", "calls rescore", "calls contested"):
        status, _, err = ran(*command.split())
        assert status == 0, (command, err)
        named = f"`roleplay calls delete {bad}`" in err
        reads_rows_only = command in ("calls list", "calls contested")  # a list reads no set-up, no turns, no prospect
        assert named or reads_rows_only, command
        assert err.count("\n") <= 1
    assert "1 scored call;" in ran("progress")[1]
    assert good in ran("calls", "list")[1]
    file = tmp_path / "calls.json"
    status, _, err = ran("calls", "export", bad, good, "--format", "json", "--out", str(file))
    assert status == 1
    assert bad in err
    assert [each["call"]["id"] for each in json.loads(file.read_text(encoding="utf-8"))] == [good]
    status, _, err = ran("calls", "export", bad, "--format", "json", "--out", str(tmp_path / "none.json"))
    assert (status, err.count(bad)) == (1, 2)
    assert not (tmp_path / "none.json").exists()
    assert ran("calls", "delete", bad)[0] == 0
    assert ran("progress")[2] == ran("today")[2] == ""
    assert bad not in "".join(ran("calls", "list")[1:])


def test_more_damaged_calls_than_are_read_at_once_hide_no_good_one(ran: Ran):
    bad, _ = two_calls()
    harm(HARMS["its set-up is cut"], bad)
    copies(bad, AT_ONCE + 5)
    ran("today")
    status, out, _ = ran("progress", "--json")
    assert (status, json.loads(out)["calls"]) == (0, 1)


def test_a_damaged_call_is_replaced_by_a_sound_one_from_a_file(ran: Ran, tmp_path: Path):
    bad, _ = two_calls()
    file = tmp_path / "calls.json"
    ran("calls", "export", bad, "--format", "json", "--out", str(file))
    harm(HARMS["a turn of it is cut"], bad)
    assert "--replace lets the file win" in ran("calls", "import", str(file))[2]
    status, out, err = ran("calls", "import", str(file), "--replace")
    assert (status, err) == (0, "")
    assert "replaced" in out
    assert ran("calls", "show", bad)[0] == 0


def test_a_card_that_is_cut_is_named_with_its_mend_and_the_call_goes_on_counting(ran: Ran):
    bad, _ = two_calls()
    harm(CARD_CUT, bad)
    status, out, err = ran("progress")
    assert status == 0
    assert "2 scored calls" in out
    assert f"the card of call {bad} is damaged; `roleplay calls rescore {bad}` makes a new one." in err
    assert ran("calls", "rescore", bad)[0] == 0
    assert ran("calls", "show", bad)[2] == ""


def test_a_call_without_a_card_is_shown_counted_and_scored_again(ran: Ran):
    bad, _ = two_calls()
    harm(CARD_GONE, bad)
    status, out, err = ran("progress")
    assert (status, err) == (0, "")
    assert "2 scored calls" in out
    assert ran("calls", "show", bad)[0] == 0
    assert "not scored ->" in ran("calls", "rescore", bad)[1]


def test_a_card_of_a_newer_rubric_is_shown_counts_what_we_know_and_is_not_replaced(ran: Ran):
    newer, older = two_calls()
    harm(NEWER, newer)
    status, out, err = ran("progress", "--json")
    assert (status, err) == (0, "")
    lines = {line["name"]: line["calls"] for line in json.loads(out)["lines"]}
    assert lines["score"] == 2
    assert lines["time to no"] == 1  # the newer rubric calls its first line otherwise
    assert "poise" in ran("calls", "show", newer)[1]
    status, out, err = ran("calls", "rescore")
    assert status == 0
    assert older in out
    assert f"call {newer} was scored by a newer rubric (99" in err
    assert "Update roleplay" in err
    assert ran("calls", "rescore", newer)[0] == 1
    assert json.loads(ran("calls", "show", newer, "--json")[1])["scorecard"]["rubric"] == "99"


@pytest.mark.parametrize("harmed", ["scores = 'x'", "day = 'x'", "total = 'x'", "guessed = 'x'"])
def test_what_a_call_amounted_to_is_read_anew_when_it_is_damaged_and_the_call_is_kept(harmed: str, ran: Ran):
    two_calls()
    _, whole, _ = ran("progress")
    with closing(sqlite3.connect(config.database_file())) as db, db:
        db.execute(f"UPDATE digests SET {harmed} WHERE rowid = 1")
    status, out, err = ran("progress")
    assert (status, out == whole) == (0, False)
    assert "amounted to is damaged; it is read anew at the next look" in err
    assert "delete" not in err
    assert ran("progress") == (0, whole, "")


def test_what_to_drill_first_is_told_of_the_calls_just_played(ran: Ran):
    pushing = "Have I caught you at a bad time?\nSounds like a long week.\nSo can we sign today?\nSo sign today?\n"
    for seed in ("1", "2", "3", "4"):
        run("talk", "naomi", "--seed", seed, "--level", "1", said=pushing)
    status, told, _ = ran("progress")
    assert (status, "Drill first:" in told) == (0, True)
    ran("today")
    assert ran("progress")[1] == told
