"""A call as Markdown, to be read and to be kept in a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from roleplay import coach, takes
from roleplay.export import words
from roleplay.inert import one_line
from roleplay.model import Call, Mode, Scorecard, Take
from roleplay.persona import Persona
from roleplay.prospect import gate


def as_markdown(call: Call, card: Scorecard | None, persona: Persona, played: Sequence[Take] = ()) -> str:
    """The transcript with moves and acts, the card, and the moments played again."""
    setup = call.setup
    lines = [
        f"# {_text(persona.name)}, level {setup.level}, {words.when(call.started)}", "",
        f"{setup.mode.capitalize()} mode, seed {setup.seed}, voice {_text(setup.model or 'built-in')}, call {call.id}, "
        f"{words.ending(call)}.", "",
        f"**{_text(gate.speaker(persona))}:** {_text(call.opening)}", "",
    ]  # fmt: skip
    sealed = setup.mode is Mode.EXAM and call.outcome is None  # an exam that is not over shows its words alone
    for turn in call.turns:
        name = gate.speaker(persona, turn.cue)
        if sealed:
            lines += [f"**{turn.number}. You:** {_text(turn.said)}", "", f"**{_text(name)}:** {_text(turn.reply)}", ""]
            continue
        lines += [
            f"**{turn.number}. You:** {_text(turn.said)}  ",
            f"*{_text(coach.badge(turn))}*", "",
            f"**{_text(name)}:** {_text(turn.reply)}  ",
            f"*{words.answer(turn)} · {words.moods(turn)}*", "",
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
        lines += [
            f"**{turn.number}. You:** {_text(turn.said)}  ",
            f"**{_text(gate.speaker(persona, turn.cue))}:** {_text(turn.reply)}",
            "",
        ]
    lines += [f"- {_text(str(item))}" for item in both.changed]
    lines += ["", f"What was different: {_text(take.different)}"] if take.different else []
    return [*lines, ""]


def _text(words: str) -> str:
    """Words that Markdown leaves as they are, on one line."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|~" else letter for letter in one_line(words))
