"""What happens in a call: readings, cues, states, turns."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.model.enums import Act, Category, Mode, Move, NoKind, Outcome, Reply, Stage, Status, YesKind
from roleplay.model.guess import Guess


@dataclass(frozen=True, slots=True)
class Mood:
    """Trust, interest and pressure, each 0-100."""

    trust: float
    interest: float
    pressure: float


@dataclass(frozen=True, slots=True)
class Heard:
    """One function found in a rep's message, with the cue it was read from, in words a rep understands."""

    move: Move
    cue: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the listener made of one rep message.

    `moves` holds the leading move first, then the others. `modifiers` holds finer kinds (either_or, discount, apology,
    insult, guilt, softened, stacked, but, stock, trap...). `topics` are ids of the persona's topics, best match first.
    `ask` is the family of a no-oriented question (time, given_up, extreme, against, off, bother, lost, exit) or "".
    `covers` are ids of told facts the message restates, `near` those of the facts it is nearest to, told or not.
    `step` says which of the persona's next steps is proposed:
    "accept", "refuse", "other", or "" when none is. `overlap` is the share (0-1) of the prospect's last content words
    that come back. `feelings` are the families of feeling the message names, `day` is the weekday it names or "".
    `confidence` is 0-1.
    """

    moves: tuple[Heard, ...]
    confidence: float
    words: int
    questions: int = 0
    modifiers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ask: str = ""
    covers: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    step: str = ""
    overlap: float = 0.0
    feelings: tuple[str, ...] = ()
    day: str = ""

    @property
    def lead(self) -> Move:
        """The move the message is taken for."""
        return self.moves[0].move

    @property
    def cue(self) -> str:
        """Why the leading move was read."""
        return self.moves[0].cue

    def has(self, *moves: Move) -> bool:
        """Whether any of these moves was heard, leading or not."""
        return any(heard.move in moves for heard in self.moves)


@dataclass(frozen=True, slots=True)
class Line:
    """What the listener made of one prospect line; `confidence` is 0-1."""

    reply: Reply
    cue: str
    confidence: float
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionState:
    """Where one of the persona's objections stands; `hardened` counts rebuttals it met, `turn` is when it came up."""

    id: str
    status: Status = Status.LATENT
    hardened: int = 0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """Everything the engine remembers between turns; a snapshot of it is stored with each turn.

    `patience` is a budget of about 8-13 that each turn uses up. `told` are fact ids in the order they came out.
    `moves` and `acts` are the leading moves and acts so far, oldest first. `live` is the objection now on the table.
    `last_no` is the turn of the latest no (0: none). `fake_yes` is that of a counterfeit yes not yet tested (0: none).
    `offered` is the next step on the table: "accept" (agreed), "counter" (the prospect's proposal), "condition" or "".
    `listened` counts messages that took up what the prospect said, `canned` those that could be said to anybody.
    `gate` is what a gatekeeper noted of each message so far, None once the prospect themselves is on the line.
    """

    mood: Mood
    patience: float
    stage: Stage = Stage.OPEN
    turn: int = 0
    told: tuple[str, ...] = ()
    objections: tuple[ObjectionState, ...] = ()
    live: str = ""
    moves: tuple[Move, ...] = ()
    acts: tuple[Act, ...] = ()
    last_no: int = 0
    fake_yes: int = 0
    offered: str = ""
    boundary: int = 0
    outcome: Outcome | None = None
    listened: int = 0
    canned: int = 0
    gate: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """What the prospect is to do this turn and what it may reveal: all an actor gets to know.

    `topic`, `fact` and `objection` are ids in the persona or "". `stance` is guarded, neutral or warm. `words` is the
    length band. `ask` is the family of the no-oriented question being answered. `shape` names a finer kind of the act
    (for example "again" when an objection is repeated shorter). `colour` is the level's habit heard this turn or "".
    """

    act: Act
    stance: str
    words: tuple[int, int]
    topic: str = ""
    fact: str = ""
    objection: str = ""
    ask: str = ""
    shape: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class No:
    """A no the prospect gave: its kind, the objection behind it ("" for none), and the pressure (0-100) it came at."""

    kind: NoKind
    pressure: float
    objection: str = ""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """How a reply was voiced: "built-in" or the model's name, tries, why tries failed, milliseconds, tokens."""

    source: str
    tries: int = 1
    reasons: tuple[str, ...] = ()
    ms: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """One rep message and the reply to it. `number` counts from 1; `state` is the engine's state after it.

    `seconds` is the wall-clock time the rep took. `contested` is the move the rep says they meant, if they said so.
    """

    number: int
    said: str
    reading: Reading
    cue: Cue
    state: State
    reply: str
    voice: Voice
    no: No | None = None
    yes: YesKind | None = None
    seconds: float = 0.0
    hint: int = 0
    contested: Move | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """What fixes a call before it begins; same setup and same rep words give the same call with the built-in actor.

    `model` is None for the built-in actor. `persona_hash` is the sha256 of the persona file's text, first 12 digits.
    """

    persona: str
    level: int
    seed: int
    mode: Mode
    model: str | None
    persona_hash: str
    version: str


@dataclass(frozen=True, slots=True)
class Call:
    """A whole call: how it was set up, how it opened, its turns, and how it ended (outcome None: still open).

    `guess` is what the rep thought happened, said before the card was shown; None where they were not asked or skipped.
    """

    id: str
    setup: Setup
    started: str
    opening: str
    turns: tuple[Turn, ...] = ()
    outcome: Outcome | None = None
    ended_by: str = ""
    ended: str = ""
    guess: Guess | None = None
