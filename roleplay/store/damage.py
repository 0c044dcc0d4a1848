"""What was met in the database and did not read as what it is: each is named, and stands in no other's way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement

from roleplay.errors import StoreError

DROP = "`roleplay calls delete {id}` drops it."
ANEW = "`roleplay calls rescore {id}` makes a new one."


class Damage(dict[str, str]):
    """What to say of each, in the order they were met: calls by their id, entries of the journal as "no 7"."""

    def note(self, id: str, what: str = "call {id} is damaged", mend: str = DROP) -> StoreError:
        """Remember one; the error that names it and the mend."""
        self[id] = f"{what}; {mend}".format(id=id)
        return StoreError(self[id])

    @contextmanager
    def noted(self, id: str) -> Iterator[None]:
        """What is read in here belongs to that call. Raises StoreError that names it where it does not read."""
        try:
            yield
        except (ValueError, KeyError) as error:
            raise self.note(id) from error

    def others(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Only calls that are none of these."""
        return column.not_in(list(self))
