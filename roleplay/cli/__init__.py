"""The commands, and the composition root: settings, store, actor and front end are put together here."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from roleplay.cli import drill_parsers, exports, practising, told
from roleplay.cli.numbers import whole
from roleplay.errors import RoleplayError, UsageError
from roleplay.inert import one_line

LEVELS = range(1, 6)


def run(arguments: list[str]) -> int:
    """Run one command. Errors are one line on stderr; 2 for wrong use, 1 for the rest."""
    _open_streams()
    try:
        options = _parser().parse_args(arguments)
        _put_back(options)
        status = _command(options)(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _unheard()
    except UsageError as error:
        return _fail(error, 2)
    except RoleplayError as error:
        return _fail(error, 1)
    except KeyboardInterrupt:
        return 130
    except (OSError, ValueError, RecursionError) as error:  # the last stand: a plain line instead of a traceback
        return _fail(error, 1)


def _open_streams() -> None:
    """Streams that were closed lead nowhere; letters a terminal cannot write become marks."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _unheard() -> int:
    """Whoever read our output has gone (`| head`): the rest leads nowhere, quietly.

    Not left to SIGPIPE: a model server that hangs up would end the whole app the same way.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return 128 + 13


def _fail(error: Exception, status: int) -> int:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"roleplay: {one_line(str(error)) or type(error).__name__}\n")
    return status


COMMANDS = {
    "talk": "talk:talk",
    "personas": "personas:personas",
    "calls": "calls:calls",
    "label": "label:label",
    "connect": "connect:run",
    "calibrate": "calibrate:calibrate",
    "drill": "drill:drill",
    "today": "today:today",
}
"""The module under `roleplay.cli` and the function of each command that does not bring its own."""


def _command(options: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    """The function behind a command; its module is loaded only now."""
    if options.command is None:
        return _app
    if options.command == "where":
        return _where
    if own := getattr(options, "run", None):
        return own  # type: ignore[no-any-return]
    module, _, function = COMMANDS[options.command].partition(":")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"roleplay.cli.{module}"), function)
    return found


def _put_back(options: argparse.Namespace) -> None:
    """Undo a restore that was cut short, before anything is read; what was done is said on stderr, or in the lobby."""
    from roleplay import config

    if options.command == "forget" or not config.unfinished_restore().exists():
        return
    from roleplay.backup import put_back

    options.notice = put_back()
    sys.stderr.write(f"roleplay: {options.notice}\n" if options.notice else "")


def _app(options: argparse.Namespace) -> int:
    """The app on a terminal; without one, a call on stdin and stdout."""
    if all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) and os.environ.get("TERM") != "dumb":
        from roleplay.tui.app import run as run_app

        return run_app(getattr(options, "notice", ""))
    from roleplay.cli.talk import talk_without_terminal

    return talk_without_terminal()


def _where(options: argparse.Namespace) -> int:
    from roleplay import config

    for name, path in (
        ("settings", config.settings_file()),
        ("calls", config.database_file()),
        ("own personas", config.own_personas_dir()),
        ("shipped personas", config.shipped_dir("personas")),
        ("prompts", config.shipped_dir("prompts")),
    ):
        sys.stdout.write(f"{name:17} {one_line(str(path))}\n")
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        """Wrong use."""
        raise UsageError(f"{message}. `{self.prog} --help` shows how it goes.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="roleplay", description="Practise reaching an honest no early and doing something good with it. "
        "Without a command it opens the app.",
    )  # fmt: skip
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="command")
    _add_talk(commands)
    _add_lists(commands)
    label = commands.add_parser("label", help="say what rep messages or prospect lines do, one a line on stdin")
    label.add_argument("kind", choices=["rep", "prospect"])
    label.add_argument("--json", action="store_true", help="accepted for symmetry: the answer is always JSON lines")
    connect = commands.add_parser("connect", help="find a model server on this machine, try it and remember it")
    connect.add_argument("--base-url", help="the endpoint, up to and including /v1")
    connect.add_argument("--model", help="the model's name there")
    connect.add_argument("--key", help="the API key, if it wants one")
    connect.add_argument("--built-in", action="store_true", help="forget the model; use the built-in prospect")
    calibrate = commands.add_parser("calibrate", help="let bots play the prospects: is harder harder, does gaming pay")
    calibrate.add_argument("personas", nargs="*", help="ids; all if left out")
    calibrate.add_argument("--levels", default="1-5")
    calibrate.add_argument("--seeds", type=whole(1, 10_000), default=40, help="calls a persona, level and bot")
    calibrate.add_argument("--speech", default="lines", help="whose sentences the bots speak: lines (ours) or other")
    calibrate.add_argument("--json", action="store_true")
    drill_parsers.add(commands)
    commands.add_parser("where", help="show the folders of settings, calls and personas")
    practising.add(commands)
    return parser


def _add_talk(commands: argparse._SubParsersAction[_Parser]) -> None:
    talk = commands.add_parser("talk", help="a call on stdin and stdout")
    talk.add_argument("persona", help="an id of `roleplay personas list`")
    talk.add_argument("--level", type=int, choices=LEVELS, help="1 warm to 5 brutal; the persona's own if left out")
    talk.add_argument("--seed", type=whole(), help="the same seed and words give the same call")
    talk.add_argument(
        "--mode", choices=["practice", "exam"], default="exam",
        help="practice shows what each message did and has hints; exam, the default, says nothing until the end",
    )  # fmt: skip
    talk.add_argument("--json", action="store_true", help="one object a line")


def _add_lists(commands: argparse._SubParsersAction[_Parser]) -> None:
    personas = commands.add_parser("personas", help="list, show or check the prospects").add_subparsers(
        dest="action", required=True
    )
    for name, help in (("list", "all that load"), ("show", "one, as the brief shows it"), ("check", "what is wrong")):
        action = personas.add_parser(name, help=help)
        if name == "show":
            action.add_argument("persona")
        if name == "check":
            action.add_argument("files", nargs="*", help="files or ids; all if left out")
        action.add_argument("--json", action="store_true")
    calls = commands.add_parser(
        "calls", help="list, show, export, import, rescore, delete or restore calls"
    ).add_subparsers(dest="action", required=True)
    for name, help in (
        ("list", "all calls, newest first"),
        ("show", "one call with its card; the newest if no id is given"),
        ("rescore", "score calls again with the rubric of today"),
        ("contested", "messages you say were read wrongly, as labelled lines; of all calls if no id is given"),
        ("delete", "delete calls"),
        ("restore", "bring deleted calls back, for 30 days"),
    ):
        action = calls.add_parser(name, help=help)
        if name == "list":
            action.add_argument("--text", default="", help="only calls in which this stands")
        else:
            action.add_argument("ids", nargs="+" if name in ("delete", "restore") else "*")
        action.add_argument("--json", action="store_true")
    exports.add(calls)
    told.add(calls)
