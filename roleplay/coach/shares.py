"""The rows of a card as whole points, which always add up to the total that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roleplay.model import Scorecard


@dataclass(frozen=True, slots=True)
class Share:
    """A row of a card: `points` of `weight`, both whole; None and the rubric's own weight where it was not judged.

    What was not judged leaves its weight to the others, so that the weights shown add up to 100.
    """

    name: str
    points: int | None
    weight: int
    why: str

    @property
    def shown(self) -> str:
        """The points of the weight: "12/35"; nothing where it was not judged."""
        return "" if self.points is None else f"{self.points}/{self.weight}"


def shares(card: Scorecard) -> tuple[Share, ...]:
    """The rows of a card, in its own order. Without a total each is rounded by itself."""
    judged = [(item.weight, item.score) for item in card.dimensions if item.score is not None]
    whole = sum(weight for weight, _ in judged)
    if card.total is None or not whole:
        rows = iter([(round(score * weight), weight) for weight, score in judged])
    else:
        weights = [100 * weight / whole for weight, _ in judged]
        most = _whole(weights, 100, [100] * len(judged))
        worth = [score * weight for weight, (_, score) in zip(weights, judged, strict=True)]
        rows = iter(zip(_whole(worth, round(card.total), most), most, strict=True))
    found = []
    for item in card.dimensions:
        points, weight = (None, item.weight) if item.score is None else next(rows)
        found.append(Share(item.name, points, weight, item.why))
    return tuple(found)


def _whole(parts: Sequence[float], total: int, most: Sequence[int]) -> list[int]:
    """The parts as whole numbers that sum to the total, by largest remainder, none above its most.

    A part that is nothing, or all of its most, stays so as long as another can give way.
    """
    found = [min(round(part), top) for part, top in zip(parts, most, strict=True)]
    while (missing := total - sum(found)) != 0:
        step = 1 if missing > 0 else -1
        free = [at for at, value in enumerate(found) if 0 <= value + step <= most[at]]
        if not free:
            break
        partly = [at for at in free if 0 < parts[at] < most[at] - 0.5] or free
        found[max(partly, key=lambda at: step * (parts[at] - found[at]))] += step
    return found
