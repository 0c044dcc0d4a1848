"""Labels plain lines or JSON objects, for `roleplay label`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from roleplay import listener
from roleplay.listener.scope import Scope

Kind = Literal["rep", "prospect"]


def label_lines(kind: Kind, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One reading for each line that is not blank.

    A line is text, or an object `{"text": "...", "prev": "..." | null}`. Yields `{"text", "label", "modifiers", "cue",
    "confidence"}`; `modifiers` holds the further moves of the message before its finer kinds.
    """
    for line in lines:
        if line.strip():
            text, prev = _parts(line.rstrip("\r\n"))
            yield {"text": text, **(_rep(text, prev) if kind == "rep" else _prospect(text, prev))}


def _parts(line: str) -> tuple[str, str | None]:
    """The text and the line before it; a line that is no such object is text as it stands."""
    if line.lstrip().startswith("{"):
        try:
            raw = json.loads(line)
        except (ValueError, RecursionError):
            return line, None
        if isinstance(raw, dict) and isinstance(raw.get("text"), str):
            prev = raw.get("prev")
            return raw["text"], prev if isinstance(prev, str) else None
    return line, None


def _rep(text: str, prev: str | None) -> dict[str, Any]:
    reading = listener.read_rep(text, Scope(lines=(prev,) if prev else ()))
    others = [heard.move.value for heard in reading.moves[1:]]
    return _row(reading.lead.value, [*others, *reading.modifiers], reading.cue, reading.confidence)


def _prospect(text: str, prev: str | None) -> dict[str, Any]:
    line = listener.read_prospect(text, prev)
    return _row(line.reply.value, list(line.modifiers), line.cue, line.confidence)


def _row(label: str, modifiers: list[str], cue: str, confidence: float) -> dict[str, Any]:
    return {"label": label, "modifiers": modifiers, "cue": cue, "confidence": round(confidence, 2)}
