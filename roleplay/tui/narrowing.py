"""What is looked for in the journal: words, what a no is about, whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.widgets import Input

from roleplay.model import Category
from roleplay.tui.entry_words import KINDS
from roleplay.tui.page import Page
from roleplay.tui.widgets.filter import Filter
from roleplay.tui.widgets.no_table import NoTable

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk

CATEGORIES: tuple[Category | None, ...] = (None, *Category)


class Narrowing(Page):
    """A screen with a search and a table, which `fill` reads anew; `customers` is None for everybody's nos."""

    search = getters.query_one(Filter)
    table = getters.query_one(NoTable)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.category: Category | None = None
        self.customers: bool | None = None

    def fill(self) -> object:
        """Read what is looked for, beside the screen."""
        raise NotImplementedError

    @on(Input.Changed)
    def narrow(self) -> None:
        """Search as one types."""
        self.fill()

    @on(Input.Submitted)
    def to_table(self) -> None:
        """Enter in the search goes to what was found."""
        self.table.focus()

    @property
    def narrowed(self) -> bool:
        """Whether not everything is shown."""
        return bool(self.search.value or self.category or self.customers is not None)

    def everything(self) -> None:
        """Show all there is, the next time."""
        self.category = self.customers = None
        self.action_leave_search()

    def action_search(self) -> None:
        """Type to search; at once, so that letters on the heels of the key are no commands."""
        self.set_focus(self.search)

    def action_leave_search(self) -> None:
        """Everything again."""
        self.search.value = ""
        self.table.focus()

    def action_back(self) -> None:
        """Out of what narrows the list, or out of here."""
        if self.narrowed:
            self.everything()
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
