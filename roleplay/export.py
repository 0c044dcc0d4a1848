"""A call written out whole: JSON for programs, Markdown for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from roleplay import coach, codec, takes
from roleplay.inert import one_line
from roleplay.model import Call, Scorecard, Take
from roleplay.persona import Persona


def as_json(call: Call, card: Scorecard | None, played: Sequence[Take] = ()) -> dict[str, Any]:
    """The call, its newest card and its takes, as stored."""
    return {
        "call": codec.to_json(call),
        "scorecard": codec.to_json(card) if card else None,
        "takes": [codec.to_json(take) for take in played],
    }


def as_markdown(call: Call, card: Scorecard | None, persona: Persona, played: Sequence[Take] = ()) -> str:
    """The transcript with moves and acts, the card, and the moments played again."""
    setup = call.setup
    lines = [
        f"# {_text(persona.name)}, level {setup.level}, {call.started[:16].replace('T', ' ')} UTC", "",
        f"{setup.mode.capitalize()} mode, seed {setup.seed}, voice {_text(setup.model or 'built-in')}, call {call.id}, "
        f"{(call.outcome or 'open').replace('_', ' ')}.", "",
        f"**{persona.first_name}:** {_text(call.opening)}", "",
    ]  # fmt: skip
    for turn in call.turns:
        mood = turn.state.mood
        lines += [
            f"**{turn.number}. You:** {_text(turn.said)}  ",
            f"*{_text(coach.badge(turn))}*", "",
            f"**{persona.first_name}:** {_text(turn.reply)}  ",
            f"*{turn.cue.act.replace('_', ' ')} · trust {mood.trust:.0f}, interest {mood.interest:.0f}, "
            f"pressure {mood.pressure:.0f}*",
            "",
        ]  # fmt: skip
    if card:
        lines += ["## Card", "", "```text", coach.text(card, call, persona).replace("```", "'''"), "```", ""]
    for take in played:
        lines += _take(take, call, persona)
    return "\n".join(lines)


def _take(take: Take, call: Call, persona: Persona) -> list[str]:
    """A moment played again, beside what it was."""
    both = takes.compare(call, take, persona)
    scores = "{:.0f}, then {:.0f}".format(*both.totals) if both.totals else "too short for a total"
    lines = [f"## Turn {take.turn} again: {scores}", ""]
    for turn in take.turns:
        lines += [f"**{turn.number}. You:** {_text(turn.said)}  ", f"**{persona.first_name}:** {_text(turn.reply)}", ""]
    lines += [f"- {_text(str(item))}" for item in both.changed]
    lines += ["", f"What was different: {_text(take.different)}"] if take.different else []
    return [*lines, ""]


def _text(words: str) -> str:
    """Words that Markdown leaves as they are, on one line."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|~" else letter for letter in one_line(words))
