"""Progress in words."""

from __future__ import annotations

from roleplay.coach.guessed import PLAIN
from roleplay.practice.progress import GUESSES, HALF_LIFE, LEAST, Line, Progress, Trend

BLOCKS = "▁▂▃▄▅▆▇█"
GAP = "·"
SAYS = (
    f"Recent calls weigh more: go back {HALF_LIFE} calls, and a call counts half. "
    "A line is called up or down only where the difference is more than chance."
)


def strip(line: Line) -> str:
    """A mark for each week, higher for better; a dot where there was no call."""
    return "".join(GAP if mean is None else BLOCKS[min(7, int(mean / 12.5))] for mean in line.weeks)


def trend(found: Trend) -> str:
    """How the last calls compare with those before, in words."""
    if found.word == "too soon":
        return f"too soon to say (it takes {2 * LEAST} calls)"
    by = f" by {abs(found.by):.0f}" if found.word != "steady" else ""
    if not found.levels:
        return f"{found.word}{by}"
    was, now = found.levels
    return f"{found.word}{by}, {'harder' if now > was else 'easier'} calls (level {was:.1f} to {now:.1f})"


def headline(found: Progress) -> str:
    """The newest blind call, which is what counts."""
    if not found.calls:
        return "No scored calls yet. One call is enough to begin: pick a prospect and call."
    if not found.blind.calls:
        return "No blind call yet. It is the figure to trust: somebody you have not met, no hints, no rewind."
    last = found.blind.calls[-1]
    score = "not scored" if last.total is None else f"{last.total:.0f} of 100"
    before = [call.total for call in found.blind.calls[:-1] if call.total is not None]
    was = f"; the one before, {before[-1]:.0f}" if before else ""
    return f"Last blind call: {score}, {last.name}, level {last.level}, {last.day}{was}."


def next_blind(found: Progress) -> str:
    """When the next blind call is."""
    if found.blind.due:
        return "A blind call is due."
    left = found.blind.left
    return f"{left} more {'call' if left == 1 else 'calls'} until the next blind one."


def level(found: Progress) -> str:
    """The level to play next, with its reason."""
    if found.level is None:
        return "Begin at the level the prospect's card shows."
    if found.level.level == found.level.now:
        return f"Stay at level {found.level.level}. {found.level.reason}"
    return f"Try level {found.level.level}. {found.level.reason}"


def guesses(found: Progress, *, asked: bool = True) -> str:
    """How often the rep knew before the card what had happened; `asked` says whether they are asked at all."""
    counted = [f"{PLAIN[item.name]} {item.right} of {item.of}" for item in found.guesses if item.of]
    if counted:
        return f"What you thought before the card was right: {', '.join(counted)} (the last {GUESSES} guesses count)."
    if not asked:
        return "You are not asked what you think before a card. g on a card asks again; guesses are counted here."
    return "No guess yet: say before a card what you think happened, and how often you are right stands here."
