"""The debrief in a model's words, with a second reader's notes under it. The card beneath stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay.coach.told import Note
from roleplay.errors import VoiceError
from roleplay.telling import Telling, tell
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from textual.worker import Worker

    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept

NOTES = "A second reader, on what the card cannot see. None of this is counted."


class ToldScreen(Page):
    """`-waiting` while the model speaks."""

    CSS_PATH = "told.tcss"
    HELP = (
        "The model was given the finished card and nothing else, and tells it in its own words; the notes below come "
        "from a second look at the call itself. Code checks both: a quote that nobody said and a figure that is not on "
        "the card are struck, a note without your own words is dropped. Nothing here moves the score. Esc stops the "
        "model while it speaks, and leads back to the card after that."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        quiet("down", "scroll(1)", "told.down", "Down"),
        quiet("up", "scroll(-1)", "told.up", "Up"),
        key("r", "again", "told.again", "again", "Ask the model once more"),
        help_key("told"),
        key("escape,w", "back", "told.back", "stop or back", "Stop the model; then back to the card", shown="esc"),
    ]

    page = getters.query_one(VerticalScroll)
    words = getters.query_one("#words", Static)
    state = getters.query_one("#state", Static)
    notes = getters.query_one("#notes", Static)

    def __init__(self, desk: Desk, kept: Kept) -> None:
        super().__init__()
        self.desk, self.kept = desk, kept
        self.told = Telling()
        self.speaking: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """The words, the notes, and how it stands."""
        model = self.desk.settings.voice.model
        yield Heading(
            Content.assemble((self.kept.persona.name, "bold"), (f"  the card, told by {model}", "$foreground 60%"))
        )
        with VerticalScroll(can_focus=False), Vertical(id="page"):
            yield Static(id="words", markup=False)
            yield Static(id="notes", markup=False)
            yield Static(id="state", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Ask at once."""
        self.action_again()

    @property
    def waiting(self) -> bool:
        """Whether the model is still speaking."""
        return self.has_class("-waiting")

    def action_again(self) -> None:
        """Ask the model, unless it is speaking."""
        if not self.waiting:
            self.add_class("-waiting")
            self.draw(Telling(), "Waiting for the model…")
            self.speaking = self.ask()

    @beside("telling")
    async def ask(self) -> None:
        """Show the words as they come; where the model fails, say so, and keep what has come."""
        card = self.kept.card
        assert card is not None
        end = ""
        try:
            await tell(self.desk.settings.voice, card, self.kept.call, self.kept.persona, self.draw)
        except VoiceError as error:
            end = f"{error} The card has everything that counts; r asks again."
        self.remove_class("-waiting")
        self.draw(self.told, end)

    def draw(self, told: Telling, state: str = "") -> None:
        """What has come so far."""
        self.told = told
        self.words.update(told.text)
        self.notes.update(_notes(told.notes) if told.notes else "")
        self.state.update(Content.styled(state or self._state(), "$foreground 60%"))

    def _state(self) -> str:
        if self.waiting:
            return "Reading the call once more…" if self.told.tokens_in else "Speaking…"
        struck = f"{self.told.struck} struck. " if self.told.struck else ""
        dropped = f"{self.told.dropped} notes dropped: no words of yours in them. " if self.told.dropped else ""
        return f"{struck}{dropped}{self.told.tokens_in} tokens in, {self.told.tokens_out} out. The score stays."

    def action_scroll(self, way: int) -> None:
        """A few lines down or up."""
        self.page.scroll_relative(y=4 * way, animate=False)

    def action_back(self) -> None:
        """Stop the model where it speaks; else back to the card."""
        if not self.waiting:
            self.app.pop_screen()
            return
        if self.speaking:
            self.speaking.cancel()
        self.remove_class("-waiting")
        self.draw(self.told, "Stopped. r asks again, esc goes back to the card.")


def _notes(notes: tuple[Note, ...]) -> Content:
    rows = [Content.styled(NOTES, "$foreground 60%"), *(Content(f"· {note}") for note in notes)]
    return Content("\n").join(rows)
