"""A call with all that belongs to it, as the store has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from roleplay import codec
from roleplay.model import Bundle, Call, DatedCard, PersonaFile, Scorecard, Take
from roleplay.persona import Persona
from roleplay.store import Store


@dataclass(frozen=True)
class Whole:
    """A bundle beside its prospect, read from the bundle's own text."""

    bundle: Bundle
    persona: Persona

    @property
    def call(self) -> Call:
        """The call."""
        return self.bundle.call

    @property
    def card(self) -> Scorecard | None:
        """Its newest card."""
        return self.bundle.scorecard

    @property
    def takes(self) -> tuple[Take, ...]:
        """Its takes, oldest first."""
        return self.bundle.takes


def whole(store: Store, id: str) -> Whole:
    """All of a stored call. Raises StoreError when there is none of that id, or its prospect is not kept."""
    call = store.call(id)
    setup, cards = call.setup, store.cards.dated(id)
    persona, text = store.persona_of(call), store.bundles.persona_text(setup.persona_hash)
    (scored, card), older = cards[0] if cards else ("", None), cards[1:]
    bundle = Bundle(
        call, card, scored, tuple(DatedCard(*item) for item in older), store.takes.of(id),
        PersonaFile(setup.persona, setup.persona_hash, text), store.draft(id),
    )  # fmt: skip
    return Whole(bundle, persona)


def as_json(whole: Whole) -> Any:
    """The whole as plain JSON values; `roleplay calls import` takes it back."""
    return codec.to_json(whole.bundle)
