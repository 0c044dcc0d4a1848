"""Twenty whole calls to be read as people read: ten in the built-in voice, ten voiced by a strong model's stand-in.

python -m benchmarks.reading builtin DIR         the built-in ten, as DIR/calls_builtin.md
python -m benchmarks.reading next DIR            what the stand-in is asked next, as DIR/pending.jsonl; its
                                                 answers are in DIR/answers.jsonl. When none is pending,
                                                 DIR/calls.md holds all twenty, mixed, and DIR/key.json whose is which
python -m benchmarks.reading count FILE... [--key KEY]   what readers made of them: {"call", "turn", "rating"}

The rep is a bot that speaks in sentences of its own. The guard reads the stand-in as it reads a model: a reply it
refuses is asked for again with what was wrong, and after three tries the built-in voice says the line.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean

from benchmarks.played import play
from roleplay.llm import Endpoint, Message
from roleplay.model import Call
from roleplay.persona import files, find
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.scene import Actor
from roleplay.prospect.voiced import ModelActor
from roleplay.settings import ModelSettings

REPS = ("skill 90", "skill 70", "skill 100", "skill 70", "skill 50")
SPEECH = "lines"
TEN = 10
OFFSET = {"builtin": 0, "strong": 7}
"""Where in the list of prospects each ten begins, so that all twelve are met."""


class Pending(Exception):
    """The stand-in has not answered these messages yet."""

    def __init__(self, messages: Sequence[Message], turn: int) -> None:
        self.messages, self.turn = messages, turn


class Written(Endpoint):
    """An endpoint whose answers were written down beforehand, in order."""

    def __init__(self, answers: Sequence[str]) -> None:
        super().__init__(ModelSettings(model="stand-in", base_url="http://127.0.0.1:1/v1"))
        self._answers = list(answers)
        self.asked = 0

    async def stream(self, messages: Sequence[Message], max_tokens: int, seed: int) -> AsyncIterator[str]:
        """The next answer, or `Pending`."""
        if self.asked >= len(self._answers):
            raise Pending(messages, sum(message["role"] == "user" for message in messages))
        self.asked += 1
        yield self._answers[self.asked - 1]


@dataclass(frozen=True, slots=True)
class Played:
    """One call to be read, and its voice."""

    voice: str
    call: Call


def _setups(voice: str) -> list[tuple[str, int, str, int]]:
    ids = sorted(files())
    return [
        (ids[(n + OFFSET[voice]) % len(ids)], 1 + n % 4, REPS[n % len(REPS)], 200 + n + OFFSET[voice])
        for n in range(TEN)
    ]


async def _call(voice: str, number: int, actor: Actor) -> Call:
    id, level, bot, seed = _setups(voice)[number]
    return await play(find(id), level, bot, seed, actor, SPEECH)


async def builtin() -> list[Played]:
    return [Played("builtin", await _call("builtin", number, BuiltIn())) for number in range(TEN)]


def written(number: int, answers: Sequence[str]) -> Call | Pending:
    """The stand-in's call so far as it was answered, or what it is asked next."""
    actor = ModelActor(ModelSettings(model="stand-in", base_url="http://127.0.0.1:1/v1"))
    actor._endpoint = Written(answers)
    try:
        return asyncio.run(_call("strong", number, actor))
    except Pending as pending:
        return pending


def _next(options: argparse.Namespace) -> None:
    folder: Path = options.folder
    by = defaultdict[int, list[str]](list)
    if (kept := folder / "answers.jsonl").exists():
        for row in map(json.loads, filter(str.strip, kept.read_text(encoding="utf-8").splitlines())):
            by[row["call"]].append(row["reply"])
    found = {number: written(number, by[number]) for number in range(TEN)}
    rows = [
        json.dumps({"call": number, "turn": each.turn, "messages": each.messages}, ensure_ascii=False)
        for number, each in found.items()
        if isinstance(each, Pending)
    ]
    (folder / "pending.jsonl").write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} to answer in {folder / 'pending.jsonl'}")
    if not rows:
        done = [Played("strong", each) for each in found.values() if isinstance(each, Call)]
        _write_mixed(folder, asyncio.run(builtin()) + done)


def _write_mixed(folder: Path, played: list[Played]) -> None:
    Random(4).shuffle(played)
    (folder / "calls.md").write_text(as_markdown(each.call for each in played), encoding="utf-8")
    key = {number: each.voice for number, each in enumerate(played, 1)}
    (folder / "key.json").write_text(json.dumps(key), encoding="utf-8")
    print(f"{len(played)} calls in {folder / 'calls.md'}")


def as_markdown(calls: Iterable[Call]) -> str:
    """The calls, numbered; the caller's lines, and the prospect's with the turn each is rated by."""
    parts = []
    for number, call in enumerate(calls, 1):
        who = find(call.setup.persona)
        parts.append(f"## Call {number}\n\n{who.name}, {who.role}, {who.company}. The caller sells {who.offer.what}.\n")
        parts.append(f"- **turn 0** {who.first_name}: {call.opening}")
        parts += [
            f"- caller: {turn.said}\n- **turn {turn.number}** {who.first_name}: {turn.reply}" for turn in call.turns
        ]
        parts.append("")
    return "\n".join(parts)


def _builtin(options: argparse.Namespace) -> None:
    found = asyncio.run(builtin())
    (options.folder / "calls_builtin.md").write_text(as_markdown(each.call for each in found), encoding="utf-8")
    print(f"{len(found)} calls, {sum(len(each.call.turns) for each in found)} turns")


def _count(options: argparse.Namespace) -> None:
    """Mean, and shares of each rating, by voice where the key is known."""
    key = json.loads(options.key.read_text(encoding="utf-8")) if options.key else {}
    by = defaultdict[str, list[int]](list)
    for file in options.files:
        for row in map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines())):
            by[key.get(str(row["call"]), "builtin")].append(row["rating"])
    print("| voice | lines | mean | 1 | 2 | 3 | 4 | 5 |\n|---|---|---|---|---|---|---|---|")
    for voice, ratings in by.items():
        counts = Counter(ratings)
        shares = " | ".join(f"{counts[value] / len(ratings):.0%}" for value in range(1, 6))
        print(f"| {voice} | {len(ratings)} | {fmean(ratings):.2f} | {shares} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(required=True)
    for name, run in (("builtin", _builtin), ("next", _next), ("count", _count)):
        action = actions.add_parser(name)
        action.set_defaults(run=run)
        if name != "count":
            action.add_argument("folder", type=Path)
        else:
            action.add_argument("files", nargs="+", type=Path)
            action.add_argument("--key", type=Path, help="key.json, where the calls were mixed")
    options = parser.parse_args()
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
