"""The pieces a command puts together: settings, store, actor; and how it writes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from roleplay import config
from roleplay.errors import CallGone, StoreError
from roleplay.inert import inert, one_line

if TYPE_CHECKING:
    from roleplay.store import Store

T = TypeVar("T")

_HARMFUL = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON leaves as it is and a terminal should not be sent: told as escapes, so that nothing is lost."""


def open_store() -> Store:
    """The rep's database."""
    from roleplay.store import Store

    return Store(config.database_file())


@contextmanager
def at_store() -> Iterator[Store]:
    """The rep's database while a command reads it; calls that were passed over as damaged are named on stderr."""
    store = open_store()
    try:
        yield store
        for said in store.damaged.values():
            sys.stderr.write(f"roleplay: passed over: {one_line(said)}\n")
    finally:
        store.close()


def sound(ids: Sequence[str], act: Callable[[str], T], store: Store) -> list[T]:
    """What comes of each call; those it cannot be done with are passed over and named on stderr.

    Raises StoreError where none is left, and CallGone where there is no call of an id.
    """
    found: list[T] = []
    failed: dict[str, StoreError] = {}
    for id in ids:
        try:
            found.append(act(id))
        except CallGone:
            raise
        except StoreError as error:
            failed[id] = error
    if failed and not found:
        raise next(iter(failed.values()))
    for said in [error for id, error in failed.items() if id not in store.damaged]:
        sys.stderr.write(f"roleplay: passed over: {one_line(str(said))}\n")
    return found


def chosen(store: Store, ids: list[str]) -> list[str]:
    """The ids given, each once, or the newest call's. Raises StoreError where there are no calls."""
    if ids:
        return list(dict.fromkeys(ids))
    newest = store.calls(limit=1)
    if not newest:
        raise StoreError("there are no calls yet. `roleplay talk PERSONA` makes one.")
    return [newest[0].id]


def write(text: str) -> None:
    """A line on stdout, at once."""
    sys.stdout.write(inert(text) + "\n")
    sys.stdout.flush()


def write_json(value: Any) -> None:
    """One JSON object on a line, at once."""
    write(as_json_text(value))


def as_json_text(value: Any, indent: int | None = None) -> str:
    """JSON whose letters a terminal can be sent."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read_lines() -> Any:
    """The lines of stdin as they come; bytes that are not UTF-8 become replacement characters."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")
