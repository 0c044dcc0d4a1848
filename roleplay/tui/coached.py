"""What a practice call has and an exam has not: remarks, moods, hints, rewind, and a say in how one was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from roleplay.model import Mode
from roleplay.tui import contested, remarks
from roleplay.tui.beside import beside
from roleplay.tui.dialogs import Pick
from roleplay.tui.talk import TalkScreen
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.session import Session
    from roleplay.tui.desk import Desk


class CoachedScreen(TalkScreen):
    """`-practice` or `-exam` all along."""

    side = getters.query_one("#side", Static)
    fold = getters.query_one("#fold", Static)
    hint_line = getters.query_one("#hint", Static)

    class Rewound(Message):
        """The call stands at an earlier turn again."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        self.practice = session.call.setup.mode is Mode.PRACTICE
        self.add_class("-practice" if self.practice else "-exam")

    def show_mood(self) -> None:
        """Their mood in words, and the nos so far; practice only."""
        if self.practice:
            self.side.update(remarks.side(self.session))
            self.fold.update(remarks.fold(self.session))

    def remark(self, number: int) -> None:
        """What a message did, under it; practice only."""
        if self.practice:
            turn = self.session.call.turns[number - 1]
            self.said[number].note(remarks.badge(turn))
            self.replies[number].note(remarks.answer(turn))

    def remark_all(self) -> None:
        """What every message did."""
        for number in self.said:
            self.remark(number)

    @on(Utterance.Said)
    def heard(self) -> None:
        """The reply has been read out: the rep's time runs, the mood moves."""
        self.heard_at = self.desk.clock()
        self.show_mood()

    def refuse(self, what: str) -> None:
        """Say why a key of practice does nothing in an exam."""

    def action_hint(self) -> None:
        """The next of three steps."""
        if not self.practice:
            self.refuse("no hints until it is over")
            return
        hint = self.session.hint()
        more = "" if self.session.hints == 3 else "   F2 says more"
        self.hint_line.update(Content.assemble(("hint  ", "bold $accent"), hint, (more, "$foreground 60%")))
        self.hint_line.display = True

    @beside("dialog")
    async def action_rewind(self) -> None:
        """Pick an earlier turn and play it again."""
        if not self.practice:
            self.refuse("no way back; the debrief lets you play a turn again")
            return
        turns = self.session.call.turns
        options = [Content(f"{turn.number:>2}  {remarks.short(turn.said, 60)}") for turn in turns]
        picked = await self.app.push_screen_wait(Pick("Go back to before you said", options, lit=len(options) - 1))
        if picked is None:
            return
        with self.plainly():
            words_back = self.session.rewind(picked + 1)
            await self.replay()
            self.remark_all()
            self.prompt.load_text("")
            self.prompt.give_back(words_back)
            self.show_mood()
            self.post_message(self.Rewound())

    @beside("dialog")
    async def action_contest(self) -> None:
        """Say what the last message was meant to be; both readings are kept."""
        if not self.practice:
            self.refuse("say what you meant in the debrief, with ctrl+k")
            return
        turn = self.session.call.turns[-1]
        meant = await contested.ask(self.app, turn)
        if meant is not None:
            with self.plainly():
                self.session.contest(turn.number, None if meant is turn.reading.lead else meant)
                self.remark(turn.number)
