"""The lobby's side column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.tui import board, figures, words
from roleplay.tui.widgets.tasks import task_line

if TYPE_CHECKING:
    from roleplay.practice.stuck import Stuck
    from roleplay.store import CallRow


def aside(state: board.Board) -> Content:
    """Today, this week, recent calls."""
    plan = [_title("Your plan"), Content(str(state.plan)), Content("")] if state.plan else []
    parts = [
        *plan,
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
    """The open call first; then the plan. Before anything was done there is one thing to do."""
    rows: list[Content] = []
    if state.open:
        row = state.open
        rows = [
            Content.assemble(
                "Finish with ", (row.name, "bold"), ", left open after ", figures.count(row.turns, "turn"), "."
            ),
            Content.assemble(("R", "bold"), (" goes on where you were", "$foreground 60%")),
        ]
    elif not state.recent and not any(task.tried for task in state.tasks):
        rows = [Content("Your first call: anyone on the left."), _muted("Five minutes; nothing can go wrong.")]
        rows += [_muted("Or something shorter first:")] if state.tasks else []
    rows += [task_line(task) for task in state.tasks]
    if state.unread and not state.tasks:
        rows.append(_muted("Your last calls are being read; the plan follows."))
    if state.tasks:
        done = all(task.done for task in state.tasks)
        rows.append(_muted("All done for today.") if done else Content.assemble(("d", "bold"), _muted(" begins")))
    if state.stuck:
        rows += [Content(""), _title("Stay at level 1"), Content(_smaller(state.stuck))]
    if state.focus:
        rows += [Content(""), _title("One thing to watch"), Content(state.focus)]
    return rows


def _smaller(stuck: Stuck) -> str:
    from roleplay.practice.skills import words as skill

    return (
        f"It is the mildest, so make the step smaller: drill {skill(stuck.skill)}, call in practice mode with hints "
        "(f2), and play the costliest moment twice more (p on the card)."
    )


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
