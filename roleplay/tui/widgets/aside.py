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
    from roleplay.practice.week_words import marks, remark, standing, streak

    if not (week := state.week):
        return []
    rows = [
        Content.assemble(name, (marks(count, week.goal), "bold"), "   ", standing(count, week.goal))
        for name, count in (("customers  ", week.customers), ("practice   ", week.practised))
    ]
    rows.append(_muted(remark(week)))
    rows += [_muted(f"{line}.") for line in (streak(week),) if line]
    if state.plan:
        rows += [Content(""), _title("Your plan"), Content(str(state.plan))]
    if state.blind:
        rows += [Content(""), Content.assemble("A blind call is due. ", ("b", "bold"), (" calls", "$foreground 60%"))]
    return rows


def _row(row: CallRow) -> Content:
    score = figures.points(row.total).rjust(3)
    end = "open, R resumes" if row.outcome is None else words.outcome(row.outcome)
    return Content.assemble(
        (figures.when(row.started).ljust(13), "$foreground 60%"), (score, "bold"), "  ", f"{row.name} · {row.level}",
        "\n",
        (" " * 18 + end, "$foreground 60%"),
    )  # fmt: skip
