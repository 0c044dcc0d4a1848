"""A call to read: the words, with moves, acts and moods in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer

from roleplay.coach.wording import NOS
from roleplay.prospect import gate
from roleplay.tui import figures, words
from roleplay.tui.keys import help_key, key
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.model import Call, Scorecard, Turn
    from roleplay.persona import Persona


class TranscriptScreen(Screen[None]):
    """The margin is on the right where there is room, under the words where there is not."""

    CSS_PATH = "transcript.tcss"
    HELP = (
        "The whole call. Beside your words: what the message was read as, and the cue it was read from. Beside theirs: "
        "what the script had them do, the no or yes in it, and their mood after it (trust, interest, pressure, 0 to "
        "100). Drag with the mouse to select, ctrl+c copies."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        help_key("transcript"),
        key("escape,t", "app.pop_screen", "transcript.back", "back", "Back to where you were"),
    ]

    def __init__(self, call: Call, persona: Persona, card: Scorecard | None) -> None:
        super().__init__()
        self.call, self.persona, self.card = call, persona, card

    def compose(self) -> ComposeResult:
        """Everything said, in order."""
        setup = self.call.setup
        about = f"  {figures.level(setup.level)} · {setup.mode} · {words.outcome(self.call.outcome)}"
        score = f"{figures.points(self.card.total)}   " if self.card else ""
        when = figures.when(self.call.started)
        yield Heading(
            Content.assemble((self.persona.name, "bold"), (about, "$foreground 60%")),
            Content.assemble((score, "bold"), (when, "$foreground 60%")),
        )
        with VerticalScroll():
            yield Utterance(gate.speaker(self.persona), self.call.opening, aside=True, classes="-prospect")
            for turn in self.call.turns:
                yield Utterance(f"{turn.number:>2} you", turn.said, remark=_move(turn), aside=True, classes="-rep")
                name = gate.speaker(self.persona, turn.cue)
                yield Utterance(name, turn.reply, remark=_act(turn), aside=True, classes="-prospect")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """It can be scrolled at once."""
        self.query_one(VerticalScroll).focus()


def _move(turn: Turn) -> Content:
    meant = f"\nyou meant: {words.move(turn.contested)}" if turn.contested else ""
    hint = f"\nafter {figures.count(turn.hint, 'hint')}" if turn.hint else ""
    moves = " + ".join(words.move(heard.move) for heard in turn.reading.moves)
    return Content.assemble((moves, "bold"), (f"\n{turn.reading.cue}{meant}{hint}", "$foreground 60%"))


def _act(turn: Turn) -> Content:
    mood = turn.state.mood
    kind = NOS[turn.no.kind] if turn.no else f"{turn.yes.value} yes" if turn.yes else ""
    head = kind or words.act(turn.cue.act)
    figures = f"\ntrust {mood.trust:.0f}, interest {mood.interest:.0f}, pressure {mood.pressure:.0f}"
    return Content.assemble((head, "$accent" if kind else ""), (figures, "$foreground 60%"))
