"""The table of calls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType

from roleplay.inert import one_line
from roleplay.tui import figures, words
from roleplay.tui.keys import key, quiet
from roleplay.tui.widgets.lit import LitRows

if TYPE_CHECKING:
    from roleplay.store import CallRow
    from roleplay.store.rows import Order

COLUMNS = ("when", "prospect", "level", "mode", "turns", "score", "ending")
ORDERS: tuple[Order, ...] = ("started", "name", "level", "mode", "turns", "total", "outcome")
"""What the store sorts by for each column."""


class CallTable(LitRows):
    """A table of rows whose keys are in the footer and the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "calls.enter", "card", "The card of the call; one still open is read"),
        quiet("up", "cursor_up", "calls.up", "Up the table"),
        quiet("down", "cursor_down", "calls.down", "Down the table"),
    ]

    def __init__(self) -> None:
        super().__init__(cursor_type="row")

    def on_mount(self) -> None:
        """The columns are there from the start and stay."""
        for heading in COLUMNS:
            self.add_column(heading, key=heading, width=len(heading) + 2)

    def on_resize(self, event: events.Resize) -> None:
        """The last column ends where the screen does."""
        self.fit()

    def fit(self) -> None:
        """Let the last column take what the others leave, so that what does not fit ends in an ellipsis."""
        *others, last = self.ordered_columns
        taken = sum(column.width for column in others) + 2 * len(self.ordered_columns) * self.cell_padding
        if (left := self.size.width - taken - self.scrollbar_size_vertical) > 0:
            last.width = max(len(COLUMNS[-1]) + 2, left)
            self.refresh()

    def show(self, calls: Sequence[CallRow], sorted_by: int) -> None:
        """Show these calls in their order, in columns as wide as they need, with the sorted one marked."""
        lit = self.lit
        rows = [(call.id, _cells(call)) for call in calls]
        self.clear()
        for index, column in enumerate(self.ordered_columns):
            column.label = Text(f"{COLUMNS[index]}{' ↓' if index == sorted_by else ''}")
            column.width = max([column.label.cell_len, *(cells[index].cell_len for _, cells in rows)])
        for row_key, cells in rows:
            self.add_row(*cells, key=row_key)
        self.fit()
        if lit in (keys := [row_key for row_key, _ in rows]):
            self.move_cursor(row=keys.index(lit))

    @property
    def lit(self) -> str | None:
        """The key of the row the cursor is on."""
        if not self.row_count:
            return None
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value


def _cells(row: CallRow) -> list[Text]:
    return [
        Text(figures.when(row.started)),
        Text(one_line(row.name), "bold"),
        Text(figures.level(row.level).removeprefix("level ")),
        Text(row.mode),
        Text(str(row.turns), justify="right"),
        Text(figures.points(row.total), "bold", justify="right"),
        Text("open: R" if row.outcome is None else words.outcome(row.outcome), no_wrap=True, overflow="ellipsis"),
    ]
