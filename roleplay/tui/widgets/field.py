"""A one-line field of a form."""

from __future__ import annotations

from textual.widgets import Input

from roleplay.tui.widgets.filter import PLAIN


class Field(Input):
    """Holds plain text only: what is pasted here goes into a settings file."""

    def __init__(self, value: str, hint: str, *, id: str, password: bool = False) -> None:
        super().__init__(
            value, hint, password=password, restrict=PLAIN, max_length=400, compact=True, id=id, select_on_focus=False
        )
