"""`roleplay calibrate`: bots of known skill, and bots that game, play the prospects; what is out of order."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from roleplay.cli.parts import write, write_json
from roleplay.errors import UsageError
from roleplay.model import Outcome
from roleplay.persona import files
from roleplay.simulate import speech
from roleplay.simulate.bots import BOTS
from roleplay.simulate.checks import checks
from roleplay.simulate.play import Job, Result, run_all
from roleplay.simulate.report import Cell, cells, pooled


def calibrate(options: argparse.Namespace) -> int:
    """Play, print the table, and say in words what is wrong; status 1 when something is."""
    known = files()
    ids = options.personas or list(known)
    if strange := [id for id in ids if id not in known]:
        raise UsageError(f"no persona is called '{strange[0]}'. There are: {', '.join(sorted(known))}.")
    levels, said = levels_of(options.levels), speech_of(options.speech)
    jobs = [
        Job(id, level, bot, seed, speech=said)
        for id in ids for level in levels for bot in BOTS for seed in range(options.seeds)
    ]  # fmt: skip
    found = cells(_with_progress(run_all(jobs), len(jobs)))
    results = checks(found)
    if options.json:
        write_json({"cells": [cell.record() for cell in found], "checks": [asdict(check) for check in results]})
        return 0 if all(check.holds for check in results) else 1
    for line in (*table(found), *endings(found)):
        write(line)
    wrong = [check for check in results if not check.holds]
    for check in wrong:
        write(f"{check.name}: {check.figure}")
    write(
        f"{len(results) - len(wrong)} of {len(results)} checks hold." if wrong else f"All {len(results)} checks hold."
    )
    return 1 if wrong else 0


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


def speech_of(name: str) -> str:
    """The name of a set of sentences that is there. Raises UsageError for others."""
    if name not in (there := speech.sets()):
        raise UsageError(f"--speech {name}: there is no such set of sentences. There are: {', '.join(there)}.")
    return name


def table(found: Sequence[Cell]) -> Iterator[str]:
    """A block a persona: a row a bot, a column a level; success, mean score and turns in each."""
    levels, ids = sorted({cell.level for cell in found}), list(dict.fromkeys(cell.persona for cell in found))
    for id in [*ids, *(["all"] if len(ids) > 1 else [])]:
        rows: dict[str, dict[int, Cell]] = {}
        for cell in pooled(found) if id == "all" else (cell for cell in found if cell.persona == id):
            rows.setdefault(cell.bot, {})[cell.level] = cell
        yield f"\n{id:16}" + "".join(f"{'level ' + str(level):>12}" for level in levels)
        for bot, row in rows.items():
            yield f"{bot:16}" + "".join(f"{_field(row[level]):>12}" for level in levels)
    yield "\nEach field: calls that succeeded, mean score, turns.\n"


def _field(cell: Cell) -> str:
    return f"{100 * cell.success:3.0f}% {cell.score:3.0f}{cell.turns:3.0f}"


def endings(found: Sequence[Cell]) -> Iterator[str]:
    """How each bot's calls ended, over everything played, the commonest first."""
    for bot in dict.fromkeys(cell.bot for cell in found):
        count = sum((cell.endings for cell in found if cell.bot == bot), Counter[Outcome]())
        shown = (f"{outcome.replace('_', ' ')} {100 * number / count.total():.0f} %" for outcome, number in
                 count.most_common(3))  # fmt: skip
        yield f"{bot:16}  {', '.join(shown)}"
    yield ""


def _with_progress(results: Iterator[Result], total: int) -> Iterator[Result]:
    """The results as they come, with a count on stderr: in place on a terminal, else a line every tenth."""
    start, shows = time.monotonic(), sys.stderr.isatty()
    every = 20 if shows else max(1, total // 10)
    for number, result in enumerate(results, 1):
        if number % every == 0 or number == total:
            count = f"{number} of {total} calls, {time.monotonic() - start:.0f} s"
            sys.stderr.write(f"\r{count}" if shows and number < total else f"\r{count}\n" if shows else f"{count}\n")
            sys.stderr.flush()
        yield result
