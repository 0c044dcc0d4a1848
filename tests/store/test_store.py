"""What is kept, and that it is kept whole."""

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleplay import codec
from roleplay.errors import StoreError
from roleplay.model import (
    Act,
    Call,
    Cue,
    Dimension,
    Guess,
    Meaning,
    Mode,
    Mood,
    Move,
    Outcome,
    Scorecard,
    Setup,
    State,
    Take,
    Turn,
    Voice,
)
from roleplay.persona import Persona
from roleplay.store import Store
from roleplay.store.database import HEAD
from tests.readings import reading


@pytest.fixture
def store(tmp_path: Path):
    store = Store(tmp_path / "calls.db")
    yield store
    store.close()


def a_call(who: Persona, id: str = "one", started: str = "2026-03-02T10:00:00+00:00") -> Call:
    return Call(id, Setup(who.id, 2, 7, Mode.EXAM, None, who.hash, "0"), started, "Hello?")


def a_turn(number: int, said: str = "Bad time?", reply: str = "No, go on.") -> Turn:
    state = State(Mood(40, 38, 17), 9.7, turn=number)
    cue = Cue(Act.PERMISSION_NO, "neutral", (2, 8))
    return Turn(number, said, reading(Move.NO_ORIENTED, ask="time"), cue, state, reply, Voice("built-in"))


