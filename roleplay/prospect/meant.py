"""What a message means to somebody who knows their own nos and steps, whatever it looks like to anyone else.

Their no put into other words is still their no; their own step named is a proposal, and thanks for it a goodbye.
"""

# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from roleplay.listener.modifiers import introduces
from roleplay.listener.words import content, words_of
from roleplay.model import Heard, Move, Reading
from roleplay.persona import Persona
from roleplay.prospect import dressed
from roleplay.prospect.inquiry import inquires, of_others, of_somebody

_LETS_GO = re.compile(
    r"\b(?:do|would) you (?:want|like|prefer|rather)(?: me to| to| i| if i| it if i)? "
    r"(?:hang up|hung up|ring off|rang off|put the phone down|(?:end|ended|cut) (?:the|this) call|(?:stop|stopped)(?: here| there| now)?(?=\W*$))"
    r"|\b(?:you can|you could|feel free to|you(?:'re| are) (?:free|welcome) to|by all means) (?:just )?"
    r"(?:hang up|ring off|put the phone down|end (?:the|this) call|cut me off|tell me to (?:go|stop|get lost))",
    re.I,
)
"""An offer to let them go, in whatever words."""
_SMALL_STEP = re.compile(
    r"\b(?:ok|okay|fine|happy|up for|fancy|open to|interested in|down for|keen on|cool)\b[^?.]*\b(?:demo|demonstration|trial"
    r"|walk-?through|meeting|visit|appointment|sample)\b[^?.]*\?|\b(?:quick|short|free|little) (?:demo|demonstration|trial|walk-?through|meeting|visit)\b[^?.]*\?",
    re.I,
)
"""A step asked for in passing: no answer to that is "yes, go ahead"."""
_ASKS_LEAVE = re.compile(
    r"\b(?:nosy|prying|pry|cheeky|intrusive|your breath|bother\w*|disturb\w*|rude of me|forward of me)\b"
    r"|\b(?:if i|me|to) (?:ask\w*|rais\w+|mention\w*|br(?:ing|ought|inging) up|talk\w* about|touch\w* on)\b|\b(?:asking|raising|mentioning|bringing up) (?:about|the|your|it)\b",
    re.I,
)
"""Asks leave to speak of something; nothing is offered by it that a no could refuse."""
ECHOES = "echoes"
"""Marks a label of nothing but their own last words."""
NAMES = "no:"
"""Begins the modifier that names an objection whose words a message holds."""
MOSTLY = 0.6
"""Share (0-1) of the words of an objection that has to come back for it to be named."""
SURE = 0.9
"""How sure a costly reading has to be to stand against a step named in full, or a no put into words."""
_LABELS = re.compile(r"(?:[\w',]+ ){0,6}(?:sounds|seems|looks|feels)\b|the way you put it|you reckon\b|deep down", re.I)
_OFFERS = re.compile(
    r"(?:(?:what )?i(?:'d| would) (?:propose|suggest|like|offer|be happy)|how about|what about|let'?s|might be worth|shall we|could we|we could"
    r"|if you(?:'d)? like,? (?:we|i) could|(?:can|could|may|shall) i (?:pencil|book|bring|suggest|propose)|why don'?t we|my (?:humble )?suggestion|the sensible next|small next step|one idea|no contract|from here|then let's|there's an easy way)\b",
    re.I,
)
_MEASURES = re.compile(r"(?:and |so |but )?(?:how (?:many|much|often|long|old|big|far)|who|where)\b", re.I)
"""Begins a question that is no step and no push, whatever words it shares with one."""
_FACTUAL = re.compile(
    r"(?:(?:and|so|but|well)\b[\s,]*)*(?:what|who|which|where|how) (?:do|does|did|is|are|was|were|has|have) (?!(?:i|we)\b)"
    r"|(?:do|does) (?:(?:you|they) (?:reckon|think|find|ever)|your|the|any) ",
    re.I,
)
"""Begins a question about how things are: whoever proposes a step speaks of what is to be."""
COUNTED = frozenset({Move.NEXT_STEP, Move.PITCH, Move.HOSTILE, Move.REBUTTAL, Move.NO_ORIENTED})
_FOR_STEP = re.compile(
    r"\b(?:meet|meeting|demo|trial|visit|calendar|diary|schedule|appointment|(?:mon|tues|wednes|thurs|fri)day|next (?:week|step|month)|suits?"
    r"|works? for you|show you|come (?:by|over|out|in)|talk again|follow up|start with|send you|call you|pencil|slot|side by side|try it|look at it)\b",
    re.I,
)
"""Words of a proposal."""
MISTAKEN = frozenset(
    {
        Move.HOSTILE,
        Move.META,
        Move.PRESSURE,
        Move.TIE_DOWN,
        Move.REBUTTAL,
        Move.AUDIT,
        Move.EMPATHY,
        Move.NEXT_STEP,
        Move.PITCH,
    }
)
"""What a plain question about something they know is mistaken for; a no-oriented one, too, where that is not sure."""
RUDE = frozenset({Move.HOSTILE, Move.REBUTTAL, Move.TIE_DOWN, Move.PITCH})
"""Those of them that a plain question on one of their topics never is, whether they know the answer or not."""
COULD_LEAVE = frozenset({Move.OTHER, Move.SUMMARY, Move.NEXT_STEP, Move.EMPATHY, Move.SMALL_TALK, Move.LABEL})
"""What a goodbye is mistaken for."""
_NAMED = re.compile(
    r"\b(?:(?:sounds|seems|looks|feels) (?:like|as)|you (?:say|said|reckon)|because you|if you|where you)\b", re.I
)
"""Brings up something of theirs; without it one word of a no is only a word."""
_MINDS = re.compile(
    r"\b(?:against|opposed|averse|mind|regret|object|crazy|mad|daft|ridiculous|out of the question|too much"
    r"|off the table|bad idea|terrible idea|unreasonable|wrong|silly|stretch)\b[^.!]*\?",
    re.I,
)
_LEAVES = re.compile(
    r"\b(?:(?:good)?bye|cheerio|ta-?ra|take care|see you then|speak then|enjoy (?:the|your)|have a (?:good|great|nice|lovely)"
    r"|let you (?:go|get)|get off the line|bow out|wish(?:ing)? you (?:well|all)|all the best|leave it there|go and get your)\b[^.!]*[.!]?(?: [^.!?]{0,24}[.!]?)?$",
    re.I,
)


