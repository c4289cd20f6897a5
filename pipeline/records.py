"""Frozen records that pass between the stages.

Offsets are Unicode code points. Within the stages they count in `CleanText.text`;
`CleanText.raw_span` turns them into offsets of the file as decoded, which is what every table
holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from pipeline.tokens import Token, text, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span


class BlockKind(StrEnum):
    """What a block of text is to its article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


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


class ActorKind(StrEnum):
    """Kinds of actor of gold/GUIDELINES.md."""

    PERSON = "PERSON"
    STATE = "STATE"
    FORCE = "FORCE"
    IGO = "IGO"
    ORG = "ORG"
    GROUP = "GROUP"


SECTORS: Final = frozenset("GOV MIL COP JUD LEG OPP REB PTY IGO NGO BUS MED EDU CVL".split())


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came.

    `published` is ISO 8601 at day, month or year precision, or empty; `published_basis` says where
    it was found: metadata, argument, html, header, dateline, or empty.
    """

    id: str
    text: str
    title: str = ""
    published: str = ""
    published_basis: str = ""
    source: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read, with the reason that articles.csv gives."""

    id: str
    file: str
    reason: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A title, heading or paragraph: a stretch [start, end) of the clean text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch [start, end) of the raw text that was left out, and the rule that left it out."""

    start: int
    end: int
    rule_id: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text without boilerplate and odd characters, with the way back to the raw text.

    `clean_starts` and `raw_starts` are parallel and ascending: from clean offset clean_starts[i] to
    the next, clean and raw characters stand one to one, the first at raw_starts[i]. Where they do
    not (a repaired sequence of several characters), the run holds one character, and `wide` has its
    clean offset and the number of raw characters that it stands for, ascending.
    """

    text: str
    blocks: tuple[Block, ...]
    clean_starts: tuple[int, ...]
    raw_starts: tuple[int, ...]
    dropped: tuple[Dropped, ...] = ()
    wide: tuple[tuple[int, int], ...] = ()

    def raw_offset(self, offset: int) -> int:
        """Raw offset of the character at a clean offset."""
        run = bisect_right(self.clean_starts, offset) - 1
        return self.raw_starts[run] + offset - self.clean_starts[run]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets [start, end) of a non-empty clean stretch [start, end)."""
        if not 0 <= start < end <= len(self.text):
            msg = f"no such stretch of the clean text: {start}:{end} of {len(self.text)}"
            raise ValueError(msg)
        index = bisect_left(self.wide, (end - 1, 0))
        last, width = self.wide[index] if index < len(self.wide) else (-1, 1)
        return self.raw_offset(start), self.raw_offset(end - 1) + (width if last == end - 1 else 1)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; each block is a Doc of its own, which starts at clean offset `offset`."""

    span: Span
    offset: int
    index: int
    block: int
    kind: BlockKind

    @property
    def tokens(self) -> list[Token]:
        """Its tokens, quick to read; their `doc` holds those of the whole block."""
        return tokens(self.span.doc)[self.span.start : self.span.end]

    @property
    def text(self) -> str:
        """Its text."""
        return text(self.span.doc)[self.span.start_char : self.span.end_char]

    def chars(self, first: Token, last: Token) -> tuple[int, int]:
        """Clean offsets [start, end) from token `first` to token `last`, both included."""
        return self.offset + first.idx, self.offset + last.idx + len(last)


class Grain(StrEnum):
    """Units of the calendar, from fine to coarse."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What a date's words leave open and count from."""

    CALENDAR = "calendar"
    PUBLICATION = "publication"
    TEXT = "text"


