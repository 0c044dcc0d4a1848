"""A moment played again: the call screen, from a turn of a finished call, for three turns at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.takes import LENGTH, Retake
from roleplay.tui import figures, remarks
from roleplay.tui.beside import beside
from roleplay.tui.call import CallScreen
from roleplay.tui.dialogs import Ask, Choice
from roleplay.tui.messages import TakeOver
from roleplay.tui.widgets.utterance import Utterance

if TYPE_CHECKING:
    from roleplay.tui.desk import Desk
    from roleplay.tui.kept import Kept

ORDINALS = {2: "second", 3: "third"}


class TakeScreen(CallScreen):
    """`-take` all along. The coach speaks here whatever the mode of the call was: its card has been seen."""

    drafts = False
    HELP = (
        "The same moment once more: the prospect stands where they stood before this turn, with the same luck, so what "
        f"changes is your doing. After {LENGTH} turns, or when you press ctrl+e, both takes are laid side by side. The "
        "call and its first score stay as they are."
    )

    def __init__(self, desk: Desk, kept: Kept, retake: Retake, number: int) -> None:
        super().__init__(desk, retake)
        self.kept, self.retake, self.number = kept, retake, number
        self.practice = True
        self.remove_class("-exam")
        self.add_class("-practice", "-take")

    @property
    def name_of_take(self) -> str:
        """Which take it is: "second take"."""
        return f"{ORDINALS.get(self.number, f'{self.number}th')} take"

    async def replay(self) -> None:
        """The call up to the moment, then a line that says where the take begins and what was said there first."""
        await super().replay()
        first = self.retake.first.turns[self.retake.turn - 1].said
        line = f"── {self.name_of_take}, from turn {self.retake.turn} ──"
        note = Content.styled(f"The first time you said: “{remarks.short(first, 160)}”", "$foreground 60%")
        self.conversation.say(Utterance("", line, remark=note, classes="-parting"))

    def tick(self) -> None:
        """Which take, and how far it has come."""
        played = len(self.retake.call.turns) - self.retake.turn + 1
        now = played + (0 if self.retake.over else 1)
        line = f"{self.name_of_take} from turn {self.retake.turn} · {now} of {max(now, LENGTH)}"
        self.heading.right = Content.assemble(
            (line, "bold $accent"), (f" · {self.retake.actor.name}", "$foreground 60%")
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A take is neither rewound nor contested: it is played again."""
        if action in ("rewind", "contest"):
            return False
        return super().check_action(action, parameters)

    def invitation(self) -> str:
        """What the empty prompt says."""
        if self.retake.over:
            return "That was this take. Enter: both side by side"
        return f"Say it another way; {figures.count(self.retake.left, 'turn')} in this take"

    def parting(self) -> str:
        """How the take came to its end."""
        if self.retake.call.outcome is not None:
            return remarks.parting(self.retake)
        return "This take ends here. Enter lays both side by side."

    def finish(self) -> None:
        """On to the comparison."""
        self.post_message(TakeOver(self.kept, self.retake))

    @beside("dialog")
    async def action_end(self) -> None:
        """Stop the take and compare, or throw it away; asks once."""
        if not self.retake.over:
            played = len(self.retake.call.turns) >= self.retake.turn
            end = Choice(("enter", "y", "ctrl+e"), "stop and compare", "end")
            drop = Choice(("d",), "throw it away", "drop")
            answer = await self.app.push_screen_wait(
                Ask("Stop this take?", *((end,) if played else ()), drop, stay="go on")
            )
            if answer is None:
                return
            if self.waiting:
                self.action_stop()
            if answer == "drop":
                self.app.pop_screen()
                return
            self.retake.stop()
        self.finish()
