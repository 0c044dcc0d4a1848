"""Whether a message is about this prospect or could be said to anybody: what it may earn and open depends on it.

A script of good lines that ignores every reply is no skill. So a question or label with nothing of theirs in it earns
less each time, and what shows that the rep listened is counted: nobody agrees to a step with a rep who did not.
"""

from __future__ import annotations

from dataclasses import replace

from roleplay.model import Act, Category, Heard, Meaning, Move, Reading, Stage, State
from roleplay.persona import COMMON_TOPICS, Persona
from roleplay.prospect import meant, terms

CANNED = 0.5
"""What a line for anybody is worth beside one of their own, and again for each such line before it."""
BY_CHANCE = 0.14
"""Share (0-1) of their last words below which one word came back by chance, and proves nothing."""
SAID_NOTHING = frozenset({Act.BRIEF, Act.STALL, Act.CONFIRM, Act.PERMISSION_NO, Act.PUZZLED})
"""Acts of no content: a word of theirs that comes back after one came by chance."""
ECHO = 0.2
"""What whole lines of theirs given back are worth: they prove a memory, not an ear."""
COMMON = 0.8
"""The same for a plain question on what any rep may ask: fair once or twice, a questionnaire after that."""
NEEDS_GROUND = frozenset(
    {Move.CALIBRATED, Move.LABEL, Move.SUMMARY, Move.NO_ORIENTED, Move.EMPATHY, Move.AUDIT, Move.WHY}
)
SHOWS_LISTENING = frozenset({Move.CALIBRATED, Move.LABEL, Move.SUMMARY, Move.NO_ORIENTED, Move.AUDIT, Move.OTHER})
NOT_HEARD = frozenset({"names_step", "again"})
"""Marks of what proves no ear: a proposal of theirs, and words the rep has said before."""
ECHOING = frozenset({Move.OTHER, Move.YES_SEEKING, Move.NO_ORIENTED, Move.SUMMARY, Move.HOSTILE})
ABOUT: dict[Category, frozenset[str]] = {
    Category.PRICE: frozenset({"cost", "budget"}),
    Category.TIMING: frozenset({"timing", "today"}),
    Category.AUTHORITY: frozenset({"decision", "people"}),
    Category.NEED: frozenset({"problem", "process"}),
    Category.TRUST: frozenset({"history", "supplier"}),
    Category.COMPETITOR: frozenset({"supplier", "criteria"}),
    Category.STATUS_QUO: frozenset({"supplier", "process", "problem"}),
    Category.INFO: frozenset({"criteria", "contact"}),
}
"""The common topics a question about an objection of that category touches."""

SHOWN: dict[Category | Meaning, str] = {
    Category.PRICE: "money",
    Category.TIMING: "timing",
    Category.AUTHORITY: "others",
    Category.NEED: "elsewhere",
    Category.TRUST: "wary",
    Category.COMPETITOR: "settled",
    Category.STATUS_QUO: "settled",
    Category.INFO: "proof",
    Meaning.NOT_READY: "timing",
    Meaning.UNCOMFORTABLE: "wary",
    Meaning.NOT_UNDERSTOOD: "lost",
    Meaning.CANNOT_AFFORD: "money",
    Meaning.WANTS_ELSE: "elsewhere",
    Meaning.NEEDS_INFORMATION: "proof",
    Meaning.NEEDS_SOMEONE: "others",
}
"""The feeling (`listener.feelings`) that a no shows by what it says it is about and by what it means."""


def as_heard(reading: Reading, state: State) -> Reading:
    """The reading as a person hears it.

    Their no put into words, however long, names what is the matter, as a label does; a question or label made of
    nothing but their own words is a mirror.
    """
    names_no = reading.lead is Move.SUMMARY and len(reading.covers) < 2 and "names_step" not in reading.modifiers
    if state.live and names_no and takes_up_words(reading, state):
        return replace(reading, moves=(Heard(Move.LABEL, "puts their no into words"), *reading.moves[1:]))
    echoes = meant.ECHOES in reading.modifiers and not meant.names(reading, state.live)
    if not echoes and ("adds_nothing" not in reading.modifiers or reading.lead not in ECHOING):
        return reading
    return replace(reading, moves=(Heard(Move.MIRROR, "nothing but their own words"), *reading.moves[1:]))


