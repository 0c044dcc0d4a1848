"""A finished call as progress counts it."""

from __future__ import annotations

from datetime import tzinfo

from roleplay.coach import rubric
from roleplay.coach.evidence import as_taken, gather
from roleplay.coach.guessed import right
from roleplay.model import Call, Digest, Outcome, Scorecard
from roleplay.persona import Persona
from roleplay.practice.journal import local

UNJUDGED = frozenset({Outcome.HONOURED, Outcome.NOTHING})
WON = frozenset({Outcome.COMMITMENT, Outcome.SMALL_STEP})


def succeeded(outcome: Outcome, *, winnable: bool) -> bool:
    """Whether an ending counts: a step with a day in it; with somebody who cannot be won, a goodbye that knows why."""
    return outcome in WON if winnable else outcome is Outcome.EXIT_KNOWN


def digest(call: Call, persona: Persona, card: Scorecard | None, zone: tzinfo | None = None) -> Digest:
    """What a finished call amounted to, by its newest card, or by today's rubric where it has none."""
    outcome, setup = call.outcome or Outcome.NOTHING, call.setup
    total, scores = (card.total, _by_name(card)) if card else _scored(call, persona)
    judged = total is not None and outcome not in UNJUDGED
    return Digest(
        call.id, call.started, local(call.started, zone)[:10], persona.id, persona.name, setup.level, setup.mode,
        succeeded(outcome, winnable=persona.winnable) if judged else None, total, scores,
        right(call, persona) if call.guess else (),
    )  # fmt: skip


def _by_name(card: Scorecard) -> tuple[float | None, ...]:
    """The scores of the dimensions we know, in our order: another rubric may have others."""
    scores = {item.name: item.score for item in card.dimensions}
    return tuple([scores.get(name) for name in rubric.WEIGHTS])


def _scored(call: Call, persona: Persona) -> tuple[float | None, tuple[float | None, ...]]:
    if call.outcome in UNJUDGED:
        return None, (None,) * len(rubric.WEIGHTS)
    evidence = gather(as_taken(call), persona)
    scores = rubric.scores(evidence)
    return rubric.total(evidence), tuple(scores[name] for name in rubric.WEIGHTS)
