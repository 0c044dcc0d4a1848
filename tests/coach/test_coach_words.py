"""What the coach says: badges, moods, notes, hints, the truth, the plain card."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from roleplay.coach import badge, band, hint, moods, no_value, notes, review, text, truth
from roleplay.coach.lines import FRAMES, TESTS
from roleplay.coach.phrases import mirror, promise, stance
from roleplay.coach.rules import FOCUS, Rule
from roleplay.coach.talk import carrying
from roleplay.coach.wording import theirs, yours
from roleplay.listener.scope import Scope
from roleplay.model import Act, Meaning, Mood, Move, No, NoKind, State, YesKind
from roleplay.persona import Persona
from roleplay.prospect import hearing
from tests.coach.calls import call, play, turn
from tests.coach.test_review import BYE, LABEL, LEAVE, NO, PUSHY, SKILLED, STEP
from tests.readings import reading


@pytest.fixture
def dana(personas: dict[str, Persona]) -> Persona:
    return personas["dana"]


def test_a_badge_names_the_move_and_says_why():
    assert badge(turn(Move.LABEL)) == "label · said so"


@pytest.mark.parametrize("said", [reading(Move.OTHER), replace(reading(Move.HOSTILE), confidence=0.2)])
def test_what_is_unclear_is_not_rated(said):
    assert badge(turn(said)) == "not rated"


def test_moods_are_words_and_pressure_says_where_it_goes():
    low, high = State(Mood(20, 30, 10), 8), State(Mood(70, 70, 60), 8)
    assert moods(low) == {"trust": "closed", "interest": "faint", "pressure": "low"}
    assert moods(high, low)["pressure"] == "rising"
    assert moods(low, high)["pressure"] == "easing"


def test_notes_tell_where_each_no_stands():
    assert notes(call(LEAVE, NO, outcome=None)) == [
        "no at turn 1: that gave leave to go on",
        "no at turn 2: the real reason is not out yet",
    ]
    assert notes(SKILLED)[-1] == "no at turn 2: the real reason came out at turn 3"


def test_the_value_of_a_single_no():
    assert no_value(No(NoKind.PERMISSION, 18.2)) == 0.35
    assert no_value(No(NoKind.REASON, 18.2), (turn(Move.HOSTILE), NO)) == 0


def test_the_truth_tells_the_no_the_reason_and_the_yes(dana: Persona):
    told = truth(SKILLED, dana)
    assert (told.turn, told.came_out, told.meaning) == (2, 3, Meaning.UNCOMFORTABLE)
    assert told.behind == SKILLED.turns[2].reply
    assert told.yeses == ((4, YesKind.COMMITMENT),)
    assert "They told you at turn 3" in str(told)


def test_a_reason_that_was_not_won_stays_untold(dana: Persona):
    told = truth(PUSHY, dana)
    assert told.behind == ""
    assert "Walt" not in str(told)
    assert str(told) == (
        'A real no at turn 2: "No. We are mid-quarter and two drivers short." '
        "Behind it: something about it made them uneasy. Why that was so did not come out."
    )


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("We're mid-quarter and two drivers short. Nothing new goes in.", "Two drivers short"),
        ("I do not trust a demonstration.", ""),
        ("Quarter's full and so am I.", "Quarter's full"),
        ("What are you selling?", ""),
        ("Go on then.", ""),
    ],
)
def test_a_mirror_gives_back_a_few_words_whole(line: str, back: str):
    assert mirror(line) == back


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("It's the money, I can't put one more thing on the monthly.", "you can't put one more thing on the monthly"),
        ("I don't trust a number I haven't walked past. That's nothing against yours.",
         "you don't trust a number I haven't walked past".replace("I haven't", "you haven't")),
        ("I've legs and a suitcase. We don't need it.", ""),
        ("I'm afraid I haven't moved.", ""),
        ("I closed it in eleven days, as operator miss.", ""),
        ("That's an adjective. I asked for a number.", ""),
    ],
)  # fmt: skip
def test_only_where_they_stand_is_given_back_as_a_clause(line: str, back: str):
    assert stance(line) == back


def test_a_promise_is_turned_to_the_one_who_made_it():
    assert promise("Dead good, that. Ping it across and I'll show the gang.") == "you'll show the gang"
    assert promise("Sure, sure, sounds great.") == ""


def test_words_are_turned_round():
    assert yours("my drivers") == "your drivers"
    assert theirs("what we run on") == "what they run on"


def test_no_line_is_a_phrase_by_itself():
    for tiers in (*FRAMES.values(), *TESTS.values()):
        assert all("{" in frame for tier in tiers for frame in tier)


def suggested(who: Persona) -> Iterator[tuple[str, str, Move]]:
    """Every line a persona's author would have a rep say: the line before it, the line, and its move."""
    for topic in who.topics.values():
        yield who.opening[0], topic.ask, Move.CALIBRATED
        yield who.opening[0], f"It seems like {topic.guess}.", Move.LABEL
        yield who.opening[0], f"Would I be off base to think {topic.guess}?", Move.NO_ORIENTED
    for no in who.objections:
        yield from ((no.cover[0], f"It sounds like {label}.", Move.LABEL) for label in no.labels)
        yield from ((no.cover[0], ask, Move.CALIBRATED) for ask in no.asks)


