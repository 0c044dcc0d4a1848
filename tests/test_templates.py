"""Every template renders for every persona, act and level, undefined variables being errors; files and enums match."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from roleplay import templates
from roleplay.config import shipped_dir
from roleplay.model import Act, Cue, Mood, Move, State, Turn, Voice
from roleplay.persona import Persona
from roleplay.prospect import engine, script
from roleplay.prospect.builtin import BuiltIn
from roleplay.prospect.difficulty import LEVELS
from roleplay.prospect.scene import Scene
from roleplay.prospect.vague import SHAPES as VAGUE
from tests.readings import reading

ASKS = ("", "time", "given_up", "extreme", "against", "off", "bother", "lost", "exit")
SHAPES = {
    Act.HOLD: ("argued", "passed", "step", "asked"),
    Act.SOFT_NO: ("", "later", "busy"),
    Act.CONFIRM: ("floor", "factual"),
    Act.DISCLOSE: ("", "opened"),
    Act.BRIEF: ("empathy", "label", "pitch", *sorted(VAGUE), "small_talk", "other"),
    Act.ASK_BACK: ("start", "pitch", "other"),
    Act.DISENGAGE: ("", "known", "unknown"),
    Act.FAREWELL: ("won", "known", "unknown", "boundary"),
    Act.BARE_NO: ("", "refuse"),
    Act.DONT_KNOW: ("0", "1", "others", "unsaid", "lookup"),
    Act.DEFLECT: ("", "part"),
    Act.PUZZLED: ("", "wrong_name", "page"),
    Act.GATE_HOLD: ("", "message"),
}


def scenes(who: Persona, act: Act, level: int) -> list[Scene]:
    """The act in every shape, about something and about nothing, with the level's habit of speech."""
    shapes = SHAPES.get(act, ("",))
    asks = ASKS if act in (Act.PERMISSION_NO, Act.GENUINE_NO, Act.CORRECT) else ("",)
    topics = ("", next(iter(who.topics)))
    fact, objection = who.facts[0].id, who.objections[0].id
    found = []
    for shape, ask, topic, colour in itertools.product(shapes, asks, topics, ("", LEVELS[level].colour)):
        cue = Cue(act, engine.stance(Mood(40, 40, 20)), engine.WORDS[act], topic, fact, objection, ask, shape, colour)
        found.append(Scene(who, who.offer, "Hello?", (), "Hello.", cue, (fact,), level, 3))
    return found


def test_there_is_one_file_an_act_and_no_other():
    files = {path.stem for path in (shipped_dir("prompts") / "acts").glob("*.j2")}
    assert files == {act.value for act in Act}


@pytest.mark.parametrize("act", list(Act))
def test_every_act_renders_for_every_persona_and_level(act: Act, personas: dict[str, Persona]):
    for who, level in itertools.product(personas.values(), LEVELS):
        for scene in scenes(who, act, level):
            assert BuiltIn().line(scene)
            card = script.card(scene)
            assert "SAY" in card or act is Act.GREET
            assert "{{" not in card


@pytest.mark.parametrize("register", templates.REGISTERS)
@pytest.mark.parametrize("act", [act for act in Act if act is not Act.GREET])
def test_an_act_has_a_dozen_lines_and_more_to_draw_from_in_every_register(
    act: Act, register: str, personas: dict[str, Persona]
):
    for scene in scenes(personas["dana"], act, 2):
        tells = script.own_words(scene)
        lines = templates.candidates(f"acts/{act}.j2", register, **script.variables(scene, tells[0] if tells else ""))
        assert len(lines) >= 12, scene.cue


def test_a_reply_is_not_repeated_while_another_is_left(personas: dict[str, Persona]):
    scene = scenes(personas["marek"], Act.BRIEF, 1)[0]
    heard = reading(Move.OTHER)
    turns: tuple[Turn, ...] = ()
    for number in range(1, 13):
        line = BuiltIn().line(replace(scene, before=turns, number=number))
        assert line not in [turn.reply for turn in turns]
        turns += (Turn(number, "And?", heard, scene.cue, State(Mood(40, 40, 20), 9), line, Voice("built-in")),)


def test_a_missing_variable_is_an_error_not_a_blank():
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        templates.prompt("prospect.j2")


def test_nothing_outside_prompts_is_a_template():
    assert all(path.suffix == ".j2" for path in Path(shipped_dir("prompts")).rglob("*") if path.is_file())


@pytest.mark.parametrize("id", sorted(path.stem for path in shipped_dir("personas").glob("*.yaml")))
def test_the_system_message_fits_a_small_models_patience(id: str, personas: dict[str, Persona]):
    who = personas[id]
    assert len(templates.prompt("prospect.j2", who=who, offer=who.offer).split()) <= 420


@pytest.mark.parametrize("register", templates.REGISTERS)
@pytest.mark.parametrize(
    ("act", "shape"),
    [(Act.HANG_UP, "unheard"), (Act.CONFIRM, "agreed"), (Act.CONDITIONAL_YES, "again"), (Act.BRIEF, "mirror")],
)
def test_what_is_said_again_has_lines_enough_not_to_be_said_alike(
    act: Act, shape: str, register: str, personas: dict[str, Persona]
):
    who = personas["dana"]
    cue = Cue(act, "neutral", engine.WORDS[act], shape=shape)
    scene = Scene(who, who.offer, "Hello?", (), "Hello.", cue, (), 2, 3)
    assert len(templates.candidates(f"acts/{act}.j2", register, **script.variables(scene))) >= 12
