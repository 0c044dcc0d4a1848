"""Fewer than four of ten at the mildest level: what the rep is told to do instead of more of the same."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date

import pytest

from roleplay import coach, config
from roleplay.__main__ import main
from roleplay.model.practice import Standing
from roleplay.persona import Persona
from roleplay.practice import skills
from roleplay.practice.digest import succeeded
from roleplay.practice.level import Suggestion
from roleplay.practice.stuck import UNTRIED, advice, spoken, stuck
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from roleplay.store import Store

TODAY = date(2026, 3, 9)
NONE: dict[str, Standing] = {}


def standing(skill: str, step: int, due: int, *, ok: bool = False, good: int = 0) -> Standing:
    return Standing(skill, step, date(2026, 3, due), date(2026, 3, 1), ok, 4, good)


def lost_calls(personas: dict[str, Persona], level: int = 1, many: int = 3) -> None:
    """Calls at that level that came to nothing."""
    store = Store(config.database_file())
    who, seed, kept = personas["dana"], 0, 0
    while kept < many:
        seed += 1
        call = play(who, level, BOTS["skill 10"], seed)
        card = coach.review(call, who)
        if card.total is None or call.outcome is None or succeeded(call.outcome, winnable=True):
            continue
        kept += 1
        at = f"2026-03-0{kept}T10:00:00+00:00"
        call = replace(call, id=f"c{kept}", started=at, ended=at)
        store.open_call(replace(call, turns=()), who)
        for turn in call.turns:
            store.add_turn(call.id, turn)
        store.end_call(call)
        store.cards.keep(call.id, card)
    store.close()


@pytest.mark.parametrize(
    ("at", "rate", "is_stuck"),
    [(1, 0.39, True), (1, 0.0, True), (1, 0.4, False), (1, None, False), (2, 0.1, False), (5, 0.0, False)],
)
def test_only_who_fails_at_the_mildest_level_is_told_to_make_the_step_smaller(
    at: int, rate: float | None, is_stuck: bool
):
    assert (stuck(Suggestion(at, at, rate, 8, ""), NONE, TODAY) is not None) == is_stuck


def test_without_a_call_there_is_nothing_to_say():
    assert stuck(None, NONE, TODAY) is None


@pytest.mark.parametrize(
    ("there", "first"),
    [
        ([], UNTRIED),
        ([standing("flip:at the close", 2, 9), standing("after-no:trust", 0, 9)], "after-no:trust"),
        ([standing("flip:at the close", 0, 20), standing("after-no:trust", 3, 9)], "after-no:trust"),
        ([standing("flip:at the close", 0, 9, good=2), standing("after-no:trust", 0, 9)], "after-no:trust"),
    ],
    ids=["nothing practised", "the lowest on the ladder", "what is due today first", "what went badly oftenest"],
)
def test_the_weakest_skill_is_drilled_first(there: list[Standing], first: str):
    found = stuck(Suggestion(1, 1, 0.1, 8, ""), {each.skill: each for each in there}, TODAY)
    assert found is not None
    assert found.skill == first
    assert skills.words(first) in advice(found)
    words = shlex.split(found.command)
    assert words[:2] == ["roleplay", "drill"]
    assert words[-1] == first
    assert found.command in spoken(found)


def test_progress_says_to_stay_and_what_to_do_instead(personas: dict[str, Persona], capsys: pytest.CaptureFixture[str]):
    lost_calls(personas)
    assert main(["progress"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Stay at level 1." in said
    assert "Drill first: " in said
    assert "--mode practice" in said
    assert "/hint helps and /rewind gives a moment two more tries" in said


def test_at_any_other_level_it_says_to_go_one_down(personas: dict[str, Persona], capsys: pytest.CaptureFixture[str]):
    lost_calls(personas, level=2)
    assert main(["progress"]) == 0
    said = capsys.readouterr().out
    assert "Try level 1." in said
    assert "Drill first" not in said
