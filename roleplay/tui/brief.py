"""The brief: everything a rep must know before calling, on one screen."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from roleplay.model import Mode
from roleplay.tui import figures, plan
from roleplay.tui.beside import beside
from roleplay.tui.keys import help_key, key, levels, quiet
from roleplay.tui.messages import BriefRead, PlanChanged
from roleplay.tui.page import Page
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from roleplay.persona import Persona
    from roleplay.tui.desk import Desk

RULES = (
    ("time to no", 25, "how soon you hear a no that means something, and gives a reason"),
    ("after the no", 35, "whether you got curious about it, instead of answering it"),
    ("yes discipline", 15, "whether you tested a yes before you believed it"),
    ("ending", 12, "a dated step, or a clean goodbye that knows why"),
    ("listening", 8, "talking about half the time, in short messages"),
    ("stewardship", 5, "leaving them with more trust and less pressure than you found"),
)
"""The rubric's six dimensions in plain words."""

MODES = {
    Mode.PRACTICE: "practice: what each message did, their mood, hints and rewind while you play",
    Mode.EXAM: "exam: no badges, moods, hints or rewind until the end",
}


class BriefScreen(Page):
    """Who, why, what, the rules, and how hard."""

    CSS_PATH = "brief.tcss"
    HELP = (
        "Everything you may know before the call. Enter calls; 1 to 5 set how hard the prospect is, m changes between "
        "practice and exam. What you are scored by stands here in full: nothing is hidden."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "call", "brief.call", "call", "Dial"),
        *levels("brief"),
        key("m", "mode", "brief.mode", "practice/exam", "Change between practice and exam mode"),
        key("w", "watch", "brief.watch", "watch", "Pick one behaviour to watch in this call"),
        quiet("i", "app.plan", "brief.plan", "Change your if-then plan, or make one"),
        help_key("brief"),
        key("escape", "app.lobby", "brief.back", "back", "Back to the lobby"),
    ]

    heading = getters.query_one(Heading)
    terms = getters.query_one("#terms", Static)

    def __init__(self, desk: Desk, persona: Persona) -> None:
        super().__init__()
        self.desk, self.persona = desk, persona
        self.level = desk.level(persona)
        self.mode = Mode(desk.settings.mode)

    def compose(self) -> ComposeResult:
        """Two columns where there is room, one below the other where there is not."""
        persona, offer = self.persona, self.persona.offer
        yield Heading(Content.styled("Before you call", "bold"))
        with VerticalScroll(), Horizontal(id="columns"):
            with Vertical(classes="column"):
                yield Static(self._who(), markup=False)
                yield _part("Why you call", persona.reason)
                yield _part("What you sell", offer.what)
                yield _part("Price", offer.price)
                yield _part("Proof you may give", offer.proof)
                yield _part("The step you ask for", offer.step)
            with Vertical(classes="column"):
                yield Static(id="terms", markup=False)
                yield Static(id="goal", markup=False)
                yield Static(Content.styled("What you know", "bold"), classes="title", markup=False)
                yield Rows([("·", fact) for fact in persona.public], gutter=2)
                yield Static(Content.styled("What you are scored by, of 100", "bold"), classes="title", markup=False)
                yield Rows(_rules(), gutter=5)
        yield Footer()

    def on_mount(self) -> None:
        """The page can be scrolled at once."""
        self.query_one(VerticalScroll).focus()
        self._show_terms()
        self.show_goal()

    @on(PlanChanged)
    def plan_changed(self) -> None:
        """Another plan to take into the call."""
        self.show_goal()

    @beside("goal")
    async def show_goal(self) -> None:
        """The plan, and the behaviour to watch."""
        self.query_one("#goal", Static).update(await to_thread(plan.shown, self.desk))

    @beside("watch")
    async def action_watch(self) -> None:
        """Pick one behaviour to watch."""
        await plan.pick_watched(self, self.desk)
        self.show_goal()

    def _who(self) -> Content:
        persona = self.persona
        return Content("\n").join(
            [
                Content.styled(persona.name, "bold $accent"),
                Content(f"{persona.role}, {persona.company}"),
                Content.styled(f"{persona.trade}. {persona.blurb}", "$foreground 60%"),
            ]
        )

    def _show_terms(self) -> None:
        voice = f"{figures.level(self.level)} · {self.mode} mode · {self.desk.voice}"
        self.heading.right = Content.styled(voice, "$foreground 60%")
        usual = "" if self.level == self.persona.level else f" (usually {self.persona.level})"
        self.terms.update(
            Content.assemble(
                ("This call", "bold"), "\n",
                (figures.level(self.level), "bold $accent"), (usual, "$foreground 60%"), "\n", MODES[self.mode],
            )
        )  # fmt: skip

    def action_level(self, level: int) -> None:
        """Set how hard."""
        self.level = level
        self.tell(self.desk.set_level(self.persona.id, level))
        self._show_terms()

    def action_mode(self) -> None:
        """Practice or exam."""
        self.mode = Mode.EXAM if self.mode is Mode.PRACTICE else Mode.PRACTICE
        self.tell(self.desk.change(mode=self.mode.value))
        self._show_terms()

    def action_call(self) -> None:
        """Dial."""
        self.post_message(BriefRead(self.persona, self.level, self.mode))


def _part(title: str, body: str) -> Static:
    return Static(Content.assemble((title, "bold"), "\n", body), markup=False)


def _rules() -> list[tuple[Content, Content]]:
    return [
        (Content.styled(f"{weight:>3}", "$accent"), Content.assemble(name, (f": {what}", "$foreground 60%")))
        for name, weight, what in RULES
    ]
