"""The items of "flip it" and "which yes?", read from the data files that ship with the package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from roleplay.model import YesKind

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class FlipItem:
    """A line that pushes for yes. `matter` are the words of what it is about, `answers` rewrites that work, and
    `traps` rewrites that sound right and are not.
    """

    id: str
    line: str
    matter: tuple[str, ...]
    moment: str
    trade: str
    answers: tuple[str, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YesItem:
    """An exchange ("rep" or "prospect", words) that ends in a yes, which kind it is, why, and questions that test it
    or only seem to.
    """

    id: str
    trade: str
    exchange: tuple[tuple[str, str], ...]
    kind: YesKind
    why: str
    tests: tuple[str, ...]
    not_tests: tuple[str, ...]


@lru_cache(maxsize=1)
def flips() -> tuple[FlipItem, ...]:
    """Every item of "flip it"."""
    return tuple(
        FlipItem(
            row["id"], row["line"], tuple(row["matter"]), row["moment"], row["trade"],
            tuple(row["answers"]), tuple(row["traps"]),
        )
        for row in _rows("flip.jsonl")
    )  # fmt: skip


@lru_cache(maxsize=1)
def yeses() -> tuple[YesItem, ...]:
    """Every item of "which yes?"."""
    return tuple(
        YesItem(
            row["id"], row["trade"], tuple((who, words) for who, words in row["exchange"]), YesKind(row["yes"]),
            row["why"], tuple(row["tests"]), tuple(row["not_tests"]),
        )
        for row in _rows("which_yes.jsonl")
    )  # fmt: skip


def _rows(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
