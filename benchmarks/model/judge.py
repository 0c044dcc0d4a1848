"""What came of the lines: how many passed the guard, and what those that reach the screen are like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roleplay import listener
from roleplay.prospect.guard import SAME, as_said, check, trim
from roleplay.prospect.guard import band as length_of
from roleplay.prospect.guard_acts import AGREEING, NOS, RULES, UNSURE, YESES
from roleplay.prospect.guard_text import words
from roleplay.prospect.scene import Scene
from roleplay.simulate.checks import interval

REFUSING = frozenset(act for act, rule in RULES.items() if rule.must and rule.must <= NOS)
"""Acts that refuse, and nothing else."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line in its scene; `voiced` says that a model spoke it, `tries` how often it was asked."""

    scene: Scene
    text: str
    voiced: bool = True
    tries: int = 1
    reasons: tuple[str, ...] = ()


def judged(scene: Scene, raw: str) -> Line:
    """A raw answer as the guard takes it at the first try; what it has against it stands in `reasons`."""
    low, high = length_of(scene)
    text = trim(as_said(raw, scene.persona), low, high)
    return Line(scene, text, reasons=check(text, scene))


def report(lines: Sequence[Line], name: str) -> Iterator[str]:
    """First tries, then what reaches the screen, in Markdown."""
    voiced = [line for line in lines if line.voiced]
    yield f"{name}: {len(lines)} lines\n"
    yield "| what | figure |\n|---|---|"
    yield _share("passed at the first try", [line.tries == 1 and line.voiced and not line.reasons for line in lines])
    if any(line.tries > 1 for line in lines):
        yield _share("spoken by the model in the end", [line.voiced for line in lines])
        yield f"| tries a line | {sum(line.tries for line in lines) / max(1, len(lines)):.2f} |"
    shown = [line for line in lines if not (line.voiced and line.tries == 1 and line.reasons)]
    yield from _on_screen(shown, "on screen")
    if len(voiced) < len(lines):
        yield from _on_screen([line for line in shown if line.voiced], "on screen, the model's own")
    against = Counter(
        reason.partition(":")[0] if not reason.startswith("act") else reason
        for line in lines
        for reason in line.reasons
    )
    yield f"\nWhat was held against tries: {', '.join(f'{why} {count}' for why, count in against.most_common())}"


def _on_screen(lines: Sequence[Line], where: str) -> Iterator[str]:
    yield _share(f"{where}: reads as the act, by the listener alone", [fits(line) for line in lines])
    yield _share(f"{where}: agrees where it should refuse, or the reverse", [turned(line) for line in lines])
    yield _share(f"{where}: tells a locked fact", [_has(line, "leak") for line in lines])
    yield _share(f"{where}: takes the seller's or a machine's role", [_has(line, "role", "model") for line in lines])
    yield _share(f"{where}: says an own line again ({SAME:.0%} of trigrams)", [_has(line, "repeats") for line in lines])
    sizes = [len(words(line.text)) for line in lines]
    yield f"| {where}: mean words a line | {sum(sizes) / max(1, len(sizes)):.1f} |"


def fits(line: Line) -> bool:
    """Whether the listener, with none of the guard's leniency, hears nothing the act may not be."""
    rule, heard = RULES[line.scene.cue.act], listener.read_prospect(line.text, line.scene.said)
    return heard.confidence < UNSURE or heard.reply not in rule.never


def turned(line: Line) -> bool:
    """A yes read where the act refuses, or a no where it agrees, with any confidence that counts."""
    act, heard = line.scene.cue.act, listener.read_prospect(line.text, line.scene.said)
    sure = heard.confidence >= UNSURE
    return sure and ((act in REFUSING and heard.reply in YESES) or (act in AGREEING and heard.reply in NOS))


def _has(line: Line, *kinds: str) -> bool:
    return any(reason.partition(":")[0] in kinds for reason in check(line.text, line.scene))


def _share(what: str, found: Sequence[bool]) -> str:
    if not found:
        return f"| {what} | none to judge |"
    low, high = interval(sum(found) / len(found), len(found))
    return f"| {what} | {sum(found)} of {len(found)}, {sum(found) / len(found):.1%} ({low:.1%} to {high:.1%}) |"
