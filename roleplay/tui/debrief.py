"""The debrief: the guess beside the script, the score, what to keep and what to change, the moods."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay import coach
from roleplay.tui import figures, verdict, words
from roleplay.tui.beside import beside
from roleplay.tui.finished import FinishedPage
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.messages import NextWanted, PlanWanted, TranscriptWanted
from roleplay.tui.widgets.bars import bars
from roleplay.tui.widgets.findings import FindingRows, in_order
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.rows import MEASURE, Rows

if TYPE_CHECKING:
    from roleplay.model import Scorecard
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept

BROAD = 150
"""Columns from which the moods stand beside the score."""
WIDTHS = [(0, "-thin"), (40, "-narrow"), (BROAD, "-broad")]
PAINTING = 0.02
"""Seconds the page has to be painted before the plot is loaded."""


class DebriefScreen(FinishedPage):
    """One page, the verdict first. Up and down walk through the findings."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    HELP = (
        "What the call was worth and why. Each of the six lines is scored from what happened in the call, never by a "
        "language model. Up and down walk through the findings; enter reads the turn a finding is about, p plays it "
        "again. The plot shows trust, interest and pressure after each turn; under it, each no, yes and trap, and "
        "where something came out (told). The line with a bar is the one thing to take into the next call."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("down", "walk(1)", "debrief.down", "To the next finding", first=True),
        quiet("up", "walk(-1)", "debrief.up", "To the finding before", first=True),
        quiet("pagedown,space", "page(1)", "debrief.pagedown", "Scroll down", first=True),
        quiet("pageup", "page(-1)", "debrief.pageup", "Scroll up", first=True),
        key("enter", "read", "debrief.read", "turn", "Read the turn the finding is about"),
        key("p", "play", "debrief.play", "play again", "Play the turn of the finding again, three turns from there"),
        key("t", "transcript", "debrief.transcript", "read", "Read the call, with what each message did"),
        key("n", "next", "debrief.next", "next", "The next prospect"),
        key("i", "plan", "debrief.plan", "plan", "Make an if-then plan out of the moment that lost most"),
        key("x", "export", "debrief.export", "export", "Write the call and its card as Markdown and as a web page"),
        quiet("w", "words", "debrief.words", "The card in the words of the connected model, checked; the score stays"),
        quiet("v", "text", "debrief.text", "All of this as plain text, to be read aloud or copied"),
        quiet("k", "takes", "debrief.takes", "The second takes of this call beside the first"),
        quiet("o", "older", "debrief.older", "The cards this call was given before"),
        quiet("ctrl+k", "contest", "debrief.contest", "Say what the message of the finding was meant to be"),
        quiet("g", "guess", "debrief.guess", "Ask, or ask no more, what you think before a card is shown"),
        help_key("debrief"),
        key("escape", "app.pop_screen", "debrief.back", "back", "Back to where you came from"),
    ]

    page = getters.query_one(VerticalScroll)

    def __init__(self, desk: Desk, of: Kept, shown: int = 0) -> None:
        super().__init__(desk, of)
        self.shown = shown

    @property
    def card(self) -> Scorecard:
        """The card on the screen: the newest, unless an older one was asked for."""
        return self.kept.cards[min(self.shown, len(self.kept.cards) - 1)][1]

    @property
    def lit(self) -> FindingRows | None:
        """The finding with the focus."""
        return self.focused if isinstance(self.focused, FindingRows) else None

    @property
    def turn(self) -> int:
        """The turn of the lit finding; where none is lit, of the weightiest change."""
        if self.lit:
            return self.lit.finding.turn
        changes = [item for item in self.card.findings if item.points < 0] or self.card.findings
        return changes[0].turn if changes else 0

    def compose(self) -> ComposeResult:
        """Verdict, guess, score and moods, findings, focus."""
        call = self.kept.call
        about = f"  {figures.level(call.setup.level)} · {call.setup.mode} · {words.outcome(call.outcome)}"
        yield Heading(Content.assemble((self.kept.persona.name, "bold"), (about, "$foreground 60%")))
        with VerticalScroll(can_focus=False), Vertical(id="page"):
            yield Static(verdict.verdict(self.kept, self.card, self.shown), markup=False)
            if call.turns:
                yield Rows(verdict.truth(self.kept), gutter=13)
                yield from self._card()
        yield Footer()

    def _card(self) -> ComposeResult:
        """What there is to say about a call in which something was said."""
        with Horizontal(id="score"):
            yield Static(id="bars", markup=False)
            yield Vertical(id="beside")
        said = {turn.number: turn.said for turn in self.kept.call.turns}
        yield from (FindingRows(item, said.get(item.turn, "")) for item in in_order(self.card.findings))
        if self.card.focus:
            yield Static(verdict.focus(self.card), id="focus", markup=False)
        yield Vertical(id="below")
        yield Rows(verdict.notes(self.kept, self.card, asked=self.desk.settings.predict), gutter=13, id="notes")

    def on_mount(self) -> None:
        """The words are painted first; then the plot is loaded."""
        self.set_timer(PAINTING, self.plot)

    def on_screen_resume(self) -> None:
        """A take may have been played, a reading contested."""
        self.look_again()

    async def redraw(self) -> None:
        """Everything again, the plot too."""
        await self.recompose()
        self._draw_bars(self.size.width)
        self.plot()

    def plot(self) -> None:
        """The moods, beside the score and below it; the width decides which is shown."""
        if not self.kept.call.turns or not self.is_running:
            return
        from roleplay.tui.widgets.curve import Curve

        moods, marks = verdict.curve(self.kept)
        for place in ("#beside", "#below"):
            self.query_one(place).mount(Curve(moods, marks), Static(verdict.marks(self.kept), markup=False))

    def on_resize(self, event: events.Resize) -> None:
        """Draw what depends on the width."""
        self._draw_bars(event.size.width)

    def _draw_bars(self, width: int) -> None:
        if self.kept.call.turns:
            room = width - 8
            taken = min(room, 146) - 60 if width >= BROAD else min(room, MEASURE)
            self.query_one("#bars", Static).update(bars(coach.shares(self.card), taken))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        allowed = {"read": self.lit is not None, "older": len(self.kept.cards) > 1}
        return allowed.get(action, super().check_action(action, parameters))

    def action_walk(self, way: int) -> None:
        """To the next finding or the one before; past the last one the page scrolls on."""
        rows = list(self.query(FindingRows))
        at = rows.index(self.lit) + way if self.lit else (0 if way > 0 else -1)
        if 0 <= at < len(rows):
            rows[at].focus()
        else:
            self.page.scroll_relative(y=4 * way, animate=False)
        self.refresh_bindings()

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False)

    def action_read(self) -> None:
        """Read the turn of the lit finding."""
        if self.lit:
            self.post_message(TranscriptWanted(self.kept.call.id, self.lit.finding.turn))

    def action_transcript(self) -> None:
        """Read the call."""
        self.post_message(TranscriptWanted(self.kept.call.id))

    def action_plan(self) -> None:
        """An if-then plan."""
        self.post_message(PlanWanted(self.kept.call, self.card))

    def action_next(self) -> None:
        """Another prospect."""
        self.post_message(NextWanted(self.kept.persona.id))

    def action_text(self) -> None:
        """All of it as plain text."""
        from roleplay.tui.plain import PlainScreen

        self.app.push_screen(PlainScreen(coach.text(self.card, self.kept.call, self.kept.persona)))

    def action_words(self) -> None:
        """The card in a model's words; without a model, how to connect one."""
        if not self.desk.settings.voice.model:
            self.notify("No model is connected: c in the lobby finds one. The card needs none.", markup=False)
        elif self.kept.card and self.kept.call.turns:
            from roleplay.tui.told import ToldScreen

            self.app.push_screen(ToldScreen(self.desk, self.kept))

    async def action_guess(self) -> None:
        """Ask before a card, or ask no more."""
        self.tell(self.desk.change(predict=not self.desk.settings.predict))
        await self.redraw()

    @beside("dialog")
    async def action_older(self) -> None:
        """Pick one of the cards this call was given."""
        from roleplay.tui.dialogs import Pick

        options = [verdict.dated(made, card) for made, card in self.kept.cards]
        picked = await self.app.push_screen_wait(Pick("Which card of this call?", options, lit=self.shown))
        if picked is not None:
            self.shown = picked
            await self.redraw()

    @beside("export")
    async def action_export(self) -> None:
        """Write the files and say where they are."""
        from asyncio import to_thread

        with self.plainly():
            path = await to_thread(self.desk.export, self.kept, self.card)
            self.notify(figures.written(path), timeout=10, markup=False)
