"""The rep's book and clock, as the commands use them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from roleplay import settings
from roleplay.cli.parts import at_store
from roleplay.errors import UsageError
from roleplay.model import Category
from roleplay.practice.catch_up import catch_up, settle
from roleplay.practice.ledger import Ledger
from roleplay.practice.week import first_weekday
from roleplay.practice.words import CATEGORIES, named


def clock() -> datetime:
    """The rep's time, with its zone."""
    return datetime.now().astimezone()


@contextmanager
def open_ledger() -> Iterator[Ledger]:
    """The rep's book, with every finished call read into it."""
    kept, now = settings.read(), clock()
    with at_store() as store:
        catch_up(store)
        settle(store, now)
        yield Ledger(store, now, first_weekday(kept.week_starts, os.environ), kept.weekly_goal)


def category_of(text: str | None) -> Category | None:
    """The category a rep named. Raises UsageError for a name that is none."""
    if not text:
        return None
    if (found := named(text)) is None:
        raise UsageError(f"there is no category '{text}'. They are: {', '.join(CATEGORIES.values())}")
    return found


def moment(text: str | None, now: datetime) -> str:
    """A time a rep named, with its offset; a bare date is noon. Raises UsageError for one that is none, or to come."""
    if not text:
        return now.isoformat(timespec="seconds")
    plain = text.strip().casefold()
    if plain in ("today", "yesterday"):
        day = now.date().toordinal() - (plain == "yesterday")
        plain = datetime.fromordinal(day).date().isoformat()
    try:
        found = datetime.fromisoformat(plain.upper())
    except ValueError:
        raise UsageError(f"'{text}' is no date. Write it as 2026-03-02, 2026-03-02T10:30, today or yesterday") from None
    if len(plain) <= 10:
        found = found.replace(hour=12)
    local = found if found.tzinfo else found.astimezone()
    if local.date() > now.date():
        raise UsageError(f"'{text}' has not come yet. Write a date up to today")
    return local.isoformat(timespec="seconds")
