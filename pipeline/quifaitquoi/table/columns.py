"""Every table and column: name, type, constraint and meaning. No other module names a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from quifaitquoi.lexicon.types import PLOVER, ROOTS, shipped
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import SECTORS, ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Separates the places of a list inside one cell; a separator inside a value is written `/`.
SEPARATOR: Final = "|"
SEPARATOR_INSIDE: Final = "/"

ColumnType = Literal["string", "integer", "number", "date"]

ALPHA3: Final = "[A-Z]{3}"
# A year, month or day, or an interval of two of them.
EDTF: Final = r"\d{4}(-\d{2}(-\d{2}~?)?)?(/\d{4}(-\d{2}(-\d{2}~?)?)?)?"
ISO_DATE: Final = r"\d{4}(-\d{2}(-\d{2})?)?"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `values` is a closed set in order, `pattern` holds for every non-empty value.

    Columns with the same `parallel` are lists whose places belong together. `follows` says which
    scheme the column follows where PLOVER and CAMEO differ. An `extensible` set may be joined by
    values of a user's own tables.
    """

    name: str
    meaning: str
    type: ColumnType = "string"
    required: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    parallel: str = ""
    follows: str = ""
    extensible: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file is `name` + `.csv`; `foreign` maps a column to (table, column)."""

    name: str
    title: str
    columns: tuple[Column, ...]
    primary: tuple[str, ...] = ()
    foreign: Mapping[str, tuple[str, str]] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The header line."""
        return tuple(column.name for column in self.columns)


EVENT_TYPES: Final = tuple(map(str, shipped()))
FACTUALITIES: Final = tuple(Factuality)
KINDS: Final = tuple(ActorKind)
SECTOR_VALUES: Final = tuple(sorted(SECTORS))
PRECISIONS: Final = ("day", "month", "year", "range")
EVENT_BASES: Final = ("explicit", "relative", "carried", "scene")

EVENT_ID: Final = "[0-9a-f]{16}"
LIST_OF_ALPHA3: Final = rf"({ALPHA3})?(\|({ALPHA3})?)*"
LIST_OF_SECTORS: Final = r"([A-Z]{3})?(\|([A-Z]{3})?)*"


def _participants(role: str, who: str) -> tuple[Column, ...]:
    return (
        Column(f"{role}_keys", f"{who}: canonical keys, as in actors.csv", parallel=role),
        Column(
            f"{role}_countries",
            f"{who}: ISO 3166-1 alpha-3 of the country each belongs to or acts for; an empty place "
            "for an intergovernmental organisation or an actor without country",
            pattern=LIST_OF_ALPHA3,
            parallel=role,
        ),
        Column(
            f"{role}_sectors",
            f"{who}: sectors, each one of {' '.join(SECTOR_VALUES)} or empty",
            pattern=LIST_OF_SECTORS,
            parallel=role,
        ),
        Column(f"{role}_mentions", f"{who}: the words of the article", parallel=role),
    )


_ARTICLE_ID: Final = Column(
    "article_id",
    "path of the raw file without extension, / between folders; the id of a .jsonl line",
    required=True,
)
_TYPE: Final = Column(
    "event_type", "type of the act", required=True, values=EVENT_TYPES, extensible=True
)
_ROOT: Final = Column("cameo_root", "CAMEO root code of the type", required=True, values=ROOTS)
_QUAD: Final = Column(
    "quad_class",
    "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "integer",
    required=True,
    minimum=1,
    maximum=4,
    follows="PLOVER: requests (02) are 3 and sanctions (16) are 4, where CAMEO has 1 and 3",
)
_GOLDSTEIN: Final = Column(
    "goldstein",
    "Goldstein value of the CAMEO root, from -10 (conflict) to 10 (cooperation)",
    "number",
    required=True,
    minimum=-10,
    maximum=10,
    follows="CAMEO",
)
_FACTUALITY: Final = Column(
    "factuality",
    "whether the act happened or is under way, is planned, possible, or said not to happen",
    required=True,
    values=FACTUALITIES,
)
_RULE: Final = Column("rule_id", "rule that found the mention", required=True)
_DATE_START: Final = Column("date_start", "first day of the date, included", "date")
_DATE_END: Final = Column("date_end", "last day of the date, included", "date")


