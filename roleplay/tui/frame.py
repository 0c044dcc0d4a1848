"""What every part of the app stands on: the desk, the lobby below everything, and how screens change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.screen import Screen

from roleplay.tui.lobby import LobbyScreen
from roleplay.tui.plainly import Plainly

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk


WAITING = ("flow", "note", "plan")
"""The groups of work that wait for everything to be loaded before they open something."""


class Frame(Plainly, App[None]):
    """An app with a lobby at the bottom, one screen or a pile of them over it. `ready` is set when all is loaded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ready = asyncio.Event()
        self._waiting = 0

    @property
    def lobby(self) -> LobbyScreen:
        """The screen at the bottom of the stack."""
        screen = self.screen_stack[0]
        assert isinstance(screen, LobbyScreen)
        return screen

    async def prepared(self) -> None:
        """Wait until everything is loaded; whoever pressed a key before that is told, and can leave it."""
        if self.ready.is_set():
            return
        if not self._waiting:
            self.notify("One moment, still loading; then it opens. Esc leaves it.", timeout=60, markup=False)
        self._waiting += 1
        try:
            await self.ready.wait()
        finally:
            self._waiting -= 1
        self.clear_notifications()

    async def on_event(self, event: events.Event) -> None:
        """While something waits to be opened, keys are not meant for the lobby: only that which leaves it does."""
        if self.ready.is_set() or not isinstance(event, events.Key) or not self._meant_for_later(event.key):
            await super().on_event(event)

    def _meant_for_later(self, key: str) -> bool:
        """Whether a key is pressed while something waits; escape leaves whatever was begun, waiting or about to."""
        if key == "escape" and isinstance(self.screen, LobbyScreen):
            for group in WAITING:
                self.workers.cancel_group(self, group)
            self.clear_notifications()
        return bool(self._waiting) and key not in ("ctrl+c", "ctrl+q")

    def show(self, screen: Screen[None]) -> None:
        """Put a screen over the lobby, in the place of whatever was there."""
        if isinstance(self.screen, LobbyScreen):
            self.push_screen(screen)
        else:
            self.switch_screen(screen)
