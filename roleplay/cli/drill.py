"""`roleplay drill opener|after-no|flip|which-yes` on stdin and stdout."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator
from functools import partial

from roleplay.cli.drill_out import Json, Out, Prose
from roleplay.cli.own import category_of
from roleplay.cli.parts import at_store, read_lines
from roleplay.errors import UsageError
from roleplay.inert import message
from roleplay.model.practice import Drill, Verdict
from roleplay.persona import Persona, load_all
from roleplay.practice import skills
from roleplay.practice.book import Book
from roleplay.practice.exercise import Exercise
from roleplay.practice.flip import FlipIt
from roleplay.practice.own_line import item_of
from roleplay.practice.rounds import COUNTS, Candidate, of_skill, rounds
from roleplay.practice.supply import reader, supply
from roleplay.practice.today import tally
from roleplay.session import new_seed
from roleplay.store import Store


def drill(options: argparse.Namespace) -> int:
    """Play a drill."""
    kind = Drill(options.drill)
    with at_store() as store:
        personas = load_all()[0] if kind in (Drill.OPENER, Drill.AFTER_NO) else []
        book = Book(store.practised)
        book.catch_up(reader(store, personas))
        items = _items(kind, options, book, store, personas)
        return _play(items, book, Json() if options.json else Prose(), kind, _wanted(kind, options))


def _items(
    kind: Drill, options: argparse.Namespace, book: Book, store: Store, personas: list[Persona]
) -> list[Candidate]:
    """The items to play. A seed that was given decides alone; else what is due comes first, then what is unseen."""
    if options.line:
        return [_own(kind, options.line)]
    seed = new_seed() if options.seed is None else options.seed
    seen = book.kept.seen(kind) if options.seed is None else {}
    source = supply(kind, store if options.seed is None else None, personas)
    if wanted := _wanted(kind, options):
        return of_skill(wanted, source, seed, options.count or COUNTS[kind], seen)
    due = book.due().get(kind, []) if options.seed is None else []
    return rounds(kind, source, seed, count=options.count, seen=seen, wanted=due)


def _own(kind: Drill, line: str) -> Candidate:
    """The rep's own line as the only item."""
    if kind is not Drill.FLIP:
        raise UsageError("--line goes with flip.")
    item = item_of(message(line))
    return Candidate(item.id, skills.flip(item.moment), partial(FlipIt, item))


def _wanted(kind: Drill, options: argparse.Namespace) -> str:
    """The one skill that was asked for, or "". Raises UsageError for one that is none of this drill."""
    if options.category and kind is not Drill.AFTER_NO:
        raise UsageError("--category goes with after-no.")
    about = category_of(options.category)
    skill = skills.after_no(about) if about else options.skill or ""
    if skill and (skill not in skills.every() or skills.drill_of(skill) is not kind):
        known = ", ".join(each for each in skills.every() if skills.drill_of(each) is kind)
        raise UsageError(f"--skill {skill}: {kind} trains {known}.")
    return str(skill)


def _play(items: list[Candidate], book: Book, out: Out, kind: Drill, wanted: str) -> int:
    results: list[tuple[str, bool]] = []
    out.began(kind, len(items))
    lines = (message(line) for line in read_lines())
    with asyncio.Runner() as runner:
        for number, candidate in enumerate(items, 1):
            exercise = candidate.make()
            out.item(exercise, number, len(items))
            answers: list[str] = []
            verdict = _one(exercise, lines, answers, out, runner)
            if verdict is None:
                break
            results.append((exercise.skill, verdict.ok))
            book.note(exercise, "\n".join(answers), verdict)
            out.verdict(exercise, "\n".join(answers), verdict)
    out.ended(sum(ok for _, ok in results), len(results), tally(results, wanted))
    sys.stdout.flush()
    return 0


def _one(
    exercise: Exercise, lines: Iterator[str], answers: list[str], out: Out, runner: asyncio.Runner
) -> Verdict | None:
    """Play one item to its verdict; None when the rep stops."""
    for line in lines:
        if line == "/end":
            return None
        if line == "/skip":
            return exercise.give_up()
        if not line:
            continue
        answers.append(line)
        beat = runner.run(exercise.answer(line))
        out.said(exercise, beat.said, beat.verdict is None)
        if beat.verdict:
            return beat.verdict
    return None
