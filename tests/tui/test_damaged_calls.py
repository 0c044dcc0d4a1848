"""Calls that are damaged, in the app: each is named, and every screen opens with all the others."""

from __future__ import annotations

import pytest

from tests.harm import CARD_CUT, HARMS, NEWER, harm
from tests.tui.conftest import OpenStage

LINES = ("Is this a bad time?", "Sounds like a long week.", "What about this doesn't work for you?")


async def played(stage: OpenStage, *people: str) -> list[str]:
    """Finished calls with these people; their ids, the first first."""
    ids: list[str] = []
    async with stage(predict=False) as on:
        for who in people:
            await on.call(who)
            ids.append(on.app.screen.session.call.id)
            for line in LINES:
                await on.say(line)
            await on.press("ctrl+e", "y")
            await on.at("DebriefScreen")
            await on.press("escape")
            await on.at("LobbyScreen")
    return ids


@pytest.mark.parametrize("how", ["its date is none", "its set-up is cut", "a turn of it is cut"])
async def test_a_damaged_call_is_named_in_the_lobby_and_hides_no_other(stage: OpenStage, how: str):
    bad, good = await played(stage, "Marek", "Dana")
    harm(HARMS[how], bad)
    async with stage() as on:
        if how == "its date is none":
            await on.until(lambda: f"call {bad} is damaged" in str(on.app.lobby.notice.content))
        await on.press("r")
        await on.at("ReviewScreen")
        await on.until(lambda: good in {row.id for row in on.app.screen.rows})
        if how != "its date is none":
            on.app.screen.table.move_cursor(row=[row.id for row in on.app.screen.rows].index(bad))
            await on.press("enter")
            await on.shows(f"call {bad} is damaged")
            assert type(on.app.screen).__name__ == "ReviewScreen"
            await on.press("d")
            await on.until(lambda: bad not in {row.id for row in on.app.screen.rows})
            await on.press("escape")
            await on.until(lambda: bad not in str(on.app.lobby.notice.content))
        else:
            await on.press("escape")
        for key, screen in (("p", "ProgressScreen"), ("j", "JournalScreen"), ("d", "DrillsScreen")):
            await on.press(key)
            await on.at(screen)
            await on.press("escape")
            await on.at("LobbyScreen")


async def test_a_cut_card_is_told_with_its_mend_and_the_call_is_scored_again(stage: OpenStage):
    (bad,) = await played(stage, "Marek")
    harm(CARD_CUT, bad)
    async with stage() as on:
        await on.until(lambda: f"the card of call {bad} is damaged" in str(on.app.lobby.notice.content))
        await on.press("r")
        await on.at("ReviewScreen")
        await on.until(lambda: on.app.screen.rows)
        await on.press("enter")
        await on.shows("makes a new one")
        await on.press("k")
        await on.at("RescoredScreen")
        await on.press("escape", "enter")
        await on.at("DebriefScreen")


async def test_a_card_of_a_newer_rubric_is_shown_and_not_replaced(stage: OpenStage):
    (bad,) = await played(stage, "Marek")
    harm(NEWER, bad)
    async with stage() as on:
        await on.press("r")
        await on.at("ReviewScreen")
        await on.until(lambda: on.app.screen.rows)
        await on.press("k")
        await on.shows("newer rubric (99")
        await on.press("enter")
        await on.at("DebriefScreen")
        await on.finds("poise")
