"""One clause per dimension: what its score rests on, in plain words."""

from __future__ import annotations

from roleplay.coach import rubric, worth
from roleplay.coach.reasons_no import on_after, on_time
from roleplay.coach.record import Evidence, Talk
from roleplay.coach.wording import ENDINGS, NOT_PRACTISED, count, turns

FULL = 0.95
"""Score (0-1) from which nothing is missing that a row would show."""
LEAST = 0.005
"""Trust lost to pushes (0-1) that is worth a word."""


def reasons(evidence: Evidence) -> dict[str, str]:
    """Why each dimension stands where it does."""
    return {
        rubric.TIME: on_time(evidence),
        rubric.AFTER: on_after(evidence),
        rubric.YES: _yes(evidence),
        rubric.ENDING: ENDINGS[evidence.ending] if evidence.ending else "the call is still open",
        rubric.LISTENING: _listening(evidence),
        rubric.STEWARDSHIP: _stewardship(evidence),
    }


def _yes(evidence: Evidence) -> str:
    yeses = evidence.yeses
    if not (yeses.heard or yeses.traps or yeses.baits):
        return "no empty yes came, and you fished for none; its share goes to the rest"
    fished = f"fished for a yes ({turns(yeses.baits)}), a tenth of this row each time" if yeses.baits else ""
    if fished and not (yeses.heard or yeses.traps):
        start = f"at {rubric.elsewhere(evidence):.0f} of 100"
        return f"{fished}; no yes came to test, so it starts where your other rows stand, {start}"
    parts = [
        f"{count(len(yeses.traps), 'empty yes', 'empty yeses')} taken ({turns(yeses.traps)})" if yeses.traps else "",
        f"{count(len(yeses.tested), 'empty yes', 'empty yeses')} tested ({turns(yeses.tested)})"
        if yeses.tested
        else "",
        fished,
    ]
    return ", ".join(part for part in parts if part) or "no empty yes taken"


def _listening(evidence: Evidence) -> str:
    talk, score = evidence.talk, rubric.scores(evidence)[rubric.LISTENING]
    if not evidence.turns:
        return NOT_PRACTISED
    told = f"by the count of words: {100 * talk.share:.0f} % yours, longest turn {count(talk.longest, 'word')}"
    if evidence.aloof and (score or 0.0) < FULL:
        return f"{told}; held low, as {evidence.aloof}"
    if worth.band(talk) < 1 and (score or 0.0) < FULL:
        told += f"; {_share(talk)}35 to 60 % is best"
    return told + ("; 60 in one go is plenty" if worth.long_turn(talk.longest, talk.roomy) < 1 else "")


def _share(talk: Talk) -> str:
    """The share as it is judged, where pushes or empty words make it another one."""
    most, least = (talk.share if part is None else part for part in (talk.most, talk.least))
    if most > worth.HIGH >= talk.share:
        return f"{100 * most:.0f} % without what pushes drew, "
    return f"{100 * least:.0f} % without pushes and empty words, " if least < worth.LOW <= talk.share else ""


def _stewardship(evidence: Evidence) -> str:
    if not evidence.turns:
        return NOT_PRACTISED
    if evidence.invented:
        return "you spoke as if you knew each other"
    told = f"out of 100, their trust {_moved(evidence.trust)} and the pressure on them {_moved(evidence.pressure)}"
    most = evidence.best if evidence.trust >= evidence.pressure else evidence.worst
    told += f", most at turn {most}" if most else ""
    if evidence.pushed >= LEAST and evidence.pushing:
        return f"{told}; pushes cost {100 * evidence.pushed:.0f} of that trust ({turns(evidence.pushing)})"
    low = evidence.aloof and (rubric.scores(evidence)[rubric.STEWARDSHIP] or 0.0) < FULL
    return told + ("; held low as listening is" if low else "")


def _moved(change: float) -> str:
    points = round(100 * change)
    return "stayed level" if points == 0 else f"{'rose by' if points > 0 else 'fell by'} {abs(points)}"