def worth(persona: Persona, state: State, reading: Reading) -> float:
    """What a message may earn and open, 0-1: all of it where it is about them."""
    move = reading.lead
    if "echo" in reading.modifiers:
        return ECHO
    asks = move is Move.OTHER and "either_or" in reading.modifiers
    if not asks and move not in NEEDS_GROUND:
        return 1.0
    if state.stage is Stage.OPEN and state.turn <= 1 and move in (Move.NO_ORIENTED, Move.AUDIT):
        return 1.0  # an opener cannot be about what was not said yet
    if (
        responsive(persona, state, reading)
        or names_what_it_is_about(persona, state, reading)
        or set(reading.topics) - set(COMMON_TOPICS)
    ):
        return 1.0
    if reading.topics and move in (Move.CALIBRATED, Move.NO_ORIENTED, Move.WHY):
        return COMMON**state.canned
    return float(CANNED ** (1 + state.canned))


def responsive(persona: Persona, state: State, reading: Reading) -> bool:
    """Whether a message takes up what they said: in their words, a fact they told, or the feeling they just showed."""
    return takes_up(persona, state, reading) or (
        bool(state.live) and reading.lead is Move.LABEL and names_the_feeling(persona, state, reading)
    )


def takes_up(persona: Persona, state: State, reading: Reading) -> bool:
    """Whether a message holds words they said, a fact they told or a topic of theirs they spoke of.

    Whole lines given back do not count.
    """
    if "echo" in reading.modifiers or not state.turn:
        return False
    spoken = {persona.fact(id).topic for id in state.told} - set(COMMON_TOPICS)
    return takes_up_words(reading, state) or bool(spoken.intersection(reading.topics))


def takes_up_words(reading: Reading, state: State) -> bool:
    """Whether a message holds words they said, a fact they told, or what the no on the table says."""
    words = reading.overlap > 0 and not SAID_NOTHING.intersection(state.acts[-1:])
    held = bool(reading.covers) or words or "recalls" in reading.modifiers
    return held or meant.names(reading, state.live)


def names_what_it_is_about(persona: Persona, state: State, reading: Reading) -> bool:
    """Whether a label names what the no is about: "it sounds like it isn't your call" to one of authority."""
    if not state.live or reading.lead is not Move.LABEL:
        return False
    return bool(ABOUT[persona.objection(state.live).category] & set(reading.topics))


def names_the_feeling(persona: Persona, state: State, reading: Reading) -> bool:
    """Whether a message names what the no on the table shows."""
    no = persona.objection(state.live)
    return bool({SHOWN[no.category], SHOWN[no.meaning]} & set(reading.feelings))


def listened(persona: Persona, state: State, reading: Reading, apt: bool) -> int:
    """How often the rep has shown to have listened, this message included; mirrors count once in a call."""
    move = reading.lead
    told = reading.covers or reading.topics or "recalls" in reading.modifiers or meant.names(reading, state.live)
    chance = 0 < reading.overlap < BY_CHANCE and not told
    restates = move is Move.SUMMARY and reading.covers  # of one fact it is no summary, and shows an ear all the same
    if terms.MET in reading.modifiers and Act.CONDITIONAL_YES in state.acts[-1:]:
        return state.listened + 1
    if not (apt or restates) or chance or NOT_HEARD.intersection(reading.modifiers):
        return state.listened
    if not takes_up(persona, state, reading):
        return state.listened
    if move is Move.MIRROR:
        return state.listened + (Move.MIRROR not in state.moves)
    return state.listened + (move in SHOWS_LISTENING and reading.words > 2)


def canned(persona: Persona, state: State, reading: Reading) -> int:
    """How many lines for anybody the rep has said, this message included."""
    return state.canned + (worth(persona, state, reading) < 1 or _plain(persona, state, reading))


def _plain(persona: Persona, state: State, reading: Reading) -> bool:
    """A plain question on a common topic: worth all of it the first time, and counted all the same."""
    if reading.lead not in NEEDS_GROUND or responsive(persona, state, reading) or state.turn == 0:
        return False
    return bool(reading.topics) and not set(reading.topics) - set(COMMON_TOPICS)
