"""What the journal's things are called on screen and paper."""

from __future__ import annotations

from roleplay.model import Came, Category, Entry, Meaning, Source

CATEGORIES: dict[Category, str] = {
    Category.PRICE: "price",
    Category.TIMING: "timing",
    Category.AUTHORITY: "authority",
    Category.NEED: "need",
    Category.TRUST: "trust",
    Category.COMPETITOR: "competitor",
    Category.STATUS_QUO: "status quo",
    Category.INFO: "information",
}
MEANINGS: dict[Meaning, str] = {
    Meaning.NOT_READY: "not ready yet",
    Meaning.UNCOMFORTABLE: "uneasy about it",
    Meaning.NOT_UNDERSTOOD: "did not see what it would change",
    Meaning.CANNOT_AFFORD: "could not afford it now",
    Meaning.WANTS_ELSE: "wanted something else",
    Meaning.NEEDS_INFORMATION: "needed to know more first",
    Meaning.NEEDS_SOMEONE: "somebody else had to be in on it",
}
SOURCES: dict[Source, str] = {
    Source.REAL: "customer",
    Source.RECORDING: "recorded",
    Source.CALL: "practice",
    Source.DRILL: "drill",
}
CAME: dict[Came, str] = {Came.OPENED: "opened", Came.CLOSED: "closed", Came.UNKNOWN: "not known"}


def category(value: Category | None) -> str:
    """A category in words."""
    return CATEGORIES[value] if value else "unsorted"


def named(text: str) -> Category | None:
    """The category of that name, in words or as it is stored; None where there is none."""
    plain = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
    values = {category: (name, category.value.replace("_", " ")) for category, name in CATEGORIES.items()}
    return next((category for category, names in values.items() if plain in names), None)


def came(entry: Entry) -> str:
    """What came of a no, in words: the rep's or the script's own where there are any."""
    return entry.outcome or (CAME[entry.came] if entry.came else "")


def came_shortly(entry: Entry) -> str:
    """What came of a no in a word or two: the reason itself, something else, nothing, or a dash: nobody knows."""
    if entry.behind:
        return "reason"
    return {Came.OPENED: "told more", Came.CLOSED: "closed"}.get(entry.came, "–")


def counts_for(entry: Entry) -> str:
    """What a no that was asked further about counts for: the goal is of customers' nos, practice has its own tally."""
    return "counts for the week" if entry.source.customer else "counts as practice"