def meant(reading: Reading, text: str, who: Persona, last: str = "") -> Reading:
    """The reading as the prospect takes it, who said `last`. Modifiers name their nos the message holds, a label that
    only echoes, and a caller who introduces themselves to a gatekeeper on a later turn.
    """
    words = words_of(text)
    marks = (*_marks(words, text, who, reading), *([ECHOES] if _echoes(reading, words, last) else []))
    reading = replace(reading, modifiers=(*reading.modifiers, *marks)) if marks else reading
    if "?" not in text and reading.lead in COULD_LEAVE and _LEAVES.search(text.strip()):
        return _led_by(reading, Heard(Move.EXIT, "says goodbye"))
    if found := dressed.plainly(reading, text):
        return found
    if _LETS_GO.search(text) and reading.lead not in (Move.EXIT, Move.HOSTILE, Move.META):
        return replace(_led_by(reading, Heard(Move.NO_ORIENTED, "offers to let them go")), ask="exit")
    if reading.lead is Move.YES_SEEKING and _SMALL_STEP.search(text):
        return replace(_led_by(reading, Heard(Move.NEXT_STEP, "asks for a step in passing")), step="other")
    if reading.lead is Move.NO_ORIENTED and not reading.ask and _ASKS_LEAVE.search(text):
        reading = replace(reading, ask="bother")
    if _only_asks(reading, text):
        return _led_by(reading, Heard(Move.OTHER, "asks a plain question"))
    if "names_step" in reading.modifiers and _proposes(reading, text):
        return _as_step(reading, text)
    if _names_any(reading) and _LABELS.match(text) and _no_label_yet(reading):
        return _led_by(reading, Heard(Move.LABEL, "puts their no into words"))
    return reading


