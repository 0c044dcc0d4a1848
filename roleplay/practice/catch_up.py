"""Reading finished calls into the journal, once each: so every no is there by itself, however its call was played."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from roleplay.errors import RoleplayError
from roleplay.model import Came, Entry, Source
from roleplay.practice.after_no import AFTER_NO
from roleplay.practice.digest import digest
from roleplay.practice.journal import heard, read_reply
from roleplay.practice.pushes import pushed

if TYPE_CHECKING:
    from roleplay.store import Store
    from roleplay.store.digests import Unread

AT_ONCE = 100_000
"""Calls read in one go on the command line, which waits for them."""
A_LOOK = 5
"""Calls read in one go behind a screen, which stays quick between two of them."""
FINAL = timedelta(days=30)
"""How long a change or a deletion can be taken back."""


def catch_up(
    store: Store, *, most: int = AT_ONCE, zone: tzinfo | None = None, stop: Callable[[], bool] = lambda: False
) -> int:
    """Read what was not read yet, newest first, until `stop` says so; how many calls were read.

    A damaged call is passed over; it is named where it is opened. Raises StoreError when the database fails.
    """
    _hear_drills(store, zone)
    unread, read = store.digests.unread(most), 0
    for item in unread:
        if stop():
            break
        read += _read(store, item, zone)
    return read


def waiting(store: Store) -> bool:
    """Whether there is anything `catch_up` has not tried to read yet."""
    return bool(store.digests.unread(1) or store.practised.nos_after(store.journal.last_drilled()))


def _hear_drills(store: Store, zone: tzinfo | None) -> None:
    """The nos of drills since the last look; where a drill began with the no, its answer is what the rep said."""
    for attempt, at, answer, no, ok, reason in store.practised.nos_after(store.journal.last_drilled()):
        reply = answer.partition("\n")[0] if no.source == AFTER_NO else ""
        came = (Came.OPENED if ok else Came.CLOSED) if reply else Came.UNKNOWN
        move, deeper, worth = read_reply(reply, no.text, came)
        when = datetime.fromisoformat(at).astimezone(zone).isoformat(timespec="seconds")
        entry = Entry(no.text, when, no.category, no.who, Source.DRILL, reply, move, deeper, worth=worth, turn=attempt)
        store.journal.add(replace(entry, came=came, outcome=reason if reply else ""))


def _read(store: Store, item: Unread, zone: tzinfo | None) -> bool:
    try:
        call = store.call(item.call)
        persona, card = store.persona_of(call), store.cards.newest(item.call)
    except RoleplayError:
        return False
    result = digest(call, persona, card, zone)
    store.digests.keep(item, result, heard(call, persona, zone), pushed(call, persona, result.day))
    return True


def settle(store: Store, now: datetime) -> None:
    """Make old changes final."""
    store.journal.settle(now - FINAL)
