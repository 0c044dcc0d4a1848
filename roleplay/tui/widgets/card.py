"""A prospect in the lobby's list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import ListItem

from roleplay.tui import figures

if TYPE_CHECKING:
    from roleplay.tui.glance import Glance


class Played(NamedTuple):
    """How it went with a prospect at a level: the best and the last score, or None where there is no call yet."""

    score: tuple[float, float] | None

    def __str__(self) -> str:
        if self.score is None:
            return "not played at this level yet"
        return f"best {figures.points(self.score[0])} · last {figures.points(self.score[1])}"


class ProspectCard(ListItem):
    """Three lines: who, what they are like, how hard and how it went."""

    def __init__(self, face: Glance, level: int, played: Played | None) -> None:
        super().__init__()
        self.face = face
        self._words = _content(face, level, played)

    def render(self) -> Content:
        """The three lines."""
        return self._words

    def show(self, level: int, played: Played | None) -> None:
        """Draw it again with another level or score."""
        self._words = _content(self.face, level, played)
        self.refresh(layout=True)


def _content(face: Glance, level: int, played: Played | None) -> Content:
    usual = "" if level == face.level else f", usually {face.level}"
    return Content("\n").join(
        [
            Content.assemble((face.name, "bold"), "   ", (f"{face.role}, {face.company}", "$foreground 60%")),
            Content(face.blurb),
            Content.assemble(
                (figures.level(level), "bold $accent" if usual else "$foreground 60%"), (usual, "$accent"),
                ("   ", ""), ("" if played is None else str(played), "$foreground 60%"),
            ),
        ]
    )  # fmt: skip
