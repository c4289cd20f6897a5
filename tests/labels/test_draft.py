"""Predictions as labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.labels import check_gold, raw_texts, read_gold
from quifaitquoi.labels.draft import write_draft
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import Actor, ActorKind, ActorMention, MentionForm
from quifaitquoi.records.articles import Article
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.events import Event, Participant, Result, event_id
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "À Lima, Ana\r\nRuiz reçoit la Chine en mai.\r\nAna Ruiz : la visite en mai de la Chine."
BASE = {
    "article_id": "x/1",
    "published": "2031-06-01",
    "sentence": "",
    "trigger_lemma": "",
    "attribution": "",
    "date_start": "2031-05-01",
    "date_end": "2031-05-31",
    "date_precision": "month",
    "date_text": "mai",
    "date_basis": "relative",
    "rule_id": "r",
}
ANA = Participant("Ana Ruiz", "PER", "GOV", "Ana Ruiz")
CHINA = Participant("CHN", "CHN", "GOV", "Chine")


def event(word: str, group: str, *, when: str = "2031-05", place: str = "Lima") -> Event:
    start = TEXT.index(word)
    end = start + len(word)
    return Event(
        **BASE,
        event_id=event_id("x/1", start, end, TYPES["CONSULT"]),
        group_id=group,
        trigger=word,
        trigger_start=start,
        trigger_end=end,
        event_type=TYPES["CONSULT"],
        factuality=Factuality.ASSERTED,
        sources=(ANA,),
        targets=(CHINA, Participant("ORG", "", "NGO", "nulle part")),
        event_date=when,
        place=place,
        place_country="PER" if place else "",
    )


def mention(words: str, key: str, after: int = 0) -> ActorMention:
    start = TEXT.index(words, after)
    return ActorMention(
        start, start + len(words), words, start, 0, MentionForm.NAME, "actor.x", (key,)
    )


def result() -> Result:
    second = TEXT.index("Ana Ruiz")
    starts = [TEXT.index("mai"), TEXT.rindex("mai")]
    return Result(
        Article("x/1", TEXT),
        (event("visite", "g"), event("reçoit", "g")),
        tuple(
            DateMention(s, s + 3, "mai", "2031-05", "", "", "month", "relative", "d")
            for s in starts
        ),
        (
            mention("Ana\r\nRuiz", "Ana Ruiz"),
            mention("Ana Ruiz", "Ana Ruiz", second),
            mention("Chine", "CHN"),
            mention("Chine", "CHN", second),
        ),
        {
            "Ana Ruiz": Actor("Ana Ruiz", ActorKind.PERSON, "PER", "GOV"),
            "CHN": Actor("CHN", ActorKind.STATE, "CHN", "GOV"),
        },
        2,
    )


def test_a_draft_is_good_gold_with_labels_next_to_their_triggers(tmp_path: Path) -> None:
    write_draft([result()], tmp_path)
    assert raw_texts(tmp_path) == {"x/1": TEXT}
    assert check_gold(tmp_path, {"x/1": TEXT}) == []
    gold = read_gold(tmp_path)
    first, second = gold.articles["x/1"].events
    assert (first.trigger, second.trigger) == ("reçoit", "visite")
    assert first.group == second.group == 1
    assert first.sources[0].text == "Ana Ruiz"
    assert TEXT[first.sources[0].start : first.sources[0].end] == "Ana\r\nRuiz"
    assert second.sources[0].start == TEXT.index("Ana Ruiz")
    # An actor whose words are nowhere in the article has no label.
    assert [one.keys for one in first.targets] == [("CHN",)]
    assert first.where is not None
    assert first.where.country == "PER"
    assert second.when is not None
    assert second.when.start == TEXT.rindex("mai")
    assert set(gold.actors) == {"Ana Ruiz", "CHN"}


def test_events_of_their_own_have_no_group(tmp_path: Path) -> None:
    one = result()
    alone = Result(
        one.article,
        (event("visite", "g", when="", place=""), event("reçoit", "h")),
        one.dates,
        one.mentions,
        one.actors,
        one.sentences,
    )
    write_draft([alone], tmp_path)
    events = read_gold(tmp_path).articles["x/1"].events
    assert [event.group for event in events] == [0, 0]
    assert events[1].when is None
    assert events[1].where is None
