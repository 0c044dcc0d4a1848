"""Before the card: what does the rep think happened? Two questions, one key each, skippable."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from roleplay.coach.truth import MEANINGS
from roleplay.model import Meaning
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.messages import Guess, Guessed
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.session import Session

FIRST = "Before you see the card: did you hear a genuine no?"
WHY = "Saying what you think happened, before you are told, is what makes the card stick."
SECOND = "And what was behind it?"


class PredictScreen(Screen[None]):
    """`-second` once the first question is answered with yes."""

    CSS_PATH = "predict.tcss"
    HELP = (
        "Two quick questions before the card: whether you were given a genuine no, and what it meant underneath. "
        "The card shows your answer beside what the script had in mind. S or esc goes straight to the card."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("y", "genuine(True)", "predict.yes", "yes", "There was a genuine no"),
        key("n", "genuine(False)", "predict.no", "no", "There was none"),
        key("1", "meaning(1)", "predict.meaning1", "what was behind it", "What it meant underneath", shown="1-7"),
        *(quiet(str(number), f"meaning({number})", f"predict.meaning{number}") for number in range(2, 8)),
        key("s,escape", "skip", "predict.skip", "skip", "Straight to the card"),
        help_key("predict"),
    ]

    question = getters.query_one("#question", Static)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """One question in the middle of an empty page."""
        yield Heading(
            Content.styled(self.session.persona.name, "bold"), Content.styled("the call is over", "$foreground 60%")
        )
        with Vertical():
            yield Static(id="question", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Ask the first."""
        self.question.update(
            Content.assemble(
                (FIRST, "bold"), "\n\n", ("y", "bold $accent"), " yes     ", ("n", "bold $accent"), " no     ",
                ("s", "bold $accent"), " skip", "\n\n", (WHY, "$foreground 60%"),
            )
        )  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the question that is being asked."""
        return {"genuine": not self.has_class("-second"), "meaning": self.has_class("-second")}.get(action, True)

    def action_genuine(self, yes: bool) -> None:
        """The first answer; a yes leads to the second question."""
        if not yes:
            self.post_message(Guessed(self.session, Guess(False)))
            return
        self.add_class("-second")
        options = [
            Content.assemble((str(number), "bold $accent"), f"  {MEANINGS[meaning]}")
            for number, meaning in enumerate(Meaning, 1)
        ]
        self.question.update(Content("\n").join([Content.styled(SECOND, "bold"), Content(""), *options]))
        self.refresh_bindings()

    def action_meaning(self, number: int) -> None:
        """The second answer."""
        self.post_message(Guessed(self.session, Guess(True, list(Meaning)[number - 1])))

    def action_skip(self) -> None:
        """Straight to the card, keeping the first answer if there is one."""
        self.post_message(Guessed(self.session, Guess(True) if self.has_class("-second") else None))
