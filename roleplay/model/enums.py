"""What things are called: moves, acts, kinds of no and yes, stages, outcomes."""

from __future__ import annotations

from enum import StrEnum


class Move(StrEnum):
    """What a rep's message does."""

    NO_ORIENTED = "no_oriented_question"
    YES_SEEKING = "yes_seeking_question"
    TIE_DOWN = "tie_down"
    CALIBRATED = "calibrated_question"
    WHY = "why_question"
    LABEL = "label"
    MIRROR = "mirror"
    SUMMARY = "summary"
    AUDIT = "accusation_audit"
    EMPATHY = "empathy"
    PERMISSION = "permission_opener"
    SMALL_TALK = "small_talk"
    PITCH = "pitch"
    REBUTTAL = "rebuttal"
    PRESSURE = "pressure_close"
    NEXT_STEP = "next_step"
    EXIT = "graceful_exit"
    HOSTILE = "hostile"
    META = "meta"
    OTHER = "other"


class Reply(StrEnum):
    """What a prospect's line does, as read from its words (recorded calls, and the guard over a model's voice)."""

    HARD_NO = "hard_no"
    SOFT_NO = "soft_no"
    BOUNDARY = "boundary"
    PERMISSION_NO = "permission_no"
    PRICE = "objection:price"
    TIMING = "objection:timing"
    AUTHORITY = "objection:authority"
    NEED = "objection:need"
    TRUST = "objection:trust"
    COMPETITOR = "objection:competitor"
    STATUS_QUO = "objection:status_quo"
    INFO = "objection:info"
    COUNTERFEIT = "counterfeit_yes"
    CONFIRMATION = "confirmation_yes"
    COMMITMENT = "commitment_yes"
    THATS_RIGHT = "thats_right"
    YOURE_RIGHT = "youre_right"
    QUESTION = "question"
    OTHER = "other"

    @property
    def side(self) -> str:
        """Whether it is a "no", a "yes" or "neither"."""
        if self.startswith("objection:") or self in ("hard_no", "soft_no", "boundary", "permission_no"):
            return "no"
        return "yes" if self.endswith("_yes") or self in ("thats_right", "youre_right") else "neither"


class Act(StrEnum):
    """What the script decides the prospect does next. Each has a template of its name in `prompts/acts/`."""

    GREET = "greet"
    PERMISSION_NO = "permission_no"
    GENUINE_NO = "genuine_no"
    BARE_NO = "bare_no"
    CORRECT = "correct"
    SOFT_NO = "soft_no"
    CONFIRM = "confirm"
    COUNTERFEIT_YES = "counterfeit_yes"
    CONDITIONAL_YES = "conditional_yes"
    COMMITMENT_YES = "commitment_yes"
    COUNTER_PLAN = "counter_plan"
    DISCLOSE = "disclose"
    DETAIL = "detail"
    DEFLECT = "deflect"
    DONT_KNOW = "dont_know"
    OBJECT = "object"
    HOLD = "hold"
    DOUBT = "doubt"
    BRIEF = "brief"
    ASK_BACK = "ask_back"
    STALL = "stall"
    THATS_RIGHT = "thats_right"
    YOURE_RIGHT = "youre_right"
    PUZZLED = "puzzled"
    REBUKE = "rebuke"
    BOUNDARY = "boundary"
    HANG_UP = "hang_up"
    DISENGAGE = "disengage"
    REFER = "refer"
    FAREWELL = "farewell"
    GATE_ASK = "gate_ask"
    GATE_HOLD = "gate_hold"
    GATE_PASS = "gate_pass"
    GATE_BLOCK = "gate_block"


class Meaning(StrEnum):
    """What a no means underneath: the seven readings the technique names."""

    NOT_READY = "not_ready"
    UNCOMFORTABLE = "uncomfortable"
    NOT_UNDERSTOOD = "not_understood"
    CANNOT_AFFORD = "cannot_afford"
    WANTS_ELSE = "wants_else"
    NEEDS_INFORMATION = "needs_information"
    NEEDS_SOMEONE = "needs_someone"


class Category(StrEnum):
    """What an objection says it is about."""

    PRICE = "price"
    TIMING = "timing"
    AUTHORITY = "authority"
    NEED = "need"
    TRUST = "trust"
    COMPETITOR = "competitor"
    STATUS_QUO = "status_quo"
    INFO = "info"


class NoKind(StrEnum):
    """How much a no is worth: see `coach.rubric` for the values."""

    REASON = "reason"
    CORRECTION = "correction"
    BARE = "bare"
    PERMISSION = "permission"
    EXIT_BAIT = "exit_bait"
    PROVOKED = "provoked"


class YesKind(StrEnum):
    """The three kinds of yes."""

    COUNTERFEIT = "counterfeit"
    CONFIRMATION = "confirmation"
    COMMITMENT = "commitment"


class Stage(StrEnum):
    """How far the call has come."""

    OPEN = "open"
    DISCOVER = "discover"
    EVALUATE = "evaluate"
    COMMIT = "commit"
    WON = "won"
    LOST = "lost"


class Outcome(StrEnum):
    """How a call ended; the rubric's ending dimension has a value for each."""

    COMMITMENT = "commitment"
    SMALL_STEP = "small_step"
    EXIT_KNOWN = "exit_reason_known"
    INFORMATION = "information"
    EXIT_UNKNOWN = "exit_reason_unknown"
    VAGUE = "vague_maybe"
    UNVERIFIED = "unverified_yes"
    HUNG_UP = "hung_up"
    HONOURED = "do_not_call_honoured"
    IGNORED = "do_not_call_ignored"
    NOTHING = "nothing_said"


class Mode(StrEnum):
    """Practice shows badges, moods, hints and rewind during the call; exam shows them only afterwards."""

    PRACTICE = "practice"
    EXAM = "exam"


class Status(StrEnum):
    """Where an objection stands."""

    LATENT = "latent"
    RAISED = "raised"
    EXPLORED = "explored"
    RESOLVED = "resolved"
