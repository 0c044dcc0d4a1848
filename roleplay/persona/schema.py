"""The schema of a persona file, field by field."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr

from roleplay.inert import inert, one_line
from roleplay.model import Act, Category, Meaning


def _speakable(text: str) -> str:
    """Text a terminal may show as it is, with something in it. Raises ValueError for other."""
    if not text.strip():
        raise ValueError("is empty")
    if inert(text) != text:
        raise ValueError("holds control characters")
    return text


Text = Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_speakable)]


def _one_line(text: str) -> str:
    if one_line(text) != text:
        raise ValueError("stands on more than one line, or has white space to spare")
    return text


Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_speakable), AfterValidator(_one_line)]
"""What stands on a card or in a heading."""
Lines = Annotated[list[Text], Field(min_length=1)]
Words = Annotated[list[Annotated[str, Field(min_length=2, max_length=40)]], Field(min_length=1)]
Factor = Annotated[float, Field(ge=0.85, le=1.15)]
Offset = Annotated[float, Field(ge=-15, le=15)]

COMMON_TOPICS = (
    "role", "business", "process", "supplier", "problem", "cost", "history", "people",
    "decision", "budget", "timing", "criteria", "today", "contact",
)  # fmt: skip
"""Topics any rep may ask anyone about; the listener knows their words. A persona adds its own."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Offer(_Part):
    """What the rep sells on this call unless they set up an offer of their own."""

    what: Text
    price: Text
    proof: Text
    step: Text
    words: Words
    """Words that give a pitch away: product nouns, feature names."""


class MoodShift(_Part):
    """Points added to the level's starting mood (-15 to 15), with the reason in the persona's life."""

    trust: Offset = 0
    interest: Offset = 0
    pressure: Offset = 0
    because: Text


class Temper(_Part):
    """Factors (0.85-1.15) on what moves do to trust, interest and pressure, with the reason."""

    trust: Factor = 1
    interest: Factor = 1
    pressure: Factor = 1
    because: Text


class Topic(_Part):
    """Something this prospect can be asked about."""

    words: Words
    """Words and short phrases that bring it up, lower case; stems match their endings."""
    about: Text
    """A noun phrase for it, as the prospect would say it: "the waiting time at docks"."""
    matter: Annotated[str, Field(max_length=80)] = ""
    """The same as a stranger would name it, where `about` would puzzle one: "who runs the office"."""
    ask: Annotated[str, Field(max_length=200)] = ""
    """A how or what question a good rep would ask about it, knowing the brief only; suggested by the coach."""
    guess: Annotated[str, Field(max_length=200)] = ""
    """What a good rep might suppose about it, as a clause: "a good part of the waiting never gets billed"."""


class Fact(_Part):
    """Something the prospect knows and may say.

    `tier` 1 is told to anyone civil, 2 takes some trust, 3 is the real reason behind an objection. `behind` names
    that objection; facts behind one objection come out in tier order when it is explored.
    """

    id: Text
    topic: Text
    tier: Literal[1, 2, 3]
    gist: Text
    """For a model: the fact in the second person ("you lost two drivers over it")."""
    says: Annotated[list[Text], Field(min_length=2)]
    """For the built-in actor: whole replies in the persona's voice, 8-35 words, any one of them tells the fact."""
    asked: list[Text] = []
    """Words of questions it answers, as a stranger would put them: "who decides", "how long does it take"."""
    more: list[Text] = []
    """Further detail when asked again, one line each."""
    behind: str = ""


class Objection(_Part):
    """A no with a stated category, a cover, and what it really means."""

    id: Text
    category: Category
    meaning: Meaning
    gist: Text
    """For a model: the cover in the second person ("you are not sure it is worth the switch")."""
    labels: list[Text] = []
    """What a good rep might say lies behind it, as clauses after "It sounds like": a guess, never the secret."""
    asks: list[Text] = []
    """How and what questions a good rep would put to it; the coach suggests these and the labels."""
    cover: Annotated[list[Text], Field(min_length=3)]
    """What the prospect says first, as a whole reply that also reads well after "No."; 6-25 words."""
    again: Annotated[list[Text], Field(min_length=2)]
    """The same, shorter and harder, when it is argued with."""


class Step(_Part):
    """A next step: the words it is recognised by, and how the prospect takes it up (who, when, what)."""

    what: Text
    words: Words
    says: Lines


class Steps(_Part):
    """The step this prospect would accept, and one they would not (with the line that refuses it)."""

    accept: Step
    refuse: Step
    counter: Lines
    """How the prospect proposes their own, smaller step with a day in it."""
    condition: Lines
    """A yes that depends on something, said before they are ready."""


