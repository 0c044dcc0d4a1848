"""Starting: what is loaded when, and starting where things are wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from roleplay.persona import load_all
from roleplay.tui.glance import Glance, glances


def test_the_first_frame_loads_nothing_heavy():
    heavy = ("pydantic", "yaml", "sqlalchemy", "openai", "roleplay.model", "roleplay.listener", "roleplay.coach")
    code = f"import sys, roleplay.tui.app; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"


def test_a_glance_sees_what_the_loader_reads():
    assert glances() == [Glance.of(persona) for persona in load_all()[0]]


async def test_broken_settings_are_named_and_do_not_stop_the_app(stage, home: Path):
    home.mkdir(parents=True)
    (home / "settings.toml").write_text('mode = "loud"\n')
    async with stage() as on:
        assert "settings.toml, line 1: mode:" in str(on.app.screen.notice.content)
        assert on.app.screen.notice.display
        await on.press("m")
        await on.shows("exam mode")
        assert (home / "settings.toml").read_text() == 'mode = "loud"\n'


async def test_a_database_that_cannot_be_opened_is_named_and_calls_go_on(stage, home: Path):
    home.mkdir(parents=True)
    (home / "roleplay.db").write_bytes(b"not a database" * 100)
    async with stage() as on:
        await on.until(lambda: "Calls are not kept:" in str(on.app.screen.notice.content))
        await on.call()
        await on.say("Have I caught you at a bad time?")
