"""`roleplay calls` and `personas`, and a call that was killed in the middle."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

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


def test_a_deleted_call_is_restored():
    run("talk", "marek", said="Is the invoicing a headache?\n")
    id = str(rows()[0]["id"])
    assert f"calls restore {id}" in run("calls", "delete", id).stdout.decode()
    assert rows() == []
    assert run("calls", "restore", id).returncode == 0
    assert rows()[0]["id"] == id
    assert run("calls", "restore", "nobody").returncode == 1


def test_contested_readings_come_out_as_labelled_lines(home):
    from roleplay.model import Move
    from roleplay.store import Store

    run("talk", "marek", "--seed", "7", "--level", "2", said=SAID)
    assert b"Nothing is contested" in run("calls", "contested").stdout
    id = str(rows()[0]["id"])
    store = Store(home / "roleplay.db")
    turn = store.call(id).turns[1]
    store.add_turn(id, replace(turn, contested=Move.MIRROR))
    store.close()
    (line,) = [json.loads(line) for line in run("calls", "contested", "--json").stdout.splitlines()]
    assert line["text"] == turn.said
    assert line["label"] == "mirror"
    assert line["read"] == turn.reading.lead
    assert line["prev"]
    assert "As read " in run("calls", "show", id).stdout.decode()
    assert run("calls", "list").returncode == 0


def test_rescoring_says_what_moved_and_keeps_the_old_card(home):
    from roleplay.store import Store

    run("talk", "marek", "--seed", "7", "--level", "2", said=SAID)
    id = str(rows()[0]["id"])
    assert "nothing moved" in run("calls", "rescore", id).stdout.decode()
    store = Store(home / "roleplay.db")
    card = store.cards.newest(id)
    worse = replace(card.dimensions[-1], score=0.01, why="as an older rubric saw it")
    store.cards.keep(id, replace(card, rubric="0", total=1.0, dimensions=(*card.dimensions[:-1], worse)))
    said = run("calls", "rescore", id).stdout.decode()
    assert "1.0 -> " in said
    assert "stewardship, better" in said
    assert len(store.cards.dated(id)) == 3
    store.close()


def test_a_moment_played_again_is_shown_with_the_call(home):
    import asyncio

    from roleplay.store import Store
    from roleplay.takes import Retake

    run("talk", "marek", "--seed", "7", "--level", "2", said=SAID)
    id = str(rows()[0]["id"])
    store = Store(home / "roleplay.db")
    call = store.call(id)
    retake = Retake(store.persona_of(call), call, 1)
    asyncio.run(retake.say("Would it be a bad idea to ask how billing goes?"))
    store.takes.keep(replace(retake.take(), different="I asked about him"))
    store.close()
    shown = run("calls", "show", id).stdout.decode()
    assert "## Turn 1 again" in shown
    assert "What was different: I asked about him" in shown
    assert "1 taken again" in run("calls", "list").stdout.decode()
    assert len(json.loads(run("calls", "show", id, "--json").stdout)["takes"]) == 1


def test_hints_come_in_three_steps_and_are_noted_on_the_card():
    said = "/hint\n/hint\nIs this a bad time?\n/hint\nSounds like a long week.\n"
    shown = run("talk", "marek", "--mode", "practice", "--seed", "7", said=said).stdout.decode()
    assert "[Try a no-oriented question" in shown
    assert "Hints looked at: turn 1 the kind of move, turn 2 a nudge." in " ".join(shown.split())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
def test_a_reader_that_goes_away_ends_the_listing_quietly():
    command = [sys.executable, "-m", "roleplay", "personas", "show", "dana"]
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE) as process:
        os.close(writing)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 128 + signal.SIGPIPE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
def test_a_peer_that_hangs_up_does_not_end_the_program():
    """A model server that drops the connection is an error to tell, not a signal to die of."""
    code = """
import socket
from roleplay.__main__ import main
main(["where"])
ours, theirs = socket.socketpair()
theirs.close()
try:
    ours.send(b"more")
except BrokenPipeError:
    print("told")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.endswith("told\n"), done.returncode
