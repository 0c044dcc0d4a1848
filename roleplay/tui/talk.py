"""A conversation on the screen: what is said, what comes back, and what happens when it does not."""

from __future__ import annotations

from asyncio import CancelledError
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.content import Content
from textual.message import Message
from textual.worker import Worker

from roleplay.errors import RoleplayError, VoiceError
from roleplay.inert import message
from roleplay.prospect import gate
from roleplay.tui.page import Page
from roleplay.tui.widgets.conversation import Conversation
from roleplay.tui.widgets.prompt import Prompt
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.model import Turn
    from roleplay.session import Session
    from roleplay.tui.desk import Desk

RETRY = Content.assemble(
    ("ctrl+y", "bold $accent"), " try again\n", ("ctrl+b", "bold $accent"), " go on with the built-in prospect"
)


class TalkScreen(Page):
    """Prompt and conversation around a session. `-waiting` while a reply is coming, `-failed` when none came."""

    conversation = getters.query_one(Conversation)
    prompt = getters.query_one(Prompt)

    class TurnTaken(Message):
        """The session took a turn; its reply may still be appearing."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    class TurnLost(Message):
        """No turn was taken: the reply was stopped (error None), or it failed. The words are back in the prompt."""

        def __init__(self, error: RoleplayError | None) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self.desk, self.session = desk, session
        self.hints = 0
        self.heard_at = desk.clock()
        self.said: dict[int, Utterance] = {}
        self.replies: dict[int, Utterance] = {}
        self._turn: Worker[None] | None = None

    @property
    def who(self) -> str:
        """What the conversation calls whoever is on the line."""
        return self.session.on_the_line

    @property
    def waiting(self) -> bool:
        """Whether a reply is coming."""
        return self.has_class("-waiting")

    async def replay(self) -> None:
        """Show the call from the start as it stands."""
        self.said, self.replies = {}, {}
        await self.conversation.remove_children()
        lines = [Utterance(gate.speaker(self.session.persona), self.session.call.opening, classes="-prospect")]
        for turn in self.session.call.turns:
            self.said[turn.number] = Utterance("you", turn.said, classes="-rep")
            self.replies[turn.number] = Utterance(
                gate.speaker(self.session.persona, turn.cue), turn.reply, classes="-prospect"
            )
            lines += [self.said[turn.number], self.replies[turn.number]]
        await self.conversation.mount_all(lines)
        self.conversation.follow()
        self.prompt.past = [turn.said for turn in self.session.call.turns]
        if self.desk.settings.typing and len(lines) == 1:
            lines[0].reveal()

    @on(Prompt.Touched)
    def hurry(self) -> None:
        """Any key shows the whole reply."""
        self.conversation.finish()

    @on(Prompt.Followed)
    def follow(self) -> None:
        """Back to the newest words."""
        self.conversation.follow()

    def say(self) -> None:
        """Send what stands in the prompt. While a reply is coming it stays there."""
        if self.waiting or not message(self.prompt.text):
            return
        text = message(self.prompt.take())
        self.query("Utterance.-trouble").remove()
        self.conversation.follow()
        mine = Utterance("you", text, classes="-rep")
        theirs = Utterance(self.who, classes="-prospect")
        self.conversation.mount_all([mine, theirs])
        self.remove_class("-failed").add_class("-waiting")
        self.refresh_bindings()
        self._turn = self.take_turn(text, mine, theirs, self.desk.clock() - self.heard_at)

    @work(exclusive=True, group="turn")
    async def take_turn(self, text: str, mine: Utterance, theirs: Utterance, seconds: float) -> None:
        """Let the session take the turn, feeding the reply to the screen as it comes."""
        theirs.reveal(whole=False)
        try:
            turn = await self.session.say(text, theirs.feed, seconds=seconds, hint=self.hints)
        except CancelledError:
            self._lose(text, mine, theirs, None)
            raise
        except RoleplayError as error:
            self._lose(text, mine, theirs, error)
            return
        self.said[turn.number], self.replies[turn.number] = mine, theirs
        theirs.complete(turn.reply)
        if not self.desk.settings.typing:
            theirs.finish()
        self.remove_class("-waiting")
        self.refresh_bindings()
        self.post_message(self.TurnTaken(turn))

    def _lose(self, text: str, mine: Utterance, theirs: Utterance, error: RoleplayError | None) -> None:
        """Nothing happened: the words go back into the prompt."""
        if not self.is_attached or not self.is_running:
            return
        mine.remove()
        theirs.remove()
        self.prompt.past = self.prompt.past[:-1]
        self.prompt.give_back(text)
        self.remove_class("-waiting")
        self.set_class(isinstance(error, VoiceError), "-failed")
        if error:
            keys = RETRY if isinstance(error, VoiceError) else Content("Your words are back in the prompt.")
            self.conversation.say(Utterance("", str(error), remark=keys, classes="-trouble"))
        self.refresh_bindings()
        self.post_message(self.TurnLost(error))

    def action_stop(self) -> None:
        """Stop the reply that is coming; one that is here already is shown whole."""
        if self.waiting and self._turn:
            self._turn.cancel()
        else:
            self.conversation.finish()

    def action_again(self) -> None:
        """Send the same words again."""
        self.say()

    def action_built_in(self) -> None:
        """Let the built-in prospect take over, and send the same words."""
        from roleplay.prospect.builtin import BuiltIn

        self.session.actor = BuiltIn()
        self.say()

    def action_page(self, pages: int) -> None:
        """Scroll the conversation."""
        self.conversation.page(pages)
