"""The list of prospects."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import ListView

from roleplay.tui.keys import key, quiet
from roleplay.tui.widgets.card import ProspectCard


class CardList(ListView):
    """A list whose keys are in the footer and the help, and which can be narrowed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select_cursor", "cards.enter", "call", "Read the brief, and call"),
        quiet("up", "cursor_up", "cards.up", "Up the list"),
        quiet("down", "cursor_down", "cards.down", "Down the list"),
    ]

    @property
    def lit(self) -> ProspectCard | None:
        """The card the cursor is on."""
        card = self.highlighted_child
        return card if isinstance(card, ProspectCard) and card.display else None

    async def fill(self, cards: list[ProspectCard]) -> None:
        """Show these, keeping the lit one lit."""
        lit = self.lit.face.id if self.lit else ""
        ids = [card.face.id for card in cards]
        if len(self):
            await self.clear()
        await self.extend(cards)
        self.index = ids.index(lit) if lit in ids else (0 if ids else None)

    def narrow(self, text: str) -> int:
        """Show only the cards that match, and light one of them; how many there are."""
        cards = [card for card in self.children if isinstance(card, ProspectCard)]
        for card in cards:
            card.display = card.face.matches(text)
            card.disabled = not card.display
        shown = [index for index, card in enumerate(cards) if card.display]
        if self.index not in shown:
            self.index = shown[0] if shown else None
        return len(shown)
