"""Which screen follows which: screens report what happened, and here is what comes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App
from textual.screen import Screen

from roleplay.errors import RoleplayError
from roleplay.tui import messages
from roleplay.tui.lobby import LobbyScreen

if TYPE_CHECKING:
    from roleplay.model import Guess
    from roleplay.model.practice import Drill
    from roleplay.practice.rounds import Candidate
    from roleplay.session import Session
    from roleplay.takes import Retake
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept
    from roleplay.tui.plan import PlanForm


class Flow(App[None]):
    """Lobby, brief, call, guess, debrief, and back; review and transcript beside it. Screens load when first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.loaded, self.stored, self.ready = asyncio.Event(), asyncio.Event(), asyncio.Event()

    @property
    def lobby(self) -> LobbyScreen:
        """The screen at the bottom of the stack."""
        screen = self.screen_stack[0]
        assert isinstance(screen, LobbyScreen)
        return screen

    async def prepared(self) -> None:
        """Wait until everything is loaded; whoever pressed a key before that is told."""
        if not self.ready.is_set():
            self.notify("One moment, still loading.", timeout=3, markup=False)
            await self.ready.wait()

    def show(self, screen: Screen[None]) -> None:
        """Put a screen over the lobby, in the place of whatever was there."""
        if isinstance(self.screen, LobbyScreen):
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def tell(self, error: RoleplayError | str) -> None:
        """A problem in plain words, for as long as it takes to read; nothing where there is none."""
        if str(error):
            self.notify(str(error), severity="error", timeout=8, markup=False)

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

    @on(messages.CallPicked)
    def pick_up(self, event: messages.CallPicked) -> None:
        """An unfinished call goes on."""
        self.open_call(lambda: self.desk.resume(event.call_id))

    @work(exclusive=True, group="flow")
    async def open_call(self, make: Callable[[], Session]) -> None:
        """Make the session beside the screen, then show it."""
        await self.prepared()
        try:
            session = await asyncio.to_thread(make)
        except RoleplayError as error:
            self.tell(error)
            return
        from roleplay.tui.call import CallScreen

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

        try:
            kept = await asyncio.to_thread(self.desk.score, session.call, session.persona, guess)
        except RoleplayError as error:
            self.tell(error)
            return
        self.show(DebriefScreen(self.desk, kept))

    @on(messages.CardWanted)
    def look(self, event: messages.CardWanted) -> None:
        """A finished call's card; it opens over the screen it was asked from."""
        self.open_card(event.call_id)

    @work(exclusive=True, group="flow")
    async def open_card(self, call_id: str) -> None:
        """Read the call beside the screen, then show its card."""
        from roleplay.tui.debrief import DebriefScreen

        if kept := await self.kept(call_id):
            self.push_screen(DebriefScreen(self.desk, kept))

    async def kept(self, call_id: str) -> Kept | None:
        """All of a stored call; None, and a word why, where it cannot be read."""
        from roleplay.tui import kept

        try:
            return await asyncio.to_thread(lambda: kept.read(self.desk.shelf, call_id))
        except RoleplayError as error:
            self.tell(error)
            return None

    @on(messages.BlindWanted)
    def dial_blind(self, event: messages.BlindWanted) -> None:
        """The blind call: at the level that suits, in exam mode, without a brief to read up on."""
        from roleplay.model import Mode

        if (persona := self.desk.persona(event.persona_id)) is not None:
            found = persona
            self.open_call(lambda: self.desk.start(found, event.level or self.desk.suited(found), Mode.EXAM))

    @on(messages.PlanWanted)
    @work(exclusive=True, group="plan")
    async def plan(self, event: messages.PlanWanted) -> None:
        """An if-then plan from the moment that lost most, to be put in the rep's own words and kept."""
        from roleplay.tui.plan import PlanForm, begun

        try:
            plan, heard = await asyncio.to_thread(begun, event.call, event.card, self.desk)
        except RoleplayError as error:
            self.tell(error)
            return
        await self.keep_plan(PlanForm(plan, heard))

    @work(exclusive=True, group="plan")
    async def action_plan(self) -> None:
        """Change the if-then plan in force, or make one."""
        await self.prepared()
        from roleplay.tui.plan import PlanForm, current

        try:
            plan = await asyncio.to_thread(current, self.desk)
        except RoleplayError as error:
            self.tell(error)
            return
        await self.keep_plan(PlanForm(plan))

    async def keep_plan(self, form: PlanForm) -> None:
        """Ask for a plan, keep it, and say so in its own words."""
        from roleplay.tui.plan import keep

        if plan := await self.push_screen_wait(form):
            error = await asyncio.to_thread(keep, self.desk, plan)
            self.tell(error)
            if not error:
                self.notify(f"Kept: {plan} The lobby and every brief show it; i in the brief changes it.", markup=False)
                self.screen.post_message(messages.PlanChanged())

    @work(exclusive=True, group="note")
    async def action_note(self) -> None:
        """Write down a no from a customer."""
        await self.prepared()
        from roleplay.tui.no_form import NoForm, keep, said

        if entry := await self.push_screen_wait(NoForm(self.desk.now())):
            try:
                self.notify(said(await asyncio.to_thread(keep, self.desk, entry)), markup=False)
            except RoleplayError as error:
                self.tell(error)
            self.screen.post_message(messages.JournalChanged())

    @on(messages.TranscriptWanted)
    def read(self, event: messages.TranscriptWanted) -> None:
        """A call is to be read; it opens over the screen it was asked from."""
        self.open_transcript(event.call_id, event.turn)

    @work(exclusive=True, group="flow")
    async def open_transcript(self, call_id: str, turn: int) -> None:
        """Read the call beside the screen, then show it."""
        from roleplay.tui.transcript import TranscriptScreen

        if kept := await self.kept(call_id):
            self.push_screen(TranscriptScreen(self.desk, kept, turn))

    @on(messages.MomentWanted)
    def play_again(self, event: messages.MomentWanted) -> None:
        """A moment is to be played again; the take opens over the screen it was asked from."""
        from roleplay.takes import Retake, again
        from roleplay.tui.take import TakeScreen

        kept, turn = event.kept, event.turn
        try:
            number = again(kept.call, kept.takes, turn)
        except RoleplayError as error:
            self.tell(error)
            return
        retake = Retake(kept.persona, kept.call, turn, self.desk.actor())
        self.push_screen(TakeScreen(self.desk, kept, retake, number))

    @on(messages.TakeOver)
    def take_over(self, event: messages.TakeOver) -> None:
        """A take has ended: keep it, then both side by side."""
        self.keep_take(event.kept, event.retake)

    @work(exclusive=True, group="flow")
    async def keep_take(self, kept: Kept, retake: Retake) -> None:
        """Keep the take beside the screen; one in which nothing was said is forgotten."""
        from roleplay.tui.compare import CompareScreen

        take = retake.take()
        if take is None:
            self.pop_screen()
            return
        try:
            await asyncio.to_thread(lambda: self.desk.shelf.takes.keep(take))
        except RoleplayError as error:
            self.tell(error)
        kept = replace(kept, takes=(*kept.takes, take))
        self.switch_screen(CompareScreen(self.desk, kept, take))

    @on(messages.TakesWanted)
    def look_at_takes(self, event: messages.TakesWanted) -> None:
        """The takes of a call; where there are several, pick one."""
        self.open_takes(event.kept)

    @work(exclusive=True, group="flow")
    async def open_takes(self, kept: Kept) -> None:
        """Pick a take, then show it beside the first."""
        from roleplay.tui.compare import CompareScreen, named
        from roleplay.tui.dialogs import Pick

        picked: int | None = len(kept.takes) - 1
        if len(kept.takes) > 1:
            options = [named(take, kept) for take in kept.takes]
            picked = await self.push_screen_wait(Pick("Which take?", options, lit=len(options) - 1))
        if picked is not None and kept.takes:
            self.push_screen(CompareScreen(self.desk, kept, kept.takes[picked]))

    @on(messages.FlipWanted)
    def flip(self, event: messages.FlipWanted) -> None:
        """A line of the rep's own is to be flipped."""
        from roleplay.model.practice import Drill
        from roleplay.tui import practice

        self.drill(Drill.FLIP, lambda: practice.own_line(event.line.line))

    @on(messages.NoWanted)
    def follow_up(self, event: messages.NoWanted) -> None:
        """A no of the journal is to be followed up."""
        from roleplay.model.practice import Drill
        from roleplay.tui import practice

        self.drill(Drill.AFTER_NO, lambda: practice.this_no(self.desk, event.item))

    @work(exclusive=True, group="flow")
    async def drill(self, drill: Drill, make: Callable[[], list[Candidate]]) -> None:
        """Make the items beside the screen, then show the first over the screen they were asked from."""
        from roleplay.tui.drill import DrillScreen

        try:
            items = await asyncio.to_thread(make)
        except RoleplayError as error:
            self.tell(error)
            return
        if items:
            self.push_screen(DrillScreen(self.desk, drill, items))
        else:
            self.tell("No prospect has a no of that kind to practise on.")
