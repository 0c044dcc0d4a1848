"""Domain records to JSON and back, for the store, exports and scripts."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a kind, built once: building costs more than a hundred uses."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def to_json(record: Any) -> Any:
    """The record as plain JSON values: enums as strings, tuples as lists."""
    return _adapter(type(record)).dump_python(record, mode="json")


def from_json(kind: type[T], value: Any) -> T:
    """The record of that kind. Raises pydantic.ValidationError when the value does not fit."""
    result: T = _adapter(kind).validate_python(value)
    return result


def dumps(record: Any) -> str:
    """The record as one line of JSON text."""
    return _adapter(type(record)).dump_json(record).decode()


def loads(kind: type[T], text: str | bytes) -> T:
    """The record of that kind from JSON text. Raises pydantic.ValidationError when the text does not fit."""
    result: T = _adapter(kind).validate_json(text)
    return result
