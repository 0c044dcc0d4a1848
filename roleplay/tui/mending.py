"""What can be done to the entries of the journal: note, change, take out, take back."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from roleplay.errors import RoleplayError, StoreError
from roleplay.tui.beside import beside
from roleplay.tui.narrowing import Narrowing

if TYPE_CHECKING:
    from roleplay.model import Entry


class Mending(Narrowing):
    """A screen with an entry that is `lit`; it shows what changed when it is told."""

    @property
    def lit(self) -> Entry | None:
        """The entry the cursor is on."""
        raise NotImplementedError

    def changed(self, entry: int = 0) -> None:
        """The journal is another now; the cursor goes to that entry, where one is named."""
        raise NotImplementedError

    def action_note(self) -> None:
        """A new one."""
        self.run_worker(self.app.run_action("app.note"))

    @beside("change")
    async def action_edit(self) -> None:
        """Mend the entry in the form it was written in."""
        from roleplay.tui.no_form import NoForm, keep, said

        entry = self.lit
        while entry and (entry := await self.app.push_screen_wait(NoForm(self.desk.now(), entry))):
            try:
                self.notify(said(await to_thread(keep, self.desk, entry)), markup=False)
            except StoreError as error:  # what was typed is there again
                self.tell(error)
                continue
            self.changed(entry.id)
            return

    def action_delete(self) -> None:
        """Take it out."""
        if lit := self.lit:
            book = self.desk.ledger()
            self._change(lambda: book.store.journal.delete(lit.id, book.now), "The entry is out; u brings it back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self._undo, "Back as it was.")

    def _undo(self) -> None:
        if self.desk.ledger().store.journal.undo() is None:
            raise RoleplayError("There is nothing to take back.")

    @beside("change")
    async def _change(self, act: Callable[[], None], done: str) -> None:
        with self.plainly():
            await to_thread(act)
            self.notify(done, markup=False)
            self.changed()
