"""What can be done with a finished call, whether its card or its words are on the screen."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from roleplay.tui import contested, kept
from roleplay.tui.beside import beside
from roleplay.tui.messages import MomentWanted, TakesWanted
from roleplay.tui.page import Page

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept


class FinishedPage(Page):
    """A screen about a call that is over. `turn` is the turn its keys are about, 0 for none."""

    def __init__(self, desk: Desk, of: Kept) -> None:
        super().__init__()
        self.desk, self.kept = desk, of

    @property
    def turn(self) -> int:
        """The turn the rep is looking at."""
        return 0

    async def redraw(self) -> None:
        """Draw it again: what is kept of the call has changed."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        allowed = {
            "play": bool(self.turn) and self.kept.call.outcome is not None,
            "contest": bool(self.turn),
            "takes": bool(self.kept.takes),
        }
        return allowed.get(action, True)

    def action_play(self) -> None:
        """Play this moment again."""
        self.post_message(MomentWanted(self.kept, self.turn))

    def action_takes(self) -> None:
        """See the takes of this call."""
        self.post_message(TakesWanted(self.kept))

    @beside("dialog")
    async def action_contest(self) -> None:
        """Say what a message was meant to be; both readings are kept."""
        number = self.turn
        meant = await contested.ask(self.app, self.kept.call.turns[number - 1])
        if meant is None:
            return
        with self.plainly():
            await to_thread(lambda: kept.contest(self.desk.shelf, self.kept, number, meant))
            self.look_again()

    @beside("look")
    async def look_again(self) -> None:
        """What is kept of the call may have changed. A look begun before the change is dropped for the next one."""
        if self.desk.store is None:
            return
        with self.plainly():
            now = await to_thread(lambda: kept.read(self.desk.shelf, self.kept.call.id))
            if now != self.kept and now.cards:  # one that could not be kept stays as it was played
                self.kept = now
                await self.redraw()
            self.refresh_bindings()
