"""What the listener may know beside the words: the call so far and the prospect's world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roleplay.persona import Persona


@dataclass(frozen=True, slots=True)
class Scope:
    """The setting of a rep message. All is optional: with none, a message is read by itself.

    `lines` is what the prospect said so far, oldest first; the last is the line being answered. `topics` maps topic
    ids to the words that bring them up, those of things the prospect does not know under "unknown.<index>".
    `told` maps ids of told facts to their text, `facts` those of all facts, told or not. `accept`, `refuse` are words
    of the persona's next steps; `offer` are words that give a pitch away. `turn` is the rep turn about to be read,
    from 1. `names` are the words of the prospect's name and company, lower case: what they may be called.
    `gate` says that a gatekeeper may be on the line; `said` is what the rep said so far.
    """

    lines: Sequence[str] = ()
    topics: Mapping[str, Sequence[str]] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    accept: Sequence[str] = ()
    refuse: Sequence[str] = ()
    offer: Sequence[str] = ()
    turn: int = 0
    names: Sequence[str] = ()
    gate: bool = False
    said: Sequence[str] = ()

    @property
    def prev(self) -> str | None:
        """The prospect's last line."""
        return self.lines[-1] if self.lines else None

    @classmethod
    def of(
        cls, persona: Persona, told: Sequence[str], lines: Sequence[str], offer: Sequence[str], turn: int,
        said: Sequence[str] = (),
    ) -> Scope:  # fmt: skip
        """The scope of a call with a persona."""
        if persona.source not in _WORLDS:
            _WORLDS[persona.source] = _world(persona)
        world = _WORLDS[persona.source]
        known = {id: text for id, text in world.facts.items() if id in told}
        return cls(
            lines, world.topics, known, world.facts, world.accept, world.refuse, offer, turn, world.names,
            persona.gatekeeper is not None, said,
        )  # fmt: skip


class _World(NamedTuple):
    """What of a scope is the same on every turn with a persona."""

    topics: Mapping[str, Sequence[str]]
    facts: Mapping[str, str]
    accept: Sequence[str]
    refuse: Sequence[str]
    names: Sequence[str]


_WORLDS: dict[str, _World] = {}
"""By the text of the persona's file, whose hash Python keeps."""


def _world(persona: Persona) -> _World:
    topics = {name: tuple(topic.words) for name, topic in persona.topics.items()}
    topics.update((f"unknown.{index}", tuple(item.words)) for index, item in enumerate(persona.unknown))
    facts = {fact.id: " ".join([fact.gist, *fact.says, *fact.more]) for fact in persona.facts}
    front = persona.gatekeeper.name if persona.gatekeeper else ""
    names = f"{persona.name} {persona.company} {front}".lower().replace(".", "").split()
    return _World(topics, facts, tuple(persona.steps.accept.words), tuple(persona.steps.refuse.words), names)
