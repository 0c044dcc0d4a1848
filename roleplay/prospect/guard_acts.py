"""Whether a line does the act it was to do, by how the listener reads it.

The worst error is to agree where the script refuses, or the reverse: it is looked for twice, by the listener and by
plain words of agreement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from roleplay.listener.words import content, words_of
from roleplay.model import Act, Reply
from roleplay.prospect import script
from roleplay.prospect.guard_facts import withholds
from roleplay.prospect.scene import Scene

OBJECTIONS = frozenset(reply for reply in Reply if reply.startswith("objection:"))
NOS = OBJECTIONS | {Reply.HARD_NO, Reply.SOFT_NO}
ENDS = frozenset({Reply.BOUNDARY})
DEALS = frozenset({Reply.COUNTERFEIT, Reply.COMMITMENT})
YESES = DEALS | {Reply.CONFIRMATION, Reply.THATS_RIGHT, Reply.YOURE_RIGHT}
LETS_ON = frozenset({Reply.PERMISSION_NO})
ASKS = frozenset({Reply.QUESTION})
FLAT = frozenset({Reply.HARD_NO, Reply.SOFT_NO, Reply.BOUNDARY})
_VERDICTS = ((YESES, "agrees"), (NOS, "refuses"), (ENDS, "cuts off"), (LETS_ON, "lets on"), (ASKS, "asks"))


@dataclass(frozen=True, slots=True)
class Rule:
    """How a line for an act may be read: never as `never`; as one of `must`, or else with words that match `sign`.

    Without `must` the sign alone is asked for; without either any reading but `never` will do.
    """

    never: frozenset[Reply]
    must: frozenset[Reply] = frozenset()
    sign: str = ""


_NEGATION = (
    r"\b(?:no(?! (?:problem|worries|objection|trouble|bother))|nope|nah|not(?! a problem)|never|cannot"
    r"|nothing(?! against)|nobody|none|pass|without|rather|already|\w+n't)\b"
)
_DAY = r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|o'clock|noon|next (?:week|month))\b|\d"
_OFF = r"(?:forget it|over my dead|go away|never speak|no thanks|not today|not interested|no time for)"
_REFUSE = Rule(YESES | LETS_ON | ENDS, NOS, _NEGATION)
RULES = {
    Act.GREET: Rule(DEALS | ENDS),
    Act.PERMISSION_NO: Rule(
        DEALS | {Reply.HARD_NO, Reply.BOUNDARY},
        LETS_ON,
        rf"^(?!.*{_OFF})(?:\w+,? )?(?:no|nah|nope|not|never|you're (?:fine|grand|okay|all ?right))\b",
    ),
    Act.GENUINE_NO: _REFUSE,
    Act.BARE_NO: _REFUSE,
    Act.SOFT_NO: Rule(
        _REFUSE.never,
        NOS,
        rf"{_NEGATION}|\b(?:maybe|perhaps|later|think|busy|some ?day|first|wait|let me|a lot on|another time)\b",
    ),
    Act.OBJECT: _REFUSE,
    Act.HOLD: _REFUSE,
    Act.CORRECT: Rule(YESES | ENDS),
    Act.CONFIRM: Rule(FLAT | {Reply.COMMITMENT}),
    Act.COUNTERFEIT_YES: Rule(
        frozenset({Reply.HARD_NO, Reply.BOUNDARY, Reply.PERMISSION_NO, Reply.COMMITMENT}),
        frozenset({Reply.COUNTERFEIT, Reply.CONFIRMATION, Reply.YOURE_RIGHT, Reply.INFO}),
        r"\b(?:yes|yeah|yep|sure|okay|ok|fine|good|great|sounds|sense|send|course|lovely|interesting|why not)\b",
    ),
    Act.CONDITIONAL_YES: Rule(
        frozenset({Reply.HARD_NO, Reply.BOUNDARY}),
        sign=r"\b(?:if|once|when|unless|until|provided|providing|as long as|so long as|depends|only|first)\b",
    ),
    Act.COMMITMENT_YES: Rule(FLAT | LETS_ON, sign=rf"^(?!.*{_OFF}).*(?:{_DAY})"),
    Act.COUNTER_PLAN: Rule(frozenset({Reply.HARD_NO, Reply.BOUNDARY}), sign=rf"^(?!.*{_OFF})"),
    Act.DISCLOSE: Rule(DEALS | ENDS),
    Act.DETAIL: Rule(DEALS | ENDS | {Reply.HARD_NO}),
    Act.DEFLECT: Rule(DEALS | ENDS | {Reply.CONFIRMATION, Reply.THATS_RIGHT}),
    Act.DONT_KNOW: Rule(
        DEALS | ENDS | {Reply.CONFIRMATION, Reply.THATS_RIGHT}, sign=rf"{_NEGATION}|\b(?:ask|beats me)\b"
    ),
    Act.DOUBT: Rule(YESES | ENDS),
    Act.BRIEF: Rule(DEALS | ENDS | {Reply.HARD_NO}),
    Act.ASK_BACK: Rule(DEALS | ENDS, ASKS, r"\?"),
    Act.STALL: Rule(DEALS | ENDS | {Reply.HARD_NO}),
    Act.THATS_RIGHT: Rule(
        DEALS | FLAT | {Reply.YOURE_RIGHT},
        frozenset({Reply.THATS_RIGHT, Reply.CONFIRMATION}),
        r"\b(?:that(?:'s| is) (?:it|right|about|exactly|the)|exactly|spot on|pretty much|just like that"
        r"|you(?:'ve| have) (?:got|put) it|i've been trying|have put it)\b",
    ),
    Act.YOURE_RIGHT: Rule(
        FLAT | {Reply.COMMITMENT, Reply.THATS_RIGHT},
        frozenset({Reply.YOURE_RIGHT, Reply.CONFIRMATION, Reply.COUNTERFEIT}),
        r"\b(?:right|point|fair|true|agree|argue|suppose)\b",
    ),
    Act.PUZZLED: Rule(DEALS | ENDS | {Reply.CONFIRMATION}),
    Act.REBUKE: Rule(YESES | LETS_ON),
    Act.BOUNDARY: Rule(YESES | LETS_ON, ENDS, r"\b(?:list|number|ring|calls?|phone|contact)\b"),
    Act.HANG_UP: Rule(LETS_ON | ASKS | {Reply.COMMITMENT, Reply.CONFIRMATION}),
    Act.DISENGAGE: Rule(LETS_ON | ASKS | ENDS | {Reply.COMMITMENT}),
    Act.REFER: Rule(DEALS | ENDS),
    Act.FAREWELL: Rule(ASKS),
    Act.GATE_ASK: Rule(DEALS | ENDS, sign=r"\?|\b(?:what|who|which|where|name|tell|say)\b"),
    Act.GATE_HOLD: Rule(DEALS | ENDS),
    Act.GATE_PASS: Rule(
        frozenset({Reply.HARD_NO, Reply.BOUNDARY}), sign=r"\b(?:through|connect\w*|hold|transfer\w*|wait|moment|line)\b"
    ),
    Act.GATE_BLOCK: Rule(DEALS | LETS_ON, sign=rf"{_NEGATION}|\b(?:inbox|website|write|good ?bye|good day)\b"),
}
AGREEING = frozenset({Act.CONFIRM, Act.COUNTERFEIT_YES, Act.CONDITIONAL_YES, Act.COMMITMENT_YES, Act.COUNTER_PLAN})
HELD_WHOLE = AGREEING | {
    Act.GENUINE_NO, Act.BARE_NO, Act.SOFT_NO, Act.OBJECT, Act.HOLD, Act.CORRECT, Act.DISCLOSE, Act.THATS_RIGHT,
    Act.YOURE_RIGHT, Act.BOUNDARY, Act.HANG_UP, Act.DISENGAGE, Act.FAREWELL, Act.PERMISSION_NO,
    Act.GATE_PASS, Act.GATE_BLOCK,
}  # fmt: skip
"""Acts that agree, refuse, disclose or end: shown only when the whole reply has passed."""

_DEAL = re.compile(
    r"\b(?:let's (?:do (?:it|that|this)|book|set (?:it|that|something) up|go ahead|get (?:it|this|started))"
    r"|(?:i'm|we're) in(?= *$)|(?:it's|you've got) a deal|sign (?:me|us) up|count (?:me|us) in|book (?:it|me|us)"
    r"|works for (?:me|us)|i'll take it|yes,? please|(?:i'd|we'd) (?:love|be happy|be glad) to (?:meet|see|try|do|join)"
    r"|(?:i'm|we're|i'd be) (?:very |really )?(?:interested|keen)|sounds (?:good|great|perfect|like a plan)"
    r"|(?:send|email) (?:me |over )*(?:the |an )?(?:invite|contract|invoice)"
    r"|looking forward to (?:it|that|meeting|seeing)|see you (?:on|at|then)|put (?:us|me) down for"
    r"|(?:i'm|we're) sold"
    r"|(?:have|got) (?:yourself an? |the |an )(?:order|job|deal|go-ahead)|order is yours|customers from today"
    r"|my go-ahead|where do (?:i|we) (?:sign|put)|consider us customers)"
)
UNSURE = 0.4
"""Below this the listener guesses: a plain sign of the act counts for more, and where none is asked for, the doubt."""
OWN_WORDS = 0.8
"""The share of a scripted line's content words that makes a line that very line."""
LEEWAY = 6
"""So many content words may stand beside them."""
_TURNED = re.compile(r"\b(?:no|not|never|if|unless|until|once|when|hardly|doubt|why|\w+n't)\b")


