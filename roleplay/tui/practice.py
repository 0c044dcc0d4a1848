"""What the drill screens work with: the practice book, and the items of a drill. Plain functions, for `to_thread`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roleplay.model import Push
    from roleplay.model.practice import Drill, NoItem
    from roleplay.practice.book import Book
    from roleplay.practice.rounds import Candidate
    from roleplay.practice.today import Task
    from roleplay.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Standings:
    """What the drills screen shows: today's tasks, and what is due of each drill."""

    plan: list[Task]
    due: Mapping[Drill, list[str]]


def look(desk: Desk) -> Standings:
    """What is planned and what is due."""
    book: Book = desk.book()
    return Standings(book.plan(), book.due())


def items(desk: Desk, drill: Drill, skill: str = "", count: int | None = None) -> list[Candidate]:
    """The items to play: of one skill, or what is due of a drill and then what is unseen."""
    from roleplay.practice.rounds import COUNTS, of_skill, rounds
    from roleplay.practice.supply import supply

    book, source = desk.book(), supply(drill, desk.store, desk.personas)
    seen, seed = book.kept.seen(drill), desk.seed()
    if skill:
        return of_skill(skill, source, seed, count or COUNTS[drill], seen)
    return rounds(drill, source, seed, count=count, seen=seen, wanted=book.due().get(drill, []))


def own_line(push: Push) -> list[Candidate]:
    """A pushing line of the rep's own, to be flipped; it trains the moment it was said in."""
    from functools import partial

    from roleplay.practice import skills
    from roleplay.practice.flip import FlipIt
    from roleplay.practice.own_line import item_of
    from roleplay.practice.pushes import moment
    from roleplay.practice.rounds import Candidate

    item = item_of(push.line, moment(push.situation))
    return [Candidate(item.id, skills.flip(item.moment), partial(FlipIt, item))]


def this_no(desk: Desk, no: NoItem) -> list[Candidate]:
    """One no of the journal, to be followed up; nothing where no prospect has one of its kind."""
    from roleplay.model.practice import Drill
    from roleplay.practice.rounds import Supply, rounds

    found = rounds(Drill.AFTER_NO, Supply(desk.personas, (no,)), desk.seed(), count=10_000)
    return [each for each in found if each.item.endswith(f": {no.text}")][:1]
