"""The pieces a command puts together: settings, store, actor; and how it writes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from roleplay import config

if TYPE_CHECKING:
    from roleplay.store import Store


def open_store() -> Store:
    """The rep's database."""
    from roleplay.store import Store

    return Store(config.database_file())


def write(text: str) -> None:
    """A line on stdout, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_json(value: Any) -> None:
    """One JSON object on a line, at once."""
    write(json.dumps(value, ensure_ascii=False))


def read_lines() -> Any:
    """The lines of stdin as they come; bytes that are not UTF-8 become replacement characters."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")
