"""What was done well and what to change, each with the rep's own words; one can walk through them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.coach.quotes import cut_short
from roleplay.inert import one_line
from roleplay.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from roleplay.model import Finding

INDENT = 9
"""Columns for the word in the margin."""


class FindingRows(Rows, can_focus=True):
    """One finding. It takes the focus, so that its turn can be read, played again or contested."""

    def __init__(self, finding: Finding, said: str = "") -> None:
        super().__init__(_rows(finding, said), gutter=INDENT)
        self.finding = finding


def in_order(items: tuple[Finding, ...]) -> list[Finding]:
    """What was done well first."""
    return sorted(items, key=lambda item: item.points < 0)


def _rows(item: Finding, said: str) -> Iterator[tuple[Content, Content]]:
    good = item.points >= 0
    label = Content.styled("Good", "bold $text-success") if good else Content.styled("Change", "bold $text-warning")
    quote = f"“{one_line(cut_short(item.quote, said))}”" if item.quote else ""
    yield label, Content.assemble((f"turn {item.turn}  " if item.turn else "", "$foreground 60%"), quote)
    yield Content(""), Content(item.why)
    if item.better:
        yield Content.styled("try", "bold"), Content.styled(f"“{one_line(item.better)}”", "$text-accent")
