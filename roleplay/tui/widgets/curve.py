"""The three moods over the turns, as plain characters: one strip each, with the nos and yeses beneath."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

BLOCKS = " ▁▂▃▄▅▆▇█"
LABEL = 14
"""Columns for a mood's name and its first value."""
WORTH = 5
"""Columns for its last value."""


def curve(moods: Sequence[tuple[float, float, float]], marks: Sequence[str], width: int) -> Content:
    """Trust, interest and pressure (0-100 each) from before the first turn on; `marks` has a word for each turn.

    So `moods` has one entry more than `marks`.
    """
    step = max(1, min(6, (width - LABEL - WORTH) // max(1, len(moods))))
    rows: list[Content] = []
    for index, name in enumerate(("trust", "interest", "pressure")):
        rows += _strip(name, [mood[index] for mood in moods], step)
    turns = range(1, len(marks) + 1)
    every = 1 if step > 2 else 5
    numbers = [str(turn) if turn == 1 or turn % every == 0 else "" for turn in turns]
    return Content("\n").join(
        [
            *rows,
            Content.styled(_row("", marks, step), "bold"),
            Content.styled(_row("turn", numbers, step), "$foreground 60%"),
        ]
    )


def _strip(name: str, values: Sequence[float], step: int) -> list[Content]:
    """Two rows of blocks, 16 steps high, between the first value and the last."""
    heights = [max(1, round(value / 100 * 16)) for value in values]
    upper = "".join(_bar(max(0, height - 8), step) for height in heights)
    lower = "".join(_bar(min(8, height), step) for height in heights)
    first, last = f"{values[0]:>3.0f}", f"{values[-1]:.0f}".rjust(WORTH - 2)
    return [
        Content.assemble(" " * LABEL, (upper, "$accent")),
        Content.assemble(f"{name:<9}", (first, "$foreground 60%"), "  ", (lower, "$accent"), " ", (last, "bold")),
    ]


def _bar(height: int, step: int) -> str:
    return BLOCKS[height] * max(1, step - 1) + (" " if step > 1 else "")


def _row(label: str, texts: Sequence[str], step: int) -> str:
    """Each text under its turn; one that would run into the text before it gives way."""
    row = label.ljust(LABEL + step)
    for index, text in enumerate(texts):
        column = LABEL + step * (index + 1)
        if text and len(row.rstrip()) < column:
            row = row[:column].ljust(column) + text
    return row
