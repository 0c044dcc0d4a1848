"""Turns what a bot wants to do into a sentence: patterns by move and situation, filled from the call."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random

import yaml

from roleplay.model import Move, State
from roleplay.persona import Persona
from roleplay.simulate import given_back, theirs

THEIRS = frozenset({"echo", "fact", "fact2", "no"})
"""Slots that hold what the prospect said or told."""
CLAUSES = frozenset({"fact", "fact2"})
"""Slots that a pattern may lead into with "that" or "since": only whole clauses go there."""
_SLOT = re.compile(r"{(\w+)}")
_THING = re.compile(r"\b(?:on|about|does|why|like) {echo}|{echo} sounds", re.I)
"""Where a pattern has room for a thing only: "a weight on your notebooks", not "a weight on not doing it"."""
_ONE = re.compile(r"\bdoes {echo}|{echo} (?:isn't|sounds)", re.I)
"""Where that has to be a single one."""
_LED_INTO = re.compile(r"\b(?:that|since|because|while|though|given|telling me),? {(\w+)}", re.I)


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
    speech: str = OWN, before: Sequence[str] = (),
) -> str:  # fmt: skip
    """A sentence for the intent, none of those said `before` where there is a choice.

    `last` is the prospect's last line; `held` picks one half of a set's patterns.
    """
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
    topic = intent.topic or random.choice(list(who.topics))
    named = frozenset[str]({"thing"}).union(*map(_named, choices))
    slots = _slots(named, replace(intent, topic=topic), who, state, last)
    usable = [line for line in choices if all(_fit(line, slots).values()) and _reads(line, slots)]
    if intent.theirs:
        usable = [line for line in usable if THEIRS.intersection(_named(line))] or usable
    usable = usable or [line for line in choices if "{" not in line] or choices
    said = _filled(line := random.choice(usable), slots, last)
    while said in before and len(usable) > 1:
        usable = [other for other in usable if other != line]
        said = _filled(line := random.choice(usable), slots, last)
    return said


def _filled(line: str, slots: dict[str, str], last: str) -> str:
    fit = _fit(line, slots)
    said = _SLOT.sub(lambda match: fit[match[1]] or given_back.end(last), line)
    return said[:1].upper() + said[1:]


def _fit(line: str, slots: dict[str, str]) -> dict[str, str]:
    """What goes into the slots of one pattern."""
    found = {name: slots[name] for name in _named(line)}
    if "echo" in found and _THING.search(line):
        many = slots["thing"].endswith("s") or " and " in slots["thing"]
        found["echo"] = "" if many and _ONE.search(line) else slots["thing"]
    return found


@lru_cache(maxsize=4096)
def _named(line: str) -> tuple[str, ...]:
    """The slots a pattern has."""
    return tuple(_SLOT.findall(line))


def _slots(names: frozenset[str], intent: Intent, who: Persona, state: State, last: str) -> dict[str, str]:
    """What goes into the slots of these names."""
    told = ["", "", *(who.fact(id).gist.rstrip(".") for id in state.told)]
    step = who.steps.accept.what if intent.move is not Move.PRESSURE else who.offer.step
    ways: dict[str, Callable[[], str]] = {
        "topic": lambda: theirs.named(intent.topic, who),
        "echo": lambda: given_back.echo(last),
        "thing": lambda: theirs.thing(last, who),
        "fact": lambda: told[-1],
        "fact2": lambda: told[-2],
        "no": lambda: theirs.no_of(who, state),
        "offer": lambda: re.split(r"[,:]| with | that (?=reads|fills)", who.offer.what)[0],
        "step": lambda: theirs.to_them(step),
        "name": lambda: who.first_name,
        "terms": lambda: theirs.terms_of(last),
        "caller": lambda: "Ana from Northlight",
    }
    return {name: ways[name]() for name in sorted(names)}


def _reads(line: str, slots: dict[str, str]) -> bool:
    """Whether what the pattern leads into with "that" is a clause."""
    return all(theirs.is_clause(slots[name]) for name in _led_into(line))


@lru_cache(maxsize=4096)
def _led_into(line: str) -> tuple[str, ...]:
    """The slots a pattern leads into with "that", of those that may hold no clause."""
    return tuple(name for name in _LED_INTO.findall(line) if name in CLAUSES)
