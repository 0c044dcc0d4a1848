"""What screens report to the app, which then shows the next screen. Each says what has happened, never what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from roleplay.model import Call, Guess, Mode, NoItem, Push, Scorecard
    from roleplay.persona import Persona
    from roleplay.session import Session
    from roleplay.takes import Retake
    from roleplay.tui.kept import Kept


class ProspectChosen(Message):
    """A prospect was picked; the brief is next."""

    def __init__(self, persona_id: str) -> None:
        super().__init__()
        self.persona_id = persona_id


class BriefRead(Message):
    """The rep is ready to call."""

    def __init__(self, persona: Persona, level: int, mode: Mode) -> None:
        super().__init__()
        self.persona, self.level, self.mode = persona, level, mode


class CallPicked(Message):
    """An unfinished call is to go on."""

    def __init__(self, call_id: str) -> None:
        super().__init__()
        self.call_id = call_id


class CallOver(Message):
    """The call has ended and may be scored."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class Guessed(Message):
    """The rep said what they think happened, or skipped it (guess None); `ask` is False to be asked no more."""

    def __init__(self, session: Session, guess: Guess | None, *, ask: bool = True) -> None:
        super().__init__()
        self.session, self.guess, self.ask = session, guess, ask


class NextWanted(Message):
    """The rep wants the prospect after this one."""

    def __init__(self, persona_id: str) -> None:
        super().__init__()
        self.persona_id = persona_id


class TranscriptWanted(Message):
    """The rep wants to read a call, from a turn on (0: from its beginning)."""

    def __init__(self, call_id: str, turn: int = 0) -> None:
        super().__init__()
        self.call_id, self.turn = call_id, turn


class CardWanted(Message):
    """The rep wants to see the card of a finished call."""

    def __init__(self, call_id: str) -> None:
        super().__init__()
        self.call_id = call_id


class MomentWanted(Message):
    """The rep wants to play a moment of a finished call again."""

    def __init__(self, kept: Kept, turn: int) -> None:
        super().__init__()
        self.kept, self.turn = kept, turn


class TakeOver(Message):
    """A second or third take has ended."""

    def __init__(self, kept: Kept, retake: Retake) -> None:
        super().__init__()
        self.kept, self.retake = kept, retake


class TakesWanted(Message):
    """The rep wants to see the takes of a call."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept


class BlindWanted(Message):
    """The rep is ready for the blind call."""

    def __init__(self, persona_id: str, level: int | None) -> None:
        super().__init__()
        self.persona_id, self.level = persona_id, level


class PlanWanted(Message):
    """The rep wants an if-then plan out of this call."""

    def __init__(self, call: Call, card: Scorecard) -> None:
        super().__init__()
        self.call, self.card = call, card


class NoWanted(Message):
    """The rep wants to drill this no."""

    def __init__(self, item: NoItem) -> None:
        super().__init__()
        self.item = item


class FlipWanted(Message):
    """The rep wants to flip this line of theirs."""

    def __init__(self, line: Push) -> None:
        super().__init__()
        self.line = line


class JournalChanged(Message):
    """A no was written down; `entry` is its number in the journal."""

    def __init__(self, entry: int) -> None:
        super().__init__()
        self.entry = entry


class PlanChanged(Message):
    """Another if-then plan is in force."""
