"""A persona: the file that scripts a prospect. Its schema, the loader, and the checks that span fields."""

from roleplay.persona.load import files, find, load, load_all, parse
from roleplay.persona.schema import COMMON_TOPICS, Fact, Objection, Offer, Persona, Temper

__all__ = [
    "COMMON_TOPICS", "Fact", "Objection", "Offer", "Persona", "Temper", "files", "find", "load", "load_all", "parse",
]  # fmt: skip
