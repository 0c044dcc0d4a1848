"""Progress: the blind call's score first, then the level, a line for each dimension, and bests."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay.tui import figures
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key
from roleplay.tui.messages import BlindWanted
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.practice.progress import Line, Progress
    from roleplay.tui.desk import Desk


class ProgressScreen(Page):
    """One page, the figure to trust first."""

    CSS_PATH = "progress.tcss"
    HELP = (
        "How you are coming on. The blind call is the figure to trust: every fifth call, somebody you have not met, in "
        "exam mode. Each line has a mark for each of the last twelve weeks, higher for better, a dot where there was "
        "no call; then where it stands now and whether it moved by more than chance. The level aims at four to seven "
        "calls of ten that succeed: a step with a day in it, or a goodbye that knows why where nothing can be won. "
        "Last, how often what you thought before a card was so."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("b", "blind", "progress.blind", "blind call", "The blind call: somebody new, no help"),
        key(
            "w", "app.open('pushes')", "progress.pushes", "where I push", "Where you press for a yes, and what it cost"
        ),
        key("j", "app.open('journal')", "progress.journal", "journal", "The nos you heard, and what came of them"),
        key("r", "app.open('review')", "progress.review", "review", "Look back at your calls"),
        help_key("progress"),
        key("escape", "app.lobby", "progress.back", "back", "Back to the lobby"),
    ]

    heading = getters.query_one(Heading)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.found: Progress | None = None

    def compose(self) -> ComposeResult:
        """Headline, level, lines, bests."""
        yield Heading(Content.styled("Progress", "bold"))
        with VerticalScroll(), Vertical(id="page"):
            yield Static(id="said", markup=False)
            yield Static(id="lines", markup=False)
            yield Static(id="bests", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """It can be scrolled at once."""
        self.query_one(VerticalScroll).focus()
        self.fill()

    @beside("fill")
    async def fill(self) -> None:
        """Read beside the screen."""
        ids = [persona.id for persona in self.desk.personas]
        with self.plainly():
            self.found = await to_thread(lambda: self.desk.ledger().progress(ids))
            self.draw(self.found)
            self.refresh_bindings()

    def draw(self, found: Progress) -> None:
        """All of it."""
        from roleplay.practice.progress_words import headline, level, next_blind
        from roleplay.practice.stuck import advice

        self.heading.right = Content.styled(figures.count(found.calls, "scored call"), "$foreground 60%")
        said = [Content.styled(headline(found), "bold")]
        if found.calls:
            said += [Content(level(found)), Content(next_blind(found))]
            if found.stuck:
                said.insert(2, Content(advice(found.stuck)))
            self.query_one("#lines", Static).update(_lines(found, asked=self.desk.settings.predict))
            self.query_one("#bests", Static).update(_bests(found))
        self.query_one("#said", Static).update(Content("\n").join(said))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The blind call is there when it is due."""
        return action != "blind" or bool(self.found and self.found.blind.due)

    def action_blind(self) -> None:
        """Somebody new, with no help."""
        if found := self.found:
            self.post_message(BlindWanted(found.blind.persona, found.level.level if found.level else None))


def _lines(found: Progress, *, asked: bool) -> Content:
    from roleplay.practice.progress_words import SAYS, guesses

    rows = [Content.styled(f"By week, the oldest from {found.first:%d %b}", "bold")]
    rows += [_line(line, found.lines[0]) for line in found.lines]
    rows += [Content.styled(SAYS, "$foreground 60%"), Content(guesses(found, asked=asked))]
    return Content("\n").join(rows)


def _line(line: Line, total: Line) -> Content:
    from roleplay.practice.progress_words import strip, trend

    says = trend(line.trend) if line.calls else "not practised"
    now = "  –" if line.now is None else f"{line.now:3.0f}"
    return Content.assemble(
        f"{line.name:<15}", (now, "bold"), "  ", (strip(line), "$accent"), "  ",
        (says if line is total or says != trend(total.trend) else "", "$foreground 60%"),
    )  # fmt: skip


def _bests(found: Progress) -> Content:
    rows = [Content.styled("Your best at each level", "bold")]
    rows += [
        Content.assemble(
            f"{figures.level(best.level):<17}", (figures.points(best.total).rjust(3), "bold"),
            (f"  {best.name}, {best.day}", "$foreground 60%"),
        )
        for best in found.bests
    ]  # fmt: skip
    return Content("\n").join(rows)
