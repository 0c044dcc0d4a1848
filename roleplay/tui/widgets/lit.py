"""What is lit begins with a bar: on a terminal of few colours a shade of the background is not to be seen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.strip import Strip
from textual.widgets import DataTable, OptionList

BAR = "▌"


class LitOptions(OptionList):
    """Options, the lit one with a bar before it; its style leaves a blank cell there."""

    def render_line(self, y: int) -> Strip:
        """A line of the list."""
        strip = super().render_line(y)
        return barred(self, strip) if _about(strip, "option") == self.highlighted is not None else strip


class LitRows(DataTable[Text]):
    """A table, the lit row with a bar before it."""

    def render_line(self, y: int) -> Strip:
        """A line of the table."""
        strip = super().render_line(y)
        return barred(self, strip) if self.row_count and _about(strip, "row") == self.cursor_row else strip


def _about(strip: Strip, what: str) -> object:
    """The number of the option or the row a line is drawn of, or None."""
    style = next((segment.style for segment in strip if segment.style), None)
    return style.meta.get(what) if style else None


def barred(widget: OptionList | DataTable[Text], strip: Strip) -> Strip:
    """The line with the bar in its first cell."""
    first = next(iter(strip)).style or Style()
    accent = Color.parse(widget.app.theme_variables["accent"]).rich_color
    return Strip.join([Strip([Segment(BAR, first + Style(color=accent))], 1), strip.crop(1)])
