"""Which yes?: name the yes an exchange ends in, then write the question that would test it."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re

from roleplay import listener
from roleplay.coach.yeses import TESTS
from roleplay.listener.scope import Scope
from roleplay.listener.settled import settled
from roleplay.model import Move, Reading, YesKind
from roleplay.model.practice import NoItem, Verdict
from roleplay.practice import skills
from roleplay.practice.exercise import SKIPPED, Beat, Said
from roleplay.practice.items import YesItem
from roleplay.practice.matter import stems
from roleplay.practice.which_yes_words import ASKS_ON, CALLED, HARMLESS, UNTESTED, instead, misnamed

KINDS = tuple(YesKind)
SPOILS = frozenset({Move.TIE_DOWN, Move.PRESSURE, Move.HOSTILE, Move.REBUTTAL, Move.YES_SEEKING})
CONFIRMS = frozenset({Move.NEXT_STEP, Move.YES_SEEKING, Move.EXIT, Move.EMPATHY, Move.MIRROR, Move.OTHER})
"""What also does after a commitment: saying the detail back, or thanking them and stopping."""
ASKED = frozenset({Move.OTHER, Move.WHY, Move.YES_SEEKING, Move.NEXT_STEP, Move.MIRROR, Move.PERMISSION})
"""Readings of an open question the listener has no class for: "who'd sign it?"."""
NO_TEST = re.compile(
    r"\b(?:no|not|nothing|none|without|does ?n[o']?t|needn'?t)\b.{0,24}\b(?:test|need|testing|question|check)\w*\b"
    r"|^\W*(?:none|nothing|no test|no)\W*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:so|and|but|then|ok|okay|right)\s+)(?:(?:to|with|for|from|by|in|on|at) )?"
    r"(?:who(?:se|m)?(?:['’](?:d|s|ll|ve|re))?|when(?:['’]s)?|where(?:['’]s)?|which|what(?:['’](?:s|d|re|ll|ve))?|how(?:['’](?:s|d|ll))?)\b"
    r"(?! about\b| are you\b(?! \w)|(?: (?:good|great))\b)[^?]*\?\s*$",
    re.IGNORECASE,
)
"""An open question at the end: who, when, where, which, what or how."""
_TAKES = re.compile(r"\b(?:shall (?:i|we)|suits?)\b", re.IGNORECASE)
"""An open question that takes the yes for granted: "when shall we start?"."""
_GLAD = re.compile(
    r"\b(?:great|good|brilliant|lovely|fantastic|perfect|best|keen|excited|happy|ready|sorted|settled|deal|on board|winner)\b",
    re.IGNORECASE,
)
"""Labels of what one would like to hear; hedged with a "not" or a "but" they are none."""
_HEDGED = re.compile(r"\b(?:not|no|never|but|though|yet|still|less|\w+n['’]t)\b", re.IGNORECASE)
_NAMED = re.compile(r"^\s*[1-3](?=[^\W\d]|[.)]\s)[.)\s]*")
"""The number of a kind, typed once more before the words."""


def named(text: str) -> YesKind | None:
    """The kind that was named: by number from 1, or by the beginning of its name."""
    word = text.strip().casefold()
    if word in ("1", "2", "3"):
        return KINDS[int(word) - 1]
    fits = [kind for kind in KINDS if word and (kind.startswith(word) or word.startswith(kind))]
    return fits[0] if len(fits) == 1 else None


def check_test(item: YesItem, text: str) -> Verdict:
    """Whether the words would test the yes; after a commitment, leaving it alone or saying it back is right too."""
    if item.kind is YesKind.COMMITMENT and NO_TEST.search(text):
        return Verdict(True, "it names who, when or what: there is nothing left to test")
    lines = [words for who, words in item.exchange if who == "prospect"]
    reading = settled(listener.read_rep(text, Scope(lines=lines, turn=len(lines))), text)
    if reason := _untested(item, reading, text):
        return Verdict(False, reason, item.tests[0])
    other = next((test for test in item.tests if test.casefold() != text.strip().casefold()), "")
    asks = item.kind is YesKind.COMMITMENT and reading.lead in TESTS
    named = reading.lead in TESTS or reading.lead in CONFIRMS - {Move.OTHER}
    why = HARMLESS if asks else reading.cue if named else ASKS_ON
    return Verdict(True, why, other)


def _untested(item: YesItem, reading: Reading, text: str) -> str:
    """Why the words do not test the yes, or ""."""
    if NO_TEST.search(text) and reading.lead not in TESTS:
        return UNTESTED[item.kind]
    if item.kind is YesKind.COMMITMENT and reading.lead in CONFIRMS and _touches(item, text):
        return ""
    asked = reading.lead in ASKED and bool(_OPEN.search(text)) and not _TAKES.search(text)
    if reading.lead not in TESTS and not asked:
        return instead(reading.lead, item.kind)
    if any(heard.move in SPOILS for heard in reading.moves[1:]):
        return "the question is good, but beside it you push for the yes again"
    if reading.lead is Move.LABEL and _GLAD.search(text) and not _HEDGED.search(text):
        return "a label, but not of what may be holding them back"
    return ""


def _touches(item: YesItem, text: str) -> bool:
    """Whether the words take up something of the exchange."""
    return bool(stems(text) & stems(" ".join(words for _, words in item.exchange)))


class WhichYes:
    """One exchange: first the name, then the test."""

    nos: tuple[NoItem, ...] = ()

    def __init__(self, item: YesItem) -> None:
        self._item, self._named = item, None  # type: YesItem, YesKind | None
        self.item, self.skill = item.id, skills.which_yes(item.kind)
        self.title = item.trade
        self.shown = tuple(Said("you" if who == "rep" else "prospect", words) for who, words in item.exchange)

    @property
    def prompt(self) -> str:
        """The name first, then the words."""
        if self._named is None:
            return "Which yes is it?"
        return "Now say what would test it; if it needs no test, say so."

    @property
    def choices(self) -> tuple[str, ...]:
        """The three kinds, until one is named."""
        return tuple(KINDS) if self._named is None else ()

    async def answer(self, text: str) -> Beat:
        """Take the name, or judge the test."""
        if self._named is None:
            return self._name(text)
        test = check_test(self._item, _NAMED.sub("", text))
        if self._named is self._item.kind:
            return Beat(verdict=test)
        return Beat(verdict=Verdict(False, misnamed(self._item.kind, "" if test.ok else test.reason), test.better))

    def _name(self, text: str) -> Beat:
        kind = named(text)
        if kind is None:
            return Beat((Said("", "Name it by its number or its name: 1 counterfeit, 2 confirmation, 3 commitment."),))
        self._named = kind
        right = "Right" if kind is self._item.kind else f"No, {CALLED[self._item.kind]}"
        return Beat((Said("", f"{right}. What gives it away: {self._item.why}."),))

    def give_up(self) -> Verdict:
        """Show the kind and a test."""
        better = self._item.tests[0]
        return Verdict(False, f"{SKIPPED}: {CALLED[self._item.kind]}, {self._item.why}", better)
