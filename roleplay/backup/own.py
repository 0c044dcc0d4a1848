"""What is the rep's: which files and folders, and how they are counted, checked and deleted."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from roleplay import config
from roleplay.errors import BackupError

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE, SETTINGS = "roleplay.db", "settings.toml"
FOLDERS = ("personas", "exports")
LARGEST_MANIFEST = 16 * 1024**2
"""Bytes of a manifest: one of a hundred thousand files has less."""
STAGING = "restoring-"
"""How the folder begins in which a backup is unpacked and checked."""
LOCK = "restore.lock"
PART = ".roleplay-part"
"""The ending of a backup that is still being written."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: calls, journal entries, files; `aside` is where the old data went."""

    calls: int
    nos: int
    files: int
    aside: str = ""


def forget() -> list[Path]:
    """Delete everything of the rep's; the files and folders that went."""
    gone = [path for path in (*own().values(), *leftovers()) if os.path.lexists(path)]
    with told(config.data_dir()):
        for path in gone:
            remove(path)
        for ending in ("-wal", "-shm", "-journal"):
            remove(config.database_file().with_name(DATABASE + ending))
    return gone


def leftovers() -> list[Path]:
    """What restores, backups and saved settings left, as far as they came: the rep's data are in those too."""
    data = config.data_dir()
    drafts = sorted(data.glob(f"*{PART}"))
    named = [
        data / config.ASIDE,
        config.unfinished_restore(),
        data / LOCK,
        data / f"{LOCK}-journal",
        config.settings_file().with_suffix(".tmp"),
    ]
    return [*named, *unpacked(), *drafts]


def unpacked() -> list[Path]:
    """The folders in which restores that were killed had unpacked a backup."""
    return sorted(config.data_dir().glob(f"{STAGING}*"))


def own() -> dict[str, Path]:
    """What is the rep's, by the name it has in a backup."""
    folders = {name: config.data_dir() / name for name in FOLDERS}
    return {DATABASE: config.database_file(), SETTINGS: config.settings_file(), **folders}


def remove(path: Path) -> None:
    """Delete a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sha256(path: Path) -> str:
    """The hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def schema(database: Path) -> str:
    """The layout of a database, or ""."""
    with closing(sqlite3.connect(database)) as db:
        try:
            row = db.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return ""
    return str(row[0]) if row else ""


def counted(database: Path | None, files: int) -> Kept:
    """What a backup with this database holds."""
    counts = [0, 0]
    if database:
        with closing(sqlite3.connect(database)) as db:
            for index, table in enumerate(("calls", "nos")):
                try:
                    counts[index] = db.execute(f"SELECT count(*) FROM {table} WHERE deleted = 0").fetchone()[0]
                except sqlite3.OperationalError:  # a layout from before there was such a table
                    counts[index] = 0
    return Kept(counts[0], counts[1], files)


_UNREADABLE = (
    BadZipFile, KeyError, TypeError, AttributeError, ValueError, RuntimeError, EOFError, OverflowError, zlib.error,
)  # fmt: skip
"""What zips that are damaged, encrypted or packed in a way we do not know come to."""
SEE = "see that its folder is there, has room and can be written to."


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Failures of files, zips and databases as one plain line."""
    try:
        yield
    except _UNREADABLE as error:
        raise BackupError(f"{file}: not a backup that can be read. Nothing was changed; use another copy.") from error
    except (OSError, sqlite3.Error) as error:
        what = getattr(error, "strerror", None) or error
        raise BackupError(f"{file}: {what}. Nothing was lost; {SEE}") from error
