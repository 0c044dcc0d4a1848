"""How many calls the built-in prospect takes, and whether memory stays flat: `python -m benchmarks.throughput`.

Every bot in turn plays every prospect on two workers (`--calls 10000 --workers 2`), each worker with prospects of its
own: listener, script, voice, all of it but the coach. What is told is for ten thousand calls of twelve turns, as the
clock saw it and as the processors did, because other work may share them. Memory is each worker's, after its first
tenth of the calls and at the end.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from roleplay.persona import files, find
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play, unhurried

LIMIT = 60.0
"""Seconds that ten thousand calls may take on two cores."""
GROWTH = 1.10
"""The most memory may have grown by the end, as a multiple of what it was after a tenth."""


@dataclass(frozen=True, slots=True)
class Done:
    """What one worker did: calls, turns, seconds of its processor, megabytes after a tenth and at the end."""

    calls: int
    turns: int
    seconds: float
    early: float
    late: float


def megabytes() -> float:
    """What this process has in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20


def work(ids: Sequence[str], count: int) -> Done:
    """Play so many calls with these prospects in turn, each with another level, bot and seed."""
    people, turns, early = [find(id) for id in ids], 0, 0.0
    bots, start = list(BOTS.values()), time.process_time()
    for number in range(count):
        turns += len(
            play(people[number % len(people)], 1 + number % 5, bots[number // len(people) % len(bots)], number).turns
        )
        if number == count // 10:
            early = megabytes()
    return Done(count, turns, time.process_time() - start, early, megabytes())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    each = options.calls // options.workers
    start = time.monotonic()
    ids = sorted(files())
    theirs = [ids[at :: options.workers] for at in range(options.workers)]  # whose lines come again in one place
    with ProcessPoolExecutor(options.workers, initializer=unhurried) as pool:
        done = list(pool.map(work, theirs, [each] * options.workers))
    passed, spent = time.monotonic() - start, max(item.seconds for item in done)
    calls, turns = sum(item.calls for item in done), sum(item.turns for item in done)
    whole, each_turn = 120_000 / turns, 1000 * sum(item.seconds for item in done) / turns
    memory = ", ".join(f"{item.early:.0f} to {item.late:.0f}" for item in done)
    print(f"{calls} calls, {turns} turns, {options.workers} workers\n")
    print("| what | bar | ours |\n|---|---|---|")
    print(f"| 10,000 calls of twelve turns, seconds of each processor | {LIMIT:.0f} | {whole * spent:.0f} |")
    print(f"| the same by the clock | {LIMIT:.0f} | {whole * passed:.0f} |")
    print(f"| a turn, milliseconds of one processor | 1.0 | {each_turn:.2f} |")
    print(f"| memory after a tenth and at the end, megabytes a worker | flat | {memory} |")
    flat = all(item.late <= GROWTH * item.early for item in done)
    return 0 if flat and whole * spent <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
