"""`roleplay today`: the plan of the day, and the command for each part of it."""

from __future__ import annotations

import argparse
import shlex

from roleplay.cli.parts import at_store, write, write_json
from roleplay.practice import skills
from roleplay.practice.book import Book
from roleplay.practice.supply import reader
from roleplay.practice.today import MINUTES, Task


def today(options: argparse.Namespace) -> int:
    """Print the plan."""
    with at_store() as store:
        book = Book(store.practised)
        book.catch_up(reader(store, []))
        tasks = book.plan()
        if options.json:
            write_json({"day": book.today.isoformat(), "tasks": [_json(task) for task in tasks]})
        else:
            _prose(tasks)
    return 0


def _json(task: Task) -> dict[str, object]:
    return {
        "drill": task.drill, "skill": task.skill, "words": skills.words(task.skill), "new": task.new,
        "items": task.items, "tried": task.tried,
        "right": task.right, "done": task.done, "minutes": MINUTES[task.drill],
    }  # fmt: skip


def _prose(tasks: list[Task]) -> None:
    open_tasks = [task for task in tasks if not task.done]
    for task in tasks:
        state = task.result.rstrip(" ✓") if task.done else "new" if task.new else "due"
        write(f"{state}: {skills.words(task.skill)} ({task.drill}, about {MINUTES[task.drill]} min)")
    if open_tasks:
        first = open_tasks[0]
        write(f"Begin: roleplay drill {first.drill} --skill {shlex.quote(first.skill)} --count {first.left}")
    else:
        write("All done for today.")
