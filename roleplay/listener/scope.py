"""What the listener may know beside the words: the call so far and the prospect's world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    `gate` says that a gatekeeper may be on the line.
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

    @property
    def prev(self) -> str | None:
        """The prospect's last line."""
        return self.lines[-1] if self.lines else None

    @classmethod
    def of(cls, persona: Persona, told: Sequence[str], lines: Sequence[str], offer: Sequence[str], turn: int) -> Scope:
        """The scope of a call with a persona."""
        topics: dict[str, Sequence[str]] = {name: topic.words for name, topic in persona.topics.items()}
        topics.update((f"unknown.{index}", item.words) for index, item in enumerate(persona.unknown))
        facts = {fact.id: " ".join([fact.gist, *fact.says, *fact.more]) for fact in persona.facts}
        known = {id: text for id, text in facts.items() if id in told}
        accept, refuse = persona.steps.accept.words, persona.steps.refuse.words
        front = persona.gatekeeper.name if persona.gatekeeper else ""
        names = f"{persona.name} {persona.company} {front}".lower().replace(".", "").split()
        return cls(lines, topics, known, facts, accept, refuse, offer, turn, names, bool(front))
