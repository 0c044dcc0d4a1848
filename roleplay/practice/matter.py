"""Whether two lines are about the same matter: by the stems of their words, and by words that stand for each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from roleplay.listener.words import content, stem, words_of

_SAME = """
time moment minute minutes busy middle interrupt catch caught
time long longer hours slow fast faster quick quicker
talk chat speak conversation call
meeting meet call visit come appointment demo demonstration look show walkthrough tour sit session see slot diary
price cost money budget pay expensive afford spend dear cheap cheaper fee quote discount rate margin save saving
sign start go begin buy order contract agree commit deal proceed ahead switch move change decide decision
try trial pilot test sample
send email mail brochure information details leaflet write
boss partner manager director owner board colleague team who else someone decide decider
happy satisfied content fine working well suit pleased
need problem issue trouble trouble struggle hard difficult pain headache
supplier provider vendor current existing competitor
renew renewal extend
reference customer client testimonial
follow follow-up call back ring again reconnect
understand clear follow sense
interested interest keen want like
next step steps forward
late delay slow wait waiting behind
lose losing lost miss missing leak
staff people crew lads team hands
fundraising charity cause donation donate give gift support
"""
"""A row a group: any word of it may stand for any other."""


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_SAME.strip().splitlines()):
        for word in row.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words that carry meaning."""
    return frozenset(content(words_of(text)))


def same_matter(matter: Iterable[str], text: str) -> bool:
    """Whether the text has a word of the matter, or one that stands for it."""
    said = {stem(word) for word in words_of(text)}
    wanted = {stem(word) for phrase in matter for word in words_of(phrase)}
    if said & wanted or any(_alike(one, other) for one in wanted for other in said):
        return True
    groups = _groups()
    meant = {group for word in wanted for group in groups.get(word, ())}
    return any(group in meant for word in said for group in groups.get(word, ()))


def _alike(one: str, other: str) -> bool:
    """Long stems of which one begins the other: "schedul" and "scheduler"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short)
