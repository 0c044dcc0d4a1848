"""The no journal: every no heard, to search, filter, mend, drill; and the week above it."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Static

from roleplay.model import Entry
from roleplay.tui.beside import beside
from roleplay.tui.entry_words import scope, week_line, whole
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.mending import Mending
from roleplay.tui.messages import JournalChanged, NoWanted
from roleplay.tui.widgets.excerpt import Excerpt
from roleplay.tui.widgets.filter import Filter
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.no_table import NoTable

if TYPE_CHECKING:
    from roleplay.practice.week import Week
    from roleplay.tui.desk import Desk

SHOWN = 60
"""Entries in the table; the rest is found by searching."""
EMPTY = (
    "No nos yet. Those of your calls come here by themselves, as soon as a call has ended. "
    "Press n to write down one you heard from a customer."
)


class JournalScreen(Mending):
    """Newest first."""

    CSS_PATH = "journal.tcss"
    HELP = (
        "Every genuine no you heard: those of calls here by themselves, those of customers as you write them down. "
        "A no counts for the week when you asked further about it: a label, a mirror, a summary, a how or what "
        "question. / searches everything in an entry; f narrows by what it is about, s to customers or practice. "
        "Changes and deletions can be taken back with u for 30 days."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "note", "journal.note", "new", "Write down a no you heard from a customer"),
        key("e", "edit", "journal.edit", "edit", "Change the entry: its words, what it is about, what came of it"),
        quiet("f", "about", "journal.about", "Only what is about one thing: the next"),
        quiet("s", "kind", "journal.kind", "Customers, practice, or both"),
        key("t", "patterns", "journal.patterns", "patterns", "What the journal shows: patterns over weeks"),
        key("slash", "search", "journal.search", "search", "Search everything in the entries", shown="/", first=True),
        key("d", "delete", "journal.delete", "delete", "Take the entry out; u brings it back"),
        quiet("space", "turn", "journal.turn", "The rest of an entry that is too long for its rows"),
        quiet("u", "undo", "journal.undo", "Take the last change or deletion back"),
        help_key("journal"),
        key("escape", "back", "journal.back", "back", "Clear the search, or back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    notice = getters.query_one("#notice", Static)
    detail = getters.query_one("#detail", Excerpt)
    week_line = getters.query_one("#week", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.to_light = 0
        self.entries: list[Entry] = []
        self.has_lit = True

    def compose(self) -> ComposeResult:
        """The week, the search, the table, and the lit entry whole."""
        yield Heading(Content.styled("No journal", "bold"))
        with Vertical():
            yield Static(id="week", markup=False)
            yield Filter("/ to search    f what it is about    s whose")
            yield Static(id="notice", markup=False)
            yield NoTable()
            yield Excerpt("space", id="detail")
        yield Footer()

    def on_mount(self) -> None:
        """The table has the focus while it fills."""
        self.table.focus()

    def on_screen_resume(self) -> None:
        """Anew, each time one comes here."""
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read what fits beside the screen."""
        with self.plainly():
            self.entries, count, week = await to_thread(self._read)
            self.draw(count, week)
            for said in self.desk.unnamed():
                self.tell(said)

    def _read(self) -> tuple[list[Entry], int, Week]:
        book, text = self.desk.ledger(), self.search.value
        found = book.store.journal.find(text, category=self.category, customers=self.customers, limit=SHOWN)
        count = len(found)
        if count == SHOWN or book.store.damaged:  # what is damaged takes the place of one that could be shown
            count = book.store.journal.count(text, category=self.category, customers=self.customers)
        return found, count, book.week()

    def draw(self, count: int, week: Week) -> None:
        """Table, counts, the week."""
        self.table.show(self.entries, self.to_light)
        self.to_light = 0
        self.notice.update("Nothing fits. Press esc to see everything." if self.narrowed else EMPTY)
        self.set_class(not self.entries, "-empty")
        said = scope(self.category, self.customers, count, len(self.entries))
        self.heading.right = Content.styled(said, "$foreground 60%")
        self.week_line.update(week_line(week))
        self.show_lit()

    @property
    def lit(self) -> Entry | None:
        """The entry the cursor is on."""
        return next((entry for entry in self.entries if entry.id == self.table.lit), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        if action == "search":
            return self.focused is not self.search
        return action not in ("edit", "delete") or self.has_lit

    @on(DataTable.RowHighlighted)
    def show_lit(self) -> None:
        """The entry whole, below the table."""
        lit = self.lit
        self.detail.show(whole(lit) if lit else Content())
        if self.has_lit != bool(lit):  # drawing the footer anew costs more than all the rest
            self.has_lit = bool(lit)
            self.refresh_bindings()

    def action_turn(self) -> None:
        """On to the rest of a long entry."""
        self.detail.turn()

    def changed(self, entry: int = 0) -> None:
        """Read again, the cursor on that entry: e and enter then mean what was just written."""
        self.to_light = entry
        self.fill()

    @on(JournalChanged)
    def noted(self, event: JournalChanged) -> None:
        """Something was written down; it is shown, whatever was looked for."""
        self.everything()
        self.changed(event.entry)

    @on(DataTable.RowSelected)
    def drill(self) -> None:
        """Practise it."""
        from roleplay.practice.journal import as_item

        if self.lit:
            self.post_message(NoWanted(as_item(self.lit)))

    def action_patterns(self) -> None:
        """What it all shows."""
        from roleplay.tui.patterns import PatternsScreen

        self.app.push_screen(PatternsScreen(self.desk))
