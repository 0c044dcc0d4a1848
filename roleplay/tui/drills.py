"""Drills: today's plan and the four drills, to be picked and played."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roleplay.model.practice import Drill
from roleplay.tui import figures, practice
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.lit import LitOptions
from roleplay.tui.widgets.tasks import task_line

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk

ABOUT: dict[Drill, str] = {
    Drill.OPENER: "ten strangers pick up; three turns each to a genuine no",
    Drill.AFTER_NO: "you hear a no; three turns to find out what is behind it",
    Drill.FLIP: "rewrite a push for yes so that no is the comfortable answer",
    Drill.WHICH_YES: "name the yes, then ask what would test it",
}
"""Each drill in a line."""
NOBODY = "There is nobody to practise with. `roleplay personas check` says what is wrong with the files."


class DrillList(LitOptions):
    """A list whose keys are in the footer and the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,d", "select", "drills.enter", "play", "Play what is lit", shown="enter"),
        quiet("up", "cursor_up", "drills.up", "Up the list"),
        quiet("down", "cursor_down", "drills.down", "Down the list"),
    ]


class DrillsScreen(Page):
    """The plan first, with its next task lit; then every drill."""

    CSS_PATH = "drills.tcss"
    HELP = (
        "Short drills beside the full call, checked at once. Today's plan holds at most three skills: what went badly "
        "in calls or drills comes back after 1, 3, 7, 14 and 30 days, each time with another prospect or line. Below "
        "it, any drill can be played whenever you like. Esc leaves a drill at any point; what you did is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        help_key("drills"),
        key("escape", "app.lobby", "drills.back", "back", "Back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    options = getters.query_one(DrillList)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.standings: practice.Standings | None = None

    def compose(self) -> ComposeResult:
        """One list on an airy page."""
        yield Heading(Content.styled("Drills", "bold"))
        with Vertical():
            yield DrillList(markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The list has the focus while it fills."""
        self.options.focus()

    def on_screen_resume(self) -> None:
        """Anew, each time one comes here."""
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read the book beside the screen."""
        with self.plainly():
            self.standings = await to_thread(practice.look, self.desk)
            self.draw(self.standings)

    def draw(self, state: practice.Standings) -> None:
        """Today's tasks, then the drills; the next task is lit, once all are done the first drill."""
        lit = self.options.highlighted
        self.options.clear_options()
        self.options.add_option(Option(_title("Today"), disabled=True))
        for number, task in enumerate(state.plan):
            self.options.add_option(Option(task_line(task), id=f"task:{number}"))
        self.options.add_options([Option("", disabled=True), Option(_title("Any time"), disabled=True)])
        for drill in Drill:
            self.options.add_option(Option(_drill(drill, len(state.due.get(drill, []))), id=f"drill:{drill}"))
        left = [number for number, task in enumerate(state.plan) if not task.done]
        if left:
            self.options.highlighted = left[0] + 1
        else:
            self.options.highlighted = lit if lit and lit > len(state.plan) else len(state.plan) + 3
        done = len(state.plan) - len(left)
        self.heading.right = Content.styled(
            f"{done} of {figures.count(len(state.plan), 'task')} done", "$foreground 60%"
        )

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Play a task of the plan, or a drill."""
        kind, _, value = (event.option_id or "").partition(":")
        if self.standings is None:
            return
        if kind == "task":
            task = self.standings.plan[int(value)]
            self.play(task.drill, task.skill, task.left or task.items)
        elif kind == "drill":
            self.play(Drill(value))

    @beside("play")
    async def play(self, drill: Drill, skill: str = "", count: int | None = None) -> None:
        """Find the items beside the screen, then show the first."""
        from roleplay.tui.drill import DrillScreen

        with self.plainly():
            found = await to_thread(practice.items, self.desk, drill, skill, count)
            if not found:
                self.tell(NOBODY)
                return
            self.app.push_screen(DrillScreen(self.desk, drill, found, skill))


def _title(text: str) -> Content:
    return Content.styled(text, "bold $accent")


def _drill(drill: Drill, due: int) -> Content:
    from roleplay.practice.skills import NAMES

    waiting = Content.styled(f"   {due} due" if due else "", "bold")
    return Content.assemble((NAMES[drill], "bold"), waiting, "\n", (ABOUT[drill], "$foreground 60%"))