class Direction(StrEnum):
    """On which side of the anchor a date lies, as far as a word or a tense says so."""

    NONE = ""
    PAST = "past"
    SAME = "same"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class DatePart:
    """One point or period as the words give it; None where they say nothing.

    `year` under 100 was written with two digits. `weekday` is 1 (Monday) to 7. `number` is which
    quarter, season, week ... (-1: the last) of the year or month, or the century. `shift` counts
    `grain`s from the anchor, or from `base` (« le lendemain du 13 mars »). `direction` is that of a
    word (« dernier », « prochain », « ce »).
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    shift: int = 0
    anchor: Anchor = Anchor.CALENDAR
    direction: Direction = Direction.NONE
    base: DatePart | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as the text says it, before any calendar.

    `start` and `end` are clean offsets. `last` is the other end of a range. `tense` is the side
    that the verb or the preposition around it points to. `apposed`: it restates the date before it
    (« le 30 juillet, quatre jours après le putsch »). `complement`: it has a complement of its own
    (« la veille de l'arrivée »).
    """

    start: int
    end: int
    text: str
    first: DatePart
    last: DatePart | None
    tense: Direction
    rule_id: str
    sentence: int
    block: int
    apposed: bool = False
    complement: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression and its calendar meaning.

    `value` is EDTF as gold/GUIDELINES.md writes it; `date_start` and `date_end` are its first and
    last day, included; `precision` is day, month, year or range; `basis` is explicit when the words
    alone fix the value, relative when the publication date or another date was needed.
    """

    start: int
    end: int
    text: str
    value: str
    date_start: str
    date_end: str
    precision: str
    basis: str
    rule_id: str
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part, keyed as in gold/GUIDELINES.md."""

    key: str
    kind: ActorKind
    country: str = ""
    sector: str = ""


class MentionForm(StrEnum):
    """How a mention points to its actor."""

    NAME = "name"
    DESCRIPTION = "description"
    DEMONYM = "demonym"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of a mention say by themselves about its actor, for identity.py.

    `kind` and `sector` as far as the words fix them; `key` is a name in its usual capitals, or the
    noun phrase that becomes the key of an actor without a name; `countries` are ISO codes that the
    phrase states (several: a choice when it is a name, all of them when it is an adjective); `noun`
    holds the folded office, group or description nouns; `gender` is m, f or empty; `count` is the
    number of actors, 0 for a plural without number; `subject` and `main` say whether it is the
    subject of a verb, and of the sentence's main verb; `start` and `end` bound the whole phrase
    with its titles; `owner` is the clean offset of the possessive or complement whose actor
    completes the phrase (« son homologue »), -1 without one.
    """

    kind: ActorKind | None = None
    key: str = ""
    countries: tuple[str, ...] = ()
    sector: str = ""
    noun: tuple[str, ...] = ()
    gender: str = ""
    count: int = 1
    definite: bool = True
    subject: bool = False
    main: bool = False
    demonym: bool = False
    start: int = -1
    end: int = -1
    owner: int = -1


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for one or several actors.

    `start` and `end` are the label's extent (no title, no article); `head` is the clean offset of
    the token that governs the phrase in the tree (« président » in « le président Faure Gnassingbé
    »). `keys` is empty until identity.py has said who it is, and stays empty when nobody can be
    named.
    """

    start: int
    end: int
    text: str
    head: int
    sentence: int
    form: MentionForm
    rule_id: str
    keys: tuple[str, ...] = ()
    traits: Traits = Traits()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name and the ISO alpha-3 country that it lies in (empty when not known)."""

    start: int
    end: int
    text: str
    country: str
    rule_id: str
    sentence: int


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
class ActionMention:
    """A trigger with its type, factuality and arguments.

    `when` and `where` are the date and place that the trigger itself governs, if any; events.py
    completes them from the sentence and the article. `tense` is that of the verb that carries it;
    `definite`: a noun, which may repeat an earlier mention; `heading`: in a title or heading.
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
    tense: Tense = Tense.NONE
    object_act: int = -1
    goes_back: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor as the events table shows it: parallel cells of one role."""

    key: str
    country: str
    sector: str
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of events.csv; the columns are described in table.py."""

    event_id: str
    group_id: str
    article_id: str
    published: str
    sentence: str
    trigger: str
    trigger_lemma: str
    trigger_start: int
    trigger_end: int
    event_type: EventType
    factuality: Factuality
    attribution: str
    sources: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    event_date: str
    date_start: str
    date_end: str
    date_precision: str
    date_text: str
    date_basis: str
    place: str
    place_country: str
    rule_id: str
    cameo: str = ""


def event_id(article_id: str, start: int, end: int, event_type: EventType) -> str:
    """16 hex digits that stay the same while article, raw trigger offsets and type do."""
    identity = f"{article_id}\n{start}\n{end}\n{event_type}"
    return sha256(identity.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one article gave; offsets of all mentions are raw.

    `sketch` stands for its clean text where copies of one story are looked for.
    """

    article: Article
    events: tuple[Event, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[ActorMention, ...]
    actors: Mapping[str, Actor]
    sentences: int
    sketch: str = ""
