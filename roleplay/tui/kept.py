"""A finished call with all that is kept of it: what debrief, transcript and the second takes are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roleplay.model import Call, Move, Scorecard, Take
    from roleplay.persona import Persona
    from roleplay.store import Store


@dataclass(frozen=True)
class Kept:
    """`cards` are dated, newest first; `before` is the total of the call before it at the same level, if any."""

    call: Call
    persona: Persona
    cards: tuple[tuple[str, Scorecard], ...]
    takes: tuple[Take, ...] = ()
    before: float | None = None

    @property
    def card(self) -> Scorecard | None:
        """The newest card, which counts."""
        return self.cards[0][1] if self.cards else None


def read(store: Store, call_id: str) -> Kept:
    """All of a stored call. Raises StoreError when there is none of that id."""
    call = store.call(call_id)
    cards, takes = tuple(store.cards.dated(call_id)), store.takes.of(call_id)
    return Kept(call, store.persona_of(call), cards, takes, store.cards.before(call))


def rescore(store: Store, call_id: str) -> Kept:
    """Score a call by today's rubric; the older cards are kept, and a card like the newest is not kept twice."""
    from roleplay import rescore as again

    kept = read(store, call_id)
    if again.rescore(store, kept.call, kept.persona, kept.card) == kept.card:
        return kept
    return replace(kept, cards=tuple(store.cards.dated(call_id)))


def contest(store: Store, kept: Kept, number: int, meant: Move) -> None:
    """Note what the rep says they meant at a turn; meaning what was read takes it back."""
    from roleplay.prospect.builtin import BuiltIn
    from roleplay.session import Session

    session = Session(kept.persona, kept.call, BuiltIn(), store)
    session.contest(number, None if meant is kept.call.turns[number - 1].reading.lead else meant)
