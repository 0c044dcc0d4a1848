"""Entries of the journal that are damaged: each is named with its mend, and stands in no other's way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from roleplay.errors import StoreError
from roleplay.model import Came, Category, Entry
from roleplay.practice.ledger import Ledger
from roleplay.store import Store

NOW = datetime(2026, 3, 3, 18, tzinfo=UTC)
HARMS = {
    "its category is none": "category = 'weat'",
    "its source is none": "source = 'zz'",
    "what came of it is none": "came = 'x'",
    "what stood behind it is none": "meaning = 'x'",
    "its moment is cut": "at = '2026-0', day = '2026-0'",
    "its worth is no number": "worth = 'much'",
}


@pytest.fixture
def store(tmp_path: Path):
    store = Store(tmp_path / "roleplay.db")
    yield store
    store.close()


@pytest.fixture
def harm(store: Store) -> Callable[[str, int], None]:
    def harming(how: str, id: int) -> None:
        with store._transaction() as db:
            db.execute(text(f"UPDATE nos SET {how} WHERE id = {id}"))

    return harming


def a_no(words: str) -> Entry:
    reply = "What is dear about it?"
    return Entry(words, NOW.isoformat(), Category.PRICE, "Acme", reply=reply, move="label", came=Came.OPENED, worth=0.9)


@pytest.mark.parametrize("how", HARMS.values(), ids=HARMS.keys())
def test_a_damaged_no_is_named_hides_no_other_and_can_be_dropped(store: Store, harm, how: str):
    good, bad = (store.journal.add(a_no(words)) for words in ("Too dear", "Far too dear"))
    harm(how, bad.id)
    assert [entry.id for entry in store.journal.find()] == [good.id]
    assert list(store.damaged.values()) == [
        f"journal entry {bad.id} is damaged; `roleplay nos delete {bad.id}` drops it."
    ]
    with pytest.raises(StoreError, match=f"journal entry {bad.id} is damaged"):
        store.journal.entry(bad.id)
    book = Ledger(store, NOW)
    assert book.week().customers.heard in (1, 2)  # a worth that is no number is still a no that was heard
    assert book.patterns().rows[0].category is Category.PRICE
    expected = book.briefing(who="Acme").expected[0]
    assert (expected.category, expected.example) == (Category.PRICE, good)
    store.journal.delete([bad.id], NOW)
    assert not store.damaged
    assert store.journal.count() == 1


def test_a_deletion_of_several_takes_all_out_or_none(store: Store):
    entry = store.journal.add(a_no("Too dear"))
    with pytest.raises(StoreError, match="no journal entry 77"):
        store.journal.delete([entry.id, 77], NOW)
    assert store.journal.entry(entry.id) == entry


@pytest.mark.parametrize("cut", ['{"text": "Too d', "[1]", '{"nosuch": 1}', "null", '{"text": ["Too"]}'])
def test_words_of_before_that_are_damaged_stay_away_and_block_no_older_change(store: Store, harm, cut: str):
    older, newer = (store.journal.add(a_no(words)) for words in ("Too dear", "Not now"))
    for minute, entry in enumerate((older, newer)):
        store.journal.change(replace(entry, text="changed"), NOW + timedelta(minutes=minute))
    harm(f"before = '{cut}'", newer.id)
    assert len(store.journal.find()) == 2
    with pytest.raises(StoreError, match=f"journal entry {newer.id} was before is damaged"):
        store.journal.undo()
    assert store.journal.entry(newer.id).text == "changed"
    assert store.journal.undo() == older


def test_a_damaged_no_that_was_dropped_is_named_again_when_it_comes_back(store: Store, harm):
    bad = store.journal.add(a_no("Too dear"))
    harm("category = 'weat'", bad.id)
    store.journal.delete([bad.id], NOW)
    with pytest.raises(StoreError, match=f"nos delete {bad.id}"):
        store.journal.undo()
    store.journal.delete([bad.id], NOW)
    assert store.journal.find() == []
