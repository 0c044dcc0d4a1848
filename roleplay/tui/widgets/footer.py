"""The one line at the bottom of every screen: the keys that do something now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

LAST = 2
"""Keys at the end that always stay: help, and the way out."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the line shows it: the key to press, how it is written, a word for what it does, and a sentence."""

    key: str
    shown: str
    words: str
    tip: str

    @property
    def width(self) -> int:
        """Columns it takes."""
        return Content(f" {self.shown} {self.words} ").cell_length


class Footer(Widget):
    """Keys, drawn as one line; Textual's footer makes a widget of each anew whenever one changes, and keeps the old.

    Where the room is short, whole keys before the last two are left out, for help has them all.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--words"}

    keys: reactive[tuple[Key, ...]] = reactive(())

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self.changed)

    def on_unmount(self) -> None:
        """Follow them no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def changed(self, screen: Screen[object]) -> None:
        """Look at them once the screen stands; while the terminal is not looked at nothing has the focus."""
        if screen.app.app_focus and self.is_attached:
            self.call_after_refresh(self.look)

    def look(self) -> None:
        """The keys of now, one for each action; drawn anew only if they are others."""
        if not self.is_attached:
            return
        first: dict[str, Key] = {}
        for _, binding, enabled, tip in self.screen.active_bindings.values():
            if binding.show and enabled:
                shown = self.app.get_key_display(binding)
                first.setdefault(binding.action, Key(binding.key, shown, binding.description, tip))
        self.keys = tuple(first.values())

    @property
    def drawn(self) -> tuple[Key, ...]:
        """Those there is room for."""
        return fitting(self.keys, self.content_size.width)

    def render(self) -> Content:
        """All of them in a row."""
        key, words = (self.get_visual_style(name) for name in ("footer--key", "footer--words"))
        pairs = [((f" {each.shown} ", key), (f"{each.words} ", words)) for each in self.drawn]
        return Content.assemble(*(part for pair in pairs for part in pair))

    def under(self, x: int) -> Key | None:
        """The key drawn at a column of the line."""
        at = self.gutter.left
        for each in self.drawn:
            if at <= x < at + each.width:
                return each
            at += each.width
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What a key does is told where the pointer rests."""
        under = self.under(event.x)
        self.tooltip = under.tip if under else None

    def on_click(self, event: events.Click) -> None:
        """A click is the key."""
        if under := self.under(event.x):
            self.app.simulate_key(under.key)


def fitting(keys: Sequence[Key], room: int) -> tuple[Key, ...]:
    """The keys that fit into so many columns: the last two, and before them as many as there is room for."""
    head, tail = list(keys[:-LAST]), keys[-LAST:]
    while head and sum(each.width for each in (*head, *tail)) > room:
        head.pop()
    return (*head, *tail)
