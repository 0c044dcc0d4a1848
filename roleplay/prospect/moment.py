"""One decision: what the rules look at, and what they return."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roleplay.model import Act, No, NoKind, Reading, Stage, State, Status, YesKind
from roleplay.persona import Fact, Persona
from roleplay.prospect import reveal
from roleplay.prospect.difficulty import Level

GOLDEN = 0.6180339887498949


@dataclass(frozen=True, slots=True)
class Choice:
    """The act chosen, the state it leaves, and the no or yes it counts as."""

    act: Act
    state: State
    no: No | None = None
    yes: YesKind | None = None
    fact: str = ""
    objection: str = ""
    topic: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything a rule may look at: the mood is already that after the rep's message; `was` is the state before it.

    `apt` says whether the move came at the right moment; one that did not opens nothing. `worth` (0-1) is what the
    message may open by being about them (`ground`).

    `luck` is this turn's one draw, 0-1; `draw(k)` turns it into the k-th of a well-spread series, so that every rule
    has a draw of its own and yet levels and retries share their luck.
    """

    persona: Persona
    level: Level
    reading: Reading
    was: State
    state: State
    apt: bool
    luck: float
    worth: float = 1.0

    def draw(self, k: int) -> float:
        """The k-th number of this turn's luck, 0-1."""
        return (self.luck + k * GOLDEN) % 1.0

    def with_state(self, state: State) -> Moment:
        """The same moment with another state."""
        return replace(self, state=state)

    def plain(self, act: Act, shape: str = "", topic: str = "") -> Choice:
        """An act that reveals and changes nothing."""
        return Choice(act, self.state, shape=shape, topic=topic or self.topic)

    @property
    def topic(self) -> str:
        """The persona's topic the message is about, or ""."""
        return self.reading.topics[0] if self.reading.topics else ""

    @property
    def opener(self) -> bool:
        """Whether the call is still at its opening."""
        return self.was.stage is Stage.OPEN and self.state.turn <= 2

    def tell(self, fact: Fact, act: Act = Act.DISCLOSE, no: NoKind | None = None) -> Choice:
        """Release a fact."""
        given = No(no, self.state.mood.pressure, self.state.live) if no else None
        shape = "opened" if fact.tier == 3 and act is Act.DISCLOSE else ""
        state = reveal.with_fact(self.persona, self.state, fact)
        return Choice(act, state, no=given, fact=fact.id, topic=fact.topic, shape=shape)

    def object(self, objection: str, act: Act = Act.OBJECT) -> Choice:
        """Raise an objection: a no that carries a reason."""
        state = reveal.with_status(self.state, objection, Status.RAISED)
        state = replace(state, live=objection, last_no=state.turn)
        category = self.persona.objection(objection).category
        no = No(NoKind.REASON, state.mood.pressure, objection, category)
        return Choice(act, state, no=no, objection=objection)

    def refuse(self, act: Act, kind: NoKind = NoKind.BARE, shape: str = "") -> Choice:
        """A no that gives no reason; what stands behind it is the objection on the table, or the next latent one."""
        objection = self.state.live or reveal.latent(self.state)
        state = replace(self.state, last_no=self.state.turn)
        if objection:
            if reveal.status_of(state, objection).status is Status.LATENT:
                state = reveal.with_status(state, objection, Status.RAISED)
            state = replace(state, live=objection)
        category = self.persona.objection(objection).category if objection else None
        no = No(kind, state.mood.pressure, objection, category)
        return Choice(act, state, no=no, shape=shape, objection=objection)
