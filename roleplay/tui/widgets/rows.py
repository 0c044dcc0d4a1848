"""Labelled text: a word in the margin, the body beside it, every row of the body under its first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

MEASURE = 100
"""Columns beyond which lines of text grow no longer: long lines are hard to read."""


def hang(label: Content, body: Content, gutter: int, width: int) -> Iterator[Content]:
    """The body wrapped to the width, with the label in the gutter of its first row."""
    room = max(12, min(width, MEASURE) - gutter)
    first = Content.assemble(label.truncate(gutter - 1), " " * max(1, gutter - label.cell_length))
    for index, row in enumerate(body.wrap(room)):
        yield Content.assemble(first if index == 0 else " " * gutter, row)


class Rows(Widget):
    """A column of labelled texts, drawn to the width there is."""

    def __init__(
        self, rows: Iterable[tuple[Content | str, Content | str]] = (), *, gutter: int, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.margin_width = gutter
        self.rows: list[tuple[Content, Content]] = []
        self.show(rows)

    def show(self, rows: Iterable[tuple[Content | str, Content | str]]) -> None:
        """Show these instead; plain strings are never read as markup."""
        self.rows = [(_content(label), _content(body)) for label, body in rows]
        self.display = bool(self.rows)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the texts take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [line for label, body in self.rows for line in hang(label, body, self.margin_width, width)]


def _content(text: Content | str) -> Content:
    return Content(text) if isinstance(text, str) else text
