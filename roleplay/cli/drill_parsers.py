"""How `roleplay drill` and `roleplay today` are written; loads nothing else, since every start passes here."""

from __future__ import annotations

import argparse
from typing import Any

from roleplay.cli.numbers import whole


def add(commands: argparse._SubParsersAction[Any]) -> None:
    """Add both commands."""
    drill = commands.add_parser("drill", help="practise one thing for a minute or three, on stdin and stdout")
    drill.add_argument("drill", choices=["opener", "after-no", "flip", "which-yes"])
    drill.add_argument(
        "--count", type=whole(1, 1_000), help="how many items; 10 openers, 3 nos, 5 of the others if left out"
    )
    drill.add_argument("--seed", type=whole(), help="the same seed gives the same items, whatever is due")
    drill.add_argument("--skill", help="one skill, by its id in `roleplay today --json`; --count is of that skill")
    drill.add_argument("--line", help="flip: a pushing line of your own, to be flipped")
    drill.add_argument("--category", help="after-no: price, timing, authority, need, trust, competitor...")
    drill.add_argument("--json", action="store_true", help="one object a line")
    today = commands.add_parser("today", help="today's plan: the skills that are due, at most three")
    today.add_argument("--json", action="store_true")
