"""How many calls the built-in prospect takes, and whether memory stays flat: `python -m benchmarks.throughput`.

Every bot in turn plays every prospect, so many calls of some twelve turns on two workers (`--calls 10000 --workers 2`): listener, script,
voice, all of it but the coach. Time is told as it passed and as the processors spent it, because other work may share them;
memory is each worker's, after its first tenth of the calls and at the end.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

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
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def work(first: int, count: int) -> Done:
    """Play calls of so many turns, each with another prospect, level and seed."""
    people, turns, early = [find(id) for id in sorted(files())], 0, 0.0
    bots, start = list(BOTS.values()), time.process_time()
    for number in range(first, first + count):
        turns += len(play(people[number % len(people)], 1 + number % 5, bots[number % len(bots)], number).turns)
        if number - first == count // 10:
            early = megabytes()
    return Done(count, turns, time.process_time() - start, early, megabytes())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    each = options.calls // options.workers
    start = time.monotonic()
    with ProcessPoolExecutor(options.workers, initializer=unhurried) as pool:
        done = list(pool.map(work, [each * at for at in range(options.workers)], [each] * options.workers))
    passed, spent = time.monotonic() - start, max(item.seconds for item in done)
    calls, turns = sum(item.calls for item in done), sum(item.turns for item in done)
    print(f"{calls} calls, {turns} turns, {options.workers} workers: {passed:.0f} s passed, {spent:.0f} s of a processor")
    print(f"{1000 * sum(item.seconds for item in done) / turns:.2f} ms a turn; 10,000 calls of twelve turns: "
          f"{120_000 * spent / turns:.0f} s")  # fmt: skip
    memory = ", ".join(f"{item.early:.0f} to {item.late:.0f}" for item in done)
    print(f"memory after a tenth and at the end, megabytes a worker: {memory}")
    flat = all(item.late <= GROWTH * item.early for item in done)
    return 0 if flat and 120_000 * spent / turns <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
