"""What the comparison with other libraries does to their findings, and that its names agree."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date

import pytest

from benchmarks.peers import compare, dates, events
from quifaitquoi.table import EVENT_TYPES


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("le 12 mars 2024", "12 mars 2024"),
        ("en avril", "avril"),
        ("mardi à", "mardi"),
        ("depuis la semaine dernière", "semaine dernière"),
        ("l’an dernier", "an dernier"),
        ("le", "le"),
    ],
)
def test_articles_and_prepositions_go(words: str, kept: str) -> None:
    text = f"Il part {words} : dit-il."
    found = dates.trimmed(text, 8, 8 + len(words), "x")
    assert text[found.start : found.end] == kept


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12 mars 2024", "2024-03-12"),
        ("lundi 1er mars", "2024-03-12"),
        ("mars 2024", "2024-03"),
        ("avril", "2024-03"),
        ("2024", "2024"),
        ("l'an dernier", "2024"),
        ("le mois dernier", "2024-03"),
        ("hier", "2024-03-12"),
    ],
)
def test_a_value_says_no_more_than_the_words(words: str, value: str) -> None:
    assert dates.day_cut(words, date(2024, 3, 12)) == value


@pytest.mark.parametrize(
    ("timex", "value"),
    [
        ("2024-03-12", "2024-03-12"),
        ("2024-03-12TMO", "2024-03-12"),
        ("2024-03-12 16:00:00", "2024-03-12"),
        ("2024-W10", "2024-03-04/2024-03-10"),
        ("2024-Q1", "2024-01/2024-03"),
        ("199", "1990/1999"),
        ("P3D", ""),
        ("XXXX-03", ""),
        ("2024-MINUS-deux", ""),
    ],
)
def test_values_of_timex(timex: str, value: str) -> None:
    assert dates.timex_value(timex) == value


def test_the_word_list_has_every_type_and_no_word_twice() -> None:
    with events.WORDS.open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [row["type"] for row in table] == list(EVENT_TYPES)
    for column in ("verbs", "nouns"):
        counts = Counter(word for row in table for word in row[column].split())
        assert [word for word, count in counts.items() if count > 1] == []


def test_every_system_is_compared_and_its_version_pinned() -> None:
    assert compare.DATES.keys() == dates.SYSTEMS.keys()
    assert compare.EVENTS.keys() == events.SYSTEMS.keys()
    pinned = {
        line.partition("==")[0]
        for line in compare.REQUIREMENTS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    assert {*compare.DATES.values(), *compare.EVENTS.values()} <= pinned
