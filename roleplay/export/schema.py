"""The JSON Schema of exported calls, made from the records themselves; docs/calls.schema.json is a copy of it."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from roleplay.model import Bundle

ABOUT = (
    "Calls of roleplay, as `roleplay calls export --format json` writes them and `roleplay calls import` reads them."
)


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of a list of whole calls."""
    made = TypeAdapter(list[Bundle]).json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Calls", "description": ABOUT}
    return head | made
