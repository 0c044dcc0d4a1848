"""A bare Textual app, the yardstick of `benchmarks.startup`: one line of text and one input."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")
        yield Input()


if __name__ == "__main__":
    Bare().run()
