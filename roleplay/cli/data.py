"""`roleplay backup`, `restore` and `forget`: the rep's data are the rep's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roleplay import backup as _backup
from roleplay import codec, config
from roleplay.cli.own import clock
from roleplay.cli.parts import write, write_json
from roleplay.errors import UsageError
from roleplay.store.database import HEAD, open_database


def backup(options: argparse.Namespace) -> int:
    """Everything into one file."""
    file = Path(options.file).expanduser()
    kept = _backup.backup(file, clock())
    if options.json:
        write_json({"file": str(file), **codec.to_json(kept)})
    else:
        write(f"{file}: {_held(kept)}. A model's key is left out.")
    return 0


def restore(options: argparse.Namespace) -> int:
    """A backup in the place of what is here."""
    file = Path(options.file).expanduser()
    if not file.is_file():
        raise UsageError(f"there is no file {file}")
    kept = _backup.restore(file, HEAD)
    if config.database_file().exists():
        open_database(
            config.database_file()
        ).dispose()  # an older layout is brought up to date now, not at the next start
    if options.json:
        write_json({"file": str(file), **codec.to_json(kept)})
    else:
        write(f"Restored {_held(kept)}.")
        write(f"What was here before is in {kept.aside} until the next restore.")
    return 0


def forget(options: argparse.Namespace) -> int:
    """Delete everything; asks first."""
    if not options.yes:
        folders = " and ".join(dict.fromkeys(map(str, (config.data_dir(), config.config_dir()))))
        write(
            f"This deletes your calls, scores, journal, plans, exports, own prospects and settings from {folders}. "
            "It cannot be undone; `roleplay backup FILE` keeps a copy."
        )
        sys.stdout.write("Type forget to go on: ")
        sys.stdout.flush()
        if sys.stdin.readline().strip().casefold() != "forget":
            write("Nothing was deleted.")
            return 1
    gone = _backup.forget()
    if options.json:
        write_json([str(path) for path in gone])
    else:
        write("\n".join(f"deleted {path}" for path in gone) if gone else "There was nothing to delete.")
    return 0


def _held(kept: _backup.Kept) -> str:
    return f"{_count(kept.calls, 'call')} and {_count(kept.nos, 'no')} in {_count(kept.files, 'file')}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
