"""What every test stands on: an empty home, no model in the environment, the shipped personas."""

from pathlib import Path

import pytest

from roleplay.persona import Persona, load_all


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "ROLEPLAY_MODEL"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("ROLEPLAY_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def personas() -> dict[str, Persona]:
    good, bad = load_all()
    assert not bad
    return {persona.id: persona for persona in good}
