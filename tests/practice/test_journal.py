"""The no journal: what is read out of a call, what a rep writes down, what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from roleplay import coach
from roleplay.coach.record import First
from roleplay.errors import StoreError
from roleplay.model import (
    Call,
    Came,
    Category,
    Entry,
    Finding,
    Meaning,
    Mode,
    No,
    NoKind,
    Outcome,
    Plan,
    Scorecard,
    Source,
    YesKind,
)  # fmt: skip
from roleplay.persona import Persona
from roleplay.practice.catch_up import catch_up, settle
from roleplay.practice.digest import digest
from roleplay.practice.items import flips
from roleplay.practice.journal import as_item, heard, noted
from roleplay.practice.ledger import Ledger
from roleplay.practice.pattern_words import sentences
from roleplay.practice.plan import CUES, YES, offered, watchable
from roleplay.practice.pushes import moment, pushed, situation
from roleplay.practice.words import came_shortly, counts_for, named
from roleplay.session import Session
from roleplay.simulate.bots import BOTS
from roleplay.simulate.play import play as skilled
from roleplay.store import Store
from tests.coach.calls import play

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
GOOD = ("Have I caught you at a bad time?", "Would it be off to say the bills take a while?", "Is it a no to an app?",
        "It sounds like that one hurt.", "What happened?", "What would have to change?")  # fmt: skip
PUSHY = ("Don't you agree it would be great to save money?", "So can we sign today?", "You'd be mad not to, right?",
         "It's only this week at this price, shall I put you down?")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path):
    store = Store(tmp_path / "roleplay.db")
    yield store
    store.close()


def opened(who: Persona) -> Call:
    """A call in which a genuine no came and was followed up."""
    return replace(skilled(who, 2, BOTS["skill 90"], 1), id="one", started="2026-03-03T10:00:00+00:00")


def kept(
    store: Store, call: Call, who: Persona, *, id: str = "one", started: str = "2026-03-03T10:00:00+00:00"
) -> Call:
    """The call in the store, finished and scored."""
    whole = replace(call, id=id, started=started, ended=started)
    store.open_call(replace(whole, turns=()), who)
    for turn in whole.turns:
        store.add_turn(id, turn)
    store.end_call(whole)
    store.cards.keep(id, coach.review(whole, who))
    return whole


def an_entry(text: str, **more: object) -> Entry:
    return noted(text, "2026-03-03T12:00:00+00:00", **more)  # type: ignore[arg-type]


def test_every_genuine_no_of_a_call_is_read_with_what_the_script_knows(personas: dict[str, Persona]):
    who = personas["marek"]
    call = replace(opened(who), started="2026-03-08T23:30:00+00:00")
    truth = coach.truth(call, who)
    entries = heard(call, who, ZoneInfo("Europe/Berlin"))
    assert entries[0].turn == truth.turn
    assert any(entry.meaning for entry in entries)
    meanings = {objection.id: objection.meaning for objection in who.objections}
    for entry in entries:
        turn = call.turns[entry.turn - 1]
        assert turn.no
        if turn.no.objection:
            assert entry.meaning is meanings[turn.no.objection]
        assert (entry.text, entry.source, entry.who, entry.call) == (turn.reply, Source.CALL, who.name, call.id)
        assert entry.reply in [later.said for later in call.turns[entry.turn :]]
        assert entry.day == "2026-03-09"
        assert entry.worth is not None
        assert entry.worth <= 1


def test_a_secret_that_was_not_won_stays_out_of_the_journal(personas: dict[str, Persona]):
    for who in personas.values():
        call = play(who, PUSHY)
        for entry in heard(call, who):
            if entry.behind:
                assert entry.behind in [turn.reply for turn in call.turns]


@pytest.mark.parametrize(
    ("reply", "deeper"),
    [
        pytest.param("What made you stay with them?", True, id="a what question"),
        pytest.param("It sounds like they earned it.", True, id="a label"),
        pytest.param("Renewed?", True, id="a mirror"),
        pytest.param("", False, id="nothing"),
        pytest.param("We are cheaper, and we'd give you ten percent off this week.", False, id="a discount"),
        pytest.param("You're making a mistake, sign with us before Friday.", False, id="a push"),
    ],
)
def test_a_no_counts_for_the_week_only_where_a_deeper_question_followed(reply: str, deeper: bool):
    assert an_entry("We just renewed with them", reply=reply).deeper is deeper


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("That is far too expensive for us", Category.PRICE),
        ("I'd have to run it by my boss", Category.AUTHORITY),
        ("Call me again next quarter", Category.TIMING),
        ("We just renewed with them", Category.COMPETITOR),
    ],
)
def test_the_category_is_guessed_and_a_given_one_stands(text: str, category: Category):
    assert an_entry(text).category is category
    assert an_entry(text, category=Category.TRUST).category is Category.TRUST


def test_what_came_of_it_weighs_in_what_was_made_of_a_no():
    worths = [an_entry("No budget", reply="What is it about the budget?", came=came).worth for came in Came]
    opened, closed, unknown = worths
    assert opened is not None
    assert closed is not None
    assert unknown is not None
    assert closed < unknown <= opened
    assert an_entry("No budget").worth is None


def test_names_of_categories_are_taken_as_people_write_them():
    assert named("Status Quo") is named("status_quo") is named("status-quo") is Category.STATUS_QUO
    assert named("information") is named("info") is Category.INFO
    assert named("weather") is None


def test_any_entry_becomes_something_to_drill():
    item = as_item(an_entry("Too dear", category=Category.PRICE, who="Acme"))
    assert (item.text, item.category, item.who, item.source) == ("Too dear", Category.PRICE, "Acme", "your journal")
    assert as_item(Entry("Nah", "2026-03-03T12:00:00+00:00")).category is Category.NEED


def test_a_finished_call_is_read_once_and_again_when_it_changed(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    call = kept(store, opened(who), who)
    assert catch_up(store) == 1
    assert catch_up(store) == 0
    assert store.journal.count() == len(heard(call, who)) > 0
    store.drop_turns(call.id, 1)
    store.end_call(replace(call, ended="2026-03-03T11:00:00+00:00"))
    assert catch_up(store) == 1
    assert store.journal.count() == 0


def test_an_open_call_is_not_read(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    call = play(who, GOOD)
    store.open_call(replace(call, turns=()), who)
    assert catch_up(store) == 0


def test_what_the_rep_changed_or_took_out_stays_so_when_a_call_is_read_again(
    store: Store, personas: dict[str, Persona]
):
    who = personas["marek"]
    call = kept(store, opened(who), who)
    catch_up(store)
    first, *rest = store.journal.find()
    store.journal.change(replace(first, category=Category.TRUST), NOW)
    for entry in rest:
        store.journal.delete([entry.id], NOW)
    store.cards.keep(call.id, coach.review(call, who))
    assert catch_up(store) == 1
    assert [entry.category for entry in store.journal.find()] == [Category.TRUST]


def test_a_deleted_call_takes_its_nos_along_and_brings_them_back(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    kept(store, opened(who), who)
    catch_up(store)
    count = store.journal.count()
    store.delete("one")
    assert store.journal.count() == 0
    assert store.digests.all() == []
    store.restore("one")
    assert store.journal.count() == count
    store.delete("one")
    store.purge()
    assert store.journal.find() == []


def test_a_damaged_call_stops_no_other(store: Store, personas: dict[str, Persona]):
    import sqlite3

    who = personas["marek"]
    kept(store, opened(who), who, id="bad")
    kept(store, opened(who), who, id="good")
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE turns SET body='{}' WHERE call='bad'")
    db.close()
    assert catch_up(store) == 1
    assert {entry.call for entry in store.journal.find()} == {"good"}


def test_search_finds_every_word_anywhere_in_any_case(store: Store):
    store.journal.add(an_entry("Wir haben Größeres vor", who="Müller GmbH", reply="What is bigger?"))
    store.journal.add(an_entry("100% not_now", who="Acme"))
    for text, count in (("GRÖSSERES müller", 1), ("bigger", 1), ("größeres acme", 0), ("100%", 1), ("_", 1), ("", 2)):
        assert (text, store.journal.count(text)) == (text, count)
        assert len(store.journal.find(text)) == count


def test_entries_are_filtered_by_what_they_are_about_and_whose_they_are(store: Store):
    store.journal.add(an_entry("Too dear", category=Category.PRICE))
    store.journal.add(replace(an_entry("Not now", category=Category.TIMING), source=Source.DRILL))
    assert [entry.text for entry in store.journal.find(category=Category.PRICE)] == ["Too dear"]
    assert [entry.text for entry in store.journal.find(customers=False)] == ["Not now"]
    assert [entry.text for entry in store.journal.find(customers=True)] == ["Too dear"]


def test_changes_and_deletions_are_taken_back_last_first(store: Store):
    entry = store.journal.add(an_entry("Too dear"))
    store.journal.change(replace(entry, text="Far too dear"), NOW)
    assert store.journal.count("far") == 1
    assert store.journal.undo() == entry
    store.journal.delete([entry.id], NOW)
    with pytest.raises(StoreError, match="no journal entry"):
        store.journal.entry(entry.id)
    assert store.journal.undo() == entry
    assert store.journal.entry(entry.id) == entry
    assert store.journal.undo() is None


def test_several_changes_of_one_entry_are_taken_back_one_by_one(store: Store):
    entry = store.journal.add(an_entry("one"))
    for number, text in enumerate(("two", "three")):
        store.journal.change(replace(entry, text=text), NOW + timedelta(seconds=number))
    store.journal.delete([entry.id], NOW + timedelta(minutes=1))
    back = [store.journal.undo() for _ in range(3)]
    assert [each.text for each in back if each] == ["three", "two", "one"]
    assert store.journal.undo() is None


def test_after_thirty_days_what_was_taken_out_is_gone(store: Store):
    entry = store.journal.add(an_entry("Too dear"))
    store.journal.delete([entry.id], NOW)
    settle(store, NOW + timedelta(days=29))
    assert store.journal.undo() == entry
    store.journal.delete([entry.id], NOW)
    settle(store, NOW + timedelta(days=31))
    assert store.journal.undo() is None


def test_where_i_push_quotes_my_own_words_and_what_they_cost(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    call = kept(store, play(who, PUSHY), who)
    catch_up(store)
    habits = Ledger(store, NOW).habits()
    lines = [line for habit in habits for line in habit.lines]
    assert {line.line for line in lines} <= {turn.said for turn in call.turns}
    assert len(lines) == len(pushed(call, who, "2026-03-03")) >= 3
    assert all(line.points <= 0 and line.trust <= 0 for line in lines)
    assert min(line.trust for line in lines) < 0
    assert pushed(play(who, GOOD), who, "") == []


def test_a_push_is_practised_as_the_moment_it_was_said_in(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    lines = pushed(play(who, PUSHY), who, "2026-03-03")
    known = {item.moment for item in flips()}
    assert {moment(line.situation) for line in lines} <= known
    assert moment("after a no about price") == "after a price no"
    assert moment("after a no about authority") == "after an authority no"
    assert (moment("in the opener"), moment("at the close")) == ("opener", "at the close")
    assert moment("while finding out") == moment("after a no without a reason") == "discovery"


def test_a_drill_of_a_customers_no_is_not_another_no_of_theirs(store: Store):
    for source in (Source.REAL, Source.DRILL):
        store.journal.add(replace(an_entry("Too dear", who="Acme", category=Category.PRICE), source=source))
    assert Ledger(store, NOW).briefing(who="acme").expected[0].theirs == 1


def test_a_success_is_an_ending_of_a_kind_that_counts(personas: dict[str, Persona]):
    call = play(personas["dana"], GOOD)
    for outcome, won in ((Outcome.SMALL_STEP, True), (Outcome.EXIT_KNOWN, False), (Outcome.HONOURED, None)):
        assert digest(replace(call, outcome=outcome), personas["dana"], None).success is won
    lost = next(who for who in personas.values() if not who.winnable)
    known = replace(play(lost, GOOD), outcome=Outcome.EXIT_KNOWN)
    assert digest(known, lost, None).success is True


def test_a_digest_has_the_cards_figures_or_the_same_without_one(personas: dict[str, Persona]):
    call = play(personas["dana"], GOOD)
    card = coach.review(call, personas["dana"])
    with_card, without = (digest(call, personas["dana"], each) for each in (card, None))
    assert with_card.total == card.total
    assert without.total == pytest.approx(with_card.total, abs=0.06)


def test_patterns_say_what_opens_what_closes_and_what_goes_worst(store: Store):
    for number in range(5):
        opened = an_entry(
            f"Too dear {number}", category=Category.PRICE, reply="What would it be worth?", came=Came.OPENED
        )
        closed = an_entry(
            f"Not now {number}", category=Category.TIMING, reply="Sign today or it is gone.", came=Came.CLOSED
        )
        store.journal.add(replace(opened, meaning=Meaning.CANNOT_AFFORD))
        store.journal.add(closed)
    found = Ledger(store, NOW).patterns()
    assert [(item.move, item.opened, item.used) for item in found.openers] == [(First.CALIBRATED, 5, 5)]
    assert [(item.closed, item.used) for item in found.closers] == [(5, 5)]
    assert found.covers == ((Category.PRICE, Meaning.CANNOT_AFFORD, 5),)
    assert found.worst is not None
    assert found.worst.category is Category.TIMING
    assert [(row.category, row.weeks) for row in found.rows] == [(Category.PRICE, (5,)), (Category.TIMING, (5,))]
    assert found.first + timedelta(days=7) > NOW.date() >= found.first
    assert "5 of 10 this week" in " ".join(sentences(found))


def test_one_kind_alone_or_a_few_of_another_name_no_worst(store: Store):
    for number in range(5):
        store.journal.add(an_entry(f"Too dear {number}", category=Category.PRICE, reply="Why?", came=Came.CLOSED))
    for number in range(4):
        store.journal.add(an_entry(f"No need {number}", category=Category.NEED, reply="Why?", came=Came.CLOSED))
    assert Ledger(store, NOW).patterns().worst is None


def test_a_push_after_leave_to_go_on_is_no_push_after_a_no(personas: dict[str, Persona]):
    call = play(personas["marek"], PUSHY)
    first, second = replace(call.turns[0], no=No(NoKind.PERMISSION, 10)), call.turns[1]
    assert situation(second, (first, second)) == "in the opener"
    refused = replace(first, no=No(NoKind.BARE, 10))
    assert situation(second, (refused, second)) == "after a no without a reason"


def test_only_a_customers_no_counts_for_the_week_and_the_reason_is_told_from_more_words():
    entry = an_entry("Too dear", reply="What makes it so?", came=Came.OPENED)
    assert counts_for(entry) == "counts for the week"
    assert counts_for(replace(entry, source=Source.CALL)) == "counts as practice"
    assert [came_shortly(each) for each in (entry, replace(entry, behind="We are broke."))] == ["told more", "reason"]


def test_prepare_expects_what_this_customer_said_and_quotes_what_opened_it(store: Store):
    store.journal.add(an_entry("I answer to the board", category=Category.AUTHORITY, who="Acme Ltd"))
    for number in range(5):
        store.journal.add(an_entry(f"Too dear {number}", category=Category.PRICE, who="Other"))
    store.journal.add(
        an_entry("Dear, that", category=Category.PRICE, who="Other", reply="What would it be worth?", came=Came.OPENED)
    )
    store.plans.keep(Plan("too dear", "ask", "2026-03-03T12:00:00+00:00"))
    found = Ledger(store, NOW).briefing(who="acme")
    assert [item.category for item in found.expected[:2]] == [Category.AUTHORITY, Category.PRICE]
    assert found.expected[0].example is None
    assert found.expected[0].suggestion
    assert found.expected[1].example is not None
    assert found.expected[1].example.reply == "What would it be worth?"
    assert str(found.plan) == "If I hear “too dear”, then I ask."
    assert found.drill == "roleplay drill after-no --category authority"
    assert Ledger(store, NOW).briefing(category=Category.TRUST).expected[0].category is Category.TRUST


def test_prepare_on_an_empty_journal_says_so_and_falls_back_on_the_technique(store: Store):
    found = Ledger(store, NOW).briefing()
    assert len(found.expected) == 3
    assert all(item.example is None and item.suggestion and item.seen == 0 for item in found.expected)


def test_a_plan_begins_with_how_the_no_of_the_lost_moment_sounds_from_any_customer(personas: dict[str, Persona]):
    who = personas["marek"]
    call = play(who, PUSHY)
    plan = offered(call, coach.review(call, who), "2026-03-03T12:00:00+00:00")
    assert plan.category
    assert plan.cue == CUES[plan.category]
    assert set(CUES) == set(Category)
    assert str(plan).startswith(f"If I hear “{plan.cue}”, then I ")


def test_the_plan_asks_for_what_the_card_calls_the_one_thing(personas: dict[str, Persona]):
    who = personas["marek"]
    for seed in range(1, 6):
        call = play(who, PUSHY, seed=seed)
        card = coach.review(call, who)
        lost = min(card.findings, key=lambda item: item.points)
        plan = offered(call, card, "2026-03-03T12:00:00+00:00")
        if lost.points < 0 and plan.turn == lost.turn - 1:
            assert card.focus.endswith(f"{plan.then}.")


async def test_a_no_that_gives_leave_is_no_cue_and_an_untested_yes_is_one_to_test(personas: dict[str, Persona]):
    session = Session.start(personas["naomi"], level=1, seed=7, mode=Mode.PRACTICE)
    await session.say("Have I caught you at a terrible moment?")
    leave = session.call.turns[0]
    assert leave.no
    assert leave.no.kind is NoKind.PERMISSION
    asked = replace(session.call, turns=(leave, replace(leave, number=2)))
    card = Scorecard(40.0, (), (Finding("no_no", 2, "asdf", "nothing", points=-9.0),), "", "2", "")
    assert offered(asked, card, "2026").cue == ""
    nodded = replace(leave, no=None, yes=YesKind.COUNTERFEIT, reply="Sure, sounds great.")
    plan = offered(replace(asked, turns=(nodded, *asked.turns[1:])), card, "2026")
    assert str(plan) == f"If I hear “{YES}”, then I ask what would have to happen next before I believe it."


def test_the_plan_and_what_is_watched_are_kept_apart(store: Store):
    first, second = (store.plans.keep(Plan(cue, "ask", "2026")) for cue in ("dear", "later"))
    store.plans.keep(Plan("", "Say one thing, then stop.", "2026"))
    assert store.plans.current() == second
    store.plans.drop(second.id)
    assert store.plans.current() == first
    watched = store.plans.watched()
    assert watched is not None
    assert watched.then == "Say one thing, then stop."
    assert watchable("Mine")[0] == "Mine"


def test_the_best_and_last_score_of_a_prospect_is_that_of_the_newest_card(store: Store, personas: dict[str, Persona]):
    who = personas["marek"]
    for id, day in (("a", 1), ("b", 2)):
        kept(store, play(who, GOOD if id == "a" else PUSHY), who, id=id, started=f"2026-03-0{day}T10:00:00+00:00")
    totals = {row.id: row.total for row in store.calls()}
    assert store.cards.best_and_last()["marek", 2] == (max(totals.values()), totals["b"])  # type: ignore[type-var]
