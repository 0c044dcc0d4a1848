"""The settings file, read and checked; the environment wins over it. Written back whole by `save`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from roleplay.config import settings_file
from roleplay.errors import SettingsError, unwritable
from roleplay.inert import one_line

AFRESH = "Correct it, or delete the file to start afresh."


class ModelSettings(BaseModel):
    """The model that voices the prospect. Empty `model` means the built-in actor."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = ""
    """The model's name at the endpoint."""
    base_url: str = ""
    """The endpoint, up to and including `/v1`; empty means OpenAI's own."""
    api_key: str = ""
    """Used when OPENAI_API_KEY is not set; local servers need none."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30
    """Seconds to wait for the next piece of a reply."""
    dropped: list[str] = []
    """Request parameters this endpoint refused; they are left out."""


class Settings(BaseModel):
    """Everything a rep can set, with the values of a fresh start."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: str = "roleplay-dark"
    """A Textual theme's name; changed in the app with ctrl+t or the palette."""
    mode: Literal["practice", "exam"] = "practice"
    """The mode a call starts in."""
    typing: bool = True
    """Whether replies appear word by word."""
    predict: bool = True
    """Whether the rep is asked what they think happened before a card is shown; g on a card changes it."""
    welcomed: bool = False
    """Whether the first-run welcome has been seen."""
    weekly_goal: Annotated[int, Field(ge=1, le=99)] = 3
    """Nos from customers a week, each asked further about."""
    week_starts: Literal["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = ""
    """The day a week begins on; empty means as the locale has it."""
    levels: dict[str, Annotated[int, Field(ge=1, le=5)]] = {}
    """The level chosen for a prospect in the app, by the prospect's id."""
    voice: ModelSettings = ModelSettings()
    """The model, if one is connected."""


def load(path: Path | None = None) -> Settings:
    """The settings, with OPENAI_API_KEY and OPENAI_BASE_URL laid over them.

    Raises SettingsError that names the file, the field and the mend.
    """
    return _with_environment(read(path))


def read(path: Path | None = None) -> Settings:
    """The settings as they stand in the file, or those of a fresh start where there is none."""
    path = path or settings_file()
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}). Make it readable, or move it away.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is no UTF-8 text. {AFRESH}") from error
    try:
        return Settings.model_validate(tomllib.loads(text))
    except ValidationError as error:
        first = error.errors()[0]
        at = line_of(text, first["loc"])
        field = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}{f', line {at}' if at else ''}: {field}: {first['msg']}. {AFRESH}") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}. {AFRESH}") from error


def line_of(text: str, field: Sequence[str | int]) -> int:
    """The line (from 1) on which a field of a TOML text is set, or the nearest part of it that is; 0 where none is."""
    lines, section = dict[str, int](), ""
    for number, line in enumerate(text.splitlines(), 1):
        if (line := line.strip()).startswith("["):
            section = line.split("]")[0].strip("[ ")
            lines.setdefault(section, number)
        elif "=" in line:
            name = line.partition("=")[0].strip()
            lines.setdefault(f"{section}.{name}" if section else name, number)
    parts = [str(part) for part in field]
    return next((lines[name] for end in range(len(parts), 0, -1) if (name := ".".join(parts[:end])) in lines), 0)


def _with_environment(settings: Settings) -> Settings:
    voice = settings.voice
    base_url = os.environ.get("OPENAI_BASE_URL") or voice.base_url
    changes = {
        "api_key": key_for(base_url, voice),
        "base_url": base_url,
        "model": one_line(os.environ.get("ROLEPLAY_MODEL") or voice.model),
    }
    return settings.model_copy(update={"voice": voice.model_copy(update=changes)})


def key_for(base_url: str, kept: ModelSettings) -> str:
    """The key an address may be sent: the environment's for an address on another machine or one that the environment
    names, the kept one for the address it was kept with. A server that merely listens on this machine gets neither.
    """
    named = os.environ.get("OPENAI_BASE_URL", "")
    host = urlsplit(base_url).hostname or ""
    here = host in ("localhost", "::1") or host.startswith("127.")
    from_environment = "" if here and base_url != named else os.environ.get("OPENAI_API_KEY", "")
    return from_environment or (kept.api_key if base_url == kept.base_url else "")


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings; the file is readable by its owner only, since it may hold a key.

    Raises SettingsError when the folder cannot be written.
    """
    path = path or settings_file()
    import tomli_w

    draft = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_text(tomli_w.dumps(settings.model_dump()), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise SettingsError(unwritable(path.parent, error)) from error
