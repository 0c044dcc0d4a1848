"""Opener sprint and after the no, with every prospect: what is asked for is rewarded, what is not is told why."""

import pytest

from roleplay.coach.hints import hint
from roleplay.coach.wording import yours
from roleplay.model import Category, Mode
from roleplay.model.practice import NoItem
from roleplay.practice.after_no import AfterNo, from_call, scripted
from roleplay.practice.opener import Opener
from roleplay.session import Session

PUSHY = ("Do you have a minute? We save firms like yours 20%.", "That would help, wouldn't it?", "Tuesday then?")
ARGUING = ("I understand, but we are cheaper than most.", "Everyone says that at first.", "So shall we start Monday?")


def curious(who, objection):
    """A label of the whole no, then two open questions about the matter behind it: what fits anybody earns little."""
    behind = (fact.topic for fact in who.facts if fact.behind == objection.category and fact.topic in who.topics)
    about = yours(who.topics[next(behind, next(iter(who.topics)))].about)
    return (
        f"It sounds like {objection.gist}.",
        f"How does {about} come into it?",
        f"What happened the last time with {about}?",
    )


def safe(who):
    about = yours(next(iter(who.topics.values())).about)
    return "Have I caught you at a bad time?", f"Would it be off the mark to say {about} takes up your week?", "Go on?"


async def play(exercise, lines):
    for line in lines:
        beat = await exercise.answer(line)
        if beat.verdict:
            return beat.verdict
    raise AssertionError("three turns, and no verdict")


@pytest.mark.parametrize("level", [1, 3, 5])
async def test_a_stranger_made_safe_says_a_real_no_within_three_turns(personas, level: int):
    good = [await play(Opener(who, level, 5), safe(who)) for who in personas.values()]
    assert sum(verdict.ok for verdict in good) >= 0.8 * len(good)


async def test_a_no_that_a_push_drew_does_not_count_and_the_push_is_named(personas):
    for who in personas.values():
        verdict = await play(Opener(who, who.level, 5), PUSHY)
        assert not verdict.ok
        assert "turn" in verdict.reason


@pytest.mark.parametrize(("lines", "right"), [(None, True), (ARGUING, False)])
async def test_after_a_no_curiosity_is_right_and_arguing_is_not(personas, lines, right: bool):
    results = [
        await play(AfterNo(scripted(who, each.id, who.level, 3)), lines or curious(who, each))
        for who in personas.values()
        for each in who.objections
    ]
    share = sum(verdict.ok for verdict in results) / len(results)
    assert share >= 0.7 if right else share <= 0.05


async def test_a_miss_comes_with_a_better_line_and_said_first_it_is_better(personas):
    better, won = 0, []
    for who in personas.values():
        for each in who.objections:
            missed = await play(AfterNo(scripted(who, each.id, who.level, 3)), ARGUING)
            if missed.better:
                better += 1
                won.append(
                    (
                        await play(
                            AfterNo(scripted(who, each.id, who.level, 3)),
                            (missed.better, curious(who, each)[0], curious(who, each)[1]),
                        )
                    ).ok
                )
    assert better >= 0.95 * sum(len(who.objections) for who in personas.values())
    assert sum(won) >= 0.75 * len(won)


async def test_with_nobody_does_arguing_open_more_than_curiosity_does(personas):
    for who in personas.values():
        opened = {
            curiosity: sum(
                [
                    (await play(AfterNo(scripted(who, each.id, 2, 3)), curious(who, each) if curiosity else ARGUING)).ok
                    for each in who.objections
                ]
            )
            for curiosity in (True, False)
        }
        assert opened[True] > opened[False], who.id


def test_every_category_of_no_can_be_practised(personas):
    there = {each.category for who in personas.values() for each in who.objections}
    assert there == set(Category)


