"""The journal, progress, and the rep's data on the command line."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from roleplay import config, settings
from roleplay.__main__ import main

SET = "settings.toml"
EMPTY = hashlib.sha256(b"").hexdigest()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def ran(*words: str, status: int = 0) -> str:
        assert main(list(words)) == status
        out, err = capsys.readouterr()
        return out + err

    return ran


def test_a_no_is_written_down_guessed_found_mended_and_taken_back(run):
    assert "competitor (guessed" in run(
        "no", "We just renewed with them", "--reply", "Sounds like they earned it.", "--opened"
    )
    assert "1 of 3" in run("nos", "week")
    run("no", "Too dear", "--category", "price", "--who", "Acme", "--at", "2026-03-02")
    rows = json.loads(run("nos", "--json"))
    assert [(row["text"], row["category"], row["customer"]) for row in rows] == [
        ("We just renewed with them", "competitor", True), ("Too dear", "price", True),
    ]  # fmt: skip
    assert rows[1]["day"] == "2026-03-02"
    assert "Too dear" in run("no", "--search", "acme")
    assert "What is dear about it?" in run("nos", "edit", "2", "--reply", "What is dear about it?")
    assert json.loads(run("nos", "--search", "acme", "--json"))[0]["deeper"] is True
    assert "What is dear" not in run("nos", "undo")
    run("nos", "delete", "2")
    assert json.loads(run("nos", "--category", "price", "--json")) == []
    assert "Too dear" in run("nos", "undo")
    assert "nothing to take back" in run("nos", "undo", status=1)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("no",), "whose words?"),
        (("no", "  "), "an empty no"),
        (("no", "x", "--category", "weather"), "there is no category 'weather'. They are: price"),
        (("no", "x", "--at", "soon"), "'soon' is no date"),
        (("no", "x", "--at", "2999-01-01"), "has not come yet"),
        (("nos", "edit", "1"), "nothing to change"),
        (("nos", "week", "--goal", "0"), "from 1 to 99"),
        *(
            ((*words[:-1], words[-1] + number), "no whole number from")
            for number in ("-1", "9" * 23, "9" * 5000, "nan", "")
            for words in (
                ("nos", "--limit="),
                ("no", "--list", "--limit="),
                ("nos", "week", "--goal="),
                ("calibrate", "marek", "--seeds="),
                ("drill", "flip", "--count="),
                ("drill", "flip", "--seed="),
                ("talk", "marek", "--seed="),
            )
        ),
        (("nos", "delete", "9" * 23), "no whole number from"),
        (("nos", "edit", "9" * 23, "--text", "x"), "no whole number from"),
        (("calibrate", "--seeds=10001"), "from 1 to 10000"),
        (("nos", "week", "--starts", "noday"), "is no day"),
        (("restore", "nowhere.zip"), "there is no file"),
    ],
)
def test_wrong_use_is_told_in_a_line(run, words: tuple[str, ...], says: str):
    assert says in run(*words, status=2)


def test_the_app_says_in_the_lobby_that_a_restore_was_undone(home: Path):
    from roleplay.tui.desk import Desk

    desk = Desk()
    desk.notice = "The last restore was cut short."
    desk.load()
    assert "The last restore was cut short." in desk.faults
    desk.close()


@pytest.mark.parametrize("text", ["theme = ", "voice = 3", '[voice]\napi_key = "sk-secret'])
def test_a_backup_that_broken_settings_hinder_names_the_settings(run, tmp_path: Path, text: str):
    run("no", "Too dear")
    config.settings_file().write_text(text)
    said = run("backup", str(tmp_path / "all.zip"), status=1)
    assert str(config.settings_file()) in said
    assert "all.zip" not in said
    assert list(tmp_path.glob("all.zip*")) == []


def test_a_full_disk_is_named_as_such_when_settings_are_saved(run, monkeypatch: pytest.MonkeyPatch):
    run("no", "Too dear")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    said = run("nos", "week", "--goal", "5", status=1)
    assert "disk is full" in said
    assert "writable" not in said


@pytest.mark.parametrize("cause", ["disk I/O error", "database or disk is full"])
def test_a_full_disk_is_named_as_such_when_the_database_fails(run, monkeypatch: pytest.MonkeyPatch, cause: str):
    from roleplay.store import database

    def full(*_: object) -> None:
        raise sqlite3.OperationalError(cause)

    monkeypatch.setattr(database, "_set_up", full)
    said = run("calls", "list", status=1)
    assert "The disk may be full" in said
    assert "move it away" not in said


def test_an_unknown_entry_is_named(run):
    assert "no journal entry 7" in run("nos", "delete", "7", status=1)


def test_empty_states_teach_the_next_step(run):
    for words, says in (
        (("nos",), 'roleplay no "their words"'),
        (("progress",), "One call is enough to begin"),
        (("pushes",), "No message of yours"),
        (("prepare",), "The technique suggests"),
        (("nos", "patterns"), "Too few nos"),
        (("nos", "week"), "0 of 3"),
    ):
        assert says in run(*words)


def test_the_goal_and_the_first_day_are_settings(run):
    assert "of 5" in run("nos", "week", "--goal", "5", "--starts", "sunday")
    assert (settings.read().weekly_goal, settings.read().week_starts) == (5, "sunday")
    week = json.loads(run("nos", "week", "--starts", "locale", "--json"))
    assert week["goal"] == 5
    assert settings.read().week_starts == ""


def test_a_call_on_plain_text_lands_in_journal_progress_and_pushes(run, monkeypatch: pytest.MonkeyPatch):
    import io
    import sys

    said = "Have I caught you at a bad time?\nDon't you agree you could save a lot?\nSo can we sign today?\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said.encode())))
    run("talk", "marek", "--seed", "3")
    assert json.loads(run("nos", "--practised", "--json"))[0]["who"] == "Marek Lis"
    found = json.loads(run("progress", "--json"))
    assert found["calls"] == 1
    assert found["lines"][0]["name"] == "score"
    assert any("sign today" in line["line"] for habit in json.loads(run("pushes", "--json")) for line in habit["lines"])
    assert len(json.loads(run("prepare", "--json"))["expected"]) == 3


def backed_up(run, tmp_path: Path) -> Path:
    """A backup of one no, a persona and settings with a key."""
    run("no", "Too dear")
    config.own_personas_dir().mkdir(parents=True)
    (config.own_personas_dir() / "mine.yaml").write_text("name: Mine\n")
    kept = settings.read()
    settings.save(kept.model_copy(update={"voice": kept.voice.model_copy(update={"api_key": "sk-secret"})}))
    file = tmp_path / "all.zip"
    assert "1 no in 3 files" in run("backup", str(file))
    return file


def test_a_backup_takes_the_place_of_an_older_one_but_of_no_other_file(run, tmp_path: Path):
    run("no", "Too dear")
    file, notes = tmp_path / "own.zip", tmp_path / "notes.txt"
    notes.write_text("for Tuesday")
    run("backup", str(file))
    run("no", "Too late")
    assert "2 nos" in run("backup", str(file))
    assert "no backup of roleplay" in run("backup", str(notes), status=1)
    assert notes.read_text() == "for Tuesday"


def test_forget_names_each_folder_once(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert run("forget", status=1).count(str(config.data_dir())) == 1


def test_a_backup_comes_back_whole_without_the_key_and_the_old_data_is_kept_aside(run, tmp_path: Path):
    file = backed_up(run, tmp_path)
    assert b"sk-secret" not in b"".join(zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist())
    run("no", "Another")
    (config.own_personas_dir() / "mine.yaml").write_text("name: Changed\n")
    run("restore", str(file))
    assert [row["text"] for row in json.loads(run("nos", "--json"))] == ["Too dear"]
    assert (config.own_personas_dir() / "mine.yaml").read_text() == "name: Mine\n"
    with sqlite3.connect(config.data_dir() / "before-restore" / "roleplay.db") as aside:
        assert aside.execute("SELECT count(*) FROM nos").fetchone()[0] == 2
    aside.close()


def rewritten(file: Path, change) -> None:
    """The backup with its parts changed: `change` takes and gives names and bytes."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in change(parts).items():
            archive.writestr(name, data)


