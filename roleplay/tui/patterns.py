"""What the journal shows: sentences first, then the picture behind them."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay.practice.words import category
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.practice.patterns import FollowUp, Patterns
    from roleplay.tui.desk import Desk

NAME, CELL, BAR = 14, 4, 20
"""Columns for a name, for a week, and for a whole bar."""


class PatternsScreen(Page):
    """Over the journal."""

    CSS_PATH = "progress.tcss"
    HELP = (
        "What your nos have in common: which you meet, which follow-ups of yours opened or closed them, what stood "
        "behind them (known only from calls here), and which you handle worst. Customers and practice count together."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        help_key("patterns"),
        key("escape", "app.pop_screen", "patterns.back", "back", "Back to the journal"),
    ]

    page = getters.query_one("#page", Vertical)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """One page."""
        yield Heading(Content.styled("Patterns in your nos", "bold"))
        with VerticalScroll():
            yield Vertical(Static(id="said", markup=False), Static(id="drawn", markup=False), id="page")
        yield Footer()

    def on_mount(self) -> None:
        """It can be scrolled at once."""
        self.query_one(VerticalScroll).focus()
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read beside the screen."""
        from roleplay.practice.pattern_words import sentences

        with self.plainly():
            found = await to_thread(lambda: self.desk.ledger().patterns())
            self.query_one("#said", Static).update("\n".join(sentences(found)))
            self.query_one("#drawn", Static).update(_drawn(found))


def _drawn(found: Patterns) -> Content:
    """Two charts in plain characters: categories by week with their numbers, and what follow-ups did."""
    rows: list[Content] = []
    if found.rows:
        span = f"from {found.first:%d %b} to this week" if len(found.rows[0].weeks) > 1 else "so far this week only"
        rows.append(Content.styled(f"Nos by week, {span}", "bold"))
        for row in found.rows:
            cells = "".join(f"{count or '·':>{CELL}}" for count in row.weeks)
            rows.append(
                Content.assemble(
                    f"{category(row.category):<{NAME}}", cells, (f"{row.total:>6}", "bold"),
                    (f"  {row.customers} from customers", "$foreground 60%"),
                )
            )  # fmt: skip
    followed = {item.move: item for item in (*found.openers, *found.closers)}
    if followed:
        rows += [Content(""), Content.styled("What you said next: opened, then closed, of the times used", "bold")]
        rows += [_bar(item) for item in sorted(followed.values(), key=lambda item: -item.opened / item.used)]
    return Content("\n").join(rows)


def _bar(item: FollowUp) -> Content:
    full, shut = (round(count / item.used * BAR) for count in (item.opened, item.closed))
    shut = min(shut, BAR - full)
    return Content.assemble(
        f"{item.move:<27}", ("━" * full, "$accent"), ("×" * shut, "$foreground 60%"), "·" * (BAR - full - shut),
        f"  {item.opened} opened, {item.closed} closed of {item.used}",
    )  # fmt: skip
