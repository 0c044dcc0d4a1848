"""Plain words for what happened: moves, replies, nos, endings, moods; and the persona's words in another mouth."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roleplay.model import Act, Mood, Move, NoKind, Outcome, Turn
from roleplay.persona import Persona

MOVES: dict[Move, str] = {
    Move.NO_ORIENTED: "no-oriented question",
    Move.YES_SEEKING: "yes-seeking question",
    Move.TIE_DOWN: "tie-down",
    Move.CALIBRATED: "how or what question",
    Move.WHY: "why question",
    Move.LABEL: "label",
    Move.MIRROR: "mirror",
    Move.SUMMARY: "summary",
    Move.AUDIT: "accusation audit",
    Move.EMPATHY: "empathy",
    Move.PERMISSION: "permission opener",
    Move.SMALL_TALK: "small talk",
    Move.PITCH: "pitch",
    Move.REBUTTAL: "rebuttal",
    Move.PRESSURE: "pressure",
    Move.NEXT_STEP: "next step",
    Move.EXIT: "graceful exit",
    Move.HOSTILE: "hostile",
    Move.META: "talk to the simulator",
    Move.OTHER: "not rated",
}
NOS: dict[NoKind, str] = {
    NoKind.REASON: "a no with a reason given",
    NoKind.CORRECTION: "a no that put you right",
    NoKind.BARE: "a bare no",
    NoKind.PERMISSION: "a no that gave leave to go on",
    NoKind.EXIT_BAIT: "a no to 'shall I go?'",
    NoKind.PROVOKED: "a no wrung out by a push",
}
ENDINGS: dict[Outcome, str] = {
    Outcome.COMMITMENT: "a next step with who, when and what",
    Outcome.SMALL_STEP: "a small step with a day in it",
    Outcome.EXIT_KNOWN: "a clean goodbye, the reason known",
    Outcome.INFORMATION: "no step yet, but a condition or a name to come back to",
    Outcome.EXIT_UNKNOWN: "a goodbye before the reason was known",
    Outcome.VAGUE: "left in the air: no step agreed, no goodbye",
    Outcome.UNVERIFIED: "an early yes with no day, name or amount, and nothing firmer after it",
    Outcome.HUNG_UP: "the prospect hung up",
    Outcome.IGNORED: "asked on after 'do not call'",
    Outcome.HONOURED: "a do-not-call, honoured",
    Outcome.NOTHING: "nothing was said",
}
TELLING = frozenset({Act.DISCLOSE, Act.CORRECT, Act.DETAIL})
HAPPENED: dict[Act, str] = {
    **dict.fromkeys(TELLING, "told you more"),
    **dict.fromkeys((Act.GENUINE_NO, Act.OBJECT), "said no and gave a reason"),
    **dict.fromkeys((Act.BARE_NO, Act.SOFT_NO), "said no without a reason"),
    **dict.fromkeys((Act.COUNTERFEIT_YES, Act.YOURE_RIGHT), "agreed with no day, name or amount"),
    **dict.fromkeys((Act.PERMISSION_NO, Act.CONFIRM), "let you go on"),
    **dict.fromkeys((Act.DEFLECT, Act.DOUBT, Act.STALL, Act.BRIEF), "gave little away"),
    Act.HOLD: "did not move from what they had said",
    Act.THATS_RIGHT: "said you had it right",
    Act.COMMITMENT_YES: "named who, when and what",
    Act.COUNTER_PLAN: "offered a smaller step",
    Act.CONDITIONAL_YES: "said yes, on a condition",
    Act.HANG_UP: "hung up",
    Act.DISENGAGE: "ran out of time for you",
    Act.BOUNDARY: "asked not to be called again",
    Act.REFER: "named someone to ask instead",
    Act.ASK_BACK: "asked you a question back",
    Act.PUZZLED: "was lost",
    **dict.fromkeys((Act.GATE_ASK, Act.GATE_HOLD), "kept you in front of the door"),
    Act.GATE_PASS: "put you through",
    Act.GATE_BLOCK: "did not put you through",
}
"""What a reply of each act did, with the prospect as its subject; acts not listed say nothing about the rep's words."""
ACTS: dict[Act, str] = {
    **HAPPENED,
    Act.GREET: "picked up",
    Act.DONT_KNOW: "did not know",
    Act.REBUKE: "took offence",
    Act.FAREWELL: "said goodbye",
}
"""What every act did, for a margin."""

