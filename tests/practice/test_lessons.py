"""What a finished call says about skills, and that it reaches the plan."""

from datetime import UTC, date, datetime

import pytest

from roleplay.coach.hints import NO_LINE, hint
from roleplay.model import Mode
from roleplay.practice import skills
from roleplay.practice.book import Book
from roleplay.practice.lessons import lessons
from roleplay.practice.supply import reader, supply
from roleplay.session import Session
from roleplay.store import Store

ARGUE = (
    "Do you have a minute for our great offer?",
    "Everyone says it saves them 20%, wouldn't that help you?",
    "I understand, but we are cheaper than most.",
    "But everybody in your trade already has it.",
    "So shall I put you down for Monday or Tuesday?",
    "Great, speak soon, bye.",
)
DAY = date(2026, 3, 2)


async def a_call(who, lines=None, level: int = 2, seed: int = 7, keeper=None):
    session = Session.start(who, level=level, seed=seed, mode=Mode.EXAM, keeper=keeper)
    for number in range(6):
        if session.over:
            break
        line = lines[number] if lines else hint(session.call, who, 3)
        await session.say(line if line != NO_LINE else "What would it have to do for you?")
    session.end()
    return session.call


async def test_arguing_with_a_no_is_a_lesson_about_curiosity_after_that_no(personas):
    bad = [lesson for who in personas.values() for lesson in lessons(await a_call(who, ARGUE), who, DAY)]
    after = [lesson for lesson in bad if lesson.skill.startswith("after-no:")]
    assert after
    assert not any(lesson.ok for lesson in after)
    assert any(lesson.skill.startswith("flip:") for lesson in bad), "and fishing for a yes one about flipping it"


async def test_a_call_as_the_coach_would_have_it_is_mostly_good_news(personas):
    good = [lesson for who in personas.values() for lesson in lessons(await a_call(who), who, DAY)]
    assert sum(lesson.ok for lesson in good) >= 0.7 * len(good)


async def test_every_lesson_names_a_skill_there_are_items_for_and_the_call_it_came_from(personas):
    for who in personas.values():
        for lines in (ARGUE, None):
            call = await a_call(who, lines)
            for lesson in lessons(call, who, DAY):
                assert lesson.skill in skills.every()
                assert lesson.call == call.id


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "calls.db")
    yield store
    store.close()


async def test_what_went_badly_in_a_stored_call_is_due_the_next_day(store: Store, personas):
    call = await a_call(personas["dana"], ARGUE, keeper=store)
    book = Book(store.practised, lambda: datetime.now(UTC), UTC)
    assert book.catch_up(reader(store, list(personas.values()))) == 1
    assert book.catch_up(reader(store, [])) == 0, "a call is learnt from once"
    failed = [lesson.skill for lesson in lessons(call, personas["dana"], DAY) if not lesson.ok]
    stands = store.practised.standings()
    assert failed
    assert all((stands[skill].due - stands[skill].last).days == 1 for skill in failed)


async def test_a_stored_calls_no_can_be_met_again(store: Store, personas):
    from roleplay.model.practice import Drill

    await a_call(personas["dana"], ARGUE, keeper=store)
    found = supply(Drill.AFTER_NO, store, list(personas.values())).openings
    assert found
    assert "Dana Whitfield" in found[0].source
    assert supply(Drill.FLIP, store, []).openings == ()
