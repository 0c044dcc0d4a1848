"""What a rep thinks of a call before its card is shown."""

from __future__ import annotations

from dataclasses import dataclass

from roleplay.model.enums import Meaning


@dataclass(frozen=True, slots=True)
class Guess:
    """Whether there was a genuine no, what was behind it (None: not said), and which yes was real.

    `yes` is the turn of the yes that was real, 0 for none of them, None where it was not asked or not said.
    """

    genuine: bool
    meaning: Meaning | None = None
    yes: int | None = None
