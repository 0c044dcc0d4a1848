"""What many calls are read by: sorted and searched in the database, digests fetched again only when changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from roleplay import coach
from roleplay.model import Call, Mode
from roleplay.persona import Persona
from roleplay.practice.catch_up import catch_up
from roleplay.session import Session
from roleplay.store import Store

LINES = ("Is this a bad time?", "It sounds like the evenings go on paperwork.", "So you agree it is great, right?")


@pytest.fixture
def store(tmp_path: Path):
    store = Store(tmp_path / "roleplay.db")
    yield store
    store.close()


async def keep(store: Store, who: Persona, number: int, turns: int) -> Call:
    session = Session.start(who, level=1 + number, seed=7, mode=Mode.EXAM)
    for line in LINES[:turns]:
        await session.say(line)
    session.end()
    call = replace(session.call, id=f"c{number}", started=f"2026-03-0{number + 1}T10:00:00+00:00")
    store.open_call(replace(call, turns=()), who)
    for turn in call.turns:
        store.add_turn(call.id, turn)
    store.end_call(call)
    store.cards.keep(call.id, coach.review(call, who))
    return call


async def three(store: Store, personas: dict[str, Persona]) -> None:
    for number, (id, turns) in enumerate((("marek", 2), ("dana", 3), ("hal", 1))):
        await keep(store, personas[id], number, turns)


async def test_calls_are_sorted_before_they_are_cut(store: Store, personas: dict[str, Persona]):
    await three(store, personas)
    first = {order: store.calls(limit=1, order=order)[0].id for order in ("started", "name", "level", "turns")}
    assert first == {"started": "c2", "name": "c1", "level": "c0", "turns": "c1"}
    totals = [row.total for row in store.calls(order="total")]
    assert totals == sorted(totals, key=lambda total: -1.0 if total is None else total, reverse=True)
    assert [row.outcome for row in store.calls(order="outcome")][-1] is not None
    assert store.count() == 3


async def test_a_search_tells_no_case_apart_and_takes_signs_as_they_are(store: Store, personas: dict[str, Persona]):
    await three(store, personas)
    assert {row.id for row in store.calls("EVENINGS")} == {"c0", "c1"}
    assert [row.id for row in store.calls("dAnA")] == ["c1"]
    assert store.calls("100%_") == []


async def test_digests_follow_every_change_of_the_calls(store: Store, personas: dict[str, Persona]):
    await three(store, personas)
    catch_up(store)
    assert store.digests.all() is store.digests.all()
    store.delete("c1")
    assert [item.call for item in store.digests.all()] == ["c0", "c2"]
    store.restore("c1")
    assert [item.call for item in store.digests.all()] == ["c0", "c1", "c2"]
    card = store.cards.newest("c0")
    assert card
    store.cards.keep("c0", replace(card, total=99.0))
    catch_up(store)
    assert store.digests.all()[0].total == 99.0
