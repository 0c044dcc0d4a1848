"""Which screen follows which, around a call: brief, call, guess, debrief; and a finished call looked at again."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from roleplay.errors import CallGone, StoreError
from roleplay.tui import messages
from roleplay.tui.frame import Frame

if TYPE_CHECKING:
    from roleplay.model import Guess
    from roleplay.session import Session


class Flow(Frame):
    """Screens report what happened, and here is what comes of it. They load when first shown."""

    @on(messages.ProspectChosen)
    def chosen(self, event: messages.ProspectChosen) -> None:
        """A prospect was picked."""
        self.brief(event.persona_id)

    @on(messages.NextWanted)
    def next_wanted(self, event: messages.NextWanted) -> None:
        """On to the next prospect."""
        self.brief(self.desk.after(event.persona_id).id)

    @work(exclusive=True, group="flow")
    async def brief(self, persona_id: str) -> None:
        """The brief, once everything is loaded."""
        await self.prepared()
        from roleplay.tui.brief import BriefScreen

        if persona := self.desk.persona(persona_id):
            self.show(BriefScreen(self.desk, persona))

    @on(messages.BriefRead)
    def dial(self, event: messages.BriefRead) -> None:
        """The call begins; whoever calls needs no welcome any more."""
        if not self.desk.settings.welcomed:
            self.lobby.action_dismiss_welcome()
        self.open_call(lambda: self.desk.start(event.persona, event.level, event.mode))

    @on(messages.BlindWanted)
    @work(exclusive=True, group="flow")
    async def dial_blind(self, event: messages.BlindWanted) -> None:
        """The blind call: at the level that suits, in exam mode; of the brief only what one sells and asks for."""
        from roleplay.model import Mode
        from roleplay.tui.dialogs import Ask, Choice

        if (found := self.desk.persona(event.persona_id)) is None:
            return
        question = (
            f"The blind call: {found.name}, {found.role}, {found.company}. No brief, no help.\n\n"
            f"You sell: {found.offer.what}.\nThe step you ask for: {found.offer.step}."
        )
        if await self.push_screen_wait(Ask(question, Choice(("enter",), "call", "call"), stay="not now")):
            self.open_call(lambda: self.desk.start(found, event.level or self.desk.suited(found), Mode.EXAM))

    @on(messages.CallPicked)
    def pick_up(self, event: messages.CallPicked) -> None:
        """An unfinished call goes on."""
        self.open_call(lambda: self.desk.resume(event.call_id))

    @work(exclusive=True, group="flow")
    async def open_call(self, make: Callable[[], Session]) -> None:
        """Make the session beside the screen, then show it."""
        await self.prepared()
        from roleplay.tui.call import CallScreen

        with self.plainly():
            session = await to_thread(make)
            self.show(CallScreen(self.desk, session))

    @on(messages.CallOver)
    def predict(self, event: messages.CallOver) -> None:
        """The call has ended: first the rep's own guess, where there is something to guess."""
        from roleplay.tui.predict import PredictScreen

        if len(event.session.call.turns) > 1 and self.desk.settings.predict:
            self.show(PredictScreen(event.session))
        else:
            self.debrief(event.session, None)

    @on(messages.Guessed)
    def guessed(self, event: messages.Guessed) -> None:
        """Then the card; whoever would rather not be asked again is not."""
        if not event.ask:
            self.tell(self.desk.change(predict=False))
        self.debrief(event.session, event.guess)

    @work(exclusive=True, group="flow")
    async def debrief(self, session: Session, guess: Guess | None) -> None:
        """Score the call, keep the card, show it."""
        from roleplay.tui.debrief import DebriefScreen

        with self.plainly():
            try:
                kept = await to_thread(self.desk.score, session.call, session.persona, guess)
            except CallGone:
                if not await self.brought_back(session.call.id):
                    return
                kept = await to_thread(self.desk.score, session.call, session.persona, guess)
            except StoreError as error:  # what was said is not lost on whoever said it
                self.tell(error)
                kept = await to_thread(self.desk.unkept, session.call, session.persona, guess)
            self.show(DebriefScreen(self.desk, kept))

    async def brought_back(self, call_id: str) -> bool:
        """Offer to bring a call back that was deleted elsewhere while it was open here; else on to the lobby."""
        from roleplay.tui.dialogs import Ask, Choice

        back = Choice(("enter", "r"), "bring it back and score it", "back")
        question = "This call was deleted elsewhere while it was open here."
        answer = await self.push_screen_wait(Ask(question, back, stay="to the lobby"))
        if answer == "back":
            try:
                await to_thread(self.desk.shelf.restore, call_id)
            except StoreError:  # forgotten for good by now
                self.tell("The call is gone for good, so there is nothing to score.")
            else:
                return True
        await self.run_action("lobby")
        return False

    @on(messages.CardWanted)
    @work(exclusive=True, group="flow")
    async def open_card(self, event: messages.CardWanted) -> None:
        """A finished call's card; it opens over the screen it was asked from."""
        from roleplay.tui.debrief import DebriefScreen
        from roleplay.tui.kept import read

        with self.plainly():
            kept = await to_thread(read, self.desk.shelf, event.call_id)
            if kept.card is None:
                raise StoreError(self.desk.shelf.damaged.get(event.call_id, "this call has no card; k makes one."))
            self.push_screen(DebriefScreen(self.desk, kept))

    @on(messages.TranscriptWanted)
    @work(exclusive=True, group="flow")
    async def open_transcript(self, event: messages.TranscriptWanted) -> None:
        """A call is to be read; it opens over the screen it was asked from."""
        from roleplay.tui.kept import read
        from roleplay.tui.transcript import TranscriptScreen

        with self.plainly():
            kept = await to_thread(read, self.desk.shelf, event.call_id)
            self.push_screen(TranscriptScreen(self.desk, kept, event.turn))
