"""Ways in which a stored call may come to harm; {id} is the call's."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from roleplay import config

HARMS = {
    "its date is none": "UPDATE calls SET started = 'yesterday' WHERE id = '{id}'",
    "its ending is none": "UPDATE calls SET outcome = 'zzz' WHERE id = '{id}'",
    "its set-up is cut": "UPDATE calls SET setup = substr(setup, 1, 20) WHERE id = '{id}'",
    "a turn of it is cut": "UPDATE turns SET body = substr(body, 1, 40) WHERE call = '{id}' AND number = 1",
    "a turn of it is another thing": "UPDATE turns SET body = '[]' WHERE call = '{id}' AND number = 1",
    "its prospect is not kept": "DELETE FROM personas WHERE hash IN"
    " (SELECT json_extract(setup, '$.persona_hash') FROM calls WHERE id = '{id}')",
    "its prospect's file is cut": "UPDATE personas SET text = substr(text, 1, 90) WHERE hash IN"
    " (SELECT json_extract(setup, '$.persona_hash') FROM calls WHERE id = '{id}')",
}
"""The call cannot be used any more."""
CARD_CUT = "UPDATE cards SET body = substr(body, 1, 30) WHERE call = '{id}'"
CARD_GONE = "DELETE FROM cards WHERE call = '{id}'"
NEWER = (
    "UPDATE cards SET rubric = '99', body = json_set(body, '$.rubric', '99', '$.dimensions[0].name', 'charm',"
    ' \'$.dimensions[#]\', json(\'{{"name": "poise", "weight": 3, "score": 0.5, "why": "later"}}\'))'
    " WHERE call = '{id}'"
)


def harm(how: str, id: str) -> None:
    """Do it."""
    with closing(sqlite3.connect(config.database_file())) as db, db:
        assert db.execute(how.format(id=id)).rowcount > 0
