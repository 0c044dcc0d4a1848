"""The level in the app: what is said where none is mild enough, and that a chosen one is remembered."""

from __future__ import annotations

import pytest

from roleplay.persona import Persona
from tests.practice.test_stuck import lost_calls
from tests.tui.conftest import OpenStage


@pytest.mark.parametrize(("size", "says"), [((120, 36), "Stay at level 1"), ((80, 24), "stay at 1; drill ")])
async def test_who_fails_at_the_mildest_is_told_what_to_do_instead(
    stage: OpenStage, personas: dict[str, Persona], size: tuple[int, int], says: str
):
    lost_calls(personas)
    async with stage(size) as on:
        await on.shows(says)
        await on.shows("hints")
        await on.press("p")
        await on.at("ProgressScreen")
        await on.shows("Stay at level 1.")
        await on.finds("Drill first: ")
        await on.finds("twice more (p on the card)")


async def test_a_level_set_in_the_lobby_is_there_at_the_next_start(stage: OpenStage):
    async with stage() as on:
        assert "level 4 tough, usually 1" not in on.text
        await on.press("4")
        await on.shows("level 4 tough, usually 1")
    async with stage() as on:
        await on.shows("level 4 tough, usually 1")
