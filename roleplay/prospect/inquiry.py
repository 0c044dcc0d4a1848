"""Whether a message does no more than ask: one plain question, with nothing in it that pushes, judges or asks for leave.

What the listener takes for a push may be a question about something the prospect knows ("Who besides you would have to
agree?"). The form is told here by its first words and by the words that no plain question holds.
"""
# ruff: noqa: E501 - tables with one row a line

from __future__ import annotations

import re
from functools import lru_cache

from roleplay.prospect import wanted

_INQUIRES = re.compile(
    r"^(?!(?:how|what) (?:about|if)\b)(?:who|what|what's|which|when|where|how|do (?!i\b|we\b|it\b)\w+|does|did|is there|are there|any(?:one|body|thing)?|if\b[^?]*, (?:what|which|who|how|where|when|would you rather)|have (?:you|they|any|there|your|the)"
    r"|has|was|were|is (?:this|it|that|the)|are (?:you|they|the|people|your|most|many|some)|would it be your|would you rather|whose|are the)\b",
    re.I,
)
_PUSHES = re.compile(
    r"\b(?:sign (?:up|today|now|it)|signed|today|tomorrow|get (?:you )?started|stopp?(?:s|ing)? you|hold(?:s|ing) you back|reasons?|(?:would|could|should|do|is|are|does|wo|ca)n'?t"
    r"|agree (?:that|with me|it)|imagine|if (?:i|we) (?:could|can|showed|told|gave)|take for|would it take|get you to|worth (?:it|your)|believe me|trust me|to lose"
    r"|this (?:offer|price|deal)|afford|against|given up|bad time|ridiculous|crazy|mad|terrible idea|unfair|out of the question|opposed|off the table"
    r"|mind if|mind me|instructions?|prompts?|(?:my|me|high\w*|better|full) scores?|points|sense if|so hard|wrong with you|problem with you|your problem|even (?:know|listen\w*|run)|still (?:using|living)|anyway)\b",
    re.I,
)
_CALLED = re.compile(r"^(?:(?i:be honest(?: with me)?|tell me|(?:mr|mrs|ms|dr)\.? \w+)|[A-Z][a-z]+),\s+")
_CLAUSE = re.compile(
    r"^(?:when|if|once|after|before|of)\b(?! (?:i|we)\b)[^?,]*,\s(?=(?:who|what|which|where|when|how|is|are|do|does|did|would it)\b)",
    re.I,
)
_WORDS_MORE = re.compile(
    r"^(?:\w+\W*){1,2}$|^(?:and )?(?:what|who|how|when|where)\b[^.!?]*\??$|^or\b(?:\W+[\w']+){1,10}\W*$", re.I
)
"""What only goes on with a question: "four?", "what happened?", "or is it something else?"."""
LONGEST = 28
"""Words of the longest plain question."""


@lru_cache(maxsize=4096)
def inquires(text: str) -> bool:
    """Whether a message is one plain question by its form, with nothing in it that pushes, judges or asks for leave."""
    first, *more = re.split(r"(?<=\?)\s+", _led_off(text))
    plain = _CLAUSE.sub("", first)  # "when it doesn't match, who chases it?" asks who chases it
    if not plain.endswith("?") or len(first.split()) > LONGEST or re.search(r"[.!?;:]\s", plain):
        return False
    further = all(_WORDS_MORE.match(each) and not _PUSHES.search(each) for each in more)
    return further and bool(_INQUIRES.match(plain)) and not _PUSHES.search(plain)


_OTHERS = re.compile(
    r"^(?:do|does|did|has|have|is|are|was|were) (?!you\b|it\b|that\b|this\b|we\b|i\b|he\b|she\b)", re.I
)


def of_others(text: str) -> bool:
    """Whether a question that yes or no answers is about other people or things: no technique asks for a no about those."""
    return bool(_OTHERS.match(_led_off(text)))


