"""Where things are: settings, data, personas and prompts. Cheap to load; `roleplay.settings` reads the values."""

from __future__ import annotations

import os
from pathlib import Path

APP = "roleplay"
ASIDE = "before-restore"
"""The folder in the data folder where a restore keeps what was there before it."""


def home() -> Path | None:
    """The one folder for everything when `ROLEPLAY_HOME` is set (tests, portable use), else None."""
    value = os.environ.get("ROLEPLAY_HOME")
    return Path(value).expanduser() if value else None


def config_dir() -> Path:
    """The folder of the settings file: the platform's own, or `ROLEPLAY_HOME`."""
    if (folder := home()) is not None:
        return folder
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_dir() -> Path:
    """The folder of the database and of the rep's own personas: the platform's own, or `ROLEPLAY_HOME`."""
    if (folder := home()) is not None:
        return folder
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def settings_file() -> Path:
    """The settings file; it need not exist."""
    return config_dir() / "settings.toml"


def database_file() -> Path:
    """The SQLite database; it is made on first use."""
    return data_dir() / "roleplay.db"


def unfinished_restore() -> Path:
    """Where old data are while a restore runs; still there when it was cut short."""
    return data_dir() / f"{ASIDE}.new"


def own_personas_dir() -> Path:
    """Where the rep's own persona files go; a file here hides a shipped one of the same name."""
    return data_dir() / "personas"


def shipped_dir(name: str) -> Path:
    """The shipped folder `name`, "personas" or "prompts": inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parent / name
