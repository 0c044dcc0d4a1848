"""Entries of the no journal as rows of their table, and back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Text, type_coerce

from roleplay.model import Came, Category, Entry, Meaning, Source
from roleplay.store.schema_journal import nos

WHOLE = tuple(column for column in nos.c if column is not nos.c.before)
"""An entry as it is now; what it was before is read only to take a change back."""
BEFORE = type_coerce(nos.c.before, Text).label("before")
"""What an entry was before, not yet read: it may be damaged."""


def folded(*parts: str) -> str:
    """Words as they are searched."""
    return " ".join(" ".join(parts).casefold().split())


def as_row(entry: Entry) -> dict[str, Any]:
    """An entry as the table holds it."""
    return {
        "at": entry.at, "day": entry.day, "text": entry.text, "who": entry.who, "source": entry.source.value,
        "category": entry.category.value if entry.category else None, "reply": entry.reply, "move": entry.move,
        "deeper": int(entry.deeper), "came": entry.came.value, "outcome": entry.outcome, "worth": entry.worth,
        "meaning": entry.meaning.value if entry.meaning else None, "behind": entry.behind, "call": entry.call or None,
        "turn": entry.turn, "words": folded(entry.text, entry.who, entry.reply, entry.outcome, entry.behind),
    }  # fmt: skip


def as_entry(row: Row[Any]) -> Entry:
    """A row of the table as an entry. Raises ValueError or TypeError when it is damaged."""
    datetime.fromisoformat(row.at)
    return Entry(
        row.text, row.at, Category(row.category) if row.category else None, row.who, Source(row.source), row.reply,
        row.move, bool(row.deeper), Came(row.came), row.outcome, None if row.worth is None else float(row.worth),
        Meaning(row.meaning) if row.meaning else None, row.behind, row.call or "", row.turn, row.id,
    )  # fmt: skip


def remembered(stored: str | None) -> dict[str, Any] | None:
    """An entry's columns as they were before its last change; None where there are none, or they do not read."""
    try:
        before = json.loads(stored or "null")
    except ValueError:
        return None
    if not isinstance(before, dict) or not before.keys() <= {*nos.c.keys()}:
        return None
    plain = all(value is None or isinstance(value, str | int | float) for key, value in before.items() if key != _DEEP)
    return before if before and plain else None


_DEEP = "before"
"""The one column that holds columns: the change before the change."""
