"""The scorecard of a call: six dimensions, a total, a few findings, one thing for next time."""

from __future__ import annotations

from roleplay.coach import rubric
from roleplay.coach.claims import Case
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.findings import findings
from roleplay.coach.quotes import excerpt, quoted
from roleplay.coach.reasons import reasons
from roleplay.coach.rules import Rule
from roleplay.coach.talk import at_the_gate
from roleplay.model import Call, Dimension, Finding, Outcome, Scorecard
from roleplay.persona import Persona

UNGRADED = "They asked not to be called again, and you let it be. That is never marked down: this call has no score."
NOTHING = "Nothing was said, so there is nothing to judge."
GATE = (
    "The call got no further than {front}, so there is nothing to judge. Say plainly who you are and what it is about, "
    "ask for help, and leave the deciding to {front}: that is the way to {who}."
)
SHORT = "Too short to judge: no no came, and there was hardly time for one."


def review(call: Call, persona: Persona, *, contested: bool = False) -> Scorecard:
    """Judge a call. The same call always gives the identical card.

    With `contested`, messages are taken as the rep says they meant them; what the prospect did stands.
    """
    call = as_taken(call, contested=contested)
    if call.outcome is Outcome.HONOURED:
        return _ungraded(call)
    evidence = gather(call, persona)
    total, scores, why = rubric.total(evidence), rubric.scores(evidence), reasons(evidence)
    dimensions = tuple(
        Dimension(name, weight, None if scores[name] is None else round(scores[name] or 0.0, 3), why[name])
        for name, weight in rubric.WEIGHTS.items()
    )
    found, focus = findings(Case(call, persona, evidence))
    note = "" if total is not None else _why_not(call, persona, evidence.turns)
    shown = None if total is None else round(total, 1)
    return Scorecard(shown, dimensions, tuple(found), focus, rubric.RUBRIC, call.setup.persona_hash, note)


def _why_not(call: Call, persona: Persona, turns: int) -> str:
    """Why there is no total."""
    if persona.gatekeeper and call.turns and all(map(at_the_gate, call.turns)):
        return GATE.format(front=persona.gatekeeper.first_name, who=persona.first_name)
    return SHORT if turns else NOTHING


def mark(call: Call, persona: Persona) -> float | None:
    """The total of `review` alone, for many calls that nobody reads: a tenth of the work."""
    call = as_taken(call)
    total = None if call.outcome is Outcome.HONOURED else rubric.total(gather(call, persona))
    return None if total is None else round(total, 1)


def _ungraded(call: Call) -> Scorecard:
    """A do-not-call that was honoured: praise and no score."""
    dimensions = tuple(Dimension(name, weight, None, "not judged") for name, weight in rubric.WEIGHTS.items())
    last = call.turns[-1]
    quote = excerpt(last.said)
    why = "they asked not to be called again, and you took them at their word"
    found = (Finding(Rule.HONOURED, last.number, quote, why),) if quoted(quote, last.said) else ()
    return Scorecard(None, dimensions, found, "", rubric.RUBRIC, call.setup.persona_hash, UNGRADED)
