"""The patterns of the journal in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from roleplay.practice.patterns import ENOUGH, RANKED, Patterns
from roleplay.practice.words import MEANINGS, category

TOO_FEW = (
    f"Too few nos for a pattern: it takes {ENOUGH} of a kind. Those of finished calls come by themselves; "
    "write down the ones you hear from customers."
)


def sentences(found: Patterns) -> Iterator[str]:
    """What can be said, one thing a sentence; or that there is too little."""
    said = [*_met(found), *_opened(found), *_closed(found), *_behind(found), *_worst(found)]
    yield from said or [TOO_FEW]


def _met(found: Patterns) -> Iterator[str]:
    top = found.rows[0] if found.rows else None
    whole = sum(row.total for row in found.rows)
    if top and top.category and top.total >= ENOUGH:
        often = f"{top.total} of {whole} {f'in {len(top.weeks)} weeks' if len(top.weeks) > 1 else 'this week'}"
        yield f"The no you meet most is about {category(top.category)}: {often}."


def _opened(found: Patterns) -> Iterator[str]:
    if found.openers:
        best = found.openers[0]
        yield f"What opens a no best for you: {best.move}, {best.opened} of {best.used} times."


def _closed(found: Patterns) -> Iterator[str]:
    if found.closers:
        worst = found.closers[0]
        yield f"What closes one most: {worst.move}, {worst.closed} of {worst.used} times."


def _behind(found: Patterns) -> Iterator[str]:
    for name, meaning, count in found.covers[:3]:
        if count >= ENOUGH:
            yield f"Behind a no about {category(name)}, {count} times: {MEANINGS[meaning]}."


def _worst(found: Patterns) -> Iterator[str]:
    if worst := found.worst:
        yield (
            f"Of the kinds you met {RANKED} times or more, you handle those about {category(worst.category)} worst: "
            f"{100 * worst.worth:.0f} of 100 on average over {worst.judged}."
        )
