"""A gatekeeper on the screen: who is speaking stands beside every line."""

from __future__ import annotations

from roleplay.tui.widgets.utterance import Utterance

HONEST = (
    "Good morning Lindiwe, this is Ana from Northlight. It is a sales call, about the patrols. "
    "Could you help me, is it a bad time to try him?"
)


async def test_who_speaks_is_shown_before_and_after_she_puts_the_call_through(stage):
    async with stage() as on:
        await on.call("Ken")
        session = on.app.screen.session
        while session.state.gate is not None and not session.over:
            await on.say(HONEST)
        if not session.over:
            await on.say("Have I caught you at a bad time?")
        speakers = [each.who for each in on.app.screen.query(Utterance) if each.has_class("-prospect")]
        assert speakers[0] == "Lindiwe"
        assert speakers[-1] == ("Lindiwe" if session.over else "Ken")
        await on.press("ctrl+e")
