"""Which feelings or concerns a message names: what a label has to hit to be about them and not about anybody."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from functools import lru_cache

from roleplay.listener.cue import compiled

FEELINGS = {
    name: compiled(pattern)
    for name, pattern in {
        "wary": r"trust\w*|let down|burn(?:ed|t)|bitten|suspicious|wary|careful|caught out|scam\w*|lied to|believe\w*|promis\w+|been here before|cleaning? up|sales(?:man|men|people|person)|sold to|people like me|someone like me|my word|stranger|reassur\w+|safe",
        "pressed": r"push\w*|press\w*|cornered|rushed|intrud\w+|uncomfortable|put on the spot|on the spot|a decision off you|hint|off the phone|barg\w+|too much|last thing you need|off guard|enough on",
        "money": r"money|cost\w*|afford|price\w*|budget|spend\w*|tight|margin\w*|expens\w+|pay\w*|bill\w*|stretch\w*|cash|worth it|dear",
        "timing": r"timing|time|busy|soon|ready|season|month|year|week|later|wait\w*|plate|swamped|rush|too early|right now|middle of",
        "others": r"your call|up to you|yours to|someone else|somebody else|somebody|boss|board|partner|team|answer to|answers for|defend|protect\w*|blame\w*|grief|disappoint|alone|on your own|permission|other people|stick your neck|neck out|holding it|hard questions|above you|say so",
        "lost": r"clear|confus\w+|lost|explain\w*|understand|sense|picture|wrong end|what (?:it|this) is|how (?:it|this) works|vague",
        "elsewhere": r"something else|different|rather|other things|bigger|priorit\w+|missing|wrong (?:thing|end|problem)|not the (?:problem|point|thing)|fit|not it|suit",
        "proof": r"proof|prove\w*|evidence|number\w*|figures|see it|seen|show\w*|convinc\w+|sure|certain|doubt\w*|unsure|facts|more than my word|know more|details?|risk\w*|gamble",
        "settled": r"happy|settled|used to|works?|fine as|comfortable|bother|change\w*|switch\w*|already|loyal\w*|know what you|keep what|upheaval|hassle|disrupt\w*|routine|got (?:someone|somebody|one)",
    }.items()
}  # fmt: skip
"""Families of feeling by the words that name them; `prospect.ground` says which one a no shows."""


@lru_cache(maxsize=2048)
def feelings(flat: str) -> tuple[str, ...]:
    """The families a message names; `flat` is its folded words with single blanks."""
    return tuple(name for name, pattern in FEELINGS.items() if pattern.search(flat))
