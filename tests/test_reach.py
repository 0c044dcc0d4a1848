"""What `personas check` warns of: what stands in a sound file and no call would bring out."""

import pytest

from roleplay import persona
from roleplay.config import shipped_dir
from roleplay.persona.check import line_of
from roleplay.persona.reach import warnings

SOUND = (shipped_dir("personas") / "marek.yaml").read_text(encoding="utf-8")
EMPTY = '\ntopics:\n  kites:\n    words: ["kite"]\n    about: "kites"\n'
WARNED = [
    ("a topic no fact is on", "\ntopics:\n", EMPTY, "topics.kites", "no fact answers"),
    (
        "a secret behind no objection",
        "    tier: 3\n    behind: price\n",
        "    tier: 3\n",
        "tier",
        "no move releases it",
    ),
]


@pytest.mark.parametrize(("what", "old", "new", "field", "problem"), WARNED, ids=[row[0] for row in WARNED])
def test_what_cannot_be_reached_is_named_with_its_place_and_mend(
    what: str, old: str, new: str, field: str, problem: str
):
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    if "behind: price" in old:  # the main objection keeps a tier 3 fact, so that the file stays sound
        text = text.replace("    tier: 2\n    behind: price\n", "    tier: 3\n    behind: price\n", 1)
    found = warnings(persona.parse(text, "marek", "marek.yaml"))
    [each] = [each for each in found if problem in each.problem]
    assert ".".join(map(str, each.path)).endswith(field)
    assert line_of(text, each.path) > 1
    assert each.mend.endswith(".")


def test_a_fact_without_words_of_questions_is_told_once_for_all():
    text = "\n".join(line for line in SOUND.split("\n") if not line.startswith("    asked: ") or not line.endswith("]"))
    found = warnings(persona.parse(text, "marek", "marek.yaml"))
    assert sum("no words of questions" in each.problem for each in found) == 1


@pytest.mark.parametrize("id", sorted(path.stem for path in shipped_dir("personas").glob("*.yaml")))
def test_nothing_in_a_shipped_prospect_is_out_of_reach(id: str, personas: dict[str, persona.Persona]):
    assert not warnings(personas[id])
