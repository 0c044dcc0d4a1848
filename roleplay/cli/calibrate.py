"""`roleplay calibrate`: bots of known skill, and bots that game, play the prospects; what is out of order."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict

from roleplay.cli.parts import write, write_json
from roleplay.errors import UsageError
from roleplay.persona import files
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import Job, Result, run_all
from roleplay.simulate.report import Cell, cells, checks


def calibrate(options: argparse.Namespace) -> int:
    """Play, print the table, and say in words what is wrong; status 1 when something is."""
    known = files()
    ids = options.personas or list(known)
    if strange := [id for id in ids if id not in known]:
        raise UsageError(f"no persona is called '{strange[0]}'. There are: {', '.join(sorted(known))}.")
    levels = levels_of(options.levels)
    jobs = [
        Job(id, level, bot, seed) for id in ids for level in levels for bot in BOTS for seed in range(options.seeds)
    ]
    found = cells(_with_progress(run_all(jobs), len(jobs)))
    results = checks(found)
    if options.json:
        write_json({"cells": [asdict(cell) for cell in found], "checks": [asdict(check) for check in results]})
    else:
        for line in table(found):
            write(line)
        for check in results:
            if not check.holds:
                write(f"{check.name}: {check.figure}")
    return 0 if all(check.holds for check in results) else 1


def levels_of(text: str) -> list[int]:
    """The levels "1-5", "2" or "1,3" names. Raises UsageError for others."""
    found: set[int] = set()
    for part in text.split(","):
        low, _, high = part.partition("-")
        if not (low.isdigit() and (high or low).isdigit()):
            raise UsageError(f"--levels {text}: name levels from 1 to 5, as 1-5 or 2,4.")
        found.update(range(int(low), int(high or low) + 1))
    if not found or not found <= set(range(1, 6)):
        raise UsageError(f"--levels {text}: levels go from 1 to 5.")
    return sorted(found)


def table(found: list[Cell]) -> Iterator[str]:
    """A block a persona: a row a bot, a column a level, success and mean score in each."""
    levels = sorted({cell.level for cell in found})
    for id in dict.fromkeys(cell.persona for cell in found):
        yield f"\n{id:18}" + "".join(f"{'level ' + str(level):>14}" for level in levels)
        rows = {cell.bot: {} for cell in found if cell.persona == id}  # type: dict[str, dict[int, Cell]]
        for cell in found:
            if cell.persona == id:
                rows[cell.bot][cell.level] = cell
        for bot, row in rows.items():
            shown = (f"{100 * row[level].success:.0f} % {row[level].score:3.0f}" for level in levels)
            yield f"{bot:18}" + "".join(f"{text:>14}" for text in shown)
    yield "\nEach field: calls that succeeded, and the mean score.\n"


def _with_progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """The results as they come, with a count on stderr where that is a terminal."""
    for number, result in enumerate(results, 1):
        if sys.stderr.isatty() and (number % 20 == 0 or number == total):
            sys.stderr.write(f"\r{number} of {total} calls" + ("\n" if number == total else ""))
            sys.stderr.flush()
        yield result
