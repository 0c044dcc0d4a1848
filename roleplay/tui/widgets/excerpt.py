"""Text in the rows there are for it; where it takes more, the last row says so, and a key turns on."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Excerpt(Widget):
    """A text whole where it fits, else a part at a time."""

    def __init__(self, key: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.key = key
        self.text = Content()
        self.part = 0

    def show(self, text: Content) -> None:
        """Show this instead, from its beginning."""
        self.text, self.part = text, 0
        self.refresh(layout=True)

    def turn(self) -> None:
        """On to the next part; after the last comes the first."""
        self.part += 1
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text takes at this width."""
        return len(self.text.wrap(width)) if self.text else 0

    def render(self) -> Content:
        """The part that is open, and how many there are."""
        lines, room = self.text.wrap(max(1, self.content_size.width)), self.content_size.height
        if len(lines) <= room:
            return Content("\n").join(lines)
        rows = max(1, room - 1)
        parts = -(-len(lines) // rows)
        part = self.part % parts
        more = Content.styled(f"part {part + 1} of {parts}, {self.key} turns on", "$foreground 60%")
        return Content("\n").join([*lines[part * rows :][:rows], more])
