"""Exported calls come back whole; a file from elsewhere is not believed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roleplay.errors import UsageError
from roleplay.export import as_json, whole
from roleplay.export.incoming import read
from roleplay.model import Guess, Meaning
from roleplay.persona import Persona
from tests.cli.test_talk import run
from tests.export.stock import SKILLED, played, shelf


@pytest.fixture
def item(tmp_path: Path, personas: dict[str, Persona]) -> Any:
    store = shelf(tmp_path)
    id = played(store, personas["marek"], SKILLED, again=2).call.id
    store.keep_guess(id, Guess(True, Meaning.CANNOT_AFFORD))
    made = as_json(whole(store, id))
    store.close()
    return json.loads(json.dumps(made))


def written(tmp_path: Path, *items: Any) -> Path:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


def test_a_call_comes_back_whole(tmp_path: Path, item: Any):
    (found,) = read(written(tmp_path, item))
    other = shelf(tmp_path / "other")
    other.bundles.take_in([found.bundle], [found.persona.name])
    back = whole(other, found.call.id)
    assert as_json(back) == item
    assert back.call.guess == Guess(True, Meaning.CANNOT_AFFORD)
    assert [row.total for row in other.calls()] == [item["scorecard"]["total"]]
    other.close()


Break = Callable[[Any], None]


def put(*path: Any, value: Any) -> Break:
    def change(item: Any) -> None:
        for step in path[:-1]:
            item = item[step]
        item[path[-1]] = value

    return change


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (put("call", "id", value="../../etc"), "its id may have"),
        (put("call", "setup", "persona", value="../x"), "the hash differs"),
        (put("persona", "id", value="../../x"), "no proper name"),
        (put("persona", "text", value="name: Somebody else\n"), "prospect's file"),
        (put("persona", "text", value=BOMB), "aliases"),
        (put("persona", "text", value="&a [*a]"), "aliases"),
        (put("persona", "hash", value="0" * 12), "the hash differs"),
        (put("call", "started", value="yesterday"), "is no time"),
        (put("call", "started", value="2026-01-01T00:00:00"), "is no time"),
        *(
            (put("call", name, value=time), "is no time from 1990 to 2200")
            for name in ("started", "ended")
            for time in (
                "0001-01-01T00:00:00+14:00",
                "9999-12-31T23:59:59-12:00",
                "1989-12-31T00:00:00+00:00",
                "2200-01-01T00:00:00+00:00",
            )
        ),
        (put("call", "turns", 1, "number", value=7), "turn 2 is missing or out of place"),
        (put("call", "turns", 0, "state", "mood", "trust", value=1e9), "not between 0 and 100"),
        (put("call", "turns", 0, "state", "mood", "trust", value=1e999), "is no number"),
        (put("call", "turns", 0, "number", value=10**40), "far too great"),
        (put("call", "turns", 0, "state", "told", value=["nobody_knows"]), "facts the prospect does not have"),
        (put("call", "turns", 0, "cue", "act", value="sing"), "act"),
        (put("call", "turns", 0, "said", value="x" * 30_000), "too long"),
        (put("call", "turns", 0, "reading", "moves", value=[]), "not a reading"),
        (put("call", "outcome", value=None), "do not go together"),
        (put("scorecard", "total", value=9000), "out of range"),
        (put("scorecard", "findings", 0, "turn", value=99), "turns that are not there"),
        (put("takes", 0, "call", value="another"), "not one of this call"),
        (put("takes", 0, "turn", value=40), "begins or ends nowhere"),
        (put("call", "guess", "genuine", value=False), "what was guessed"),
        (put("call", "guess", "yes", value=4), "is not in it"),
        (put("call", "guess", "meaning", value="because"), "guess.meaning"),
        (put("format", value=2), "newer roleplay"),
        (put("call", value="a call"), "call"),
    ],
)
def test_what_does_not_hang_together_is_refused_in_a_line(tmp_path: Path, item: Any, change: Break, says: str):
    change(item)
    with pytest.raises(UsageError) as caught:
        read(written(tmp_path, item))
    assert says in str(caught.value)
    assert str(caught.value).startswith("in.json")
    assert "\n" not in str(caught.value)


def test_a_call_exported_before_there_were_guesses_comes_in(tmp_path: Path, item: Any):
    del item["call"]["guess"]
    (found,) = read(written(tmp_path, item))
    assert found.call.guess is None


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 50_000, "[]", "7", '[{"call": NaN}]', "\x00", '{"call": {}, "persona": {}}']
)
def test_what_is_no_export_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "in.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"in\.json"):
        read(path)


def test_control_codes_and_turned_text_are_taken_out(tmp_path: Path, item: Any):
    item["call"]["turns"][0]["said"] = "Is this \x1b[31ma bad\u202e time?"
    (found,) = read(written(tmp_path, item))
    assert found.call.turns[0].said == "Is this [31ma bad time?"


def test_the_same_id_twice_is_refused(tmp_path: Path, item: Any):
    with pytest.raises(UsageError, match="is in it twice"):
        read(written(tmp_path, item, item))


def test_the_command_refuses_to_overwrite_unless_told(tmp_path: Path, item: Any):
    path = str(written(tmp_path, item))
    id = item["call"]["id"]
    assert b"imported" in run("calls", "import", path).stdout
    assert b"already here" in run("calls", "import", path).stdout
    item["call"]["turns"][0]["seconds"] = 99.0
    path = str(written(tmp_path, item))
    refused = run("calls", "import", path)
    assert refused.returncode == 2
    assert b"Nothing was imported" in refused.stderr
    (kept,) = json.loads(run("calls", "export", id, "--format", "json").stdout)
    assert kept["call"]["turns"][0]["seconds"] == 3.5
    assert b"replaced" in run("calls", "import", path, "--replace").stdout
    (kept,) = json.loads(run("calls", "export", id, "--format", "json").stdout)
    assert kept == item
    rescored = json.loads(run("calls", "rescore", id, "--json").stdout)
    assert rescored["after"] is not None


def test_a_deleted_call_of_the_same_id_is_spoken_of(tmp_path: Path, item: Any):
    path = str(written(tmp_path, item))
    run("calls", "import", path)
    run("calls", "delete", item["call"]["id"])
    assert b"calls restore" in run("calls", "import", path).stderr
    assert b"replaced" in run("calls", "import", path, "--replace").stdout


def test_a_take_cannot_take_the_place_of_another_calls(tmp_path: Path, item: Any):
    run("calls", "import", str(written(tmp_path, item)))
    text = json.dumps(item).replace(item["call"]["id"], "another")
    done = run("calls", "import", str(written(tmp_path, json.loads(text))))
    assert done.returncode == 1
    assert b"Nothing was imported" in done.stderr
    assert len(json.loads(run("calls", "list", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("out", "form", "files"),
    [
        ("a.csv", "csv", {"a.csv", "a.turns.csv"}),
        ("folder/", "csv", {"calls.csv", "turns.csv"}),
        ("folder/", "html", {"calls.html"}),
        ("b.html", "html", {"b.html"}),
    ],
)
def test_where_it_is_written(tmp_path: Path, out: str, form: str, files: set[str]):
    run("talk", "marek", "--seed", "7", said="Is this a bad time?\n")
    target = tmp_path / "out"
    target.mkdir()
    assert run("calls", "export", "--format", form, "--out", f"{target}/{out}").returncode == 0
    assert {path.name for path in target.rglob("*.*")} == files


def test_rows_of_calls_on_stdout():
    run("talk", "marek", "--seed", "7", said="Is this a bad time?\n")
    assert run("calls", "export", "--format", "csv", "--rows", "calls").stdout.startswith(b"call,persona,name,level")
    assert run("calls", "export", "--format", "csv").stdout.startswith(b"call,persona,turn,said")
    assert run("calls", "export", "--rows", "calls").returncode == 2
