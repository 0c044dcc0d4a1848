"""The words of the domain, as frozen records and enums that every other module speaks in.

Only the standard library is used here, so that loading the vocabulary costs nothing at start-up. Records are stored
and exported as JSON by `roleplay.codec`.
"""

from roleplay.model.bundle import FORMAT, Bundle, DatedCard, PersonaFile
from roleplay.model.call import Call, Cue, Heard, Line, Mood, No, ObjectionState, Reading, Setup, State, Turn, Voice
from roleplay.model.card import Dimension, Finding, Scorecard
from roleplay.model.enums import Act, Category, Meaning, Mode, Move, NoKind, Outcome, Reply, Stage, Status, YesKind
from roleplay.model.guess import Guess
from roleplay.model.journal import Came, Digest, Entry, Plan, Push, Source
from roleplay.model.practice import NoItem
from roleplay.model.take import Take

__all__ = [
    "FORMAT",
    "Act",
    "Bundle",
    "Call",
    "Came",
    "Category",
    "Cue",
    "DatedCard",
    "Digest",
    "Dimension",
    "Entry",
    "Finding",
    "Guess",
    "Heard",
    "Line",
    "Meaning",
    "Mode",
    "Mood",
    "Move",
    "No",
    "NoItem",
    "NoKind",
    "ObjectionState",
    "Outcome",
    "PersonaFile",
    "Plan",
    "Push",
    "Reading",
    "Reply",
    "Scorecard",
    "Setup",
    "Source",
    "Stage",
    "State",
    "Status",
    "Take",
    "Turn",
    "Voice",
    "YesKind",
]
