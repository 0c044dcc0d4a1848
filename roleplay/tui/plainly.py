"""How app and screens say what went wrong: in words, where the rep looks, for as long as it takes to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from roleplay.errors import RoleplayError

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen


class Plainly:
    """An app or a screen that can say so."""

    def tell(self, error: RoleplayError | str) -> None:
        """A problem in words; nothing where there is none."""
        if str(error):
            cast("App[None] | Screen[None]", self).notify(str(error), severity="error", timeout=8, markup=False)

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """What is done in here may fail; then the rest of it is left out, and a word said why."""
        try:
            yield
        except RoleplayError as error:
            self.tell(error)
