"""Brat standoff line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.labels import StandoffError, parse, render
from quifaitquoi.labels.standoff import (
    Annotation,
    Attribute,
    Comment,
    Equivalence,
    EventLine,
    Reference,
    TextBound,
)

LINES = [
    ("T1\tDate 0 4\t2031", TextBound("T1", "Date", 0, 4, "2031")),
    (
        "E2\tAID:T3 Source:T4 Target:T1 Target2:T9",
        EventLine("E2", "AID", "T3", (("Source", "T4"), ("Target", "T1"), ("Target2", "T9"))),
    ),
    ("E1\tAID:T3", EventLine("E1", "AID", "T3", ())),
    (
        "N1\tReference T4 Actor:Ana_de_Souza\tAna de Souza",
        Reference("N1", "T4", "Actor", "Ana de Souza", "Ana de Souza"),
    ),
    (
        "N2\tReference T1 EDTF:2031-01/2031-03\tdébut\n2031",
        Reference("N2", "T1", "EDTF", "2031-01/2031-03", "début\n2031"),
    ),
    ("A1\tFactuality E1 ASSERTED", Attribute("A1", "Factuality", "E1", "ASSERTED")),
    ("A2\tDoubtful E1", Attribute("A2", "Doubtful", "E1", "")),
    ("*\tSame E1 E2 E3", Equivalence("Same", ("E1", "E2", "E3"))),
    ("#1\tAnnotatorNotes E1\tà revoir", Comment("#1", "AnnotatorNotes", "E1", "à revoir")),
]


@pytest.mark.parametrize(("line", "annotation"), LINES, ids=[line[:2] for line, _ in LINES])
def test_each_kind_of_line_is_read_and_written(line: str, annotation: Annotation) -> None:
    assert parse(f"{line}\n") == [annotation]
    assert render([annotation]) == f"{line}\n"


def test_a_whole_file_round_trips() -> None:
    text = "".join(f"{line}\n" for line, _ in LINES)
    assert parse(text) == [annotation for _, annotation in LINES]
    assert render(parse(text)) == text
    assert parse("") == []


@pytest.mark.parametrize(
    "line",
    [
        "R1\tCause Arg1:E1 Arg2:E2",
        "T1\tDate 0 4;6 8\t2031 x",
        "T1 Date 0 4 2031",
        "E1\tAID Source:T1",
        "",
    ],
    ids=["relation", "pieces", "no tab", "no trigger", "blank"],
)
def test_other_lines_are_errors_with_file_and_line(line: str) -> None:
    with pytest.raises(StandoffError, match=r"a\.ann:1: not a line"):
        parse(f"{line}\nA1\tX E1\n", "a.ann")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
def test_any_words_round_trip(words: str) -> None:
    annotation = TextBound("T1", "Date", 0, len(words), words)
    assert parse(render([annotation])) == [annotation]
