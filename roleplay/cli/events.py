"""A call as JSON lines: the contract for scripts. Keys are only ever added."""

from __future__ import annotations

import sys

from roleplay import coach, codec
from roleplay.cli.parts import write_json
from roleplay.model import Cue, Scorecard, Turn
from roleplay.prospect import gate
from roleplay.session import Session


class JsonEvents:
    """Writes one object a line, at once."""

    def began(self, session: Session) -> None:
        """The call's setup, and the opening line."""
        setup = session.call.setup
        write_json(
            {"event": "call", "persona": setup.persona, "level": setup.level, "seed": setup.seed, "mode": setup.mode,
             "model": setup.model, "version": setup.version}
        )  # fmt: skip
        write_json({"event": "opening", **_speaker(session), "reply": session.call.opening})

    def turn(self, session: Session, turn: Turn) -> None:
        """One turn."""
        mood = turn.state.mood
        no = {"kind": turn.no.kind, "value": coach.no_value(turn.no)} if turn.no else None
        voice = turn.voice
        write_json(
            {"event": "turn", "turn": turn.number, "said": turn.said,
             "moves": [{"move": heard.move, "cue": heard.cue} for heard in turn.reading.moves],
             "act": turn.cue.act, **_speaker(session, turn.cue), "reply": turn.reply,
             "mood": {"trust": mood.trust, "interest": mood.interest, "pressure": mood.pressure},
             "no": no, "yes": turn.yes,
             "voice": {"source": voice.source, "tries": voice.tries, "reasons": list(voice.reasons)}}
        )  # fmt: skip

    def note(self, text: str) -> None:
        """Notes go to stderr, so that stdout stays what the contract says."""
        sys.stderr.write(f"roleplay: {text}\n")

    def ended(self, session: Session, card: Scorecard) -> None:
        """How it ended, and the scorecard."""
        call = session.call
        write_json({"event": "end", "by": call.ended_by, "outcome": call.outcome})
        body = codec.to_json(card)
        write_json({"event": "scorecard", **{key: body[key] for key in ("total", "dimensions", "findings", "focus")}})


def _speaker(session: Session, cue: Cue | None = None) -> dict[str, str]:
    """Who says a line, where a gatekeeper may."""
    who = session.persona
    return {"speaker": gate.speaker(who, cue)} if who.gatekeeper else {}
