"""Persona files in: where they are, reading them, and what is wrong with one in a plain line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from roleplay.config import own_personas_dir, shipped_dir
from roleplay.errors import PersonaError
from roleplay.inert import one_line
from roleplay.persona.check import faults, line_of
from roleplay.persona.schema import Persona

LARGEST = 400_000
"""Bytes a persona file may have; the shipped ones have about 30,000."""
DEEPEST = 30
"""Brackets inside brackets that a persona file may have."""
MOST = 50_000
"""Values it may have, aliases written out."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(path: Path) -> Persona:
    """Read and check one persona file.

    Raises PersonaError, one line that names file, line, field and mend.
    """
    name = one_line(path.name)
    if name != path.name:
        raise PersonaError(f"{name}: its file name holds control characters or white space to spare. Rename it.")
    try:
        if not path.is_file():
            raise PersonaError(f"{name}: there is no such file.")
        if path.stat().st_size > LARGEST:
            raise PersonaError(f"{name}: is over {LARGEST // 1000} kB. No prospect needs that much; shorten it.")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PersonaError(f"{name}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise PersonaError(f"{name}: cannot be read ({error.reason}). Save it as UTF-8 text.") from error
    return parse(text, path.stem, name)


def parse(text: str, id: str, where: str) -> Persona:
    """Check a persona's text; `where` is what errors call it."""
    if _nesting(text) > DEEPEST:
        raise PersonaError(f"{where}: is nested more than {DEEPEST} deep. Check its brackets.")
    try:
        raw = _read(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "is not YAML"
        raise PersonaError(f"{where}{line}: {problem}. Check the indentation and the quotes there.") from error
    try:
        persona = Persona.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        path = tuple(first["loc"])
        field = ".".join(str(part) for part in path) or "the file"
        more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
        mend = {"missing": "Add it.", "extra_forbidden": "Remove it or correct its spelling."}.get(
            first["type"], "Correct it."
        )
        raise PersonaError(f"{where}, line {line_of(text, path)}: {field}: {first['msg']}. {mend}{more}") from error
    persona._id = id
    persona._source = text
    if problems := faults(persona):
        fault = problems[0]
        field = ".".join(str(part) for part in fault.path)
        raise PersonaError(f"{where}, line {line_of(text, fault.path)}: {field}: {fault.problem} {fault.mend}")
    return persona


def _read(text: str) -> Any:
    """The plain values of a YAML text. Raises YAMLError where aliases would blow it up past all measure."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        if _size(node, {}) > MOST:
            raise yaml.MarkedYAMLError(problem="its aliases have no end")
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node has when each alias is written out; MOST + 1 where one holds itself."""
    if id(node) not in known:
        known[id(node)] = MOST + 1  # until it is known: a node inside itself has no end
        parts = node.value if isinstance(node, yaml.CollectionNode) else ()
        inner = [part for item in parts for part in (item if isinstance(item, tuple) else (item,))]
        known[id(node)] = min(MOST + 1, 1 + sum(_size(part, known) for part in inner))
    return known[id(node)]


def _nesting(text: str) -> int:
    """How deep flow brackets nest at most, quoted ones counted too: a bound, told before the parser recurses."""
    depth = deepest = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth = max(0, depth - 1)
    return deepest


def files() -> dict[str, Path]:
    """Every persona file by id: the shipped ones, then the rep's own, which hide shipped ones of the same name."""
    found: dict[str, Path] = {}
    for folder in (shipped_dir("personas"), own_personas_dir()):
        if folder.is_dir():
            found.update((path.stem, path) for path in sorted(folder.glob("*.yaml")))
    return found


def load_all() -> tuple[list[Persona], list[PersonaError]]:
    """All personas that load, easiest first, and an error for each that does not."""
    good: list[Persona] = []
    bad: list[PersonaError] = []
    for path in files().values():
        try:
            good.append(load(path))
        except PersonaError as error:
            bad.append(error)
    return sorted(good, key=lambda persona: (persona.level, persona.name)), bad


def find(id: str) -> Persona:
    """The persona of that id. Raises PersonaError that lists the ids there are."""
    found = files()
    if id not in found:
        raise PersonaError(f"no persona is called '{id}'. There are: {', '.join(sorted(found))}.")
    return load(found[id])
