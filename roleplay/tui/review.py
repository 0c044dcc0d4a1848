"""Review: every call in a table, to read, resume, rescore or delete."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from roleplay.tui import figures, kept
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key
from roleplay.tui.messages import CallPicked, CardWanted, TranscriptWanted
from roleplay.tui.page import Page
from roleplay.tui.rescored import RescoredScreen
from roleplay.tui.widgets.call_table import COLUMNS, ORDERS, CallTable
from roleplay.tui.widgets.filter import Filter
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.store import CallRow
    from roleplay.tui.desk import Desk

SHOWN = 100
"""Calls in the table; the rest is found by searching and sorting, which look at every call."""
EMPTY = "No calls yet. Press esc, pick a prospect and press enter: every call is kept here from its first turn on."


class ReviewScreen(Page):
    """Newest first until sorted otherwise."""

    CSS_PATH = "review.tcss"
    HELP = (
        "Every call you have made, newest first. Enter shows the card of one, t its transcript. S sorts by the next "
        "column, / searches names and everything that was said. Scoring again uses today's rubric, says what moved, "
        "and keeps the older card. A deleted call can be brought back with u until you leave roleplay, and with "
        "`roleplay calls restore` for 30 days."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "transcript", "review.transcript", "read", "Read the call, with what each message did"),
        key("R", "resume", "review.resume", "resume", "Go on with a call that was left open"),
        key("s", "sort", "review.sort", "sort", "Sort by the next column"),
        key(
            "slash",
            "search",
            "review.search",
            "search",
            "Search names and everything that was said",
            shown="/",
            first=True,
        ),
        key("k", "rescore", "review.rescore", "rescore", "Score it again with today's rubric"),
        key("d", "delete", "review.delete", "delete", "Delete the call; u brings it back"),
        key("u", "undo", "review.undo", "undo", "Bring the last deleted call back"),
        help_key("review"),
        key("escape", "back", "review.back", "back", "Clear the search, or back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    search = getters.query_one(Filter)
    table = getters.query_one(CallTable)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: list[CallRow] = []
        self.total = 0
        self.searched = ""
        self.sorted_by = 0
        self.deleted: list[str] = []

    def compose(self) -> ComposeResult:
        """The search, the table, or a line that says why it is empty."""
        yield Heading(Content.styled("Review", "bold"))
        with Vertical():
            yield Filter("/ to search names and words")
            yield Static(id="notice", markup=False)
            yield CallTable()
        yield Footer()

    def on_mount(self) -> None:
        """The table has the focus while it fills."""
        self.table.focus()

    def on_screen_resume(self) -> None:
        """Anew, each time one comes here."""
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read the calls beside the screen."""
        with self.plainly():
            text = self.search.value
            self.rows, self.total = await to_thread(self._read, text)
            self.searched = text
            for said in self.desk.unnamed():
                self.tell(said)
        self.draw()

    def _counted(self) -> str:
        if self.total <= SHOWN:
            return figures.count(self.total, "call")
        return f"the first {SHOWN} shown of {'more' if self.search.value else figures.count(self.total, 'call')}"

    def _read(self, text: str) -> tuple[list[CallRow], int]:
        """The first calls in the order asked for, and how many there are; of a search only that there are more."""
        if not (store := self.desk.store):
            return [], 0
        rows = store.calls(text, SHOWN + 1, ORDERS[self.sorted_by])
        return rows[:SHOWN], len(rows) if text or len(rows) <= SHOWN else store.count()

    def draw(self) -> None:
        """The table in the order asked for, with the cursor on the call it was on."""
        self.table.show(self.rows, self.sorted_by)
        empty = f"Nothing has “{self.search.value}” in it. Press esc to see every call." if self.search.value else EMPTY
        self.notice.update(empty)
        self.set_class(not self.rows, "-empty")
        if not self.search.value and not self.search.has_focus:
            self.set_focus(self.table if self.rows else None)
        self.heading.right = Content.styled(self._counted(), "$foreground 60%")
        self.refresh_bindings()

    @property
    def lit(self) -> CallRow | None:
        """The call the cursor is on."""
        return next((row for row in self.rows if row.id == self.table.lit), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        if not self.is_mounted:
            return True
        row = self.lit
        allowed = {
            "transcript": row is not None,
            "resume": row is not None and row.outcome is None,
            "rescore": row is not None and row.outcome is not None,
            "delete": row is not None,
            "undo": bool(self.deleted),
            "search": self.focused is not self.search,
        }
        return allowed.get(action, True)

    @on(Input.Changed)
    def narrow(self) -> None:
        """Search as one types."""
        self.fill()

    @on(Input.Submitted)
    def to_table(self) -> None:
        """Enter in the search goes to what was found."""
        self.table.focus()

    @on(DataTable.RowHighlighted)
    def moved(self) -> None:
        """Another call, other keys."""
        self.refresh_bindings()

    @on(DataTable.RowSelected)
    def look(self) -> None:
        """Its card; a call without one is read."""
        if self.lit:
            self.post_message(CardWanted(self.lit.id) if self.lit.scored else TranscriptWanted(self.lit.id))

    def action_transcript(self) -> None:
        """Read it."""
        if self.lit:
            self.post_message(TranscriptWanted(self.lit.id))

    @on(DataTable.HeaderSelected)
    def sort_by(self, event: DataTable.HeaderSelected) -> None:
        """A click on a column sorts by it."""
        self.sorted_by = event.column_index
        self.fill()

    def action_sort(self) -> None:
        """By the next column."""
        self.sorted_by = (self.sorted_by + 1) % len(COLUMNS)
        self.fill()

    def action_search(self) -> None:
        """Type to search; at once, so that letters on the heels of the key are no commands."""
        self.set_focus(self.search)

    def action_leave_search(self) -> None:
        """Every call again."""
        self.search.value = ""
        self.table.focus()

    def action_back(self) -> None:
        """Out of the search, or out of here."""
        if self.search.value:
            self.action_leave_search()
        else:
            self.run_worker(self.app.run_action("app.lobby"))

    def action_resume(self) -> None:
        """Go on with it."""
        if self.lit:
            self.post_message(CallPicked(self.lit.id))

    @beside("change")
    async def action_rescore(self) -> None:
        """Score it again, and say what moved."""
        if row := self.lit:
            with self.plainly():
                before = await to_thread(kept.read, self.desk.shelf, row.id)
                after = await to_thread(kept.rescore, self.desk.shelf, row.id)
                self.fill()
                await self.app.push_screen_wait(RescoredScreen(before, after))

    @beside("change")
    async def action_delete(self) -> None:
        """Put it aside."""
        if (row := self.lit) and (store := self.desk.store):
            with self.plainly():
                await to_thread(store.delete, row.id)
                self.deleted.append(row.id)
                self.notify(f"The call with {row.name} is deleted; u brings it back.", markup=False)
                self.fill()

    @beside("change")
    async def action_undo(self) -> None:
        """Bring the last one back."""
        if self.deleted and (store := self.desk.store):
            with self.plainly():
                await to_thread(store.restore, self.deleted[-1])
                self.deleted.pop()
                self.fill()
