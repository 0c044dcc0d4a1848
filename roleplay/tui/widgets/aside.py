"""The lobby's side column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.tui import board, figures, words

if TYPE_CHECKING:
    from roleplay.store import CallRow


def aside(state: board.Board) -> Content:
    """Today, this week, recent calls."""
    parts = [
        _title("Today"),
        *_today(state),
        Content(""),
        _title("This week"),
        *_week(state),
        Content(""),
        _title("Recent calls"),
    ]
    parts += [_row(row) for row in state.recent] or [_muted("None yet. They are all kept; r looks back at them.")]
    return Content("\n").join(parts)


def _title(text: str) -> Content:
    return Content.styled(text, "bold $accent")


def _muted(text: str) -> Content:
    return Content.styled(text, "$foreground 60%")


def _today(state: board.Board) -> list[Content]:
    if state.open:
        row = state.open
        return [
            Content.assemble(
                "Finish with ", (row.name, "bold"), ", left open after ", figures.count(row.turns, "turn"), "."
            ),
            Content.assemble(("R", "bold"), (" goes on where you were", "$foreground 60%")),
        ]
    if state.focus:
        return [Content("One call, one thing to watch:"), Content.styled(state.focus, "bold")]
    return [Content("Your first call: anyone on the left."), _muted("Five minutes; nothing can go wrong.")]


def _week(state: board.Board) -> list[Content]:
    strip = Content("  ").join(
        [Content.styled("no", "bold")] * min(state.nos, 9) + [_muted("·")] * max(0, board.GOAL - state.nos)
    )
    reached = "goal reached" if state.nos >= board.GOAL else "a finished call with a real no counts"
    return [Content.assemble(strip, "   ", f"{state.nos} of {board.GOAL}"), _muted(reached)]


def _row(row: CallRow) -> Content:
    score = figures.points(row.total).rjust(3)
    end = "open, R resumes" if row.outcome is None else words.outcome(row.outcome)
    return Content.assemble(
        (figures.when(row.started).ljust(13), "$foreground 60%"), (score, "bold"), "  ", f"{row.name} · {row.level}",
        "\n",
        (" " * 18 + end, "$foreground 60%"),
    )  # fmt: skip
