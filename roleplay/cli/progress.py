"""`roleplay progress`, `pushes` and `prepare`."""

from __future__ import annotations

import argparse
from textwrap import fill

from roleplay import codec
from roleplay.cli.own import category_of, open_ledger
from roleplay.cli.parts import write, write_json
from roleplay.cli.prose import WIDTH
from roleplay.inert import message, one_line
from roleplay.persona import load_all
from roleplay.practice.book import Book
from roleplay.practice.prepare import Briefing, Expected
from roleplay.practice.progress import Progress
from roleplay.practice.progress_words import SAYS, guesses, headline, level, next_blind, strip, trend
from roleplay.practice.push_words import cost, sentence
from roleplay.practice.pushes import Habit
from roleplay.practice.stuck import spoken
from roleplay.practice.supply import reader
from roleplay.practice.words import category

INDENT = "    "


def progress(options: argparse.Namespace) -> int:
    """How the rep is coming on."""
    personas, _ = load_all()
    with open_ledger() as book:
        Book(book.store.practised).catch_up(reader(book.store, personas))  # what to drill first comes from the calls
        found = book.progress([persona.id for persona in personas])
        if options.json:
            write_json({**codec.to_json(found), "headline": headline(found)})
            return 0
        _say(headline(found))
        if found.calls:
            _progress(found)
    return 0


def _progress(found: Progress) -> None:
    _say(level(found))
    if found.stuck:
        _say(spoken(found.stuck))
    _say(next_blind(found))
    if found.blind.due and found.level:
        write(f"{INDENT}roleplay talk {found.blind.persona} --mode exam --level {found.level.level}")
    write("")
    write(f"{found.calls} scored {'call' if found.calls == 1 else 'calls'}; by week from {found.first}")
    for line in found.lines:
        now = "  -" if line.now is None else f"{line.now:3.0f}"
        says = trend(line.trend) if line.calls else "not practised"
        known = line is found.lines[0] or says != trend(found.lines[0].trend)
        write(f"{line.name:<15}{now}  {strip(line)}  {says if known else ''}".rstrip())
    _say(SAYS)
    _say(guesses(found))
    if found.bests:
        write("")
        write("Best at each level")
    for best in found.bests:
        write(f"  {best.level}  {best.total:3.0f}  {one_line(best.name)}, {best.day}")


def pushes(options: argparse.Namespace) -> int:
    """Where the rep presses for a yes."""
    with open_ledger() as book:
        habits = book.habits()
        if options.json:
            write_json([codec.to_json(habit) for habit in habits])
            return 0
        if not habits:
            write(
                "No message of yours has pressed for a yes in a call so far. Finished calls are looked through by "
                "themselves; what you say in drills is judged there."
            )
        for habit in habits:
            _habit(habit)
    return 0


def _habit(habit: Habit) -> None:
    _say(f"{sentence(habit)}.")
    for line in habit.lines:
        where = f"{one_line(line.who)}, {line.day}, call {line.call}, turn {line.turn}"
        write(fill(f'"{one_line(line.line)}"', WIDTH, initial_indent=INDENT, subsequent_indent=INDENT))
        write(f"{INDENT}  {where}: {cost(line.points, line.trust)}")


def prepare(options: argparse.Namespace) -> int:
    """What to have in mind before a call."""
    with open_ledger() as book:
        found = book.briefing(who=message(options.who or options.customer), category=category_of(options.category))
    if options.json:
        write_json(codec.to_json(found))
    else:
        _briefing(found)
    return 0


def _briefing(found: Briefing) -> None:
    write(f"Before you call {one_line(found.who)}" if found.who else "Before the call")
    if found.who and not any(item.theirs for item in found.expected):
        write(f"No no from {one_line(found.who)} in the journal yet; what others said:")
    for number, item in enumerate(found.expected, 1):
        _expected(number, item)
    _say(f"Your plan: {found.plan}" if found.plan else "No if-then plan yet: the debrief of a call offers one.")
    write(f"Two minutes to warm up: {found.drill}")


def _expected(number: int, item: Expected) -> None:
    counts = ((item.theirs, "from them"), (item.real, "from customers"), (item.seen - item.real, "practised"))
    seen = ", ".join(f"{count} {whose}" for count, whose in counts if count) or "none met yet"
    write(f"{number}. a no about {category(item.category)} ({seen})")
    if item.example:
        _say(f'{INDENT}Opened by: "{one_line(item.example.reply)}" ({item.example.move})')
        _say(f'{INDENT}  when {one_line(item.example.who) or "they"} said: "{one_line(item.example.text)}"')
    else:
        _say(f'{INDENT}None of your own has opened one yet. The technique suggests: "{item.suggestion}"')


def _say(text: str) -> None:
    indent = " " * (len(text) - len(text.lstrip()))
    write(fill(text.lstrip(), WIDTH, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent)))
