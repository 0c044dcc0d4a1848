"""The one line at the top of every screen."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

TITLE = 18
"""Columns of the left that stay whatever the right would say."""
SMALL = "{} x {} is too small: roleplay wants 80 x 24."
"""What is said where next to nothing fits."""


class Heading(Widget):
    """Something on the left, something on the right; where room is short the left gives way, but for its beginning."""

    ALLOW_SELECT = False

    left: reactive[Content] = reactive(Content)
    right: reactive[Content] = reactive(Content)

    def __init__(self, left: Content | str = "", right: Content | str = "") -> None:
        super().__init__()
        self.set_reactive(Heading.left, Content(left) if isinstance(left, str) else left)
        self.set_reactive(Heading.right, Content(right) if isinstance(right, str) else right)

    def render(self) -> Content:
        """Both ends with the room between them filled; in a window too small for a screen, that it is."""
        if self.screen.has_class("-thin") or self.screen.has_class("-flat"):
            return Content(SMALL.format(*self.screen.size))
        room = self.content_size.width
        right = self.right.truncate(room - min(self.left.cell_length, TITLE) - 2, ellipsis=True)
        left = self.left.truncate(max(0, room - right.cell_length - 2), ellipsis=True)
        return Content.assemble(left, " " * (room - left.cell_length - right.cell_length), right)
