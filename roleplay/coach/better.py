"""A better line for a moment: read as the move it teaches, and answered better by the engine from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from roleplay.coach.lines import Candidate, candidates
from roleplay.coach.material import lines_before, material, state_before
from roleplay.coach.talk import carrying, pushes
from roleplay.coach.values import ENDINGS
from roleplay.listener.scope import Scope
from roleplay.model import Act, Call, Heard, Mood, Move, Reading, State, Turn
from roleplay.persona import Persona
from roleplay.prospect import engine, gate, hearing
from roleplay.prospect.reveal import FITS

READS, TRIED = 3, 12
"""Lines that are put before the listener for one moment, and before the engine: reading is the slow part."""
MARGIN = 1.0
"""Points of trust or pressure (0-100) by which an answer has to be better."""
SLACK = 3.0
"""Points of pressure that a more open answer may cost: even a welcome proposal weighs a little."""
OPENNESS: dict[Act, int] = {
    Act.HANG_UP: 0,
    **dict.fromkeys((Act.BOUNDARY, Act.DISENGAGE), 1),
    **dict.fromkeys((Act.BARE_NO, Act.COUNTERFEIT_YES, Act.YOURE_RIGHT, Act.PUZZLED), 2),
    **dict.fromkeys((Act.SOFT_NO, Act.HOLD, Act.STALL), 3),
    **dict.fromkeys((Act.DEFLECT, Act.DOUBT, Act.BRIEF, Act.ASK_BACK, Act.DONT_KNOW, Act.FAREWELL), 4),
    **dict.fromkeys((Act.PERMISSION_NO, Act.CONFIRM), 5),
    **dict.fromkeys((Act.OBJECT, Act.GENUINE_NO, Act.CORRECT, Act.REFER), 6),
    **dict.fromkeys((Act.DISCLOSE, Act.DETAIL), 7),
    **dict.fromkeys((Act.THATS_RIGHT, Act.CONDITIONAL_YES, Act.COUNTER_PLAN), 8),
    Act.COMMITMENT_YES: 9,
}
"""How open a reply is; a better line is never answered by a more closed one."""
GUESSES = frozenset({Move.LABEL, Move.NO_ORIENTED})
"""Moves that say something about the prospect, which is said once."""
DRAWN = OPENNESS[Act.CONFIRM]
"""How open a no is at most that a push drew: leave to go on, freely given, is better than it."""


def openness(turn: Turn, before: Turn | None) -> int:
    """How open the reply to a turn was."""
    found = OPENNESS.get(turn.cue.act, 0)
    return min(found, DRAWN) if turn.no and pushes(turn, before) else found


@dataclass(frozen=True, slots=True)
class Bar:
    """What a line has to beat: the mood after what was said, and how open the reply was.

    With `ending`, what the call's ending was worth (0-1), it has to bring about a better ending instead.
    """

    mood: Mood
    openness: int
    ending: float | None = None


@dataclass(slots=True)
class Shown:
    """Lines said in the call or shown on its card, and what they were built on, so that no two are alike."""

    lines: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    @classmethod
    def during(cls, call: Call) -> Shown:
        """With what the rep said already."""
        return cls({turn.said for turn in call.turns})


@dataclass(frozen=True, slots=True)
class Replay:
    """A moment to play again: the call up to a turn, with the engine as it stood and the same luck."""

    call: Call
    persona: Persona
    number: int
    state: State

    @classmethod
    def at(cls, call: Call, persona: Persona, number: int) -> Replay:
        """The moment before turn `number`, which may be the one about to be taken."""
        return cls(call, persona, number, state_before(call, persona, number))

    @property
    def luck(self) -> int:
        """A number that is this moment's own: what may vary from call to call goes by it."""
        return self.number + self.call.setup.seed

    def read(self, line: str) -> Reading:
        """What the prospect hears in a line here."""
        lines = lines_before(self.call, self.number)
        said = [turn.said for turn in self.call.turns[: self.number - 1]]
        scope = Scope.of(self.persona, self.state.told, lines, self.persona.offer.words, self.number, said)
        return hearing.heard(line, scope, self.persona)

    def beats(self, reading: Reading, bar: Bar) -> bool:
        """Whether the engine answers a reading better than the bar."""
        setup = self.call.setup
        answer = engine.respond(self.persona, setup.level, setup.seed, self.state, reading)
        openness, mood = OPENNESS.get(answer.cue.act, 4), answer.state.mood
        warmer, calmer = mood.trust - bar.mood.trust, bar.mood.pressure - mood.pressure
        if bar.ending is not None:
            return ENDINGS.get(engine.close(self.persona, answer.state), 1.0) > bar.ending
        if openness > bar.openness:
            return warmer >= 0 and calmer >= -SLACK
        return openness == bar.openness and warmer >= 0 and calmer >= 0 and max(warmer, calmer) >= MARGIN


