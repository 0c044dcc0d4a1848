"""The no journal: every no heard, to search, filter, mend, drill; and the week above it."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from roleplay.errors import RoleplayError
from roleplay.inert import one_line
from roleplay.model import Category, Entry
from roleplay.practice.words import MEANINGS, SOURCES, came, category, counts_for
from roleplay.tui import figures
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.messages import JournalChanged, NoWanted
from roleplay.tui.page import Page
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
CATEGORIES: tuple[Category | None, ...] = (None, *Category)
KINDS: dict[bool | None, str] = {None: "all", True: "customers", False: "practice"}


class JournalScreen(Page):
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
        key("slash", "search", "journal.search", "search", "Search everything in the entries", shown="/"),
        key("d", "delete", "journal.delete", "delete", "Take the entry out; u brings it back"),
        quiet("u", "undo", "journal.undo", "Take the last change or deletion back"),
        help_key("journal"),
        key("escape", "back", "journal.back", "back", "Clear the search, or back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    search = getters.query_one(Filter)
    table = getters.query_one(NoTable)
    notice = getters.query_one("#notice", Static)
    detail = getters.query_one("#detail", Static)
    week_line = getters.query_one("#week", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.entries: list[Entry] = []
        self.category: Category | None = None
        self.customers: bool | None = None
        self.has_lit = True

    def compose(self) -> ComposeResult:
        """The week, the search, the table, and the lit entry whole."""
        yield Heading(Content.styled("No journal", "bold"))
        with Vertical():
            yield Static(id="week", markup=False)
            yield Filter("/ to search    f what it is about    s whose")
            yield Static(id="notice", markup=False)
            yield NoTable()
            yield Static(id="detail", markup=False)
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

    def _read(self) -> tuple[list[Entry], int, Week]:
        book, text = self.desk.ledger(), self.search.value
        found = book.store.journal.find(text, category=self.category, customers=self.customers, limit=SHOWN)
        count = len(found)
        if count == SHOWN:
            count = book.store.journal.count(text, category=self.category, customers=self.customers)
        return found, count, book.week()

    def draw(self, count: int, week: Week) -> None:
        """Table, counts, the week."""
        from roleplay.practice.week_words import marks, remark, standing

        self.table.show(self.entries)
        narrowed = bool(self.search.value or self.category or self.customers is not None)
        self.notice.update("Nothing fits. Press esc to see everything." if narrowed else EMPTY)
        self.set_class(not self.entries, "-empty")
        older = f", the newest {SHOWN} shown" if count > len(self.entries) else ""
        about = category(self.category) if self.category else "everything"
        right = f"{KINDS[self.customers]} · {about} · {figures.count(count, 'no')}{older}"
        self.heading.right = Content.styled(right, "$foreground 60%")
        self.week_line.update(
            Content.assemble(
                "This week  ", (marks(week.customers, week.goal), "bold"), f"  {standing(week.customers, week.goal)}",
                (f"  {remark(week)}", "$foreground 60%"),
            )
        )  # fmt: skip
        self.show_lit()

    @property
    def lit(self) -> Entry | None:
        """The entry the cursor is on."""
        return next((entry for entry in self.entries if entry.id == self.table.lit), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        return action not in ("edit", "delete") or self.has_lit

    @on(DataTable.RowHighlighted)
    def show_lit(self) -> None:
        """The entry whole, below the table."""
        lit = self.lit
        self.detail.update(_whole(lit) if lit else "")
        if self.has_lit != bool(lit):  # drawing the footer anew costs more than all the rest
            self.has_lit = bool(lit)
            self.refresh_bindings()

    @on(Input.Changed)
    @on(JournalChanged)
    def narrow(self) -> None:
        """Search as one types; and again when something was written down."""
        self.fill()

    @on(Input.Submitted)
    def to_table(self) -> None:
        """Enter in the search goes to what was found."""
        self.table.focus()

    @on(DataTable.RowSelected)
    def drill(self) -> None:
        """Practise it."""
        from roleplay.practice.journal import as_item

        if self.lit:
            self.post_message(NoWanted(as_item(self.lit)))

    def action_search(self) -> None:
        """Type to search."""
        self.search.focus()

    def action_leave_search(self) -> None:
        """Everything again."""
        self.search.value = ""
        self.table.focus()

    def action_back(self) -> None:
        """Out of what narrows the list, or out of here."""
        if self.search.value or self.category or self.customers is not None:
            self.category = self.customers = None
            self.action_leave_search()
            self.fill()
        else:
            self.run_worker(self.app.run_action("app.lobby"))

    def action_about(self) -> None:
        """The next thing a no can be about."""
        self.category = CATEGORIES[(CATEGORIES.index(self.category) + 1) % len(CATEGORIES)]
        self.fill()

    def action_kind(self) -> None:
        """Both, customers, practice."""
        kinds = list(KINDS)
        self.customers = kinds[(kinds.index(self.customers) + 1) % len(kinds)]
        self.fill()

    def action_note(self) -> None:
        """A new one."""
        self.run_worker(self.app.run_action("app.note"))

    def action_patterns(self) -> None:
        """What it all shows."""
        from roleplay.tui.patterns import PatternsScreen

        self.app.push_screen(PatternsScreen(self.desk))

    @beside("change")
    async def action_edit(self) -> None:
        """Mend the entry in the form it was written in."""
        from roleplay.tui.no_form import NoForm, keep, said

        if (lit := self.lit) and (entry := await self.app.push_screen_wait(NoForm(self.desk.now(), lit))):
            with self.plainly():
                self.notify(said(await to_thread(keep, self.desk, entry)), markup=False)
            self.fill()

    def action_delete(self) -> None:
        """Take it out."""
        if lit := self.lit:
            book = self.desk.ledger()
            self._change(lambda: book.store.journal.delete(lit.id, book.now), "The entry is out; u brings it back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self._undo, "Back as it was.")

    def _undo(self) -> None:
        if self.desk.ledger().store.journal.undo() is None:
            raise RoleplayError("There is nothing to take back.")

    @beside("change")
    async def _change(self, act: Callable[[], None], done: str) -> None:
        with self.plainly():
            await to_thread(act)
            self.notify(done, markup=False)
            self.fill()


def _whole(entry: Entry) -> Content:
    quiet = "$foreground 60%"
    who = f"{one_line(entry.who)}, {SOURCES[entry.source]}" if entry.who else SOURCES[entry.source]
    rows = [Content.assemble((f"{who}  ", quiet), (f"“{one_line(entry.text)}”", "bold"))]
    if entry.reply:
        counts = f", {counts_for(entry)}" if entry.deeper else ""
        rows.append(
            Content.assemble(("you  ", quiet), f"“{one_line(entry.reply)}”", (f"  {entry.move}{counts}", quiet))
        )
    if what := came(entry):
        rows.append(Content.assemble(("came of it  ", quiet), one_line(what)))
    if entry.behind:
        rows.append(Content.assemble(("behind it  ", quiet), f"“{one_line(entry.behind)}”"))
    elif entry.meaning:
        rows.append(Content.assemble(("behind it  ", quiet), MEANINGS[entry.meaning]))
    return Content("\n").join(rows)
