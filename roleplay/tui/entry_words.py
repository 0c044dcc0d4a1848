"""An entry of the journal whole, and the week above the journal, as lines of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay.inert import one_line
from roleplay.practice.words import MEANINGS, SOURCES, came, category, counts_for
from roleplay.tui import figures

if TYPE_CHECKING:
    from roleplay.model import Category, Entry
    from roleplay.practice.week import Week

QUIET = "$foreground 60%"
KINDS: dict[bool | None, str] = {None: "all", True: "customers", False: "practice"}
"""Whose nos are shown: everybody's, those of customers, those of calls and drills."""


def scope(about: Category | None, customers: bool | None, count: int, shown: int) -> str:
    """What the list holds: whose nos, about what, how many of them."""
    newest = f", the newest {shown} shown" if count > shown else ""
    subject = category(about) if about else "everything"
    return f"{KINDS[customers]} · {subject} · {figures.count(count, 'no')}{newest}"


def week_line(week: Week) -> Content:
    """How far the week is, and what is to be said of it."""
    from roleplay.practice.week_words import marks, remark, standing

    return Content.assemble(
        "This week  ", (marks(week.customers, week.goal), "bold"), f"  {standing(week.customers, week.goal)}",
        (f"  {remark(week)}", QUIET),
    )  # fmt: skip


def whole(entry: Entry) -> Content:
    """What was said, by whom, what was answered, what came of it, what stood behind it."""
    who = f"{one_line(entry.who)}, {SOURCES[entry.source]}" if entry.who else SOURCES[entry.source]
    rows = [Content.assemble((f"{who}  ", QUIET), (f"“{one_line(entry.text)}”", "bold"))]
    if entry.reply:
        counts = f", {counts_for(entry)}" if entry.deeper else ""
        rows.append(
            Content.assemble(("you  ", QUIET), f"“{one_line(entry.reply)}”", (f"  {entry.move}{counts}", QUIET))
        )
    if what := came(entry):
        rows.append(Content.assemble(("came of it  ", QUIET), one_line(what)))
    if entry.behind:
        rows.append(Content.assemble(("behind it  ", QUIET), f"“{one_line(entry.behind)}”"))
    elif entry.meaning:
        rows.append(Content.assemble(("behind it  ", QUIET), MEANINGS[entry.meaning]))
    return Content("\n").join(rows)