def better(replay: Replay, teach: Sequence[Move], bar: Bar, shown: Shown, *, testing: bool = False) -> Candidate | None:
    """The first candidate that passes, or None where none does: before a gatekeeper nothing is said to the prospect."""
    if gate.stands(replay.state):
        return None
    for option in islice(_likely_first(islice(_options(replay, teach, shown, testing), TRIED), replay, bar), READS):
        reading = replay.read(option.line)
        if reading.lead is option.move and replay.beats(reading, bar):
            shown.lines.add(option.line)
            shown.keys.add(option.key)
            return option
    return None


def better_line(replay: Replay, teach: Sequence[Move], bar: Bar, shown: Shown, *, testing: bool = False) -> str:
    """The words of the first candidate that passes, or "" where none does."""
    found = better(replay, teach, bar, shown, testing=testing)
    return found.line if found else ""


def _likely_first(options: Iterator[Candidate], replay: Replay, bar: Bar) -> Iterator[Candidate]:
    """The candidates that should pass, by the engine alone, and then the others."""
    others = []
    for option in options:
        if replay.beats(_expected(option), bar):
            yield option
        else:
            others.append(option)
    yield from others


def _expected(option: Candidate) -> Reading:
    """What the listener should make of a candidate: enough to ask the engine first, which is quick."""
    heard = (Heard(option.move, ""),)
    words, questions = len(option.line.split()), option.line.count("?")
    return Reading(heard, 1.0, words, questions, (), option.topics, "", option.covers, overlap=option.overlap)


def _options(replay: Replay, teach: Sequence[Move], shown: Shown, testing: bool) -> Iterator[Candidate]:
    words = material(replay.call, replay.persona, replay.number)
    named = [set(carrying(turn.said)) for turn in replay.call.turns[: replay.number - 1]]
    for move in _fitting_first(replay, teach):
        for option in candidates(move, words, replay.luck, testing=testing):
            fresh = option.key not in shown.keys or move is Move.MIRROR
            own = set(carrying(option.line)) - set(carrying(option.frame))
            again = move in GUESSES and any(own <= before for before in named)  # what they were told already
            if fresh and not again and option.line not in shown.lines:
                yield option


def _fitting_first(replay: Replay, teach: Sequence[Move]) -> list[Move]:
    """The moves in their order; where a no is on the table those that suit what it means first, each turn another.

    What was told just now is taken up before anything else is asked.
    """
    live = next((item for item in replay.persona.objections if item.id == replay.state.live), None)
    if not live:
        return list(teach)
    ordered = sorted(teach, key=lambda move: move not in FITS[live.meaning])
    suited = sum(move in FITS[live.meaning] for move in teach) or 1
    shift = replay.number % suited
    found = [*ordered[shift:suited], *ordered[:shift], *ordered[suited:]]
    told = bool(replay.state.acts) and replay.state.acts[-1] is Act.DISCLOSE
    return sorted(found, key=lambda move: move is not Move.MIRROR) if told else found
