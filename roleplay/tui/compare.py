"""Two takes of a moment side by side: words, moods, score, what changed, and the rep's own word on it."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay import coach, takes
from roleplay.tui import figures, remarks
from roleplay.tui.beside import beside
from roleplay.tui.keys import key, quiet
from roleplay.tui.messages import MomentWanted
from roleplay.tui.page import Page
from roleplay.tui.take import ORDINALS
from roleplay.tui.verdict import quiet as faint
from roleplay.tui.widgets.field import Field
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.rows import Rows
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.model import Call, Take
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept


class CompareScreen(Page):
    """One beside the other where there is room, one below the other where there is not."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "The same moment twice. Both takes are judged up to the same turn, so that like is compared with like; the "
        "score of the call stays what it was. Type what was different and press enter: your answer is kept with the "
        "call. Up, down and the page keys scroll."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "keep", "compare.keep", "keep your answer", "Keep what you typed with the call", first=True),
        key("ctrl+y", "again", "compare.again", "once more", "Play the moment once more", first=True),
        quiet("up", "roll(-2)", "compare.up", "Scroll up", first=True),
        quiet("down", "roll(2)", "compare.down", "Scroll down", first=True),
        quiet("pageup", "roll(-12)", "compare.pageup", "Scroll up by half a page", first=True),
        quiet("pagedown", "roll(12)", "compare.pagedown", "Scroll down by half a page", first=True),
        key("f1", "app.help", "compare.help", "help", "What you can do here"),
        key("escape", "app.pop_screen", "compare.back", "back", "Back to the card of the call"),
    ]

    page = getters.query_one(VerticalScroll)
    answer = getters.query_one(Field)

    def __init__(self, desk: Desk, kept: Kept, take: Take) -> None:
        super().__init__()
        self.desk, self.kept, self.take = desk, kept, take
        self.comparison = takes.compare(kept.call, take, kept.persona)
        self.which = f"{ORDINALS.get(takes.number(take, kept.takes), 'another')} take"

    def compose(self) -> ComposeResult:
        """Both takes, what changed, and the question, which stays in sight."""
        about = f"  turn {self.take.turn}, the first and the {self.which}"
        yield Heading(Content.assemble((self.kept.persona.name, "bold"), (about, "$foreground 60%")))
        with VerticalScroll(can_focus=False), Vertical(id="sheet"):
            yield Static(self._scores(), id="scores", markup=False)
            with Horizontal(id="pair"):
                yield from self._take("The first take", self.comparison.first)
                yield from self._take(f"The {self.which}", self.comparison.second)
            yield Static(Content.styled("What changed", "bold $accent"), markup=False)
            yield Rows(self._changes(), gutter=17)
        with Vertical(id="foot"):
            yield Static(Content.styled("What was different?", "bold"), id="ask", markup=False)
            yield Field(self.take.different, "in your own words; enter keeps it with the call", id="different")
        yield Footer()

    def on_mount(self) -> None:
        """The answer can be typed at once."""
        self.answer.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A moment can be played so often and no oftener."""
        if action == "again":
            return sum(other.turn == self.take.turn for other in self.kept.takes) < takes.RETRIES
        return True

    def _take(self, title: str, call: Call) -> ComposeResult:
        who = self.kept.persona.first_name
        with Vertical(classes="take"):
            yield Static(Content.styled(title, "bold $accent"), markup=False)
            for turn in call.turns[self.take.turn - 1 :]:
                yield Utterance(f"{turn.number:>2} you", turn.said, remark=remarks.badge(turn), classes="-rep")
                moods = " · ".join(f"{name}\xa0{word}" for name, word in coach.moods(turn.state).items())
                yield Utterance(who, turn.reply, remark=faint(moods), classes="-prospect")
            if call.outcome is not None:
                yield Static(faint(f"The call ended here: {_ending(call)}."), markup=False)

    def _scores(self) -> Content:
        totals = self.comparison.totals
        if totals is None:
            return Content("There is too little up to this turn for a total; what moved stands below.")
        up_to = faint("\nFor these turns, by what is judged in both takes. The call's own score stays.")
        then, now = map(figures.points, totals)
        return Content.assemble("The first take ", (then, "bold"), f", the {self.which} ", (now, "bold $accent"), up_to)

    def _changes(self) -> list[tuple[Content, Content]]:
        rows = [
            (
                Content.styled(item.name, "bold"),
                Content.assemble(f"{item.way}, {item.scores}", faint(f"\n{_why(item)}")),
            )
            for item in self.comparison.changed
        ]
        moods = Content(_moods(self.comparison))
        nothing = (Content(""), Content("No dimension moved: for the score, both takes did the same."))
        one = self.comparison
        other = coach.otherwise(one.first, one.second, one.turn, self.kept.persona)
        told = [(Content.styled(self.kept.persona.first_name, "bold"), Content("\n".join(other)))] if other else []
        return [*told, (Content.styled("mood", "bold"), moods), *(rows or [nothing])]

    def action_roll(self, rows: int) -> None:
        """Scroll the page while the answer keeps the focus."""
        self.page.scroll_relative(y=rows, animate=False)

    def action_again(self) -> None:
        """Once more."""
        self.app.pop_screen()
        self.app.post_message(MomentWanted(self.kept, self.take.turn))

    @beside("keep")
    async def action_keep(self) -> None:
        """Keep the answer with the call."""
        take = replace(self.take, different=self.answer.value.strip())
        with self.plainly():
            await to_thread(lambda: self.desk.shelf.takes.keep(take))
            self.take = take
            done = "kept with the call" if take.different else "taken back"
            self.query_one("#ask", Static).update(
                Content.assemble(("What was different?", "bold"), (f"   {done}", "$text-success"))
            )


def named(take: Take, kept: Kept) -> Content:
    """A take in a list of takes."""
    number = takes.number(take, kept.takes)
    said = remarks.short(take.turns[0].said, 48)
    return Content.assemble(f"turn {take.turn}, {ORDINALS.get(number, 'another')} take  ", faint(f"“{said}”"))


def _why(item: coach.Difference) -> str:
    return item.now if item.was == item.now else f"first: {item.was}\nthen: {item.now}"


def _moods(comparison: takes.Comparison) -> str:
    """How the three moods stand after the second take, against the first."""
    first, second = comparison.first.turns[-1].state.mood, comparison.second.turns[-1].state.mood
    pairs = [(name, getattr(second, name) - getattr(first, name)) for name in ("trust", "interest", "pressure")]
    told = [f"{name} {abs(by):.0f} {'higher' if by > 0 else 'lower'}" for name, by in pairs if abs(by) >= 1]
    return f"{', '.join(told)} than in the first take." if told else "the same as in the first take."


def _ending(call: Call) -> str:
    from roleplay.tui import words

    return words.outcome(call.outcome)
