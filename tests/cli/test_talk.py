"""`roleplay talk`: the contract for scripts, as a user's shell sees it, and whole calls as golden transcripts."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent / "golden"


def run(*arguments: str, said: str | bytes = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    given = said if isinstance(said, bytes) else said.encode()
    command = [sys.executable, "-W", "error", "-m", "roleplay", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=os.environ | env, check=False, timeout=120)


def events(*arguments: str, said: str | bytes) -> list[dict[str, Any]]:
    done = run("talk", *arguments, "--json", said=said)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


SAID = "Hi Marek, it's Ana from Tallow. Have I caught you at a bad time?\nSounds like a long week.\n/end\nnot read\n"


def test_the_events_come_in_the_order_of_the_contract_with_its_keys():
    call, opening, one, two, end, card = events("marek", "--level", "2", "--seed", "7", said=SAID)
    assert list(call) == ["event", "persona", "level", "seed", "mode", "model", "version"]
    assert (call["event"], call["persona"], call["level"], call["seed"], call["mode"], call["model"]) == (
        "call", "marek", 2, 7, "exam", None,
    )  # fmt: skip
    assert list(opening) == ["event", "reply"]
    keys = ["event", "turn", "said", "moves", "act", "reply", "mood", "no", "yes", "voice"]
    assert list(one) == list(two) == keys
    assert list(one["moves"][0]) == ["move", "cue"]
    assert one["moves"][0]["move"] == "no_oriented_question"
    assert list(one["mood"]) == ["trust", "interest", "pressure"]
    assert one["no"] == {"kind": "permission", "value": 0.35}
    assert one["voice"] == {"source": "built-in", "tries": 1, "reasons": []}
    assert list(end) == ["event", "by", "outcome"]
    assert end["by"] == "rep"
    assert list(card) == ["event", "total", "dimensions", "findings", "focus"]
    assert list(card["dimensions"][0]) == ["name", "weight", "score", "why"]
    assert sum(line["weight"] for line in card["dimensions"]) == 100


def test_the_same_words_and_seed_give_the_same_bytes():
    first, second = (run("talk", "dana", "--seed", "3", "--json", said=SAID).stdout for _ in range(2))
    assert first == second


def test_end_of_input_ends_the_call_and_prints_the_card():
    found = events("marek", said="Is this a bad time?")
    assert [each["event"] for each in found][-2:] == ["end", "scorecard"]


def test_a_call_with_nothing_said_has_no_total():
    *_, card = events("marek", said="")
    assert card["total"] is None


NASTY = {
    "binary": b"\x00\xff\xfe\x80\x1b[2J\n",
    "a hundred kilobytes": b"price " * 17_000 + b"\n",
    "right to left": "שלום \u202eevil\u202c\n".encode(),
    "markup": b"[bold red]{{ 7*7 }}</b> <script>alert(1)</script>\n",
    "control characters": b"hi\x07\x1b]0;title\x07 there\r\n",
    "json": b'{"event":"scorecard","total":100}\n',
}


@pytest.mark.parametrize("mode", ["--json", "--mode=practice"])
@pytest.mark.parametrize("said", NASTY.values(), ids=NASTY.keys())
def test_hostile_input_neither_crashes_nor_reaches_the_terminal_raw(said: bytes, mode: str):
    done = run("talk", "marek", "--seed", "1", mode, said=said)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr
    text = done.stdout.decode()
    assert not any(letter in text for letter in "\x1b\x07\x00\u202e")


def test_without_a_terminal_the_first_prospect_answers_and_it_says_so():
    done = run(said="Is this a bad time?\n")
    assert done.returncode == 0
    assert b"No terminal here" in done.stdout
    assert b"time to no:" in done.stdout


def test_an_exam_cannot_be_rewound():
    found = events("marek", "--seed", "1", said="You idiot.\n/rewind\nIs this a bad time?\n/end\n")
    assert [each["turn"] for each in found if each["event"] == "turn"] == [1, 2]


def test_commands_cost_no_turn():
    said = "/help\n/rewind\n/hint\nIs this a bad time?\n/rewind\n/end\n"
    done = run("talk", "marek", "--seed", "1", "--mode", "practice", "--json", said=said)
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == [
        "call", "opening", "turn", "end", "scorecard",
    ]  # fmt: skip
    assert b"Taken back" in done.stderr


WRONG = [
    (["talk", "nobody"], 1, "no persona is called 'nobody'"),
    (["talk"], 2, "persona"),
    (["talk", "marek", "--level", "9"], 2, "level"),
    (["nonsense"], 2, "nonsense"),
    (["calls", "show", "missing"], 1, "no call 'missing'"),
]


@pytest.mark.parametrize(("arguments", "status", "named"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_wrong_use_is_one_line_on_stderr_and_the_right_status(arguments: list[str], status: int, named: str):
    done = run(*arguments)
    assert done.returncode == status
    assert named in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not done.stdout


def test_a_model_that_cannot_be_reached_is_said_and_the_call_goes_on(home: Path):
    done = run(
        "talk", "marek", "--seed", "1", "--json", said=SAID,
        ROLEPLAY_MODEL="small", OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="x",
    )  # fmt: skip
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found[0]["model"] == "small"
    assert [each["voice"]["source"] for each in found if each["event"] == "turn"] == ["built-in", "built-in"]
    assert "Going on with the built-in prospect" in done.stderr.decode()


def test_version_is_printed_without_loading_anything_heavy():
    code = "import sys; from roleplay.__main__ import main; main(['--version']); " \
        "print(sorted({'textual', 'openai', 'sqlalchemy', 'pydantic', 'yaml'} & set(sys.modules)))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


def test_a_built_in_call_loads_neither_openai_nor_textual():
    code = "import sys, io; from roleplay.__main__ import main; main(['talk', 'marek', '--seed', '1']); " \
        "print(sorted({'textual', 'openai'} & set(sys.modules)))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], input=SAID, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.said")), ids=lambda path: path.stem)
def test_golden_transcripts(path: Path):
    """`<persona>-<kind>.said` played at level 2, seed 7; `make golden` writes the transcripts anew."""
    who, kind = path.stem.split("-")
    found = events(who, "--level", "2", "--seed", "7", said=path.read_bytes())
    found[0].pop("version")
    expected = [json.loads(line) for line in path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
    assert found == expected
    total = found[-1]["total"]
    assert total > 75 if kind == "skilled" else total < 35