def act_faults(text: str, scene: Scene) -> list[str]:
    """Why the line is not the act, as "act: <what it does instead>"; at most one."""
    act, lower = scene.cue.act, text.lower()
    if act not in AGREEING and scene.cue.shape != "won" and _strikes_a_deal(lower):
        return ["act: agrees"]
    if not _scripted(text, scene) and (fault := _misread(text, scene)):
        return [f"act: {fault}"]
    return _content_faults(lower, scene)


def _misread(text: str, scene: Scene) -> str:
    """What the listener hears the line do instead of its act, or ""."""
    from roleplay.listener import read_prospect

    rule, line = RULES[scene.cue.act], read_prospect(text, scene.said)
    signed = bool(rule.sign and re.search(rule.sign, text.lower()))
    guess = line.confidence < UNSURE and (signed or not rule.sign)
    if line.reply in rule.never and not guess:
        return next(verdict for replies, verdict in _VERDICTS if line.reply in replies)
    asked_for = rule.must or rule.sign
    return "missing" if asked_for and not signed and line.reply not in rule.must else ""


def _scripted(text: str, scene: Scene) -> bool:
    """Whether the line is little else than the persona's own words for the act, however those are read."""
    said = set(content(words_of(text)))
    for line in (*script.own_words(scene), script.gist(scene)):
        own = set(content(words_of(line)))
        if len(own & said) >= OWN_WORDS * len(own) > 0 and len(said) <= len(own) + LEEWAY:
            return True
    return False


def _strikes_a_deal(lower: str) -> bool:
    """Words of agreement with nothing before them in their clause that turns them round."""
    clauses = re.split(r"[.!?;…](?:\s|$)|,\s|\bbut\b", lower)
    return any((deal := _DEAL.search(clause)) and not _TURNED.search(clause[: deal.start()]) for clause in clauses)


def _content_faults(lower: str, scene: Scene) -> list[str]:
    """What an act that carries something of its own has left out, or has too much of."""
    act, who = scene.cue.act, scene.persona
    if act is Act.COUNTERFEIT_YES and re.search(_DAY, lower):
        return ["act: commits"]
    if withholds(lower, scene):
        return ["act: withholds"]
    if act is Act.REFER and who.referral:
        named = set(content(words_of(who.referral.who))) & set(content(words_of(lower)))
        return [] if named else ["act: missing"]
    if act in (Act.HANG_UP, Act.DISENGAGE, Act.FAREWELL) and "?" in lower:
        return ["act: asks"]
    return []
