"""A model's voice, measured. The endpoint is a real one, such as `python -m benchmarks.model.serve` starts.

python -m benchmarks.model play [--base-url URL] [--model NAME] [--calls 4]   whole calls of bots through it
python -m benchmarks.model prompts --out FILE [--count 220]                   scenes as messages: {"id", "messages"}
python -m benchmarks.model answers FILE                                       judge {"id", "reply"} to those scenes
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path

from benchmarks.model.judge import Line, judged, report
from benchmarks.model.scenes import pick
from benchmarks.played import Watched, play
from roleplay.persona import load_all
from roleplay.prospect.scene import Scene, Spoken
from roleplay.prospect.voiced import FALLBACK, ModelActor, messages
from roleplay.settings import ModelSettings

PLAYED = ("skill 90", "skill 50", "skill 10", "closing")


def _play(options: argparse.Namespace) -> None:
    lines: list[Line] = []

    def keep(scene: Scene, spoken: Spoken) -> None:
        voice = spoken.voice
        lines.append(Line(scene, spoken.text, not voice.source.endswith(FALLBACK), voice.tries, voice.reasons))
        print(f"{scene.persona.id:8} {scene.cue.act:16} {voice.tries} {voice.ms:6} ms  {spoken.text}", flush=True)

    async def all_calls() -> None:
        settings = ModelSettings(model=options.model, base_url=options.base_url, timeout=300)
        people = load_all()[0]
        for number in range(options.calls):
            who, bot = people[(5 * number) % len(people)], PLAYED[number % len(PLAYED)]
            print(f"\n{who.name}, level {1 + number % 4}, {bot}")
            await play(who, 1 + number % 4, bot, number, Watched(ModelActor(settings), keep))

    asyncio.run(all_calls())
    print("\n".join(["", *report(lines, f"{options.model}, {options.calls} calls")]))


def _prompts(options: argparse.Namespace) -> None:
    rows = [
        json.dumps({"id": id, "messages": messages(scene)}, ensure_ascii=False) for id, scene in pick(options.count)
    ]
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} prompts in {options.out}")


def _answers(options: argparse.Namespace) -> None:
    scenes = dict(pick(options.count))
    rows = [json.loads(row) for row in options.file.read_text(encoding="utf-8").splitlines() if row.strip()]
    lines = [judged(scenes[row["id"]], row["reply"]) for row in rows]
    for row, line in zip(rows, lines, strict=True):
        if line.reasons:
            print(f"{row['id']:28} {', '.join(line.reasons):32} {line.text}")
    print("\n".join(["", *report(lines, options.file.name)]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(required=True)
    whole = actions.add_parser("play")
    whole.add_argument("--base-url", default="http://127.0.0.1:8377/v1")
    whole.add_argument("--model", default="small")
    whole.add_argument("--calls", type=int, default=4)
    whole.set_defaults(run=_play)
    out = actions.add_parser("prompts")
    out.add_argument("--out", type=Path, required=True)
    back = actions.add_parser("answers")
    back.add_argument("file", type=Path)
    for each in (out, back):
        each.add_argument("--count", type=int, default=220)
    out.set_defaults(run=_prompts)
    back.set_defaults(run=_answers)
    options = parser.parse_args()
    options.run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
