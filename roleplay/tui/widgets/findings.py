"""What was done well and what to change, each with the rep's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.inert import one_line

if TYPE_CHECKING:
    from roleplay.model import Finding

INDENT = 9
"""Columns for the word in the margin."""


def findings(items: tuple[Finding, ...]) -> list[tuple[Content, Content]]:
    """Labelled rows: strengths first, then changes, an empty row between two."""
    rows: list[tuple[Content, Content]] = []
    for item in sorted(items, key=lambda item: item.points < 0):
        rows += [*_rows(item), (Content(""), Content(""))]
    return rows[:-1]


def _rows(item: Finding) -> Iterator[tuple[Content, Content]]:
    good = item.points >= 0
    label = Content.styled("Good", "bold $text-success") if good else Content.styled("Change", "bold $text-warning")
    quote = f"“{one_line(item.quote)}”" if item.quote else ""
    yield label, Content.assemble((f"turn {item.turn}  " if item.turn else "", "$foreground 60%"), quote)
    yield Content(""), Content(item.why)
    if item.better:
        yield Content.styled("try", "bold"), Content.styled(f"“{one_line(item.better)}”", "$text-accent")
