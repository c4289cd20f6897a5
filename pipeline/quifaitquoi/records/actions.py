"""Event mentions: a trigger with its type, factuality and arguments."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.records.actors import ActorMention, PlaceMention
    from quifaitquoi.records.dates import DateMention


class Trait(StrEnum):
    """What rules ask of a type of act; `data/README.md` says what each means."""

    STATES = "states"
    SPEECH = "speech"
    WISH = "wish"
    ASKS = "asks"
    PROMISES = "promises"
    MEETING = "meeting"
    OCCASION = "occasion"
    SHARED = "shared"
    REACTION = "reaction"
    CLAIM = "claim"
    REFUSES = "refuses"
    THREATENS = "threatens"
    ACCUSES = "accuses"
    FRIENDLY = "friendly"
    ADDRESSED = "addressed"
    MARCH = "march"
    SEIZES = "seizes"
    VIOLENT = "violent"
    SUFFERED = "suffered"
    GENERIC = "generic"
    STAYING = "staying"


class Codes(NamedTuple):
    """What a type means in the schemes of the field."""

    cameo_root: str = ""
    plover_type: str = ""
    quad_class: int = 1
    goldstein: float = 0.0


class EventType(str):
    """The name of a type of act, with what its row of `data/types.csv` says of it.

    It is equal to its name. Rules ask for its traits and never for its name, so that a new type is
    a row. `plover_of` gives the PLOVER type of finer CAMEO codes that have one of their own,
    `labels` the type's French and English names.
    """

    codes: Codes
    traits: frozenset[Trait]
    plover_of: Mapping[str, str]
    labels: tuple[str, str]

    def __new__(
        cls,
        name: str,
        codes: Codes = Codes(),  # noqa: B008 - immutable
        traits: frozenset[Trait] = frozenset(),
        plover_of: Mapping[str, str] | None = None,
        labels: tuple[str, str] = ("", ""),
    ) -> Self:
        """A type; by its name alone it has neither codes nor traits."""
        self = super().__new__(cls, name)
        self.codes, self.traits, self.labels = codes, traits, labels
        self.plover_of = plover_of or {}
        return self

    def has(self, *traits: Trait) -> bool:
        """Whether it has one of these traits."""
        return not self.traits.isdisjoint(traits)


class Factuality(StrEnum):
    """Whether the article says that the act happened."""

    ASSERTED = "ASSERTED"
    PLANNED = "PLANNED"
    POSSIBLE = "POSSIBLE"
    NEGATED = "NEGATED"


class Basis(StrEnum):
    """What says that a word has its function: the tree, or what is read beside it."""

    TREE = "the tree"
    UPWARD = "the tree above"
    CLAUSE = "its clause"
    SHARED = "the clause whose subject is shared"
    SPEAKER = "the speech beside it"
    INVERTED = "inversion"
    FRONTED = "its place in front"
    BEHIND = "its place behind"
    ANTECEDENT = "the relative clause behind it"
    PREPOSITION = "its preposition"
    LIST = "the list that it is in"
    OWNER = "what belongs to it"
    ABOVE = "the act above"


@record
class Argument:
    """An actor in a role of an event, the mention that says so, the function that gave it, and why.

    `basis` is what says that the word has that function.
    """

    keys: tuple[str, ...]
    mention: ActorMention
    function: str
    basis: Basis = Basis.TREE


class Tense(StrEnum):
    """When a clause puts its act, as its verb group says; NONE for nouns and bare infinitives."""

    PLUPERFECT = "pluperfect"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = ""


@record
class EventMention:
    """A trigger with its type, factuality and arguments.

    `when` and `where` are the date and place that the trigger itself governs, if any; events/
    completes them from the sentence and the article. `within`: the countries to which the sentence
    leaves an act without a place, empty for any; `number`: 2 for a noun that tells of several acts,
    1 of a single one, 0 where the word does not say. `tense` is that of the verb that carries it;
    `definite`: a noun, which may repeat an earlier mention; `anew`: an indefinite one, which brings
    up an act of its own; `stands`: a noun that tells of an act though no party is known;
    `heading`: in a title or heading.
    `object_act`: start of the act that its object names (« salue cette rencontre »), or -1;
    `goes_back`: its object means an act told before (« regrette cette décision »). `confidence` is
    the probability that trigger and type are right, None where it is not known; `weighed`: evidence
    decided, so that it needs no parties.
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
    within: frozenset[str] = frozenset()
    number: int = 0
    definite: bool = False
    anew: bool = False
    stands: bool = False
    tense: Tense = Tense.NONE
    object_act: int = -1
    goes_back: bool = False
    heading: bool = False
    confidence: float | None = None
    weighed: bool = False


@record
class Offer:
    """A candidate: a trigger that may report an act of some type, and the evidence for that.

    `lost` names the step at which the rules gave it up, empty where they take it; `evidence` holds
    the names of features that `data/weights.csv` weighs.
    """

    start: int
    end: int
    text: str
    type: EventType
    lost: str
    evidence: frozenset[str]


class Step(StrEnum):
    """Where a word that may report an act stops being an event, in the order of the steps."""

    TEXT = "text"
    WORD = "word"
    GATE = "gate"
    SENSE = "sense"
    PARTY = "party"
    WEEDED = "weeded"
    WEIGHT = "weight"
    TYPE = "type"


@record
class Trace:
    """The step at which a word is lost: at that of an event, what comes after may give it up yet.

    `word` is its dictionary form; `reason` says what is wrong in few words, that many may share;
    `detail` says it in full where there is more to say.
    """

    start: int
    end: int
    step: Step
    word: str = ""
    reason: str = ""
    detail: str = ""
