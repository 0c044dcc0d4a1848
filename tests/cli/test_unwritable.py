"""A home that cannot be written to, and a database that goes away in the middle of a call."""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roleplay import config
from roleplay.__main__ import main
from roleplay.store import database

MEND = "Make that folder writable, or name another in ROLEPLAY_HOME."
COMMANDS = [
    "no x",
    "nos",
    "today",
    "calls list",
    "progress",
    "prepare",
    "nos week --goal 5",
    "talk marek",
    "drill flip",
]
Ran = Callable[[str], tuple[int, str, str]]


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))

    def running(command: str) -> tuple[int, str, str]:
        status = main(command.split())
        return status, *capsys.readouterr()

    return running


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("inside", ["", "deeper"])
def test_a_home_that_is_no_folder_is_named_with_the_mend(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str, command: str
):
    (tmp_path / "taken").write_text("a file of the rep's")
    home = tmp_path / "taken" / inside
    monkeypatch.setenv("ROLEPLAY_HOME", str(home))
    status, out, err = ran(command)
    assert (status, out) == (1, "")
    assert err.startswith(f"roleplay: {home}: nothing can be kept there (")
    assert err.endswith(f" {MEND}\n")
    assert (tmp_path / "taken").read_text() == "a file of the rep's"


@pytest.mark.parametrize("cause", ["attempt to write a readonly database", "unable to open database file"])
def test_a_database_that_may_not_be_written_is_named_with_the_mend(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, cause: str
):
    def barred(*_: object) -> None:
        raise sqlite3.OperationalError(cause)

    monkeypatch.setattr(database, "_set_up", barred)
    status, _, err = ran("no x")
    assert status == 1
    assert str(config.database_file()) in err
    assert MEND in err


def test_a_call_goes_on_to_its_card_when_the_database_goes_away_in_the_middle(
    ran: Ran, monkeypatch: pytest.MonkeyPatch
):
    def lines() -> object:
        yield "Is this a bad time?"
        config.database_file().unlink()
        config.database_file().mkdir()
        yield "Sounds like a long week."
        yield "What about this doesn't work for you?"

    monkeypatch.setattr("roleplay.cli.parts.read_lines", lines)
    status, out, _ = ran("talk marek --seed 7 --level 2")
    said = " ".join(out.split())
    assert status == 0
    assert "Going on; from here the call is not kept." in said
    assert "The card is shown, and not kept." in said
    assert said.count("not kept.") == 2
    assert "time to no" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('theme = "x"\nmode = "loud"\n', "settings.toml, line 2: mode: "),
        ("voice = 3\n", "settings.toml, line 1: voice: "),
        ('theme = "x"\n\n[voice]\nmodel = "m"\ntimeout = 0\n', "settings.toml, line 5: voice.timeout: "),
        ("voice.timeout = 0\n", "settings.toml, line 1: voice.timeout: "),
        ("[levels]\nmarek = 9\n", "settings.toml, line 2: levels.marek: "),
        ('[voice]\ndropped = ["a", 3]\n', "settings.toml, line 2: voice.dropped.1: "),
        ("theme = \n", "(at line 1, column "),
    ],
)
def test_broken_settings_are_named_with_the_line(ran: Ran, text: str, says: str):
    config.settings_file().parent.mkdir(parents=True, exist_ok=True)
    config.settings_file().write_text(text)
    status, _, err = ran("nos")
    assert status == 1
    assert says in err
    assert "Correct it, or delete the file to start afresh." in err
