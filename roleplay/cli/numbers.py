"""Whole numbers on the command line: every one has its bounds, since neither a database nor a loop takes any."""

from __future__ import annotations

import argparse
from collections.abc import Callable

MOST = 2**53
"""The greatest number that passes whole through JSON; a database takes it too."""


def whole(low: int = 0, high: int = MOST) -> Callable[[str], int]:
    """The type of an argument from `low` to `high`, both allowed."""

    def read(text: str) -> int:
        try:
            number = int(text) if len(text) <= 20 else high + 1
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            shown = text if len(text) <= 24 else f"{text[:20]}…"
            raise argparse.ArgumentTypeError(f"'{shown}' is no whole number from {low} to {high}")
        return number

    return read
