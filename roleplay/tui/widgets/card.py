"""A prospect in the lobby's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import ListItem

from roleplay.tui import figures

if TYPE_CHECKING:
    from roleplay.tui.glance import Glance


class ProspectCard(ListItem):
    """Three lines: who, what they are like, how hard and how it went."""

    def __init__(self, face: Glance, level: int, score: tuple[float, float] | None) -> None:
        super().__init__()
        self.face = face
        self._words = _content(face, level, score)

    def render(self) -> Content:
        """The three lines."""
        return self._words

    def show(self, level: int, score: tuple[float, float] | None) -> None:
        """Draw it again with another level or score."""
        self._words = _content(self.face, level, score)
        self.refresh(layout=True)


def _content(face: Glance, level: int, score: tuple[float, float] | None) -> Content:
    usual = "" if level == face.level else f", usually {face.level}"
    played = (
        f"best {figures.points(score[0])} · last {figures.points(score[1])}"
        if score
        else "not played at this level yet"
    )
    return Content("\n").join(
        [
            Content.assemble((face.name, "bold"), "   ", (f"{face.role}, {face.company}", "$foreground 60%")),
            Content(face.blurb),
            Content.assemble(
                (figures.level(level), "bold $accent" if usual else "$foreground 60%"), (usual, "$accent"),
                ("   ", ""), (played, "$foreground 60%"),
            ),
        ]
    )  # fmt: skip
