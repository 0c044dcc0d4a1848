"""The three moods over the turns as a plot, with nos, yeses, traps and disclosures under their turns.

Importing this loads the plotting library, so do it after the page is painted.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.color import Color
from textual.content import Content
from textual.widget import Widget
from textual_plotext import Plot

NAMES = ("trust", "interest", "pressure")
POINTS = ("●", "○", "×")
"""Each line has points of its own and its name at its end, so that colour is not needed to tell them apart."""
COLOURS = ("accent", "foreground", "warning")
AXIS, LABEL = 5, 15
"""Columns for the scale on the left, and for the names on the right."""
FLOOR, TOP = -24, 102
"""The scale (0-100), with room below for two rows of words."""
SHORT = {"no": "n", "no?": "n?", "yes": "y", "yes?": "y?", "if": "i", "step": "s", "trap": "!", "told": "t"}
"""The words of the marks where turns stand too close."""
ROOMY = 6
"""Columns a turn needs for whole words."""


class Curve(Widget):
    """Draws `moods` (trust, interest, pressure, each 0-100), one more than there are turns: the first is the start.

    `marks` has for each turn the words above and below: what was answered, and what came out.
    """

    def __init__(self, moods: Sequence[tuple[float, float, float]], marks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.moods, self.marks = moods, marks

    def render(self) -> Content:
        """The plot in the colours of the theme and the room there is."""
        width, height = self.size
        if width < 30 or height < 8:
            return Content("")
        plot = Plot()
        plot.plotsize(width, height)
        for colour in (plot.canvas_color, plot.axes_color):
            colour(self._rgb("background"))
        plot.ticks_color(self._rgb("foreground"))
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        self._scale(plot, width)
        self._lines(plot)
        self._names(plot, height)
        self._words(plot, width)
        return Content.from_rich_text(Text.from_ansi(plot.build().rstrip("\n")))

    @property
    def turns(self) -> int:
        """How many turns there are."""
        return len(self.moods) - 1

    def _step(self, width: int) -> float:
        """Columns from one turn to the next."""
        return (width - AXIS - LABEL) / max(1, self.turns)

    def _rgb(self, name: str) -> tuple[int, int, int]:
        return Color.parse(self.app.theme_variables[name]).rgb

    def _scale(self, plot: Plot, width: int) -> None:
        every = 1 if self._step(width) >= 3 else 5
        shown: list[float] = [turn for turn in range(1, self.turns + 1) if turn == 1 or turn % every == 0]
        plot.xticks(shown, [f"{turn:.0f}" for turn in shown])
        plot.yticks([0, 50, 100])
        plot.ylim(FLOOR, TOP)
        plot.xlim(0, self.turns + LABEL / self._step(width))

    def _lines(self, plot: Plot) -> None:
        turns: list[float] = list(range(self.turns + 1))
        for index, colour in enumerate(COLOURS):
            plot.plot(turns, [mood[index] for mood in self.moods], marker="braille", color=self._rgb(colour))
        for index, colour in enumerate(COLOURS):
            values = [mood[index] for mood in self.moods]
            plot.scatter(turns, values, marker=POINTS[index], color=self._rgb(colour))

    def _names(self, plot: Plot, height: int) -> None:
        """The name and last value of each line at its end, moved apart where lines end together."""
        apart, last = (TOP - FLOOR) / max(1, height - 3), self.moods[-1]
        floor = 0.0
        for index in sorted(range(3), key=lambda index: last[index]):
            at = max(last[index], floor)
            floor = at + apart
            words = f"  {POINTS[index]} {NAMES[index]} {last[index]:.0f}"
            plot.text(words, self.turns, at, color=self._rgb(COLOURS[index]), alignment="left")

    def _words(self, plot: Plot, width: int) -> None:
        short = self._step(width) < ROOMY
        for turn, rows in enumerate(self.marks, 1):
            for word, at in zip(rows, (FLOOR / 2, FLOOR), strict=True):
                shown = " ".join(SHORT[part] for part in word.split()) if short else word
                if shown:
                    plot.text(shown, turn, at, color=self._rgb("foreground"), alignment="center", style="bold")
