"""What a scene gives its templates: the persona's own words for the act, and what a model may be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from roleplay import templates
from roleplay.model import Act, Cue
from roleplay.persona import Persona
from roleplay.prospect.gate import GREETING
from roleplay.prospect.scene import Scene

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
GIVE_NOTHING = frozenset(
    {Act.BRIEF, Act.STALL, Act.DEFLECT, Act.DOUBT, Act.CONFIRM, Act.ASK_BACK, Act.YOURE_RIGHT, Act.COUNTERFEIT_YES}
)
"""Acts whose card forbids facts: what was told before is not laid before a model either."""
Pick = Callable[[Sequence[str]], str]


def own_words(scene: Scene) -> list[str]:  # noqa: C901 - a table of acts
    """The persona's own lines that carry the content of this act; empty for acts that need none."""
    who, cue = scene.persona, scene.cue
    match cue.act:
        case Act.GREET | Act.GATE_ASK | Act.GATE_HOLD | Act.GATE_PASS | Act.GATE_BLOCK if who.gatekeeper:
            return _at_the_gate(cue, who)
        case Act.GREET:
            return who.opening
        case Act.GENUINE_NO | Act.OBJECT if cue.objection:
            return who.objection(cue.objection).cover
        case Act.HOLD if cue.objection:
            return who.objection(cue.objection).again
        case Act.DETAIL if cue.fact:
            return who.fact(cue.fact).more
        case Act.DISCLOSE | Act.CORRECT | Act.THATS_RIGHT if cue.fact:
            return who.fact(cue.fact).says
        case Act.DONT_KNOW if cue.shape.isdigit():
            return who.unknown[int(cue.shape)].says
        case Act.COUNTERFEIT_YES:
            return who.counterfeit
        case Act.COMMITMENT_YES:
            return on_day(cue.shape, who.steps.accept.what, who.steps.accept.says)
        case Act.COUNTER_PLAN:
            return who.steps.counter
        case Act.CONDITIONAL_YES if cue.shape != "again":
            return who.steps.condition
        case Act.BARE_NO if cue.shape == "refuse":
            return who.steps.refuse.says
        case Act.REFER if who.referral:
            return who.referral.says
    return []


def _at_the_gate(cue: Cue, who: Persona) -> list[str]:
    """The gatekeeper's lines; the prospect's own greeting where it is they who pick up."""
    front = who.gatekeeper
    assert front
    greets = front.opening if cue.shape == GREETING else who.opening
    holds = front.messages if cue.shape == "message" else front.deflects
    return {Act.GREET: greets, Act.GATE_ASK: front.asks, Act.GATE_HOLD: holds, Act.GATE_PASS: front.passes}.get(
        cue.act, front.blocks
    )


def on_day(day: str, what: str, says: list[str]) -> list[str]:
    """The lines that agree to a step, on the day the rep named, if any; lines that name several days are left out."""
    if not day:
        return says
    moved = [_DAY.sub(day.capitalize(), line) for line in says if len(_DAY.findall(line)) == 1]
    return moved or [f"{day.capitalize()} it is, then: {what}."]


def gist(scene: Scene) -> str:
    """What a model may reveal this turn, in the second person, or ""."""
    who, cue = scene.persona, scene.cue
    if cue.fact and cue.act is not Act.DETAIL:
        return who.fact(cue.fact).gist
    if cue.act in (Act.GENUINE_NO, Act.OBJECT, Act.HOLD) and cue.objection:
        return who.objection(cue.objection).gist
    words = own_words(scene)
    fresh = [line for line in words if not any(line in said for said in scene.spoken)] or words
    return fresh[scene.seed % len(fresh)] if fresh else ""


def may_use(scene: Scene) -> list[str]:
    """The gists a model may draw on: what is released this turn, then what it told before on the same topic."""
    now = "" if scene.cue.act is Act.BARE_NO else gist(scene)  # a flat no gives no reason
    if scene.cue.act in GIVE_NOTHING:
        return [now] if now else []
    topics = {scene.cue.topic} | ({scene.persona.fact(scene.cue.fact).topic} if scene.cue.fact else set())
    before = [scene.persona.fact(id) for id in scene.told if id != scene.cue.fact]
    related = [fact.gist for fact in before if fact.topic in topics]
    return [text for text in (now, *related[-2:]) if text]


def aside(scene: Scene) -> str:
    """The persona's own tangent or demand where the level's habit asks for one, else ""."""
    who = scene.persona
    lines = {"tangent": who.tangents, "demand": who.demands}.get(scene.cue.colour, [])
    fresh = [line for line in lines if not any(line in said for said in scene.spoken)]
    return fresh[scene.number % len(fresh)] if fresh else ""


def variables(scene: Scene, tell: str = "") -> dict[str, Any]:
    """Everything an act's template may name."""
    who, cue = scene.persona, scene.cue
    known = who.topics.get(cue.topic)
    return {
        "who": who,
        "offer": scene.offer,
        "stance": cue.stance,
        "topic": known.about if known else "",
        "tell": tell,
        "gist": gist(scene),
        "ask": cue.ask,
        "shape": cue.shape,
        "colour": cue.colour,
        "aside": aside(scene),
    }


def card(scene: Scene) -> str:
    """The act's card for a model."""
    return templates.block(f"acts/{scene.cue.act}.j2", "card", **variables(scene))
