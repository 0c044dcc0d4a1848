"""How the screens look. After a wanted change run this file with `--snapshot-update`, and look at what it wrote."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from conftest import Stage
from textual.pilot import Pilot

from roleplay import coach, config, settings
from roleplay.model import Mode
from roleplay.persona import find
from roleplay.session import Session
from roleplay.store import Store
from roleplay.tui.app import RoleplayApp, build
from roleplay.tui.themes import DARK, LIGHT
from roleplay.tui.widgets.footer import Footer

LINES = ("Have I caught you at a bad time?", "It sounds like the evenings go on paperwork.", "What makes it slip?")


async def lobby(on: Stage) -> None:
    await on.until(lambda: any(footer.keys for footer in on.app.screen.query(Footer)))


async def brief(on: Stage) -> None:
    await on.press("down", "enter")
    await on.at("BriefScreen")


async def call(on: Stage) -> None:
    await on.call()
    on.app.screen.prompt.cursor_blink = False
    for line in LINES:
        await on.say(line)


async def debrief(on: Stage) -> None:
    await call(on)
    await on.press("ctrl+e", "y")
    await on.at("PredictScreen")
    await on.press("y", "4")
    await on.at("DebriefScreen")


async def review(on: Stage) -> None:
    await on.press("r")
    await on.at("ReviewScreen")
    await on.shows("1 call")


async def transcript(on: Stage) -> None:
    await review(on)
    await on.press("t")
    await on.at("TranscriptScreen")


async def connect(on: Stage) -> None:
    await on.press("c")
    await on.at("ConnectScreen")
    on.app.screen.url.cursor_blink = False


async def keep_a_call() -> None:
    """A call of long ago, so that its date reads the same every day."""
    store = Store(config.database_file())
    session = Session.start(find("marek"), level=2, seed=7, mode=Mode.EXAM)
    for line in LINES:
        await session.say(line)
    session.end()
    ended = replace(session.call, id="a" * 12, started="2025-01-02T12:00:00+00:00")
    store.open_call(replace(ended, turns=()), session.persona)
    for turn in ended.turns:
        store.add_turn(ended.id, turn)
    store.end_call(ended)
    store.cards.keep(ended.id, coach.review(ended, session.persona))
    store.close()


def app_for(theme: str) -> RoleplayApp:
    settings.save(settings.Settings(typing=False, welcomed=theme == LIGHT, theme=theme))
    app = build(seed=lambda: 7)
    app.desk.clock = lambda: 0.0
    return app


@pytest.mark.parametrize(
    ("scene", "size", "theme"),
    [
        pytest.param(lobby, (120, 36), DARK, id="lobby"),
        pytest.param(lobby, (80, 24), LIGHT, id="lobby_80_light"),
        pytest.param(brief, (120, 36), DARK, id="brief"),
        pytest.param(call, (120, 36), DARK, id="call"),
        pytest.param(call, (80, 24), LIGHT, id="call_80_light"),
        pytest.param(debrief, (120, 36), DARK, id="debrief"),
        pytest.param(review, (120, 36), LIGHT, id="review_light"),
        pytest.param(transcript, (120, 36), DARK, id="transcript"),
        pytest.param(connect, (80, 24), DARK, id="connect_80"),
    ],
)
def test_it_looks_right(snap_compare, scene, size: tuple[int, int], theme: str):
    app = app_for(theme)
    if scene in (review, transcript):
        asyncio.run(keep_a_call())

    async def play(pilot: Pilot[None]) -> None:
        on = Stage(app, pilot)
        await on.until(lambda: app.ready.is_set() and app.lobby.board)
        await scene(on)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=play)
