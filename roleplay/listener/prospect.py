"""What a prospect's line does: which no, which objection, which yes, or none of these.

For recorded calls, for `roleplay label`, and for the guard over a model's voice. A classifier over cues and words
decides; the few rules here hold where the words alone settle it.
"""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from roleplay.listener.linear import Linear
from roleplay.listener.prospect_features import BY_NAME, Seen, look
from roleplay.listener.prospect_modifiers import modifiers_of
from roleplay.listener.weigh import weighed
from roleplay.model import Line, Reply

_YES = frozenset(["yes", "okay", "sure", "correct", "right", "indeed"])
_NO = frozenset(["no", "not", "never"])
_AGREES = re.compile(
    r"\b(?:(?:willing|happy|glad|honou?red|delighted|pleased) to|(?:works|fine) (?:for|with|by) (?:me|us)|yes please|"
    r"yes (?:i|we) (?:would|will)(?! be against)|lets do (?:it|that)|count (?:me|us) in|the answer is yes|(?:id|wed) (?:like|love) that)\b"
)
_REFUSES = re.compile(
    r"\b(?:not interested|no interest|(?:i|we) dont think so|no thanks?(?: you)?|said no|no means no|the answer is no|its a no|dont want (?:it|this|that|one|any)|"
    r"(?:i|we) (?:wont|will not) be (?:going|buying|doing|taking|signing|joining|using))\b"
)
_CLOSES = re.compile(
    r"\b(?:not interested|no interest|no thanks?(?: you)?$|dont (?:call|ring|phone|contact|bother)|take (?:me|us) off|leave (?:me|us) alone|go away)\b"
)
_TURNED = re.compile(
    r"\b(?:but|if|unless|until|till|once|when|only|though|not|no|never|nobody|nothing|hardly|rather|\w+nt|cannot|as we|with what)\b"
)
_TAKES = frozenset({Reply.COUNTERFEIT, Reply.COMMITMENT, Reply.CONFIRMATION})
_REFUSALS = frozenset(
    {
        Reply.HARD_NO,
        Reply.SOFT_NO,
        Reply.BOUNDARY,
        Reply.PERMISSION_NO,
        *(r for r in Reply if r.startswith("objection:")),
    }
)
ALSO = 0.3
"""A second label is told as a modifier from this probability on."""
WHY: Mapping[Reply, str] = {
    Reply.HARD_NO: "refuses outright",
    Reply.SOFT_NO: "puts it off without a reason",
    Reply.BOUNDARY: "forbids further contact",
    Reply.PERMISSION_NO: "says no, and lets you go on",
    Reply.PRICE: "is about money",
    Reply.TIMING: "is about timing",
    Reply.AUTHORITY: "needs somebody else",
    Reply.NEED: "sees no need",
    Reply.TRUST: "doubts you or the claim",
    Reply.COMPETITOR: "has somebody else for it",
    Reply.STATUS_QUO: "is content as things are",
    Reply.INFO: "wants material or does not follow",
    Reply.COUNTERFEIT: "agrees without who, when or how",
    Reply.CONFIRMATION: "confirms, and promises nothing",
    Reply.COMMITMENT: "names an act of their own, a day, a person or an amount",
    Reply.THATS_RIGHT: "owns what you said of them",
    Reply.YOURE_RIGHT: "agrees with you and adds nothing of their own",
    Reply.QUESTION: "asks something back",
    Reply.OTHER: "tells or handles something",
}
"""What each reply does, said after the quoted words."""


def read_prospect(text: str, prev: str | None = None) -> Line:
    """What the line does; `prev` is the line of the rep it answers. Never raises."""
    seen = look(text, prev)
    if not seen.words:
        return Line(Reply.OTHER, "says nothing", 0.9)
    if (reply := bare(seen)) is not None:
        return Line(reply, f"{_quoted(seen.words)}: {_bare_why(reply, seen)}", 0.9, modifiers_of(text, seen.words, ()))
    sums = Linear.load("prospect").raw(seen.features)
    scores = _in_sense(weighed("prospect", sums, seen.line, seen.before), " ".join(seen.words))
    side = _side(scores)
    reply = Reply(max((label for label in scores if Reply(label).side == side), key=lambda label: scores[label]))
    others = [Reply(label) for label, score in scores.items() if score >= ALSO and label != reply]
    return Line(reply, explain(reply, seen), scores[reply], modifiers_of(text, seen.words, others))


def _side(scores: Mapping[str, float]) -> str:
    """Whether it is a no, a yes or neither: several likely kinds of no together outweigh one likelier kind of yes."""
    sides: dict[str, float] = defaultdict(float)
    for label, score in scores.items():
        sides[Reply(label).side] += score
    return max(sides, key=lambda side: sides[side])


def _in_sense(scores: Mapping[str, float], folded: str) -> dict[str, float]:
    """The scores without the readings that plain words rule out: willingness is no refusal, a refusal no agreement."""
    barred: frozenset[Reply] = frozenset()
    if (found := _AGREES.search(folded)) and not _TURNED.search(folded.replace(found.group(), " ").replace("yes", " ")):
        barred = _REFUSALS
    elif _REFUSES.search(folded):
        barred = _TAKES
    if _CLOSES.search(folded):
        barred |= {Reply.PERMISSION_NO}
    kept = {label: score for label, score in scores.items() if label not in barred}
    whole = sum(kept.values())
    return {label: score / whole for label, score in kept.items()}


def bare(seen: Seen) -> Reply | None:
    """The reading of a lone yes or no, which is all in the question; None for anything longer."""
    said = set(seen.words)
    if said <= _NO:
        return Reply.PERMISSION_NO if "fine" in seen.kinds and "question" in seen.kinds else Reply.HARD_NO
    if said <= _YES:
        return None if seen.kinds & {"fine", "close", "next", "read", "statement"} else Reply.CONFIRMATION
    return None


def _bare_why(reply: Reply, seen: Seen) -> str:
    return "a no to that question is consent" if reply is Reply.PERMISSION_NO else WHY[reply]


def explain(reply: Reply, seen: Seen) -> str:
    """The words the reading was made from and what they do."""
    mine = {name: said for name, said in seen.cues.items() if BY_NAME[name].reply is reply}
    if mine:
        pulls = Linear.load("prospect").pull({f"c:{name}": 1.0 for name in mine}, reply.value)
        name = max(mine, key=lambda name: (pulls.get(f"c:{name}", 0.0), len(mine[name])))
        return f"{_quoted(mine[name].split())}: {BY_NAME[name].why}"
    pulls = Linear.load("prospect").pull(
        {name: value for name, value in seen.features.items() if name.startswith("w:")}, reply.value
    )
    best = max(pulls, key=lambda name: pulls[name], default="")
    words = best[2:].strip("^$ ").split() or list(seen.words[:6])
    return f"{_quoted(words)}: {WHY[reply]}"


def _quoted(words: Sequence[str]) -> str:
    """Words in single quotes, at most nine of them."""
    return "'" + " ".join(words[:9]) + ("..." if len(words) > 9 else "") + "'"