def manifest(parts: dict[str, bytes], **values: object) -> dict[str, bytes]:
    return {**parts, "manifest.json": json.dumps({**json.loads(parts["manifest.json"]), **values}).encode()}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda parts: {**parts, SET: b"x" * len(parts[SET])}, "as it was", id="other bytes"),
        pytest.param(lambda parts: {**parts, SET: b"x"}, "not whole", id="shorter"),
        pytest.param(lambda parts: {**parts, "more": b"x"}, "not those it lists", id="a part more"),
        pytest.param(lambda parts: {"manifest.json": parts["manifest.json"]}, "not those it lists", id="parts gone"),
        pytest.param(lambda parts: manifest(parts, schema="9999"), "newer roleplay", id="of a newer layout"),
        pytest.param(lambda parts: manifest(parts, format=2), "newer roleplay", id="of a newer format"),
        pytest.param(lambda parts: {"manifest.json": b"[]"}, "not a backup", id="no manifest"),
        pytest.param(
            lambda parts: manifest({**parts, "../evil": b""}, files={
                **json.loads(parts["manifest.json"])["files"], "../evil": {"size": 0, "sha256": ""},
            }), "no part of a backup", id="a way out of the folder",
        ),
        *(
            pytest.param(lambda parts, name=name: manifest({**parts, name: b""}, files={
                **json.loads(parts["manifest.json"])["files"], name: {"size": 0, "sha256": EMPTY},
            }), "no part of a backup", id=name)
            for name in ("/etc/evil", "personas/../../evil", "C:\\evil", "personas", "more/evil.yaml", "//evil")
        ),
        pytest.param(lambda parts: manifest(parts, files={
            **json.loads(parts["manifest.json"])["files"], SET: {"size": "3", "sha256": ""},
        }), "not whole", id="a size that is no number"),
        pytest.param(lambda parts: manifest(parts, files=[SET]), "those it lists", id="a list of parts"),
        pytest.param(lambda parts: {**parts, "manifest.json": b"[" * 90_000}, "not a backup", id="a deep manifest"),
        pytest.param(
            lambda parts: {**parts, "manifest.json": b" " * 17 * 1024**2 + parts["manifest.json"]},
            "not a backup of roleplay", id="a manifest of 17 MB",
        ),
    ],
)  # fmt: skip
def test_a_backup_that_is_not_as_it_was_written_changes_nothing(run, tmp_path: Path, change, says: str):
    file = backed_up(run, tmp_path)
    rewritten(file, change)
    run("no", "Another")
    assert says in run("restore", str(file), status=1)
    assert len(json.loads(run("nos", "--json"))) == 2
    assert settings.read().voice.api_key == "sk-secret"


