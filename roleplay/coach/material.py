"""What a better line may be made of: the prospect's last words, what they told, and what the rep could know by then."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from roleplay.coach import phrases
from roleplay.coach.talk import at_the_gate, carrying
from roleplay.coach.wording import yours
from roleplay.model import Act, Call, State, Turn
from roleplay.persona import Fact, Persona
from roleplay.prospect import engine

TELLING = frozenset({
    Act.GENUINE_NO, Act.OBJECT, Act.HOLD, Act.SOFT_NO, Act.DISCLOSE, Act.DETAIL, Act.CORRECT, Act.REFER,
    Act.COUNTERFEIT_YES, Act.CONDITIONAL_YES, Act.COUNTER_PLAN, Act.THATS_RIGHT,
})  # fmt: skip
"""Acts whose words hold something to take up."""
RECENT = 8
"""How many of the prospect's last lines are searched for topics."""
LATELY = 2
"""Lines whose words a rep who listened would use."""
LEAST, MOST = 5, 13
"""Words of a clause of an objection that says something by itself."""
SAYING = frozenset({Act.GENUINE_NO, Act.OBJECT, Act.HOLD})
MEANT = SAYING | {Act.DISCLOSE, Act.DETAIL, Act.CORRECT}
"""Acts in which they say what they think; what puts a caller off is not worth giving back."""


class Matter(NamedTuple):
    """A topic as a rep may bring it up: its name to a stranger, a question about it, a guess ("" for none)."""

    id: str
    name: str
    ask: str
    guess: str


@dataclass(frozen=True, slots=True)
class Material:
    """The words at hand before one rep turn, all in the second person.

    `mirror` and `said` are parts of the prospect's last line; `no` is the objection they have spoken, as a clause;
    `labels` and `asks` are what the persona's author would have a rep say to it. `topics` are what they had spoken of,
    latest first, `world` what the rep asked about or could know from the brief. `near` says that the latest topic is in
    their last line. `facts` are what was told, latest last, as id and words; `promise` a promise in the last line,
    `reason` the last fact told that lies behind a no.
    `heard` are words of their last lines that carry something, `name` is theirs, `hello` opens the first message.
    """

    mirror: str
    said: str
    promise: str
    no: str
    labels: tuple[str, ...]
    asks: tuple[str, ...]
    topics: tuple[Matter, ...]
    near: bool
    world: tuple[Matter, ...]
    facts: tuple[tuple[str, str], ...]
    reason: str
    step: str
    heard: frozenset[str]
    name: str
    hello: str


def state_before(call: Call, persona: Persona, number: int) -> State:
    """The engine's state before a turn."""
    return call.turns[number - 2].state if number > 1 else engine.start(persona, call.setup.level)


def lines_before(call: Call, number: int) -> list[str]:
    """What the prospect had said before a turn."""
    return [call.opening, *(turn.reply for turn in call.turns[: number - 1])]


def material(call: Call, persona: Persona, number: int) -> Material:
    """The words at hand before turn `number`, which may be the one about to be taken."""
    before = call.turns[: number - 1]
    last, act = (before[-1].reply, before[-1].cue.act) if before else ("", Act.GREET)
    names = phrases.names(persona.hash, *(fact.gist for fact in persona.facts), persona.name, persona.company)
    state = state_before(call, persona, number)
    told = [fact for id in state.told for fact in persona.facts if fact.id == id]
    lines = lines_before(call, number)
    known = {fact.topic for fact in told}
    topics = _topics((line.lower() for line in lines[: -RECENT - 1 : -1]), persona, known)
    no = _objection(before, state, persona, number + call.setup.seed)
    live = persona.objection(state.live) if no else None
    met = any(not at_the_gate(turn) for turn in before)
    return Material(
        mirror=phrases.mirror(last) if act in TELLING else "",
        said=phrases.lowered(phrases.stance(last), names) if act in MEANT else "",
        promise=phrases.promise(lines[-1]),
        no=no,
        labels=tuple(live.labels) if live else (),
        asks=tuple(live.asks) if live else (),
        topics=topics,
        near=bool(_topics((lines[-1].lower(),), persona)),
        world=_topics((_asked(call, number), _brief(persona)), persona, known),
        facts=tuple((fact.id, gist) for fact in told if _clause(gist := _gist(fact))),
        reason=next((gist for fact in reversed(told) if fact.behind and _clause(gist := _gist(fact))), ""),
        step=_step(persona.offer.step),
        heard=frozenset(word for line in lines[-LATELY:] for word in carrying(line)),
        name=persona.first_name,
        hello="" if met else f"Hello {persona.first_name}, ",
    )


def _gist(fact: Fact) -> str:
    return fact.gist.split(";")[0].strip()


def _clause(gist: str) -> bool:
    """Whether a fact can be said in one breath inside a sentence."""
    return len(gist.split()) <= MOST and "," not in gist


def _objection(before: tuple[Turn, ...], state: State, persona: Persona, luck: int) -> str:
    """The objection on the table as a clause, once the prospect has put it into words."""
    live = state.live
    if not live or not any(turn.cue.objection == live and turn.cue.act in SAYING for turn in before):
        return ""
    gist = next((item.gist for item in persona.objections if item.id == live), "")
    parts = [part.strip().removeprefix("and ") for part in re.split(r"[;,]|\bso\b", gist)]
    telling = [part for part in parts if LEAST <= len(part.split()) <= MOST]
    theirs = [part for part in telling if part.startswith(("you ", "your ", "you'd "))] or telling or parts[:1]
    return theirs[luck % len(theirs)]


def _topics(sources: Iterable[str], persona: Persona, known: Container[str] = ()) -> tuple[Matter, ...]:
    """Their own topics that come up in the texts, in the order of the texts; nothing is guessed of what is `known`."""
    patterns = _patterns(persona.hash, *((id, *topic.words) for id, topic in persona.topics.items()))
    found: dict[str, Matter] = {}
    for source in sources:
        for id, pattern in patterns.items():
            if id not in found and pattern.search(source):
                topic = persona.topics[id]
                guess = "" if id in known else topic.guess
                found[id] = Matter(id, topic.matter or yours(topic.about), topic.ask, guess)
    return tuple(found.values())


@lru_cache(maxsize=32)
def _patterns(_hash: str, *topics: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """For each topic (its id and its words) what finds it in a text."""
    return {id: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") for id, *words in topics}


def _asked(call: Call, number: int) -> str:
    return call.turns[number - 1].said[:2000].lower() if number <= len(call.turns) else ""


def _brief(persona: Persona) -> str:
    return " ".join((*persona.public, persona.reason)).lower()


def _step(step: str) -> str:
    """The step the rep asks for, told to the prospect."""
    return re.sub(r"\b(?:her|his|their)\b", "your", step)
