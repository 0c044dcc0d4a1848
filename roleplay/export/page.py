"""Calls as one HTML page that stands alone: words, curve and card, no script, and nothing asked of anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from roleplay import __version__, coach, takes, templates
from roleplay.coach.difference import Difference
from roleplay.export import words
from roleplay.export.picture import Picture, picture
from roleplay.export.whole import Whole
from roleplay.model import Call, Scorecard, Take, Turn
from roleplay.persona import Persona
from roleplay.prospect import gate

POLICY = "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page: draw it by its own style sheet, and nothing else."""


@dataclass(frozen=True)
class Again:
    """A take beside the first, and what changed."""

    take: Take
    before: float | None
    after: float | None
    changed: list[Difference]


@dataclass(frozen=True)
class Shown:
    """A call as the page shows it; `anchor` names it in links."""

    whole: Whole
    anchor: str
    picture: Picture
    truth: str
    guess: str
    notes: tuple[str, ...]
    takes: tuple[Again, ...]

    @property
    def call(self) -> Call:
        """The call."""
        return self.whole.call

    @property
    def card(self) -> Scorecard | None:
        """Its newest card."""
        return self.whole.card

    @property
    def persona(self) -> Persona:
        """The prospect."""
        return self.whole.persona


def as_page(wholes: Sequence[Whole]) -> str:
    """One page with all of the calls."""
    style = templates.page_source("calls.css")
    policy = POLICY.format(hash=b64encode(sha256(style.encode()).digest()).decode())
    shown = [_shown(whole, f"call-{number}") for number, whole in enumerate(wholes, 1)]
    return templates.page(
        "calls.html", calls=shown, style=style, policy=policy, words=words, band=coach.band, shares=coach.shares,
        badge=_badge, speaker=gate.speaker, version=__version__,
    )  # fmt: skip


def _badge(turn: Turn) -> str:
    """Why a message was read as it was; "" where it was not rated."""
    return coach.cue(turn) if coach.badge(turn) != words.UNRATED else ""


def _shown(whole: Whole, anchor: str) -> Shown:
    call, persona, card = whole.call, whole.persona, whole.card
    notes = (coach.both_ways(card, call, persona) if card else "", coach.hinted(call))
    said, thought = str(coach.truth(call, persona)) if call.turns and card else "", coach.guessed(call, persona)
    return Shown(whole, anchor, picture(whole), said, thought, tuple(filter(None, notes)), tuple(_again(whole)))


def _again(whole: Whole) -> Iterator[Again]:
    for take in whole.takes:
        both = takes.compare(whole.call, take, whole.persona)
        yield Again(take, both.before.total, both.after.total, both.changed)
