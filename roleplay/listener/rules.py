"""Where the design demands a reading, a rule decides over the model. Each rule gives the move and why, or nothing."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.listener.cue import compiled
from roleplay.listener.explain import quoted
from roleplay.listener.text import Text, bag, overlap
from roleplay.model import Heard, Move

_MACHINE = compiled(
    r"(?:ignore|disregard|forget|override|bypass)(?: \w+){0,2}? (?:your|you|all|any|previous|prior|above|earlier)(?: \w+){0,3}? (?:instructions?|rules|prompts?|programming|guidelines|role|persona)"
    r"|system (?:prompt|message|note|override|instruction|update)|hidden (?:prompt|objection|reason|state|score)|your (?:prompt|system prompt|programming|instructions)"
    r"|(?:you are|youre|are you|as an?) (?:just |only |really )?(?:an? |the )?(?:ai|bot|chatbot|robot|llm|language model|large language model|ai model|simulation|simulator|computer program)"
    r"|(?:give|award|grant) (?:me|this rep|the rep|this call) (?:\w+ )?(?:100|full marks|full points|full credit|points|top marks|maximum|a perfect score|the maximum)"
    r"|(?:stop|end|exit|quit|pause|restart|reset|skip) (?:the |this )?(?:simulation|roleplay|role play|roleplaying|role playing|scenario)"
    r"|(?:note|message|instruction|instructions) (?:to|for) (?:the )?(?:scorer|grader|evaluator|judge|coach|examiner|marker|simulator|model|ai|system)"
    r"|(?:switch|swap|reverse) (?:the )?roles|debug mode|developer mode|jailbreak|you are now (?:the |a |an )?(?:seller|rep|salesperson|salesman|buyer|customer|sales rep|recruiter)"
    r"|(?:set|make) (?:the )?(?:trust|pressure|interest|mood|difficulty|score) (?:to |equal |at )?\d+"
)
_CODE = re.compile(
    r"</?[a-z_]{3,20}>|^\s*[\[{]\s*\"?\w+\"?\s*:|\b(?:SYSTEM|ASSISTANT|USER|COACH|SCORER|JUDGE)\s*:|```|\bdef \w+\(|print\(",
    re.MULTILINE,
)
_INSULT = compiled(
    r"(?:(?<!ill )(?<!me )(?<!us )(?<!to )(?<!can )(?:(?:fuck|feck|piss) off|shut (?:up|your)|go to hell))|(?:fuck|screw|feck) (?:you|yourself)|fuck(?:ing)? (?:idiots?|you|eejits?)|go fuck|up yours|drop dead|shame on you|rot in hell"
    r"|you(?:re)?(?: \w+){0,4}? (?:idiots?|morons?|clowns?|muppets?|eejits?|imbeciles?|cretins?|wankers?|tossers?|bastards?|bitch|pricks?|dickheads?|arseholes?|assholes?|twats?|gobshites?|losers?|scum|liars?|cowards?)"
    r"|(?:what|such) an? (?:idiot|moron|clown|muppet|eejit|imbecile|cretin|loser|prick|coward)|pathetic|you(?:re| are) (?:\w+ )?(?:stupid|thick|dumb|useless|pathetic|brainless|a joke|a disgrace)"
)
_TRAP = compiled(
    r"(?:any|one|no|a single|good|earthly|possible|what) reasons?(?: \w+){0,4}? (?:not to|not|you wouldnt|you couldnt|you cannot|we cannot|we couldnt|we shouldnt|we wouldnt|why|couldnt|wouldnt)(?: \w+){0,6}? "
    r"(?:today|now|start|sign|go|book|order|switch|commit|buy|lock|monday|tonight|yes|ahead|do this|do it|put)"
    r"|(?:would|is|be) (?:it )?(?:be )?(?:\w+ )?(?:mad|crazy|daft|silly|ridiculous|terrible|bad)(?: idea)? (?:to|if you|if we)(?: just| simply)? (?:sign|say yes|go ahead|commit|buy|pay|order)\b"
)
_OURS = compiled(
    r"(?:sounds?|seems?|looks?|feels?)(?: \w+){0,3}? (?:like|as if|as though|that)? ?(?:you|your \w+)(?: \w+){0,3}? (?:need|want|could use|love|benefit from|missing)(?: is)?(?: \w+){0,3}? "
    r"(?:our|platform|software|solution|service|product|system|package|plan|what we|us)"
)
_BUT = compiled(
    r"^(?:\w+ ){0,3}?(?:i (?:totally |completely |fully |really |do )?(?:understand|get|hear|appreciate|respect|see|know)|fair enough|that makes sense|sure|im sorry to hear|right|thats fair|of course|no problem|makes sense)(?: \w+){0,14}? (?:but|however)"
)
_ASKS = compiled(
    r"(?:but|however) (?:(?:\w+ ){0,6}?(?:what|how|who|which|why)|(?:\w+ ){0,3}?(?:feels|seems|sounds|looks)|(?:would|could|can|is|are|do|does|did|have|should|shall|may|will) (?:you|we|i|it|that|there|your|they|he|she|the|this))"
)
_SAFE_NO = compiled(
    r"(?:is|was|would|am i|have i|did i|caught|catch)(?: \w+){0,5}? (?:an? )?(?:bad|wrong|terrible|awful|awkward|inconvenient) (?:time|moment)|(?:catch|caught) you (?:in|at) the middle"
    r"|(?:have|has|did) (?:you|your \w+|they)(?: \w+){0,2}? (?:given|give) up on|(?:would|is) it(?: \w+){0,3}? (?:ridiculous|crazy|absurd|unreasonable|out of the question)(?: idea)? (?:to|if|for)"
    r"|(?:are|would) you(?: be)? (?:against|opposed to)|(?:do|would) you mind if|(?:would|is) it(?: be)? a (?:bad|terrible|ridiculous) idea"
)
_GO_NOW = compiled(
    r"(?:seems|sounds|looks|feels) like (?:a |the )?(?:good|great|right|perfect|smart) (?:idea|time|moment|plan) to (?:start|sign|begin|book|go|get|switch|order|buy|commit|lock)"
)
_PITCHED = compiled(
    r"would (?:it|you) (?:be|think)(?: it)? \w+ if i (?:told you|said|showed you)(?: that)? (?:we|our|this|it) "
)
_WHAT_ABOUT = compiled(
    r"^(?:and |so |but )?(?:what|which part|which bit) (?:is it )?(?:about|of) (?:\w+ ){1,6}?"
    r"(?:doesnt|does not|isnt|is not|wouldnt|wont|didnt|worries|bothers|puts|feels|matters|would)\b"
    r"|^(?:and |so |but )?what is it (?:about|in|with) "
)
_FOOL = compiled(
    r"you(?:d| would) (?:have to )?be (?:an? )?(?:fool|idiot|mug|mad|crazy|stupid|daft|silly|foolish|nuts|insane)(?: man| woman)?"
    r" (?:not to|to (?:miss|pass|say no|turn|refuse|walk))"
)
_SIGN_WHEN = compiled(
    r"(?:how soon|when) (?:can|could|will|do) (?:you|we|i) (?:\w+ )?(?:sign|get you signed|start billing)"
)
_DISMISSES = compiled(
    r"(?:everyone|everybody|they all|people (?:always|all)|most people) (?:says?|said|thinks?|tells? (?:me|us)) (?:that|this|so)\b"
)
_INVITES = compiled(r"why (?:dont|not) (?:we|i|you and (?:i|me)|you let|you give|you come|you try)")
_ASKED_MILDLY = frozenset({Move.YES_SEEKING, Move.OTHER, Move.SMALL_TALK, Move.TIE_DOWN})
_ABOUT_ME = frozenset({Move.EMPATHY, Move.LABEL, Move.AUDIT, Move.PITCH, Move.OTHER})


_DECISIVE = (
    (_MACHINE, False, Move.META, "talks to the machine, not to the prospect"),
    (_INSULT, False, Move.HOSTILE, "insults them"),
    (_TRAP, True, Move.PRESSURE, "a no here would mean yes, buy"),
    (_OURS, False, Move.PITCH, "starts like a label and ends as a claim about what you sell"),
    (_PITCHED, False, Move.PITCH, "a claim dressed as a question"),
    (_SIGN_WHEN, True, Move.PRESSURE, "takes the yes for granted"),
    (_WHAT_ABOUT, True, Move.CALIBRATED, "asks what stands in the way"),
    (_GO_NOW, True, Move.PRESSURE, "starts like a label and presses for a decision"),
)
"""Patterns that decide alone, whether only the last clause counts, the move, and why."""


def overruled(taken: Text, scores: dict[str, float]) -> Heard | None:
    """The move a rule sees in a message whatever the model thinks, if one does."""
    if decided := _decided(taken.raw, taken.flat, taken.tail):
        return decided
    flat, last = taken.flat, taken.tail
    best = max(scores, key=lambda label: scores[label])
    if best in _ASKED_MILDLY and (found := _SAFE_NO.search(last)):
        return Heard(Move.NO_ORIENTED, f"asks {quoted(found.group(), taken.raw)}, no keeps them in control")
    if best in _ABOUT_ME and (found := _FOOL.search(flat)):
        return Heard(Move.PRESSURE, f"{quoted(found.group(), taken.raw)}: makes a no look foolish")
    if best in _ABOUT_ME and (found := _DISMISSES.search(flat)):
        return Heard(Move.REBUTTAL, f"{quoted(found.group(), taken.raw)}: waves away what they said")
    if best in _ABOUT_ME and (found := _BUT.search(flat)) and not _ASKS.search(flat):
        return Heard(Move.REBUTTAL, f"{quoted(found.group(), taken.raw)}: what comes after the but takes it back")
    if best in _ABOUT_ME and taken.clauses and taken.last[0] in ("but", "however") and not _ASKS.search(last):
        return Heard(Move.REBUTTAL, f"{quoted(last, taken.raw)}: what comes after the but takes it back")
    return _echo(taken, best)


@lru_cache(maxsize=8192)
def _decided(raw: str, flat: str, tail: str) -> Heard | None:
    """What the message shows by itself, whatever it answers."""
    if found := _CODE.search(raw):
        return Heard(Move.META, f"{quoted(found.group(), raw)}: looks like code or a forged note, not talk")
    for pattern, at_the_end, move, why in _DECISIVE:
        if found := pattern.search(tail if at_the_end else flat):
            return Heard(move, f"{quoted(found.group(), raw)}: {why}")
    return None


def _echo(taken: Text, best: str) -> Heard | None:
    """At most six words that are mostly theirs are a mirror; none of theirs are none."""
    share, _ = overlap(taken)
    if (
        best in (Move.LABEL, Move.EMPATHY, Move.YES_SEEKING, Move.OTHER)
        and len(taken.words) <= 6
        and share >= 0.99
        and _copied(taken)
    ):
        return Heard(Move.MIRROR, f"{quoted(taken.flat, taken.raw)}: their own words given back, nothing added")
    return None


def _copied(taken: Text) -> bool:
    swapped = {"you": "we", "your": "our", "youre": "were"}
    theirs = {*taken.prev, *(("you", "your", "youre", "not", "no"))}
    return sum(word in theirs or swapped.get(word) in theirs for word in taken.words) == len(taken.words)


def forbidden(taken: Text) -> frozenset[str]:
    """Moves that cannot be meant here: a mirror needs words to give back, "why don't we" invites."""
    invites = {Move.WHY.value} if _INVITES.search(taken.tail) else set()
    said, own = {word for word in taken.words if len(word) > 2}, bag(taken.words)
    mirrors = any(not said.isdisjoint(line) or own & bag(line) for line in (taken.prev, *taken.earlier))
    return frozenset(invites if mirrors else invites | {Move.MIRROR.value})
