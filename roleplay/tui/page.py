"""What every screen of the app can do."""

from __future__ import annotations

from textual.screen import Screen

from roleplay.tui.plainly import Plainly


class Page(Plainly, Screen[None]):
    """A screen that says plainly when something could not be done."""
