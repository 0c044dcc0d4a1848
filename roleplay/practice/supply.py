"""What the drills are made from, fetched from the store: calls that came to a no, with their prospects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from roleplay.errors import StoreError
from roleplay.model import Call
from roleplay.model.practice import Drill, NoItem
from roleplay.persona import Persona
from roleplay.practice.after_no import Opening, from_call
from roleplay.practice.book import Read
from roleplay.practice.journal import as_item
from roleplay.practice.rounds import Supply

if TYPE_CHECKING:
    from roleplay.store import Store

NOS = 40
"""Latest nos of customers that may be met again."""
CALLS = 4
"""Latest finished calls whose nos may be met again."""


def reader(store: Store, personas: Sequence[Persona]) -> Read:
    """Fetches calls with their prospects; a prospect that is loaded already is not read again."""
    known = {persona.hash: persona for persona in personas}

    def read(id: str) -> tuple[Call, Persona]:
        call = store.call(id)
        hash = call.setup.persona_hash
        if hash not in known:
            known[hash] = store.persona_of(call)
        return call, known[hash]

    return read


def supply(drill: Drill, store: Store | None, personas: Sequence[Persona]) -> Supply:
    """What a drill is made from: prospects, and for "after the no" what customers said and calls came to."""
    if drill is not Drill.AFTER_NO or store is None:
        return Supply(personas)
    return Supply(personas, customers(store), tuple(_openings(store, personas)))


def customers(store: Store) -> tuple[NoItem, ...]:
    """The latest nos of customers in the journal."""
    return tuple(as_item(entry) for entry in store.journal.find(customers=True, limit=NOS))


def _openings(store: Store, personas: Sequence[Persona]) -> Iterator[Opening]:
    read = reader(store, personas)
    for row in [row for row in store.calls(limit=4 * CALLS) if row.outcome and row.turns][:CALLS]:
        with suppress(StoreError):  # a damaged call is noted by the store, and stands in no other's way
            yield from from_call(*read(row.id), source=f"your call with {row.name} on {row.started[:10]}")
