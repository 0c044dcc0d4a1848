"""Where nothing can be kept: the app starts, says so, and what was typed is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from roleplay import config
from tests.tui.conftest import OpenStage, Stage


def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    taken = tmp_path / "taken"
    taken.write_text("")
    monkeypatch.setenv("ROLEPLAY_HOME", str(taken))
    monkeypatch.setattr("tests.tui.conftest.settings.save", lambda *_: None)
    return taken


def take_away() -> None:
    """The database goes, and no other can be made in its place."""
    for end in ("", "-wal", "-shm"):
        config.database_file().with_name(config.database_file().name + end).unlink(missing_ok=True)
    config.database_file().mkdir()


async def write_down(on: Stage, words: str) -> None:
    await on.press("n")
    await on.at("NoForm")
    await on.type(words)
    await on.press("enter")


async def test_without_a_home_calls_are_played_scored_and_nothing_typed_is_lost(
    stage: OpenStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    taken = no_home(tmp_path, monkeypatch)
    async with stage() as on:
        await on.until(lambda: f"{taken}: nothing can be kept there" in str(on.app.lobby.notice.content))
        assert "name another in ROLEPLAY_HOME" in str(on.app.lobby.notice.content)
        await write_down(on, "We just renewed")
        await on.shows("nothing can be kept there")
        await on.at("NoForm")
        assert on.app.screen.words.value == "We just renewed"
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.press("escape")
        await on.call()
        await on.say("Is this a bad time?")
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")


async def test_a_database_that_goes_away_costs_neither_card_nor_words(stage: OpenStage):
    async with stage(predict=False) as on:
        await on.call()
        await on.say("Is this a bad time?")
        await on.say("Sounds like a long week.")
        take_away()
        await on.paste("What about this doesn't work for you?")
        await on.press("enter")
        await on.shows("Your words are back in the prompt.")
        assert on.app.screen.prompt.text == "What about this doesn't work for you?"
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")
        assert len(on.app.screen.kept.call.turns) == 2
        await on.press("escape")
        await on.at("LobbyScreen")
        await write_down(on, "We just renewed")
        await on.at("NoForm")
        assert on.app.screen.words.value == "We just renewed"


async def test_a_plan_that_cannot_be_kept_stands_in_the_form_again(stage: OpenStage):
    async with stage() as on:
        await on.press("ctrl+p")
        await on.type("your plan")
        await on.press("enter")
        await on.at("PlanForm")
        await on.type("too dear")
        await on.press("tab")
        await on.type("ask what is dear about it")
        take_away()
        first = on.app.screen
        await on.press("enter")
        await on.until(lambda: type(on.app.screen) is type(first) and on.app.screen is not first)
        await on.shows("ask what is dear about it")
        assert on.app.screen.cue.value == "too dear"
