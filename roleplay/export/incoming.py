"""Exported calls read back. The file may be anybody's, so nothing in it is believed before it was checked."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from roleplay import coach, codec
from roleplay.errors import PersonaError, UsageError
from roleplay.export.faults import fault
from roleplay.export.whole import Whole
from roleplay.inert import inert, one_line
from roleplay.model import FORMAT, Bundle
from roleplay.persona import parse

LARGEST = 64_000_000
"""Bytes a file of calls may have: a few thousand calls."""
MANY = 2_000
"""Calls it may hold."""
GREATEST = 2**53
"""Past this a number is not exact in JSON, and no figure of a call comes near."""


def read(path: Path) -> list[Whole]:
    """The calls of a file that `roleplay calls export --format json` wrote.

    Raises UsageError, one line that names the file, the call and what is wrong with it.
    """
    name = one_line(path.name)
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{name}: is over {LARGEST // 1_000_000} MB. Export fewer calls at a time.")
        raw = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        raise UsageError(f"{name}: cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: is no JSON that could be read ({one_line(str(error))}).") from error
    items = raw if isinstance(raw, list) else [raw]
    if not 0 < len(items) <= MANY:
        raise UsageError(f"{name}: holds {len(items)} calls. From 1 to {MANY} can be imported at a time.")
    found = [_whole(item, f"{name}, call {number}") for number, item in enumerate(items, 1)]
    _all_different(found, name)
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _all_different(found: list[Whole], name: str) -> None:
    ids = [whole.call.id for whole in found]
    takes = [take.id for whole in found for take in whole.takes]
    for kind, all_of in (("call", ids), ("take", takes)):
        if twice := next((id for id in all_of if all_of.count(id) > 1), ""):
            raise UsageError(f"{name}: the {kind} {twice} is in it twice. Leave one out.")


def _whole(item: Any, where: str) -> Whole:
    if not isinstance(item, dict) or not {"call", "persona"} <= item.keys():
        raise UsageError(f"{where}: is no exported call. `roleplay calls export --format json` makes one.")
    made = item.get("format", FORMAT)
    if isinstance(made, int) and made > FORMAT:
        raise UsageError(f"{where}: was exported by a newer roleplay (format {made}). Update roleplay to read it.")
    try:
        bundle = codec.from_json(Bundle, _cleaned(item))
        persona = parse(bundle.persona.text, bundle.persona.id, f"{where}: the prospect's file")
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: {one_line(path)}: {one_line(first['msg'])}.") from error
    except PersonaError as error:
        raise UsageError(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: {one_line(str(error))}.") from error
    if problem := fault(bundle, persona):
        raise UsageError(f"{where}: {problem}")
    _can_be_judged(whole := Whole(bundle, persona), where)
    return whole


def _can_be_judged(whole: Whole, where: str) -> None:
    """Every screen draws from what the coach makes of a call, so it has to make something of it."""
    try:
        coach.review(whole.call, whole.persona)
        coach.text(whole.card or coach.review(whole.call, whole.persona), whole.call, whole.persona)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise UsageError(f"{where}: does not hang together, so it cannot be scored.") from error


def _cleaned(value: Any) -> Any:
    """The value with its texts inert; the prospect's file stays to the letter, since its hash is checked.

    Raises ValueError at a number that no call has.
    """
    match value:
        case str():
            return inert(value)
        case float() if not math.isfinite(value):
            raise ValueError("holds a number without end")
        case int() | float() if abs(value) > GREATEST:
            raise ValueError("holds a number far too great")
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {key: item if _is_source(key, value) else _cleaned(item) for key, item in value.items()}
    return value


def _is_source(key: str, holder: dict[str, Any]) -> bool:
    return key == "text" and holder.keys() == {"id", "hash", "text"}
