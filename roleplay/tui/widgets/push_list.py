"""The list of pushes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from roleplay.tui.keys import key, quiet
from roleplay.tui.widgets.lit import LitOptions


class PushList(LitOptions):
    """Options whose keys are in the footer and the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "push.enter", "flip it", "Practise: turn this line into a question no can answer"),
        quiet("up", "cursor_up", "push.up", "Up the list"),
        quiet("down", "cursor_down", "push.down", "Down the list"),
    ]
