"""Today, the week and the plan in a line each, for a lobby too narrow to have them beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from roleplay.tui import figures
from roleplay.tui.widgets.rows import hang

if TYPE_CHECKING:
    from roleplay.practice.stuck import Stuck
    from roleplay.practice.today import Task
    from roleplay.store import CallRow
    from roleplay.tui.board import Board

QUIET = "$foreground 60%"


GUTTER = 7
Row = tuple[Content, Content]


class Strip(Widget):
    """The rows, each hanging beside its name; cut at the edge where the screen is too short to wrap them."""

    rows: Sequence[Row] = ()

    def show(self, state: Board) -> None:
        """What stands there now."""
        self.rows = strip(state)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the texts take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All rows."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = []
        for name, said in self.rows:
            whole = list(hang(name, said, GUTTER, width))
            cut = len(whole) > 1 and self.styles.text_wrap == "nowrap"
            lines += [Content.assemble(whole[0].truncate(width - 2), " …")] if cut else whole
        return lines


def strip(state: Board) -> list[Row]:
    """Two rows; one before where a call was left open, one behind where there is a plan or something to watch,
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
    return rows


def _stay(stuck: Stuck) -> Content:
    from roleplay.practice.skills import words

    return Content(f"stay at 1; drill {words(stuck.skill)}, hints, two retries")


def _row(name: str, said: Content) -> Row:
    return Content.styled(name, "bold $accent"), said


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