async def test_a_no_from_the_journal_is_said_in_its_own_words_and_kept_as_it_was_heard(personas):
    heard = NoItem("We just renewed with them in May.", Category.COMPETITOR, "Ines at Kestrel", "your journal")
    who = next(who for who in personas.values() if any(o.category is Category.COMPETITOR for o in who.objections))
    objection = next(o for o in who.objections if o.category is Category.COMPETITOR)
    exercise = AfterNo(scripted(who, objection.id, 2, 3, heard))
    assert exercise.shown[-1].text == heard.text
    assert any("your journal" in said.text for said in exercise.shown)
    assert (await play(exercise, curious(who, objection))).ok
    assert exercise.nos[0].who == "Ines at Kestrel"


async def test_a_no_of_a_stored_call_is_met_again_where_it_was(personas):
    session = Session.start(personas["marek"], level=2, seed=7, mode=Mode.EXAM)
    while not any(turn.no and turn.no.kind in ("reason", "bare") for turn in session.call.turns):
        await session.say(hint(session.call, session.persona, 3))
    await session.say("I understand, but we are cheaper.")
    session.end()
    openings = from_call(session.call, personas["marek"], "your call with Marek")
    assert openings
    exercise = AfterNo(openings[0])
    no = openings[0].call.turns[-1]
    assert exercise.shown[-1].text == no.reply
    assert exercise.skill == f"after-no:{no.no.category}"
    await exercise.answer("It sounds like this has come up before.")
    assert len(session.call.turns) > no.number, "the stored call itself stays as it was"


async def test_the_same_seed_and_words_give_the_same_drill(personas):
    def once():
        return Opener(personas["dana"], 3, 11)

    assert once().shown == once().shown
    assert await play(once(), safe(personas["dana"])) == await play(once(), safe(personas["dana"]))


async def test_what_opened_a_no_is_the_move_of_the_turn_it_opened_at(personas):
    """The label that opens nothing is not called what opened it; what a later turn broke is said beside it."""
    named = {"It": "label", "How": "question", "What": "question"}
    seen = set()
    for who in personas.values():
        for each in who.objections:
            lines = curious(who, each)
            verdict = await play(AfterNo(scripted(who, each.id, who.level, 3)), lines)
            if verdict.ok and verdict.reason.startswith("turn "):
                number = int(verdict.reason.split()[1].rstrip(",:"))
                seen.add(number)
                before = verdict.reason.partition(":")[0]
                assert "," not in before or named[lines[number - 1].split()[0]] in before, (who.id, verdict.reason)
    assert len(seen) > 1, "reasons come out at the first turn and at later ones"


async def test_every_slip_after_a_good_beginning_is_named_with_its_turn(personas):
    who = personas["moira"]
    verdict = await play(
        AfterNo(scripted(who, "timing", who.level, 3)),
        (
            "It sounds like it's not the right moment.",
            "qwerty zzz",
            "But we are 20% cheaper than everyone, sign today?",
        ),
    )
    assert not verdict.ok
    assert "the label was right" in verdict.reason
    assert "turn 2 asked nothing about it" in verdict.reason
    assert "turn 3 " in verdict.reason


async def test_a_line_is_said_under_the_name_of_who_says_it(personas):
    """A stranger may have somebody who picks up for them."""
    for who in personas.values():
        speaker = Opener(who, who.level, 5).shown[-1].who
        assert speaker == (who.gatekeeper or who).first_name


async def test_who_never_got_past_the_gatekeeper_is_told_so(personas):
    who = next(who for who in personas.values() if who.gatekeeper)
    verdict = await play(Opener(who, who.level, 5), ("asdf qwer", "ok", "bye"))
    assert not verdict.ok
    assert f"you did not get past {who.gatekeeper.first_name}" in verdict.reason


async def test_a_no_that_was_passed_over_is_none_for_the_journal_and_one_that_was_answered_is(personas):
    passed, answered = (AfterNo(scripted(personas["marek"], "price", 2, 3)) for _ in range(2))
    passed.give_up()
    assert passed.nos == ()
    await answered.answer("What about the price doesn't work for you?")
    answered.give_up()
    assert [no.category for no in answered.nos] == ["price"]
