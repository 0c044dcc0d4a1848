"""The settings file: written and read back, checked, and overridden by the environment."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleplay import settings
from roleplay.config import settings_file
from roleplay.errors import SettingsError
from roleplay.settings import ModelSettings, Settings


def test_a_fresh_start_needs_no_file():
    assert settings.load() == Settings()


def test_what_is_saved_is_read_back():
    changed = Settings(theme="textual-light", mode="exam", voice=ModelSettings(model='a "b" \\ c', dropped=["seed"]))
    settings.save(changed)
    assert settings.load() == changed


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_model_name_survives(name: str):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        settings.save(Settings(voice=ModelSettings(model=name)), path)
        assert settings.read(path).voice.model == name


def test_the_environment_wins_and_is_not_written_back(monkeypatch: pytest.MonkeyPatch):
    settings.save(Settings(voice=ModelSettings(model="small", api_key="file")))
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert settings.load().voice.api_key == "secret"
    assert settings.load().voice.base_url == "http://127.0.0.1:9/v1"
    assert "secret" not in settings_file().read_text()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("theme = ", "settings.toml"),
        ("tehme = 'x'", "tehme"),
        ("mode = 'hard'", "mode"),
        ("[voice]\ntimeout = -1", "voice.timeout"),
    ],
)
def test_a_wrong_file_is_named_with_field_and_mend(text: str, named: str, home: Path):
    home.mkdir()
    settings_file().write_text(text)
    with pytest.raises(SettingsError, match=named) as raised:
        settings.load()
    assert "Correct it" in str(raised.value)
    assert "\n" not in str(raised.value).splitlines()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_only_the_owner_may_read_the_file():
    settings.save(Settings(voice=ModelSettings(api_key="secret")))
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600
