"""Keys pressed the moment the lobby is painted, before anything is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("d", "DrillsScreen"),
        ("j", "JournalScreen"),
        ("r", "ReviewScreen"),
        ("p", "ProgressScreen"),
        ("w", "PushesScreen"),
        ("c", "ConnectScreen"),
        ("n", "NoForm"),
        ("question_mark", "HelpScreen"),
    ],
)
async def test_a_key_at_the_first_frame_opens_its_screen(stage, key: str, screen: str):
    async with stage(early=True) as on:
        await on.press(key)
        await on.at(screen)
        await on.press("escape")
        await on.at("LobbyScreen")
        await on.until(lambda: on.app.lobby.board)


async def test_whoever_presses_before_that_is_told_to_wait(stage):
    async with stage() as on:
        on.app.ready.clear()
        await on.press("d")
        await on.shows("One moment, still loading; then it opens.")
        on.app.ready.set()
        await on.at("DrillsScreen")


async def test_escape_leaves_what_waits_to_be_opened(stage):
    async with stage() as on:
        on.app.ready.clear()
        await on.press("j")
        await on.shows("Esc leaves it.")
        await on.press("escape")
        assert "still loading" not in on.text
        on.app.ready.set()
        await on.press("d")
        await on.at("DrillsScreen")


async def test_escape_in_the_same_breath_leaves_it_too(stage):
    async with stage() as on:
        on.app.ready.clear()
        await on.burst("d", "j", "escape", "escape")
        on.app.ready.set()
        await on.pilot.pause()
        assert not [each for each in on.app.workers if each.group == "flow" and not each.is_finished]
        assert on.app.screen is on.app.lobby


async def test_while_one_thing_waits_no_other_key_does_anything_and_it_is_said_once(stage):
    async with stage() as on:
        on.app.ready.clear()
        await on.press("n")
        await on.press("t", "m", "p", "z", "enter")
        assert on.app.desk.settings.mode == "practice"
        assert on.app.lobby.search.value == ""
        assert on.text.count("still loading") == 1
        on.app.ready.set()
        await on.at("NoForm")
        assert "still loading" not in on.text


async def test_a_command_with_nothing_to_do_begins_no_search(stage):
    async with stage(early=True) as on:
        await on.press("R", "b")
        assert on.app.lobby.search.value == ""
        await on.press("z")
        assert on.app.lobby.search.value == "z"


async def test_nobody_is_called_unplayed_before_the_calls_are_read(stage):
    async with stage() as on:
        on.app.lobby.board = None
        on.app.lobby.redraw()
        await on.pilot.pause()
        assert "not played" not in on.text


def test_what_loads_late_is_all_loaded_when_the_app_is_ready():
    code = """
import sys
from roleplay.tui.warm import modules, warm
warm()
missing = [name for name in modules() if name not in sys.modules]
heavy = sorted({"openai", "scipy"} & set(sys.modules))
print(missing, heavy)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"


@pytest.mark.parametrize(("word", "found"), [("dana", "dana"), ("priti", "priti"), ("kemp", "")])
async def test_a_search_and_enter_in_one_breath_open_who_was_found(stage, word: str, found: str):
    async with stage() as on:
        await on.burst("slash", *word, "enter")
        if found:
            await on.at("BriefScreen")
            assert on.app.screen.persona.id == found
        else:
            await on.shows(f"Nobody matches “{word}”")
            assert on.app.screen is on.app.lobby


async def test_letters_in_one_breath_begin_a_search_too(stage):
    async with stage() as on:
        await on.burst(*"hal", "enter")
        await on.at("BriefScreen")
        assert on.app.screen.persona.id == "hal"


async def test_a_search_in_one_breath_deletes_nothing(stage):
    async with stage() as on:
        await on.call()
        await on.say("Is this a bad time?")
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")
        await on.press("escape", "r")
        await on.at("ReviewScreen")
        await on.until(lambda: on.app.screen.rows)
        await on.burst("slash", *"dud", "enter")
        await on.until(lambda: on.app.screen.search.value == "dud" and not on.app.screen.rows)
        assert on.app.desk.shelf.count() == 1
