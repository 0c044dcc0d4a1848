"""Cues in a prospect's words: patterns over folded words, what they speak for, and how to say so to a rep."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleplay.model import Reply

_MACROS = {
    "KIN": r"(?:wife|husband|missus|mrs|hubby|spouse|partners?|mother|father|mum|mom|dad|mam|sons?|daughters?|brothers?|sisters?|uncle|aunt|family|fiancee?|girlfriend|boyfriend|other half|better half|"
    r"herself|himself|other (?:owners?|directors?|trustees)|parents?|in laws|pa|ma)",
    "BOSS": r"(?:boss(?:es)?|directors?|md|ceo|cfo|coo|cto|vp|president|chair(?:man|woman)?|board|trustees?|trust|governors?|head (?:office|teacher|of \w+)|the head|hq|corporate|committees?|council|managers?|"
    r"management|owners?|landlord|principal|dean|superintendent|superior|supervisor|finance|procurement|legal|purchasing|accountant|solicitor|lawyer|attorney|compliance|franchisor|headquarters|controller|treasurer|"
    r"leadership|execs?|group|it team|it department|security|accounts|union|matron|gaffer|foreman|buyer|consultant|architect|senior partners?)",
    "DAY": r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|this (?:week|afternoon|morning|evening|month)|next (?:week|month)|the weekend|weekend|lunchtime|noon|"
    r"close of (?:play|business)|(?:the )?(?:\d{1,2}|first|second|third|fourth|fifth|tenth|fifteenth|twentieth)(?:st|nd|rd|th)|(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?: \d+)?|"
    r"\d{1,2} ?[ap]m|half \w+|before lunch|after lunch|end of (?:the )?(?:day|week|month)|first thing)",
    "LATER": r"(?:later|after|until|till|til|next|in the new year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|q[1-4]|another (?:day|time)|some other|"
    r"the new year|end of|when (?:we|things|its|the)|once (?:we|things|its|the)|month|week|year|quarter|term|season)",
    "WE": r"(?:i|we|ive|weve|im|were|we are|i am|ill|well|id|wed|you|they|it)",
    "GAP": r"(?: \w+){0,4}?",
    "FAR": r"(?: \w+){0,9}?",
}
_NAMES = re.compile(r"\b(?:KIN|BOSS|DAY|LATER|WE)\b|GAP|FAR")


@dataclass(frozen=True, slots=True)
class ReplyCue:
    """One row of a cue table: `why` is how it is told; `reply` is what it speaks for."""

    name: str
    reply: Reply
    pattern: re.Pattern[str]
    why: str


def cues(reply: Reply, why: str, rows: Iterable[str]) -> list[ReplyCue]:
    """The cues of one label that share an explanation. KIN, BOSS, DAY, LATER, WE are word lists; GAP and FAR bounded gaps."""
    stem = f"{reply.value}.{why.split()[-1]}"
    return [ReplyCue(f"{stem}.{index}", reply, _compiled(row), why) for index, row in enumerate(rows)]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_NAMES.sub(lambda found: _MACROS[found.group()], pattern)})\b")
