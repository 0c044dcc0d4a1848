"""What every part of the app stands on: the desk, the lobby below everything, and a word where something fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.screen import Screen

from roleplay.errors import RoleplayError
from roleplay.tui.lobby import LobbyScreen

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk

T = TypeVar("T")


class Frame(App[None]):
    """An app with a lobby at the bottom, one screen or a pile of them over it. `ready` is set when all is loaded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ready = asyncio.Event()

    @property
    def lobby(self) -> LobbyScreen:
        """The screen at the bottom of the stack."""
        screen = self.screen_stack[0]
        assert isinstance(screen, LobbyScreen)
        return screen

    async def prepared(self) -> None:
        """Wait until everything is loaded; whoever pressed a key before that is told."""
        if not self.ready.is_set():
            self.notify("One moment, still loading.", timeout=3, markup=False)
            await self.ready.wait()

    def show(self, screen: Screen[None]) -> None:
        """Put a screen over the lobby, in the place of whatever was there."""
        if isinstance(self.screen, LobbyScreen):
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def tell(self, error: RoleplayError | str) -> None:
        """A problem in plain words, for as long as it takes to read; nothing where there is none."""
        if str(error):
            self.notify(str(error), severity="error", timeout=8, markup=False)

    async def attempt(self, act: Callable[[], T]) -> T | None:
        """What comes of something that takes a while, done beside the screen. Where it fails, a word why, and None."""
        try:
            return await asyncio.to_thread(act)
        except RoleplayError as error:
            self.tell(error)
            return None
