"""Skills: a move in a situation, each with an id, the drill that trains it, and words for it."""

from __future__ import annotations

from functools import lru_cache

from roleplay.model import Category, YesKind
from roleplay.model.practice import Drill

NAMES = {
    Drill.OPENER: "opener sprint",
    Drill.AFTER_NO: "after the no",
    Drill.FLIP: "flip it",
    Drill.WHICH_YES: "which yes?",
}
RULES = {
    Drill.OPENER: "Opener sprint: strangers pick up, and you have three turns each to get to a genuine no.",
    Drill.AFTER_NO: "After the no: you hear a no, and have three turns to find out what is behind it.",
    Drill.FLIP: "Flip it: a line pushes for yes. Say it so that “no” is the comfortable answer.",
    Drill.WHICH_YES: (
        "Which yes: name it (1 counterfeit, to end the talk; 2 confirmation, a plain answer; 3 commitment, leads to "
        "action), then say what would test it."
    ),
}
STRANGERS = {1: "warm", 2: "warm", 3: "guarded", 4: "tough", 5: "tough"}
"""How a stranger of each level is called."""
CATEGORIES = {Category.STATUS_QUO: "happy-as-it-is", Category.INFO: "send-me-something"}
"""Objections whose category is no word one would say; the others are called by their own."""
YESES = {
    YesKind.COUNTERFEIT: "testing a counterfeit yes",
    YesKind.CONFIRMATION: "hearing a confirmation for what it is",
    YesKind.COMMITMENT: "knowing a commitment when it comes",
}


def opener(level: int) -> str:
    """Getting to an early no with a stranger of that level (1-5)."""
    return f"opener:{STRANGERS[level]}"


def after_no(category: Category) -> str:
    """What to do first after a no of that kind."""
    return f"after-no:{category}"


def flip(moment: str) -> str:
    """Making no the comfortable answer at that moment of a call."""
    return f"flip:{moment}"


def which_yes(kind: YesKind) -> str:
    """Telling and testing a yes of that kind."""
    return f"which-yes:{kind}"


def drill_of(skill: str) -> Drill:
    """The drill that trains a skill. Raises ValueError for an id that is none."""
    return Drill(skill.partition(":")[0])


def situation(skill: str) -> str:
    """The part of the id after the drill."""
    return skill.partition(":")[2]


def words(skill: str) -> str:
    """The skill as a rep reads it: "curiosity after a price no"."""
    where = situation(skill)
    match drill_of(skill):
        case Drill.OPENER:
            return f"an early no from a {where} stranger"
        case Drill.AFTER_NO:
            category = Category(where)
            called = CATEGORIES.get(category, category.value)
            return f"curiosity after {'an' if called[0] in 'aeiou' else 'a'} {called} no"
        case Drill.WHICH_YES:
            return YESES[YesKind(where)]
    return f"a safe no instead of a push: {where}"


@lru_cache(maxsize=1)
def every() -> tuple[str, ...]:
    """Every skill there is something to practise with, kinds in turn, the commonest first."""
    from roleplay.practice.items import flips

    moments = [item.moment for item in flips()]
    common = sorted(dict.fromkeys(moments), key=lambda moment: -moments.count(moment))
    kinds = (
        [flip(moment) for moment in common],
        [after_no(category) for category in Category],
        [which_yes(kind) for kind in YesKind],
        [f"opener:{stranger}" for stranger in dict.fromkeys(STRANGERS.values())],
    )
    longest = max(map(len, kinds))
    return tuple(kind[place] for place in range(longest) for kind in kinds if place < len(kind))
