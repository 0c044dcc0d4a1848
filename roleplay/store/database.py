"""Opening the database: the file, its settings, and bringing an older layout up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from roleplay.errors import ELSEWHERE, StoreError, mend, unwritable

HELD = "Free the file, or move it away to start a new one."
HEAD = "0005"
"""The newest migration. A test keeps it so; knowing it here spares loading Alembic when nothing is to be done."""


def open_database(path: Path) -> Engine:
    """The database at `path`, made or brought up to date if need be.

    Raises StoreError when the file cannot be used, or was made by a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        with engine.connect() as connection:
            version = _version(connection)
        if version != HEAD:
            _upgrade(engine, path, version)
    except OSError as error:
        raise StoreError(unwritable(path.parent, error)) from error
    except DatabaseError as error:
        advice = mend(error.orig, ELSEWHERE if barred(error.orig) else HELD)
        raise StoreError(f"{path}: {error.orig}. {advice}") from error
    return engine


def barred(cause: object) -> bool:
    """Whether the database failed because its file, or its folder, cannot be written to."""
    return any(words in str(cause) for words in ("readonly", "unable to open"))


def which(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path, whatever is in it; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    """Begin for real: by itself the driver leaves changes of the layout outside of any transaction."""
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _version(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(engine: Engine, path: Path, version: str) -> None:
    from alembic import command
    from alembic.config import Config

    if version > HEAD:
        raise StoreError(f"{path} was made by a newer roleplay ({version}). Update roleplay to open it.")
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.execution_options(immediate=True).begin() as connection:
        if _version(connection) == HEAD:  # another process was faster
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