def _offset(name: str, what: str) -> Column:
    meaning = f"{what}, in Unicode code points of the raw file as decoded"
    return Column(name, meaning, "integer", required=True, minimum=0)


EVENTS: Final = Table(
    "events",
    "One row per event mention",
    (
        Column(
            "event_id",
            "first 16 hex digits of a SHA-256 over article, trigger offsets and type",
            required=True,
            unique=True,
            pattern=EVENT_ID,
        ),
        Column(
            "group_id",
            "event_id of the first mention of the same event in the article",
            required=True,
            pattern=EVENT_ID,
        ),
        _ARTICLE_ID,
        Column("published", "publication date of the article, if known", pattern=ISO_DATE),
        Column("sentence", "sentence of the trigger, white space collapsed", required=True),
        Column("trigger", "word that names the act, as written", required=True),
        Column("trigger_lemma", "dictionary form of the trigger", required=True),
        _offset("trigger_start", "start of the trigger"),
        _offset("trigger_end", "end of the trigger, not included"),
        _TYPE,
        _ROOT,
        Column(
            "plover_type",
            "PLOVER type of the act; empty for statements, which PLOVER does not code",
            values=PLOVER,
            follows="PLOVER: CAMEO 02 and 10 are both REQUEST, 09 and 11 ACCUSE, 18 to 20 ASSAULT; "
            "08 is RETREAT for a rule with CAMEO code 084 to 087, else CONCEDE",
        ),
        _QUAD,
        _GOLDSTEIN,
        _FACTUALITY,
        Column("attribution", "key of the actor whom the article gives as the source of the claim"),
        *_participants("source", "who acts"),
        *_participants("target", "towards or with whom"),
        Column("event_date", "when it takes place, EDTF", pattern=EDTF),
        _DATE_START,
        _DATE_END,
        Column("date_precision", "precision of the date", values=PRECISIONS),
        Column("date_text", "date expression, as written"),
        Column(
            "date_basis",
            "explicit: the words fix it; relative: counted from another date; carried: stated "
            "elsewhere in the article; scene: that of the occasion which the article reports",
            values=EVENT_BASES,
        ),
        Column("place", "where it takes place, as written"),
        Column("place_country", "country of the place, ISO alpha-3", pattern=ALPHA3),
        Column(
            "confidence",
            "probability that this mention is an event of this type, by weights learnt from gold, "
            "two decimals; empty where rules alone decide",
            "number",
            minimum=0,
            maximum=1,
        ),
        _RULE,
    ),
    primary=("event_id",),
    foreign={"article_id": ("articles", "article_id"), "group_id": ("events", "event_id")},
)

DATES: Final = Table(
    "dates",
    "One row per date expression",
    (
        _ARTICLE_ID,
        _offset("start", "start of the expression"),
        _offset("end", "end of the expression, not included"),
        Column("text", "the expression, as written", required=True),
        Column("value", "what it means, EDTF", pattern=EDTF),
        _DATE_START,
        _DATE_END,
        Column("precision", "precision of the date", values=PRECISIONS),
        Column(
            "basis",
            "explicit: the words fix the value; relative: counted from another date",
            values=EVENT_BASES[:2],
        ),
        _RULE,
    ),
    primary=("article_id", "start", "end"),
    foreign={"article_id": ("articles", "article_id")},
)

_KIND: Final = Column("kind", "kind of actor", values=KINDS)
_COUNTRY: Final = Column(
    "country", "ISO alpha-3 of the country it belongs to or acts for", pattern=ALPHA3
)
_SECTOR: Final = Column("sector", "sector of the actor", values=SECTOR_VALUES)

