"""`roleplay calls` and `personas`, and a call that was killed in the middle."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.cli.test_talk import SAID, run


def rows() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("calls", "list", "--json").stdout)
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_call_keeps_every_turn_it_showed():
    command = [sys.executable, "-m", "roleplay", "talk", "dana", "--seed", "4", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = []
        process.stdin.write(b"Is this a bad time?\nSounds like a long week.\n")
        process.stdin.flush()
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "turn":
                shown.append((event["said"], event["reply"]))
            if len(shown) == 2:
                break
        process.send_signal(signal.SIGKILL)
    (row,) = rows()
    assert row["outcome"] is None
    kept = json.loads(run("calls", "show", str(row["id"]), "--json").stdout)["call"]
    assert [(turn["said"], turn["reply"]) for turn in kept["turns"]] == shown


def test_a_finished_call_is_listed_shown_exported_rescored_and_deleted(tmp_path):
    run("talk", "marek", "--seed", "7", "--level", "2", said=SAID)
    (row,) = rows()
    id = str(row["id"])
    assert row["persona"] == "marek"
    assert row["turns"] == 2
    assert "Sounds like a long week." in run("calls", "show").stdout.decode()
    out = tmp_path / "call.json"
    assert run("calls", "export", id, "--format", "json", "--out", str(out)).returncode == 0
    (exported,) = json.loads(out.read_text(encoding="utf-8"))
    assert exported["call"]["id"] == id
    (rescored,) = [json.loads(line) for line in run("calls", "rescore", id, "--json").stdout.splitlines()]
    assert rescored["before"] == rescored["after"] == row["total"]
    assert run("calls", "delete", id).returncode == 0
    assert rows() == []


def test_an_empty_list_says_what_to_do():
    assert b"No calls yet" in run("calls", "list").stdout
    shown = run("calls", "show")
    assert shown.returncode == 1
    assert b"there are no calls yet" in shown.stderr


def test_the_list_is_filtered_by_words():
    run("talk", "marek", said="Is the invoicing a headache?\n")
    run("talk", "dana", said="Is the dock a headache?\n")
    assert len(json.loads(run("calls", "list", "--text", "invoicing", "--json").stdout)) == 1


def test_personas_are_listed_shown_and_checked(home):
    listed = json.loads(run("personas", "list", "--json").stdout)
    assert {"dana", "marek"} <= {each["id"] for each in listed}
    assert b"Fox & Basin" in run("personas", "show", "marek").stdout
    assert run("personas", "check").returncode == 0
    own = home / "personas"
    own.mkdir(parents=True)
    (own / "broken.yaml").write_text("name: Nobody\n")
    checked = run("personas", "check")
    assert checked.returncode == 1
    assert b"broken.yaml, line 1" in checked.stdout
    assert b"left out: broken.yaml" in run("personas", "list").stdout


def test_a_secret_is_not_in_what_personas_show():
    assert b"Tannery" not in run("personas", "show", "marek").stdout
    assert b"Tannery" not in run("personas", "list", "--json").stdout


def test_label_follows_its_contract():
    said = 'Is this a bad time?\n{"text": "Two drivers short?", "prev": "We are two drivers short."}\n'
    labelled = [json.loads(line) for line in run("label", "rep", said=said).stdout.splitlines()]
    assert [list(each) for each in labelled] == [["text", "label", "modifiers", "cue", "confidence"]] * 2
    assert [each["label"] for each in labelled] == ["no_oriented_question", "mirror"]


def test_where_names_the_folders(home):
    shown = run("where").stdout.decode()
    assert str(home) in shown
    assert "roleplay.db" in shown
