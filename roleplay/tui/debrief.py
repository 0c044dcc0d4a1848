"""The debrief: the guess beside the script, the score, the moods, what to keep and what to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from roleplay import coach
from roleplay.coach.truth import MEANINGS
from roleplay.errors import RoleplayError
from roleplay.prospect import engine
from roleplay.tui import figures, words
from roleplay.tui.keys import help_key, key
from roleplay.tui.messages import Guess, NextWanted, PlanWanted, TranscriptWanted
from roleplay.tui.page import Page
from roleplay.tui.widgets.bars import bars
from roleplay.tui.widgets.curve import curve
from roleplay.tui.widgets.findings import INDENT, findings
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.rows import MEASURE, Rows

if TYPE_CHECKING:
    from roleplay.model import Call, Scorecard
    from roleplay.persona import Persona
    from roleplay.tui.desk import Desk

BROAD = 150
"""Columns from which the moods stand beside the score."""
WIDTHS = [(0, "-narrow"), (BROAD, "-broad")]


class DebriefScreen(Page):
    """One page, the verdict first."""

    CSS_PATH = "debrief.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    HELP = (
        "What the call was worth and why. Each of the six lines is scored from what happened in the call, never by a "
        "language model; the strips show how trust, interest and pressure moved, each no and yes beneath its turn. "
        "The last line is the one thing to take into the next call. T reads the whole call with what each message did."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "transcript", "debrief.transcript", "transcript", "Read the call, with what each message did"),
        key("i", "plan", "debrief.plan", "if-then plan", "Make a plan out of the moment that lost most"),
        key("n", "next", "debrief.next", "next call", "The next prospect"),
        key("x", "export", "debrief.export", "export", "Write the call and its card to a Markdown file"),
        help_key("debrief"),
        key("escape", "app.lobby", "debrief.lobby", "lobby", "Back to the lobby"),
    ]

    page = getters.query_one(VerticalScroll)

    def __init__(
        self, desk: Desk, call: Call, persona: Persona, card: Scorecard, guess: Guess | None, before: float | None
    ) -> None:
        super().__init__()
        self.desk, self.call, self.persona, self.card = desk, call, persona, card
        self.guess, self.before = guess, before

    def compose(self) -> ComposeResult:
        """Verdict, guess, score and moods, findings, focus."""
        setup = self.call.setup
        about = f"  {figures.level(setup.level)} · {setup.mode} · {words.outcome(self.call.outcome)}"
        yield Heading(Content.assemble((self.persona.name, "bold"), (about, "$foreground 60%")))
        with VerticalScroll(), Vertical(id="page"):
            yield Static(self._verdict(), markup=False)
            if self.call.turns:
                yield from self._card()
        yield Footer(show_command_palette=False)

    def _card(self) -> ComposeResult:
        """What there is to say about a call in which something was said."""
        yield Rows(self._truth(), gutter=13)
        with Horizontal(id="score"):
            yield Static(id="bars", markup=False)
            yield Static(id="beside", markup=False)
        yield Rows(findings(self.card.findings), gutter=INDENT)
        if self.card.focus:
            yield Static(self._focus(), id="focus", markup=False)
        yield Static(id="below", markup=False)

    def on_mount(self) -> None:
        """It can be scrolled at once."""
        self.page.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Draw what depends on the width."""
        if self.call.turns:
            room = event.size.width - 8
            width = min(room, 146) - 60 if event.size.width >= BROAD else min(room, MEASURE)
            self.query_one("#bars", Static).update(bars(self.card.dimensions, width))
            self.query_one("#beside", Static).update(self._curve(56))
            self.query_one("#below", Static).update(self._curve(min(room, 74)))

    def _verdict(self) -> Content:
        total = self.card.total
        was = f"   was {figures.points(self.before)}" if self.before is not None and total is not None else ""
        score = figures.points(total) if total is not None else "no score"
        note = f"\n{self.card.note}" if self.card.note else ""
        of = " of 100   " if total is not None else ""
        band = coach.band(total) if total is not None else ""
        return Content.assemble((score, "bold $accent"), _quiet(of), (band, "bold"), _quiet(was), note)

    def _truth(self) -> list[tuple[Content, Content]]:
        script = (_quiet("The script"), Content(str(coach.truth(self.call, self.persona))))
        return [(_quiet("You thought"), Content(_guessed(self.guess))), script] if self.guess else [script]

    def _curve(self, width: int) -> Content:
        turns = self.call.turns
        states = [engine.start(self.persona, self.call.setup.level), *(turn.state for turn in turns)]
        moods = [(state.mood.trust, state.mood.interest, state.mood.pressure) for state in states]
        return curve(moods, [words.no_or_yes(turn) for turn in turns], width)

    def _focus(self) -> Content:
        return Content.assemble(_quiet("Next time, one thing"), "\n", (self.card.focus, "bold"))

    def action_transcript(self) -> None:
        """Read the call."""
        self.post_message(TranscriptWanted(self.call.id))

    def action_plan(self) -> None:
        """An if-then plan."""
        self.post_message(PlanWanted(self.call, self.card))

    def action_next(self) -> None:
        """Another prospect."""
        self.post_message(NextWanted(self.persona.id))

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write the Markdown file and say where it is."""
        from asyncio import to_thread

        try:
            path = await to_thread(self.desk.export, self.call, self.persona, self.card)
        except RoleplayError as error:
            self.tell(error)
        else:
            self.notify(str(path), title="Written to", timeout=10, markup=False)


def _quiet(text: str) -> Content:
    return Content.styled(text, "$foreground 60%")


def _guessed(guess: Guess) -> str:
    if not guess.genuine:
        return "there was no genuine no"
    return f"a genuine no: {MEANINGS[guess.meaning]}" if guess.meaning else "a genuine no"
