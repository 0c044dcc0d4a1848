"""`roleplay personas list|show|check`."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from roleplay.cli.parts import write, write_json
from roleplay.errors import PersonaError
from roleplay.persona import Persona, files, find, load, load_all
from roleplay.persona.check import line_of
from roleplay.persona.reach import warnings
from roleplay.prospect.difficulty import LEVELS


def personas(options: argparse.Namespace) -> int:
    """Run the action."""
    actions = {"list": _list, "show": _show, "check": _check}
    return actions[options.action](options)


def _list(options: argparse.Namespace) -> int:
    good, bad = load_all()
    if options.json:
        write_json([_card(persona) for persona in good])
    for persona in [] if options.json else good:
        level = f"{persona.level} {LEVELS[persona.level].name}"
        write(f"{persona.id:12} {level:10} {persona.name}, {persona.role}: {persona.blurb}")
    for error in [] if options.json else bad:
        write(f"left out: {error}")
    return 0


def _card(persona: Persona) -> dict[str, object]:
    return {
        "id": persona.id, "name": persona.name, "role": persona.role, "company": persona.company,
        "trade": persona.trade,
        "blurb": persona.blurb, "level": persona.level, "reason": persona.reason, "public": persona.public,
        "offer": persona.offer.model_dump(), "hash": persona.hash,
    }  # fmt: skip


def _show(options: argparse.Namespace) -> int:
    persona = find(options.persona)
    if options.json:
        write_json(_card(persona))
        return 0
    write(f"{persona.name}, {persona.role}, {persona.company} ({persona.trade})")
    write(f"{persona.blurb}. Level {persona.level}, {LEVELS[persona.level].name}.\n")
    for line in (
        persona.reason,
        f"You sell {persona.offer.what}. Usual next step: {persona.offer.step}.",
        *persona.public,
    ):
        write(textwrap.fill(line, 80, initial_indent="- ", subsequent_indent="  "))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Load every file named, by path or id, and warn of what no call brings out; status 1 when one is wrong."""
    known = files()
    paths = [known.get(name, Path(name)) for name in options.files] or list(known.values())
    results = [(path, *_checked(path)) for path in paths]
    if options.json:
        write_json([{"file": str(path), "fault": fault, "warnings": found} for path, fault, found in results])
    for path, fault, found in [] if options.json else results:
        write(fault or f"{path.name}: fine{', but:' if found else ''}")
        for warning in found:
            write(f"  {warning}")
    return 1 if any(fault for _, fault, _ in results) else 0


def _checked(path: Path) -> tuple[str | None, list[str]]:
    """What is wrong with the file, or what cannot be reached in it."""
    try:
        who = load(path)
    except PersonaError as error:
        return str(error), []
    return None, [
        f"line {line_of(who.source, each.path)}: {'.'.join(map(str, each.path))}: {each.problem} {each.mend}"
        for each in warnings(who)
    ]
