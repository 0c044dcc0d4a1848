"""What every screen of the app can do."""

from __future__ import annotations

from contextlib import suppress

from textual.screen import Screen

from roleplay.tui.plainly import Plainly


class Page(Plainly, Screen[None]):
    """A screen that says plainly when something could not be done, and leaves nothing behind."""

    def on_screen_suspend(self) -> None:
        """What was said of this screen is not said over the next one; what went wrong stays till it is read."""
        with suppress(AttributeError):  # no public names, so a later Textual may call them otherwise
            for said in [each for each in self.app._notifications if each.severity != "error"]:
                self.app._unnotify(said)

    def on_unmount(self) -> None:
        """Let go of what was drawn: Textual's cache of two colours holds on to a thousand widgets, each with its lines.

        They would add up to a collector's pause of a tenth of a second, now and then, in whatever one is doing.
        """
        with suppress(ImportError, AttributeError):  # no public name, so a later Textual may call it otherwise
            from textual._styles_cache import StylesCache

            StylesCache.get_inner_outer.cache_clear()
