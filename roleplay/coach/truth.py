"""What the script says about a call: the real no, what was behind it, which yes was real. For predict, then see."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.coach import nos, worth
from roleplay.coach.evidence import as_taken
from roleplay.coach.quotes import cut_short, excerpt
from roleplay.coach.record import Cause, NoHeard
from roleplay.coach.response import KNOWN
from roleplay.model import Call, Meaning, NoKind, Outcome, Turn, YesKind
from roleplay.persona import Objection, Persona

MEANINGS: dict[Meaning, str] = {
    Meaning.NOT_READY: "they were not ready to agree yet",
    Meaning.UNCOMFORTABLE: "something about it made them uneasy",
    Meaning.NOT_UNDERSTOOD: "they could not see it working for them",
    Meaning.CANNOT_AFFORD: "they could not afford it now",
    Meaning.WANTS_ELSE: "they wanted something else",
    Meaning.NEEDS_INFORMATION: "they needed to know more first",
    Meaning.NEEDS_SOMEONE: "somebody else had to be in on it",
}
YESES: dict[YesKind, str] = {
    YesKind.COUNTERFEIT: "empty: it had no day, name or amount in it",
    YesKind.CONFIRMATION: "a plain answer that promised nothing",
    YesKind.COMMITMENT: "real: it named who, when and what",
}
GENUINE = frozenset({NoKind.REASON, NoKind.CORRECTION})


@dataclass(frozen=True, slots=True)
class Truth:
    """What the script knows. `turn` is that of the real no (0: none came); `came_out` when its reason did (0: never).

    `behind` is the reply that told the true reason, or a part of it, else "": a secret that was not won stays one for
    the next call. `partly` is the turn at which a part came out where the whole did not (0: none). `said` are the words
    of the real no, and `beset` why it counts for less all the same. `yeses` are turn and kind of every yes. `drawn`
    says of a no with a reason that was no real one what was wrong with it, as a clause. `explained` that the real no
    was bare and its reason followed. `other` is the turn at which the reason behind another no came out (0: none did).
    """

    turn: int
    meaning: Meaning
    behind: str
    came_out: int
    yeses: tuple[tuple[int, YesKind], ...]
    ended: Outcome | None = None
    drawn: str = ""
    explained: bool = False
    other: int = 0
    partly: int = 0
    said: str = ""
    beset: str = ""

    def __str__(self) -> str:
        """The whole in two or three sentences."""
        return " ".join((self.no, self.reason, self.yes)).strip()

    @property
    def no(self) -> str:
        """Whether there was a real no, and where."""
        if not self.turn:
            return f"No real no came: {self.drawn}." if self.drawn else "No real no came."
        how = ", bare, and soon explained" if self.explained else ""
        less = f", though {self.beset}" if self.beset else ""
        return f"A real no at turn {self.turn}{how}{less}{f': {chr(34)}{self.said}{chr(34)}' if self.said else '.'}"

    @property
    def reason(self) -> str:
        """What was behind it."""
        lead = "Behind it" if self.turn else "What stood in the way"
        if self.behind and self.partly:
            told = f'Part of why came out at turn {self.partly}: "{self.behind}" There was more to it.'
            return f"{lead}: {MEANINGS[self.meaning]}. {told}"
        if self.behind:
            return f'{lead}: {MEANINGS[self.meaning]}. They told you at turn {self.came_out}: "{self.behind}"'
        other = f" Why they said another no came out at turn {self.other}." if self.other else ""
        return f"{lead}: {MEANINGS[self.meaning]}. Why that was so did not come out.{other}"

    @property
    def yes(self) -> str:
        """Which yes was real."""
        return " ".join(f"The yes at turn {turn} was {YESES[kind]}." for turn, kind in self.yeses)


def truth(call: Call, persona: Persona) -> Truth:
    """What the script says about a call."""
    call = as_taken(call)
    no = real_no(call, persona)
    objection = _objection(no, call, persona)
    out = _came_out(objection, call)
    partly = 0 if out else _partly(objection, call, persona)
    behind = call.turns[(out or partly) - 1].reply if out or partly else ""
    yeses = tuple((turn.number, turn.yes) for turn in call.turns if turn.yes)
    other = 0 if out else min(filter(None, (_came_out(item, call) for item in persona.objections)), default=0)
    bare = no is not None and no.kind is NoKind.BARE
    said = _words(call.turns[no.number - 1].reply) if no else ""
    return Truth(
        no.number if no else 0, objection.meaning, behind, out, yeses, call.outcome,
        "" if no else _drawn(call, persona), bare, other, partly, said, nos.doubt(no) if no else "",
    )  # fmt: skip


def _words(reply: str) -> str:
    return cut_short(excerpt(reply), reply)


def _drawn(call: Call, persona: Persona) -> str:
    """What was wrong with a no that gave a reason, where none was a real one; "" where none gave one."""
    given = [no for no in nos.heard(call.turns, persona) if _reasoned(call.turns[no.number - 1])]
    if not given:
        return ""
    no = given[0]
    why = "wrung out by a push of yours" if no.kind is NoKind.PROVOKED else nos.doubt(no)
    return f"the one at turn {no.number} {'came' if why == Cause.ANYBODY else 'was'} {why}"


def _reasoned(turn: Turn) -> bool:
    return turn.no is not None and turn.no.kind is NoKind.REASON


def real_no(call: Call, persona: Persona) -> NoHeard | None:
    """The first genuine no: with a reason or correction, or explained soon, at bearable pressure and not wrung out."""
    return next(iter(real_nos(call, persona)), None)


def real_nos(call: Call, persona: Persona) -> list[NoHeard]:
    """Every genuine no, in order."""
    return [no for no in nos.heard(call.turns, persona) if genuine(no)]


def genuine(no: NoHeard) -> bool:
    """Whether a no is a real one."""
    informs = no.kind in GENUINE or (no.kind is NoKind.BARE and no.explained)
    return informs and worth.gate(no.pressure) == 1 and worth.no_value(no) >= worth.REAL


def _objection(no: NoHeard | None, call: Call, persona: Persona) -> Objection:
    """The objection behind the real no; the persona's main one where there is none."""
    given = call.turns[no.number - 1].no if no else None
    id = given.objection if given else ""
    return next((item for item in persona.objections if item.id == id), persona.objections[0])


def _came_out(objection: Objection, call: Call) -> int:
    """The turn at which the reason behind an objection was out (0: it never was)."""
    return next((turn.number for turn in call.turns if _status_known(turn.number, objection, call)), 0)


def _partly(objection: Objection, call: Call, persona: Persona) -> int:
    """The last turn that told something of what is behind an objection (0: none)."""
    behind = {fact.id for fact in persona.behind(objection.id)}
    return max((turn.number for turn in call.turns if turn.cue.fact in behind), default=0)


def _status_known(number: int, objection: Objection, call: Call) -> bool:
    return any(item.id == objection.id and item.status in KNOWN for item in call.turns[number - 1].state.objections)
