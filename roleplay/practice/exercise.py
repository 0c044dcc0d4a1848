"""One item of a drill as a front end plays it: what is shown, what is asked, what came of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from roleplay.model.practice import NoItem, Verdict

SKIPPED = "passed over"
"""The reason of an item the rep gave up."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line shown or spoken: `who` is "you" for the rep, "" for a remark."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Beat:
    """What came of one answer: the lines that followed it. With a verdict the item is over."""

    said: tuple[Said, ...] = ()
    verdict: Verdict | None = None


class Exercise(Protocol):
    """One item being played. `answer` until there is a verdict; `give_up` ends it as missed."""

    @property
    def item(self) -> str:
        """The id of the item."""

    @property
    def skill(self) -> str:
        """The id of the skill it trains."""

    @property
    def title(self) -> str:
        """What it is, in a few words."""

    @property
    def shown(self) -> tuple[Said, ...]:
        """What stands there before anything is answered."""

    @property
    def prompt(self) -> str:
        """What to do now."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What to choose from now, answered by number from 1 or by name; empty where words are wanted."""

    @property
    def nos(self) -> tuple[NoItem, ...]:
        """The genuine nos heard so far."""

    async def answer(self, text: str) -> Beat:
        """Take an answer."""

    def give_up(self) -> Verdict:
        """End it as missed, and show a line that would have done."""