_SOMEBODY = re.compile(
    r"^(?:would|will|does|did|has|could) (?:your \w+|(?-i:[A-Z][a-z]+)|he|she|they|the \w+s)\b[^?]*\?$"
    r"|^have you (?:ever |already |lately |actually )*"
    r"(?!(?:completely |totally |already )*(?:given|ruled|abandoned|decided|made|stopped|written|got|had enough|lost (?:faith|interest|hope|patience))\b)"
    r"(?:\w+ed|lost|caught|seen|found|bought|sold|taken|sent|met|heard|thought|built|kept|told|left|run|paid|spent)\b[^?]*\?$",
    re.I,
)
_EVER = re.compile(
    r"^(?:has|have|did) (?:your|the|any\w*|he|she|they|(?-i:[A-Z][a-z]+)|you (?:ever|lately|recently) been)\b(?! (?:given|ruled|decided))[^?]*\?$",
    re.I,
)
"""Asks what was so once: whatever was objected to then, nothing is asked of them now."""
_JUDGES = re.compile(
    r"\b(?:against|opposed|object|ridiculous|crazy|mad|daft|out of the question|off the table|(?:bad|terrible|awful) (?:idea|time)|unreasonable|wrong"
    r"|hate|refuse|kill|laugh|upset|horrified|too (?:much|early|soon|late)|if (?:i|we))\b",
    re.I,
)


def of_somebody(text: str) -> bool:
    """Whether it asks what somebody else would do, or what happened once, and judges nothing: no easy no is meant."""
    plain = _led_off(text)
    asks = bool(_EVER.match(plain)) or (bool(_SOMEBODY.match(plain)) and not _JUDGES.search(plain))
    return asks and len(plain.split()) <= LONGEST


def _led_off(text: str) -> str:
    """The message without a name or a small word that leads into it."""
    return wanted.LED.sub("", _CALLED.sub("", text.strip()))


_BARE = re.compile(
    r"^(?P<lead>(?:(?:and|so|but|ok|okay|right|then|now|tell me)\b[\s,]*)*)(?P<ask>how|what|where|who)\s+(?P<who>you|they|your \w+)\s+"
    r"(?!(?:are|were|is|was|do|does|did|can|could|would|should|will|might|must|may|have|has|had|get to|guys|lot|all|mean|said|told)\b)"
    r"(?P<rest>[a-z]+\b[^.!?;:]*)\??$",
    re.I,
)
_UNMARKED = re.compile(
    r"^(?:(?:and|so|but|ok|okay|right|then|now)\b[\s,]*)*(?:how|what|where|who|when|why|which)\s+"
    r"(?:do|does|did|is|are|was|were|would|will|can|could|has|many|much|often|long|soon|time|kind|sort|part|of)\b[^.!?;:]*$"
    r"|^(?:do|does|did|have|has|is|are|was|were)\s+(?:you|the|they|your|it|any|anyone|anybody|there|people)\b[^.!?;:]*$",
    re.I,
)
_INDIRECT = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<lead>(?:(?:and|so|but|ok|okay|right|then|now|well)\b[\s,]*)*)"
    r"(?:i(?:'m| am) (?:just |really |dying |keen |curious )*(?:curious|wondering|interested|to know|to hear)(?: to (?:know|hear|see))?"
    r"|i(?:'d| would) (?:really |just )?(?:love|like|be (?:interested|curious|keen|glad)) to (?:know|hear|understand|learn|see)"
    r"|i was (?:just )?(?:wondering|curious)|i wonder|(?:just )?curious(?: to (?:know|hear))?|i want(?:ed)? to (?:know|understand))"
    r"(?: about| as to)?,? (?P<ask>(?:who|what|which|when|where|why|how)\b(?! (?:about|if)\b)"
    r"|(?:if|whether) (?:you(?: and \w+)?|they|your \w+) (?:ever\b|still\b)?)(?P<rest>[^.?!]*)[.?!]*",
    re.I,
)
"""A question wrapped up: "I'm curious how long it takes"."""
_STATES = re.compile(r"\b(?:is|was|are|were|will|makes?|would|isn't|sounds?)\b", re.I)
SHORT = 18
"""Words up to which a message that begins as a question is one, whether it ends as one or not."""


def _put_straight(found: re.Match[str]) -> str:
    ask, rest = found["ask"].strip(), found["rest"].rstrip()
    if ask.lower().startswith(("if ", "whether ")):
        ask = "Do " + ask.split(" ", 1)[1]
    between = "" if rest[:1] in ("'", "\u2019", " ") else " "
    return f"{found['lead']}{ask[:1].upper()}{ask[1:]}{between}{rest}?"


def in_full(text: str) -> str:
    """A question as it would be put straight: "how you quote jobs" is "how do you quote jobs?", wrapped up or not."""
    plain = text = _INDIRECT.sub(_put_straight, text.strip())
    if len(plain.split()) > SHORT:
        return text
    if (bare := _BARE.match(plain)) and (plain.endswith("?") or not _STATES.search(bare["rest"])):
        return f"{bare['lead']}{bare['ask']} do {bare['who']} {bare['rest']}?"
    return f"{plain}?" if _UNMARKED.match(plain) else text
