"""A call written out whole: JSON for programs, Markdown for people."""

from __future__ import annotations

from typing import Any

from roleplay import coach, codec
from roleplay.inert import one_line
from roleplay.model import Call, Scorecard
from roleplay.persona import Persona
from roleplay.prospect import gate


def as_json(call: Call, card: Scorecard | None) -> dict[str, Any]:
    """The call and its newest card, as stored."""
    return {"call": codec.to_json(call), "scorecard": codec.to_json(card) if card else None}


def as_markdown(call: Call, card: Scorecard | None, persona: Persona) -> str:
    """The transcript with moves and acts, and the card."""
    setup = call.setup
    lines = [
        f"# {_text(persona.name)}, level {setup.level}, {call.started[:16].replace('T', ' ')} UTC", "",
        f"{setup.mode.capitalize()} mode, seed {setup.seed}, voice {_text(setup.model or 'built-in')}, call {call.id}, "
        f"{(call.outcome or 'open').replace('_', ' ')}.", "",
        f"**{gate.speaker(persona)}:** {_text(call.opening)}", "",
    ]  # fmt: skip
    for turn in call.turns:
        mood = turn.state.mood
        lines += [
            f"**{turn.number}. You:** {_text(turn.said)}  ",
            f"*{_text(coach.badge(turn))}*", "",
            f"**{gate.speaker(persona, turn.cue)}:** {_text(turn.reply)}  ",
            f"*{turn.cue.act.replace('_', ' ')} · trust {mood.trust:.0f}, interest {mood.interest:.0f}, "
            f"pressure {mood.pressure:.0f}*",
            "",
        ]  # fmt: skip
    if card:
        lines += ["## Card", "", "```text", coach.text(card, call, persona).replace("```", "'''"), "```", ""]
    return "\n".join(lines)


def _text(words: str) -> str:
    """Words that Markdown leaves as they are, on one line."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|~" else letter for letter in one_line(words))