def names(reading: Reading, objection: str) -> bool:
    """Whether a message holds what that objection says."""
    return bool(objection) and f"{NAMES}{objection}" in reading.modifiers


def _marks(words: list[str], text: str, who: Persona, reading: Reading) -> Iterator[str]:
    said, named = set(content(words)), bool(_NAMED.search(text))
    for objection, gist in _gists(who):
        if (named or len(gist) > 1) and gist and len(gist & said) >= MOSTLY * len(gist):
            yield f"{NAMES}{objection}"
    if who.gatekeeper and "intro" not in reading.modifiers and introduces(" ".join(words)):
        yield "intro"


_STEMS = frozenset(content(words_of("it sounds seems looks feels like as if though you reckon")))


def _echoes(reading: Reading, words: list[str], last: str) -> bool:
    """Whether a label adds nothing to what they just said: no feeling, no reason, no word of its own."""
    said = set(content(words)) - _STEMS
    return reading.lead is Move.LABEL and not reading.feelings and bool(said) and said <= set(content(words_of(last)))


@lru_cache(maxsize=64)
def _words(gist: str) -> frozenset[str]:
    """What an objection says up to its first stop, in words that carry something."""
    return frozenset(content(words_of(re.split(r"[;,]", gist)[0])))


def _gists(who: Persona) -> Iterator[tuple[str, frozenset[str]]]:
    return ((item.id, _words(item.gist)) for item in who.objections)


def _only_asks(reading: Reading, text: str) -> bool:
    """Whether a message that was taken for a push or an insult does no more than ask about something of theirs."""
    if _MEASURES.match(text) and inquires(text) and reading.lead in COUNTED:
        return True
    if reading.lead in RUDE | {Move.NEXT_STEP, Move.PRESSURE} and _FACTUAL.match(text) and inquires(text):
        return True
    if of_somebody(text) and reading.lead is Move.NO_ORIENTED:
        return True
    if not reading.step and _FOR_STEP.search(text) is None and reading.lead is Move.NEXT_STEP and inquires(text):
        return bool(reading.near or reading.topics or "own" in reading.modifiers)
    if "names_step" in reading.modifiers or not (reading.near or reading.topics) or not inquires(text):
        return False
    if reading.lead is Move.NO_ORIENTED:
        plain = "plain" in reading.modifiers and not reading.ask  # "have you ever had one?" is no family of technique
        return (plain or reading.confidence < SURE) and (bool(reading.near) or of_others(text) or plain)
    return reading.lead in (MISTAKEN if reading.near else RUDE)


def _names_any(reading: Reading) -> bool:
    return any(mark.startswith(NAMES) for mark in reading.modifiers)


def _no_label_yet(reading: Reading) -> bool:
    doubtful = reading.lead in (Move.REBUTTAL, Move.HOSTILE) and reading.confidence < SURE
    return reading.lead is Move.OTHER or doubtful or (reading.lead is Move.SUMMARY and len(reading.covers) < 2)


def _proposes(reading: Reading, text: str) -> bool:
    """Whether a message that names their step does no more than that."""
    if reading.lead in (Move.SUMMARY, Move.OTHER):
        return len(reading.covers) < 2 or bool(_OFFERS.match(text))
    return reading.lead in (Move.REBUTTAL, Move.PITCH, Move.NEXT_STEP) and reading.confidence < SURE


def _as_step(reading: Reading, text: str) -> Reading:
    if _MINDS.search(text):
        return replace(_led_by(reading, Heard(Move.NO_ORIENTED, "asks what speaks against it")), step="accept")
    return replace(_led_by(reading, Heard(Move.NEXT_STEP, "proposes their step")), step="accept")


def _led_by(reading: Reading, lead: Heard) -> Reading:
    rest = tuple(heard for heard in reading.moves[1:] if heard.move is not lead.move)
    return replace(reading, moves=(lead, *rest))
