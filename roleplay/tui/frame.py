"""What every part of the app stands on: the desk, the lobby below everything, and how screens change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from roleplay.tui.lobby import LobbyScreen
from roleplay.tui.plainly import Plainly

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk


class Frame(Plainly, App[None]):
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
