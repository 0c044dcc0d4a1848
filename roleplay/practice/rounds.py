"""Which items come next: those of the skill wanted, never played ones first, then those played longest ago."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from roleplay.model import Category
from roleplay.model.practice import Drill, NoItem
from roleplay.persona import Persona
from roleplay.practice import skills
from roleplay.practice.after_no import AfterNo, Opening, scripted
from roleplay.practice.exercise import Exercise
from roleplay.practice.flip import FlipIt
from roleplay.practice.items import flips, yeses
from roleplay.practice.opener import Opener
from roleplay.practice.which_yes import WhichYes

LEVELS = {"warm": 2, "guarded": 3, "tough": 4}
"""The level (1-5) at which a stranger of each kind is met."""
COUNTS = {Drill.OPENER: 10, Drill.AFTER_NO: 3, Drill.FLIP: 5, Drill.WHICH_YES: 5}
"""Items of a drill when no number is asked for."""
Make = Callable[[], Exercise]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that could be played: its id, the skill it trains, and how to make it."""

    item: str
    skill: str
    make: Make


@dataclass(frozen=True, slots=True)
class Supply:
    """What drills are made from: prospects, nos that were really heard, and calls that stopped at a no."""

    personas: Sequence[Persona] = ()
    nos: Sequence[NoItem] = ()
    openings: Sequence[Opening] = ()


def rounds(
    drill: Drill, supply: Supply, seed: int, *, count: int | None = None,
    seen: Mapping[str, str] | None = None, wanted: Sequence[str] = (),
) -> list[Candidate]:  # fmt: skip
    """The next items, at most `count`. `wanted` are skills whose items come first; `seen` says when each was played.

    The same arguments give the same items.
    """
    when = seen or {}
    found = list(_CANDIDATES[drill](supply, seed, wanted))
    Random(f"{drill}:{seed}").shuffle(found)
    found.sort(key=lambda each: (bool(wanted) and each.skill not in wanted, when.get(each.item, "")))
    return found[: COUNTS[drill] if count is None else count]


def of_skill(skill: str, supply: Supply, seed: int, count: int, seen: Mapping[str, str]) -> list[Candidate]:
    """Items of one skill; a yes of one kind comes among as many of the others, or the set would give itself away."""
    drill = skills.drill_of(skill)
    found = rounds(drill, supply, seed, count=10_000, seen=seen, wanted=(skill,))
    wanted = [each for each in found if each.skill == skill][:count]
    if drill is Drill.WHICH_YES:
        wanted += [each for each in found if each.skill != skill][: len(wanted)]
        Random(f"{skill}:{seed}").shuffle(wanted)
    return wanted


def _flips(supply: Supply, seed: int, wanted: Sequence[str]) -> Iterable[Candidate]:
    return (Candidate(item.id, skills.flip(item.moment), partial(FlipIt, item)) for item in flips())


def _yeses(supply: Supply, seed: int, wanted: Sequence[str]) -> Iterable[Candidate]:
    return (Candidate(item.id, skills.which_yes(item.kind), partial(WhichYes, item)) for item in yeses())


def _openers(supply: Supply, seed: int, wanted: Sequence[str]) -> Iterable[Candidate]:
    """Every prospect, met at the level of the stranger wanted, else at their own."""
    for persona in supply.personas:
        level = LEVELS[skills.situation(wanted[0])] if wanted else persona.level
        yield Candidate(persona.id, skills.opener(level), partial(Opener, persona, level, seed))


def _nos(supply: Supply, seed: int, wanted: Sequence[str]) -> Iterable[Candidate]:
    """Every objection of every prospect, every no really heard, every call that stopped at a no."""
    for who in supply.personas:
        for each in who.objections:
            item, skill = f"{who.id}/{each.id}", skills.after_no(each.category)
            yield Candidate(item, skill, partial(_scripted, who, each.id, seed))
    for opening in supply.openings:
        yield Candidate(opening.item, skills.after_no(opening.category), partial(AfterNo, opening))
    for number, no in enumerate(supply.nos):
        if found := _stand_in(no.category, supply.personas, seed + number):
            who, objection = found
            make = partial(_scripted, who, objection, seed, no)
            yield Candidate(f"{who.id}/{objection}: {no.text}", skills.after_no(no.category), make)


def _scripted(who: Persona, objection: str, seed: int, heard: NoItem | None = None) -> AfterNo:
    return AfterNo(scripted(who, objection, who.level, seed, heard))


def _stand_in(category: Category, personas: Sequence[Persona], seed: int) -> tuple[Persona, str] | None:
    """A prospect who has an objection of that kind, and its id."""
    able = [(who, each.id) for who in personas for each in who.objections if each.category is category]
    return able[seed % len(able)] if able else None


_CANDIDATES: dict[Drill, Callable[[Supply, int, Sequence[str]], Iterable[Candidate]]] = {
    Drill.OPENER: _openers,
    Drill.AFTER_NO: _nos,
    Drill.FLIP: _flips,
    Drill.WHICH_YES: _yeses,
}
