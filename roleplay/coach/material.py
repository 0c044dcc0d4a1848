"""What a better line may be made of: the prospect's last words, what they told, and what the rep could know by then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from roleplay.coach import phrases
from roleplay.coach.wording import yours
from roleplay.model import Act, Call, State, Turn
from roleplay.persona import Persona
from roleplay.prospect import engine

TELLING = frozenset({
    Act.GENUINE_NO, Act.OBJECT, Act.HOLD, Act.SOFT_NO, Act.DISCLOSE, Act.DETAIL, Act.CORRECT, Act.REFER,
    Act.COUNTERFEIT_YES, Act.CONDITIONAL_YES, Act.COUNTER_PLAN, Act.THATS_RIGHT,
})  # fmt: skip
"""Acts whose words hold something to take up."""
RECENT = 8
"""How many of the prospect's last lines are searched for topics."""
LEAST, MOST = 5, 13
"""Words of a clause of an objection that says something by itself."""
SAYING = frozenset({Act.GENUINE_NO, Act.OBJECT, Act.HOLD})


@dataclass(frozen=True, slots=True)
class Material:
    """The words at hand before one rep turn, all in the second person.

    `mirror` and `said` are parts of the prospect's last line; `no` is the objection they have spoken, as a clause;
    `topics` are what they had spoken of, latest first, `world` what the rep asked about or could know from the brief,
    and `facts` what was told, latest last: all three as id and words. `hello` opens the first message.
    """

    mirror: str
    said: str
    no: str
    topics: tuple[tuple[str, str], ...]
    world: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    step: str
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
    last = before[-1].reply if before and before[-1].cue.act in TELLING else ""
    names = phrases.names(persona.hash, *(fact.gist for fact in persona.facts), persona.name, persona.company)
    state = state_before(call, persona, number)
    told = [fact for id in state.told for fact in persona.facts if fact.id == id]
    topics = _topics((line.lower() for line in lines_before(call, number)[: -RECENT - 1 : -1]), persona)
    return Material(
        mirror=phrases.mirror(last),
        said=phrases.lowered(phrases.clause(last), names),
        no=_objection(before, state, persona, number + call.setup.seed),
        topics=topics,
        world=_topics((_asked(call, number), _brief(persona)), persona),
        facts=tuple((fact.id, gist) for fact in told if len((gist := fact.gist.split(";")[0].strip()).split()) <= 16),
        step=_step(persona.offer.step),
        hello=f"Hello {persona.first_name}, " if number == 1 else "",
    )


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


def _topics(sources: Iterable[str], persona: Persona) -> tuple[tuple[str, str], ...]:
    """Their own topics that come up in the texts, in the order of the texts."""
    patterns = _patterns(persona.hash, *((id, *topic.words) for id, topic in persona.topics.items()))
    found: dict[str, str] = {}
    for source in sources:
        for id, pattern in patterns.items():
            if id not in found and pattern.search(source):
                found[id] = yours(persona.topics[id].about)
    return tuple(found.items())


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
