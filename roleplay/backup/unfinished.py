"""A restore that was cut short (a kill, a power cut): noticed at the next start, and everything put back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from roleplay import config
from roleplay.backup.own import DATABASE, LOCK, SETTINGS, STAGING, own, remove, told, unpacked
from roleplay.errors import BackupError

MOVED = "all-moved"
"""Stands in the folder of old data once all of it is there, so that what is at home from then on is new."""
PATIENCE = 10.0
"""Seconds to wait for a restore that runs elsewhere."""


def put_back() -> str:
    """Undo a restore that was cut short; what to tell the rep, "" where there was none.

    Raises BackupError where a restore is still running, or the old data cannot be moved; they are never removed.
    """
    fresh = config.unfinished_restore()
    if not fresh.exists():
        return ""
    with told(fresh), alone():
        if not fresh.exists():  # it was running elsewhere, and is done by now
            return ""
        bring_home(fresh)
    return "The last restore was cut short, so everything is back as it was before it. Run `roleplay restore` again."


def places() -> dict[str, Path]:
    """All that a restore moves, by its name in the folder of old data."""
    wal = {f"{DATABASE}{end}": config.database_file().with_name(DATABASE + end) for end in ("-wal", "-shm")}
    return {**own(), **wal}


def take_away(fresh: Path) -> None:
    """The old data out of the way, into a new folder."""
    fresh.mkdir(parents=True)
    for name, home in places().items():
        if home.exists():
            shutil.move(home, fresh / name)
    (fresh / MOVED).touch()


def bring_home(fresh: Path) -> None:
    """The old data home again, however far the restore had come; may itself be cut short and done again."""
    half = not (fresh / MOVED).exists()
    if not half:
        for home in places().values():  # all of it is new, also where there was nothing before
            remove(home)
        (fresh / MOVED).unlink()
    for name, home in places().items():
        if not (fresh / name).exists():
            continue
        if half and name == SETTINGS and home.exists():  # being copied to another disk, and perhaps not to its end
            continue
        remove(home)
        home.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh / name, home)
    remove(fresh)


@contextmanager
def alone() -> Iterator[None]:
    """One restore at a time: the lock of a database is let go of by itself when its process dies."""
    lock = config.data_dir() / LOCK
    with closing(sqlite3.connect(lock, timeout=PATIENCE, isolation_level=None)) as db:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise BackupError("a restore is running elsewhere. Wait until it is done, and try again.") from error
        try:
            yield
        finally:
            with suppress(OSError):
                lock.unlink()


@contextmanager
def staging() -> Iterator[Path]:
    """A folder beside the data to unpack in; one that a killed restore left is removed."""
    for path in unpacked():
        remove(path)
    with tempfile.TemporaryDirectory(prefix=STAGING, dir=config.data_dir()) as folder:
        yield Path(folder)
