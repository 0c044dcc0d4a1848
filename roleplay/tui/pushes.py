"""Where I push: the situations the rep presses for a yes in, in the rep's own words, each a key away from mending."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roleplay.inert import one_line
from roleplay.practice.push_words import cost, sentence
from roleplay.tui import figures
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key
from roleplay.tui.messages import FlipWanted, TranscriptWanted
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.push_list import PushList

if TYPE_CHECKING:
    from roleplay.model import Push
    from roleplay.practice.pushes import Habit
    from roleplay.tui.desk import Desk

EMPTY = (
    "No message of yours has pressed for a yes in a call so far. Finished calls are looked through by themselves, "
    "so there is nothing to do here but play; what you say in drills is judged there."
)


class PushesScreen(Page):
    """The dearest situation first."""

    CSS_PATH = "pushes.tcss"
    HELP = (
        "Messages of yours that pressed for a yes: tags that fish for it, closed questions out for agreement, pushes "
        "to decide. They stand by situation, the dearest first, with what they cost of the score and of trust. Enter "
        "practises turning the lit line into a question no can answer; t reads the call it was said in."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "transcript", "pushes.transcript", "the call", "Read the call it was said in"),
        help_key("pushes"),
        key("escape", "app.lobby", "pushes.back", "back", "Back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    pushed = getters.query_one(PushList)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.lines: dict[str, Push] = {}

    def compose(self) -> ComposeResult:
        """The list, or why it is empty."""
        yield Heading(Content.styled("Where I push", "bold"))
        with Vertical():
            yield Static(id="notice", markup=False)
            yield PushList(markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The list has the focus while it fills."""
        self.pushed.focus()
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read beside the screen."""
        with self.plainly():
            self.draw(await to_thread(lambda: self.desk.ledger().habits()))

    def draw(self, habits: list[Habit]) -> None:
        """Each situation with its lines."""
        options: list[Option] = []
        for habit in habits:
            options.append(Option(Content.styled(sentence(habit), "bold"), disabled=True))
            for line in habit.lines:
                id = f"{line.call}-{line.turn}"
                self.lines[id] = line
                options.append(Option(_row(line), id=id))
        self.pushed.clear_options()
        self.pushed.add_options(options)
        self.pushed.highlighted = next((at for at, option in enumerate(options) if not option.disabled), None)
        self.notice.update(EMPTY)
        self.set_class(not habits, "-empty")
        total = sum(habit.count for habit in habits)
        self.heading.right = Content.styled(figures.count(total, "push", "pushes"), "$foreground 60%")
        self.refresh_bindings()

    @property
    def lit(self) -> Push | None:
        """The line that is lit."""
        option = self.pushed.highlighted_option
        return self.lines.get(option.id or "") if option else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        return not self.is_mounted or action != "transcript" or self.lit is not None

    @on(OptionList.OptionSelected)
    def flip(self) -> None:
        """Mend this very line."""
        if self.lit:
            self.post_message(FlipWanted(self.lit))

    def action_transcript(self) -> None:
        """Read the call."""
        if self.lit:
            self.post_message(TranscriptWanted(self.lit.call))


def _row(line: Push) -> Content:
    where = f"{one_line(line.who)}, {line.day}, turn {line.turn}: {cost(line.points, line.trust)}"
    return Content.assemble(f"  “{one_line(line.line)}”\n", (f"     {where}", "$foreground 60%"))
