"""Prospect lines are read by what they do, together with the line they answer."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleplay.listener import read_prospect
from roleplay.listener.linear import WEIGHTS
from roleplay.listener.prospect_features import CUES
from roleplay.model import Line, Reply

NO = {reply for reply in Reply if reply.startswith("objection:")} | {Reply.HARD_NO, Reply.SOFT_NO, Reply.BOUNDARY}
YES = {Reply.COUNTERFEIT, Reply.CONFIRMATION, Reply.COMMITMENT, Reply.THATS_RIGHT, Reply.YOURE_RIGHT}


@pytest.mark.parametrize(
    ("prev", "text", "reply"),
    [
        (None, "No. We won't be buying, and that's final.", Reply.HARD_NO),
        (None, "I'll have to think about it, no rush.", Reply.SOFT_NO),
        (None, "Take me off your list and don't call again.", Reply.BOUNDARY),
        ("Is this a bad time?", "No, you're fine, go ahead.", Reply.PERMISSION_NO),
        (None, "It's too expensive, we haven't the budget.", Reply.PRICE),
        (None, "I'm driving, try me after Christmas.", Reply.TIMING),
        (None, "My boss would have to approve it, it isn't my call.", Reply.AUTHORITY),
        (None, "We don't need that here, we've no use for it.", Reply.NEED),
        (None, "How do I know this isn't a scam? I don't trust it.", Reply.TRUST),
        (None, "We already have a supplier and they're cheaper than you.", Reply.COMPETITOR),
        (None, "We're happy as we are, it works fine.", Reply.STATUS_QUO),
        (None, "Just email me a brochure with the details.", Reply.INFO),
        ("Shall we go ahead?", "Sounds great, send it over, we'll be in touch.", Reply.COUNTERFEIT),
        ("Are you the owner?", "Yes, I am.", Reply.CONFIRMATION),
        ("Shall we go ahead?", "I'll sign it on Tuesday and bring the deposit.", Reply.COMMITMENT),
        ("Sounds like nobody told you the plan.", "That's exactly it.", Reply.THATS_RIGHT),
        ("You get what you pay for.", "You're right, fair point.", Reply.YOURE_RIGHT),
        (None, "How long does delivery take?", Reply.QUESTION),
        (None, "Hang on a second, someone's at the door.", Reply.OTHER),
    ],
)
def test_a_line_is_read_by_what_it_does(prev, text, reply):
    assert read_prospect(text, prev).reply is reply


@pytest.mark.parametrize(
    ("prev", "reply"),
    [
        ("Do you mind if I ask why?", Reply.PERMISSION_NO),
        ("Is this a bad time?", Reply.PERMISSION_NO),
        ("Would it be ridiculous to try?", Reply.PERMISSION_NO),
        ("Could I book you in?", Reply.HARD_NO),
        (None, Reply.HARD_NO),
    ],
)
def test_what_a_lone_no_means_hangs_on_the_question(prev, reply):
    for text in ("No.", "nope", "no no", "NO!"):
        assert read_prospect(text, prev).reply is reply


def test_a_yes_to_a_no_oriented_question_is_not_agreement():
    assert read_prospect("Yes, I do mind. Goodbye.", "Do you mind if I explain?").reply not in YES
    assert read_prospect("Yes it is, I'm with a patient.", "Is this a bad time?").reply not in YES


@pytest.mark.parametrize(
    "text",
    ["We're not interested.", "I don't think so.", "no thanks", "Not for us, sorry.", "That won't be happening."],
)
def test_a_refusal_is_never_read_as_agreement(text):
    for prev in (None, "Shall we set up a call?", "Would Tuesday at ten suit you?", "So shall I send the contract?"):
        assert read_prospect(text, prev).reply in NO


@pytest.mark.parametrize(
    "text", ["Yes, let's do Tuesday at ten.", "I'll pay the deposit today.", "Sounds great, love it!"]
)
def test_agreement_is_never_read_as_a_refusal(text):
    for prev in (None, "Shall we set up a call?", "What would you like to do?"):
        assert read_prospect(text, prev).reply in YES


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("I am afraid we must decline, thank you.", "polite"),
        ("Not now.", "clipped"),
        ("Um... I guess so, maybe.", "hesitant"),
        ("You'd want to talk to Trish, she handles all that.", "referral"),
        ("As long as it takes two minutes, yes.", "condition"),
        ("Well spotted, Sherlock.", "sarcastic"),
    ],
)
def test_finer_kinds_are_told(text, modifier):
    assert modifier in read_prospect(text).modifiers


@pytest.mark.parametrize("text", ["", "   ", "...", "\u200b\n", "?!"])
def test_nothing_said_is_nothing_done(text):
    assert read_prospect(text) == Line(Reply.OTHER, "says nothing", 0.9)


def test_a_cue_quotes_and_explains_without_names_of_features():
    for text in ("We can't afford it.", "zxqv plugh", "My wife decides.", "Yes."):
        cue = read_prospect(text).cue
        assert cue.startswith("'")
        assert not any(mark in cue for mark in ("^", "$", "w:", "g:", "c:", "objection:"))


def test_case_and_marks_change_nothing():
    for text in ("It's too dear for us, sorry.", "I'll ask my husband.", "You're right, good point."):
        readings = {
            read_prospect(form).reply
            for form in (text, text.upper(), text.lower(), text.rstrip(".").replace("'", "\u2019"))
        }
        assert len(readings) == 1


def test_a_confidence_is_a_probability_and_readings_repeat():
    for text in ("No.", "We already use Sage.", "What does it cost?"):
        first = read_prospect(text, "Hello?")
        assert first == read_prospect(text, "Hello?")
        assert 0 < first.confidence <= 1


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.none() | st.text(max_size=200))
def test_any_text_is_read(text, prev):
    line = read_prospect(text, prev)
    assert isinstance(line.reply, Reply)
    assert line.cue


@pytest.mark.parametrize(
    "text",
    [
        "no " * 33_000,
        "a" * 100_000,
        "the boss has to " * 6_000,
        "?!. " * 25_000,
        "ask my " * 15_000,
        "0 " * 50_000,
        "'" * 100_000,
    ],
)
def test_a_hundred_kilobytes_are_read_at_once(text):
    read_prospect("warm up")
    best = min(_spent(text) for _ in range(3))
    assert best < 0.05


def _spent(text):
    started = time.perf_counter()
    read_prospect(text, text)
    return time.perf_counter() - started


def test_weights_are_small_and_every_cue_has_its_own_name():
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 10_000_000
    assert len({cue.name for cue in CUES}) == len(CUES)
