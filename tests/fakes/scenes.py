"""Scenes made by hand, for the guard and the actors."""

from readings import reading

from roleplay.model import Act, Cue, Mood, Move, State, Turn, Voice
from roleplay.persona import Persona
from roleplay.prospect.engine import WORDS
from roleplay.prospect.scene import Scene


def scene(
    who: Persona,
    act: Act,
    said: str = "What happens at the docks?",
    *,
    earlier: tuple[tuple[str, str], ...] = (),
    told: tuple[str, ...] = (),
    words: tuple[int, int] | None = None,
    **cue: str,
) -> Scene:
    """A scene in which `who` is to do `act`; `earlier` are pairs of what the rep and the prospect said."""
    before = tuple(_turn(number, said, reply) for number, (said, reply) in enumerate(earlier, 1))
    made = Cue(act, "guarded", words or WORDS[act], **cue)
    return Scene(who, who.offer, who.opening[0], before, said, made, told, 7, len(before) + 1)


def needs(who: Persona, act: Act) -> dict[str, str]:
    """What a cue for the act must name."""
    if act in (Act.OBJECT, Act.HOLD, Act.GENUINE_NO):
        return {"objection": who.objections[0].id, "shape": "argued" if act is Act.HOLD else ""}
    if act in (Act.DISCLOSE, Act.CORRECT, Act.DETAIL):
        return {"fact": who.facts[0].id}
    return {
        "shape": {Act.DONT_KNOW: "0", Act.CONFIRM: "factual", Act.BRIEF: "label", Act.ASK_BACK: "start"}.get(act, "")
    }


def _turn(number: int, said: str, reply: str) -> Turn:
    state = State(Mood(35, 34, 22), 9.0, turn=number)
    return Turn(number, said, reading(Move.OTHER), Cue(Act.BRIEF, "guarded", (2, 8)), state, reply, Voice("small"))
