"""What a prospect hears: the listener's reading of a message, as a person with this prospect's knowledge takes it."""

from __future__ import annotations

from functools import lru_cache

from roleplay import listener
from roleplay.listener.scope import Scope
from roleplay.listener.settled import COSTLY, settled
from roleplay.model import Move, Reading
from roleplay.persona import Persona
from roleplay.prospect import meant, recall, strange, terms
from roleplay.prospect.filler import without_filler
from roleplay.prospect.inquiry import in_full

HARM = COSTLY - {Move.META}
"""What an order to a machine in front of it does not excuse."""


@lru_cache(maxsize=4096)
def listened_to(text: str) -> str:
    """What of a message is listened to: up to an order to a machine, without sentences that carry nothing, with the
    small words that were left out of a question in haste.
    """
    return in_full(without_filler(strange.to_a_person(text)))


def heard(text: str, scope: Scope, who: Persona) -> Reading:
    """The reading to act on, and to keep with the turn. Never raises."""
    said = listened_to(text)
    reading = _read(said, strange.to_a_person(text), scope)
    if reading.lead is Move.META and (more := strange.after_it(text)):
        harm = _read(more, more, scope)
        said, reading = (more, harm) if harm.lead in HARM else (said, reading)
    reading = meant.meant(recall.recalled(reading, said, who), said, who, scope.prev or "")
    return terms.marked(reading, said, scope.lines, who)


def _read(said: str, all_of_it: str, scope: Scope) -> Reading:
    return strange.as_heard(settled(listener.read_rep(said, scope), said), all_of_it)
