"""A call scored again: what moved, dimension by dimension, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from roleplay.tui import figures
from roleplay.tui.keys import quiet
from roleplay.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from roleplay.tui.kept import Kept


class RescoredScreen(ModalScreen[None]):
    """Over the list of calls."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [quiet("escape,enter,k", "dismiss", "rescored.close", "Back to your calls")]

    def __init__(self, before: Kept, after: Kept) -> None:
        super().__init__()
        self.before, self.after = before, after

    def compose(self) -> ComposeResult:
        """The totals, the dimensions that moved, and where the old card is."""
        keys = Content.assemble(("esc", "bold $accent"), " back to your calls")
        with VerticalScroll(classes="box"):
            yield Static(
                Content.styled(f"Scored again: {self.after.persona.name}", "bold"), classes="about", markup=False
            )
            yield Static(self._totals(), classes="about", markup=False)
            yield Rows(self._moved(), gutter=17)
            yield Static(keys, classes="keys", markup=False)

    def _totals(self) -> str:
        old, new = self.before.card, self.after.card
        assert new is not None
        if old is None:
            return f"It had no card; now it stands at {figures.points(new.total)} by rubric {new.rubric}."
        was, now = figures.points(old.total), figures.points(new.total)
        if old == new:
            return f"Nothing moved: {now} as before, by rubric {new.rubric}."
        kept = "The old card is kept: enter on the call, then o."
        return f"{was} by rubric {old.rubric}, now {now} by rubric {new.rubric}. {kept}"

    def _moved(self) -> list[tuple[Content, Content]]:
        from roleplay import coach

        if self.before.card is None or self.after.card is None:
            return []
        return [
            (Content.styled(item.name, "bold"), Content(f"{item.way}, {item.scores}: {item.now}"))
            for item in coach.differences(self.before.card, self.after.card)
        ]
