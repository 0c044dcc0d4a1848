"""The prompt: one to six lines, Enter sends, pasted pages stay one message."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from roleplay.inert import LONGEST, inert
from roleplay.tui.keys import key, quiet


class Prompt(TextArea):
    """Where the rep types. Control characters never get in; what stands here is what is sent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "send", "prompt.send", "say", "Say what you typed"),
        quiet("shift+enter,ctrl+j", "newline", "prompt.newline", "Begin a new line"),
        quiet("up", "earlier", "prompt.earlier", "In an empty prompt: what you said before"),
        quiet("down", "later", "prompt.later", "In an empty prompt: what you said after that"),
        quiet("pageup", "screen.page(-1)", "prompt.pageup", "Scroll the conversation up"),
        quiet("pagedown", "screen.page(1)", "prompt.pagedown", "Scroll the conversation down"),
        quiet("end", "end", "prompt.end", "End of the line; from there, back to the newest words"),
    ]

    class Sent(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Touched(Message):
        """A key was pressed or something pasted."""

    class Cut(Message):
        """Something longer than a message may be was cut."""

    class Followed(Message):
        """End was pressed where the line ends already."""

    def __init__(self) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, placeholder="Say something")
        self.past: list[str] = []
        self._walk = 0

    def edit(self, edit: Edit) -> EditResult:
        """Every change comes through here: make it inert, and keep the whole within LONGEST letters."""
        room = LONGEST - len(self.text) + len(self.get_text_range(edit.from_location, edit.to_location))
        text = inert(edit.text[: LONGEST * 2])
        if len(text) > room or len(edit.text) > LONGEST * 2:
            self.post_message(self.Cut())
        edit.text = text[: max(0, room)]
        return super().edit(edit)

    def give_back(self, text: str) -> None:
        """Put words back, before anything typed since."""
        typed = self.text
        self.load_text(inert(f"{text}\n{typed}" if typed.strip() else text)[:LONGEST])
        self.move_cursor(self.document.end)
        self._walk = 0

    def take(self) -> str:
        """The words, which leave the prompt and join those one can walk back to."""
        text = self.text.strip()
        self.past.append(text)
        self.load_text("")
        self._walk = 0
        return text

    def on_key(self, event: events.Key) -> None:
        """Any key shows the whole reply at once; enter is not typed but left to its binding."""
        self.post_message(self.Touched())
        if event.key == "enter":
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """So does a paste."""
        self.post_message(self.Touched())

    def action_send(self) -> None:
        """Hand the words over; whoever listens takes them from the prompt."""
        self.post_message(self.Sent(self.text))

    def action_newline(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_end(self) -> None:
        """To the end of the line; from there, back to the newest words."""
        if self.cursor_at_end_of_line:
            self.post_message(self.Followed())
        else:
            self.action_cursor_line_end()

    def action_earlier(self) -> None:
        """What was said before, from an empty prompt; else the cursor moves up."""
        if not self._walking() or not self._go(self._walk + 1):
            self.action_cursor_up()

    def action_later(self) -> None:
        """What was said after that; past the newest the prompt is empty again."""
        if not self._walk or not self._walking() or not self._go(self._walk - 1):
            self.action_cursor_down()

    def _walking(self) -> bool:
        """Whether the prompt holds nothing of its own."""
        return not self.text or bool(self._walk and self.text == self.past[-self._walk])

    def _go(self, back: int) -> bool:
        if not 0 <= back <= len(self.past):
            return False
        self._walk = back
        self.load_text(self.past[-back] if back else "")
        self.move_cursor(self.document.end)
        return True
