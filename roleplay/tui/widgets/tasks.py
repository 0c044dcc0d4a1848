"""A task of today's plan, as the lobby and the drills screen show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from roleplay.practice.today import Task


def task_line(task: Task) -> Content:
    """The skill in a row; beneath it the drill, how it stands today, and about how long it takes."""
    from roleplay.practice.skills import NAMES, words
    from roleplay.practice.today import MINUTES

    if task.done:
        state = task.result
    elif task.tried:
        state = f"{task.tried} of {task.items} done"
    else:
        state = "new" if task.new else "due"
    line = f"  {NAMES[task.drill]} · {state} · {MINUTES[task.drill]} min"
    return Content.assemble((words(task.skill), "" if task.done else "bold"), "\n", (line, "$foreground 60%"))
