"""Why words do not test a yes, said of the kind of yes it was."""

from __future__ import annotations

from roleplay.model import Move, YesKind

INSTEAD: dict[Move, str] = {
    Move.YES_SEEKING: "this asks for the yes again; the same question gets the same yes",
    Move.TIE_DOWN: "this asks them to agree again, after {yes}",
    Move.PRESSURE: "this presses on {yes}",
    Move.NEXT_STEP: "this takes the yes and moves on without testing it",
    Move.EXIT: "this takes the yes and leaves without testing it",
    Move.EMPATHY: "this takes the yes as it is",
    Move.PITCH: "this tells more, and finds out nothing",
    Move.REBUTTAL: "this argues with a yes",
    Move.WHY: "this asks them to defend a yes; ask how or what instead",
    Move.NO_ORIENTED: "no is easy to say here, but the yes itself stays untested: ask how or what",
    Move.PERMISSION: "this asks for leave, and finds out nothing about the yes",
    Move.HOSTILE: "this hurts, and a yes may become a goodbye",
}
"""Why a message led by each move does not test a yes."""
A_YES: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: "a yes that may be empty",
    YesKind.CONFIRMATION: "a yes that only confirmed something",
    YesKind.COMMITMENT: "a yes they meant",
}
_SAYS_NOTHING = "nothing in it says who, when or what, so it needs a test"
UNTESTED: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: _SAYS_NOTHING,
    YesKind.CONFIRMATION: "it confirms something and decides nothing, so ask on from there",
    YesKind.COMMITMENT: _SAYS_NOTHING,
}
"""Why "it needs no test" is wrong."""
ASKS_ON = "it asks for what an empty yes cannot give: who, when, what or how"
"""Said of a good question that has no name in the technique."""
HARMLESS = "it needed no test, and this one does no harm"
"""Said of a good question after a commitment."""


CALLED: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: "a counterfeit yes",
    YesKind.CONFIRMATION: "a confirmation yes",
    YesKind.COMMITMENT: "a commitment",
}
"""Each kind as one says it."""


def misnamed(kind: YesKind, fault: str) -> str:
    """What to say where the name was wrong; `fault` is what was wrong with the words, "" where they would do.

    Why it is of that kind was said when it was named.
    """
    if fault:
        return f"neither the name nor the words: it was {CALLED[kind]}, and {fault}"
    if kind is YesKind.COMMITMENT:
        return "the words are fine, the name was not: it was a commitment"
    return f"your test would have found out, but the name was not right: it was {CALLED[kind]}"


def instead(lead: Move, kind: YesKind) -> str:
    """What a message led by a move did instead of testing a yes of a kind."""
    return INSTEAD.get(lead, "this does not read as a question that tests the yes").format(yes=A_YES[kind])
