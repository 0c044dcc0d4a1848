"""The commands of the journal, of progress and of the rep's data: their arguments; what they do loads when they run."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any

from roleplay.cli.numbers import whole


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """The function of that name, its module loaded when it is called."""

    def run(options: argparse.Namespace) -> int:
        status: int = getattr(import_module(f"roleplay.cli.{module}"), name)(options)
        return status

    return run


def add(commands: Any) -> None:
    """Add them all."""
    _add_journal(commands)
    progress = commands.add_parser("progress", help="how you are coming on, by week, and the level that suits you")
    pushes = commands.add_parser("pushes", help="where you press for a yes, in your own words, and what it cost")
    prepare = commands.add_parser("prepare", help="before a real call: the nos to expect and what opened them for you")
    prepare.add_argument("customer", nargs="?", default="", help="the customer, as you wrote them down")
    prepare.add_argument("--who", default="", help="the same")
    prepare.add_argument("--category", help="what you expect the no to be about")
    for parser, name in ((progress, "progress"), (pushes, "pushes"), (prepare, "prepare")):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(run=_later("progress", name))
    _add_data(commands)


def _add_journal(commands: Any) -> None:
    no = commands.add_parser("no", help="write down a no you heard from a customer")
    no.add_argument("text", nargs="?", help="their words")
    _add_words(no)
    no.add_argument("--at", help="when: 2026-03-02, 2026-03-02T10:30 or yesterday; now if left out")
    no.add_argument("--list", action="store_true", help="list what there is, as `roleplay nos` does")
    _add_filters(no)
    no.set_defaults(run=_later("journal", "no"))
    nos = commands.add_parser("nos", help="the no journal: search, edit, delete, patterns, the week")
    _add_filters(nos)
    nos.set_defaults(run=_later("journal", "nos"))
    actions = nos.add_subparsers(dest="action", metavar="action")
    edit = actions.add_parser("edit", help="change an entry")
    edit.add_argument("id", type=whole(1))
    edit.add_argument("--text", help="their words")
    _add_words(edit)
    edit.set_defaults(run=_later("journal", "edit"))
    delete = actions.add_parser("delete", help="take entries out; `roleplay nos undo` brings them back")
    delete.add_argument("ids", type=whole(1), nargs="+")
    delete.set_defaults(run=_later("journal", "delete"))
    undo = actions.add_parser("undo", help="take back the last change or deletion, up to 30 days old")
    undo.set_defaults(run=_later("journal", "undo"))
    patterns = actions.add_parser("patterns", help="which nos you meet, what opens them, what is behind them")
    patterns.set_defaults(run=_later("journal", "patterns"))
    week = actions.add_parser("week", help="the weekly goal and how it stands")
    week.add_argument("--goal", type=whole(1, 99), help="set the goal: nos from customers a week")
    week.add_argument("--starts", help="set the day a week begins on: monday to sunday, or locale")
    week.set_defaults(run=_later("journal", "week"))
    for parser in (edit, delete, undo, patterns, week):
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def _add_words(parser: Any) -> None:
    parser.add_argument("--category", help="price, timing, authority, need, trust, competitor, status quo, information")
    parser.add_argument("--who", help="who said it")
    parser.add_argument("--reply", help="what you said next")
    parser.add_argument("--outcome", help="what came of it, in your words")
    came = parser.add_mutually_exclusive_group()
    came.add_argument("--opened", action="store_true", help="it opened: they told you more")
    came.add_argument("--closed", action="store_true", help="it closed: nothing more came")


def _add_filters(parser: Any) -> None:
    parser.add_argument("--search", default="", help="only those in which these words stand")
    if not any(action.dest == "category" for action in parser._actions):
        parser.add_argument("--category", help="only those about this")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--real", action="store_true", help="only those from customers")
    kind.add_argument("--practised", action="store_true", help="only those from practice")
    parser.add_argument(
        "--limit", type=whole(), default=50, help="at most so many, the newest; 50 if left out, 0 for all"
    )
    parser.add_argument("--json", action="store_true")


def _add_data(commands: Any) -> None:
    backup = commands.add_parser("backup", help="put everything of yours into one file")
    backup.add_argument("file")
    restore = commands.add_parser("restore", help="put a backup in the place of what is here; the old is kept aside")
    restore.add_argument("file")
    forget = commands.add_parser("forget", help="delete everything of yours from this machine; asks first")
    forget.add_argument("--yes", action="store_true", help="do not ask")
    for parser, name in ((backup, "backup"), (restore, "restore"), (forget, "forget")):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(run=_later("data", name))
