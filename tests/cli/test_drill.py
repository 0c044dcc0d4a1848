"""`roleplay drill` and `roleplay today` on stdin and stdout."""

from __future__ import annotations

import io
import json

import pytest

from roleplay.cli import run
from roleplay.practice.items import flips, yeses


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run_with(*arguments: str, lines: tuple[str, ...] = ()) -> tuple[int, str, str]:
        text = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        status = run(list(arguments))
        out = capsys.readouterr()
        return status, out.out, out.err

    return run_with


def objects(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_flip_it_tells_right_from_wrong_and_says_a_line(say):
    _, shown, _ = say("drill", "flip", "--seed", "4", "--count", "1", "--json")
    item = next(each for each in flips() if each.id == objects(shown)[1]["item"])
    status, out, _ = say("drill", "flip", "--seed", "4", "--count", "1", lines=(item.answers[0],))
    assert status == 0
    assert "Right:" in out
    assert out.rstrip().endswith("1 of 1 right.")
    _, out, _ = say("drill", "flip", "--seed", "4", "--count", "1", lines=("", item.line))
    assert "the line as it was" in " ".join(out.split())
    assert "Try: “" in out


def test_json_is_one_object_a_line_with_item_answer_ok_reason_and_better(say):
    status, out, _ = say("drill", "flip", "--seed", "4", "--count", "2", "--json", lines=("x", "/skip"))
    events = objects(out)
    assert status == 0
    assert [each["event"] for each in events] == ["drill", "item", "answer", "item", "answer", "end"]
    answer = events[2]
    assert {"item", "answer", "ok", "reason", "better"} <= answer.keys()
    assert answer["answer"] == "x"
    assert answer["ok"] is False
    assert events[-1] == {"event": "end", "ok": 0, "of": 2}


def test_which_yes_asks_for_the_name_and_then_for_the_test(say):
    _, shown, _ = say("drill", "which-yes", "--seed", "4", "--count", "1", "--json")
    item = next(each for each in yeses() if each.id == objects(shown)[1]["item"])
    _, out, _ = say("drill", "which-yes", "--seed", "4", "--count", "1", "--json", lines=(item.kind, item.tests[0]))
    assert objects(out)[-1] == {"event": "end", "ok": 1, "of": 1}
    assert objects(out)[-2]["answer"] == f"{item.kind}\n{item.tests[0]}"


@pytest.mark.parametrize("drill", ["opener", "after-no", "flip", "which-yes"])
def test_the_end_of_input_ends_it_politely(say, drill: str):
    status, out, err = say("drill", drill)
    assert status == 0
    assert "Nothing was answered" in out
    assert err == ""


def test_the_opener_sprint_is_ten_prospects_each_another(say):
    _, out, _ = say("drill", "opener", "--json", "--seed", "1", lines=("/skip",) * 10)
    items = [each["item"] for each in objects(out) if each["event"] == "item"]
    assert len(items) == len(set(items)) == 10


def test_after_the_no_can_be_about_one_kind_of_no(say):
    _, out, _ = say("drill", "after-no", "--category", "authority", "--count", "4", "--json", lines=("/skip",) * 4)
    assert {each["skill"] for each in objects(out) if each["event"] == "item"} == {"after-no:authority"}


def test_what_was_done_is_kept_and_comes_back(say):
    status, out, _ = say("today", "--json")
    plan = objects(out)[0]["tasks"]
    assert status == 0
    assert len(plan) == 3
    first = plan[0]
    say("drill", first["drill"], "--skill", first["skill"], lines=("/skip", "/end"))
    _, out, _ = say("today", "--json")
    again = objects(out)[0]["tasks"]
    assert [task["skill"] for task in again] == [task["skill"] for task in plan]
    assert again[0]["tried"] == 1
    _, out, _ = say("today")
    assert f"--count {first['items'] - 1}" in out


def test_an_item_is_not_met_again_before_the_others(say):
    met = []
    for _ in range(3):
        _, out, _ = say("drill", "flip", "--count", "4", "--json", lines=("/skip",) * 4)
        met += [each["item"] for each in objects(out) if each["event"] == "item"]
    assert len(set(met)) == 12


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("flip", "--count", "0"), "no whole number from 1 to 1000"),
        (("flip", "--category", "price"), "goes with after-no"),
        (("after-no", "--category", "weather"), "They are: price"),
        (("flip", "--skill", "after-no:price"), "flip trains flip:"),
        (("opener", "--line", "Shall we?"), "goes with flip"),
        (("flop",), "invalid choice"),
    ],
)
def test_wrong_use_is_said_in_a_line(say, arguments: tuple[str, ...], why: str):
    status, _, err = say("drill", *arguments)
    assert status == 2
    assert why in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("named", ["status quo", "status_quo", "Status-Quo"])
def test_a_category_is_named_as_everywhere_else(say, named: str):
    status, out, _ = say("drill", "after-no", "--category", named, "--count", "1", "--json", lines=("/skip",))
    assert status == 0
    assert [each["skill"] for each in objects(out) if each["event"] == "item"] == ["after-no:status_quo"]


def test_a_page_of_control_letters_is_an_answer_like_any_other(say):
    status, out, _ = say("drill", "flip", "--count", "1", lines=("\x1b[31mboo\x07\u202e",))
    assert status == 0
    assert "\x1b" not in out
    assert "Not yet" in out


def test_a_line_of_ones_own_can_be_flipped(say):
    line = "You want your invoices out faster, don't you?"
    _, out, _ = say("drill", "flip", "--line", line, lines=("Have you given up on invoices going out on time?",))
    assert line in out
    assert out.rstrip().endswith("1 of 1 right.")
