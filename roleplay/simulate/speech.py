"""Turns what a bot wants to do into a sentence: patterns by move and situation, filled from the call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random

import yaml

from roleplay.listener.words import STOP
from roleplay.model import Move, State
from roleplay.persona import Persona

THEIRS = frozenset({"echo", "fact", "fact2", "no"})
"""Slots that hold what the prospect said or told."""
_SLOT = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Intent:
    """What a bot wants to do: a move, in a situation the patterns know, perhaps about one of the persona's topics.

    With `theirs`, words the prospect used are taken up where a pattern has room for them. `said` are the very words,
    for bots that bring their own.
    """

    move: Move
    situation: str
    topic: str = ""
    said: str = ""
    theirs: bool = False


OWN = "lines"
"""The set of sentences that bots speak by default."""


def sets() -> list[str]:
    """The names of the sets of sentences there are: this package's own, and one written by other hands."""
    return sorted(path.stem for path in Path(__file__).parent.glob("*.yaml"))


@cache
def patterns(name: str = OWN) -> dict[str, dict[str, list[str]]]:
    """The patterns by move and situation, from one of the sets."""
    path = Path(__file__).parent / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, dict[str, list[str]]] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return found


def held_back(pattern: str) -> bool:
    """Whether a pattern belongs to the half that nobody who works on the listener looks at."""
    return sha256(pattern.encode()).digest()[0] % 2 == 0


def sentence(
    intent: Intent, who: Persona, state: State, last: str, random: Random, *, held: bool | None = None,
    speech: str = OWN,
) -> str:  # fmt: skip
    """A sentence for the intent. `last` is the prospect's last line; `held` picks one half of a set's patterns."""
    if intent.said:
        return intent.said
    known = patterns(speech)[intent.move]
    choices = (
        known.get(intent.situation)
        or patterns()[intent.move].get(intent.situation)
        or [line for lines in known.values() for line in lines]
    )
    if held is not None:
        choices = [line for line in choices if held_back(line) == held] or choices
    slots = _slots(intent, who, state, last, random)
    usable = [line for line in choices if all(slots.get(name) for name in _named(line))]
    if intent.theirs:
        usable = [line for line in usable if THEIRS.intersection(_named(line))] or usable
    line = random.choice(usable or [line for line in choices if "{" not in line] or choices)
    return _SLOT.sub(lambda match: slots.get(match[1], ""), line)


@lru_cache(maxsize=4096)
def _named(line: str) -> tuple[str, ...]:
    """The slots a pattern has."""
    return tuple(_SLOT.findall(line))


def _slots(intent: Intent, who: Persona, state: State, last: str, random: Random) -> dict[str, str]:
    told = [who.fact(id).gist.rstrip(".") for id in state.told]
    topic = intent.topic or random.choice(list(who.topics))
    return {
        "topic": who.topics[topic].about,
        "echo": echo(last),
        "fact": told[-1] if told else "",
        "fact2": told[-2] if len(told) > 1 else "",
        "no": no_of(who, state),
        "offer": who.offer.what,
        "step": who.steps.accept.what if intent.move is not Move.PRESSURE else who.offer.step,
        "name": who.first_name,
        "caller": "Ana from Northlight",
    }


def no_of(who: Persona, state: State) -> str:
    """The no on the table as a clause in the second person, as a rep who heard it would name it; "" where none is."""
    gist = who.objection(state.live).gist.rstrip(".") if state.live else ""
    parts = [part.strip().removeprefix("and ") for part in re.split(r"[;,]", gist)]
    return next((part for part in parts if part.startswith(("you ", "your "))), parts[0])


def echo(last: str) -> str:
    """The last two to four words of substance the prospect said, as a mirror gives them back."""
    parts = [part for part in re.split(r"[.?!…]+", last) if part.strip()]
    words = re.findall(r"[\w'-]+", parts[-1].lower()) if parts else []
    while words and words[0] in STOP:
        words = words[1:]
    return " ".join(words[-3:])
