"""Before a real call: the nos to expect, what opened each best, the plan, and what to warm up on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from roleplay.model import Category, Entry, Plan

EXPECTED = 3
"""Nos to expect."""
REAL = 3
"""How many practised nos a customer's counts for, in what to expect."""
USUAL = (Category.PRICE, Category.TIMING, Category.STATUS_QUO)
"""What comes most in the trade where one's own journal is still empty (technique.md, section 3)."""
SUGGESTED: dict[Category, str] = {
    Category.PRICE: "Is it that it isn't worth that much to you, or that there isn't room for it this year?",
    Category.TIMING: "It sounds like something else has to happen first. What would that be?",
    Category.AUTHORITY: "What will they care about most when you bring it up?",
    Category.NEED: "Where did I lose you?",
    Category.TRUST: "It sounds like somebody has let you down with this before.",
    Category.COMPETITOR: "What do they do that you would not want to give up?",
    Category.STATUS_QUO: "What would have to change before this was worth a thought?",
    Category.INFO: "What would it need to answer for you, and by when?",
}
"""A follow-up for each category, as the technique has it: limit or worth, what comes first, whom to include."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A no to expect: how often it came, and what opened it best: mine, or else a suggestion.

    `theirs` are those of the one to be called, `seen` all, calls and drills among them; `real` those from customers.
    """

    category: Category
    theirs: int
    seen: int
    example: Entry | None
    suggestion: str
    real: int = 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """What to have in mind before a call; `drill` is the command of the warm-up."""

    who: str
    expected: tuple[Expected, ...]
    plan: Plan | None
    drill: str


def prepare(
    seen: Iterable[tuple[Category, bool, int]], theirs: Iterable[tuple[Category, int]],
    best: Callable[[Category], Entry | None], plan: Plan | None, *, who: str = "", category: Category | None = None,
) -> Briefing:  # fmt: skip
    """The briefing. `seen` are category, whether from customers, how often; `theirs` those of `who`, how often."""
    counts: Counter[Category] = Counter()
    customers: Counter[Category] = Counter()
    weight: Counter[Category] = Counter()
    from_them = Counter(dict(theirs))
    for name, real, count in seen:
        counts[name] += count
        customers[name] += count if real else 0
        weight[name] += count * (REAL if real else 1)
    ordered = sorted(Category, key=lambda name: (name is not category, -from_them[name], -weight[name], _usual(name)))
    expected = tuple(
        _expected(name, from_them[name], counts[name], best(name), customers[name]) for name in ordered[:EXPECTED]
    )
    return Briefing(who, expected, plan, f"roleplay drill after-no --category {expected[0].category}")


def _usual(category: Category) -> int:
    return USUAL.index(category) if category in USUAL else len(USUAL)


def _expected(category: Category, theirs: int, seen: int, example: Entry | None, real: int) -> Expected:
    return Expected(category, theirs, seen, example, "" if example else SUGGESTED[category], real)
