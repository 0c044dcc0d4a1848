"""The lobby: who to call, and beside it what today, this week and the last calls say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, ListView, Static

from roleplay.tui.beside import beside
from roleplay.tui.boarded import Boarded
from roleplay.tui.keys import help_key, key, levels, quiet
from roleplay.tui.messages import BlindWanted, CallPicked, JournalChanged, PlanChanged, ProspectChosen
from roleplay.tui.widgets.card import ProspectCard
from roleplay.tui.widgets.card_list import CardList
from roleplay.tui.widgets.filter import Filter
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.strip import Strip

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk

PAUSE = 0.05
"""Seconds after a letter before the list is narrowed."""
WELCOME = """\
Welcome. This is a gym for one skill: getting to an honest “no” early, and doing something good with it. Pick a \
prospect and press enter; you type, they answer, and afterwards you see what your words did.

The built-in prospect needs no key and no network. With a language model they speak more freely: c connects one. \
Esc puts this note away."""


class LobbyScreen(Boarded):
    """Prospects as cards, with one of them lit."""

    HELP = (
        "Pick who to call. Up and down move, enter opens the brief, 1 to 5 set how hard the prospect is for this call "
        "(1 warm, 5 brutal). Practice mode shows what each of your messages did and lets you rewind; exam mode keeps "
        "all of that until the end. Press / and type to find a prospect by name, trade or company. Today's drills, the "
        "week's nos and your if-then plan stand on top, or beside the list where there is room."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *levels("lobby"),
        quiet("m", "mode", "lobby.mode", "Change between practice and exam mode"),
        quiet("slash", "filter", "lobby.filter", "Find a prospect by name, trade or company", first=True),
        quiet("R", "resume", "lobby.resume", "Go on with the call you left open"),
        key("b", "blind", "lobby.blind", "blind call", "The blind call that is due: somebody new, no help"),
        key("d", "app.open('drills')", "lobby.drills", "drills", "Today's plan, and four short drills"),
        key("r", "app.open('review')", "lobby.review", "calls", "Look back at your calls"),
        key("j", "app.open('journal')", "lobby.journal", "nos", "The nos you heard, and what came of them"),
        key(
            "p",
            "app.open('progress')",
            "lobby.progress",
            "progress",
            "How you are coming on, and the level that suits you",
        ),
        quiet("n", "app.note", "lobby.note", "Write down a no you heard from a customer"),
        quiet("w", "app.open('pushes')", "lobby.pushes", "Where you press for a yes"),
        quiet("c", "app.open('connect')", "lobby.connect", "Let a language model speak for the prospects"),
        quiet("t", "app.theme", "lobby.theme", "Change between the dark and the light theme"),
        help_key("lobby"),
        key("q", "app.quit", "lobby.quit", "quit", "Leave roleplay"),
        quiet("escape", "clear", "lobby.clear", "Clear the search, or put the welcome away"),
    ]

    RESERVED: ClassVar = frozenset(each.key for each in Binding.make_bindings(BINDINGS))
    """Letters that are commands here, also while a command has nothing to do: they begin no search."""

    heading = getters.query_one(Heading)
    search = getters.query_one(Filter)
    cards = getters.query_one(CardList)
    welcome = getters.query_one("#welcome", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._narrowing: Timer | None = None

    def compose(self) -> ComposeResult:
        """Only what the first frame needs; `furnish` brings the rest."""
        yield Heading(Content.styled("roleplay", "bold"))
        with Horizontal(id="page"), Vertical(id="who"):
            yield Filter("Who do you want to call?   / to find")
            yield Static(id="notice", markup=False)
            yield CardList()

    async def furnish(self) -> None:
        """The cards, then what stands around them; the side column where there is room, else a strip on top."""
        await self.show_cards().wait()
        await self.mount(Footer())
        self.refresh_bindings()
        await self.query_one("#who").mount(Static(WELCOME, id="welcome", markup=False), Strip(id="strip"), before=0)
        await self.query_one("#page").mount(
            VerticalScroll(Static(id="aside", markup=False), id="side", can_focus=False)
        )

    def on_mount(self) -> None:
        """The list has the focus, so that keys work before it is filled."""
        self.cards.focus()

    def on_screen_resume(self) -> None:
        """Coming back from a call: scores and calls may have changed."""
        if self.desk.store:
            self.show_voice()
            self.show_board()

    @beside("cards")
    async def show_cards(self) -> None:
        """The prospects, as far as they are known, and what is wrong with their files."""
        faces = self.desk.faces
        if faces != [card.face for card in self.query(ProspectCard)]:
            await self.cards.fill([ProspectCard(face, self.desk.level(face), self.score(face)) for face in faces])
        self.narrow()

    def narrow(self) -> None:
        """Show those that match the search."""
        found = self.cards.narrow(self.search.value)
        lines = [*self.desk.faults, *self.desk.damaged]
        if not self.desk.faces:
            lines.append("There are no prospects to call. `roleplay personas check` says what is wrong with the files.")
        elif not found:
            lines.append(f"Nobody matches “{self.search.value}”. Press esc to see everyone.")
        self.notice.update("\n".join(lines))
        self.notice.display = bool(lines)

    def show_voice(self) -> None:
        """Mode and voice in the heading, and the welcome on the first run; both are settings."""
        settings = self.desk.settings
        model = "no model connected" if not settings.voice.model else "connected"
        self.heading.right = Content.assemble(
            (f"{settings.mode} mode", "bold"), (f"   {self.desk.voice} · {model}", "$foreground 60%")
        )
        self.set_class(not settings.welcomed, "-welcome")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Resume is there when something is open, the blind call when it is due."""
        if action == "filter":
            return not self.searching
        if action == "blind":
            return bool(self.board and self.board.blind)
        return bool(self.board and self.board.open) if action == "resume" else True

    def on_key(self, event: events.Key) -> None:
        """A letter that is no command begins a search; what was sent in the same breath goes on with it."""
        letter = event.character if event.is_printable else None
        if letter and (self.searching or (letter.isalnum() and event.key not in self.RESERVED)):
            event.stop()
            self.action_filter()
            self.search.insert_text_at_cursor(letter)

    @property
    def searching(self) -> bool:
        """Whether letters go into the search; the search itself is told of it a moment later."""
        return self.focused is self.search

    @on(Input.Changed)
    def search_changed(self) -> None:
        """The letter is painted first; who matches follows a moment after the last one."""
        if self._narrowing:
            self._narrowing.stop()
        self._narrowing = self.set_timer(PAUSE, self.narrow)

    @on(JournalChanged)
    @on(PlanChanged)
    def journal_changed(self) -> None:
        """A no was written down, or a plan changed: the week and the plan may stand otherwise."""
        self.show_board()

    @on(ListView.Selected)
    @on(Input.Submitted)
    def choose(self) -> None:
        """Enter, in the list or the search: the lit prospect's brief. The search has done its work."""
        self.narrow()  # enter in the same breath as the word comes before the pause is over
        if self.cards.lit:
            self.post_message(ProspectChosen(self.cards.lit.face.id))
            self.action_leave_search()

    def action_filter(self) -> None:
        """Type to find; at once, so that letters on the heels of the key are no commands."""
        self.set_focus(self.search)

    def action_leave_search(self) -> None:
        """Everyone again."""
        self.search.value = ""
        self.cards.focus()

    def action_clear(self) -> None:
        """Everyone again; once everyone is there, put the welcome away."""
        if self.search.value:
            self.action_leave_search()
        else:
            self.action_dismiss_welcome()

    def action_dismiss_welcome(self) -> None:
        """Not shown again."""
        if self.has_class("-welcome"):
            self.remove_class("-welcome")
            self.tell(self.desk.change(welcomed=True))

    def action_level(self, level: int) -> None:
        """Set the level of the lit prospect."""
        if self.cards.lit:
            self.tell(self.desk.set_level(self.cards.lit.face.id, level))
            self.redraw()

    def action_mode(self) -> None:
        """Practice or exam."""
        self.tell(self.desk.change(mode="exam" if self.desk.settings.mode == "practice" else "practice"))
        self.show_voice()

    def action_resume(self) -> None:
        """Go on with the open call."""
        if self.board and self.board.open:
            self.post_message(CallPicked(self.board.open.id))

    def action_blind(self) -> None:
        """Somebody new, with no help."""
        if self.board and self.board.blind:
            self.post_message(BlindWanted(self.board.blind, None))
