"""Event mentions: a trigger with its type, factuality and arguments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quifaitquoi.records.actors import ActorMention, PlaceMention
    from quifaitquoi.records.dates import DateMention


class EventType(StrEnum):
    """The twenty acts of gold/GUIDELINES.md, in the order of their CAMEO roots 01 to 20."""

    STATEMENT = "STATEMENT"
    APPEAL = "APPEAL"
    INTEND = "INTEND"
    CONSULT = "CONSULT"
    DIPLOMACY = "DIPLOMACY"
    COOPERATE = "COOPERATE"
    AID = "AID"
    YIELD = "YIELD"
    INVESTIGATE = "INVESTIGATE"
    DEMAND = "DEMAND"
    DISAPPROVE = "DISAPPROVE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    POSTURE = "POSTURE"
    REDUCE = "REDUCE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    FIGHT = "FIGHT"
    MASS = "MASS"


class Factuality(StrEnum):
    """Whether the article says that the act happened."""

    ASSERTED = "ASSERTED"
    PLANNED = "PLANNED"
    POSSIBLE = "POSSIBLE"
    NEGATED = "NEGATED"


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor in a role of an event, the mention that says so, and the function that gave it."""

    keys: tuple[str, ...]
    mention: ActorMention
    function: str


class Tense(StrEnum):
    """When a clause puts its act, as its verb group says; NONE for nouns and bare infinitives."""

    PLUPERFECT = "pluperfect"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger with its type, factuality and arguments.

    `when` and `where` are the date and place that the trigger itself governs, if any; events/
    completes them from the sentence and the article. `tense` is that of the verb that carries it;
    `definite`: a noun, which may repeat an earlier mention; `anew`: an indefinite one, which brings
    up an act of its own; `stands`: a noun that tells of an act though no party is known;
    `heading`: in a title or heading.
    `object_act`: start of the act that its object names (« salue cette rencontre »), or -1;
    `goes_back`: its object means an act told before (« regrette cette décision »).
    """

    start: int
    end: int
    text: str
    lemma: str
    sentence: int
    type: EventType
    factuality: Factuality
    rule_id: str
    cameo: str = ""
    sources: tuple[Argument, ...] = ()
    targets: tuple[Argument, ...] = ()
    attribution: str = ""
    when: DateMention | None = None
    where: PlaceMention | None = None
    definite: bool = False
    anew: bool = False
    stands: bool = False
    tense: Tense = Tense.NONE
    object_act: int = -1
    goes_back: bool = False
    heading: bool = False
