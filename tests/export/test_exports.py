"""Calls written out: nothing lost in JSON, nothing alive in CSV, Markdown and HTML."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from roleplay.coach.wording import ACTS
from roleplay.export import Whole, as_json, as_markdown, as_page, calls_csv, json_schema, turns_csv, whole
from roleplay.model import Act, Guess, Meaning, Move, NoKind, Outcome, YesKind
from roleplay.persona import Persona
from roleplay.store import Store
from tests.export.stock import HOSTILE, SKILLED, played, shelf

SCHEMA = Path(__file__).parents[2] / "docs" / "calls.schema.json"


@pytest.fixture
def calls(tmp_path: Path, personas: dict[str, Persona]) -> list[Whole]:
    store = shelf(tmp_path)
    hostile = tuple(line.format(url="http://127.0.0.1:9") for line in HOSTILE)
    found = [
        guessed(store, played(store, personas["marek"], SKILLED, again=2)),
        played(store, personas["dana"], hostile),
        played(store, personas["tunde"], ()),
    ]
    store.close()
    return found


def guessed(store: Store, played: Whole) -> Whole:
    store.keep_guess(played.call.id, Guess(True, Meaning.CANNOT_AFFORD))
    return whole(store, played.call.id)


def test_the_shipped_schema_is_the_one_the_records_give():
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


def test_every_call_fits_the_schema_and_a_broken_one_does_not(calls: list[Whole]):
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps([as_json(whole) for whole in calls]))
    jsonschema.validate(written, schema)
    written[0]["call"]["turns"][0]["cue"]["act"] = "sing"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, schema)


def test_json_has_the_takes_the_older_cards_and_the_prospect(calls: list[Whole]):
    written = as_json(calls[0])
    assert len(written["takes"]) == len(written["older"]) == 1
    assert written["persona"]["text"].startswith("name: ")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


def test_a_row_a_turn_and_a_row_a_call(calls: list[Whole]):
    turns, whole = rows(turns_csv(calls)), rows(calls_csv(calls))
    assert [row["call"] for row in whole] == [each.call.id for each in calls]
    assert len(turns) == sum(len(each.call.turns) for each in calls)
    assert turns[0]["said"] == SKILLED[0]
    assert whole[0]["takes"] == "1"
    assert whole[2]["total"] == ""


def test_what_the_rep_thought_is_in_every_form(calls: list[Whole]):
    first, other = rows(calls_csv(calls))[:2]
    assert (first["guess_no"], first["guess_behind"], first["guess_yes"]) == ("yes", "cannot_afford", "")
    assert first["guesses"] in ("1", "2")
    assert {other[name] for name in other if name.startswith("guess")} == {""}
    assert as_json(calls[0])["call"]["guess"] == {"genuine": True, "meaning": "cannot_afford", "yes": None}
    page, text = as_page(calls), as_markdown(calls[0].call, calls[0].card, calls[0].persona)
    assert page.count("You thought:") == 1
    for form in (page, " ".join(text.split())):
        assert "A genuine no: they could not afford it now." in form
        assert "ight about the no" in form


def test_no_cell_is_a_formula(calls: list[Whole]):
    for text in (turns_csv(calls), calls_csv(calls)):
        for row in rows(text):
            for name, cell in row.items():
                number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
                assert number or not cell.lstrip(" ").startswith(tuple("=+-@\t\r\n＝")), (name, cell)
    said = [row["said"] for row in rows(turns_csv(calls)) if row["persona"] == "dana"]
    assert said[1].startswith("'=HYPERLINK")
    assert said[2].startswith("'-1 [x]")


CODES = {code for kind in (Move, Act, NoKind, Outcome, YesKind) for code in kind if "_" in code}


@pytest.mark.parametrize("form", ["md", "html"])
def test_code_words_become_words(form: str, calls: list[Whole]):
    whole = calls[0]
    text = as_page([whole]) if form == "html" else as_markdown(whole.call, whole.card, whole.persona, whole.takes)
    assert not [code for code in CODES if code in text]
    assert "played again" in text or " again: " in text


def test_every_act_has_words():
    assert set(ACTS) == set(Act)
    assert not any("_" in words for words in ACTS.values())


def test_what_was_said_is_inert_in_markdown(calls: list[Whole]):
    whole = calls[1]
    text = as_markdown(whole.call, whole.card, whole.persona)
    body = text.split("## Card")[0]
    assert "\\<script\\>" in body
    assert not re.search(r"(?<!\\)<(?!$)", body)
    assert not re.search(r"(?<!\\)\]\(", body)
    assert text.count("```") == 2


def test_what_was_said_is_text_in_the_page(calls: list[Whole]):
    page = as_page(calls)
    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z]+)", page)}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "input", "video", "audio", "base"}
    assert not re.search(r"<[^>]+\s(?:on\w+|src|style)\s*=", page)
    assert re.findall(r'href="(?!#)[^"]*"', page) == []
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "\u202e" not in page


def test_a_page_tells_the_card_the_curve_and_the_takes(calls: list[Whole]):
    whole = calls[0]
    page = as_page([whole])
    assert whole.card is not None
    assert f"<b>{whole.card.total:.0f}</b>" in page
    assert page.count("<polyline") == 3
    assert "It sounds like you have been let down before." in page
    for found in whole.card.findings:
        assert f'id="call-1-turn-{found.turn}"' in page


def test_the_words_under_the_curve_never_lie_on_each_other(tmp_path: Path, personas: dict[str, Persona]):
    from roleplay.export.picture import LETTER, picture

    store = shelf(tmp_path)
    whole = played(store, personas["marek"], SKILLED[:4] * 4)
    store.close()
    drawn = picture(whole).marks
    assert drawn
    for one in drawn:
        for other in drawn:
            if one is not other and one.y == other.y:
                assert abs(one.x - other.x) >= LETTER * (len(one.text) + len(other.text)) / 2
