"""A persona file: what loads, and what is said of one that does not."""

from pathlib import Path

import pytest

from roleplay import persona
from roleplay.config import shipped_dir
from roleplay.errors import PersonaError
from roleplay.inert import one_line
from roleplay.persona import COMMON_TOPICS, Persona
from roleplay.tui.glance import glances

SOUND = (shipped_dir("personas") / "marek.yaml").read_text(encoding="utf-8")

BROKEN = [
    ("a field misspelt", "\nblurb:", "\nblurp:", "blurb", "Add it."),
    ("a level out of range", "\nlevel: 2", "\nlevel: 9", "level", "less than or equal to 5"),
    ("a register that does not exist", "\nregister: plain", "\nregister: loud", "register", "'plain'"),
    ("a meaning that is none", "meaning: cannot_afford", "meaning: cannot", "objections.0.meaning", "'cannot_afford'"),
    ("a reason behind no objection", "behind: price", "behind: prise", "behind", "Did you mean 'price'?"),
    ("a tab in the indentation", "\nlevel: 2", "\n\tlevel: 2", "", "Check the indentation"),
    ("a key that is not known", "\nlevel: 2", "\nlevel: 2\nlevle: 3", "levle", "Remove it"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "old", "new", "field", "mend"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_file_names_itself_the_line_the_field_and_the_mend(
    what: str, old: str, new: str, field: str, mend: str
):
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    with pytest.raises(PersonaError) as raised:
        persona.parse(text, "marek", "marek.yaml")
    message = str(raised.value)
    assert message.startswith("marek.yaml, line ")
    assert field in message
    assert mend in message
    assert "\n" not in message


def test_the_line_named_is_the_line_of_the_fault():
    text = SOUND.replace("\nlevel: 2", "\nlevel: 9", 1)
    line = text[: text.index("\nlevel: 9") + 1].count("\n") + 1
    with pytest.raises(PersonaError, match=rf"line {line}: level:"):
        persona.parse(text, "marek", "marek.yaml")


def test_a_broken_file_does_not_stop_the_others(home: Path):
    own = home / "personas"
    own.mkdir(parents=True)
    (own / "broken.yaml").write_text("name: [")
    (own / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    good, bad = persona.load_all()
    assert len(good) == len(list(shipped_dir("personas").glob("*.yaml")))
    assert sorted(str(error).split(",")[0].split(":")[0] for error in bad) == ["binary.yaml", "broken.yaml"]


def test_an_own_file_hides_the_shipped_one_of_its_name(home: Path):
    own = home / "personas"
    own.mkdir(parents=True)
    (own / "marek.yaml").write_text(SOUND.replace("level: 2", "level: 4", 1), encoding="utf-8")
    assert persona.find("marek").level == 4


def test_an_unknown_id_lists_those_there_are():
    with pytest.raises(PersonaError, match="dana"):
        persona.find("nobody")


@pytest.mark.parametrize("id", sorted(path.stem for path in shipped_dir("personas").glob("*.yaml")))
class TestEachPersona:
    """What every shipped persona must have for a rep to talk with them for ten minutes."""

    def test_can_be_asked_about_every_common_topic_and_their_own(self, id: str, personas: dict[str, Persona]):
        who = personas[id]
        told = {fact.topic for fact in who.facts if fact.tier < 3}
        assert told >= {*COMMON_TOPICS, *who.topics}

    def test_has_a_voice_of_their_own_in_six_acts(self, id: str, personas: dict[str, Persona]):
        assert len(personas[id].lines) >= 6

    def test_does_not_give_the_real_reason_away_elsewhere(self, id: str, personas: dict[str, Persona]):
        who = personas[id]
        secret = who.behind(who.objections[0].id)[-1]
        assert secret.tier == 3
        others = [line for fact in who.facts if fact is not secret for line in (*fact.says, *fact.more, fact.gist)]
        public = [*who.public, *who.opening, *who.tangents, *who.demands, who.day, who.reason, who.blurb, *who.speaks]
        lines = [line for own in who.lines.values() for line in own]
        known = " ".join([*others, *public, *lines]).lower()
        names = {word.strip(".,!?'") for line in secret.says for word in line.split() if word[:1].isupper()}
        hidden = {name for name in names if name and name.lower() not in known}
        assert hidden, "the real reason names nobody and nothing that is not known already"

    def test_says_nothing_twice(self, id: str, personas: dict[str, Persona]):
        who = personas[id]
        lines = [line for fact in who.facts for line in (*fact.says, *fact.more)]
        lines += [line for objection in who.objections for line in (*objection.cover, *objection.again)]
        assert len(lines) == len(set(lines))


NAME = next(line for line in SOUND.splitlines() if line.startswith("name:"))
HOSTILE = {
    "brackets without end": "[" * 100_000,
    "a deep nest": "a: " + "[" * 900 + "]" * 900,
    "an escape sequence in a name": SOUND.replace(NAME, 'name: "Marek \\e[31m Lis"', 1),
    "a name of nothing": SOUND.replace(NAME, 'name: " "', 1),
    "right-to-left marks in a name": SOUND.replace(NAME, 'name: "Marek \\u202e siL"', 1),
    "a name on two lines": SOUND.replace(NAME, 'name: "Marek\\nLis"', 1),
    "a name of ten thousand letters": SOUND.replace(NAME, f"name: {'Marek ' * 1_700}", 1),
    "half a megabyte": SOUND + "\n# " + "x" * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_one_line_and_leaves_the_others(text: str, home: Path):
    own = home / "personas"
    own.mkdir(parents=True)
    (own / "hostile.yaml").write_text(text, encoding="utf-8")
    for face in glances():
        assert all(one_line(part) == part for part in (face.name, face.role, face.company, face.trade, face.blurb))
    good, (error,) = persona.load_all()
    assert len(good) == len(list(shipped_dir("personas").glob("*.yaml")))
    assert str(error).startswith("hostile.yaml")
    assert "\n" not in str(error)
    assert "\x1b" not in str(error)


@pytest.mark.parametrize("name", ["evil\x1b[31m", "\u202eevil", "two\nlines"])
def test_a_hostile_file_name_is_told_harmlessly_and_leaves_the_others(name: str, home: Path):
    own = home / "personas"
    own.mkdir(parents=True)
    (own / f"{name}.yaml").write_text(SOUND, encoding="utf-8")
    good, (error,) = persona.load_all()
    assert len(good) == len(list(shipped_dir("personas").glob("*.yaml")))
    assert "Rename it." in str(error)
    assert one_line(str(error)) == str(error)


@pytest.mark.parametrize("name", ["[bold]Bob[/bold]", "<b>Bob</b>", "=cmd()", "../x", "{{ 7 * 7 }}", "Bob'); --"])
def test_a_name_that_means_something_elsewhere_is_only_a_name(name: str, home: Path):
    own = home / "personas"
    own.mkdir(parents=True)
    (own / "odd.yaml").write_text(SOUND.replace(NAME, f"name: '{name.replace(chr(39), chr(39) * 2)}'", 1), "utf-8")
    good, bad = persona.load_all()
    assert not bad
    assert name in [who.name for who in good]
