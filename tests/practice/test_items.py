"""Every shipped item has a key that the listener agrees with, and gives itself away to nobody."""

import re
from collections import Counter

import pytest

from roleplay import listener
from roleplay.model import YesKind
from roleplay.practice import flip, which_yes
from roleplay.practice.items import FlipItem, YesItem, flips, yeses


@pytest.mark.parametrize("item", flips(), ids=lambda item: item.id)
def test_a_lines_model_answers_are_accepted_and_its_traps_refused(item: FlipItem):
    assert item.answers
    assert {answer: flip.check(item, answer).reason for answer in item.answers if not flip.check(item, answer).ok} == {}
    assert [trap for trap in item.traps if flip.check(item, trap).ok] == []
    assert not flip.check(item, item.line).ok


@pytest.mark.parametrize("item", yeses(), ids=lambda item: item.id)
def test_an_exchanges_tests_are_accepted_and_what_only_seems_one_is_refused(item: YesItem):
    assert item.tests
    assert item.exchange[-1][0] == "prospect"
    assert {test: which_yes.check_test(item, test).reason for test in item.tests if not _tests(item, test)} == {}
    assert [other for other in item.not_tests if _tests(item, other)] == []


@pytest.mark.parametrize("item", yeses(), ids=lambda item: item.id)
def test_where_the_listener_hears_a_yes_it_is_the_one_the_key_names(item: YesItem):
    before = [words for who, words in item.exchange if who == "rep"]
    heard = listener.read_prospect(item.exchange[-1][1], before[-1] if before else None).reply.value
    assert not heard.endswith("_yes") or heard == f"{item.kind}_yes"


def _tests(item: YesItem, words: str) -> bool:
    return which_yes.check_test(item, words).ok


def test_there_are_two_hundred_and_more_of_each_no_two_alike_from_many_trades():
    lines = [_plain(item.line) for item in flips()]
    talks = [_plain(" ".join(words for _, words in item.exchange)) for item in yeses()]
    for each in (lines, talks):
        assert len(set(each)) == len(each) >= 200
    for items in (flips(), yeses()):
        assert len({item.id for item in items}) == len(items)
        assert len({item.trade for item in items}) >= 30


def test_nearly_every_item_has_something_wrong_to_tell_apart():
    assert sum(bool(item.traps) for item in flips()) >= 200
    assert sum(bool(item.not_tests) for item in yeses()) >= 200


def test_every_moment_and_every_kind_has_enough_items_to_be_practised_for_a_week():
    assert min(Counter(item.moment for item in flips()).values()) >= 3
    assert min(Counter(item.kind for item in yeses()).values()) >= 50


@pytest.mark.parametrize("kind", YesKind)
def test_no_word_gives_a_yes_away(kind: YesKind):
    """No word of the last line stands with one kind alone often enough to be a rule of thumb."""
    said = {item.id: set(_plain(item.exchange[-1][1]).split()) for item in yeses()}
    mine = Counter(word for item in yeses() if item.kind is kind for word in said[item.id])
    others = Counter(word for item in yeses() if item.kind is not kind for word in said[item.id])
    whole = sum(item.kind is kind for item in yeses())
    telling = {word: count for word, count in mine.items() if count >= 0.4 * whole and others[word] < 0.05 * count}
    assert telling == {}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))
