"""The guard: checks by code, a few milliseconds, before a word of a model's reply reaches the screen.

It answers with short stable reasons ("act: agrees", "leak: ledger", "number: 40", "length: 61"); none means that the
line passes. Whether a line is good it cannot see: it keeps out what the script forbids.
"""

from __future__ import annotations

from roleplay.listener.words import words_of
from roleplay.prospect import script
from roleplay.prospect.guard_acts import HELD_WHOLE, act_faults
from roleplay.prospect.guard_facts import fact_faults
from roleplay.prospect.guard_person import person_faults
from roleplay.prospect.guard_text import aloud, as_said, clean, least, most, sentences, trim, words
from roleplay.prospect.scene import Scene

__all__ = ["Release", "band", "check", "clean", "correction", "trim"]

SAME = 0.8
"""The share of a line's trigrams that makes it an earlier line over again."""


ROOM = 10
"""Words by which a line may be longer than its act's where what the card has it say is longer."""


def band(scene: Scene) -> tuple[int, int]:
    """How long the line is to be, in words: as the cue says, with room for what it has to hold and for an aside."""
    low, high = scene.cue.words
    needs = len(words(script.gist(scene)))
    return low, max(high, min(needs, high + ROOM)) + len(words(script.aside(scene)))


def check(text: str, scene: Scene) -> tuple[str, ...]:
    """Why the line may not be said in this scene; empty when it may."""
    if not text:
        return ("empty",)
    return (
        *act_faults(text, scene),
        *fact_faults(text, scene),
        *person_faults(text, scene),
        *_form_faults(text, scene),
    )


def _form_faults(text: str, scene: Scene) -> list[str]:
    low, high = band(scene)
    size, found = len(words(text)), []
    if not least(low) <= size <= most(high):
        found.append(f"length: {size}")
    if text.count("?") > 1:
        found.append("two questions")
    if any(_repeats(text, line) for line in scene.spoken):
        found.append("repeats")
    return found


def _repeats(text: str, earlier: str) -> bool:
    new, old = words_of(text), words_of(earlier)
    if len(new) < 3:
        return new == old
    trigrams = {tuple(new[start : start + 3]) for start in range(len(new) - 2)}
    before = {tuple(old[start : start + 3]) for start in range(len(old) - 2)}
    return len(trigrams & before) >= SAME * len(trigrams)


_CORRECTIONS = {
    "act: agrees": "you agreed. You must not agree to anything now",
    "act: refuses": "you refused. Do not refuse now",
    "act: cuts off": "you told them never to call. Do not",
    "act: lets on": "you let them go on. Do not",
    "act: asks": "you asked a question. Ask nothing",
    "act: commits": "you named a day or a number. Stay vague",
    "act: withholds": "you left out what you may now say. Say it",
    "act": "you did not do what SAY asks. Do just that",
    "leak": "you said more than you tell a stranger. Use only what is listed",
    "number": "you named a number nobody gave you. Name none",
    "date": "you named a day nobody gave you. Name none",
    "name": "you named somebody or something nobody mentioned. Name none",
    "role": "you spoke like a seller, helper or coach. You are the one being called",
    "model": "you spoke like a machine. You are a person on the phone",
    "promise": "you promised something. Promise nothing",
    "language": "you changed the language. Keep to the one of the call",
    "length": "it was the wrong length. Keep to LENGTH",
    "two questions": "you asked two questions. Ask one at most",
    "repeats": "you had said that before. Say it in new words",
    "empty": "you said nothing. Say one line",
}


def correction(reasons: tuple[str, ...]) -> str:
    """What was wrong with the last try, for the model, in plain words; it names no fact, since that may be a secret."""
    told = [_CORRECTIONS.get(reason) or _CORRECTIONS[reason.partition(":")[0]] for reason in reasons]
    return "; ".join(dict.fromkeys(told))


class Release:
    """Decides, while an answer still grows, what of it may be shown: by sentence, or whole for acts that must be whole.

    Nothing is shown until what there is passes every check. Then each further sentence follows if the line still passes
    with it; at the first that does not, the reply is complete. `text` is what was let through so far, `reasons` why
    the whole failed, and `closed` says that nothing more will be let through.
    """

    def __init__(self, scene: Scene) -> None:
        self.text = ""
        self.reasons: tuple[str, ...] = ()
        self.closed = False
        self._scene = scene
        self._shown = 0

    def feed(self, raw: str, *, done: bool = False, cut: bool = False) -> str:
        """The piece to show now that the answer reads `raw`, or "".

        `done` says that this is the whole answer, `cut` that its last sentence broke off.
        """
        if self.closed:
            return ""
        low, high = band(self._scene)
        found = sentences(as_said(raw, self._scene.persona))
        whole = found if done and not cut else found[:-1]
        last = done or len(words(aloud(raw))) > 2 * most(high) or len(words(" ".join(whole))) >= most(high)
        if not last and self._scene.cue.act in HELD_WHOLE:
            return ""
        before = len(self.text)
        if last and not whole:
            whole = found
        self._extend(sentences(trim(" ".join(whole), low, high)), last=last)
        return self.text[before:]

    def _extend(self, found: list[str], *, last: bool) -> None:
        if not self.text:
            self._begin(found, last=last)
        self.closed = self.closed or " ".join(found[: self._shown]) != self.text
        while self._shown < len(found) and self.text and not self.closed:
            line = " ".join(found[: self._shown + 1])
            self.closed = bool(check(line, self._scene))
            if not self.closed:
                self.text, self._shown = line, self._shown + 1
        self.closed = self.closed or last

    def _begin(self, found: list[str], *, last: bool) -> None:
        """Let through all there is; or, of a finished answer, the longest beginning that passes."""
        for count in range(len(found), 0 if last else len(found) - 1, -1):
            line = " ".join(found[:count])
            reasons = check(line, self._scene)
            if not reasons:
                self.text, self._shown, self.reasons = line, count, ()
                return
            if count == len(found):
                self.reasons = reasons
        if not found:
            self.reasons = ("empty",)