def test_a_call_comes_back_whole(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    call = replace(a_call(who), turns=(a_turn(1), a_turn(2, "So…")), outcome=Outcome.EXIT_KNOWN, ended_by="rep")
    store.open_call(call, who)
    for turn in call.turns:
        store.add_turn(call.id, turn)
    store.end_call(call)
    assert store.call("one") == call


def test_a_database_forgotten_elsewhere_is_begun_anew_and_one_put_back_is_read(
    tmp_path: Path, store: Store, personas: dict[str, Persona]
):
    def there() -> list[str]:
        other = Store(tmp_path / "calls.db")
        try:
            return [row.id for row in other.calls()]
        finally:
            other.close()

    store.open_call(a_call(personas["dana"]), personas["dana"])
    backup = sqlite3.connect(tmp_path / "backup.db")
    with contextlib.closing(sqlite3.connect(store.path)) as live:
        live.backup(backup)
    backup.close()
    for file in tmp_path.glob("calls.db*"):
        file.unlink()
    assert store.calls() == []
    store.open_call(a_call(personas["dana"], "two"), personas["dana"])
    assert there() == ["two"]
    (tmp_path / "backup.db").replace(store.path)
    for file in tmp_path.glob("calls.db-*"):
        file.unlink()
    assert [row.id for row in store.calls()] == ["one"] == there()


def test_a_turn_is_there_before_anything_else_happens(tmp_path: Path, store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    store.add_turn("one", a_turn(1))
    other = Store(tmp_path / "calls.db")
    assert [turn.number for turn in other.call("one").turns] == [1]
    other.close()


def test_rewinding_forgets_later_turns_and_opens_the_call_again(store: Store, personas: dict[str, Persona]):
    call = a_call(personas["dana"])
    store.open_call(call, personas["dana"])
    for number in (1, 2, 3):
        store.add_turn("one", a_turn(number))
    store.end_call(replace(call, outcome=Outcome.HUNG_UP))
    store.drop_turns("one", 1)
    store.end_call(call)
    assert [turn.number for turn in store.call("one").turns] == [1]
    assert store.call("one").outcome is None


def test_the_persona_is_kept_as_it_was(store: Store, personas: dict[str, Persona]):
    call = a_call(personas["tunde"])
    store.open_call(call, personas["tunde"])
    assert store.persona_of(call).source == personas["tunde"].source


def test_the_list_is_newest_first_and_filtered_by_words_and_names(store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"], "old", "2026-03-01T10:00:00+00:00"), personas["dana"])
    store.open_call(a_call(personas["marek"], "new", "2026-03-02T10:00:00+00:00"), personas["marek"])
    store.add_turn("old", a_turn(1, "Would 100% be a lot_ to ask?"))
    assert [row.id for row in store.calls()] == ["new", "old"]
    assert [row.id for row in store.calls("marek")] == ["new"]
    assert [row.id for row in store.calls("100%")] == ["old"]
    assert [row.id for row in store.calls("lot_")] == ["old"]
    assert store.calls("0% o") == []


def card(total: float | None) -> Scorecard:
    return Scorecard(total, (Dimension("ending", 12, 0.5, "so"),), (), "ask", "1", "hash")


def test_the_newest_card_counts_and_the_older_are_kept(store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    for total in (40.0, 55.0):
        store.cards.keep("one", card(total))
    assert store.cards.newest("one") == card(55.0)
    assert [each.total for _, each in store.cards.dated("one")] == [55.0, 40.0]
    assert store.calls()[0].total == 55.0
    assert store.cards.best_and_last() == {("dana", 2): (55.0, 55.0)}


def test_delete_can_be_undone_until_the_purge(store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    store.delete("one")
    assert store.calls() == []
    store.restore("one")
    assert len(store.calls()) == 1
    store.delete("one")
    store.purge()
    with pytest.raises(StoreError, match="no call 'one'"):
        store.call("one")


def test_the_version_known_in_code_is_the_newest_migration():
    from alembic.script import ScriptDirectory

    from roleplay.store import database

    assert ScriptDirectory(str(Path(database.__file__).parent / "migrations")).get_current_head() == HEAD


def test_migrations_lead_to_the_tables_the_code_expects(tmp_path: Path, store: Store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from roleplay.store.database import open_database
    from roleplay.store.schema import metadata

    engine = open_database(tmp_path / "calls.db")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    (tmp_path / "calls.db").write_text("not a database, but long enough to be taken for one" * 20)
    with pytest.raises(StoreError, match=r"calls\.db.*move it away"):
        Store(tmp_path / "calls.db")


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path, store: Store):
    with sqlite3.connect(tmp_path / "calls.db") as db:
        db.execute("UPDATE alembic_version SET version_num='9999'")
    db.close()
    with pytest.raises(StoreError, match="Update roleplay"):
        Store(tmp_path / "calls.db")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_survive_the_way_to_json_and_back(said: str, reply: str):
    turn = a_turn(1, said, reply)
    assert codec.loads(Turn, codec.dumps(turn)) == turn


def test_a_first_start_that_was_cut_off_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from alembic import op

    class CutOff(Exception):
        pass

    def cut(*args: object, **kwargs: object) -> None:
        raise CutOff

    with monkeypatch.context() as patched:
        patched.setattr(op, "create_index", cut)
        with pytest.raises(CutOff):
            Store(tmp_path / "fresh.db")
    store = Store(tmp_path / "fresh.db")
    assert store.calls() == []
    store.close()


def test_a_damaged_call_is_named_and_can_be_dropped(tmp_path: Path, store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    store.add_turn("one", a_turn(1))
    with sqlite3.connect(tmp_path / "calls.db") as db:
        db.execute("UPDATE turns SET body='{}'")
    db.close()
    with pytest.raises(StoreError, match="damaged"):
        store.call("one")
    store.delete("one")
    assert store.calls() == []


def a_take(id: str, turn: int = 1, made: str = "2026-03-03T10:00:00.000000+00:00") -> Take:
    return Take(id, "one", turn, (a_turn(turn, "Another way?"),), made)


def test_takes_are_kept_with_the_call_and_their_answer_can_follow(store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    store.add_turn("one", a_turn(1))
    store.takes.keep(a_take("second", made="2026-03-04T10:00:00.000000+00:00"))
    store.takes.keep(a_take("first"))
    store.takes.keep(replace(a_take("first"), different="I asked first"))
    assert [(take.id, take.different) for take in store.takes.of("one")] == [("first", "I asked first"), ("second", "")]
    assert store.calls()[0].takes == 2
    assert store.call("one").turns == (a_turn(1),)


def test_a_call_forgotten_for_good_takes_its_takes_along(tmp_path: Path, store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    store.takes.keep(a_take("t"))
    store.delete("one")
    store.purge(days=30)
    store.restore("one")
    assert len(store.takes.of("one")) == 1
    store.delete("one")
    store.purge()
    assert store.takes.of("one") == ()


def test_a_draft_lasts_until_the_next_turn(store: Store, personas: dict[str, Persona]):
    store.open_call(a_call(personas["dana"]), personas["dana"])
    assert store.draft("one") == ""
    store.keep_draft("one", "It sounds li")
    assert store.draft("one") == "It sounds li"
    store.add_turn("one", a_turn(1))
    assert store.draft("one") == ""


def test_a_guess_is_kept_with_the_call_until_the_call_is_open_again(store: Store, personas: dict[str, Persona]):
    call = replace(a_call(personas["dana"]), outcome=Outcome.VAGUE, ended_by="rep")
    store.open_call(call, personas["dana"])
    store.end_call(call)
    assert store.call("one").guess is None
    guess = Guess(True, Meaning.NOT_READY, 0)
    store.keep_guess("one", guess)
    store.end_call(call)
    assert store.call("one").guess == guess
    store.end_call(replace(call, outcome=None, ended_by=""))
    assert store.call("one").guess is None


def test_only_calls_of_the_same_prospect_and_level_are_compared(store: Store, personas: dict[str, Persona]):
    who = personas["dana"]
    for day, level, total in ((1, 2, 40.0), (2, 3, 90.0), (3, 2, None), (4, 2, 50.0)):
        call = a_call(who, f"c{day}", f"2026-03-0{day}T10:00:00+00:00")
        store.open_call(replace(call, setup=replace(call.setup, level=level)), who)
        store.cards.keep(f"c{day}", card(total))
    assert store.cards.before(store.call("c4")) == 40.0
    assert store.cards.before(store.call("c1")) is None
    assert store.cards.best_and_last() == {("dana", 2): (50.0, 50.0), ("dana", 3): (90.0, 90.0)}


def test_a_database_of_the_first_layout_keeps_its_calls(tmp_path: Path, personas: dict[str, Persona]):
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    from roleplay.store import database

    path = tmp_path / "old.db"
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        who = personas["dana"]
        connection.exec_driver_sql("INSERT INTO personas VALUES (?, ?, ?)", (who.hash, who.id, who.source))
        setup = codec.dumps(a_call(who).setup)
        connection.exec_driver_sql(
            "INSERT INTO calls VALUES"
            " ('one', 'dana', 'Dana', 2, 'exam', NULL, ?, 'Hello?', '2026-03-02', ?, 'rep', '', 0)",
            (setup, "vague_maybe"),
        )
        connection.exec_driver_sql("INSERT INTO turns VALUES ('one',1,'a','b',?)", (codec.dumps(a_turn(1)),))
    engine.dispose()
    store = Store(path)
    assert store.call("one").turns == (a_turn(1),)
    store.takes.keep(a_take("t"))
    assert store.calls()[0].takes == 1
    assert store.draft("one") == ""
    assert store.call("one").guess is None
    store.close()
