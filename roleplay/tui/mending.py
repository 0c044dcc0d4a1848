"""What can be done to the entries of the journal: note, change, take out, take back."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from roleplay.errors import StoreError
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
                self.say(said(await to_thread(keep, self.desk, entry)))
            except StoreError as error:  # what was typed is there again
                self.tell(error)
                continue
            self.changed(entry.id)
            return

    @beside("change")
    async def action_delete(self) -> None:
        """Take it out."""
        if lit := self.lit:
            book = self.desk.ledger()
            with self.plainly():
                await to_thread(book.store.journal.delete, [lit.id], book.now)
                self.changed()
                self.say("The entry is out; u brings it back.")

    @beside("change")
    async def action_undo(self) -> None:
        """Take the last change back."""
        with self.plainly():
            entry = await to_thread(self.desk.ledger().store.journal.undo)
            self.changed(entry.id if entry else 0)
            self.say("Back as it was." if entry else "There is nothing to take back.")

    def say(self, words: str) -> None:
        """What was done, in the place of what was said before: a few quick changes are no pile of messages."""
        self.app.clear_notifications()
        self.notify(words, markup=False)
