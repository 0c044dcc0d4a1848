"""Scenes out of whole calls, spread evenly over acts and personas; the same ones every time."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.played import Watched, begin, play
from roleplay.model import Act, Cue
from roleplay.persona import Persona, load_all
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.engine import WORDS
from roleplay.prospect.scene import Scene, Spoken

BOTS = ("skill 90", "skill 50", "skill 10", "skill 70", "closing", "flattery", "injections", "discounts", "skill 100")
MOST_OF_ACT = 30
RARE = {Act.YOURE_RIGHT: Act.DOUBT, Act.REFER: Act.SOFT_NO, Act.COUNTER_PLAN: Act.CONDITIONAL_YES}
"""Acts the bots hardly ever bring about, and the act in whose place each is set."""
RAISES = (
    "Can you see yourself going with us today?",
    "I can knock twenty percent off if you sign now, so what do you say?",
)
LECTURE = (
    "Listen, every business like yours that said no to this came back to us within the year, because the numbers are "
    "plain: it pays for itself, it runs by itself, and the longer you wait the more you leave lying on the table."
)


def pick(count: int, seeds: int = 18) -> list[tuple[str, Scene]]:
    """So many scenes with an id each: the rarest acts first, and of each act from as many personas as have it."""
    found = _by_act(seeds)
    chosen: list[tuple[str, Scene]] = []
    used: Counter[str] = Counter()
    while len(chosen) < count and any(found.values()):
        for act in sorted(found, key=lambda act: (sum(used[f"{act}:{id}"] for id in found[act]), act)):
            left = {id: scenes for id, scenes in found[act].items() if scenes}
            if not left or len(chosen) >= count:
                continue
            id = min(left, key=lambda id: (used[f"{act}:{id}"], used[id], id))
            used.update((f"{act}:{id}", id))
            chosen.append((f"{id}.{act}.{used[f'{act}:{id}']}", left[id].pop(0)))
        found = {act: scenes for act, scenes in found.items() if any(scenes.values())}
    return chosen


def _by_act(seeds: int) -> dict[Act, dict[str, list[Scene]]]:
    found: dict[Act, dict[str, list[Scene]]] = defaultdict(lambda: defaultdict(list))
    for scene in asyncio.run(_all(seeds)):
        if scene.number and len(found[scene.cue.act][scene.persona.id]) < MOST_OF_ACT:
            found[scene.cue.act][scene.persona.id].append(scene)
    for act, like in RARE.items():
        for id, scenes in list(found[like].items()):
            if act is not Act.REFER or scenes[0].persona.referral:
                found[act][id] += [replace(each, cue=Cue(act, each.cue.stance, WORDS[act])) for each in scenes[-2:]]
    return found


async def _all(seeds: int) -> list[Scene]:
    seen: list[Scene] = []

    def keep(scene: Scene, _: Spoken) -> None:
        seen.append(scene)

    for who, level, bot, seed in _calls(seeds):
        await play(who, level, bot, seed, Watched(BuiltIn(), keep))
    for who in load_all()[0]:
        for level, lines in ((2, _questions(who)), (3, [*RAISES, LECTURE, LECTURE])):
            call = begin(who, level, level, Watched(BuiltIn(), keep))
            for line in lines:
                if not call.over:
                    await call.say(line)
    return seen


def _questions(who: Persona) -> list[str]:
    """What the bots never ask: about what the prospect does not know, and where else to turn."""
    asked = [f"What can you tell me about the {item.words[0]}?" for item in who.unknown]
    return [
        "Have I caught you at a bad time?",
        *asked,
        f"Shall we set up {who.offer.step}?",
        f"Could we do {who.offer.step}?",
    ]


def _calls(seeds: int) -> Iterator[tuple[Persona, int, str, int]]:
    for seed in range(seeds):
        for who in load_all()[0]:
            yield who, 1 + seed % 5, BOTS[seed % len(BOTS)], seed
