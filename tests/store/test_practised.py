"""What was practised is kept whole, and how each skill stands follows from it."""

from dataclasses import replace
from datetime import date

import pytest

from roleplay.model import Call, Category, Mode, Outcome, Setup
from roleplay.model.practice import Attempt, NoItem
from roleplay.practice.memory import Memory
from roleplay.practice.spacing import standing
from roleplay.store import Store

DAY = date(2026, 3, 2)


def attempt(skill: str = "flip:opener", item: str = "f1", *, ok: bool = True, day: date = DAY, **more) -> Attempt:
    return Attempt(f"{day}T10:00:00+00:00", day, skill, item, "Is this a bad time?", ok, **more)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "calls.db")
    yield store
    store.close()


@pytest.fixture(params=["database", "memory"])
def kept(request, store: Store):
    return store.practised if request.param == "database" else Memory()


def test_standings_follow_from_the_attempts(kept):
    kept.add([attempt(ok=False), attempt("after-no:price", "marek/money")], standing)
    kept.add([attempt(day=date(2026, 3, 3))], standing)
    found = kept.standings()
    assert found["flip:opener"] == standing("flip:opener", [(DAY, False), (date(2026, 3, 3), True)])
    assert found["after-no:price"].due == date(2026, 3, 5)


def test_items_seen_are_those_of_that_drill_with_the_last_time(kept):
    kept.add([attempt(), attempt(day=date(2026, 3, 4)), attempt("flip:at the close", "f2")], standing)
    kept.add([attempt("after-no:price", "marek/money"), attempt("flip:opener", "call:1:2", call="1")], standing)
    assert kept.seen("flip") == {"f1": "2026-03-04T10:00:00+00:00", "f2": "2026-03-02T10:00:00+00:00"}
    assert list(kept.seen("after-no")) == ["marek/money"]


def test_a_days_tries_leave_calls_out(kept):
    kept.add([attempt(), attempt(ok=False), attempt(call="1"), attempt(day=date(2026, 3, 3))], standing)
    assert kept.tried(DAY) == {"flip:opener": (2, 1)}


def test_the_first_plan_of_a_day_stays(kept):
    kept.keep_plan(DAY, [("flip:opener", True), ("after-no:price", False)])
    kept.keep_plan(DAY, [("which-yes:counterfeit", False), ("flip:opener", False)])
    assert kept.plan(DAY) == [("flip:opener", True), ("after-no:price", False)]
    assert kept.plan(date(2026, 3, 3)) == []


def test_a_call_looked_at_again_gives_its_lessons_once(kept, store: Store, personas):
    keep(store, personas, "1", "2026-03-02T10:00:00+00:00")
    kept.add([attempt("after-no:price", "marek/money")], standing)
    lesson = attempt("after-no:price", "call:1:3", ok=False, call="1")
    kept.replace_call("1", "a", [lesson], standing)
    kept.replace_call("1", "b", [replace(lesson, ok=True)], standing)
    assert kept.standings()["after-no:price"] == standing("after-no:price", [(DAY, True), (DAY, True)])
    kept.replace_call("1", "c", [], standing)
    assert kept.standings()["after-no:price"].tries == 1


def keep(store: Store, personas, id: str, ended: str, outcome: Outcome | None = Outcome.VAGUE) -> Call:
    who = personas["marek"]
    call = Call(id, Setup(who.id, 2, 7, Mode.EXAM, None, who.hash, "0"), ended, "Hello?")
    store.open_call(call, who)
    store.end_call(replace(call, outcome=outcome, ended_by="rep", ended=ended))
    return call


def test_only_finished_calls_not_yet_looked_at_are_fresh(store: Store, personas):
    for number in (1, 2, 3):
        keep(store, personas, str(number), f"2026-03-0{number}T10:00:00+00:00")
    keep(store, personas, "open", "2026-03-02T12:00:00+00:00", None)
    kept = store.practised
    assert kept.fresh_calls("2026-03-02", 10) == ["3", "2"]
    kept.replace_call("3", "2026-03-03T10:00:00+00:00", [], standing)
    assert kept.fresh_calls("2026-03-02", 10) == ["2"]
    keep_again = store.call("3")
    store.end_call(replace(keep_again, ended="2026-03-05T10:00:00+00:00"))
    assert kept.fresh_calls("2026-03-02", 10) == ["3", "2"], "taken up and ended again, it is looked at again"


def test_nos_heard_in_drills_are_there_for_the_journal(store: Store):
    no = NoItem("Not this quarter.", Category.TIMING, "Dana Whitfield", "opener sprint")
    store.practised.add([attempt(), attempt("opener:warm", "dana", nos=(no,))], standing)
    [(id, at, _answer, found, _ok, _reason)] = store.practised.nos_after(0)
    assert found == no
    assert at == "2026-03-02T10:00:00+00:00"
    assert store.practised.nos_after(id) == []


def test_a_store_of_the_version_before_is_brought_up_to_date(tmp_path, personas):
    import sqlite3

    store = Store(tmp_path / "old.db")
    call = keep(store, personas, "1", "2026-03-02T10:00:00+00:00")
    store.close()
    with sqlite3.connect(tmp_path / "old.db") as db:
        later = ("pushes", "digests", "nos", "plans")
        for table in (*later, "practised_calls", "practice_plans", "skills", "drill_attempts"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE calls DROP COLUMN guess")
        db.execute("UPDATE alembic_version SET version_num='0002'")
    db.close()
    store = Store(tmp_path / "old.db")
    assert store.call(call.id).ended == "2026-03-02T10:00:00+00:00"
    store.practised.add([attempt()], standing)
    assert store.practised.standings()["flip:opener"].tries == 1
    store.close()
