"""What the debrief says, as rows and lines: verdict, the guess beside the script, notes, and the moods to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from roleplay import coach
from roleplay.prospect import engine
from roleplay.tui import figures

if TYPE_CHECKING:
    from roleplay.model import Scorecard
    from roleplay.tui.kept import Kept

Row = tuple[Content, Content]


def verdict(kept: Kept, card: Scorecard, shown: int = 0) -> Content:
    """The score, what it was as a word, and what it was last time at this level."""
    total, level = card.total, kept.call.setup.level
    if total is None:
        return Content.assemble(("no score", "bold $accent"), f"\n{card.note}" if card.note else "")
    was = f"   was {figures.points(kept.before)} at level {level}" if kept.before is not None else ""
    older = f"   an older card, {figures.when(kept.cards[shown][0])}, rubric {card.rubric}" if shown else ""
    score = Content.assemble((figures.points(total), "bold $accent"), quiet(" of 100   "))
    rest = Content.assemble((coach.band(total), "bold"), quiet(was), (older, "bold"))
    return Content.assemble(score, rest, f"\n{card.note}" if card.note else "")


def truth(kept: Kept) -> list[Row]:
    """What the rep thought, where that is kept, beside what the script knows."""
    script = (quiet("The script"), Content(str(coach.truth(kept.call, kept.persona))))
    thought = coach.guessed(kept.call, kept.persona)
    return [(quiet("You thought"), Content(thought)), script] if thought else [script]


def focus(card: Scorecard) -> Content:
    """The one thing for next time."""
    return Content.assemble(quiet("Next time, one thing"), "\n", (card.focus, "bold"))


def notes(kept: Kept, card: Scorecard, *, asked: bool) -> list[Row]:
    """What stands beside the score: contested readings, hints, takes, older cards, a guess that is switched off."""
    both, hints = coach.both_ways(card, kept.call, kept.persona), coach.hinted(kept.call)
    takes, cards = len(kept.takes), len(kept.cards) - 1
    rows = (
        ("Both ways", both),
        ("Hints", hints.removeprefix("Hints looked at: ")),
        ("Takes", f"{figures.count(takes, 'second take')} kept; k compares." if takes else ""),
        ("Cards", f"{figures.count(cards, 'older card')} kept; o shows which." if cards > 0 else ""),
        ("Guess", "" if asked else "You are not asked before the card; g asks again."),
    )
    return [(quiet(label), Content(words)) for label, words in rows if words]


def curve(kept: Kept) -> tuple[list[tuple[float, float, float]], list[tuple[str, str]]]:
    """The moods from before the first turn on, and for each turn the words under it: the answer, and what came out."""
    call = kept.call
    states = [engine.start(kept.persona, call.setup.level), *(turn.state for turn in call.turns)]
    moods = [(state.mood.trust, state.mood.interest, state.mood.pressure) for state in states]
    found = [(mark.turn, mark.word) for mark in coach.marks(call, kept.persona)]
    answers = {
        turn.number: " ".join(word for at, word in found if at == turn.number and word != "told") for turn in call.turns
    }
    told = {at for at, word in found if word == "told"}
    return moods, [(answers[turn.number], "told" if turn.number in told else "") for turn in call.turns]


def marks(kept: Kept) -> Content:
    """The marks of the plot in words."""
    found = coach.marks(kept.call, kept.persona)
    if not found:
        return quiet("No no, no yes, and nothing came out.")
    clauses = "; ".join(f"turn {mark.turn} {mark.clause}" for mark in found)
    return quiet(f"Under the turns: {coach.key([mark.word for mark in found])}.\n{clauses[:1].upper()}{clauses[1:]}.")


def dated(made: str, card: Scorecard) -> Content:
    """A card in a list of cards."""
    when = figures.when(made) if made else "now"
    return Content.assemble(f"{when:<14}", (f"{figures.points(card.total):>4}", "bold"), f"   rubric {card.rubric}")


def quiet(text: str) -> Content:
    """Text that stands back."""
    return Content.styled(text, "$foreground 60%")
