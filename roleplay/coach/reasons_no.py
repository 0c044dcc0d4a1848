"""What the first two rows of a card rest on: how a no came, and what was made of it."""

from __future__ import annotations

from roleplay.coach import rubric, worth
from roleplay.coach.record import Evidence, First, FollowUp, NoHeard
from roleplay.coach.values import FIRST_VALUES
from roleplay.coach.wording import NOS, NOT_PRACTISED, count, turns
from roleplay.model import NoKind

LITTLE, MOST = 0.4, 0.85
"""Score (0-1) after the no under which it was hardly used, and from which it was used well."""
PARTS = ((0.9, "all"), (0.75, "most"), (0.45, "half"), (0.3, "a third"), (0.08, "a tenth"))
"""What a no is worth (0-1) of one, in words."""
FIRSTS: dict[First, str] = {
    First.LABEL: "you put it into words",
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
    First.NOTHING: "nothing clear said about it",
    First.TIE_DOWN: "a question that asks for agreement",
    First.PITCH: "a pitch",
    First.DISCOUNT: "a lower price",
    First.REBUTTAL: "an argument",
    First.PRESSURE: "a push or a slight",
}
"""What the first words after a no were, in words that need no explaining."""


def on_time(evidence: Evidence) -> str:
    """How a no came, and what is lost of it."""
    best, real = worth.best_no(evidence), worth.first_real(evidence)
    if best and real and best is not real and worth.no_value(best) < worth.REAL:
        return f"{_kind(best)} at turn {best.number}, {_kind(real)} only {_when(real)}"
    if best:
        best_of = "the best no" if real and best is not real else _kind(best)
        return f"{best_of} {_when(best)}{_little(best)}{_slow(best)}{_wasted(evidence)}{_wrung(evidence)}"
    if any(worth.no_value(no) > 0 for no in evidence.nos):
        return "the only nos came too late or under too much pressure to count"
    if evidence.nos:
        return f"the only nos were wrung out by a push, so they say nothing ({turns(no.number for no in evidence.nos)})"
    return NOT_PRACTISED if rubric.scores(evidence)[rubric.TIME] is None else "no real no came"


def _wasted(evidence: Evidence) -> str:
    """A no is only worth what is made of it: the first score falls with the second."""
    after = rubric.scores(evidence)[rubric.AFTER]
    if after is None or after >= MOST:
        return ""
    return f"; {'much' if after < LITTLE else 'some'} of it lost by what followed, see the next row"


def _wrung(evidence: Evidence) -> str:
    """The nos that count for nothing, beside the one that counts."""
    wrung = [no.number for no in evidence.nos if no.kind is NoKind.PROVOKED and no.number]
    return f"; what a push wrung out counts for nothing ({turns(wrung)})" if wrung else ""


def _slow(no: NoHeard) -> str:
    """What would have been soon enough, where it was not."""
    soon = ["by turn 3"] if no.turn > 3 else []
    soon += ["within 80 words"] if no.words > 80 else []
    return f"; soon enough is {' and '.join(soon)}" if soon and worth.speed(no) < 1 else ""


def _little(no: NoHeard) -> str:
    """Why a no is worth less than one that gives its reason freely, where its pressure does not say it already."""
    if worth.gate(no.pressure) < 1:
        return ""
    value = worth.no_value(no)
    part = next((words for least, words in PARTS if value >= least), "next to nothing")
    if no.cause:
        return f", {no.cause}, so worth {part}"
    return f", worth {part} of one" if value <= worth.REAL else ""


def _when(no: NoHeard) -> str:
    return f"at turn {no.number}, after {count(no.words, 'word')}{_heat(no)}"


def _kind(no: NoHeard) -> str:
    if no.kind is NoKind.BARE and no.explained:
        return "a bare no, soon explained,"
    return "real no" if worth.no_value(no) >= 0.9 else NOS[no.kind]


def _heat(no: NoHeard) -> str:
    return ", with pressure already high" if worth.gate(no.pressure) < 1 else ""


def on_after(evidence: Evidence) -> str:
    """What was made of the nos, and what is missing."""
    items = evidence.follow_ups
    if not items:
        return NOT_PRACTISED if rubric.scores(evidence)[rubric.AFTER] is None else "there was no no to follow up"
    if len(items) == 1:
        return _one(items[0])
    good = sum(worth.follow_up_value(item) >= 0.5 for item in items)
    worst = min(items, key=worth.follow_up_value)
    left = f"; at the one of turn {worst.no}: {_one(worst)}" if good < len(items) else ""
    return f"{good} of {len(items)} nos opened up{left}"


def _one(item: FollowUp) -> str:
    if 0 < item.turn <= item.no:
        return f"a push at turn {item.turn} had wrung it out{_came(item, 'and that spoils')}"
    first = f"{FIRSTS[item.response.kind]}{_marred(item)} at turn {item.turn}" if item.turn else "you left on it"
    come = _came(item, "which spoils") if worth.first_value(item.response) < 0 else _came(item)
    settled = {1.0: ", settled in the end", 0.5: ", half settled"}.get(item.resolved, "")
    return f"{first}{come}{settled}{_capped(item)}"


def _came(item: FollowUp, spoils: str = "") -> str:
    """What came out in the turns after a no; `spoils` where what was said at first takes that away again."""
    late = f", the reason only at turn {item.late}, too late to count" if item.late else ""
    if not item.info:
        return f", nothing new in the three turns after{late}" if item.turn > item.no or late else ""
    first = item.reason == item.opened
    told = "the reason" if first else "two new things" if item.info == 1 else "one new thing"
    if spoils:
        return f", {spoils} the {told.removeprefix('the ')} that came at turn {item.opened}{late}"
    if item.info == 1:
        then = f", the reason at turn {item.reason}" if item.reason and not first else ""
        return f", {told} out by turn {item.opened}{then}"
    return f", only {told} in the three turns after (turn {item.opened}){late}"


def _marred(item: FollowUp) -> str:
    """What makes good first words worth less."""
    response = item.response
    if FIRST_VALUES[response.kind] <= 0:
        return ""
    marks = (
        (response.again, "said before"), (response.stock, "fit for anybody"), (response.run >= 3, "the third in a row"),
        (response.but, "with a 'but'"), (response.ceiling < 1, "and answered for them"),
        (response.words > 40, f"{response.words} words of it"), (response.questions > 1, "questions piled up"),
    )  # fmt: skip
    said = [words for found, words in marks if found]
    return f" ({', '.join(said)})" if said else ""


def _capped(item: FollowUp) -> str:
    if worth.first_value(item.response) <= worth.SPOILED:
        return ""
    if item.forced:
        return "; the first words count half, as a push had drawn the no"
    return (
        f"; the first words count half, as turn {item.spoiled} pushed before the reason was out" if item.spoiled else ""
    )
