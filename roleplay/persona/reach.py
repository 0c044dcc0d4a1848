"""What of a sound persona no call would ever bring out: warnings, where `check` has faults."""

from __future__ import annotations

from collections.abc import Iterator

from roleplay.persona.check import Fault
from roleplay.persona.schema import Fact, Persona

SURFACING = 3
"""How many objections come up at most, at the hardest level."""
LONGEST = 3
"""So many facts behind a no can come out, one a turn, before patience ends at the hardest level."""
VOICE = 6
"""How many lines of their own it takes to tell a prospect by their way of speaking."""


def warnings(who: Persona) -> list[Fault]:
    """What cannot be reached, or is hard to, in the order of the file; empty when all can."""
    return [*_empty_topics(who), *_stuck_facts(who), *_unasked(who), *_long_chains(who), *_voiceless(who)]


def _empty_topics(who: Persona) -> Iterator[Fault]:
    used = {fact.topic for fact in who.facts}
    for topic in who.topics:
        if topic not in used:
            problem = "can be asked about, and no fact answers."
            yield Fault(("topics", topic), problem, f"Add a fact with 'topic: {topic}', or remove the topic.")


def _stuck_facts(who: Persona) -> Iterator[Fault]:
    surfacing = [objection.id for objection in who.objections[:SURFACING]]
    for index, fact in enumerate(who.facts):
        if fact.tier == 3 and not fact.behind:
            problem = "is of tier 3 and behind no objection, so no move releases it."
            yield Fault(("facts", index, "tier"), problem, "Name its objection with 'behind:', or make it tier 2.")
        elif fact.tier == 3 and fact.behind not in surfacing:
            problem = f"is the reason behind '{fact.behind}', and only the first {SURFACING} objections come up."
            yield Fault(("facts", index, "behind"), problem, f"Move '{fact.behind}' up among the objections.")


def _unasked(who: Persona) -> Iterator[Fault]:
    silent = [index for index, fact in enumerate(who.facts) if fact.tier < 3 and not fact.asked]
    if silent:
        more = f", as have {len(silent) - 1} more facts" if len(silent) > 1 else ""
        problem = f"has no words of questions it answers{more}: only its topic brings it up."
        yield Fault(
            ("facts", silent[0]),
            problem,
            "Add 'asked:' with phrases a stranger would use, as \"how long does it take\".",
        )


def _long_chains(who: Persona) -> Iterator[Fault]:
    for index, objection in enumerate(who.objections[:SURFACING]):
        chain: list[Fact] = who.behind(objection.id)
        if len(chain) > LONGEST:
            problem = f"has {len(chain)} facts behind it; they come out one a turn, and patience ends first."
            yield Fault(("objections", index), problem, f"Keep {LONGEST} at most; let the others stand on their topic.")


def _voiceless(who: Persona) -> Iterator[Fault]:
    own = sum(len(lines) for lines in who.lines.values())
    if own < VOICE:
        problem = f"has {own} lines; they will sound like anybody."
        yield Fault(
            ("lines",), problem, f"Add {VOICE} or more, for the acts heard most: brief, deflect, doubt, soft_no."
        )
