"""Reads a rep's message: its moves with their cues, what it is about, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from roleplay.listener.at_the_gate import at_the_gate
from roleplay.listener.borrowed import oddities
from roleplay.listener.cue import Cue
from roleplay.listener.explain import TELLING, explain
from roleplay.listener.features import features_alone, features_before, features_beside, fired
from roleplay.listener.feelings import feelings
from roleplay.listener.linear import Linear
from roleplay.listener.modifiers import asked_for, introduces, modifiers_of
from roleplay.listener.names import day_of, naming
from roleplay.listener.nearest import nearest
from roleplay.listener.rules import forbidden, overruled
from roleplay.listener.scope import Scope
from roleplay.listener.steps import ask_family, proposes, tries
from roleplay.listener.text import Text, Words, overlap
from roleplay.listener.topics import covered, plainly, step_of, topics_of
from roleplay.listener.weigh import weighed
from roleplay.listener.words import CAP
from roleplay.model import Heard, Move, Reading

ASKING = frozenset({Move.NO_ORIENTED, Move.YES_SEEKING, Move.TIE_DOWN, Move.CALIBRATED, Move.WHY, Move.PERMISSION})
SURE = 0.6
"""How sure the model has to be of an earlier clause for it to count as a further move."""
PROPOSING = frozenset({Move.NEXT_STEP, Move.PRESSURE, Move.NO_ORIENTED, Move.YES_SEEKING})
"""Moves that may propose a step, whatever it is."""
NAMING = frozenset({Move.OTHER, Move.PITCH, Move.CALIBRATED})
"""Moves that may name one of the prospect's own steps in passing."""
CLAUSES = 6
AGAIN = 3
"""Words from which a message said before word for word is no chance."""
RULED = 0.93
"""The confidence of a rule: what its readings reached on the development part."""
FLAGGED = 0.85
"""How sure an attack or talk to the machine in an earlier sentence has to be to lead."""
THINKABLE = 0.1
"""And what the message as a whole has to give it: without that, where such a sentence led it was wrong in 54 of 54
development lines that it changed.
"""


class _Judged(NamedTuple):
    """What a message does, whatever it is about."""

    moves: tuple[Heard, ...]
    confidence: float
    questions: int
    modifiers: tuple[str, ...]
    ask: str


