"""A pushing line of the rep's own, made into an item of "flip it"."""

from __future__ import annotations

from roleplay.listener.words import STOP, words_of
from roleplay.practice.flip import check
from roleplay.practice.items import FlipItem

FRAMES = (
    "Would it be off the mark to bring up {matter}?",
    "Is it a bad idea to talk about {matter}?",
    "Would you be against a word about {matter}?",
    "Is this a bad moment to raise {matter}?",
)
PUSHING = frozenset(
    """
    agree great good better best nice sense right wouldn't don't isn't aren't won't doesn't couldn't shouldn't really
    just today now then well like want love need help save make sure shall can could would will should have get give
    go going let put take know think see tell say quick minute okay fair correct interested everyone
    everybody everything
    """.split()  # noqa: SIM905 - reads as the list it is
)
"""Words of a push that say nothing of its matter."""
MOST = 4


def item_of(line: str, moment: str = "discovery", item: str = "own") -> FlipItem:
    """The line as an item: its matter is what its plain words name; its answers are made from a frame and that.

    A line that names nothing ("does that make sense?") may be flipped about anything.
    """
    said = [word for word in words_of(line) if word not in STOP and word not in PUSHING and len(word) > 3]
    matter = tuple(dict.fromkeys(said))[:MOST]
    bare = FlipItem(item, line, matter, moment, "your own line", (FRAMES[0].format(matter="it"),), ())
    named = " ".join(matter[-1:]) or "it"
    answers = tuple(words for frame in FRAMES if check(bare, words := frame.format(matter=named)).ok)
    return FlipItem(item, line, matter, moment, bare.trade, answers[:2] or bare.answers, ())
