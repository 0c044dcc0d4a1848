"""A text to be read aloud, selected and copied: plain lines, no colour, no columns."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import TextArea

from roleplay.inert import inert
from roleplay.tui.keys import key, quiet
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading


class PlainScreen(Screen[None]):
    """The cursor walks through it; shift and the arrows select, ctrl+c copies."""

    CSS_PATH = "plain.tcss"
    HELP = (
        "The whole card as plain text. Move with the arrows, select with shift, copy with ctrl+c; ctrl+a selects all."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("ctrl+a", "all", "plain.all", "Select all", first=True),
        key("ctrl+c", "copy", "plain.copy", "copy", "Copy what is selected, or all of it", first=True),
        key("f1", "app.help", "plain.help", "help", "What you can do here"),
        key("escape,v", "app.pop_screen", "plain.back", "back", "Back to the card", first=True, shown="esc"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = inert(text)

    def compose(self) -> ComposeResult:
        """The text."""
        yield Heading(Content.styled("The card as plain text", "bold"))
        yield TextArea(self.text, read_only=True, compact=True, soft_wrap=True)
        yield Footer()

    def on_mount(self) -> None:
        """It can be read at once."""
        self.query_one(TextArea).focus()

    def action_all(self) -> None:
        """Select all."""
        self.query_one(TextArea).select_all()

    def action_copy(self) -> None:
        """Copy what is selected, or all of it."""
        self.app.copy_to_clipboard(self.query_one(TextArea).selected_text or self.text)
        self.notify("Copied.", markup=False)
