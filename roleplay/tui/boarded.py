"""What stands around the prospects in the lobby: read from the store beside the screen, then drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters
from textual.widgets import Static

from roleplay.errors import StoreError
from roleplay.tui.beside import beside
from roleplay.tui.page import Page
from roleplay.tui.widgets.card import Played, ProspectCard
from roleplay.tui.widgets.strip import Strip

if TYPE_CHECKING:
    from roleplay.tui.board import Board
    from roleplay.tui.desk import Desk
    from roleplay.tui.glance import Glance


class Boarded(Page):
    """A screen with a side column, or a strip on top, and scores on the prospects' cards. `board` is None till read."""

    aside = getters.query_one("#aside", Static)
    strip = getters.query_one(Strip)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.board: Board | None = None

    @beside("board")
    async def show_board(self) -> None:
        """What stands in the store at once; then the calls nobody has read yet, a few at a time, while one is here."""
        from asyncio import to_thread

        from roleplay.tui.board import Board, learn

        store = self.desk.store
        try:
            await self.look()
            while store and self.board and self.board.unread and self.is_current:
                read = await to_thread(learn, store, self.desk.personas)
                await self.look(learnt=not read)
        except StoreError as error:
            self.draw_board(Board())
            self.tell(error)

    async def look(self, *, learnt: bool = False) -> None:
        """Read the store beside the screen, then draw the side column and the scores."""
        from asyncio import to_thread

        from roleplay.tui.board import Board, read

        stored = self.desk.store is not None
        ledger, personas = self.desk.ledger, self.desk.personas
        self.draw_board(await to_thread(lambda: read(ledger(), personas, learnt=learnt)) if stored else Board())

    def draw_board(self, board: Board) -> None:
        """The side column, the scores, and the keys that are there now."""
        from roleplay.tui.widgets.aside import aside

        self.board = board
        self.desk.played = board.levels or {}
        self.aside.update(aside(board))
        self.strip.show(board)
        self.redraw()
        self.narrow()
        self.refresh_bindings()

    def narrow(self) -> None:
        """Show who matches, and what is to be said above them."""
        raise NotImplementedError

    def redraw(self) -> None:
        """The cards again, with the levels and scores of now."""
        for card in self.query(ProspectCard):
            card.show(self.desk.level(card.face), self.score(card.face))

    def score(self, face: Glance) -> Played | None:
        """How it went with them so far; None until the store has been read."""
        return Played(self.board.score(face.id, self.desk.level(face))) if self.board else None
