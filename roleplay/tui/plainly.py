"""How app and screens say what went wrong: in words, where the rep looks, for as long as it takes to read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from roleplay.errors import RoleplayError

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

T = TypeVar("T")


class Plainly:
    """An app or a screen that can say so."""

    def tell(self, error: RoleplayError | str) -> None:
        """A problem in words; nothing where there is none."""
        if str(error):
            cast("App[None] | Screen[None]", self).notify(str(error), severity="error", timeout=8, markup=False)

    def attempt(self, act: Callable[[], T]) -> T | None:
        """What comes of something quick that touches files. Where it fails, a word why, and None."""
        try:
            return act()
        except RoleplayError as error:
            self.tell(error)
            return None

    async def fetch(self, act: Callable[[], T]) -> T | None:
        """The same for what takes a while; it is done beside the screen."""
        try:
            return await asyncio.to_thread(act)
        except RoleplayError as error:
            self.tell(error)
            return None
