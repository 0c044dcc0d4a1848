"""`roleplay no` and `roleplay nos`: the no journal on the command line."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from roleplay import codec, settings
from roleplay.cli.own import category_of, moment, open_ledger
from roleplay.cli.parts import write, write_json
from roleplay.cli.prose import WIDTH
from roleplay.cli.prose_journal import entry_lines, pattern_lines, week_lines
from roleplay.errors import RoleplayError, UsageError
from roleplay.inert import message
from roleplay.model import Came, Entry
from roleplay.practice.journal import noted, read_reply
from roleplay.practice.week import WEEKDAYS
from roleplay.practice.words import category

EMPTY = (
    "No nos yet. Those of finished calls come by themselves; "
    '`roleplay no "their words" --reply "what you said"` writes down one from a customer.'
)


def no(options: argparse.Namespace) -> int:
    """Write a no down."""
    if options.text is None:
        if not (options.list or options.search):
            raise UsageError('whose words? Write `roleplay no "their words"`; `roleplay nos` lists what there is')
        return nos(options)
    text = message(options.text)
    if not text:
        raise UsageError('an empty no cannot be kept. Write `roleplay no "their words"`')
    with open_ledger() as book:
        entry = noted(
            text, moment(options.at, book.now), category=category_of(options.category), who=message(options.who or ""),
            reply=message(options.reply or ""), outcome=message(options.outcome or ""),
            came=_came(options),
        )  # fmt: skip
        kept = book.store.journal.add(entry)
        if options.json:
            write_json(as_json(kept))
            return 0
        how = "" if options.category or not kept.category else " (guessed; `roleplay nos edit` changes it)"
        write(f"Kept as {kept.id}: {category(kept.category)}{how}.")
        if not kept.reply:
            write("It counts for the week once you asked further: --reply says what you said.")
        elif not kept.deeper:
            write(f"Your reply reads as {kept.move}; what counts for the week is a question or label about their no.")
        for line in week_lines(book.week(), brief=True):
            write(line)
    return 0


def _came(options: argparse.Namespace) -> Came:
    return Came.OPENED if options.opened else Came.CLOSED if options.closed else Came.UNKNOWN


def nos(options: argparse.Namespace) -> int:
    """List what there is."""
    customers = True if options.real else False if options.practised else None
    wanted: dict[str, Any] = {"category": category_of(options.category), "customers": customers}
    with open_ledger() as book:
        journal = book.store.journal
        found = journal.find(options.search, limit=options.limit or -1, **wanted)
        if options.json:
            write_json([as_json(entry) for entry in found])
            return 0
        if not found:
            narrowed = options.search or options.category or customers is not None
            write("Nothing in the journal fits. Leave a filter out to see more." if narrowed else EMPTY)
        for entry in found:
            write("\n".join(entry_lines(entry, WIDTH)))
        if options.limit and (count := journal.count(options.search, **wanted)) > options.limit:
            write(f"{count - options.limit} older ones; --limit 0 shows all, --search narrows.")
    return 0


def as_json(entry: Entry) -> dict[str, Any]:
    """An entry for scripts."""
    value: dict[str, Any] = {"id": entry.id, **codec.to_json(entry)}
    return {**value, "day": entry.day, "customer": entry.source.customer}


def edit(options: argparse.Namespace) -> int:
    """Change an entry; what is not named stays."""
    named = {name: getattr(options, name) for name in ("text", "who", "reply", "outcome")}
    changes: dict[str, Any] = {name: message(text) for name, text in named.items() if text is not None}
    if "text" in changes and not changes["text"]:
        raise UsageError("a no needs words. `roleplay nos delete` takes an entry out")
    if options.category:
        changes["category"] = category_of(options.category)
    if options.opened or options.closed:
        changes["came"] = _came(options)
    if not changes:
        raise UsageError("nothing to change. Name --text, --category, --who, --reply, --outcome, --opened or --closed")
    with open_ledger() as book:
        entry = changed(book.store.journal.entry(options.id), changes)
        book.store.journal.change(entry, book.now)
        if options.json:
            write_json(as_json(entry))
        else:
            write("\n".join(entry_lines(entry, WIDTH)))
            write("`roleplay nos undo` takes the change back.")
    return 0


def changed(entry: Entry, changes: dict[str, Any]) -> Entry:
    """An entry with other words; a reply or an outcome that changed is read anew."""
    fresh = replace(entry, **changes)
    if {"reply", "came"} & changes.keys():
        move, deeper, value = read_reply(fresh.reply, fresh.text, fresh.came)
        fresh = replace(fresh, move=move, deeper=deeper, worth=value)
    return fresh


def delete(options: argparse.Namespace) -> int:
    """Take entries out."""
    with open_ledger() as book:
        book.store.journal.delete(options.ids, book.now)
        for id in options.ids:
            write_json({"id": id, "deleted": True}) if options.json else write(f"{id} deleted")
        if not options.json:
            write("`roleplay nos undo` brings the last one back.")
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take the last change back."""
    with open_ledger() as book:
        entry = book.store.journal.undo()
        if entry is None:
            raise RoleplayError("there is nothing to take back: no change or deletion of the last 30 days.")
        if options.json:
            write_json(as_json(entry))
        else:
            write("Back as it was:")
            write("\n".join(entry_lines(entry, WIDTH)))
    return 0


def patterns(options: argparse.Namespace) -> int:
    """The patterns."""
    with open_ledger() as book:
        found = book.patterns()
        if options.json:
            write_json(codec.to_json(found))
        else:
            write("\n".join(pattern_lines(found, WIDTH)))
    return 0


def week(options: argparse.Namespace) -> int:
    """How the week stands; its goal and first day can be set."""
    changes: dict[str, Any] = {}
    if options.goal is not None:
        changes["weekly_goal"] = options.goal
    if options.starts:
        day = options.starts.casefold()
        if day not in (*WEEKDAYS, "locale"):
            raise UsageError(f"'{options.starts}' is no day. Write monday to sunday, or locale")
        changes["week_starts"] = "" if day == "locale" else day
    if changes:
        settings.save(settings.read().model_copy(update=changes))
    with open_ledger() as book:
        found = book.week()
        if options.json:
            write_json({**codec.to_json(found), "met": found.met})
        else:
            write("\n".join(week_lines(found)))
    return 0
