"""What every screen of the app can do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.screen import Screen

from roleplay.errors import RoleplayError

T = TypeVar("T")


class Page(Screen[None]):
    """A screen that says plainly when something could not be done, and leaves nothing behind."""

    def on_unmount(self) -> None:
        """Let go of what was drawn: Textual's cache of two colours holds on to a thousand widgets, each with its lines.

        They would add up to a collector's pause of a tenth of a second, now and then, in whatever one is doing.
        """
        clear: Callable[[], None] = getattr(StylesCache.get_inner_outer, "cache_clear", lambda: None)
        clear()

    def tell(self, error: RoleplayError | str) -> None:
        """A problem in words, for as long as it takes to read; nothing where there is none."""
        if str(error):
            self.notify(str(error), severity="error", timeout=8, markup=False)

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Do something that touches files; where it fails, say so. None then."""
        try:
            return act()
        except RoleplayError as error:
            self.tell(error)
            return None
