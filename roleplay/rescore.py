"""A finished call scored again by today's rubric, its older cards kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roleplay import coach
from roleplay.errors import StoreError
from roleplay.model import Call, Scorecard
from roleplay.persona import Persona

if TYPE_CHECKING:
    from roleplay.store import Store


def rescore(store: Store, call: Call, persona: Persona, before: Scorecard | None) -> Scorecard:
    """The card of today, kept beside the older ones unless it says the same.

    Raises StoreError where the call's card is by a rubric newer than ours, which an older one must not replace.
    """
    if before and newer(before.rubric):
        raise StoreError(
            f"call {call.id} was scored by a newer rubric ({before.rubric}; this roleplay has {coach.RUBRIC}). "
            "Its card stands. Update roleplay to score it again."
        )
    card = coach.review(call, persona)
    if card != before or call.id in store.damaged:
        store.cards.keep(call.id, card)
    return card


def newer(rubric: str) -> bool:
    """Whether a card was made by a later roleplay than this one."""
    return rubric.isdecimal() and int(rubric) > int(coach.RUBRIC)