_YOURS = {
    "my": "your", "our": "your", "mine": "yours", "ours": "yours", "myself": "yourself", "ourselves": "yourselves",
    "we": "you", "us": "you", "i": "you", "me": "you", "am": "are",
    "i'm": "you're", "we're": "you're", "i've": "you've", "we've": "you've", "i'd": "you'd", "we'd": "you'd",
    "i'll": "you'll", "we'll": "you'll",
}  # fmt: skip
_THEIRS = {"my": "their", "our": "their", "mine": "theirs", "we": "they", "us": "them", "i": "they", "me": "them"}
COMMON: dict[str, str] = {
    "role": "their job",
    "business": "the business",
    "process": "how it is done now",
    "supplier": "what they use now",
    "problem": "what goes wrong for them",
    "cost": "what it costs",
    "history": "how it went before",
    "people": "who is who",
    "decision": "how they decide",
    "budget": "the budget",
    "timing": "the timing",
    "criteria": "what they would need",
    "today": "the day so far",
    "contact": "how to reach them",
}
"""The common topics as the object of "told you about"."""
_WORD = re.compile(r"[A-Za-z']+")


def yours(phrase: str) -> str:
    """A phrase of the prospect's as the rep would say it to them: "my drivers" is "your drivers"."""
    turned = _WORD.sub(lambda found: _YOURS.get(found[0].lower(), found[0]), phrase.replace("’", "'"))
    return turned.replace("you was", "you were")


def theirs(phrase: str) -> str:
    """A phrase of the prospect's as a third person says it: "my drivers" is "their drivers"."""
    return _WORD.sub(lambda found: _THEIRS.get(found[0].lower(), found[0]), phrase)


def happened(turn: Turn, persona: Persona) -> str:
    """What the reply to a turn did, as a clause with the prospect as its subject, or ""."""
    who, cue = persona.first_name, turn.cue
    if cue.fact and cue.shape == "opened":
        return f"{who} said what was really behind it"
    if cue.act in TELLING and (about := _about(turn, persona)):
        return f"{who} told you about {about}"
    clause = "said the same no again" if cue.act is Act.HOLD and turn.no else HAPPENED.get(cue.act, "")
    return f"{who} {clause}" if clause else ""


def all_the_same(turn: Turn, persona: Persona) -> str:
    """What the reply to a fault did; where something came out in spite of it, the clause says that."""
    effect = happened(turn, persona)
    return f"{effect} all the same" if effect and turn.cue.act in TELLING else effect


def and_then(clause: str, effect: str) -> str:
    """A clause about the rep's words and one about what came back."""
    return f"{clause}; {effect}" if effect else clause


def _about(turn: Turn, persona: Persona) -> str:
    fact = next((fact for fact in persona.facts if fact.id == turn.cue.fact), None)
    id = fact.topic if fact else turn.cue.topic
    return theirs(persona.topics[id].about) if id in persona.topics else COMMON.get(id, "")


def moods(mood: Mood, before: Mood | None = None) -> dict[str, str]:
    """The three moods as words; with the mood before, pressure says which way it goes."""
    return {
        "trust": _band(mood.trust, ((25, "closed"), (45, "wary"), (62, "opening"), (101, "open"))),
        "interest": _band(mood.interest, ((25, "cold"), (45, "faint"), (62, "curious"), (101, "keen"))),
        "pressure": _pressure(mood, before),
    }


def _pressure(mood: Mood, before: Mood | None) -> str:
    moved = mood.pressure - before.pressure if before else 0.0
    if mood.pressure < 70 and abs(moved) >= 3:
        return "easing" if moved < 0 else "rising"
    return _band(mood.pressure, ((20, "low"), (45, "some"), (70, "high"), (101, "at the limit")))


def _band(value: float, bands: tuple[tuple[float, str], ...]) -> str:
    return next(word for limit, word in bands if value < limit)


NOT_PRACTISED = "not in this call; its share goes to the rest"
"""Why a dimension has no score."""


def turns(numbers: Iterable[int]) -> str:
    """Turns by their numbers: "turn 4", "turns 4, 9"."""
    found = sorted(set(numbers))
    return f"turn{'s' if len(found) > 1 else ''} {', '.join(map(str, found))}"


def count(number: int, one: str, many: str = "") -> str:
    """So many of something: "1 word", "3 words"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
