"""A store of thousands of calls: sixty that were really played and read, copied under other ids and days."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import Connection, Table, insert
from sqlalchemy import text as sql

from roleplay import coach
from roleplay.model import Came, Category, Entry, Source
from roleplay.persona import Persona, load_all
from roleplay.practice.book import Book
from roleplay.practice.catch_up import catch_up
from roleplay.practice.supply import reader
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play
from roleplay.store import Store, schema
from roleplay.store.entries import as_row
from roleplay.store.practice_tables import attempts, looked_at
from roleplay.store.schema_journal import digests, nos, pushes

SKILLS = ("skill 10", "skill 30", "skill 50", "skill 70", "skill 90")
_WORDS = """
renewed budget spring partner nothing trust happy brochure winter boss never cheaper board later paper van
"""
WORDS = _WORDS.split()
STAMP, DAY = "copies.stamp", "substr(copies.stamp, 1, 10)"
COPIED: tuple[tuple[Table, str, Mapping[str, str]], ...] = (
    (schema.calls, "id", {"started": STAMP, "ended": STAMP}),
    (schema.turns, "call", {}),
    (schema.cards, "call", {"made": STAMP}),
    (digests, "call", {"ended": STAMP, "day": DAY}),
    (pushes, "call", {}),
    (nos, "call", {"at": STAMP, "day": DAY}),
    (attempts, "call", {"at": STAMP, "day": DAY}),
    (looked_at, "call", {"ended": STAMP}),
)
"""Tables, the column a call stands in, and what is another in a copy."""


def fill(store: Store, calls: int, entries: int) -> None:
    """The store at size; what is read of a call is read once for each pattern, and copied."""
    random, now = Random(1), datetime.now(UTC)
    patterns = played(store, now)
    copies = [
        {
            "id": f"c{number:06}",
            "pattern": random.choice(patterns),
            "stamp": (now - timedelta(minutes=30 * (calls - number))).isoformat(timespec="seconds"),
        }
        for number in range(calls)
    ]
    with store._transaction() as db:
        db.execute(sql("CREATE TEMP TABLE copies (id TEXT, pattern TEXT, stamp TEXT)"))
        db.execute(sql("INSERT INTO copies VALUES (:id, :pattern, :stamp)"), copies)
        for table, key, changed in COPIED:
            _copy(db, table, key, changed)
        db.execute(sql("DELETE FROM calls WHERE id IN (SELECT pattern FROM copies)"))
        db.execute(sql("DELETE FROM drill_attempts WHERE call IN (SELECT pattern FROM copies)"))
        db.execute(sql("UPDATE digests SET card = (SELECT max(id) FROM cards WHERE cards.call = digests.call)"))
        half = {"half": entries // 2}
        db.execute(sql("DELETE FROM nos WHERE id NOT IN (SELECT id FROM nos ORDER BY id LIMIT :half)"), half)
        left = entries - int(db.execute(sql("SELECT count(*) FROM nos")).scalar_one())
        db.execute(insert(nos), [as_row(_real(random, now)) for _ in range(left)])
        db.execute(sql("DROP TABLE copies"))


def _copy(db: Connection, table: Table, key: str, changed: Mapping[str, str]) -> None:
    columns = [column.name for column in table.columns if column.name != "id" or key == "id"]
    values = [changed.get(name, "copies.id" if name == key else f"{table.name}.{name}") for name in columns]
    db.execute(
        sql(
            f"INSERT INTO {table.name} ({', '.join(columns)}) SELECT {', '.join(values)} "
            f"FROM {table.name} JOIN copies ON copies.pattern = {table.name}.{key} ORDER BY copies.id"
        )
    )


def played(store: Store, now: datetime) -> list[str]:
    """Sixty calls really played, scored, and read by the journal and the practice book; their ids."""
    people, _ = load_all()
    pairs = [(who, level, BOTS[bot]) for who in people for level, bot in enumerate(SKILLS, 1)]
    for number, (who, level, bot) in enumerate(pairs):
        call = replace(play(who, level, bot, number), id=f"p{number}", started=now.isoformat(), ended=now.isoformat())
        store.open_call(replace(call, turns=()), who)
        for turn in call.turns:
            store.add_turn(call.id, turn)
        store.end_call(call)
        store.cards.keep(call.id, coach.review(call, who))
    began = time.perf_counter()
    read = catch_up(store)
    print(f"{'reading a finished call':44} {1000 * (time.perf_counter() - began) / read:8.1f} ms each")
    _learn(store, people)
    return [f"p{number}" for number in range(len(pairs))]


def _learn(store: Store, people: list[Persona]) -> None:
    book = Book(store.practised)
    while book.catch_up(reader(store, people)):
        pass


def _real(random: Random, now: datetime) -> Entry:
    at = (now - timedelta(hours=random.randrange(24 * 400))).isoformat(timespec="seconds")
    text = " ".join(random.choices(WORDS, k=random.randint(4, 16)))
    who = f"{random.choice(WORDS).capitalize()} {random.choice(('Ltd', 'Group', 'and Sons'))}"
    return Entry(
        text, at, random.choice(list(Category)), who, Source.REAL, " ".join(random.choices(WORDS, k=9)),
        random.choice(("label", "pitch", "mirror", "rebuttal")), random.random() < 0.5, random.choice(list(Came)),
        worth=random.random(),
    )  # fmt: skip
