"""Screens at every size, their help, review, connect, and a lobby with broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from roleplay import settings
from roleplay.tui.widgets.footer import Footer

HELLO = "Have I caught you at a bad time?"


async def play(on, *lines: str) -> None:
    await on.call()
    for line in lines or (HELLO,):
        await on.say(line)
    await on.press("ctrl+e", "y")
    await on.until(lambda: type(on.app.screen).__name__ in ("PredictScreen", "DebriefScreen"))
    if type(on.app.screen).__name__ == "PredictScreen":
        await on.press("s")
    await on.at("DebriefScreen")


async def test_help_is_true_for_where_one_is(stage):
    async with stage((80, 24)) as on:
        for keys, key, words in (
            ((), "question_mark", "Read the brief, and call"),
            (("enter",), "question_mark", "Dial"),
            (("enter",), "f1", "Say what you typed"),
        ):
            before = type(on.app.screen)
            await on.press(*keys)
            if keys:
                await on.until(lambda before=before: type(on.app.screen) is not before and on.app.screen.is_mounted)
            await on.press(key)
            await on.at("HelpScreen")
            assert words in on.text
            await on.press("escape")
            await on.until(lambda: type(on.app.screen).__name__ != "HelpScreen")
        await on.press("ctrl+e", "y")
        await on.at("DebriefScreen")
        await on.press("question_mark")
        await on.shows("Read the call")
        await on.press("escape", "escape")
        await on.at("LobbyScreen")
        for key, words in (("r", "Sort by the next column"), ("c", "Look for model servers")):
            await on.press(key)
            await on.until(lambda: len(on.app.screen_stack) == 2 and on.app.screen.is_mounted)
            await on.press("f1")
            await on.at("HelpScreen")
            assert words in on.text
            await on.press("escape", "escape")
            await on.at("LobbyScreen")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_footer_fits_and_a_resize_keeps_the_call(stage, size: tuple[int, int]):
    async with stage(size) as on:

        def fits() -> bool:
            footer = on.app.screen.query_one(Footer)
            return bool(footer.keys) and footer.drawn == footer.keys

        await on.until(fits)
        await on.call()
        await on.say(HELLO)
        await on.until(fits)
        for width, height in ((80, 24), (200, 50), (60, 15), size):
            await on.pilot.resize_terminal(width, height)
            await on.pilot.pause()
            assert on.app.screen.prompt.has_focus
            assert len(on.app.screen.session.call.turns) == 1
        assert ("trust" in on.text) is True


async def reviewed_two(on) -> None:
    """Two calls with two prospects, then the list of calls."""
    await play(on)
    await on.press("n")
    await on.at("BriefScreen")
    await on.press("enter")
    await on.at("CallScreen")
    await on.say("It seems like billing takes your evenings.")
    await on.press("ctrl+e", "y")
    await on.at("DebriefScreen")
    await on.press("escape", "r")
    await on.at("ReviewScreen")


async def test_review_sorts_searches_rescores_deletes_and_undoes(stage):
    async with stage() as on:
        await reviewed_two(on)
        await on.shows("2 calls")
        screen = on.app.screen
        await on.press("s")
        await on.shows("prospect ↓")
        names = [row.name for row in sorted(screen.rows, key=lambda row: row.name)]
        assert on.text.index(names[0]) < on.text.index(names[1])
        await on.press("slash")
        await on.type("evenings")
        await on.shows("1 call")
        await on.press("escape")
        await on.shows("2 calls")
        await on.press("k")
        await on.shows("Nothing moved")
        await on.press("escape")
        await on.at("ReviewScreen")
        await on.press("d")
        await on.shows("1 call ")
        await on.press("u")
        await on.shows("2 calls")
        await on.press("t")
        await on.at("TranscriptScreen")
        await on.press("escape", "enter")
        await on.at("DebriefScreen")


async def test_review_sorts_and_searches_every_call_and_shows_the_first_hundred(stage, monkeypatch: pytest.MonkeyPatch):
    from roleplay.tui import review

    monkeypatch.setattr(review, "SHOWN", 1)
    async with stage() as on:
        await reviewed_two(on)
        await on.shows("the first 1 shown of 2 calls")
        names = sorted(row.name for row in on.app.desk.store.calls())
        await on.press("s")
        await on.until(lambda: [row.name for row in on.app.screen.rows] == names[:1])
        await on.press("slash")
        await on.type("evenings")
        await on.shows("1 call ")


async def test_an_empty_review_says_what_to_do(stage):
    async with stage() as on:
        await on.press("r")
        await on.at("ReviewScreen")
        await on.shows("No calls yet.")


async def test_a_broken_persona_names_its_error_and_stops_no_other(stage, home: Path):
    (home / "personas").mkdir(parents=True)
    (home / "personas" / "broken.yaml").write_text("name: [bold]Nobody[/]\nrole: none\n")
    async with stage() as on:
        assert "broken.yaml" in on.text
        assert "Marek Lis" in on.text


async def test_the_first_run_is_welcomed_once(stage):
    async with stage(welcomed=False) as on:
        assert "Welcome." in on.text
        await on.press("escape")
        await on.until(lambda: "Welcome." not in on.text)
    assert settings.read().welcomed


async def test_typing_finds_a_prospect(stage):
    async with stage() as on:
        await on.type("anjali")
        await on.until(lambda: "Marek" not in on.text)
        assert "Anjali" in on.text
        await on.type("zzz")
        await on.shows("Nobody matches “anjalizzz”.")
        await on.press("escape")
        await on.shows("Marek")


async def test_the_theme_is_remembered(stage):
    async with stage() as on:
        assert on.app.current_theme.dark
        await on.press("t")
        assert not on.app.current_theme.dark
    async with stage() as on:
        assert not on.app.current_theme.dark


async def test_connect_looks_only_when_asked_and_says_plainly_what_failed(stage):
    async with stage() as on:
        await on.press("c")
        await on.at("ConnectScreen")
        assert "Look for a model server on this machine?" in on.text
        await on.press("f3")
        await on.shows("Name a model first")
        screen = on.app.screen
        screen.url.value, screen.model.value = "http://127.0.0.1:9/v1", "some-model"
        await on.press("enter")
        await on.until(lambda: "Trying" not in on.text and "127.0.0.1:9" in str(screen.status.content))
        assert not settings.read().voice.model
        await on.press("f4")
        await on.shows("The built-in prospect speaks from now on.")


async def test_the_palette_describes_its_commands(stage):
    async with stage() as on:
        await on.press("ctrl+p")
        await on.shows("Let a language model speak for the prospects")
        await on.press("escape")


@pytest.mark.parametrize("size", [(20, 5), (30, 24), (80, 6)])
async def test_a_window_too_small_says_how_large_it_wants_to_be(stage, size: tuple[int, int]):
    async with stage() as on:
        await on.call()
        await on.paste("Is this")
        await on.pilot.resize_terminal(*size)
        await on.until(lambda: "roleplay wants 80 x 24." in " ".join(on.text.split()))
        await on.pilot.resize_terminal(80, 24)
        await on.shows("Is this")
        await on.type(" a bad time?")
        assert on.app.screen.prompt.text == "Is this a bad time?"
