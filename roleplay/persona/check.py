"""Checks of a persona that span its fields, and the line of the file a field stands on."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

import yaml

from roleplay.persona.schema import COMMON_TOPICS, Persona

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """Something wrong: the path to the field, what is wrong, and what to do."""

    path: Path
    problem: str
    mend: str


def faults(persona: Persona) -> list[Fault]:
    """Everything wrong across fields, in the order of the file; empty when the persona is sound."""
    return [*_duplicate_ids(persona), *_unknown_names(persona), *_missing_reasons(persona)]


def _duplicate_ids(persona: Persona) -> Iterator[Fault]:
    facts, objections = [fact.id for fact in persona.facts], [objection.id for objection in persona.objections]
    for field, ids in (("facts", facts), ("objections", objections)):
        for index, id in enumerate(ids):
            if id in ids[:index]:
                yield Fault((field, index, "id"), f"'{id}' is used twice.", "Give each its own id.")


def _unknown_names(persona: Persona) -> Iterator[Fault]:
    topics = [*persona.topics, *COMMON_TOPICS]
    objections = [objection.id for objection in persona.objections]
    for index, fact in enumerate(persona.facts):
        if fact.topic not in topics:
            yield Fault(("facts", index, "topic"), f"'{fact.topic}' is no topic.", _did_you_mean(fact.topic, topics))
        if fact.behind and fact.behind not in objections:
            yield Fault(
                ("facts", index, "behind"), f"'{fact.behind}' is no objection.", _did_you_mean(fact.behind, objections)
            )


def _missing_reasons(persona: Persona) -> Iterator[Fault]:
    for index, objection in enumerate(persona.objections):
        reasons = persona.behind(objection.id)
        if not reasons:
            yield Fault(
                ("objections", index),
                "has no fact behind it.",
                f"Add 'behind: {objection.id}' to the fact that is its reason.",
            )
        elif index == 0 and reasons[-1].tier != 3:
            yield Fault(
                ("objections", index),
                "is the main one but has no tier 3 fact behind it.",
                "Give its real reason tier 3.",
            )


def _did_you_mean(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, 1)
    return f"Did you mean '{close[0]}'?" if close else f"Known are: {', '.join(known)}."


def line_of(text: str, path: Path) -> int:
    """The line (from 1) where the field of that path stands; where it is missing, the line of what should hold it."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return 1
    line = 1
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value.start_mark.line + 1, value
    return None
