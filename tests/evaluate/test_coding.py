"""Predictions from tables of any system, and from a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedDate,
    CodedEvent,
    Party,
    Predictions,
    evaluate,
    gold_coding,
    parts_text,
    predictions_from_results,
    predictions_from_rows,
    read_predictions,
    read_published,
    scores_text,
)
from quifaitquoi.labels import (
    Gold,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldParticipant,
    GoldPlace,
)
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.records.articles import Article
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.events import Event, Participant, Result
from quifaitquoi.table import ARTICLES, DATES, EVENTS, write_csv
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

EVENT = {
    "article_id": "a",
    "trigger_start": 4,
    "trigger_end": 9,
    "event_type": "AID",
    "factuality": "ASSERTED",
    "source_keys": ("SADC", "Ana"),
    "source_countries": ("", "PER"),
    "target_keys": ("SADC",),
    "target_countries": ("",),
    "event_date": "2031-05/2031-05",
    "place_country": "PER",
    "rule_id": "r",
    "group_id": "0" * 16,
}
CODED = CodedEvent(
    4,
    9,
    "AID",
    "ASSERTED",
    (Party("SADC", ""), Party("Ana", "PER")),
    (Party("SADC", ""),),
    "2031-05",
    "PER",
    "r",
    group="0" * 16,
)


def test_rows_become_events() -> None:
    assert predictions_from_rows([EVENT], []) == {"a": CodedArticle((CODED,))}


def test_a_run_gives_the_same_as_its_rows() -> None:
    event = Event(
        event_id="0" * 16,
        group_id="0" * 16,
        article_id="a",
        published="",
        sentence="",
        trigger="donne",
        trigger_lemma="donner",
        trigger_start=4,
        trigger_end=9,
        event_type=TYPES["AID"],
        factuality=Factuality.ASSERTED,
        attribution="",
        sources=(Participant("SADC", "", "IGO", ""), Participant("Ana", "PER", "GOV", "")),
        targets=(Participant("SADC", "", "IGO", ""),),
        event_date="2031-05",
        date_start="",
        date_end="",
        date_precision="",
        date_text="",
        date_basis="",
        place="",
        place_country="PER",
        rule_id="r",
    )
    date = DateMention(1, 3, "31", "2031", "", "", "year", "explicit", "d")
    result = Result(Article("a", ""), (event,), (date,), (), {}, 1)
    assert predictions_from_results([result]) == {
        "a": CodedArticle((CODED,), (CodedDate(1, 3, "2031", "d"),))
    }


def test_tables_give_the_same_as_rows(tmp_path: Path) -> None:
    date = {"article_id": "a", "start": 1, "end": 3, "value": "2031", "rule_id": "d"}
    write_csv(tmp_path / "events.csv", EVENTS, [EVENT])
    write_csv(tmp_path / "dates.csv", DATES, [date])
    expected = CodedArticle((CODED,), (CodedDate(1, 3, "2031", "d"),))
    assert read_predictions(tmp_path) == Predictions({"a": expected})


def test_another_system_may_give_less(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        "article_id,trigger_start,trigger_end,event_type,source_countries,mine\na,4,9,AID,PER|KEN,x\n",
        encoding="utf-8",
    )
    found = read_predictions(path)
    # Targets are missing, so no score of parties would be fair.
    assert found.coding == {"a": CodedArticle((CodedEvent(4, 9, "AID"),))}
    assert found.lacking == {"factuality", "keys", "countries", "date", "place", "groups", "dates"}
    scored = evaluate(
        found.comparable({"a": CodedArticle((CODED,))}), found.coding, not_given=found.not_given
    )
    assert scored.scores["type"].f1 == 1
    assert {"event_date", "full_tuple", "date_value"} <= scored.not_given
    assert not scored.not_given & scored.scores.keys()
    assert scored.differences == ()
    assert "\nevent date: not given\n" in scores_text(scored)
    assert parts_text({"split": {"test": scored}}).count("not given") == 4


def test_countries_without_keys_are_compared_by_country(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        "article_id,trigger_start,trigger_end,event_type,source_countries,target_countries\n"
        "a,4,9,AID,PER,\n",
        encoding="utf-8",
    )
    found = read_predictions(path)
    (article,) = found.comparable({"a": CodedArticle((CODED,))}).values()
    assert article.events[0].sources == (Party("", "PER"),)
    assert "arguments_key" in found.not_given
    assert "arguments_country" not in found.not_given


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("article_id,event_type\na,AID\n", "has no column trigger_start, trigger_end; needed are"),
        ("{head}\na,,,AID\n", "events.csv:2: trigger_start is empty"),
        ("{head}\na,4,,AID\n", "events.csv:2: trigger_end is empty"),
        ("{head}\na,9,4,AID\n", "events.csv:2: trigger_end is 4, and its start is 9"),
        ("{head}\na,4.5,9,AID\n", "events.csv:2: trigger_start is not a whole number: 4.5"),
        ("{head}\na,4,9,TALK\n", "events.csv:2: event_type is TALK; known are STATEMENT"),
        ("{head},event_date\na,4,9,AID,5 mai\n", "events.csv:2: event_date does not have"),
        (
            "{head},source_keys,source_countries\na,4,9,AID,Ana|Bo|Cy,PER|KEN\n",
            "source_countries has 2 places, source_keys 3",
        ),
    ],
)
def test_what_cannot_be_scored_is_refused(tmp_path: Path, text: str, message: str) -> None:
    head = "article_id,trigger_start,trigger_end,event_type"
    (tmp_path / "events.csv").write_text(text.format(head=head), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_predictions(tmp_path)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b"\xe9,4,9,AID\n", r":2: not UTF-8"),
        (b"a,4,9,AID,x\n", r":2: more cells than columns"),
        (b'"a,4,9,AID\n', r":\d: unexpected end of data"),
    ],
)
def test_predictions_that_are_no_table(tmp_path: Path, rows: bytes, said: str) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(b"article_id,trigger_start,trigger_end,event_type\n" + rows)
    with pytest.raises(ValueError, match=rf"events\.csv{said}"):
        read_predictions(path)


def test_there_is_nothing_to_score_without_events(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"events\.csv is missing; it holds at least"):
        read_predictions(tmp_path)


def test_publication_dates(tmp_path: Path) -> None:
    row = {"article_id": "a", "published": "2031-05-02"}
    write_csv(tmp_path / "articles.csv", ARTICLES, [row])
    assert read_published(tmp_path) == {"a": "2031-05-02"}


def test_gold_becomes_events_with_one_party_a_key() -> None:
    both = GoldParticipant(0, 3, "ils", ("Ana", "SADC"))
    event = GoldEvent(
        TYPES["AID"],
        4,
        9,
        "donne",
        Factuality.ASSERTED,
        (both,),
        (),
        GoldDate(10, 14, "2031", "2031"),
        GoldPlace(15, 19, "Lima", "PER"),
    )
    gold = Gold(
        {"a": GoldArticle("a", (GoldDate(10, 14, "2031", "2031"),), (event,))},
        {
            "Ana": Actor("Ana", ActorKind.PERSON, "PER", "GOV"),
            "SADC": Actor("SADC", ActorKind.IGO, "", "IGO"),
        },
    )
    (article,) = gold_coding(gold).values()
    assert article.events[0].sources == (Party("Ana", "PER"), Party("SADC", ""))
    assert (article.events[0].date, article.events[0].country) == ("2031", "PER")
    assert article.dates == (CodedDate(10, 14, "2031"),)
