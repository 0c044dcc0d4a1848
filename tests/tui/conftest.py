"""A stage for the app: real keys in, what stands on the screen out. Waits for conditions, never for time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from roleplay import settings
from roleplay.config import settings_file
from roleplay.errors import NotReached
from roleplay.model import Voice
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Emit, Scene, Spoken
from roleplay.tui.app import RoleplayApp, build

FAILURE = "Nothing answers at http://127.0.0.1:1/v1. Start the server, or run `roleplay connect`."


class Stage:
    """The app on a screen of its own."""

    def __init__(self, app: RoleplayApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """All at once, as a text expander or a quick hand sends them: nothing is painted in between."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*text)

    async def say(self, text: str, *, keys: bool = False) -> None:
        """Paste (or type) and send, and wait until the reply stands whole."""
        turns = len(self.app.screen.session.call.turns)
        await (self.type(text) if keys else self.paste(text))
        await self.press("enter")
        await self.until(lambda: len(self.app.screen.session.call.turns) > turns and not self.app.screen.waiting)
        await self.press("left")

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], Any]) -> None:
        """Let the app work until the condition holds."""
        try:
            async with asyncio.timeout(20):
                while not condition():
                    await self.pilot.pause()
        except TimeoutError:
            raise AssertionError(f"it never came to that; on the screen:\n{self.text}") from None

    async def at(self, name: str) -> None:
        """Wait for a screen by its class's name."""
        await self.until(lambda: type(self.app.screen).__name__ == name and self.app.screen.is_mounted)
        await self.pilot.pause()

    async def shows(self, text: str) -> None:
        await self.until(lambda: text in self.text)

    async def finds(self, text: str) -> None:
        """Page down until it stands on the screen, from the top again where the page has grown meanwhile."""
        try:
            async with asyncio.timeout(20):
                while text not in self.text:
                    before = self.text
                    await self.press("pagedown")
                    await self.pilot.wait_for_scheduled_animations()
                    if self.text == before:
                        await self.press("home")
                        await self.pilot.wait_for_scheduled_animations()
        except TimeoutError:
            raise AssertionError(f"“{text}” is nowhere; on the screen:\n{self.text}") from None

    @property
    def text(self) -> str:
        """Everything on the screen, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def call(self, persona: str = "Marek") -> None:
        """From the lobby into a call."""
        await self.press("slash")
        await self.type(persona)
        await self.press("enter")
        await self.at("BriefScreen")
        await self.press("enter")
        await self.at("CallScreen")
        await self.until(lambda: self.app.screen.conversation.children)


OpenStage = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def stage() -> OpenStage:
    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (100, 30),
        *,
        make_actor: Any = None,
        typing: bool = False,
        early: bool = False,
        **changes: Any,
    ) -> AsyncIterator[Stage]:
        if not settings_file().exists():
            settings.save(settings.Settings(typing=typing, welcomed=True).model_copy(update=changes))
        app = build(make_actor, seed=lambda: 7)
        async with app.run_test(size=size, notifications=True) as pilot:
            stage = Stage(app, pilot)
            if not early:
                await stage.until(lambda: app.ready.is_set() and app.lobby.board)
                await pilot.pause()
            yield stage

    return opened


class Silent(BuiltIn):
    """A model that answers only when it is let."""

    name = "slow-model"

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.asked = 0

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        self.asked += 1
        await self.go.wait()
        emit("One moment. ")
        spoken = await super().voice(scene, emit)
        return Spoken(f"One moment. {spoken.text}", Voice(self.name, tokens_in=1200, tokens_out=34))


class Failing(BuiltIn):
    """A model that cannot be reached so many times, and then can."""

    name = "lost-model"

    def __init__(self, times: int) -> None:
        self.times = times

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        self.times -= 1
        if self.times >= 0:
            raise NotReached(FAILURE)
        return await super().voice(scene, emit)


class Talkative(BuiltIn):
    """A model that goes on for a thousand words."""

    name = "long-model"

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        text = "well " * 1000 + "goodbye"
        emit(text)
        return Spoken(text, Voice(self.name))