class Unknown(_Part):
    """Something the prospect truly does not know."""

    words: Words
    says: Lines


class Referral(_Part):
    """The person they would send the rep to, and how they say so."""

    who: Text
    says: Lines


class Gatekeeper(_Part):
    """Who picks up before the prospect does: an assistant, a front desk. They know none of the prospect's reasons."""

    name: Name
    role: Name
    opening: Annotated[list[Text], Field(min_length=2)]
    """How they pick up."""
    asks: Annotated[list[Text], Field(min_length=3)]
    """What they want to know before anything else."""
    deflects: Annotated[list[Text], Field(min_length=3)]
    """How they keep a caller away without a refusal."""
    messages: Annotated[list[Text], Field(min_length=2)]
    """How they take a message: a way back in, with a time."""
    passes: Annotated[list[Text], Field(min_length=2)]
    """How they put a caller through."""
    blocks: Annotated[list[Text], Field(min_length=2)]
    """How they refuse."""

    @property
    def first_name(self) -> str:
        """What the transcript calls them."""
        return self.name.split()[0]


class Example(_Part):
    """An example exchange for the model: what a rep says, how this prospect answers."""

    rep: Text
    prospect: Text


class Persona(_Part):
    """One prospect, as written in `personas/<id>.yaml`."""

    name: Name
    role: Name
    company: Name
    trade: Name
    blurb: Name
    """One line of temperament and situation for the lobby, under 60 letters."""
    level: Annotated[int, Field(ge=1, le=5)]
    register_: Literal["plain", "clipped", "warm", "formal"] = Field(alias="register")
    winnable: bool = True
    pleasing: Annotated[float, Field(ge=0, le=1)] = 0.15
    """How readily they agree just to be kind: the chance (0-1) that an early push gets an empty yes."""
    reason: Text
    """Why the rep is calling, one sentence for the brief."""
    public: Annotated[list[Text], Field(min_length=3)]
    """What the rep may know beforehand."""
    offer: Offer
    day: Text
    """What they were doing when the phone rang, in the second person."""
    mood: MoodShift
    temper: Temper
    opening: Annotated[list[Text], Field(min_length=2)]
    """How they pick up the phone."""
    speaks: Annotated[list[Text], Field(min_length=3)]
    """Habits of speech, for the model."""
    examples: Annotated[list[Example], Field(min_length=2, max_length=2)]
    topics: dict[str, Topic]
    facts: Annotated[list[Fact], Field(min_length=15)]
    objections: Annotated[list[Objection], Field(min_length=3)]
    """The first is the main one: the no most calls turn on."""
    steps: Steps
    unknown: Annotated[list[Unknown], Field(min_length=2)]
    referral: Referral | None = None
    gatekeeper: Gatekeeper | None = None
    """Who has to be passed first; most prospects pick up themselves."""
    counterfeit: Annotated[list[Text], Field(min_length=3)]
    """Their way of agreeing to get off the phone: no day, no name, no amount."""
    lines: dict[Act, Lines] = {}
    """Lines of their own for an act, used before the common ones."""
    tangents: Annotated[list[Text], Field(min_length=2)]
    """Asides from their day (level 4)."""
    demands: Annotated[list[Text], Field(min_length=2)]
    """Things they ask for that a rep cannot give (level 5)."""

    _id: str = PrivateAttr("")
    _source: str = PrivateAttr("")
    _facts: dict[str, Fact] = PrivateAttr(default_factory=dict)

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self._id

    @property
    def hash(self) -> str:
        """The first 12 hex digits of the sha256 of the file's text."""
        return hashlib.sha256(self._source.encode()).hexdigest()[:12]

    @property
    def source(self) -> str:
        """The file's text."""
        return self._source

    @property
    def first_name(self) -> str:
        """What the transcript calls them: the last name where a title leads, else the first."""
        parts = self.name.split()
        return " ".join(parts[:1] + parts[-1:]) if parts[0].rstrip(".") in {"Dr", "Mr", "Mrs", "Ms"} else parts[0]

    def fact(self, id: str) -> Fact:
        """The fact of that id; KeyError where there is none."""
        if not self._facts:
            self._facts.update((fact.id, fact) for fact in self.facts)
        return self._facts[id]

    def objection(self, id: str) -> Objection:
        """The objection of that id; KeyError where there is none."""
        return {objection.id: objection for objection in self.objections}[id]

    def behind(self, objection: str) -> list[Fact]:
        """The facts behind an objection, shallowest first; the last is its real reason."""
        return sorted((f for f in self.facts if f.behind == objection), key=lambda fact: fact.tier)
