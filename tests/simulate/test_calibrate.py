"""Bots that play whole calls: what they say, that they replay, and that skill shows."""

import json
from random import Random
from statistics import fmean

import pytest

from roleplay.errors import UsageError
from roleplay.model import Move, Outcome
from roleplay.persona import Persona
from roleplay.prospect import engine
from roleplay.simulate.bots import BOTS
from roleplay.simulate.checks import checks
from roleplay.simulate.given_back import echo
from roleplay.simulate.play import Job, play, run, succeeded
from roleplay.simulate.report import cells
from roleplay.simulate.speech import Intent, held_back, patterns, sentence
from roleplay.simulate.theirs import is_clause, named, thing, to_them
from roleplay.simulate.view import LAST_TURN
from tests.cli.test_talk import run as shell


def test_every_pattern_can_be_filled_and_leaves_no_slot(personas: dict[str, Persona]):
    who = personas["dana"]
    for move, situations in patterns().items():
        for situation in situations:
            said = sentence(Intent(Move(move), situation), who, engine.start(who, 2), "We froze it.", Random(1))
            assert said
            assert "{" not in said


def test_a_line_with_nothing_of_substance_is_given_back_as_it_ends(personas: dict[str, Persona]):
    who = personas["marek"]
    start = engine.start(who, 2)
    said = {sentence(Intent(Move.MIRROR, "echo"), who, start, "We get by.", Random(seed)) for seed in range(20)}
    assert all("we get by" in line.lower() for line in said), said


def test_about_half_of_the_sentences_are_held_back():
    lines = [line for situations in patterns().values() for found in situations.values() for line in found]
    assert 0.4 < sum(map(held_back, lines)) / len(lines) < 0.6


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("I'm checking the bank more than the weather.", "the weather"),
        ("Ninety-five is what we pay, and I'm not hungry.", "not hungry"),
        ("We're still where we were. I do not trust it in our hands.", "your hands"),
        ("I've legs and a suitcase. We don't need it.", "don't need it"),
        ("None of that touches it. You have not defined it. What else?", "not defined it"),
        ("These systems work until the part is in coolant.", "coolant"),
        ("The difficulty remains.", ""),  # what a clause begins with does something: it is not named
        ("I can't do it, so leave it there.", "can't do it"),
        ("That is one way of putting it.", ""),
        ("Perhaps that is so.", ""),
        ("No.", ""),
        ("", ""),
    ],
)
def test_a_mirror_gives_back_words_that_stand_by_themselves(line: str, back: str):
    assert echo(line) == back


def test_what_weighs_on_somebody_is_a_thing_of_theirs_with_its_name(personas: dict[str, Persona]):
    who = personas["naomi"]
    start = engine.start(who, 2)
    intent = Intent(Move.LABEL, "about_no", theirs=True)
    said = [sentence(intent, who, start, "I carry bananas and I like it.", Random(seed)) for seed in range(60)]
    weighed = {line for line in said if "weight on" in line or "half of it" in line}
    assert thing("I carry bananas and I like it.", who) == "the fruit"
    assert weighed <= {
        "There's a weight on the fruit, it seems.",
        "It seems like the fruit isn't really the half of it.",
    }
    assert weighed
    assert thing("Leave it there.", who) == ""


def test_a_rep_says_you_where_the_persona_says_i_or_she(personas: dict[str, Persona]):
    step = "a blind test of twelve of her own parts, coded by her and sent wet, results before she opens the key"
    assert (
        to_them(step)
        == "a blind test of twelve of your own parts, coded by you and sent wet, results before you open the key"
    )
    assert named("nurses", personas["anjali"]) == "your nurses"
    assert named("attendance", personas["naomi"]) == "the Wednesday pin-up"  # "who's in on what day" is no name
    assert is_clause("the board is still writing off sixty thousand dollars")
    assert not is_clause("ninety rooms, fifteen to a floor, a restaurant that seats forty")


@pytest.mark.parametrize("bot", BOTS)
def test_a_bot_plays_a_whole_call_and_plays_it_again_the_same(bot: str, personas: dict[str, Persona]):
    who = personas["marek"]
    call = play(who, 3, BOTS[bot], 5)
    assert call == play(who, 3, BOTS[bot], 5)
    assert 0 < len(call.turns) <= LAST_TURN + 1
    assert call.outcome is not None


@pytest.mark.parametrize("id", ["dana", "marek", "anjali", "tunde"])
def test_skill_shows_in_score_and_success(id: str):
    good, bad = ([run(Job(id, 2, bot, seed)) for seed in range(6)] for bot in ("skill 100", "skill 10"))
    assert fmean(r.score or 0 for r in good) > fmean(r.score or 0 for r in bad) + 15
    assert sum(r.success for r in good) > sum(r.success for r in bad)


@pytest.mark.parametrize("bot", ["closing", "injections"])
def test_pushing_and_injections_win_nothing(bot: str):
    assert not any(run(Job(id, 2, bot, seed)).success for id in ("dana", "marek") for seed in range(4))


def test_a_prospect_who_cannot_be_won_is_a_success_when_left_with_the_reason(personas: dict[str, Persona]):
    lost = personas["dana"].model_copy(update={"winnable": False})
    assert succeeded(Outcome.EXIT_KNOWN, lost)
    assert not succeeded(Outcome.EXIT_KNOWN, personas["dana"])


def test_what_is_out_of_order_is_said_in_words():
    results = [run(Job("marek", level, bot, 1)) for level in (1, 2) for bot in ("skill 10", "skill 50", "skill 100")]
    found = checks(cells(results))
    assert {check.name for check in found} >= {"success by level", "skills in order"}
    assert all(check.figure.startswith("marek") for check in found)


def test_the_command_prints_cells_and_checks_as_the_contract_says():
    done = shell("calibrate", "marek", "--levels", "2", "--seeds", "1", "--json")
    answer = json.loads(done.stdout)
    assert list(answer) == ["cells", "checks"]
    assert list(answer["cells"][0]) == ["persona", "level", "bot", "skill", "n", "success", "score", "turns"]
    assert list(answer["checks"][0]) == ["name", "holds", "figure"]
    assert done.returncode == int(not all(check["holds"] for check in answer["checks"]))


@pytest.mark.parametrize("levels", ["0", "6", "x", "1-9", ""])
def test_levels_that_are_none_are_refused(levels: str):
    from roleplay.cli.calibrate import levels_of

    with pytest.raises(UsageError, match="--levels"):
        levels_of(levels)


def test_no_bot_of_skill_says_the_same_sentence_twice_in_a_call(personas: dict[str, Persona]):
    for seed in range(4):
        said = [turn.said for turn in play(personas["carlos"], 3, BOTS["skill 100"], seed).turns]
        assert len(set(said)) == len(said), said
