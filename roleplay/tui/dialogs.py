"""Small questions over a screen: ask one thing, or pick from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roleplay.tui.keys import quiet


@dataclass(frozen=True)
class Choice:
    """An answer: the keys that give it (the first is shown), what it does, and what `Ask` returns for it."""

    keys: tuple[str, ...]
    words: str
    value: str


class Ask(ModalScreen[str | None]):
    """One question, a key for each answer; esc is None."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [quiet("escape", "dismiss(None)", "ask.stay", "Stay here")]

    def __init__(self, question: str, *choices: Choice, stay: str = "stay") -> None:
        super().__init__()
        self.question, self.choices, self.stay = question, choices, stay

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        keys = [(choice.keys[0], choice.words) for choice in self.choices] + [("esc", self.stay)]
        row = Content("   ").join([Content.assemble((key, "bold $accent"), " ", does) for key, does in keys])
        with Vertical(classes="box"):
            yield Static(Content.styled(self.question, "bold"), classes="title", markup=False)
            yield Static(row, markup=False)

    def on_key(self, event: events.Key) -> None:
        """A key that is an answer gives it."""
        for choice in self.choices:
            if event.key in choice.keys:
                event.stop()
                self.dismiss(choice.value)


class Pick(ModalScreen[int | None]):
    """One of a list; esc is None."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [quiet("escape", "dismiss(None)", "pick.back", "Back, nothing changed")]

    def __init__(self, title: str, options: Sequence[Content], *, lit: int = 0, help: str = "") -> None:
        super().__init__()
        self.title_line, self.options, self.lit, self.help = title, options, lit, help

    def compose(self) -> ComposeResult:
        """The list under its title."""
        with Vertical(classes="box -list"):
            yield Static(Content.styled(self.title_line, "bold"), classes="title", markup=False)
            if self.help:
                yield Static(Content.styled(self.help, "$foreground 60%"), classes="title", markup=False)
            yield OptionList(*(Option(option) for option in self.options), markup=False)
            yield Static(
                Content.assemble(("enter", "bold $accent"), " choose    ", ("esc", "bold $accent"), " back"),
                classes="keys", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Light the likeliest."""
        self.query_one(OptionList).highlighted = self.lit

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Give back its place in the list."""
        self.dismiss(event.option_index)
