"""One clause per dimension: what its score rests on, in plain words."""

from __future__ import annotations

from roleplay.coach import nos, rubric, worth
from roleplay.coach.record import Evidence, First, FollowUp, NoHeard
from roleplay.coach.wording import ENDINGS, NOS
from roleplay.model import NoKind

LITTLE, MOST = 0.4, 0.85
"""Score (0-1) after the no under which it was hardly used, and from which it was used well."""
FULL = 0.95
"""Score (0-1) from which nothing is missing that a row would show."""
NOT_PRACTISED = "not in this call; its share goes to the rest"
FIRSTS: dict[First, str] = {
    First.LABEL: "you named what lay behind it",
    First.ACKNOWLEDGED: "you took it in, then asked",
    First.EARNED_EXIT: "you let it stand and took leave",
    First.SUMMARY: "you said their side back",
    First.MIRROR: "you gave their own words back",
    First.CALIBRATED: "a what or how question",
    First.AUDIT: "you said the awkward thing first",
    First.EITHER_OR: "an either-or question",
    First.NO_ORIENTED: "a question made easy to say no to",
    First.EMPATHY: "sympathy alone",
    First.BLIND_EXIT: "a goodbye, the reason not known",
    First.SOFT_WHY: "a kindly put why",
    First.CLOSED: "a question one word can answer",
    First.WHY: "a bare why",
    First.NOTHING: "nothing said about it",
    First.TIE_DOWN: "a question that asks for agreement",
    First.PITCH: "a pitch",
    First.DISCOUNT: "a lower price",
    First.REBUTTAL: "an argument",
    First.PRESSURE: "a push",
}
"""What the first words after a no were, in words that need no explaining."""


def reasons(evidence: Evidence) -> dict[str, str]:
    """Why each dimension stands where it does."""
    return {
        rubric.TIME: _time(evidence),
        rubric.AFTER: _after(evidence),
        rubric.YES: _yes(evidence),
        rubric.ENDING: ENDINGS[evidence.ending] if evidence.ending else "the call is still open",
        rubric.LISTENING: _listening(evidence),
        rubric.STEWARDSHIP: _stewardship(evidence),
    }


def _time(evidence: Evidence) -> str:
    best, real = worth.best_no(evidence), worth.first_real(evidence)
    if best and real and best is not real and worth.no_value(best) < worth.REAL:
        return f"{_kind(best)} at turn {best.number}, {_kind(real)} only {_when(real)}"
    if best:
        best_of = "the best no" if real and best is not real else _kind(best)
        return f"{best_of} {_when(best)}{_slow(best)}{_little(best)}{_wasted(evidence)}"
    if any(worth.no_value(no) > 0 for no in evidence.nos):
        return "the only nos came too late or under too much pressure to count"
    if evidence.nos:
        return "the only nos were pushed for, so they say nothing"
    return NOT_PRACTISED if rubric.scores(evidence)[rubric.TIME] is None else "no real no came"


def _wasted(evidence: Evidence) -> str:
    """A no is only worth what is made of it: the first score falls with the second."""
    after = rubric.scores(evidence)[rubric.AFTER]
    if after is None or after >= MOST:
        return ""
    return f"; some lost, as {'little was done with it' if after < LITTLE else 'it was only half followed up'}"


def _slow(no: NoHeard) -> str:
    """What would have been soon enough, where it was not."""
    soon = ["by turn 3"] if no.turn > 3 else []
    soon += ["within 80 words"] if no.words > 80 else []
    return f"; full marks {' and '.join(soon)}" if soon and worth.speed(no) < 1 else ""


def _little(no: NoHeard) -> str:
    """Why a no that gives a reason is worth less than one, where its pressure does not say it already."""
    why = nos.doubt(no) if no.kind in (NoKind.REASON, NoKind.CORRECTION) and worth.gate(no.pressure) == 1 else ""
    return f"; worth less, as it was {'an answer ' if why.startswith('to') else ''}{why}" if why else ""


