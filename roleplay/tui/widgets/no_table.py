"""The table of nos."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType

from roleplay.inert import one_line
from roleplay.model import Entry
from roleplay.practice.words import SOURCES, came_shortly, category
from roleplay.tui.keys import key, quiet
from roleplay.tui.widgets.lit import LitRows

COLUMNS = {"day": 10, "about": 11, "from": 8, "came": 9, "their words": 20}
"""Columns and their widths."""


class NoTable(LitRows):
    """Rows whose keys are in the footer and the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "nos.enter", "drill", "Practise this no: three turns after it"),
        quiet("up", "cursor_up", "nos.up", "Up the table"),
        quiet("down", "cursor_down", "nos.down", "Down the table"),
    ]

    def __init__(self) -> None:
        super().__init__(cursor_type="row")

    def on_mount(self) -> None:
        """The columns are there from the start and stay."""
        for heading, width in COLUMNS.items():
            self.add_column(heading, key=heading, width=width)

    def on_resize(self, event: events.Resize) -> None:
        """Their words take what room there is."""
        taken = sum(COLUMNS.values()) - COLUMNS["their words"] + 2 * len(COLUMNS) * self.cell_padding
        column = self.ordered_columns[-1]
        column.width = max(COLUMNS["their words"], event.size.width - taken - 2)
        self.refresh()

    def show(self, entries: Sequence[Entry], lit: int = 0) -> None:
        """Show these, the cursor on the entry of that number, or on the one it was on."""
        lit = lit or self.lit
        self.clear()
        for entry in entries:
            self.add_row(*_cells(entry), key=str(entry.id))
        if lit in (keys := [entry.id for entry in entries]):
            self.move_cursor(row=keys.index(lit))

    @property
    def lit(self) -> int:
        """The number of the entry the cursor is on, or 0."""
        if not self.row_count:
            return 0
        return int(self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value or 0)


def _cells(entry: Entry) -> list[Text]:
    return [
        Text(entry.day),
        Text(category(entry.category), "bold"),
        Text(SOURCES[entry.source]),
        Text(came_shortly(entry)),
        Text(one_line(entry.text)[:300], no_wrap=True, overflow="ellipsis"),
    ]
