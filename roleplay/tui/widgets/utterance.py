"""One thing said, with who said it in the margin and remarks below or beside it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from roleplay.inert import inert

GUTTER = 9
"""Columns for the speaker's name."""
ASIDE = 36
"""Columns for remarks where they stand in the right margin."""
PACE = 1 / 24
"""Seconds between two words of a reply."""
BEHIND = 30
"""Words not yet shown beyond which a reply catches up faster."""


class Utterance(Widget):
    """Words of one speaker. `reveal` shows them word by word; `finish` shows the rest at once."""

    class Said(Message):
        """All the words are on the screen."""

        def __init__(self, utterance: Utterance) -> None:
            super().__init__()
            self.utterance = utterance

    def __init__(
        self, who: str, text: str = "", *, remark: Content | None = None, aside: bool = False, classes: str = ""
    ) -> None:
        super().__init__(classes=classes)
        self.who, self.text, self.remark, self.aside = inert(who), inert(text).strip(), remark, aside
        self._shown: int | None = None
        self._whole = True
        self._timer: Timer | None = None

    @property
    def revealing(self) -> bool:
        """Whether words are still being held back."""
        return self._shown is not None

    def reveal(self, *, whole: bool = True) -> None:
        """Begin to show the words one by one; `whole` says that no more will be fed."""
        self._shown, self._whole = 0, whole
        self._timer = self.set_interval(PACE, self._next_word)

    def feed(self, piece: str) -> None:
        """More of the text has come."""
        self.text = inert(f"{self.text}{piece}")
        self.refresh(layout=True)

    def complete(self, text: str) -> None:
        """The whole text has come."""
        self.text, self._whole = inert(text).strip(), True
        self.refresh(layout=True)

    def finish(self) -> None:
        """Show what there is at once; once the text is whole, the reveal is over."""
        if self._shown is None:
            return
        if not self._whole:
            self._shown = len(self.text.split())
            self.refresh(layout=True)
            return
        self._shown = None
        if self._timer:
            self._timer.stop()
        self.refresh(layout=True)
        self.post_message(self.Said(self))

    def note(self, remark: Content | None) -> None:
        """Put a remark under (or beside) the words."""
        self.remark = remark
        self.refresh(layout=True)

    def _next_word(self) -> None:
        assert self._shown is not None
        words = len(self.text.split())
        if self._shown >= words:
            if self._whole:
                self.finish()
            return
        before = len(self._lines(self.content_size.width))
        self._shown += 1 if words - self._shown < BEHIND else 3
        self.refresh(layout=len(self._lines(self.content_size.width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The words, wrapped beside the name."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        beside = self.aside and width >= 96
        room = max(12, width - GUTTER - (ASIDE + 3 if beside else 0))
        words = list(self._words(room))
        remarks = self.remark.wrap(ASIDE if beside else room) if self.remark else []
        name = Content.styled(self.who[: GUTTER - 2].ljust(GUTTER), "$foreground 60%")
        blank = Content(" " * GUTTER)
        if not self.text and not self._whole:
            words = [Content.styled("is typing…", "$foreground 60% italic")]
        rows = words if not beside else list(_side_by_side(words, remarks, room + 3))
        rows += [] if beside else remarks
        return [Content.assemble(blank if index else name, row) for index, row in enumerate(rows)]

    def _words(self, room: int) -> Iterator[Content]:
        """The rows of text; words not yet shown keep their place, so that no word jumps to another row."""
        left = self._shown
        for row in Content(self.text).wrap(room) or [Content("")]:
            if left is None:
                yield row
                continue
            words = row.plain.split(" ")
            count = sum(1 for word in words if word)
            if count > left:
                yield Content(" ".join(words[: _nth(words, left)]))
                return
            left -= count
            yield row


def _nth(words: list[str], count: int) -> int:
    """The index after the `count`-th word that is not empty."""
    for index, word in enumerate(words):
        if count <= 0:
            return index
        count -= bool(word)
    return len(words)


def _side_by_side(left: list[Content], right: list[Content], column: int) -> Iterator[Content]:
    for index in range(max(len(left), len(right))):
        first = left[index] if index < len(left) else Content("")
        second = right[index] if index < len(right) else Content("")
        yield Content.assemble(first, " " * max(1, column - first.cell_length), second)
