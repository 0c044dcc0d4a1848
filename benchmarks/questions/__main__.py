"""What the built-in prospects answer to natural questions: `python -m benchmarks.questions [PERSONA...] [--show]`.

Each question comes, by itself, in a call at level 2 that has begun well: trust is moderate, one thing has been told.
`--show` prints question and answer; without it, the ratings kept beside the questions are counted, and answers that
nobody has rated are listed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.played import begin
from roleplay.model import Turn
from roleplay.persona import Persona, files, find
from roleplay.simulate.checks import interval

HERE = Path(__file__).parent
LEVEL, SEED = 2, 5
START = ("Have I caught you at a bad time?", "It sounds like you have your hands full today.")
GATE = "Good morning, my name is Ana Reyes from Northlight. I could use your help: might I have a word about {topic}?"
GOOD = frozenset({"answers", "does not know", "turns aside"})
"""Ratings that count: to the point, an honest not knowing, a deflection that fits the mood. The rest is "beside"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, put to one prospect, and the turn it made."""

    persona: str
    question: str
    turn: Turn


async def ask(who: Persona, question: str) -> Asked:
    """A call begun well, then the question."""
    call = begin(who, LEVEL, SEED)
    about = next(iter(who.topics.values())).about
    while who.gatekeeper and call.state.gate is not None and not call.over:
        await call.say(GATE.format(topic=about))
    for text in START:
        await call.say(text)
    return Asked(who.id, question, await call.say(question))


def questions(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Persona and question, of these personas."""
    for row in (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        if (each := json.loads(row))["persona"] in ids:
            yield each["persona"], each["text"]


def ratings() -> dict[tuple[str, str], str]:
    """How question and answer were rated by a reader, by the question and the answer read."""
    rows = (json.loads(row) for row in (HERE / "ratings.jsonl").read_text(encoding="utf-8").splitlines())
    return {(row["question"], row["answer"]): row["rating"] for row in rows}


async def all_asked(ids: Sequence[str]) -> list[Asked]:
    return [await ask(find(id), question) for id, question in questions(ids)]


def counted(found: Sequence[Asked]) -> Iterator[str]:
    """A row a persona, the worst first, and all together."""
    known = ratings()
    rated = [(each.persona, known.get((each.question, each.turn.reply), "unread")) for each in found]
    by = {id: Counter(rating for who, rating in rated if who == id) for id in dict.fromkeys(who for who, _ in rated)}
    yield "| persona | answers | does not know | turns aside | beside | unread | counts |"
    yield "|---|---|---|---|---|---|---|"
    share = {id: sum(count[good] for good in GOOD) / count.total() for id, count in by.items()}
    for id in sorted(by, key=lambda id: share[id]):
        cells = [by[id][name] for name in ("answers", "does not know", "turns aside", "beside", "unread")]
        yield f"| {id} | {' | '.join(map(str, cells))} | {share[id]:.0%} |"
    good = sum(rating in GOOD for _, rating in rated)
    low, high = interval(good / len(rated), len(rated))
    yield f"\nall: {good} of {len(rated)}, {good / len(rated):.1%} ({low:.1%} to {high:.1%})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--counts", action="store_true", help="only the table")
    parser.add_argument("personas", nargs="*")
    options = parser.parse_args()
    found = asyncio.run(all_asked(options.personas or list(files())))
    if options.show:
        for number, each in enumerate(found):
            print(
                f"{number:3} {each.persona:7} {each.turn.reading.lead:20.12} {each.turn.cue.act:10.10} {each.question}"
            )
            print(f"             -> {each.turn.reply}")
        return 0
    print("\n".join(counted(found)))
    known = ratings()
    for each in found if not options.counts else ():
        if (each.question, each.turn.reply) not in known:
            print(f"unread: {each.persona}: {each.question} -> {each.turn.reply}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
