"""Records to rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.records.actions import EventType, Factuality
from quifaitquoi.records.actors import Actor, ActorKind, ActorMention, MentionForm
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.events import Event, Participant, Result, event_id
from quifaitquoi.table import (
    ActorTally,
    article_row,
    codes,
    date_rows,
    dyad_rows,
    event_rows,
    mention_rows,
    rejected_row,
)
from tests.event_types import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

KENYA = Participant("KEN", "KEN", "GOV", "Nairobi")
PERU = Participant("PER", "PER", "GOV", "Lima")
SADC = Participant("SADC", "", "IGO", "l'organisation")


def event(
    start: int,
    event_type: EventType = TYPES["CONSULT"],
    sources: tuple[Participant, ...] = (KENYA,),
    targets: tuple[Participant, ...] = (),
    cameo: str = "",
) -> Event:
    id_ = event_id("a/1", start, start + 5, event_type)
    return Event(
        event_id=id_,
        group_id=id_,
        article_id="a/1",
        published="2031-05-02",
        sentence="Une  phrase\nsur deux lignes.",
        trigger="parle",
        trigger_lemma="parler",
        trigger_start=start,
        trigger_end=start + 5,
        event_type=event_type,
        factuality=Factuality.ASSERTED,
        attribution="",
        sources=sources,
        targets=targets,
        event_date="2031-05",
        date_start="2031-05-01",
        date_end="2031-05-31",
        date_precision="month",
        date_text="mai",
        date_basis="relative",
        place="Lima",
        place_country="PER",
        rule_id="action.parler.v",
        cameo=cameo,
    )


def result(
    *events: Event,
    mentions: Iterable[ActorMention] = (),
    dates: Iterable[DateMention] = (),
    sentences: int = 2,
) -> Result:
    actors = {
        "KEN": Actor("KEN", ActorKind.STATE, "KEN", "GOV"),
        "PER": Actor("PER", ActorKind.STATE, "PER", "GOV"),
    }
    article = Article("a/1", "x" * 40, "Titre", "2031-05-02", "metadata", file="a/1.txt")
    return Result(article, tuple(events), tuple(dates), tuple(mentions), actors, sentences)


def mention(start: int, *keys: str) -> ActorMention:
    return ActorMention(start, start + 2, "ils", start, 0, MentionForm.PRONOUN, "actor.x", keys)


def test_event_row_holds_parallel_lists_and_codes_of_the_type() -> None:
    (row,) = event_rows(result(event(3, sources=(KENYA, SADC), targets=(PERU,))))
    assert row["source_keys"] == ("KEN", "SADC")
    assert row["source_countries"] == ("KEN", "")
    assert row["target_mentions"] == ("Lima",)
    assert (row["cameo_root"], row["plover_type"], row["quad_class"]) == ("04", "CONSULT", 1)
    assert row["goldstein"] == 1.0


def test_events_come_by_offset() -> None:
    rows = event_rows(result(event(30), event(3), event(9)))
    assert [row["trigger_start"] for row in rows] == [3, 9, 30]


@pytest.mark.parametrize(
    ("event_type", "cameo", "expected"),
    [
        (TYPES["STATEMENT"], "", ("01", "", 1, 0.0)),
        (TYPES["APPEAL"], "", ("02", "REQUEST", 3, 3.0)),
        (TYPES["YIELD"], "", ("08", "CONCEDE", 2, 5.0)),
        (TYPES["YIELD"], "0811", ("08", "CONCEDE", 2, 5.0)),
        (TYPES["YIELD"], "0874", ("08", "RETREAT", 2, 5.0)),
        (TYPES["REDUCE"], "", ("16", "SANCTION", 4, -4.0)),
        (TYPES["MASS"], "", ("20", "ASSAULT", 4, -10.0)),
    ],
)
def test_codes(event_type: EventType, cameo: str, expected: tuple[str, str, int, float]) -> None:
    assert codes(event_type, cameo) == expected


@pytest.mark.parametrize(
    ("sources", "targets", "pairs"),
    [
        ((KENYA,), (PERU, SADC), [("KEN", "PER"), ("KEN", "SADC")]),
        ((KENYA, PERU), (SADC,), [("KEN", "SADC"), ("PER", "SADC")]),
        ((KENYA, PERU), (), [("KEN", "PER"), ("PER", "KEN")]),
        ((KENYA, KENYA), (PERU, KENYA), [("KEN", "PER")]),
        ((KENYA,), (), []),
        ((), (PERU,), []),
    ],
    ids=[
        "two targets",
        "two sources",
        "joint subject",
        "no pair with itself",
        "alone",
        "no source",
    ],
)
def test_dyads(
    sources: tuple[Participant, ...], targets: tuple[Participant, ...], pairs: list[tuple[str, str]]
) -> None:
    rows = dyad_rows(result(event(3, sources=sources, targets=targets)))
    assert [(row["source_key"], row["target_key"]) for row in rows] == pairs


def test_a_mention_of_two_actors_gives_two_rows_and_one_of_nobody_a_row_without_key() -> None:
    rows = mention_rows(result(mentions=[mention(8), mention(2, "PER", "KEN")]))
    assert [(row["start"], row["key"], row["kind"]) for row in rows] == [
        (2, "KEN", "STATE"),
        (2, "PER", "STATE"),
        (8, "", ""),
    ]


def test_date_rows() -> None:
    date = DateMention(
        4, 7, "mai", "2031-05", "2031-05-01", "2031-05-31", "month", "relative", "date.x"
    )
    (row,) = date_rows(result(dates=[date]))
    assert row == {
        "article_id": "a/1",
        "start": 4,
        "end": 7,
        "text": "mai",
        "value": "2031-05",
        "date_start": "2031-05-01",
        "date_end": "2031-05-31",
        "precision": "month",
        "basis": "relative",
        "rule_id": "date.x",
    }


def test_article_rows_say_what_became_of_an_input() -> None:
    read = article_row(result(event(3)))
    assert (read["status"], read["characters"], read["events"]) == ("ok", 40, 1)
    assert article_row(result(sentences=0))["status"] == "empty"
    row = rejected_row(Rejected("b", "b.txt", "not text"))
    assert (row["status"], row["reason"]) == ("rejected", "not text")


def test_tally_counts_articles_mentions_and_events() -> None:
    one = result(event(3, targets=(PERU, PERU)), mentions=[mention(2, "PER"), mention(9, "PER")])
    tally = ActorTally()
    tally.add(mention_rows(one), event_rows(one))
    tally.add(mention_rows(one), [])
    peru = next(row for row in tally.rows() if row["key"] == "PER")
    assert (peru["articles"], peru["mentions"], peru["events"]) == (2, 4, 1)
    assert peru["kind"] == "STATE"


def test_tally_takes_the_more_frequent_description_whatever_the_order() -> None:
    rows = [
        {"key": "X", "kind": "ORG", "country": country, "sector": "PTY"}
        for country in ("KEN", "PER", "PER")
    ]
    for order in (rows, rows[::-1]):
        tally = ActorTally()
        tally.add(order, [])
        assert next(tally.rows())["country"] == "PER"


def test_event_id_depends_on_article_offsets_and_type() -> None:
    ids = {
        event_id("a", 1, 2, TYPES["AID"]),
        event_id("b", 1, 2, TYPES["AID"]),
        event_id("a", 1, 3, TYPES["AID"]),
        event_id("a", 1, 2, TYPES["MASS"]),
    }
    assert len(ids) == 4
    assert all(len(id_) == 16 and int(id_, 16) >= 0 for id_ in ids)
