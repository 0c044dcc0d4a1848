"""What a prospect hears: the listener's reading of a message, as a person with this prospect's knowledge takes it."""

from __future__ import annotations

from roleplay import listener
from roleplay.listener.scope import Scope
from roleplay.listener.settled import settled
from roleplay.model import Reading
from roleplay.persona import Persona
from roleplay.prospect import meant, recall, strange
from roleplay.prospect.filler import without_filler


def heard(text: str, scope: Scope, who: Persona) -> Reading:
    """The reading to act on, and to keep with the turn. Never raises."""
    said = without_filler(text)
    reading = strange.as_heard(settled(listener.read_rep(said, scope), said), text)
    return meant.meant(recall.recalled(reading, said, who), said, who)
