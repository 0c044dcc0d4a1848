"""A call to read: the words, with moves, acts and moods in the margin. One walks through it turn by turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from roleplay import coach
from roleplay.coach.asides import STEPS
from roleplay.coach.wording import NOS
from roleplay.model import Mode
from roleplay.prospect import gate
from roleplay.tui import figures, words
from roleplay.tui.finished import FinishedPage
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.model import Turn
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept


class TranscriptScreen(FinishedPage):
    """The margin is on the right where there is room, under the words where not; `-lit` marks a turn."""

    CSS_PATH = "transcript.tcss"
    HELP = (
        "The whole call. Up and down go from turn to turn; p plays the marked one again, ctrl+k says what it was meant "
        "to be. Beside your words: what the message was read as, and the cue it was read from. Beside theirs: what the "
        "script had them do, the no or yes in it, and their mood after it (trust, interest, pressure, 0 to 100). Drag "
        "with the mouse to select, ctrl+c copies."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("down", "walk(1)", "transcript.down", "To the next turn"),
        quiet("up", "walk(-1)", "transcript.up", "To the turn before"),
        quiet("pagedown,space", "page(1)", "transcript.pagedown", "Scroll down"),
        quiet("pageup", "page(-1)", "transcript.pageup", "Scroll up"),
        key(
            "p", "play", "transcript.play", "play this turn again", "Play the marked turn again, three turns from there"
        ),
        key("k", "takes", "transcript.takes", "takes", "The second takes of this call beside the first"),
        key("ctrl+k", "contest", "transcript.contest", "I meant…", "Say what the marked message was meant to be"),
        help_key("transcript"),
        key("escape,t", "app.pop_screen", "transcript.back", "back", "Back to where you were"),
    ]

    page = getters.query_one(VerticalScroll)

    def __init__(self, desk: Desk, of: Kept, turn: int = 0) -> None:
        super().__init__(desk, of)
        self.at = turn
        self.said: dict[int, Utterance] = {}
        self.replies: dict[int, Utterance] = {}

    @property
    def turn(self) -> int:
        """The marked turn."""
        return self.at

    @property
    def sealed(self) -> bool:
        """Whether this is an exam that is not over: its words may be read, nothing else, or it would be no exam."""
        return self.kept.call.outcome is None and self.kept.call.setup.mode is Mode.EXAM

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Contesting shows what a message was read as, so it waits for the end of an exam."""
        return False if action == "contest" and self.sealed else super().check_action(action, parameters)

    def compose(self) -> ComposeResult:
        """Everything said, in order."""
        call = self.kept.call
        ended = "still open: the margin waits for the end" if self.sealed else words.outcome(call.outcome)
        about = f"  {figures.level(call.setup.level)} · {call.setup.mode} · {ended}"
        score = f"{figures.points(self.kept.card.total)}   " if self.kept.card else ""
        yield Heading(
            Content.assemble((self.kept.persona.name, "bold"), (about, "$foreground 60%")),
            Content.assemble((score, "bold"), (figures.when(call.started), "$foreground 60%")),
        )
        with VerticalScroll(can_focus=False):
            yield Utterance(gate.speaker(self.kept.persona), call.opening, aside=True, classes="-prospect")
            for turn in call.turns:
                mine = Utterance(f"{turn.number:>2} you", turn.said, aside=True, classes="-rep")
                name = gate.speaker(self.kept.persona, turn.cue)
                act = None if self.sealed else _act(turn)
                theirs = Utterance(name, turn.reply, remark=act, aside=True, classes="-prospect")
                self.said[turn.number], self.replies[turn.number] = mine, theirs
                yield mine
                yield theirs
        yield Footer()

    async def on_mount(self) -> None:
        """At the turn that was asked for."""
        await self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """The marked turn stays in sight."""
        self.call_after_refresh(self.mark)

    def on_screen_resume(self) -> None:
        """A take may have been played."""
        self.look_again()

    async def redraw(self) -> None:
        """The remarks beside the rep's words; nothing else can change."""
        for turn in () if self.sealed else self.kept.call.turns:
            played = sum(take.turn == turn.number for take in self.kept.takes)
            self.said[turn.number].note(_move(turn, played))
        self.call_after_refresh(self.mark)

    def mark(self) -> None:
        """Mark the turn one is at and bring it into sight."""
        for number in self.said:
            for line in (self.said[number], self.replies[number]):
                line.set_class(number == self.at, "-lit")
        if self.at:
            self.replies[self.at].scroll_visible(animate=False)
            self.said[self.at].scroll_visible(animate=False)
        else:
            self.page.scroll_home(animate=False)
        self.refresh_bindings()

    def action_walk(self, way: int) -> None:
        """To the next turn or the one before."""
        self.at = max(0, min(len(self.said), self.at + way))
        self.mark()

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.page.scroll_relative(y=pages * max(1, self.page.size.height - 2), animate=False)


def _move(turn: Turn, played: int) -> Content:
    meant = f"\nyou meant: {words.move(turn.contested)}" if turn.contested else ""
    hint = f"\nafter a hint: {STEPS[min(turn.hint, 3) - 1]}" if turn.hint else ""
    again = f"\nplayed again {'once' if played == 1 else 'twice'}: k shows it" if played else ""
    moves = " + ".join(words.move(heard.move) for heard in turn.reading.moves)
    return Content.assemble((moves, "bold"), (f"\n{coach.cue(turn)}{meant}{hint}{again}", "$foreground 60%"))


def _act(turn: Turn) -> Content:
    mood = turn.state.mood
    kind = NOS[turn.no.kind] if turn.no else f"{turn.yes.value} yes" if turn.yes else ""
    head = kind or words.act(turn.cue.act)
    figures = f"\ntrust {mood.trust:.0f}, interest {mood.interest:.0f}, pressure {mood.pressure:.0f}"
    return Content.assemble((head, "$accent" if kind else ""), (figures, "$foreground 60%"))
