"""What the scorer compares, whether it comes from gold, from published tables or from a run."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from quifaitquoi.labels import PARTIAL
from quifaitquoi.table import ARTICLES, date_rows, event_rows, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from quifaitquoi.labels import Gold, GoldArticle, GoldEvent, GoldParticipant
    from quifaitquoi.records.actors import Actor
    from quifaitquoi.records.events import Result
    from quifaitquoi.table import Cell, Row


class Party(NamedTuple):
    """An actor in a role."""

    key: str
    country: str

    @property
    def side(self) -> str:
        """Its country, or for an actor without one (CEDEAO, a movement) its key."""
        return self.country or self.key


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as it is scored; the trigger stands at raw offsets [start, end).

    Mentions of one event in an article have the same `group`; an empty one is nobody else's.
    """

    start: int
    end: int
    type: str
    factuality: str = ""
    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    date: str = ""
    country: str = ""
    rule_id: str = ""
    confidence: float | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class CodedDate:
    """A date expression as it is scored, at raw offsets [start, end)."""

    start: int
    end: int
    value: str
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """Events and dates of one article, by offset; `wrong` were judged to be no such events."""

    events: tuple[CodedEvent, ...] = ()
    dates: tuple[CodedDate, ...] = ()
    wrong: tuple[CodedEvent, ...] = ()


Coding = dict[str, CodedArticle]


def gold_coding(gold: Gold) -> Coding:
    """Gold labels by id of the articles that are labelled as a whole.

    An actor that actors.csv lacks has no country.
    """
    return {
        name: _gold_article(article, gold.actors)
        for name, article in gold.articles.items()
        if gold.splits.get(name) != PARTIAL
    }


def partial_coding(gold: Gold) -> Coding:
    """Gold labels by id of the articles of which only what has a label was judged."""
    return {
        name: _gold_article(article, gold.actors)
        for name, article in gold.articles.items()
        if gold.splits.get(name) == PARTIAL
    }


def predictions_from_results(results: Iterable[Result]) -> Coding:
    """Predictions of a run in this process, exactly as its tables would give them."""
    coding: Coding = {}
    for result in results:
        coding |= predictions_from_rows(event_rows(result), date_rows(result))
    return coding


def read_published(folder: Path) -> dict[str, str]:
    """Publication dates by article id, from the articles.csv of a folder."""
    return {str(row["article_id"]): str(row["published"]) for row in read_rows(folder, ARTICLES)}


def predictions_from_rows(events: Iterable[Row], dates: Iterable[Row]) -> Coding:
    """Predictions in rows of the events and dates tables, by article id."""
    coded_events: defaultdict[str, list[CodedEvent]] = defaultdict(list)
    coded_dates: defaultdict[str, list[CodedDate]] = defaultdict(list)
    for row in events:
        coded_events[_text(row, "article_id")].append(_coded_event(row))
    for row in dates:
        start, end = _offset(row, "start"), _offset(row, "end")
        value = normalise_date(_text(row, "value"))
        coded_dates[_text(row, "article_id")].append(
            CodedDate(start, end, value, _text(row, "rule_id"))
        )
    return {
        article_id: CodedArticle(
            tuple(sorted(coded_events[article_id], key=lambda event: (event.start, event.type))),
            tuple(sorted(coded_dates[article_id], key=lambda date: date.start)),
        )
        for article_id in sorted(coded_events.keys() | coded_dates.keys())
    }


def normalise_date(value: str) -> str:
    """EDTF without white space; an interval from a date to itself is that date."""
    value = "".join(value.split())
    start, slash, end = value.partition("/")
    return start if slash and start == end else value


def _coded_event(row: Row) -> CodedEvent:
    return CodedEvent(
        _offset(row, "trigger_start"),
        _offset(row, "trigger_end"),
        _text(row, "event_type"),
        _text(row, "factuality"),
        _parties(row, "source"),
        _parties(row, "target"),
        normalise_date(_text(row, "event_date")),
        _text(row, "place_country"),
        _text(row, "rule_id"),
        _number(row, "confidence"),
        _text(row, "group_id"),
    )


def _gold_article(article: GoldArticle, actors: Mapping[str, Actor]) -> CodedArticle:
    events, wrong = (
        tuple(_gold_event(event, actors) for event in sorted(side, key=lambda event: event.start))
        for side in (article.events, article.wrong)
    )
    dates = sorted(article.dates, key=lambda date: date.start)
    coded = (CodedDate(date.start, date.end, normalise_date(date.value)) for date in dates)
    return CodedArticle(events, tuple(coded), wrong)


def _gold_event(event: GoldEvent, actors: Mapping[str, Actor]) -> CodedEvent:
    return CodedEvent(
        event.start,
        event.end,
        event.type,
        event.factuality,
        _gold_parties(event.sources, actors),
        _gold_parties(event.targets, actors),
        normalise_date(event.when.value) if event.when else "",
        event.where.country if event.where else "",
        group=str(event.group or ""),
    )


def _gold_parties(
    participants: Iterable[GoldParticipant], actors: Mapping[str, Actor]
) -> tuple[Party, ...]:
    return tuple(
        Party(key, actors[key].country if key in actors else "")
        for participant in participants
        for key in participant.keys
    )


def _parties(row: Row, role: str) -> tuple[Party, ...]:
    keys, countries = _places(row.get(f"{role}_keys")), _places(row.get(f"{role}_countries"))
    parties = (Party(*pair) for pair in zip_longest(keys, countries, fillvalue=""))
    return tuple(party for party in parties if party.side)


def _places(cell: Cell) -> Iterable[str]:
    return cell if isinstance(cell, tuple | list) else ()


def _text(row: Row, column: str) -> str:
    return str(row.get(column) or "").strip()


def _offset(row: Row, column: str) -> int:
    cell = row.get(column)
    if not isinstance(cell, int):
        msg = f"{column} is no offset: {cell}"
        raise TypeError(msg)
    return cell


def _number(row: Row, column: str) -> float | None:
    """A number, be it of a run or as a table has it; None for anything else."""
    try:
        return float(_text(row, column))
    except ValueError:
        return None
