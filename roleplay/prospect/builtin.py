"""The built-in actor: voices any scene from the persona's own lines and the act's template, with no model.

The same scene gives the same line. No line is said twice in a call while another is left.
"""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random

from roleplay import templates
from roleplay.model import Act, Voice
from roleplay.prospect import nearby, script, vague, wanted
from roleplay.prospect.hearing import listened_to
from roleplay.prospect.scene import Emit, Scene, Spoken

NAME = "built-in"
HURRIES = ("What else?", "Is that all?", "Anything more?")
"""What an impatient prospect adds, each once in a call."""
ANSWERS = frozenset({*vague.SHAPES, "label", "mirror"})
"""Shapes of a brief reply that has to fit what was said."""
OFTEN = 2
"""So many times a no is put in new words; after that they say that it is the same again."""
ANY_QUESTION = frozenset({"", "time", "bother"})
"""The no-oriented questions a persona's own permission lines answer."""


class BuiltIn:
    """The actor that is always there."""

    name = NAME

    async def voice(self, scene: Scene, emit: Emit) -> Spoken:
        """Voice the scene at once."""
        text = self.line(scene)
        emit(text)
        return Spoken(text, Voice(NAME))

    def line(self, scene: Scene) -> str:
        """The reply's text."""
        random = Random(f"{scene.persona.id}:{scene.seed}:{scene.number}:{scene.cue.act}")
        spoken = [_plain(line) for line in scene.spoken]
        choices = _own(scene) if random.random() < 0.6 else []
        fresh = [line for line in choices if not _said(line, spoken)]
        if not fresh:
            fresh = _from_template(scene, random, spoken)
        return _coloured(random.choice(fresh), scene)


def _own(scene: Scene) -> list[str]:
    """The persona's own lines for the act, where the act needs no content of its own."""
    cue = scene.cue
    if script.own_words(scene) or (cue.act is Act.PERMISSION_NO and cue.ask not in ANY_QUESTION):
        return []
    if cue.shape in ("unheard", "agreed", nearby.PART):  # these say something particular
        return []
    if cue.act is Act.BRIEF and cue.shape in ANSWERS:  # their own brief lines take note of something; these answer
        return []
    return scene.persona.lines.get(scene.cue.act, [])


def _from_template(scene: Scene, random: Random, spoken: list[str]) -> list[str]:
    name, register = f"acts/{scene.cue.act}.j2", scene.persona.register_
    tells = script.own_words(scene)
    fresh_tells = wanted.fitting([tell for tell in tells if not _said(tell, spoken)], listened_to(scene.said))
    tell = random.choice(fresh_tells) if fresh_tells and not _says_so(scene, spoken) else ""
    lines = _candidates(name, register, scene, tell)
    fresh = [line for line in lines if not _said(line, spoken) and not _worn(line, tell, spoken)]
    return fresh or lines


def _says_so(scene: Scene, spoken: list[str]) -> bool:
    """Whether they say that it is the same no again, every other time once they have said it `OFTEN` times."""
    if scene.cue.act is not Act.HOLD or not scene.cue.objection:
        return False
    no = scene.persona.objection(scene.cue.objection)
    return sum(_said(line, spoken) for line in (*no.cover, *no.again)) >= OFTEN and scene.number % 2 == 0


_KNOWN: dict[tuple[object, ...], list[str]] = {}
"""Lines already put together, by all that they may depend on; forgotten when there are too many."""
MOST_KNOWN = 4096


def _candidates(name: str, register: str, scene: Scene, tell: str) -> list[str]:
    """The act's lines for the scene."""
    cue, offer = scene.cue, scene.offer
    whose = (scene.persona.source, offer.what, offer.step)
    key = (name, register, whose, cue.topic, cue.ask, cue.shape, cue.stance, tell)
    if key not in _KNOWN:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = templates.candidates(name, register, **script.variables(scene, tell))
    return _KNOWN[key]


def _worn(line: str, tell: str, spoken: list[str]) -> bool:
    """Whether a lead-in was used before, or begins as the line it leads into: "All right. All right, two weeks"."""
    if not tell or not line.endswith(tell) or line == tell:
        return False
    lead = _plain(line.removesuffix(tell))
    return lead.split()[:1] == _plain(tell).split()[:1] or any(said.startswith(lead) for said in spoken)


def _said(line: str, spoken: list[str]) -> bool:
    plain = _plain(line)
    return any(plain == other or (len(plain) > 24 and plain in other) for other in spoken)


@lru_cache(maxsize=4096)
def _plain(line: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", line.lower()).strip()


def _coloured(line: str, scene: Scene) -> str:
    """The line with the level's habit of speech: an aside, a demand, a sentence left hanging."""
    colour = "" if scene.cue.shape == "opened" else scene.cue.colour  # what comes hard is not said in haste
    if colour in ("tangent", "demand") and (more := script.aside(scene)):
        return f"{line} {more}" if not line.endswith("?") else line
    if colour == "unfinished" and line.endswith(".") and len(line.split()) > 5:
        return f"{line[:-1]}, so…"
    if colour == "impatient" and not line.endswith("?"):
        hurry = next((each for each in HURRIES if not any(said.endswith(each) for said in scene.spoken)), "")
        return f"{line} {hurry}".strip()
    return line