MENTIONS: Final = Table(
    "mentions",
    "One row per mention of an actor and actor that it stands for. A capital or a seat of power "
    "that is only a place (« à Paris ») stands here only where an event takes it for its state",
    (
        _ARTICLE_ID,
        _offset("start", "start of the mention"),
        _offset("end", "end of the mention, not included"),
        Column("text", "the mention, as written, without article or title", required=True),
        Column("key", "canonical key; empty where the article does not say who is meant"),
        _KIND,
        _COUNTRY,
        _SECTOR,
        _RULE,
    ),
    foreign={"article_id": ("articles", "article_id")},
)

ACTORS: Final = Table(
    "actors",
    "One row per actor of the run",
    (
        Column("key", "canonical key", required=True, unique=True),
        _KIND,
        _COUNTRY,
        _SECTOR,
        Column("articles", "articles that mention it", "integer", required=True, minimum=0),
        Column("mentions", "its mentions", "integer", required=True, minimum=0),
        Column("events", "event mentions it takes part in", "integer", required=True, minimum=0),
    ),
    primary=("key",),
)

DYADS: Final = Table(
    "dyads",
    "One row per ordered pair of actors of an event; a joint subject gives each pair both ways",
    (
        Column("event_id", "event that the pair comes from", required=True, pattern=EVENT_ID),
        _ARTICLE_ID,
        _DATE_START,
        Column("source_key", "who acts", required=True),
        Column("source_country", "its country, ISO alpha-3", pattern=ALPHA3),
        Column("source_sector", "its sector", values=SECTOR_VALUES),
        Column("target_key", "towards or with whom", required=True),
        Column("target_country", "its country, ISO alpha-3", pattern=ALPHA3),
        Column("target_sector", "its sector", values=SECTOR_VALUES),
        _TYPE,
        _ROOT,
        _QUAD,
        _GOLDSTEIN,
        _FACTUALITY,
    ),
    primary=("event_id", "source_key", "target_key"),
    foreign={"event_id": ("events", "event_id"), "article_id": ("articles", "article_id")},
)

STATUSES: Final = ("ok", "partial", "empty", "rejected", "failed")
PUBLISHED_BASES: Final = ("metadata", "argument", "html", "header", "dateline")

ARTICLES: Final = Table(
    "articles",
    "One row per article that was read or rejected",
    (
        Column("article_id", _ARTICLE_ID.meaning, required=True, unique=True),
        Column("file", "raw file that it was read from"),
        Column("sha256", "SHA-256 of the bytes of the raw file", pattern="[0-9a-f]{64}"),
        Column("published", "publication date, if known", pattern=ISO_DATE),
        Column("published_basis", "where that date was found", values=PUBLISHED_BASES),
        Column("title", "title, if known"),
        Column("source", "medium that published it, if known"),
        Column("characters", "length of the raw text in code points", "integer", minimum=0),
        Column("sentences", "sentences left after cleaning", "integer", minimum=0),
        Column("dates", "date expressions found", "integer", minimum=0),
        Column("events", "event mentions found", "integer", minimum=0),
        Column(
            "status",
            "ok, partial (without the lines on which a stage failed), empty (no sentence left), "
            "rejected, or failed (for want of memory or the like: the next run tries again)",
            required=True,
            values=STATUSES,
        ),
        Column("reason", "why it is not ok"),
        Column(
            "duplicate_of",
            "article_id of the earliest article of the run that says the same in the same words, "
            "as wire copies do; empty for that one and for what is no copy. Without the articles "
            "that have one here, events and dyads are counted once per story",
        ),
    ),
    primary=("article_id",),
)

TABLES: Final = {table.name: table for table in (EVENTS, DATES, MENTIONS, ACTORS, DYADS, ARTICLES)}
