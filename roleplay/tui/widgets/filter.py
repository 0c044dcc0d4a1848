"""A one-line search box."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from roleplay.tui.keys import key, quiet

PLAIN = r"[^\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*"
"""What may be typed: no control characters, direction overrides or lone surrogates."""


class Filter(Input):
    """Down goes to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "screen.leave_search", "filter.leave", "everything", "Out of the search; everything is back"),
        key("enter", "submit", "filter.enter", "take it", "Go on with what was found"),
        quiet("down", "screen.focus_next", "filter.down", "Go to what was found"),
    ]

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, restrict=PLAIN, compact=True, max_length=80, select_on_focus=False)
