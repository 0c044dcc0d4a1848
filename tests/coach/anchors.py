"""The nine worked calls of the rubric, as evidence."""

from roleplay.coach.record import Evidence, First, FollowUp, NoHeard, Response, Talk, Yeses
from roleplay.model import NoKind, Outcome


def no(kind: NoKind, turn: int, words: int, pressure: float, explained: bool = False) -> NoHeard:
    return NoHeard(kind, turn, words, pressure, explained)


def after(response: Response, info: float, resolved: float) -> FollowUp:
    return FollowUp(response, info, resolved)


def talk(share: float, longest: int, opener: bool = False) -> Talk:
    return Talk(share, longest, roomy=opener)


NONE_HEARD = Yeses()
REASON, BARE, PERMISSION = NoKind.REASON, NoKind.BARE, NoKind.PERMISSION

ANCHORS: dict[str, tuple[float, Evidence]] = {
    "an ideal call": (
        97.2,
        Evidence(
            (no(REASON, 3, 62, 0.35),),
            (after(Response(First.LABEL, 12), 1, 1),),
            Yeses(tested=(5,), heard=True),
            Outcome.SMALL_STEP,
            talk(0.44, 38, opener=True),
            0.25,
            -0.20,
        ),
    ),
    "misfit found and a clean exit": (
        88.7,
        Evidence(
            (no(REASON, 3, 70, 0.30),),
            (after(Response(First.CALIBRATED, 14), 1, 1),),
            NONE_HEARD,
            Outcome.EXIT_KNOWN,
            talk(0.50, 40),
            0.15,
            -0.10,
        ),
    ),
    "late no, excellent follow-up": (
        80.3,
        Evidence(
            (no(BARE, 6, 190, 0.45, explained=True),),
            (after(Response(First.ACKNOWLEDGED, 18), 1, 1),),
            Yeses(baits=(2,), heard=True),
            Outcome.EXIT_KNOWN,
            talk(0.48, 55),
            0.20,
            -0.10,
        ),
    ),
    "fast no, then but and a discount": (
        39.2,
        Evidence(
            (no(REASON, 3, 62, 0.35),),
            (after(Response(First.EMPATHY, 30, but=True), 0, 0), after(Response(First.DISCOUNT), 0, 0.5)),
            Yeses(heard=True),
            Outcome.VAGUE,
            talk(0.58, 70, opener=True),
            -0.10,
            0.10,
        ),
    ),
    "no-question spam": (
        30.9,
        Evidence(
            (no(PERMISSION, 1, 12, 0.30), no(PERMISSION, 2, 25, 0.45), no(BARE, 4, 50, 0.70)),
            (
                after(Response(First.NO_ORIENTED), 0, 0),
                after(Response(First.LABEL, 8, stock=True), 0, 0),
                after(Response(First.NO_ORIENTED), 0, 0),
            ),
            NONE_HEARD,
            Outcome.VAGUE,
            talk(0.55, 15, opener=True),
            -0.10,
            0.30,
        ),
    ),
    "fast no, then argues": (
        27.7,
        Evidence(
            (no(REASON, 2, 70, 0.40),),
            (after(Response(First.REBUTTAL), 0, 0), after(Response(First.PITCH), 0, 0)),
            Yeses(baits=(1,), heard=True),
            Outcome.HUNG_UP,
            talk(0.68, 120, opener=True),
            -0.30,
            0.40,
        ),
    ),
    "shall I go away, and gone": (
        18.2,
        Evidence(
            (no(NoKind.EXIT_BAIT, 1, 6, 0.30),),
            (after(Response(First.BLIND_EXIT), 0, 0),),
            NONE_HEARD,
            Outcome.EXIT_UNKNOWN,
            talk(0.50, 10, opener=True),
            0,
            0,
            engaged=False,
        ),
    ),
    "a yes-ladder to a fake yes": (
        12.8,
        Evidence(
            (),
            (),
            Yeses(traps=(5,), baits=(1, 2, 3, 4)),
            Outcome.UNVERIFIED,
            talk(0.66, 110, opener=True),
            -0.05,
            0.15,
        ),
    ),
    "an insult": (
        2.8,
        Evidence(
            (no(NoKind.PROVOKED, 1, 8, 0.85),),
            (after(Response(First.PRESSURE), 0, 0),),
            NONE_HEARD,
            Outcome.HUNG_UP,
            talk(0.60, 10, opener=True),
            -0.50,
            0.60,
            engaged=False,
        ),
    ),
}
