"""What happens in a call in plain words, as the screens show it."""

from __future__ import annotations

from roleplay.model import Act, Move, Outcome

# Short enough for a column; the coach's ENDINGS say the same in a sentence, and each pair shares its words.
OUTCOMES: dict[Outcome, str] = {
    Outcome.COMMITMENT: "a firm next step",
    Outcome.SMALL_STEP: "a small step with a day",
    Outcome.EXIT_KNOWN: "goodbye, reason known",
    Outcome.INFORMATION: "a yes on a condition",
    Outcome.EXIT_UNKNOWN: "goodbye, reason unknown",
    Outcome.VAGUE: "left in the air",
    Outcome.UNVERIFIED: "a yes with no day",
    Outcome.HUNG_UP: "hung up",
    Outcome.HONOURED: "do-not-call honoured",
    Outcome.IGNORED: "asked on after do-not-call",
    Outcome.NOTHING: "nothing was said",
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
