"""The journal, its patterns and the week as plain text, which reads well aloud."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from roleplay.inert import one_line
from roleplay.model import Entry
from roleplay.practice.pattern_words import sentences
from roleplay.practice.patterns import Patterns
from roleplay.practice.week import Week
from roleplay.practice.week_words import marks, remark, standing, streak
from roleplay.practice.words import SOURCES, came, category, counts_for

NAME = 13
"""Columns for a category's name."""


def entry_lines(entry: Entry, width: int) -> Iterator[str]:
    """An entry: its number, day, category and source; their words; mine; what came."""
    counts = f", {counts_for(entry)}" if entry.deeper else ""
    who = f", {one_line(entry.who)}" if entry.who else ""
    yield f"{entry.id}  {entry.day}  {category(entry.category)}  ({SOURCES[entry.source]}{who}{counts})"
    yield _filled(f'"{one_line(entry.text)}"', width)
    if entry.reply:
        yield _filled(f'You: "{one_line(entry.reply)}" ({entry.move})', width)
    if what := came(entry):
        yield _filled(f"Came of it: {one_line(what)}", width)


def _filled(text: str, width: int) -> str:
    return fill(text, width, initial_indent="    ", subsequent_indent="    ")


def week_lines(week: Week, *, brief: bool = False) -> Iterator[str]:
    """The week: customers, practice, what is missing, the streak; briefly only the first."""
    count = f"{standing(week.customers, week.goal)} nos from customers that you asked further about"
    if brief:
        yield f"This week: {count}."
        return
    yield f"Week from {week.first}: {count}. {remark(week)}"
    yield f"Customers  {marks(week.customers, week.goal)}"
    yield f"Practice   {marks(week.practised, week.goal)}   {standing(week.practised, week.goal)}"
    days = [f"{day:%a} {real}" + (f" (+{trained} practised)" if trained else "") for day, real, trained in week.strip]
    yield "By day: " + ", ".join(days)
    if line := streak(week):
        yield f"{line}."


def pattern_lines(found: Patterns, width: int) -> Iterator[str]:
    """What the patterns say, then the table behind the first of them."""
    for line in sentences(found):
        yield fill(line, width, subsequent_indent="  ")
    if found.rows:
        yield ""
        yield f"Nos by week, from {found.first}"
        for row in found.rows:
            cells = " ".join(f"{count or '.':>3}" for count in row.weeks)
            yield f"{category(row.category):<{NAME}}{cells}   {row.total} in all, {row.customers} from customers"
