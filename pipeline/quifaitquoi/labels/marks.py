"""Rows that a reader of the page judged, as labels: what is right, what is no such event.

Only what was judged becomes a label. The articles are of the split `partial`, from which weights
are learnt for the judged words alone, and which no score counts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.labels.draft import nearest, occurrences
from quifaitquoi.labels.gold import GoldArticle, GoldDate, GoldEvent, GoldParticipant, GoldPlace
from quifaitquoi.labels.standoff import words_of
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.table import EVENTS, text_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quifaitquoi.table import Row

RIGHT: Final = "right"
WRONG: Final = "wrong"
#: Parts of a row that may be wrong, by the names that the page gives them.
ACT: Final = "act"
FACTUALITY: Final = "factuality"
PARTS: Final = (ACT, "source", "target", "when", "where", FACTUALITY)


class MarksError(ValueError):
    """A line of a file of marks that is none, with its number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row as it was judged: its cells by column, the verdict, what is wrong of it, a note."""

    row: Mapping[str, str]
    verdict: str
    wrong: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows of the tables that the page was made of, and the texts of the articles by id."""

    events: Sequence[Row]
    dates: Sequence[Row]
    mentions: Sequence[Row]
    actors: Sequence[Row]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Labels of the judged articles, the actors that they name, and why marks were left out."""

    articles: tuple[GoldArticle, ...]
    actors: tuple[Actor, ...]
    left_out: tuple[str, ...]


def read_marks(text: str) -> list[Mark]:
    """Marks of the JSON Lines that the page exports; raises MarksError for a line that is none."""
    marks = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            marks.append(_mark(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            msg = f"line {number} is no mark that the page exported: {error}"
            raise MarksError(msg) from error
    return marks


def _mark(given: dict[str, Any]) -> Mark:
    row = {name: str(given["row"][name]) for name in EVENTS.names}
    wrong = frozenset(given["wrong"])
    if given["verdict"] not in (RIGHT, WRONG) or wrong - {*PARTS}:
        msg = f"verdict {given['verdict']!r}, wrong {sorted(wrong)}"
        raise ValueError(msg)
    return Mark(row, given["verdict"], wrong, " ".join(str(given["note"]).split()))


def labels_of(marks: Iterable[Mark], tables: Tables) -> Judged:
    """Labels of what was judged.

    A row that is right is a label with all that it says. Where only parties, date or place are
    wrong, the label lacks them; where the act is, it is one that is none. Left out is a row that
    the tables do not hold any more as it was judged, one whose article is not at hand, and one of
    which it is not known what is wrong, or which factuality is right.
    """
    placer = _Placer(tables)
    known = {row["event_id"]: row for row in tables.events}
    right: defaultdict[str, list[GoldEvent]] = defaultdict(list)
    wrong: defaultdict[str, list[GoldEvent]] = defaultdict(list)
    left_out = []
    for mark in marks:
        row = known.get(mark.row["event_id"])
        reason = _obstacle(mark, row, tables.texts)
        if reason or row is None:
            left_out.append(f"{mark.row['article_id']}: « {mark.row['trigger']} »: {reason}")
            continue
        side = wrong if ACT in mark.wrong else right
        side[str(row["article_id"])].append(replace(placer.event(row, mark), note=_note(mark)))
    articles = tuple(
        GoldArticle(name, (), tuple(right[name]), tuple(wrong[name]))
        for name in sorted({*right, *wrong})
    )
    return Judged(articles, tuple(placer.named.values()), tuple(left_out))


def _note(mark: Mark) -> str:
    """The reader's note, after what the label lacks."""
    parts = [part for part in PARTS if part in mark.wrong and ACT not in mark.wrong]
    return " ".join(filter(None, (f"wrong: {', '.join(parts)}." if parts else "", mark.note)))


def _obstacle(mark: Mark, row: Row | None, texts: Mapping[str, str]) -> str:
    """Why a mark makes no label; empty where it does."""
    if row is None or next(text_cells(EVENTS, [row])) != [*mark.row.values()]:
        return "the tables say something else since"
    if row["article_id"] not in texts:
        return "the text of its article is not at hand"
    if mark.verdict == WRONG and not mark.wrong:
        return "it is not said what is wrong"
    if FACTUALITY in mark.wrong and ACT not in mark.wrong:
        return "it is not said which factuality is right"
    return ""


class _Placer:
    """Finds where the words of a row stand in its article."""

    def __init__(self, tables: Tables) -> None:
        self.texts = tables.texts
        self.dates: defaultdict[str, list[Row]] = defaultdict(list)
        self.mentions: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in tables.dates:
            self.dates[str(row["article_id"])].append(row)
        for row in tables.mentions:
            self.mentions[str(row["article_id"]), str(row["key"])].append(row)
        self.actors = {str(row["key"]): row for row in tables.actors if row["kind"]}
        self.named: dict[str, Actor] = {}

    def event(self, row: Row, mark: Mark) -> GoldEvent:
        """The label of a row, without what is wrong; of one that is no such event the trigger."""
        start, end = _number(row["trigger_start"]), _number(row["trigger_end"])
        text = self.texts[str(row["article_id"])]
        found = GoldEvent(
            str(row["event_type"]),
            start,
            end,
            words_of(text, start, end),
            Factuality(str(row["factuality"])),
        )
        if ACT in mark.wrong:
            return found
        return replace(
            found,
            sources=() if "source" in mark.wrong else self.participants(row, "source", text),
            targets=() if "target" in mark.wrong else self.participants(row, "target", text),
            when=None if "when" in mark.wrong else self.date(row, text),
            where=None if "where" in mark.wrong else _place(row, text),
        )

    def participants(self, row: Row, role: str, text: str) -> tuple[GoldParticipant, ...]:
        """Labels of a role, each actor where its words stand nearest to the trigger."""
        start = _number(row["trigger_start"])
        keys, words = _places(row[f"{role}_keys"]), _places(row[f"{role}_mentions"])
        spans: dict[tuple[int, int], list[str]] = {}
        for key, said in zip(keys, words, strict=True):
            if key not in self.actors:
                continue
            mentions = self.mentions[str(row["article_id"]), key]
            same = [one for one in mentions if one["text"] == said] or mentions
            span = nearest([_span(one) for one in same], start) or nearest(
                occurrences(text, said), start
            )
            if span:
                self.named[key] = _actor(self.actors[key])
                spans.setdefault(span, []).append(key)
        return tuple(
            GoldParticipant(*span, words_of(text, *span), tuple(keys))
            for span, keys in spans.items()
        )

    def date(self, row: Row, text: str) -> GoldDate | None:
        """The date expression of the event that stands nearest to the trigger."""
        value = str(row["event_date"])
        spans = [_span(one) for one in self.dates[str(row["article_id"])] if one["value"] == value]
        span = nearest(spans, _number(row["trigger_start"])) if value else None
        return GoldDate(*span, words_of(text, *span), value) if span else None


def _place(row: Row, text: str) -> GoldPlace | None:
    span = nearest(occurrences(text, str(row["place"])), _number(row["trigger_start"]))
    return GoldPlace(*span, words_of(text, *span), str(row["place_country"])) if span else None


def _actor(row: Row) -> Actor:
    country, sector = str(row["country"]), str(row["sector"])
    return Actor(str(row["key"]), ActorKind(str(row["kind"])), country, sector)


def _span(row: Row) -> tuple[int, int]:
    return _number(row["start"]), _number(row["end"])


def _number(cell: object) -> int:
    return cell if isinstance(cell, int) else 0


def _places(cell: object) -> Sequence[str]:
    return cell if isinstance(cell, tuple | list) else ()