def test_a_part_that_stands_in_it_twice_changes_nothing(run, tmp_path: Path):
    file = backed_up(run, tmp_path)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(file, "a") as archive:
        archive.writestr(SET, archive.read(SET))
    run("no", "Another")
    assert "not those it lists" in run("restore", str(file), status=1)
    assert len(json.loads(run("nos", "--json"))) == 2


def test_a_link_in_a_backup_is_never_made(run, tmp_path: Path):
    file = backed_up(run, tmp_path)
    link, target = zipfile.ZipInfo("personas/mine.yaml"), b"/etc/passwd"
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    listed = json.loads(parts["manifest.json"])
    listed["files"]["personas/mine.yaml"] = {"size": len(target), "sha256": hashlib.sha256(target).hexdigest()}
    parts["manifest.json"] = json.dumps(listed).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(*((link, target) if name == link.filename else (name, data)))
    run("restore", str(file))
    mine = config.own_personas_dir() / "mine.yaml"
    assert not mine.is_symlink()
    assert mine.read_bytes() == target


@pytest.mark.parametrize(("size", "says"), [(10 * 1024**3, "would unpack to 10.0 GB"), (10**8, "would unpack to ")])
def test_a_bomb_is_refused_before_a_byte_of_it_is_unpacked(run, tmp_path: Path, monkeypatch, size: int, says: str):
    file = backed_up(run, tmp_path)
    name = "personas/bomb.yaml"
    rewritten(file, lambda parts: manifest({**parts, name: b"0"}, files={
        **json.loads(parts["manifest.json"])["files"], name: {"size": size, "sha256": EMPTY},
    }))  # fmt: skip
    listed = zipfile.ZipFile.infolist

    def claims(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        for part in listed(archive):
            part.file_size = size if part.filename == name else part.file_size
        return listed(archive)

    monkeypatch.setattr(zipfile.ZipFile, "infolist", claims)
    assert says in run("restore", str(file), status=1)
    assert list(config.data_dir().glob("restoring-*")) == []
    assert "Too dear" in run("nos")


def test_a_backup_that_the_disk_has_no_room_for_says_so(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import shutil

    file = backed_up(run, tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    assert "Make room." in run("restore", str(file), status=1)
    assert "Too dear" in run("nos")


def test_a_restore_that_fails_on_the_way_puts_everything_back(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import shutil

    file = backed_up(run, tmp_path)
    run("no", "Another")
    moves, move = [], shutil.move

    def full(source: Path, target: Path) -> object:
        moves.append(target)
        if len(moves) == 5:
            raise OSError(28, "No space left on device")
        return move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "move", full)
        assert "No space left" in run("restore", str(file), status=1)
    assert len(moves) > 5
    assert len(json.loads(run("nos", "--json"))) == 2
    assert (config.own_personas_dir() / "mine.yaml").exists()


def everything(home: Path) -> dict[str, bytes]:
    """What lies in the folder, without the database's own bookkeeping."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm")) and "before-restore/" not in str(path)
    }


class Killed(BaseException):
    """Stands for a process that ends between two moves, so nothing after it may run."""


@pytest.mark.parametrize("at", range(1, 8))
def test_a_restore_that_was_killed_is_undone_at_the_next_start(run, tmp_path: Path, monkeypatch, home: Path, at: int):
    import shutil

    from roleplay.backup import unfinished, unpack

    file = backed_up(run, tmp_path)
    run("no", "Another")
    config.settings_file().write_text('theme = "mine"\n')
    before, moves, move = everything(home), [], shutil.move

    def killed(source: Path, target: Path) -> object:
        moves.append(target)
        if len(moves) >= at:
            raise Killed
        return move(source, target)

    def dead(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "move", killed)
        patched.setattr(unpack, "bring_home", dead)
        if at == 7:  # all is moved, and it ends before the old data have their name
            patched.setattr(Path, "rename", dead)
        with pytest.raises(Killed):
            unpack.restore(file, "9999")
    assert config.unfinished_restore().exists()
    for times in (1, 2):  # what puts it back may be killed as well
        with monkeypatch.context() as patched:
            patched.setattr(shutil, "move", lambda *_: dead())
            if times == 1 and any(config.unfinished_restore().glob("*.*")):
                with pytest.raises(Killed):
                    unfinished.put_back()
    said = run("nos", "--json")
    assert "cut short" in said
    assert len(json.loads(said[: said.rindex("]") + 1])) == 2
    assert everything(home) == before
    assert "cut short" not in run("nos")


def test_what_killed_processes_left_behind_is_forgotten_too(run, tmp_path: Path, home: Path):
    backed_up(run, tmp_path)
    for name in ("restoring-x/new", "before-restore.new", "before-restore"):
        (home / name).mkdir(parents=True)
        (home / name / "roleplay.db").write_text("secret")
    for name in (
        "settings.tmp",
        "own.zip.roleplay-part",
        "roleplay.db-journal",
        "restore.lock",
        "restore.lock-journal",
    ):
        (home / name).write_text("secret")
    (home / "tax.pdf").write_text("not ours")
    run("forget", "--yes")
    assert [path.name for path in home.iterdir()] == ["tax.pdf"]


def test_forget_asks_and_then_leaves_nothing(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path):
    import io
    import sys

    backed_up(run, tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("no\n"))
    assert "Nothing was deleted." in run("forget", status=1)
    assert config.database_file().exists()
    monkeypatch.setattr(sys, "stdin", io.StringIO("forget\n"))
    run("forget")
    assert list(home.iterdir()) == []
    assert "nothing to delete" in run("forget", "--yes")


@pytest.mark.parametrize(
    "manifest",
    [b'{"manifest_version": 3, "name": "An extension"}', b"[]", b"{", b"\xff", b'{"format": 1, "files": {}}'],
)
def test_a_backup_never_takes_the_place_of_somebody_elses_archive(run, tmp_path: Path, manifest: bytes):
    run("no", "Too dear")
    file = tmp_path / "extension.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", manifest)
        archive.writestr("code.js", "alert(1)")
    before = file.read_bytes()
    assert "no backup of roleplay" in run("backup", str(file), status=1)
    assert file.read_bytes() == before


@pytest.mark.parametrize("cut", [0, 30, -40])
def test_a_backup_never_takes_the_place_of_an_archive_that_cannot_be_read(run, tmp_path: Path, cut: int):
    file = backed_up(run, tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:cut] + bytes(20) + whole[cut + 20 :] if cut else b"")
    before = file.read_bytes()
    assert "no backup of roleplay" in run("backup", str(file), status=1)
    assert file.read_bytes() == before


def test_a_backup_into_no_folder_says_what_to_look_at(run, tmp_path: Path):
    run("no", "Too dear")
    said = run("backup", str(tmp_path / "nowhere" / "all.zip"), status=1)
    assert str(tmp_path / "nowhere") in said
    assert "Nothing was lost; see that its folder is there" in said
