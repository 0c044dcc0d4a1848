"""The measures of a prospect that need no model: `python -m benchmarks.prospect [--seeds 40] [--speech lines]`.

Bots play every persona at every level; each row of the table is one promise of docs/prospect.md, with its bar, our
figure with a 95 % interval, and the worst persona first. `rows` gives the same to a program.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from roleplay.persona import files, find
from roleplay.simulate.bots import BOTS
from roleplay.simulate.checks import SURE, checks, correlation, interval
from roleplay.simulate.play import Job, Result, play, run_all
from roleplay.simulate.report import Cell, cells, pooled

Sample = dict[str, list[list[str]]]
"""The replies of some calls by persona."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its bar, our figure, whether it holds, and the personas, worst first, with their figures."""

    measure: str
    bar: str
    ours: str
    holds: bool
    worst: tuple[str, ...] = ()


def grid(ids: Sequence[str], levels: Sequence[int], seeds: int, speech: str = "lines") -> list[Result]:
    """Every bot against every persona and level, with paired seeds."""
    jobs = [Job(id, level, bot, seed, speech=speech) for id in ids for level in levels for bot in BOTS for seed in
            range(seeds)]  # fmt: skip
    return list(run_all(jobs))


def spoken(ids: Iterable[str], calls: int) -> Sample:
    """What the built-in prospects say in some calls of a fair rep at level 3."""
    return {id: [[turn.reply for turn in play(find(id), 3, BOTS["skill 70"], seed).turns] for seed in range(calls)]
            for id in ids}  # fmt: skip


def rows(results: Sequence[Result], sample: Sample) -> list[Row]:
    """Every row these calls allow."""
    found = cells(results)
    return [
        _harder(found), _resistance(found), _ranked(results), _ahead(found), _gaming(found),
        _replayed(results), _repeats(sample), _length(sample), _short(sample),
    ]  # fmt: skip


def _by_persona(found: Sequence[Cell]) -> Iterator[tuple[str, list[Cell]]]:
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in found:
        groups[cell.persona].append(cell)
    yield from groups.items()


def _harder(found: Sequence[Cell]) -> Row:
    wrong = [check.figure for check in checks(found) if check.name == "levels in order" and not check.holds]
    level = [
        fmean(c.success for c in pooled(found) if c.level == n and c.skill) for n in sorted({c.level for c in found})
    ]
    fall = " > ".join(f"{100 * share:.0f}" for share in level)
    ours = f"{len(wrong)} rises beyond chance; success of all skills {fall} %"
    return Row(
        "harder is harder: success falls with level", "all personas, 40 paired seeds", ours, not wrong, tuple(wrong)
    )


def _resistance(found: Sequence[Cell]) -> Row:
    """Resistance is what keeps a rep from success and score, over the bots of known skill."""
    ranks = {}
    for id, group in _by_persona(found):
        by: dict[int, list[float]] = defaultdict(list)
        for cell in group:
            if cell.skill is not None:
                by[cell.level].append(50 * cell.success + 0.5 * cell.score)
        ranks[id] = _rank_correlation([-fmean(by[level]) for level in sorted(by)])
    mean = fmean(ranks.values())
    worst = tuple(f"{id} {rank:.2f}" for id, rank in sorted(ranks.items(), key=lambda item: item[1]))
    return Row("rank correlation of level and resistance", ">= 0.95", f"{mean:.2f}", mean >= 0.95, worst)