def read_rep(text: str, scope: Scope) -> Reading:
    """What a rep's message does, in the light of the call so far. Never raises."""
    taken = Text.of(text, scope.prev, scope.lines[:-1])
    if not taken.words:
        return Reading((Heard(Move.OTHER, "nothing was said"),), 0.95, 0, modifiers=("silence",))
    moves, confidence, questions, modifiers, ask = _judged(text, scope.prev, scope.turn <= 1, forbidden(taken))
    odd = (
        *oddities(taken, scope.lines, words := _count(text)),
        *naming(text[:CAP], scope.facts, scope.names, scope.turn),
        *(at_the_gate(taken.flat) if scope.gate else ()),
        *(("again",) if len(taken.words) >= AGAIN and _said_before(taken.words, scope.said) else ()),
    )
    step = step_of(taken.words, scope.accept, scope.refuse)
    if step and plainly(taken.words, scope.accept):
        odd = (*odd, "names_step")
    covers = covered(taken.words, scope.told)
    if "echo" in odd:
        said_back = Heard(Move.MIRROR, "their own lines given back word for word")
        moves, confidence, covers = (said_back, *moves[1:]), RULED, ()
    return Reading(
        moves, confidence, words, questions, (*modifiers, *odd),
        topics_of(taken.words, scope.topics, taken.last if taken.parts > 1 else ()), ask,
        covers, nearest(taken.words, scope.facts), _step(taken, step, moves[0].move),
        round(overlap(taken)[1], 3), feelings(taken.flat), day_of(text[:CAP]),
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _judged(text: str, prev: str | None, opening: bool, out: frozenset[str]) -> _Judged:
    """What a message does after that line, kept for when both come again; `out` are moves that cannot be meant."""
    taken = Text.of(text, prev)
    told = _weighed(taken)
    scores = _allowed(told, out)
    others = _others(taken, prev)
    anywhere = next((heard for heard, sure in others if _leads_anywhere(heard, sure, told)), None)
    ruled = overruled(taken, scores) or anywhere
    lead = ruled.move if ruled else Move(max(scores, key=lambda label: scores[label]))
    confidence = max(scores[lead.value], RULED) if ruled else scores[lead.value]
    intro = opening and introduces(taken.flat)
    if intro and lead in (Move.PITCH, Move.AUDIT) and len(taken.words) <= 30:
        lead = Move.OTHER
    questions = max(text.count("?"), int(lead in ASKING))
    first = ruled or Heard(lead, _told(lead, text))
    moves = [first, *(heard for heard, _ in others if heard.move is not lead)]
    if intro:
        moves = [moves[0], *(heard for heard in moves[1:] if heard.move is not Move.PITCH)]
    modifiers = [*modifiers_of(taken.flat, taken.tail, lead, questions), *(["intro"] if intro else [])]
    if any(heard.move is Move.PITCH for heard in moves) and asked_for(" ".join(taken.prev)):
        modifiers.append("asked")
    ask = ask_family(taken.flat) if lead is Move.NO_ORIENTED else ""
    return _Judged(tuple(moves), round(confidence, 3), questions, tuple(dict.fromkeys(modifiers)), ask)


class _Alone(NamedTuple):
    """What a message says by itself: the cues in it, as features too, and the sum of weights of all its features."""

    cues: Sequence[tuple[Cue, str, bool]]
    values: dict[str, float]
    sums: tuple[float, ...]


@lru_cache(maxsize=16384)
def _alone(words: Words, last: Words, parts: int) -> _Alone:
    """Kept for messages that come again, as those of bots do; what they answer is weighed anew each time."""
    text, model = Text(words, last, (), parts, "", " ".join(words), " ".join(last)), Linear.load("rep")
    cues = fired(text)
    values = features_alone(text, cues)
    telling = {name: value for name, value in values.items() if name[:2] in TELLING}
    return _Alone(cues, telling, tuple(model.raw(values)))


@lru_cache(maxsize=8192)
def _before(prev: Words) -> tuple[float, ...]:
    """The sum of weights of the line that is answered, without the bias."""
    model = Linear.load("rep")
    return tuple(model.raw(features_before(prev), (0.0,) * len(model.labels)))


def _weighed(text: Text) -> dict[str, float]:
    """The probability of each move."""
    alone = _alone(text.words, text.last, text.parts)
    both = [mine + theirs for mine, theirs in zip(alone.sums, _before(text.prev), strict=True)]
    sums = Linear.load("rep").raw(features_beside(text), both)
    return weighed("rep", sums, text.words, text.prev)


@lru_cache(maxsize=8192)
def _told(move: Move, text: str) -> str:
    """Why a message was read as this move, in words a rep understands."""
    taken = Text.of(text)
    alone = _alone(taken.words, taken.last, taken.parts)
    return explain(move, alone.cues, alone.values, Linear.load("rep"), taken)


def likely(text: str, move: Move) -> float:
    """The weight (0-1) of a move in a message by itself, rules aside: for a reader who knows what was asked for."""
    taken = Text.of(text)
    return _weighed(taken)[move.value] if taken.words else 0.0


def _said_before(words: Words, said: Sequence[str]) -> bool:
    return any(Text.of(line).words == words for line in said)


def _count(text: str) -> int:
    """Words as a reader counts them."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _allowed(scores: dict[str, float], out: frozenset[str]) -> dict[str, float]:
    """The scores without the moves that cannot be meant, adding up to 1 again."""
    whole = sum(score for label, score in scores.items() if label not in out)
    return {label: 0.0 if label in out else score / whole for label, score in scores.items()} if out else scores


def _leads_anywhere(heard: Heard, sure: float, whole: Mapping[str, float]) -> bool:
    """Attacks and talk to the machine lead wherever they stand, if the `whole` message may be read so at all."""
    flagged = heard.move in (Move.HOSTILE, Move.META) and sure >= FLAGGED
    return flagged and whole[heard.move.value] >= THINKABLE


def _others(taken: Text, prev: str | None) -> list[tuple[Heard, float]]:
    """The further moves: what each earlier sentence does by itself, and how sure that is."""
    heard: dict[Move, tuple[Heard, float]] = {}
    for words in taken.clauses[:CLAUSES]:
        clause = Text.of(" ".join(words), prev)
        if len(clause.words) < 3:
            continue
        scores = _weighed(clause)
        move = Move(max(scores, key=lambda label: scores[label]))
        if scores[move.value] >= SURE and move is not Move.OTHER:
            heard.setdefault(move, (Heard(move, _told(move, " ".join(words))), scores[move.value]))
    return list(heard.values())


def _step(taken: Text, named: str, lead: Move) -> str:
    """Which step a message proposes, where `named` is the one of theirs its words name."""
    if lead in NAMING:
        suggests = taken.tail.startswith(("what about", "how about", "and what about", "so how about"))
        return named if lead is not Move.CALIBRATED or suggests else ""
    if lead not in PROPOSING:
        return ""
    asking = lead in (Move.NO_ORIENTED, Move.YES_SEEKING)
    if asking and not proposes(taken.tail) and not (named and tries(taken.flat)):
        return ""
    return named or "other"
