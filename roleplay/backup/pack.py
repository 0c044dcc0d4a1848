"""Everything of the rep's into one file: a zip with a manifest, each part with its sha256.

The key of a model endpoint is left out: a backup travels, a key should not.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import tomllib
import zlib
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from roleplay import __version__, settings
from roleplay.backup.own import (
    DATABASE,
    FORMAT,
    LARGEST_MANIFEST,
    MANIFEST,
    PART,
    Kept,
    counted,
    own,
    schema,
    sha256,
    told,
)
from roleplay.errors import BackupError


def backup(file: Path, now: datetime) -> Kept:
    """Write everything into one file, in the place of an older backup.

    Raises BackupError when there is nothing, when it cannot be written, or when the file is something else, and
    SettingsError when the settings do not read, and so might give the key away.
    """
    if os.path.lexists(file) and not _is_backup(file):
        raise BackupError(f"{file}: there is a file of that name, and it is no backup of roleplay. Pick another name.")
    with tempfile.TemporaryDirectory() as folder, told(file):
        parts = _collect(Path(folder))
        if not parts:
            raise BackupError("there is nothing to back up yet.")
        named = {name: {"sha256": sha256(path), "size": path.stat().st_size} for name, path in parts.items()}
        head = schema(parts[DATABASE]) if DATABASE in parts else ""
        manifest = {
            "format": FORMAT, "roleplay": __version__, "made": now.isoformat(timespec="seconds"), "schema": head,
            "files": named,
        }  # fmt: skip
        _write(file, manifest, parts)
        return counted(parts.get(DATABASE), len(parts))


def _write(file: Path, manifest: dict[str, object], parts: dict[str, Path]) -> None:
    """Beside the file first, so that an older backup stands until the new one is whole."""
    draft = file.with_name(file.name + PART)
    try:
        with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for name, path in parts.items():
                archive.write(path, name)
        draft.chmod(0o600)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _is_backup(file: Path) -> bool:
    """Whether it is ours beyond doubt: other programs' archives hold a manifest too, and nothing brings them back."""
    try:
        with ZipFile(file) as archive:
            if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
                return False
            manifest = json.loads(archive.read(MANIFEST))
            names = set(archive.namelist())
    except (BadZipFile, KeyError, ValueError, RecursionError, OSError, NotImplementedError, RuntimeError, zlib.error):
        return False
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        return False
    ours = isinstance(manifest.get("format"), int) and {"roleplay", "made", "schema"} <= manifest.keys()
    return ours and names == {MANIFEST, *manifest["files"]}


def _collect(folder: Path) -> dict[str, Path]:
    parts: dict[str, Path] = {}
    for name, path in own().items():
        if path.is_dir():
            found = sorted(item for item in path.rglob("*") if item.is_file() and not item.is_symlink())
            parts |= {f"{name}/{item.relative_to(path).as_posix()}": item for item in found}
        elif path.is_file():
            parts[name] = folder / name
            _copy(name, path, folder / name)
    return parts


def _copy(name: str, path: Path, to: Path) -> None:
    """A database as of one moment, even while it is used; settings without the key."""
    if name == DATABASE:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
        return
    import tomli_w

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        values.get("voice", {}).pop("api_key", None)
    except (ValueError, AttributeError):  # copied as it stands it might carry the key
        settings.read(path)
        raise
    to.write_text(tomli_w.dumps(values), encoding="utf-8")
