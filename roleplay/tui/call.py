"""The call: the conversation, and around it the clock, the coach's remarks, hints, rewind and the end."""

from __future__ import annotations

from asyncio import to_thread
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalGroup
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from roleplay.errors import StoreError
from roleplay.inert import LONGEST
from roleplay.tui import figures, remarks
from roleplay.tui.beside import beside
from roleplay.tui.coached import CoachedScreen
from roleplay.tui.dialogs import Ask, Choice
from roleplay.tui.keys import key
from roleplay.tui.messages import CallOver
from roleplay.tui.talk import TalkScreen
from roleplay.tui.widgets.conversation import Conversation
from roleplay.tui.widgets.footer import Footer
from roleplay.tui.widgets.heading import Heading
from roleplay.tui.widgets.prompt import Prompt
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.session import Session
    from roleplay.tui.desk import Desk


HELPS = frozenset({"hint", "rewind", "contest"})
"""Help of practice calls: in an exam the footer leaves it out, and its keys say why they do nothing."""
PAUSE = 0.5
"""Seconds after the last letter before what is typed is kept."""


class CallScreen(CoachedScreen):
    """`-practice` or `-exam` all along; `-ended` when the prospect is gone."""

    CSS_PATH = "call.tcss"
    HELP = (
        "Type what you would say and press enter; shift+enter or ctrl+j begins a new line. The prospect's words appear "
        "one by one, and any key shows them at once. Esc stops a reply that is still coming and gives you your words "
        "back. Up and down in an empty prompt walk through what you said before, page up and page down scroll, end "
        "goes back to the newest words. No key here costs you a turn."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1", "app.help", "call.help", "help", "What you can do here"),
        key("f2,ctrl+g", "hint", "call.hint", "hint", "A nudge, then the kind of move, then a line"),
        key("ctrl+r", "rewind", "call.rewind", "rewind", "Go back to an earlier turn; your words return", first=True),
        key("ctrl+k", "contest", "call.contest", "I meant…", "Say what your last message was meant to be", first=True),
        key("ctrl+y", "again", "call.again", "try again", "Send the same words again", first=True),
        key("ctrl+b", "built_in", "call.built_in", "built-in", "Go on with the built-in prospect", first=True),
        key("escape", "stop", "call.stop", "stop", "Stop the reply that is coming; your words come back"),
        key("ctrl+e", "end", "call.end", "end", "End the call; asks once", first=True),
    ]

    heading = getters.query_one(Heading)
    drafts = True
    """Whether what is typed is kept while it is typed."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        self._drafting: Timer | None = None
        self.began = desk.clock() - sum(turn.seconds for turn in session.call.turns)

    def compose(self) -> ComposeResult:
        """The conversation with its margin, the prompt beneath."""
        setup = self.session.call.setup
        level = f"  {figures.level(setup.level)}{'' if self.practice else ' · exam'}"
        yield Heading(Content.assemble((self.session.persona.name, "bold"), (level, "$foreground 60%")))
        yield Static(id="fold", markup=False)
        with Vertical(id="page"):
            with Horizontal():
                yield Conversation()
                yield Static(id="side", markup=False)
            with VerticalGroup(id="foot"):
                yield Static(id="hint", markup=False)
                yield Prompt()
        yield Footer()

    async def on_mount(self) -> None:
        """The prompt has the focus, now and always."""
        self.prompt.focus()
        await self.replay()
        self.remark_all()
        self.show_mood()
        self._show_ended()
        self.tick()
        await self.take_up_draft()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Turn, clock, voice, and what the model has used."""
        turns, voice = self.session.call.turns, self.session.actor.name
        tokens = sum(turn.voice.tokens_in + turn.voice.tokens_out for turn in turns)
        used = f" · {tokens:,} tokens" if tokens else ""
        seconds = sum(turn.seconds for turn in turns) if self.session.over else self.desk.clock() - self.began
        number = len(turns) + (0 if self.session.over else 1)
        line = f"turn {number} · {figures.clock(seconds)} · {voice}{used}"
        self.heading.right = Content.styled(line, "$foreground 60%")

    def _show_ended(self) -> None:
        self.set_class(self.session.over, "-ended")
        self.prompt.placeholder = self.invitation()
        self.refresh_bindings()

    def invitation(self) -> str:
        """What the empty prompt says."""
        rewind = " · ctrl+r rewinds" if self.practice else ""
        return f"The call is over. Enter: the debrief{rewind}" if self.session.over else "Say something"

    def parting(self) -> str:
        """How the call ended, in a line."""
        return remarks.parting(self.session)

    def finish(self) -> None:
        """On to the debrief."""
        self.post_message(CallOver(self.session))

    def _tell(self, text: str = "") -> None:
        """A short note in the prompt's frame."""
        self.prompt.border_subtitle = text

    def refuse(self, what: str) -> None:
        """Say why a key of practice does nothing here."""
        self._tell(f"this is an exam: {what}")

    @on(Prompt.Sent)
    def sent(self) -> None:
        """Enter: say it, or after the end go on to the debrief."""
        if self.session.over:
            self.finish()
        elif self.waiting:
            self._tell(f"{self.who} is still answering; your words wait here")
        else:
            self._tell()
            self.hint_line.display = False
            self.say()

    @on(Prompt.Changed)
    def quiet(self) -> None:
        """A note lasts until the next letter; what is typed is kept a moment after the last one."""
        self._tell()
        if self._drafting:
            self._drafting.stop()
        self._drafting = self.set_timer(PAUSE, self.keep_draft)

    @beside("draft")
    async def keep_draft(self) -> None:
        """Keep what stands in the prompt, so that a killed app does not lose it."""
        if self.drafts and not self.waiting and not self.session.over and (store := self.desk.store):
            with suppress(StoreError):  # the words are on the screen; losing a draft is no news to interrupt for
                await to_thread(store.keep_draft, self.session.call.id, self.prompt.text)

    async def take_up_draft(self) -> None:
        """What was typed when the call was left."""
        if self.drafts and not self.session.over and (store := self.desk.store):
            with suppress(StoreError):
                if draft := await to_thread(store.draft, self.session.call.id):
                    self.prompt.give_back(draft)

    @on(Prompt.Cut)
    def cut(self) -> None:
        """Something was too long."""
        self.call_after_refresh(self._tell, f"a message holds {LONGEST:,} letters; the rest was left out")

    @on(TalkScreen.TurnTaken)
    def turn_taken(self, event: TalkScreen.TurnTaken) -> None:
        """The turn is kept: say what it did."""
        self.remark(event.turn.number)
        self.tick()
        self._show_ended()
        if self.session.over:
            self.conversation.say(Utterance("", self.parting(), classes="-parting"))

    @on(TalkScreen.TurnLost)
    @on(CoachedScreen.Rewound)
    def look_again(self) -> None:
        """The clock, the voice and whether the call is over may have changed."""
        self._show_ended()
        self.tick()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Those of the screen in the order they are written here, whatever keys the prompt has itself."""
        own = ["prompt.send", *(binding.id for binding in self.BINDINGS if isinstance(binding, Binding))]
        found = dict(super().active_bindings)
        if self.session.over and (send := found.get("enter")):
            found["enter"] = send._replace(binding=replace(send.binding, description="go on"), tooltip="Go on")
        order = sorted(found, key=lambda name: own.index(at) if (at := found[name].binding.id) in own else -1)
        return {name: found[name] for name in order if self.practice or found[name].binding.action not in HELPS}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when they do something."""
        idle, taken = not self.waiting, bool(self.session.call.turns)
        allowed = {
            "hint": not self.session.over,
            "rewind": not self.practice or (idle and taken),
            "contest": not self.practice or (idle and taken),
            "again": idle and self.has_class("-failed"),
            "built_in": idle and self.has_class("-failed"),
            "stop": self.waiting,
        }
        return allowed.get(action, True)

    @beside("dialog")
    async def action_end(self) -> None:
        """End it, or leave it open for later; asks once."""
        if not self.session.over:
            end = Choice(("enter", "y", "ctrl+e"), "end and score", "end")
            leave = Choice(("l",), "leave, go on later", "leave")
            answer = await self.app.push_screen_wait(Ask("End the call?", end, leave, stay="go on talking"))
            if answer == "leave":
                await self.app.run_action("lobby")
            if answer != "end":
                return
            if self.waiting:
                self.action_stop()
            with self.plainly():
                self.session.end()
        self.finish()
