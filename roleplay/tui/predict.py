"""Before the card: what does the rep think happened? Two or three questions, one key each, skippable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from roleplay.coach.truth import MEANINGS
from roleplay.model import Guess, Meaning
from roleplay.tui import remarks
from roleplay.tui.keys import help_key, key, quiet
from roleplay.tui.messages import Guessed
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading

if TYPE_CHECKING:
    from roleplay.session import Session

FIRST = "Before you see the card: was there a genuine no in this call, one that was meant and had a reason?"
WHY = "Saying what you think happened, before you are told, is what makes the card stick."
SECOND = "And what was behind it?"
THIRD = "Which yes was real: one they would act on?"
YESES = 8
"""The most yeses asked about, the latest of them: as many as there are keys for."""


class PredictScreen(Screen[None]):
    """`-no`, `-meaning` or `-yes`: the question that is being asked."""

    CSS_PATH = "predict.tcss"
    HELP = (
        "Quick questions before the card: whether you were given a genuine no, what it meant underneath, and, where "
        "you heard a yes, which one was real. The card shows your answers beside what the script had in mind. Esc "
        "goes straight to the card; s does so from now on, until you press g on a card."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("y", "genuine(True)", "predict.yes", "yes", "There was a genuine no"),
        key("n", "genuine(False)", "predict.no", "no", "There was none"),
        key("1", "pick(1)", "predict.pick1", "answer", "The answer of that number", shown="1, 2…"),
        *(quiet(str(number), f"pick({number})", f"predict.pick{number}") for number in range(2, 10)),
        key("escape", "skip(True)", "predict.skip", "skip", "Straight to the card"),
        key(
            "s", "skip(False)", "predict.never", "never ask", "Straight to the card, from now on; g on a card undoes it"
        ),
        help_key("predict"),
    ]

    question = getters.query_one("#question", Static)

    def __init__(self, session: Session) -> None:
        super().__init__(classes="-no")
        self.session = session
        self.guess: Guess | None = None
        self.yeses = [turn for turn in session.call.turns if turn.yes][-YESES:]

    def compose(self) -> ComposeResult:
        """One question in the middle of an empty page."""
        yield Heading(
            Content.styled(self.session.persona.name, "bold"), Content.styled("the call is over", "$foreground 60%")
        )
        with Vertical():
            yield Static(id="question", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Ask the first."""
        self.question.update(
            Content.assemble(
                (FIRST, "bold"), "\n\n", ("y", "bold $accent"), " yes     ", ("n", "bold $accent"), " no     ",
                ("esc", "bold $accent"), " skip", "\n\n", (WHY, "$foreground 60%"),
            )
        )  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the question that is being asked."""
        first = self.has_class("-no")
        return {"genuine": first, "pick": not first}.get(action, True)

    def action_genuine(self, yes: bool) -> None:
        """The first answer; a yes leads to the second question."""
        self.guess = Guess(yes)
        if yes:
            self._ask("-meaning", SECOND, list(MEANINGS.values()))
        else:
            self._on()

    def action_pick(self, number: int) -> None:
        """The second answer, or the third."""
        assert self.guess is not None
        if self.has_class("-yes") and number <= len(self.yeses) + 1:
            real = self.yeses[number - 1].number if number <= len(self.yeses) else 0
            self.guess = replace(self.guess, yes=real)
            self.post_message(Guessed(self.session, self.guess))
        elif self.has_class("-meaning") and number <= len(Meaning):
            self.guess = replace(self.guess, meaning=list(Meaning)[number - 1])
            self._on()

    def action_skip(self, ask: bool) -> None:
        """Straight to the card, keeping what was answered; `ask` says whether to ask next time."""
        self.post_message(Guessed(self.session, self.guess, ask=ask))

    def _on(self) -> None:
        """The third question, where a yes was heard; else the card."""
        if self.yeses:
            heard = [f"turn {turn.number}: “{remarks.short(turn.reply, 56)}”" for turn in self.yeses]
            self._ask("-yes", THIRD, [*heard, "none of them"])
        else:
            self.post_message(Guessed(self.session, self.guess))

    def _ask(self, which: str, question: str, answers: list[str]) -> None:
        self.remove_class("-no", "-meaning", "-yes").add_class(which)
        rows = [
            Content.assemble((str(number), "bold $accent"), f"  {words}") for number, words in enumerate(answers, 1)
        ]
        self.question.update(Content("\n").join([Content.styled(question, "bold"), Content(""), *rows]))
        self.refresh_bindings()
