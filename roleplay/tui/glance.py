"""What a card shows of a prospect, picked out of the file unchecked, so that the lobby need not wait for the loader."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roleplay.config import own_personas_dir, shipped_dir
from roleplay.inert import one_line

if TYPE_CHECKING:
    from roleplay.persona import Persona

LONGEST = 600
"""Letters a text of a prospect may have, as the loader has it; what is longer is no name to show."""
HEAD = 4000
"""Letters read of a file; what a card shows stands at its top."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The face of a prospect."""

    id: str
    name: str
    role: str
    company: str
    trade: str
    blurb: str
    level: int

    @classmethod
    def of(cls, persona: Persona) -> Glance:
        """The face of a loaded prospect."""
        return cls(
            persona.id, persona.name, persona.role, persona.company, persona.trade, persona.blurb, persona.level
        )  # fmt: skip

    def matches(self, text: str) -> bool:
        """Whether every word of the text stands somewhere on the card."""
        card = f"{self.name} {self.role} {self.company} {self.trade} {self.blurb}".lower()
        return all(word in card for word in text.lower().split())


def glances() -> list[Glance]:
    """The faces that can be made out, easiest first; a file that cannot be read this way waits for the real loader."""
    paths: dict[str, Path] = {}
    for folder in (shipped_dir("personas"), own_personas_dir()):
        paths.update((path.stem, path) for path in sorted(folder.glob("*.yaml")))
    found = [face for path in paths.values() if (face := _glance(path))]
    return sorted(found, key=lambda face: (face.level, face.name))


def _glance(path: Path) -> Glance | None:
    try:
        with path.open(encoding="utf-8") as file:
            lines = file.read(HEAD).splitlines()
        pairs = dict(line.split(": ", 1) for line in lines if ": " in line and not line.startswith((" ", "#", "-")))
        name, role, company, trade, blurb = (
            _scalar(pairs[key]) for key in ("name", "role", "company", "trade", "blurb")
        )
        return Glance(path.stem, name, role, company, trade, blurb, int(pairs["level"]))
    except (OSError, ValueError, KeyError):
        return None


def _scalar(value: str) -> str:
    """A YAML value on one line. Raises ValueError for any other kind."""
    value = value.strip()
    if value.startswith('"'):
        value = str(json.loads(value))
    elif value.startswith("'") and value.endswith("'"):
        value = value[1:-1].replace("''", "'")
    elif not value or value[0] in "'|>&*!%@`[{#":
        raise ValueError(value)
    else:
        value = value.partition(" #")[0].rstrip()
    if one_line(value) != value or len(value) > LONGEST:
        raise ValueError(value)
    return value
