"""Next steps proposed, and the families of no-oriented questions."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from functools import lru_cache

from roleplay.listener.cue import compiled

_PROPOSAL = compiled(
    r"(?:put|set up|book|arrange|schedule|have|grab|get|spend|do|take|give|meet|sit down|meeting|call|visit|come|swing|drop|pop|walk|show|look at|go over|go through|go through|try|pilot|run)FAR"
    r" (?:minutes?|hour|half hour|call|meeting|demo|demonstration|diary|calendar|visit|coffee|trial|pilot|walk|look|DAY|with (?:you|your|the|whoever)|site|sample|samples|presentation|contract|agreement)"
    r"|(?:send|email|ring|call|visit|meet|come|drop|leave|show)FAR (?:DAY|you|over|by|with|round|along)"
)
_DOING = compiled(
    r"(?:try|trying|tried|having|have|taking|take|putting|put|sending|send|leaving|leave|doing|do|seeing|see|looking|look|going|go|bringing|bring|spending|spend|running|run|sitting|sit|(?:five|ten|fifteen|twenty|thirty) minutes|half an? hour|half hour|hours?|weeks?|fortnight|afternoon|morning|call|visit)"
)
_FAMILIES = {
    name: compiled(pattern)
    for name, pattern in {
        "exit": r"(?:should|shall|will|do you want me to|would you rather i|want me to|would you prefer (?:me to|if i|i))GAP (?:leave|stop|drop|close|go away|back off|hang up|let you go|shut up|bow out|forget|clear off|pack it in)",
        "given_up": r"given up|give up|giving up|gave up|shelved?|binned|abandon\w*|dropped|scrapped|ditched|parked|walked away|off the table|lost cause|written off|called off|gone cold|on ice|dead",
        "time": r"(?:bad|wrong|awkward|terrible|awful|crazy|poor|rotten|inconvenient|worst)(?: possible)? (?:time|moment|day|hour)|middle of|caught? you|catch you|catching you|interrupting|disturbing|too (?:early|late)",
        "against": r"against|opposed|averse|allergic|object|objections?|dead set|reluctant|resist",
        "bother": r"mind|bother|hurt|problem|nuisance|harm|upset|offend\w*|annoy\w*|put out|hassle|headache|toes|trouble",
        "lost": r"lost you|confused|missed|misread|misunderst\w+|wrong end|lose you|made a|losing you",
        "off": r"off base|far off|off the mark|off the wall|wide of|way off|wrong|mistaken|out of line|out of order|cheeky|presumptuous|rude|inappropriate|overstepping|barking",
        "extreme": r"ridiculous|crazy|mad|absurd|daft|insane|silly|nuts|unreasonable|unfair|out of the question|terrible idea|bad idea|stretch|bonkers|idea|premature|stupid|foolish",
    }.items()
}  # fmt: skip


@lru_cache(maxsize=8192)
def proposes(tail: str) -> bool:
    """Whether the words propose something to do together next."""
    return bool(_PROPOSAL.search(tail))


@lru_cache(maxsize=8192)
def tries(flat: str) -> bool:
    """Whether the words would do one of the prospect's steps: "trying it on one van"."""
    return bool(_DOING.search(flat))


@lru_cache(maxsize=8192)
def ask_family(flat: str) -> str:
    """The family of a no-oriented question: what its no would deny; "" where none is known."""
    return next((name for name, pattern in _FAMILIES.items() if pattern.search(flat)), "")