def _ranked(results: Sequence[Result]) -> Row:
    """Skills ranked by mean score over eight calls a bot and persona: eight seeds are one trial at a level."""
    trials: dict[tuple[int, int], list[Result]] = defaultdict(list)
    for result in results:
        if BOTS[result.job.bot].skill is not None:
            trials[result.job.level, result.job.seed // 8].append(result)
    ranks = [correlation(sorted(pooled(cells(group)), key=lambda cell: cell.skill or 0.0)) for group in trials.values()]
    worst = tuple(
        f"level {key[0]} {rank:.2f}" for key, rank in sorted(zip(trials, ranks, strict=True), key=lambda i: i[1])
    )
    bar = "1.0 at each level, 8 calls a bot"
    return Row("known skill ranked by score", bar, f"{fmean(ranks):.3f}", min(ranks) >= 0.999, worst[:12])


def _ahead(found: Sequence[Cell]) -> Row:
    gaps = {level: _gap(pooled(found), level) for level in sorted({c.level for c in found} & {1, 2, 3, 4})}
    ours = ", ".join(f"{100 * gap:.0f}" for gap in gaps.values()) + " points at levels " + ", ".join(map(str, gaps))
    each = {(id, level): _gap(group, level) for id, group in _by_persona(found) for level in gaps}
    worst = tuple(
        f"{id} level {level}: {100 * gap:.0f}" for (id, level), gap in sorted(each.items(), key=lambda i: i[1])
    )
    holds = min(gaps.values()) >= 0.3
    return Row("success of the 90 % rep minus the 50 % rep", ">= 30 points at levels 1-4", ours, holds, worst[:12])


def _gap(found: Sequence[Cell], level: int) -> float:
    by = {cell.skill: cell.success for cell in found if cell.level == level}
    return by[0.9] - by[0.5]


def _gaming(found: Sequence[Cell]) -> Row:
    """How near the best of the gaming bots comes to the middling rep, and whether any ever succeeds."""
    wins = sum(round(cell.success * cell.n) for cell in found if cell.skill is None)
    played = sum(cell.n for cell in found if cell.skill is None)
    lead: dict[str, float] = {}
    beaten = []
    for id, group in _by_persona(found):
        for level in sorted({cell.level for cell in group}):
            row = [cell for cell in group if cell.level == level]
            middling = next(cell for cell in row if cell.skill == 0.5)
            best = max((cell for cell in row if cell.skill is None), key=lambda cell: cell.score)
            doubt = SURE * (middling.wobble**2 + best.wobble**2) ** 0.5
            lead[f"{id} level {level}, {best.bot}"] = middling.score - best.score
            beaten += [id] if best.score - middling.score > doubt else []
    high = 100 * interval(wins / played, played)[1]
    near = sum(points <= 0 for points in lead.values())
    ours = (
        f"{wins} of {played} calls succeed (at most {high:.2f} %); of {len(lead)} fields the best of them is ahead of "
    )
    ours += f"the 50 % rep in {near}, beyond chance in {len(beaten)}"
    worst = tuple(f"{name}: {points:+.0f} points" for name, points in sorted(lead.items(), key=lambda item: item[1]))
    return Row("gaming bots", "never succeed; below the 50 % rep", ours, wins == 0 and not beaten, worst[:12])


def _replayed(results: Sequence[Result]) -> Row:
    jobs = [result.job for result in results][:: max(1, len(results) // 60)]
    again = {result.job: result for result in run_all(jobs, 1)}
    same = sum(again[result.job] == result for result in results if result.job in again)
    return Row("same seed and same rep words: same call", "always", f"{same} of {len(jobs)} calls", same == len(jobs))


def _repeats(sample: Sample) -> Row:
    def share(calls: list[list[str]]) -> float:
        lines = sum(map(len, calls))
        return sum(len(call) - len(set(call)) for call in calls) / max(1, lines)

    return _of_lines("a line repeated within a call", "<= 1 %", sample, share, 0.01)


def _short(sample: Sample) -> Row:
    def share(calls: list[list[str]]) -> float:
        lengths = [len(line.split()) for call in calls for line in call]
        return sum(length <= 5 for length in lengths) / max(1, len(lengths))

    return _of_lines("turns of five words or fewer", "20-35 %", sample, share, 0.35, 0.20)


def _of_lines(
    name: str, bar: str, sample: Sample, share: Callable[[list[list[str]]], float], most: float, least: float = 0.0
) -> Row:
    each = {id: share(calls) for id, calls in sample.items()}
    whole = share([call for calls in sample.values() for call in calls])
    low, high = interval(whole, sum(len(call) for calls in sample.values() for call in calls))
    worst = tuple(f"{id} {100 * part:.0f} %" for id, part in sorted(each.items(), key=lambda item: -item[1]))
    ours = f"{100 * whole:.1f} % ({100 * low:.1f} to {100 * high:.1f})"
    return Row(name, bar, ours, least <= whole <= most, worst)


def _length(sample: Sample) -> Row:
    means = {
        id: fmean(len(re.findall(r"\S+", line)) for call in calls for line in call) for id, calls in sample.items()
    }
    mean = fmean(means.values())
    worst = tuple(f"{id} {length:.1f}" for id, length in sorted(means.items(), key=lambda item: -abs(item[1] - 16)))
    return Row("mean words of a reply", "10-22", f"{mean:.1f}", 10 <= mean <= 22, worst)


def _rank_correlation(values: Sequence[float]) -> float:
    """Kendall's rank correlation of the values with their places, -1 to 1; a tie counts nothing."""
    pairs = list(combinations(values, 2))
    return sum((later > earlier) - (later < earlier) for earlier, later in pairs) / max(1, len(pairs))


def markdown(found: Sequence[Row]) -> Iterator[str]:
    """The rows as a Markdown table, and under it the worst personas of each."""
    yield "| measure | bar | ours | holds |\n|---|---|---|---|"
    yield from (f"| {row.measure} | {row.bar} | {row.ours} | {'yes' if row.holds else 'no'} |" for row in found)
    yield "\nWorst first:\n"
    yield from (f"- {row.measure}: {'; '.join(row.worst)}" for row in found if row.worst)


def main() -> int:
    """Play, print, and say by the status whether every row holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--speech", default="lines")
    parser.add_argument("personas", nargs="*")
    options = parser.parse_args()
    ids = options.personas or list(files())
    found = rows(grid(ids, (1, 2, 3, 4, 5), options.seeds, options.speech), spoken(ids, 10))
    sys.stdout.write("\n".join(markdown(found)) + "\n")
    return 0 if all(row.holds for row in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
