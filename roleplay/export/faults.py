"""What is wrong with a call that came from outside, in a line; every rule here is one the app itself always keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from roleplay.inert import LONGEST
from roleplay.model import Bundle, Call, Scorecard, Take, Turn
from roleplay.persona import Persona
from roleplay.persona.load import LARGEST

ID = re.compile(r"[A-Za-z0-9_-]{1,32}")
PERSONA = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
TURNS = 500
"""Turns a call may have; the longest ones played have about 60."""
FINDINGS = 50
"""Findings a card may have."""
FIRST, LAST = 1990, 2200
"""Years a call may be from, the last not among them: near the ends of the calendar no zone can be told."""
SHORT = 400
"""Letters of a name or a version."""


def fault(bundle: Bundle, persona: Persona) -> str:
    """The first thing that is wrong, or ""."""
    return next(_faults(bundle, persona), "")


def _faults(bundle: Bundle, persona: Persona) -> Iterator[str]:
    call, file = bundle.call, bundle.persona
    if not ID.fullmatch(call.id):
        yield "its id may have letters, digits, - and _, up to 32."
    if not PERSONA.fullmatch(file.id) or len(file.text.encode()) > LARGEST:
        yield "its prospect's file has no proper name or is too large."
    if persona.hash != file.hash or call.setup.persona_hash != file.hash or call.setup.persona != file.id:
        yield "its prospect's file is not the one it was played with (the hash differs)."
    if not 1 <= call.setup.level <= 5 or max(len(call.setup.version), len(call.setup.model or "")) > SHORT:
        yield "its set-up is not one a call can have."
    yield from _times(bundle)
    if len(call.opening) > LONGEST or len(bundle.draft) > LONGEST:
        yield "its opening or draft is too long."
    if (call.outcome is None) is not (call.ended_by == "") or call.ended_by not in ("", "rep", "prospect"):
        yield "how it ended and who ended it do not go together."
    yield from _turns(call.turns, persona, 1)
    yield from _guess(call)
    cards = [bundle.scorecard] if bundle.scorecard else []
    for card in (*cards, *(item.card for item in bundle.older)):
        yield from _card(card, call)
    for take in bundle.takes:
        yield from _take(take, call, persona)


def _times(bundle: Bundle) -> Iterator[str]:
    times = [bundle.call.started, *(item.made for item in bundle.older), *(take.made for take in bundle.takes)]
    times += [bundle.call.ended] if bundle.call.outcome else []
    times += [bundle.scored] if bundle.scorecard else []
    if bad := next((time for time in times if not _is_time(time)), None):
        yield f"'{bad[:40]}' is no time from {FIRST} to {LAST} (2026-01-31T09:30:00+00:00 is one)."


def _is_time(text: str) -> bool:
    try:
        when = datetime.fromisoformat(text)
        return len(text) <= 40 and when.tzinfo is not None and FIRST <= when.astimezone(UTC).year < LAST
    except (ValueError, OverflowError):
        return False


def _turns(turns: Sequence[Turn], persona: Persona, first: int) -> Iterator[str]:
    if len(turns) > TURNS:
        yield f"it has more than {TURNS} turns."
    for number, turn in enumerate(turns, first):
        if turn.number != number:
            yield f"turn {number} is missing or out of place."
        if problem := next(_turn(turn, persona), ""):
            yield f"turn {number}: {problem}"


def _turn(turn: Turn, persona: Persona) -> Iterator[str]:
    mood, reading, state, cue = turn.state.mood, turn.reading, turn.state, turn.cue
    if max(len(turn.said), len(turn.reply)) > LONGEST:
        yield "its words are too long."
    if not turn.said.strip() or not turn.reply.strip():
        yield "somebody says nothing in it."
    pressure = turn.no.pressure if turn.no else 0.0
    if not all(0 <= value <= 100 for value in (mood.trust, mood.interest, mood.pressure, pressure)):
        yield "a mood is not between 0 and 100."
    if not reading.moves or not 0 <= reading.confidence <= 1 or min(reading.words, reading.questions) < 0:
        yield "what was read in it is not a reading."
    if turn.seconds < 0 or not 0 <= turn.hint <= 3:
        yield "its seconds or hints cannot be."
    facts, objections = {fact.id for fact in persona.facts}, {item.id for item in persona.objections}
    spoken = {item.id for item in state.objections} | {state.live, cue.objection, turn.no.objection if turn.no else ""}
    if not {*state.told, cue.fact} <= facts | {""} or len(set(state.told)) < len(state.told):
        yield "it tells of facts the prospect does not have."
    if not spoken <= objections | {""}:
        yield "it tells of an objection the prospect does not have."


def _guess(call: Call) -> Iterator[str]:
    guess = call.guess
    if guess and (call.outcome is None or (guess.meaning and not guess.genuine)):
        yield "what was guessed about it cannot have been."
    if guess and guess.yes and not any(turn.number == guess.yes and turn.yes for turn in call.turns):
        yield "the yes that was guessed to be real is not in it."


def _card(card: Scorecard, call: Call) -> Iterator[str]:
    scores = [item.score for item in card.dimensions if item.score is not None]
    totals = [] if card.total is None else [card.total]
    if not all(0 <= score <= 1 for score in scores) or not all(0 <= total <= 100 for total in totals):
        yield "a score on its card is out of range."
    if not all(0 <= item.weight <= 100 for item in card.dimensions) or len(card.dimensions) > FINDINGS:
        yield "a weight on its card is out of range."
    texts = [card.focus, card.note, card.rubric, card.persona_hash, *(item.name + item.why for item in card.dimensions)]
    texts += [item.quote + item.why + item.better + item.rule for item in card.findings]
    if len(card.findings) > FINDINGS or any(len(text) > LONGEST for text in texts):
        yield "its card is too long."
    if not all(1 <= item.turn <= len(call.turns) for item in card.findings):
        yield "its card speaks of turns that are not there."


def _take(take: Take, call: Call, persona: Persona) -> Iterator[str]:
    if not ID.fullmatch(take.id) or take.call != call.id or call.outcome is None:
        yield "a take in it is not one of this call."
    if not 1 <= take.turn <= len(call.turns) or not take.turns or len(take.different) > LONGEST:
        yield "a take in it begins or ends nowhere."
    if (take.outcome is None) is not (take.ended_by == "") or take.ended_by not in ("", "rep", "prospect"):
        yield "how a take ended and who ended it do not go together."
    yield from (f"a take: {problem}" for problem in _turns(take.turns, persona, take.turn))
