"""Events as the tables show them, and all that one article gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quifaitquoi.records.actions import EventType, Factuality
    from quifaitquoi.records.actors import Actor, ActorMention, PlaceMention
    from quifaitquoi.records.articles import Article
    from quifaitquoi.records.dates import DateMention


@record
class Participant:
    """An actor as the events table shows it: parallel cells of one role."""

    key: str
    country: str
    sector: str
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of events.csv; the columns are described in table/columns.py."""

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
    confidence: float | None = None


class SceneKind(StrEnum):
    """What an article reports: people who come together, those who use force, or one day's news."""

    GATHERING = "gathering"
    VIOLENCE = "violence"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Scene:
    """The occasion that an article reports: date, place, the word that names it, and its kind."""

    date: DateMention
    place: PlaceMention | None
    word: str
    kind: SceneKind = SceneKind.GATHERING


def event_id(article_id: str, start: int, end: int, event_type: EventType) -> str:
    """16 hex digits that stay the same while article, raw trigger offsets and type do."""
    identity = f"{article_id}\n{start}\n{end}\n{event_type}"
    return sha256(identity.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that one article gave; offsets of all mentions are raw.

    `sketch` stands for its clean text where copies of one story are looked for; `unread` says
    which lines were left out since a stage failed on them, and how.
    """

    article: Article
    events: tuple[Event, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[ActorMention, ...]
    actors: Mapping[str, Actor]
    sentences: int
    sketch: str = ""
    unread: str = ""
