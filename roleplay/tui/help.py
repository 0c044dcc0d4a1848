"""Help for the screen one is on: a paragraph, and every key that works there now."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from roleplay.tui.keys import quiet
from roleplay.tui.widgets.rows import Rows

GENERAL = {"ctrl+p": "Search all commands", "ctrl+q": "Leave at once; an open call can be resumed"}
"""Keys of Textual's own that are worth knowing."""


class HelpScreen(ModalScreen[None]):
    """Over the screen it explains."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("escape,f1,question_mark,q,enter", "dismiss", "help.close", "Back to where you were"),
    ]

    def __init__(self, about: str, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self.about, self.keys = about, keys

    @classmethod
    def of(cls, screen: Screen[Any]) -> HelpScreen:
        """Help for a screen, from its own words and the keys that work there now."""
        return cls(screen.HELP or "", keys_of(screen))

    def compose(self) -> ComposeResult:
        """The paragraph, then the keys."""
        rows = [(Content.styled(key, "bold $accent"), does) for key, does in self.keys]
        with VerticalScroll(classes="box"):
            yield Static(self.about, classes="about", markup=False)
            yield Rows(rows, gutter=max(len(key) for key, _ in self.keys) + 3)
            yield Static(
                Content.assemble(("esc", "bold $accent"), " back to where you were"), classes="keys", markup=False
            )


def keys_of(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Each key that does something now, with what it does: first those of the footer; keys of one action together."""
    found: dict[tuple[object, str], tuple[list[str], str, bool]] = {}
    for key, (node, binding, enabled, _tooltip) in screen.active_bindings.items():
        does = GENERAL.get(key) or (binding.tooltip if binding.id else "")
        if enabled and does:
            keys, _, _ = found.setdefault((node, binding.action), ([], does, binding.show))
            shown = binding.key_display or screen.app.get_key_display(binding)
            if shown not in keys:
                keys.append(shown)
    entries = sorted(found.values(), key=lambda entry: not entry[2])
    return [(" ".join(keys), does) for keys, does, _ in entries]
