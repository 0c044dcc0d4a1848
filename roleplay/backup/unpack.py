"""A backup back: verified whole before anything here is touched, the old data kept aside."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, is_zipfile

from roleplay import config
from roleplay.backup.own import (
    DATABASE,
    FOLDERS,
    FORMAT,
    LARGEST_MANIFEST,
    MANIFEST,
    SETTINGS,
    Kept,
    counted,
    own,
    remove,
    schema,
    sha256,
    told,
)  # fmt: skip
from roleplay.backup.unfinished import MOVED, alone, bring_home, put_back, staging, take_away
from roleplay.errors import BackupError

UNTOUCHED = "Nothing was changed."
LARGEST = 4 * 1024**3
"""Bytes all parts together may hold."""
DENSEST = 200
"""How much smaller packing may make a part over FREE bytes: rows of a database come to a tenth or twentieth."""
FREE = 16 * 1024**2


def restore(file: Path, newest: str) -> Kept:
    """Put a backup in the place of what is here, once all of it is verified; the old data is kept aside.

    `newest` is the layout of the database this version knows. Raises BackupError with everything as it was.
    """
    put_back()
    config.data_dir().mkdir(parents=True, exist_ok=True)
    with told(file), alone(), staging() as folder:
        parts = _verified(file, folder, newest)
        there = counted(parts.get(DATABASE), len(parts))
        aside = config.data_dir() / config.ASIDE
        _exchange(parts, aside)
        return Kept(there.calls, there.nos, there.files, str(aside))


def _verified(file: Path, folder: Path, newest: str) -> dict[str, Path]:
    """The parts of a backup unpacked into a folder, every one as it was when it was written."""
    if not is_zipfile(file):
        raise BackupError(f"{file}: not a backup of roleplay. Name a file that `roleplay backup` wrote.")
    with ZipFile(file) as archive:
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise BackupError(f"{file}: not a backup of roleplay. Name a file that `roleplay backup` wrote.")
        manifest = json.loads(archive.read(MANIFEST))
        if manifest["format"] > FORMAT or manifest["schema"] > newest:
            made = manifest["roleplay"]
            raise BackupError(f"{file}: made by a newer roleplay ({made}). Update roleplay to restore it.")
        if sorted(archive.namelist()) != sorted({MANIFEST, *manifest["files"]}):
            raise BackupError(f"{file}: its parts are not those it lists. Nothing was changed; use another copy.")
        _fits(archive, file)
        parts: dict[str, Path] = {}
        for name, said in manifest["files"].items():
            parts[name] = path = folder / "new" / _safe(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            if archive.getinfo(name).file_size != said["size"]:
                raise BackupError(f"{file}: {name} is not whole. Nothing was changed; use another copy.")
            with archive.open(name) as source, path.open("wb") as target:
                shutil.copyfileobj(source, target)
            if sha256(path) != said["sha256"]:
                raise BackupError(f"{file}: {name} is not as it was written. Nothing was changed; use another copy.")
    if DATABASE in parts:
        _check(parts[DATABASE], file, newest)
    return parts


def _fits(archive: ZipFile, file: Path) -> None:
    """Whether there is room for what it unpacks to. Raises BackupError before anything is unpacked."""
    parts = archive.infolist()
    whole, room = sum(part.file_size for part in parts), shutil.disk_usage(config.data_dir()).free
    if whole > LARGEST or any(part.file_size > FREE + DENSEST * part.compress_size for part in parts):
        raise BackupError(f"{file}: would unpack to {_size(whole)}, which no backup of roleplay does. {UNTOUCHED}")
    if whole > room:
        raise BackupError(f"{file}: needs {_size(whole)} and the disk has {_size(room)}. Make room. {UNTOUCHED}")


def _size(number: int) -> str:
    return f"{number / 1024**3:.1f} GB" if number >= 1024**3 else f"{number / 1024**2:.0f} MB"


def _safe(name: str, file: Path) -> PurePosixPath:
    path = PurePosixPath(name)
    known = name in (DATABASE, SETTINGS) or (len(path.parts) > 1 and path.parts[0] in FOLDERS)
    if not known or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise BackupError(f"{file}: holds {name!r}, which is no part of a backup. Nothing was changed.")
    return path


def _check(database: Path, file: Path, newest: str) -> None:
    with closing(sqlite3.connect(database)) as db:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not sound or schema(database) > newest:
        raise BackupError(f"{file}: its database cannot be used here. Nothing was changed; use another copy.")


def _exchange(parts: dict[str, Path], aside: Path) -> None:
    """Old data aside, new data in; when anything fails on the way, all of it goes back."""
    fresh = config.unfinished_restore()
    try:
        take_away(fresh)
        for name, path in parts.items():
            target = _target(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, target)
            if name in (DATABASE, SETTINGS):
                target.chmod(0o600)
    except BaseException:
        bring_home(fresh)
        raise
    remove(aside)
    fresh.rename(aside)
    (aside / MOVED).unlink()


def _target(name: str) -> Path:
    first, *rest = PurePosixPath(name).parts
    return own()[first].joinpath(*rest)
