"""The no journal: the genuine nos of a finished call, and those a rep writes down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from roleplay import listener
from roleplay.coach import worth
from roleplay.coach.evidence import as_taken
from roleplay.coach.followup import follow_ups
from roleplay.coach.record import First, FollowUp
from roleplay.coach.response import KNOWN, alone
from roleplay.coach.talk import UNSURE
from roleplay.coach.truth import real_nos
from roleplay.coach.wording import ENDINGS
from roleplay.listener.scope import Scope
from roleplay.model import Call, Came, Category, Entry, NoItem, Reply, Source, Turn
from roleplay.persona import Objection, Persona

DEEPER = frozenset(
    {First.LABEL, First.ACKNOWLEDGED, First.SUMMARY, First.MIRROR, First.CALIBRATED, First.EITHER_OR, First.SOFT_WHY}
)
"""Follow-ups that ask further about a no: what the weekly goal counts."""
MEANT = 0.1
"""Worth (-1 to 1) a follow-up must exceed to count: a question with a "but" after it, or said before, asks nothing."""
CATEGORIES = {reply: Category(reply.removeprefix("objection:")) for reply in Reply if reply.startswith("objection:")}
UNCLEAR = "unclear"
SOURCES = {
    Source.REAL: "your journal",
    Source.RECORDING: "a recorded call",
    Source.CALL: "a call here",
    Source.DRILL: "a drill",
}
"""Where a no was heard, as a rep reads it."""


def local(stored: str, zone: tzinfo | None = None) -> str:
    """A stored time as the rep's own, with its offset; `zone` None is the machine's."""
    return datetime.fromisoformat(stored).astimezone(zone).isoformat(timespec="seconds")


def heard(call: Call, persona: Persona, zone: tzinfo | None = None) -> list[Entry]:
    """Every genuine no of a finished call, with what stood behind it and what was made of it."""
    call = as_taken(call)
    followed = {item.no: item for item in follow_ups(call)}
    at = local(call.started, zone)
    return [
        _entry(call.turns[no.number - 1], followed.get(no.number), call, persona, at) for no in real_nos(call, persona)
    ]


def _entry(turn: Turn, item: FollowUp | None, call: Call, persona: Persona, at: str) -> Entry:
    named = _objection(turn, persona)
    objection = named or persona.objections[0]  # as the card has it: a no that names none is about the main one
    category = turn.no.category if turn.no and turn.no.category else named.category if named else None
    answered = item if item and item.turn else None
    first = worth.first_value(answered.response) if answered else 0.0
    return Entry(
        text=turn.reply, at=at, category=category, who=persona.name, source=Source.CALL,
        reply=call.turns[answered.turn - 1].said if answered else "",
        move=answered.response.kind.value if answered else "",
        deeper=bool(answered and _asks(answered.response.kind, first)), came=_came(item, first),
        outcome=_came_of(item, call), worth=round(worth.follow_up_value(item), 3) if item else None,
        meaning=objection.meaning, behind=_behind(objection, call), call=call.id,
        turn=turn.number,
    )  # fmt: skip


def _came(item: FollowUp | None, first: float) -> Came:
    """Whether the first words after a no opened it; what came out later, in spite of them, is not to their credit."""
    if item is None:
        return Came.UNKNOWN
    return Came.OPENED if first > MEANT and (item.info or item.resolved == 1) else Came.CLOSED


def _asks(kind: First, value: float) -> bool:
    return kind in DEEPER and value > MEANT


def _objection(turn: Turn, persona: Persona) -> Objection | None:
    id = turn.no.objection if turn.no else ""
    return next((item for item in persona.objections if item.id == id), None)


def _behind(objection: Objection, call: Call) -> str:
    """The reply that gave the true reason, or "": a secret that was not won stays one for the next call."""
    return next((turn.reply for turn in call.turns if _known(turn, objection)), "")


def _known(turn: Turn, objection: Objection) -> bool:
    return any(item.id == objection.id and item.status in KNOWN for item in turn.state.objections)


def _came_of(item: FollowUp | None, call: Call) -> str:
    ending = ENDINGS[call.outcome] if call.outcome else ""
    if item is None:
        return ending
    came = (
        f"the reason came out at turn {item.opened}" if item.reason
        else f"they told you more at turn {item.opened}" if item.opened
        else "nothing more came out"
    )  # fmt: skip
    return f"{came}; {ending}"


def guess(text: str, before: str | None = None) -> Category | None:
    """What a no seems to be about, by its words; None where they do not say."""
    line = listener.read_prospect(text, before)
    return next(_categories((line.reply.value, *line.modifiers)), None)


def _categories(labels: tuple[str, ...]) -> Iterator[Category]:
    return (CATEGORIES[Reply(label)] for label in labels if label in {reply.value for reply in CATEGORIES})


def noted(
    text: str, at: str, *, category: Category | None = None, who: str = "", reply: str = "", outcome: str = "",
    came: Came = Came.UNKNOWN,
) -> Entry:  # fmt: skip
    """A no the rep heard from a customer; a category not given is guessed, the reply is read as the coach reads it."""
    move, deeper, value = read_reply(reply, text, came)
    return Entry(
        text, at, category or guess(text), who, Source.REAL, reply, move, deeper, came, outcome, value
    )  # fmt: skip


def read_reply(reply: str, text: str, came: Came) -> tuple[str, bool, float | None]:
    """What the rep's answer to a no did, whether it asked further, and what was made of the no (0-1, None: unknown).

    An answer the listener is not sure of is called unclear and judged by what came alone.
    """
    result = {Came.OPENED: 1.0, Came.CLOSED: 0.0}.get(came)
    if not reply:
        return "", False, result
    reading = listener.read_rep(reply, Scope(lines=(text,)))
    if reading.confidence < UNSURE:
        return UNCLEAR, False, result
    response = alone(reading)
    first = worth.first_value(response)
    result = worth.unit(first) if result is None else result
    return response.kind.value, _asks(response.kind, first), round((worth.unit(first) + result) / 2, 3)


def as_item(entry: Entry) -> NoItem:
    """An entry as something to drill; where nothing says what it is about, it is taken as "no need"."""
    return NoItem(entry.text, entry.category or Category.NEED, entry.who, SOURCES[entry.source])
