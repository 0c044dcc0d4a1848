"""The classifier: packing, loading, probabilities."""

from __future__ import annotations

import subprocess
import sys

import pytest

from roleplay.listener import linear
from roleplay.listener.linear import Linear, pack

FITTED = {"temperature": 1.0, "alone": 1.2, "clear": 3.0}


@pytest.fixture
def small(tmp_path, monkeypatch) -> Linear:
    monkeypatch.setattr(linear, "WEIGHTS", tmp_path)
    pack("small", ["no", "yes"], [0.1, -0.1], FITTED, {"w1:no": [2.0, -2.0], "w1:yes": [-1.5, 1.5]})
    Linear.load.cache_clear()
    loaded = Linear.load("small")
    Linear.load.cache_clear()
    return loaded


def test_weights_come_back_as_they_went_in(small: Linear) -> None:
    assert small.raw({"w1:no": 1.0}) == pytest.approx([2.1, -2.1], abs=0.02)


def test_probabilities_add_up_to_one(small: Linear) -> None:
    scores = small.shares(small.raw(["w1:yes", "unheard of"]), 1.0)
    assert sum(scores.values()) == pytest.approx(1)
    assert max(scores, key=scores.__getitem__) == "yes"


def test_unknown_features_leave_the_bias(small: Linear) -> None:
    assert small.raw([]) == [0.1, -0.1]


def test_a_pull_says_what_a_feature_speaks_for(small: Linear) -> None:
    assert small.pull({"w1:no": 1.0, "w1:yes": 1.0}, "no")["w1:no"] > 0 > small.pull({"w1:yes": 1.0}, "no")["w1:yes"]


def test_the_reader_needs_numpy_and_nothing_else() -> None:
    code = (
        "import sys; from roleplay import listener; listener.read_rep('hello');"
        "print(sorted({'numpy','scipy','sklearn','pydantic','openai','textual','yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['numpy']"


def test_importing_the_listener_loads_no_tables() -> None:
    code = (
        "import sys, roleplay.listener;"
        "print([n for n in sys.modules if n.startswith('roleplay.listener.') and n != 'roleplay.listener.scope'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
