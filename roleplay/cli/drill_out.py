"""A drill written down as it goes: as plain text for people, as JSON lines for scripts."""

from __future__ import annotations

import textwrap
from typing import Protocol

from roleplay.cli.parts import write, write_json
from roleplay.inert import one_line
from roleplay.model.practice import Drill, Verdict
from roleplay.practice.exercise import Exercise, Said
from roleplay.practice.skills import RULES

WIDTH = 80
HELP = "One line is one answer. /skip passes an item over, /end stops; what you did is kept."


class Out(Protocol):
    """How a drill is written down as it goes."""

    def began(self, drill: Drill, count: int) -> None:
        """The drill begins."""

    def item(self, exercise: Exercise, number: int, count: int) -> None:
        """An item is shown."""

    def said(self, exercise: Exercise, lines: tuple[Said, ...], going_on: bool) -> None:
        """What followed an answer; with `going_on` another answer is wanted."""

    def verdict(self, exercise: Exercise, answer: str, verdict: Verdict) -> None:
        """An item is over."""

    def ended(self, good: int, of: int, said: str) -> None:
        """The drill is over; `said` puts it in words."""


class Prose:
    """Plain text for people; reads well aloud."""

    def began(self, drill: Drill, count: int) -> None:
        """The rules in a sentence."""
        self._write(RULES[drill])
        self._write(HELP)

    def item(self, exercise: Exercise, number: int, count: int) -> None:
        """The item with its number."""
        write("")
        self._write(f"{number} of {count}. {exercise.title}")
        self._lines(exercise.shown)
        self._write(f"[{exercise.prompt}]")

    def said(self, exercise: Exercise, lines: tuple[Said, ...], going_on: bool) -> None:
        """The lines, and what is wanted next."""
        self._lines(lines)
        if going_on:
            self._write(f"[{exercise.prompt}]")

    def verdict(self, exercise: Exercise, answer: str, verdict: Verdict) -> None:
        """Right or not, why, and a line that does it."""
        self._write(f"{'Right' if verdict.ok else 'Not yet'}: {verdict.reason}.")
        if verdict.better:
            self._write(f"{'Another way' if verdict.ok else 'Try'}: “{one_line(verdict.better)}”")

    def ended(self, good: int, of: int, said: str) -> None:
        """The result."""
        write("")
        self._write(f"{said}." if of else "Nothing was answered, so nothing was kept. Come back any time.")

    def _lines(self, lines: tuple[Said, ...]) -> None:
        for said in lines:
            self._write(f"{said.who[:1].upper()}{said.who[1:]}: {said.text}" if said.who else said.text)

    def _write(self, text: str) -> None:
        write(textwrap.fill(one_line(text), WIDTH, subsequent_indent="    "))


class Json:
    """One object a line; keys are only ever added."""

    def began(self, drill: Drill, count: int) -> None:
        """Which drill, how many items."""
        write_json({"event": "drill", "drill": drill, "count": count})

    def item(self, exercise: Exercise, number: int, count: int) -> None:
        """What is shown and asked."""
        shown = [{"who": said.who, "text": said.text} for said in exercise.shown]
        write_json(
            {"event": "item", "item": exercise.item, "skill": exercise.skill, "title": exercise.title, "shown": shown,
             "prompt": exercise.prompt, "choices": list(exercise.choices)}
        )  # fmt: skip

    def said(self, exercise: Exercise, lines: tuple[Said, ...], going_on: bool) -> None:
        """The lines that followed."""
        for said in lines:
            write_json({"event": "said", "item": exercise.item, "who": said.who, "text": said.text})

    def verdict(self, exercise: Exercise, answer: str, verdict: Verdict) -> None:
        """The answer and what it was worth."""
        write_json(
            {"event": "answer", "item": exercise.item, "answer": answer, "ok": verdict.ok, "reason": verdict.reason,
             "better": verdict.better}
        )  # fmt: skip

    def ended(self, good: int, of: int, said: str) -> None:
        """How many were right."""
        write_json({"event": "end", "ok": good, "of": of})
