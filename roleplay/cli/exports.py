"""`roleplay calls export|import|schema`: calls written to files, and read back from them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roleplay.cli import parts
from roleplay.errors import RoleplayError, StoreError, UsageError

if TYPE_CHECKING:
    from roleplay.export import Whole
    from roleplay.store import Store

ABOUT_EXPORT = """\
Writes calls out whole: the newest where no id is given.

  md    the transcript and the card, to be read
  html  one page with transcript, curve and card that stands alone and prints well
  json  everything, to be read back by `roleplay calls import`; the prospect's file is in it, secrets and all
  csv   a row a turn and a row a call. To a file NAME.csv go the calls and to NAME.turns.csv the turns; into a
        folder, calls.csv and turns.csv; on stdout the turns, or with --rows calls the calls. A cell that a
        spreadsheet would calculate has an apostrophe before it.
"""


def add(calls: argparse._SubParsersAction[Any]) -> None:
    """The parsers of these actions."""
    export = calls.add_parser(
        "export", help="calls as Markdown, JSON, CSV or a web page; the newest if no id is given",
        description=ABOUT_EXPORT, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    export.add_argument("ids", nargs="*")
    export.add_argument("--format", choices=["md", "json", "csv", "html"], default="md")
    export.add_argument("--out", help="a file or a folder; stdout if left out")
    export.add_argument("--rows", choices=["turns", "calls"], help="csv on stdout: which rows; the turns if left out")
    export.add_argument("--json", action="store_true", help="the same as --format json")
    taken = calls.add_parser("import", help="take calls in that `calls export --format json` wrote")
    taken.add_argument("file")
    taken.add_argument("--replace", action="store_true", help="let them take the place of calls with the same id")
    taken.add_argument("--json", action="store_true")
    calls.add_parser("schema", help="the JSON Schema of exported calls")


def schema() -> int:
    """Print the schema."""
    from roleplay.export import json_schema

    parts.write(parts.as_json_text(json_schema(), indent=1))
    return 0


def export(store: Store, options: argparse.Namespace) -> int:
    """Write calls to a file, or to stdout."""
    from roleplay.export import whole

    form = "json" if options.json else options.format
    if options.rows and (form != "csv" or options.out):
        raise UsageError("--rows is for csv on stdout; a file or folder gets both kinds of rows.")
    ids = parts.chosen(store, options.ids)
    wholes = parts.sound(ids, lambda id: whole(store, id), store)
    missed = int(len(wholes) < len(ids))
    if not options.out:
        parts.write(texts(wholes, form)[options.rows or ""].removesuffix("\n"))
        return missed
    for path, text in files(Path(options.out), options.out, form, texts(wholes, form)):
        _save(path, text)
    return missed


def texts(wholes: list[Whole], form: str) -> dict[str, str]:
    """The calls in a format, as text: "" for the whole, for csv also by kind of rows."""
    from roleplay.export import as_json, as_markdown, as_page, calls_csv, turns_csv

    match form:
        case "json":
            return {"": parts.as_json_text([as_json(whole) for whole in wholes], indent=1) + "\n"}
        case "csv":
            return {"": turns_csv(wholes), "turns": turns_csv(wholes), "calls": calls_csv(wholes)}
        case "html":
            return {"": as_page(wholes)}
    pages = [as_markdown(whole.call, whole.card, whole.persona, whole.takes) for whole in wholes]
    return {"": "\n".join(pages) + "\n"}


def files(out: Path, given: str, form: str, texts: dict[str, str]) -> list[tuple[Path, str]]:
    """Which text goes into which file."""
    folder = out.is_dir() or given.endswith(("/", os.sep))
    if form != "csv":
        return [(out / f"calls.{form}" if folder else out, texts[""])]
    if folder:
        return [(out / "calls.csv", texts["calls"]), (out / "turns.csv", texts["turns"])]
    name = out.name.removesuffix(".csv") if out.name.lower().endswith(".csv") else out.name
    return [(out, texts["calls"]), (out.with_name(f"{name}.turns.csv"), texts["turns"])]


def _save(path: Path, text: str) -> None:
    """Write a file. A table begins with the mark by which spreadsheets tell UTF-8."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8")
    except OSError as error:
        raise RoleplayError(f"{path}: cannot be written ({error.strerror}). Name another file.") from error


def _same(store: Store, found: Whole) -> bool:
    """Whether that very call is here; a damaged one is not, and may be replaced."""
    from roleplay.export import whole

    try:
        return whole(store, found.call.id).bundle == found.bundle
    except StoreError:
        return False


def take_in(store: Store, options: argparse.Namespace) -> int:
    """Take the calls of a file in, all or none."""
    from roleplay.export.incoming import read

    wholes = read(Path(options.file))
    known = store.bundles.known([whole.call.id for whole in wholes])
    here = {row.id for row in store.calls(limit=1_000_000)} & known
    same = {found.call.id for found in wholes if found.call.id in here and _same(store, found)}
    taken = known - same
    if taken and not options.replace:
        put_aside = " (deleted; `roleplay calls restore ID` brings it back)" if taken - here else ""
        raise UsageError(
            f"already here, and not the same: {', '.join(sorted(taken))}{put_aside}. "
            "Nothing was imported. --replace lets the file win."
        )
    new = [found for found in wholes if found.call.id not in same]
    store.bundles.take_in([found.bundle for found in new], [found.persona.name for found in new])
    for found in wholes:
        store.damaged.pop(found.call.id, None)
        state = "already here" if found.call.id in same else "replaced" if found.call.id in taken else "imported"
        if options.json:
            parts.write_json({"id": found.call.id, "state": state, "turns": len(found.call.turns)})
        else:
            parts.write(f"{found.call.id}  {found.persona.name}, {len(found.call.turns)} turns: {state}")
    return 0
