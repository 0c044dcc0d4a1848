"""Fields to be filled in over a screen: what every such form shares."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import on
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from roleplay.tui.widgets.field import Field

Kept = TypeVar("Kept")


class Form(ModalScreen[Kept | None]):
    """Tab goes between the fields, enter keeps and escape does not. Gives back what `made` makes of it, or None."""

    CSS_PATH = "form.tcss"
    KEYS: ClassVar[tuple[tuple[str, str], ...]]
    """The keys at its foot, and what they do."""

    def made(self) -> Kept | None:
        """What the fields say; None, once `missing` was called, where something is not there."""
        raise NotImplementedError

    def missing(self, words: str, field: Field) -> None:
        """Say what is not there yet, and put the cursor where it goes."""
        self.notify(words, severity="warning", markup=False)
        field.focus()

    def foot(self) -> Static:
        """The row of keys."""
        row = Content("   ").join([Content.assemble((key, "bold $accent"), " ", does) for key, does in self.KEYS])
        return Static(row, classes="keys", markup=False)

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Enter in a field: keep it, once every field has what was typed into it."""
        self.call_after_refresh(self.action_keep)

    def action_keep(self) -> None:
        """Give back what was made."""
        if (kept := self.made()) is not None:
            self.dismiss(kept)