def _when(no: NoHeard) -> str:
    return f"at turn {no.number}, after {_count(no.words, 'word')}{_heat(no)}"


def _kind(no: NoHeard) -> str:
    if no.kind is NoKind.BARE and no.explained:
        return "a bare no, soon explained,"
    return "real no" if worth.no_value(no) >= 0.9 else NOS[no.kind]


def _heat(no: NoHeard) -> str:
    return ", with pressure already high" if worth.gate(no.pressure) < 1 else ""


def _after(evidence: Evidence) -> str:
    items = evidence.follow_ups
    if not items:
        return NOT_PRACTISED if rubric.scores(evidence)[rubric.AFTER] is None else "there was no no to follow up"
    if len(items) == 1:
        return _one(items[0])
    good = sum(worth.follow_up_value(item) >= 0.5 for item in items)
    worst = min(items, key=worth.follow_up_value)
    left = f"; after the no at turn {worst.no}: {_one(worst, of_many=True)}" if good < len(items) else ""
    return f"{good} of {len(items)} nos explored{left}"


def _one(item: FollowUp, *, of_many: bool = False) -> str:
    if 0 < item.turn <= item.no:
        return "a push had drawn it" if of_many else f"the no at turn {item.no} was drawn by a push"
    at = "" if of_many else f" at turn {item.turn}"
    first = f"{FIRSTS[item.response.kind]}{at}" if item.turn else "you left"
    come = {1.0: "two new facts came out", 0.5: "one new fact came out"}.get(item.info, "nothing new came out")
    come = "the reason came out" if item.reason else come
    return f"{first}, {come}" + (", put right in the end" if item.resolved == 1 else "")


def _yes(evidence: Evidence) -> str:
    yeses = evidence.yeses
    if not (yeses.heard or yeses.traps or yeses.baits):
        return NOT_PRACTISED
    fished = _fished(len(yeses.baits)) if yeses.baits else ""
    if fished and not (yeses.heard or yeses.traps):
        return f"{fished}; no empty yes came to test, so this starts from your marks elsewhere"
    parts = [
        f"{_count(len(yeses.traps), 'empty yes', 'empty yeses')} taken" if yeses.traps else "",
        f"{_count(len(yeses.tested), 'empty yes', 'empty yeses')} tested" if yeses.tested else "",
        fished,
    ]
    return ", ".join(part for part in parts if part) or "no empty yes taken"


def _fished(times: int) -> str:
    return "asked for a yes once, a tenth off" if times == 1 else f"asked for a yes {_times(times)}, a tenth off each"


def _listening(evidence: Evidence) -> str:
    talk, score = evidence.talk, rubric.scores(evidence)[rubric.LISTENING]
    if not evidence.turns:
        return NOT_PRACTISED
    told = f"you {100 * talk.share:.0f} % of the words, longest turn {_count(talk.longest, 'word')}"
    if evidence.aloof and (score or 0.0) < FULL:
        return f"{told}; held low, as {evidence.aloof}"
    if worth.band(talk) < 1 and (score or 0.0) < FULL:
        inside = worth.LOW <= talk.share <= worth.HIGH
        told += "; pushes and empty words are no listening" if inside else "; 35 to 60 % is best"
    return told + ("; 60 in one go is plenty" if worth.long_turn(talk.longest, talk.roomy) < 1 else "")


def _stewardship(evidence: Evidence) -> str:
    if not evidence.turns:
        return NOT_PRACTISED
    if evidence.invented:
        return "you spoke as if you knew each other"
    lost = round(100 * evidence.pushed)
    cost = f"; pushes cost {lost} of trust" if lost else ""
    if not cost and (rubric.scores(evidence)[rubric.STEWARDSHIP] or 0.0) < FULL:
        cost = "; held low as listening is" if evidence.aloof else "; full marks take trust up by about 50"
    return f"trust {_moved(evidence.trust)}, pressure {_moved(evidence.pressure)}{cost}"


def _moved(change: float) -> str:
    points = round(100 * change)
    return "level" if points == 0 else f"{'up' if points > 0 else 'down'} {abs(points)}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
