"""Predictions of any system in events.csv and dates.csv, and what they do not give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.evaluate.coding import CodedArticle, Party, predictions_from_rows
from quifaitquoi.table import DATES, EVENTS, read_given

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from quifaitquoi.evaluate.coding import CodedEvent, Coding
    from quifaitquoi.table import Row

#: The least that a system has to say of an event, and of a date.
EVENT_COLUMNS: Final = ("article_id", "trigger_start", "trigger_end", "event_type")
DATE_COLUMNS: Final = ("article_id", "start", "end", "value")
#: What else is scored: the columns that say it.
SLOTS: Final = {
    "factuality": ("factuality",),
    "keys": ("source_keys", "target_keys"),
    "countries": ("source_countries", "target_countries"),
    "date": ("event_date",),
    "place": ("place_country",),
    "groups": ("group_id",),
}
DATES_SLOT: Final = "dates"
_DATE_SCORES: Final = ("date_span_exact", "date_span_overlap", "date_value")
# The slots that a score reads, beyond trigger and type.
_READ: Final[dict[str, tuple[str, ...]]] = {
    "type_factuality": ("factuality",),
    "factuality_aligned": ("factuality",),
    "arguments_key": ("keys",),
    "arguments_key_aligned": ("keys",),
    "arguments_country": ("countries",),
    "arguments_country_aligned": ("countries",),
    "participants_country": ("countries",),
    "participants_country_aligned": ("countries",),
    "event_date": ("date",),
    "event_date_aligned": ("date",),
    "place_country": ("place",),
    "place_country_aligned": ("place",),
    "links_aligned": ("groups",),
    "full_tuple": ("countries", "date"),
    **dict.fromkeys(_DATE_SCORES, (DATES_SLOT,)),
}


@dataclass(frozen=True, slots=True)
class Predictions:
    """What a system found, and the slots that it does not give at all."""

    coding: Coding
    lacking: frozenset[str] = frozenset()

    @property
    def not_given(self) -> frozenset[str]:
        """Scores that say nothing about this system."""
        return frozenset(name for name, slots in _READ.items() if self.lacking & {*slots})

    def comparable(self, gold: Coding) -> Coding:
        """Gold without what the system does not give, so that it does not count as missed."""
        return _without(gold, self.lacking)


def read_predictions(path: Path) -> Predictions:
    """Predictions in an events.csv, or in the events.csv and dates.csv of a folder.

    An events.csv holds at least EVENT_COLUMNS and any columns of SLOTS, a dates.csv DATE_COLUMNS;
    a slot of which a column is missing, or a missing dates.csv, is not given. Raises
    FileNotFoundError where there is no events.csv, and ValueError, with file and line, for one that
    lacks a column or holds what is no offset, type, date or country.
    """
    folder = path.is_dir()
    events, given = _rows(path / "events.csv" if folder else path)
    lacking = {slot for slot, columns in SLOTS.items() if not given.issuperset(columns)}
    dates: list[Row] = []
    if folder and (path / "dates.csv").is_file():
        dates, _ = read_given(path / "dates.csv", DATES, DATE_COLUMNS)
    else:
        lacking.add(DATES_SLOT)
    coding = predictions_from_rows(events, dates)
    return Predictions(_without(coding, lacking), frozenset(lacking))


def _rows(path: Path) -> tuple[list[Row], set[str]]:
    if not path.is_file():
        msg = f"{path} is missing; it holds at least {', '.join(EVENT_COLUMNS)}"
        raise FileNotFoundError(msg)
    return read_given(path, EVENTS, EVENT_COLUMNS)


def _without(coding: Coding, lacking: Collection[str]) -> Coding:
    return {
        article_id: CodedArticle(
            tuple(_event(event, lacking) for event in article.events),
            () if DATES_SLOT in lacking else article.dates,
        )
        for article_id, article in coding.items()
    }


def _event(event: CodedEvent, lacking: Collection[str]) -> CodedEvent:
    return replace(
        event,
        factuality="" if "factuality" in lacking else event.factuality,
        sources=_parties(event.sources, lacking),
        targets=_parties(event.targets, lacking),
        date="" if "date" in lacking else event.date,
        country="" if "place" in lacking else event.country,
        group="" if "groups" in lacking else event.group,
    )


def _parties(parties: Iterable[Party], lacking: Collection[str]) -> tuple[Party, ...]:
    given = (
        Party(
            "" if "keys" in lacking else party.key,
            "" if "countries" in lacking else party.country,
        )
        for party in parties
    )
    return tuple(party for party in given if party.side)
