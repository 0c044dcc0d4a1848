"""The six dimensions of a scorecard as bars, each with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from roleplay.coach import Share

NAME = 16
"""Columns for a dimension's name."""
SCORE = 6
"""Columns for its score."""


def bars(shares: tuple[Share, ...], width: int) -> Content:
    """A row for each: name, bar, score of its weight, and why (beside it, or below where there is no room)."""
    length = 20 if width >= 76 else 14
    beside = width - NAME - length - SCORE - 4
    rows: list[Content] = []
    for item in shares:
        head = Content.assemble(f"{item.name:<{NAME}}", _bar(item, length), "  ", _score(item))
        why = Content.styled(item.why, "$foreground 60%").wrap(beside if beside >= 28 else width - NAME)
        if beside >= 28:
            blank = " " * (NAME + length + 2 + SCORE)
            rows += [Content.assemble(blank if index else head, "  ", row) for index, row in enumerate(why)]
        else:
            rows += [head, *(Content.assemble(" " * NAME, row) for row in why)]
    return Content("\n").join(rows)


def _bar(item: Share, length: int) -> Content:
    if item.points is None:
        return Content.styled("not practised".ljust(length), "$foreground 60%")
    full = round(item.points * length / item.weight)
    return Content.assemble(("━" * full, "$accent"), ("╌" * (length - full), "$foreground 25%"))


def _score(item: Share) -> Content:
    if item.points is None:
        return Content(" " * SCORE)
    return Content.assemble((f"{item.points:>2}", "bold"), (f"/{item.weight:<3}", "$foreground 60%"))
