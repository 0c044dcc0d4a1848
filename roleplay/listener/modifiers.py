"""Finer kinds of what a message does, found by pattern: the modifiers of a reading."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from roleplay.listener.cue import compiled
from roleplay.model import Move

_PATTERNS = {
    name: compiled(pattern)
    for name, pattern in {
        "but": r"(?:(?:understand|hear|get|fair|appreciate|agree|respect|sorry|sure|know|see|sense|true|great|good|while|sounds|seems|okay|course|lovely|problem|worries|sweet|blame|welcome|choice)(?: \w+){0,25}? (?:but|however|although|only (?:we|i|im|it|its|our|the|thing)|nevertheless|all the same|the trouble|(?<!as )(?<!even )though|the published|i would)"
        r"|^(?:yes|no|right|sir|maam|ah|well)(?: \w+){0,3}? (?:but|however)|^(?:but|however))",
        "apology": r"sorry|apology|apologize|apologizing|forgive|pardon|excuse",
        "either_or": r"\w+ or (?!not$|so$|something|anything|whatever|else$)\w+",
        "discount": r"(?:\d+|half|\w+) (?:percent|per cent|pc|quid|bucks|dollars|grand|rand|euro|pounds)? ?(?:off|discount)|discount|half price|knock|match (?:it|that|them|their)|throw in|for free|free of charge|waive|cheaper|special (?:price|rate)|shave|drop (?:it|the price|that) to|take (?:\w+ ){1,4}off|beat (?:it|that|their|any)|at cost|first \w+ (?:months? )?(?:free|half)|meet you halfway|reduce|i (?:will|can) give at",
        "guilt": r"shame|ashamed|least you could|after (?:all|everything)|(?:drove|driven) all|my (?:kids|job|boss|family|children)|thanks i get|on your (?:head|conscience)|because you (?:asked|dithered)|let (?:me|them|him|her|us) down|how do you sleep|selfish|your (?:children|kids|wife|staff|pupils)FAR (?:suffer|without|beg)|hope you can|what kind of|dont come crying|repay|some friend|while you sit|would not want|youll regret|god is watching",
        "deadline": r"midnight|today only|by (?:five|six|noon|close|tonight|midnight|tomorrow|friday|monday)|before (?:i leave|i hang|tonight|midnight|the end of)|(?:price|offer|rate|deal|quote|discount)GAP (?:ends|closes|closing|expires|goes up|dies|good (?:while|till|until|for|only))|right now|this (?:minute|afternoon|evening|morning)|(?:sign|decide|confirm|answer|yes)GAP (?:today|tonight|now)|past tonight",
        "scarcity": r"(?:only|last|just|the last)GAP (?:left|slots?|spaces?|places?|spots?|units?|one|remaining|kit|start)|going fast|cannot hold|last chance|someone else|two offers|other (?:buyers|people|clients)GAP (?:interested|waiting|looking)|first (?:ten|five|come)|selling out|handful|more offers|(?:two|three|several) other|(?:\d|two|three|four|five|one|few|last)(?: \w+)? (?:slots?|spots?|handsets?|crews?|clients?|places?|units?|left|batch|connections?|seats?|ones?)|(?:theyre|its|shes|hes|once its) gone|gone by|allocation|a queue|see another",
        "alternative_choice": r"\w+ or (?!not$|so$|something|anything|else$)\w+",
        "assumptive": r"(?:ill|i will|im|i am|lets|so ill|let me)GAP (?:put you|pop you|pencil|book you|get you|send the (?:contract|paperwork|agreement)|just fill|filling|writing|register|enrol|process|get the paperwork|raise)|(?:what|which)GAP (?:card|account|name|address|number|email)GAP (?:do you want|shall|should|will|is)|welcome aboard|first delivery|sign(?:ature)? (?:goes|here|at)",
        "trap": r"(?:any|no|what|is there any|give me one|what possible|earthly)GAP (?:reason|reasons|excuse|objections?)GAP (?:not|you|we|why|to|left|couldnt|wouldnt|cannot)|(?:whats|what is|anything|nothing|what would|what could|nothings)GAP (?:stop|stopping|stops|keep|keeping|holding|preventing|prevents|keeps)|(?:anything|something|nothing) (?:that )?(?:prevent|stop|keep)\w*|no drama|if i (?:can|could|got|get|show|do)FAR (?:would you|youd|will you|sign|you would)|(?:mad|crazy|silly|daft) (?:not )?to (?:just )?(?:sign|say no|pass|miss|turn)",
        "fake_familiarity": r"long time no|old (?:friend|pal|mate|buddy)|remember me|been (?:too long|forever|ages|yonks)|since we last|when we last|good to hear (?:from )?you(?:r voice)? again|its me again|me again|hear you again|(?:my|your) (?:good |old )?(?:friend|buddy|pal)|stranger|go way back|great seeing you again|as we discussed|like we (?:said|agreed)|my (?:man|favourite)|since we had",
        "softened": r"curious|curiosity|wonder(?:ing|ed)?|interested|out of interest|just so i|just for my|help me|if you dont mind|no judg\w+|no wrong answer|love to (?:know|understand|hear)|id like to understand|nosy|nosiness|trying to understand|understand|im sure there|not having a go|good reason|only asking|probably a good|for my own|genuinely|honest question|may i ask|can i ask|could i ask|mind me asking",
        "stock": r"(?:totally|completely|fully|hundred percent) (?:understand|get it|hear you)|i hear you|i get (?:it|that)|i (?:totally |completely )?understand|sounds? (?:frustrating|like youre frustrated)|that must be (?:hard|tough|difficult|frustrating)|fair enough|circling back|touch base|touching base|reach(?:ing)? out|no brainer|win win|one stop shop|market leading|end of the day|i can only imagine|sorry for your loss|have a (?:great|good|nice) (?:rest|day)|cutting edge|best in|state of the art|thinking outside",
        "intro": r"(?:this is|my name is|im|i am|its|speaking|here|calling|ringing|i work|name is) \w+(?: \w+)? (?:from|with|at|of|over at)|(?:im|i am|were|we are) (?:with|from|calling from|ringing from)|(?:calling|ringing|rang|called) (?:from|about|because|you about|regarding|on behalf)|reason (?:for my call|im calling|i called|for the call|i rang|im ringing)",
        "name": r"(?:mr|mrs|ms|miss|dr|doctor|sister|madam) \w+",
    }.items()
}  # fmt: skip
FACT_SEEKING = compiled(
    r"(?:are you|is (?:this|that|it|the)|do you|does|have you got|did you|am i|is your|are your|you|are they|was it|has)GAP (?:the (?:one|person|owner|manager|bill payer)|still|speaking|responsible|in charge|who|get (?:the|my)|"
    r"use|using|run|own|rent|have (?:a|an|any|your)|with|currently|based|on|handle|sign|manage|decision|office|yourself|used for|there|go|keep|pay|come|look after|do your|work|same|just|all|any|part of|a|an|receive|both)"
)
_ASKING_AFTER = compiled(r"^(?:are you|is this|is it|am i|which|what (?:model|are)|does the|do you)")
AGREEMENT = compiled(
    r"interested|open to|like to|like a|want|quote|demo|care to|keen|good time|okay time|time to|minute|moment|worth|make sense|could (?:i|we)|can (?:i|we)|may i|shall|happy to|help|useful|benefit|"
    r"willing|receptive|up for|fancy|better (?:rate|price|deal)|free (?:survey|quote|lunch|trial)|count on|consider|hearing|quick word|agree|find"
)


@lru_cache(maxsize=8192)
def modifiers_of(flat: str, tail: str, lead: Move, questions: int) -> tuple[str, ...]:
    """The modifiers of a message; `tail` is its last clause, both as folded words with single blanks."""
    return tuple(_modifiers(flat, tail, lead, questions))


def _modifiers(flat: str, tail: str, lead: Move, questions: int) -> Iterator[str]:
    for name, pattern in _PATTERNS.items():
        where = tail if name in ("either_or", "alternative_choice") else flat
        if _fits(name, lead) and pattern.search(where):
            yield name
    if lead is Move.HOSTILE and not _PATTERNS["guilt"].search(flat):
        yield "insult"
    if lead is Move.META and not _ASKING_AFTER.search(flat):
        yield "injection"
    if lead is Move.PRESSURE and _PATTERNS["alternative_choice"].search(tail):
        yield "assumptive"
    if questions > 1:
        yield "stacked"
    if lead is Move.YES_SEEKING and FACT_SEEKING.search(tail) and not AGREEMENT.search(tail):
        yield "factual"


_ONLY = {
    "softened": {Move.WHY, Move.CALIBRATED},
    "trap": {Move.PRESSURE},
    "assumptive": {Move.PRESSURE},
    "alternative_choice": {Move.PRESSURE},
    "either_or": {Move.OTHER, Move.PERMISSION},
    "deadline": {Move.PRESSURE, Move.REBUTTAL, Move.PITCH, Move.NEXT_STEP},
    "scarcity": {Move.PRESSURE, Move.REBUTTAL, Move.PITCH},
    "guilt": {Move.HOSTILE, Move.PRESSURE, Move.REBUTTAL, Move.TIE_DOWN},
    "discount": {Move.REBUTTAL, Move.PRESSURE, Move.PITCH, Move.NEXT_STEP},
    "fake_familiarity": {Move.SMALL_TALK, Move.PITCH, Move.PERMISSION, Move.OTHER},
    "intro": set(),
}
"""Modifiers that only make sense beside some leading moves."""


def _fits(name: str, lead: Move) -> bool:
    return name not in _ONLY or lead in _ONLY[name]


_ASKED_FOR = compiled(
    r"what (?:do|does|is|are|exactly|would|can) (?:you|it|that|this|your)|what is (?:it|this)|how (?:does|do|would|is|much)|tell me (?:more|about|what)"
    r"|what are you selling|what have you got|go on then|show me|who are you|what makes you"
)


@lru_cache(maxsize=8192)
def asked_for(prev: str) -> bool:
    """Whether the line before asks about the offer, so that telling is an answer."""
    return bool(_ASKED_FOR.search(prev))


@lru_cache(maxsize=8192)
def introduces(flat: str) -> bool:
    """Whether the words say who is calling and from where or why."""
    return bool(_PATTERNS["intro"].search(flat))
