"""Today, the week and the plan in a line each, for a lobby too narrow to have them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.tui import figures

if TYPE_CHECKING:
    from roleplay.practice.stuck import Stuck
    from roleplay.practice.today import Task
    from roleplay.store import CallRow
    from roleplay.tui.board import Board

QUIET = "$foreground 60%"


def strip(state: Board) -> Content:
    """Two lines; one before where a call was left open, one behind where there is a plan or something to watch,
    and one where even level 1 is too hard.
    """
    rows = [_row("Open", _open(state.open))] if state.open else []
    rows += [_row("Today", _today(state)), _row("Week", _week(state))]
    if state.plan:
        rows.append(_row("Plan", Content(str(state.plan))))
    elif state.focus and not state.stuck:
        rows.append(_row("Watch", Content(state.focus)))
    if state.stuck:
        rows.append(_row("Level", _stay(state.stuck)))
    return Content("\n").join(rows)


def _stay(stuck: Stuck) -> Content:
    from roleplay.practice.skills import words

    return Content(f"stay at 1; drill {words(stuck.skill)}, hints, two retries")


def _row(name: str, said: Content) -> Content:
    return Content.assemble((f"{name:<7}", "bold $accent"), said)


def _open(row: CallRow) -> Content:
    return Content.assemble(
        f"{row.name}, after {figures.count(row.turns, 'turn')}   ", ("R", "bold"), (" goes on", QUIET)
    )


def _today(state: Board) -> Content:
    if not state.tasks:
        return Content.styled("your last calls are being read" if state.unread else "nothing planned", QUIET)
    line = Content(" · ").join([_task(task) for task in state.tasks])
    if all(task.done for task in state.tasks):
        return Content.assemble(line, ("   all done", QUIET))
    return Content.assemble(line, "   ", ("d", "bold"), (" begins", QUIET))


def _task(task: Task) -> Content:
    from roleplay.practice.skills import NAMES
    from roleplay.practice.today import MINUTES

    stands = (
        ("✓" if task.right >= task.tried else f"{task.right}/{task.tried}") if task.done
        else f"{task.tried} of {task.items}" if task.tried
        else f"{MINUTES[task.drill]} min"
    )  # fmt: skip
    return Content.assemble((NAMES[task.drill], "" if task.done else "bold"), (f" {stands}", QUIET))


def _week(state: Board) -> Content:
    from roleplay.practice.week_words import marks, standing

    if not (week := state.week):
        return Content("")
    customers, practised = week.customers, week.practised
    return Content.assemble(
        (marks(customers, week.goal), "bold"), f"  customers {standing(customers, week.goal)}",
        (f" · practice {standing(practised, week.goal)}", QUIET),
    )  # fmt: skip