def test_what_the_personas_suggest_is_read_as_what_it_teaches(personas: dict[str, Persona]):
    missed = [
        (who.id, line)
        for who in personas.values()
        for before, line, move in suggested(who)
        if hearing.heard(line, Scope.of(who, (), [who.opening[0], before], who.offer.words, 3), who).lead is not move
    ]
    assert len(missed) <= 12, missed  # of more than 500: the listener is never asked to be perfect


def test_what_the_personas_suggest_tells_none_of_their_secrets(personas: dict[str, Persona]):
    for who in personas.values():
        open_words = set(carrying(" ".join((*who.public, who.reason, who.offer.what))))
        open_words |= {word for no in who.objections for line in (*no.cover, *no.again) for word in carrying(line)}
        for fact in who.facts:
            if fact.tier == 3:
                names = {word.lower() for word in re.findall(r"\b[A-Z][a-z]+\b|\b\d+\b", fact.gist)} - open_words
                told = [line for _, line, _ in suggested(who) if names & set(carrying(line))]
                assert not told, (who.id, fact.id, told)


def test_a_question_they_asked_is_answered_first(dana: Persona):
    asked = turn(Move.TIE_DOWN, Act.ASK_BACK, reply="What do you want from me?")
    state = replace(asked.state, acts=(Act.ASK_BACK,))
    talk = call(replace(asked, state=state), outcome=None)
    assert "asked you something" in hint(talk, dana, 1)
    assert all("Answer what they asked" in hint(talk, dana, step) for step in (2, 3))


def test_a_prospect_without_lines_for_the_rep_still_gets_a_hint(dana: Persona):
    bare = dana.model_copy(
        update={
            "topics": {id: topic.model_copy(update={"ask": "", "guess": ""}) for id, topic in dana.topics.items()},
            "objections": [no.model_copy(update={"labels": [], "asks": []}) for no in dana.objections],
        }
    )
    talk = call(turn(Move.NO_ORIENTED, reply="The waiting at the docks, mostly."), outcome=None)
    assert hint(talk, bare, 3).endswith("?")


def test_every_rule_for_change_has_one_thing_to_do():
    praise = {
        Rule.EARLY_NO, Rule.ASKED_AFTER_NO, Rule.OPENED, Rule.TESTED, Rule.OWNED, Rule.ENDED_WELL, Rule.EASED,
        Rule.HONOURED,
    }  # fmt: skip
    assert set(FOCUS) == set(Rule) - praise


def test_hints_go_from_a_nudge_to_a_line(dana: Persona):
    opening = call(outcome=None)
    assert "did not expect you" in hint(opening, dana, 1)
    assert hint(opening, dana, 2) == "Try a no-oriented question."
    assert hint(opening, dana, 3).endswith("?")
    assert hint(SKILLED, dana, 3) == "The call is over."


@pytest.mark.parametrize(
    ("last", "word"),
    [
        (replace(NO, state=replace(NO.state, live="midquarter")), "said no"),
        (replace(BYE, state=replace(BYE.state, boundary=1)), "not to be called"),
        (replace(STEP, state=replace(STEP.state, fake_yes=1, turn=1)), "no day, name or amount"),
        (replace(STEP, state=replace(STEP.state, offered="counter")), "Take it up"),
        (replace(LABEL, state=replace(LABEL.state, told=("a", "b"))), "Show what you heard"),
    ],
)
def test_the_nudge_fits_the_moment(last, word: str, dana: Persona):
    assert word in hint(call(last, outcome=None), dana, 1)


def test_the_plain_card_holds_everything_in_eighty_columns(dana: Persona):
    made = play(dana, ["Is this a bad time?", "We are the market leader in dock scheduling.", "But ours is better."])
    card = review(made, dana)
    page = text(card, made, dana)
    assert max(map(len, page.splitlines())) <= 80
    flat = " ".join(page.split())
    assert all(item.name in flat and item.why in flat for item in card.dimensions)
    assert all(item.quote in flat and item.why in flat and item.better in flat for item in card.findings)
    assert card.focus in flat


def test_what_a_rep_types_cannot_style_the_plain_card(dana: Persona):
    nasty = replace(NO, said="\x1b[31mYou \u202eidiot\x07, sign")
    page = text(review(call(LEAVE, nasty, BYE), dana), call(LEAVE, nasty, BYE), dana)
    assert page.replace("\n", "").isprintable()


def test_bands():
    assert [band(total) for total in (12, 45, 60, 72, 90)] == ["early days", "patchy", "middling", "good", "strong"]
