"""A drill being played: an item, an answer, what it was worth, the next."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalGroup
from textual.content import Content
from textual.widgets import Static

from roleplay.inert import message
from roleplay.tui.keys import key, quiet
from roleplay.tui.page import Page
from roleplay.tui.widgets.conversation import Conversation
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.prompt import Prompt
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.model.practice import Drill, Verdict
    from roleplay.practice.exercise import Exercise, Said
    from roleplay.practice.rounds import Candidate
    from roleplay.tui.desk import Desk


class DrillScreen(Page):
    """`skill` is the one played for the plan, or "".

    `-choosing` while one of a few is to be named, `-judged` when an item is over.
    """

    CSS_PATH = "drill.tcss"
    AUTO_FOCUS = ""
    HELP = (
        "Answer in the prompt and press enter; what it was worth is said at once, with the reason and a line that does "
        "it. Enter goes on to the next. Ctrl+n passes an item over and shows an answer. Esc leaves at any point; every "
        "item that was judged is kept. A right answer in a form nobody thought of is right."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("1", "name(1)", "drill.name1", "name it", "Which yes it is", shown="1-3"),
        *(quiet(str(number), f"name({number})", f"drill.name{number}") for number in (2, 3)),
        key("enter", "go_on", "drill.next", "next", "On to the next item; after the last, back to where you came from"),
        key("f1", "app.help", "drill.help", "help", "What you can do here"),
        quiet("question_mark", "app.help", "drill.help2"),
        key("ctrl+n", "give_up", "drill.pass", "pass", "Pass it over, and see an answer", first=True),
        key("escape", "leave", "drill.leave", "leave", "Back to where you came from; what you did is kept"),
        quiet("pageup", "page(-1)", "drill.pageup"),
        quiet("pagedown", "page(1)", "drill.pagedown"),
    ]

    heading = getters.query_one(Heading)
    talk = getters.query_one(Conversation)
    prompt = getters.query_one(Prompt)
    wanted = getters.query_one("#wanted", Static)
    verdict = getters.query_one("#verdict", Static)

    def __init__(self, desk: Desk, drill: Drill, items: list[Candidate], skill: str = "") -> None:
        super().__init__()
        self.desk, self.drill, self.items, self.skill = desk, drill, items, skill
        self.place = 0
        self.results: list[tuple[str, bool]] = []
        self.answers: list[str] = []
        self.exercise: Exercise = items[0].make()

    def compose(self) -> ComposeResult:
        """The lines, what to do, the prompt."""
        yield Heading()
        with Vertical(id="page"):
            yield Conversation()
            with VerticalGroup(id="foot"):
                yield Static(id="verdict", markup=False)
                yield Static(id="wanted", markup=False)
                yield Prompt()
        yield Footer()

    def on_mount(self) -> None:
        """The first item."""
        self.present()

    def present(self) -> None:
        """Show the item, alone on the page."""
        self.talk.remove_children()
        self.answers = []
        self.remove_class("-judged")
        self.verdict.display = False
        self.prompt.read_only = False
        self.show_lines((*self.exercise.shown,))
        self.ask()

    def show_lines(self, lines: tuple[Said, ...]) -> None:
        """Lines of the talk, each with its speaker."""
        for said in lines:
            who = "they" if said.who == "prospect" else said.who
            classes = "-rep" if who == "you" else "" if who else "-note"
            self.talk.say(Utterance(who, said.text, classes=classes))

    def ask(self) -> None:
        """What to do now, and how far it is."""
        from roleplay.practice.skills import NAMES

        choices = self.exercise.choices
        self.set_class(bool(choices), "-choosing")
        named = [Content.assemble((str(number), "bold $accent"), f" {each}") for number, each in enumerate(choices, 1)]
        rows = [Content.styled(self.exercise.prompt, "bold"), *([Content("    ").join(named)] if named else [])]
        self.wanted.update(Content("\n").join(rows))
        self.prompt.placeholder = "Type your answer"
        self.set_focus(None if choices else self.prompt)
        self.heading.left = Content.assemble(
            (NAMES[self.drill], "bold"), (f"   {self.exercise.title}", "$foreground 60%")
        )
        right = f" · {sum(ok for _, ok in self.results)} right" if self.results else ""
        self.heading.right = Content.styled(f"{self.place + 1} of {len(self.items)}{right}", "$foreground 60%")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Numbers name a yes only while one is asked for; enter goes on once there is a verdict."""
        if action == "name":
            return self.has_class("-choosing")
        judged = self.has_class("-judged")
        return judged if action == "go_on" else not judged if action == "give_up" else True

    @on(Prompt.Sent)
    async def sent(self) -> None:
        """Enter in the prompt: judge what stands there."""
        if text := message(self.prompt.text):
            self.prompt.take()
            await self.take(text)

    async def action_name(self, number: int) -> None:
        """A number names one of the choices at once."""
        await self.take(str(number))

    async def take(self, text: str) -> None:
        """Give the answer to the item, and show what came of it."""
        choices = self.exercise.choices
        chosen = choices[int(text) - 1] if text in ("1", "2", "3") and choices else text
        self.show_lines((_you(chosen),))
        self.answers.append(text)
        beat = await self.exercise.answer(text)
        self.show_lines(beat.said)
        if beat.verdict:
            await self.judged(beat.verdict)
        else:
            self.ask()

    async def action_give_up(self) -> None:
        """Pass it over."""
        await self.judged(self.exercise.give_up())

    async def judged(self, verdict: Verdict) -> None:
        """Say what it was worth, and keep it."""
        self.results.append((self.exercise.skill, verdict.ok))
        self.show_verdict(verdict)
        await self.keep(self.exercise, "\n".join(self.answers), verdict)

    def show_verdict(self, verdict: Verdict) -> None:
        """What it was worth, and how to go on."""
        from roleplay.practice.today import tally

        self.ask()
        self.remove_class("-choosing")
        self.add_class("-judged")
        self.set_focus(None)  # enter is the screen's now, and its foot says what it does
        self.verdict.update(_verdict(verdict))
        self.verdict.display = True
        last = self.place + 1 == len(self.items)
        self.wanted.update(
            Content.styled(f"{tally(self.results, self.skill)}. That was the last.", "bold") if last else Content("")
        )
        self.prompt.read_only = True
        self.prompt.placeholder = "Enter: back" if last else "Enter: the next one"
        self.refresh_bindings()

    async def keep(self, exercise: Exercise, answer: str, verdict: Verdict) -> None:
        """Into the book, beside the screen."""
        with self.plainly():
            await to_thread(self.desk.book().note, exercise, answer, verdict)

    def action_go_on(self) -> None:
        """On to the next; after the last, back."""
        if self.place + 1 == len(self.items):
            self.action_leave()
            return
        self.place += 1
        self.exercise = self.items[self.place].make()
        self.present()

    def action_leave(self) -> None:
        """Back; every item that was judged is kept by now."""
        self.dismiss()

    def action_page(self, pages: int) -> None:
        """Scroll what was said."""
        self.talk.page(pages)


def _you(text: str) -> Said:
    from roleplay.practice.exercise import Said

    return Said("you", text)


def _verdict(verdict: Verdict) -> Content:
    head = ("Right", "bold $text-success") if verdict.ok else ("Not yet", "bold $text-warning")
    rows = [Content.assemble(head, f"   {verdict.reason}.")]
    if verdict.better:
        lead = "or: " if verdict.ok else "try: "
        rows.append(Content.assemble((lead, "bold"), (f"“{verdict.better}”", "$text-accent")))
    return Content("\n").join(rows)
