"""What a gatekeeper listens for: a plain purpose, a request for help, a pretence."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from roleplay.listener.cue import compiled

_PATTERNS = {
    "gives_purpose": compiled(
        r"(?:calling|ringing|phoning|rang|called) (?:about|because|to|regarding|with|on account)|(?:it|this|my call)GAP (?:about|regarding|concerns|to do with)|i(?: would)? (?:want|wanted|like|hope|hoped)GAP to (?:ask|talk|speak|tell|show|discuss)"
        r"|(?:i|we) (?:sell|make|supply|provide|build|run)|sales call|cold call|something to sell|selling"
    ),
    "asks_help": compiled(
        r"(?:can|could|would|will|might) you (?:please |kindly |perhaps )?(?:help|advise|guide|point|tell me (?:when|how|who|what)|suggest|steer)|your (?:help|advice)|(?:hoping|wonder(?:ing)?|maybe|perhaps) you (?:can|could|might) (?:help|tell|advise|point)"
        r"|what would you (?:do|suggest|advise|recommend|say)|(?:what|when|how)GAP (?:best|better|right|good) (?:way|time|moment|day|person|hour)|who would be (?:the )?(?:right|best)|i need (?:some|a little|your) (?:help|advice)|how (?:should|would) i (?:reach|best|go about)"
    ),
    "leaves_message": compiled(
        r"(?:leave|take|pass|give)FAR (?:message|note|number|word)|message for|(?:write|send|email|post)GAP (?:to you|you|a page|a note|something|it)|(?:call|ring|try|phone|come) (?:back|again|you|later|this|on|after|tomorrow|him back|her back)|when (?:should|shall|can|could|may) i (?:call|ring|try|phone)"
    ),
    "pretends": compiled(
        r"(?:he|she|they)(?: is| are|s|re)? (?:expecting|waiting)|(?:he|she) (?:knows|asked|told me|wanted me|said)|(?:returning|return) (?:his|her|their|a) call|(?:spoke|talked|met|dealt|emailed) (?:to|with)? ?(?:him|her|them|you)|old friend|friend of (?:his|hers)|personal(?: matter| call| business)?|it is private|confidential|(?:his|her) (?:doctor|bank|lawyer|wife|husband|brother|school)|just put me (?:through|on)|put me through (?:now|right|straight|immediately)|urgent|emergency|follow(?:ing)? up on our|as agreed|we go way back|first name terms"
    ),
}  # fmt: skip


@lru_cache(maxsize=1024)
def at_the_gate(flat: str) -> tuple[str, ...]:
    """The modifiers that matter to a gatekeeper; `flat` is the message's folded words with single blanks."""
    return tuple(_found(flat))


def _found(flat: str) -> Iterator[str]:
    for name, pattern in _PATTERNS.items():
        if pattern.search(flat):
            yield name
