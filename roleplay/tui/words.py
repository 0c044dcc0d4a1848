"""What happens in a call in plain words, as the screens show it."""

from __future__ import annotations

from roleplay.model import Act, Move, Outcome

OUTCOMES: dict[Outcome, str] = {
    Outcome.COMMITMENT: "a commitment",
    Outcome.SMALL_STEP: "a small dated step",
    Outcome.EXIT_KNOWN: "left well, reason known",
    Outcome.INFORMATION: "a yes on a condition",
    Outcome.EXIT_UNKNOWN: "left, reason unknown",
    Outcome.VAGUE: "a vague maybe",
    Outcome.UNVERIFIED: "an empty yes",
    Outcome.HUNG_UP: "hung up",
    Outcome.HONOURED: "do-not-call honoured",
    Outcome.IGNORED: "do-not-call ignored",
    Outcome.NOTHING: "nothing said",
}


def outcome(value: Outcome | None) -> str:
    """How a call ended."""
    return "still open" if value is None else OUTCOMES[value]


def move(value: Move) -> str:
    """What a rep's message did; the coach's own words for it."""
    from roleplay.coach.wording import MOVES

    return MOVES[value]


def act(value: Act) -> str:
    """What the prospect did; the coach's own words for it."""
    from roleplay.coach.wording import HAPPENED

    return HAPPENED.get(value, value.replace("_", " "))
