"""What follows from a call and what goes on beside calls: second takes, plans, noted nos, drills."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from roleplay.errors import StoreError
from roleplay.tui import messages
from roleplay.tui.flow import Flow

if TYPE_CHECKING:
    from roleplay.model import Entry
    from roleplay.model.practice import Drill
    from roleplay.practice.rounds import Candidate
    from roleplay.tui.plan import PlanForm


class Routine(Flow):
    """The flow, with what makes a habit of it."""

    @on(messages.MomentWanted)
    def play_again(self, event: messages.MomentWanted) -> None:
        """A moment is to be played again; the take opens over the screen it was asked from."""
        from roleplay.takes import Retake, again
        from roleplay.tui.take import TakeScreen

        kept, turn = event.kept, event.turn
        with self.plainly():
            number = again(kept.call, kept.takes, turn)
            retake = Retake(kept.persona, kept.call, turn, self.desk.actor())
            self.push_screen(TakeScreen(self.desk, kept, retake, number))

    @on(messages.TakeOver)
    @work(exclusive=True, group="flow")
    async def take_over(self, event: messages.TakeOver) -> None:
        """A take has ended: keep it, then both side by side; one in which nothing was said is forgotten."""
        from roleplay.tui.compare import CompareScreen

        kept, take = event.kept, event.retake.take()
        if take is None:
            self.pop_screen()
            return
        with self.plainly():
            await to_thread(self.desk.shelf.takes.keep, take)
        self.switch_screen(CompareScreen(self.desk, replace(kept, takes=(*kept.takes, take)), take))

    @on(messages.TakesWanted)
    @work(exclusive=True, group="flow")
    async def open_takes(self, event: messages.TakesWanted) -> None:
        """The takes of a call beside the first; where there are several, pick one."""
        from roleplay.tui.compare import CompareScreen, named
        from roleplay.tui.dialogs import Pick

        kept = event.kept
        picked: int | None = len(kept.takes) - 1
        if len(kept.takes) > 1:
            options = [named(take, kept) for take in kept.takes]
            picked = await self.push_screen_wait(Pick("Which take?", options, lit=len(options) - 1))
        if picked is not None and kept.takes:
            self.push_screen(CompareScreen(self.desk, kept, kept.takes[picked]))

    @on(messages.PlanWanted)
    @work(exclusive=True, group="plan")
    async def plan(self, event: messages.PlanWanted) -> None:
        """An if-then plan from the moment that lost most, to be put in the rep's own words and kept."""
        from roleplay.tui.plan import PlanForm, begun

        with self.plainly():
            plan, heard = await to_thread(begun, event.call, event.card, self.desk)
            await self.keep_plan(PlanForm(plan, heard))

    @work(exclusive=True, group="plan")
    async def action_plan(self) -> None:
        """Change the if-then plan in force, or make one."""
        await self.prepared()
        from roleplay.tui.plan import PlanForm, current

        with self.plainly():
            await self.keep_plan(PlanForm(await to_thread(current, self.desk)))

    async def keep_plan(self, form: PlanForm) -> None:
        """Ask for a plan, keep it, and say so in its own words."""
        from roleplay.tui.plan import PlanForm, keep

        while plan := await self.push_screen_wait(form):
            try:
                await to_thread(keep, self.desk, plan)
            except StoreError as error:  # what was typed is there again
                self.tell(error)
                form = PlanForm(plan, form.heard)
                continue
            self.notify(f"Kept: {plan} The lobby and every brief show it; i in the brief changes it.", markup=False)
            self.screen.post_message(messages.PlanChanged())
            return

    @work(exclusive=True, group="note")
    async def action_note(self) -> None:
        """Write down a no from a customer."""
        await self.prepared()
        from roleplay.tui.no_form import NoForm, keep, said

        entry: Entry | None = None
        while entry := await self.push_screen_wait(NoForm(self.desk.now(), entry)):
            try:
                kept = await to_thread(keep, self.desk, entry)
            except StoreError as error:  # what was typed is there again
                self.tell(error)
                continue
            self.notify(said(kept), markup=False)
            self.screen.post_message(messages.JournalChanged(kept.id))
            return

    @on(messages.FlipWanted)
    def flip(self, event: messages.FlipWanted) -> None:
        """A line of the rep's own is to be flipped."""
        from roleplay.model.practice import Drill
        from roleplay.tui import practice

        self.drill(Drill.FLIP, lambda: practice.own_line(event.line))

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

        with self.plainly():
            if items := await to_thread(make):
                self.push_screen(DrillScreen(self.desk, drill, items))
            else:
                self.tell("No prospect has a no of that kind to practise on.")
