"""The conversation: everything said so far, following the newest words unless the rep has scrolled away."""

from __future__ import annotations

from textual.containers import VerticalScroll

from roleplay.tui.widgets.utterance import Utterance


class Conversation(VerticalScroll, can_focus=False):
    """A column of utterances. It never takes the focus: the prompt keeps it."""

    def on_mount(self) -> None:
        """Follow the newest words."""
        self.anchor()

    def say(self, utterance: Utterance) -> Utterance:
        """Add one at the end."""
        self.mount(utterance)
        return utterance

    def finish(self) -> None:
        """Show at once what is still being revealed."""
        for utterance in self.query(Utterance):
            utterance.finish()

    @property
    def revealing(self) -> bool:
        """Whether a reply is still appearing."""
        return any(utterance.revealing for utterance in self.query(Utterance))

    def page(self, pages: int) -> None:
        """Scroll by a page; up leaves the newest words, down to the end follows them again."""
        if pages < 0:
            self.release_anchor()
        self.scroll_relative(y=pages * max(1, self.size.height - 2), animate=False)

    def follow(self) -> None:
        """Go to the end and follow again."""
        self.anchor()
