"""What the check finds in labels that are wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.labels import StandoffError, check_gold, read_gold
from quifaitquoi.labels.check import edtf_bounds

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ana voit\r\nLuc en mai 2031 à Lima."
ACTORS = "key,kind,country,sector\nAna,PERSON,BRA,GOV\nLuc,PERSON,FRA,\n"
GOOD = """\
T1	Date 17 25	mai 2031
N1	Reference T1 EDTF:2031-05	mai 2031
T2	CONSULT 4 8	voit
T3	Actor 0 3	Ana
N2	Reference T3 Actor:Ana	Ana
T4	Actor 10 13	Luc
N3	Reference T4 Actor:Luc	Luc
T5	Place 28 32	Lima
N4	Reference T5 Country:PER	Lima
E1	CONSULT:T2 Source:T3 Target:T4 When:T1 Where:T5
A1	Factuality E1 ASSERTED
T6	CONSULT 14 16	en
E2	CONSULT:T6 When:T1 Where:T5
A2	Factuality E2 PLANNED
*	Same E1 E2
"""


def problems(folder: Path, labels: str, actors: str = ACTORS) -> list[str]:
    (folder / "a.ann").write_text(labels, encoding="utf-8", newline="\n")
    (folder / "actors.csv").write_text(actors, encoding="utf-8")
    return [str(problem) for problem in check_gold(folder, {"a": TEXT})]


def test_good_labels_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


BROKEN = {
    "latin-1": (GOOD.encode() + b"#1\tNote T1\t\xe9\n", "a.ann:16: not UTF-8: save it as UTF-8"),
    "crlf": (GOOD.replace("\n", "\r\n").encode(), "a.ann:1: ends with CR LF, as on Windows"),
    "endless": (GOOD.replace("17 25", "17 " + "9" * 5000).encode(), "a.ann:1: not brat standoff"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_labels_that_are_no_text_of_brat(tmp_path: Path, name: str) -> None:
    data, said = BROKEN[name]
    (tmp_path / "a.ann").write_bytes(data)
    (tmp_path / "actors.csv").write_text(ACTORS)
    assert str(check_gold(tmp_path, {"a": TEXT})[0]).startswith(said)
    with pytest.raises(StandoffError, match=rf"a\.ann:{said.split(':')[1]}: "):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("actors", "said"),
    [
        (ACTORS.encode() + b"Fl\xe9,ORG,,\n", "actors.csv:4: not UTF-8: save it as UTF-8"),
        (ACTORS.replace(",", ";").encode(), "actors.csv:1: columns are not key,kind,country"),
        (b"", "actors.csv:1: columns are not key,kind,country"),
        (ACTORS.encode() + b"Eva,PERSON\n", "actors.csv:4: not 4 cells"),
        (ACTORS.encode() + b"Eva,PERSON,BRA,GOV,x\n", "actors.csv:4: not 4 cells"),
        (ACTORS.encode() + b'"Eva,PERSON,BRA,GOV\n', "actors.csv:4: unexpected end of data"),
    ],
)
def test_actors_that_are_no_table(tmp_path: Path, actors: bytes, said: str) -> None:
    (tmp_path / "a.ann").write_text(GOOD, newline="\n")
    (tmp_path / "actors.csv").write_bytes(actors)
    assert str(check_gold(tmp_path, {"a": TEXT})[0]).startswith(said)
    with pytest.raises(StandoffError, match=rf"actors\.csv:{said.split(':')[1]}: "):
        read_gold(tmp_path)


def test_an_actor_without_a_key(tmp_path: Path) -> None:
    said = "actors.csv:4: an actor without a key"
    assert said in problems(tmp_path, GOOD, f"{ACTORS},PERSON,BRA,GOV\n")


def test_a_place_needs_no_country(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD.replace("N4\tReference T5 Country:PER\tLima\n", "")) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("T5\tPlace 28 32", "T5\tPlace 27 31", "a.ann:8: T5 is «  Lim » in the article"),
        ("T5\tPlace 28 32\tLima", "T5\tPlace 27 32\t Lima", "a.ann:8: T5 starts or ends with"),
        ("T5\tPlace 28 32", "T5\tPlace 98 99", "a.ann:8: T5 is «  » in the article"),
        ("CONSULT:T2", "AID:T2", "a.ann:10: E1: its trigger T2 is not labelled AID"),
        ("CONSULT 4 8", "TALK 4 8", "a.ann:3: unknown type: TALK"),
        ("Target:T4", "Victim:T4", "a.ann:10: E1: unknown role: Victim"),
        ("Target:T4", "Source:T4", "a.ann:10: E1 has 2 times the role Source"),
        ("Target:T4", "Target:T1", "a.ann:10: E1: Target T1 is not a label Actor"),
        ("Actor:Luc", "Actor:Marc", "a.ann:7: N3: not in actors.csv: Marc"),
        ("EDTF:2031-05", "EDTF:2031-13", "a.ann:2: N1: not an EDTF date: 2031-13"),
        ("Country:PER", "Country:PE", "a.ann:9: N4: not an ISO alpha-3 code: PE"),
        ("T3 Actor:Ana", "T3 Country:BRA", "a.ann:5: N2: Country does not belong to T3"),
        ("N3\tReference T4 Actor:Luc\tLuc\n", "", "a.ann:6: T4, Actor, has 0 values"),
        ("A2\tFactuality E2 PLANNED\n", "", "a.ann:13: E2 has 0 factualities"),
        ("PLANNED", "MAYBE", "a.ann:14: unknown attribute: Factuality MAYBE"),
        ("E2\tCONSULT:T6 When:T1", "E2\tCONSULT:T6", "a.ann:15: E1 E2 differ in When: "),
        ("E2\tCONSULT:T6 When:T1 Where:T5", "E2\tCONSULT:T6 When:T1", "E1 E2 differ in Where: "),
        ("Same E1 E2", "Same E1 E9", "a.ann:15: no event E9"),
        ("*\tSame E1 E2\n", "*\tSame E1 E2\n*\tSame E2 E1\n", "a.ann:15: E1 is in two groups"),
        ("T6\tCONSULT", "T2\tCONSULT", "a.ann:12: second T2"),
        ("T6\tCONSULT", "T6 CONSULT", "a.ann:11: runs over the line end"),
        ("T6\tCONSULT 14 16\ten", "T6\tCONSULT 4 8\tvoit", "a.ann:3: two CONSULT on one trigger"),
        ("E2\tCONSULT:T6 ", "E2\tCONSULT:T2 ", "a.ann:12: T6 is not the trigger of exactly one"),
    ],
)
def test_a_wrong_label_is_named_with_file_and_line(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    assert GOOD.count(before) == 1
    found = problems(tmp_path, GOOD.replace(before, after))
    assert any(expected in one for one in found), found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana,PERSON,BRA,GOV", "actors.csv:4: duplicate key: Ana"),
        ("Eva,ROBOT,BRA,GOV", "actors.csv:4: unknown kind: ROBOT"),
        ("Eva,PERSON,Brésil,GOV", "actors.csv:4: not an ISO alpha-3 code: Brésil"),
        ("Eva,PERSON,BRA,XYZ", "actors.csv:4: unknown sector: XYZ"),
    ],
)
def test_actors_are_checked(tmp_path: Path, line: str, expected: str) -> None:
    assert problems(tmp_path, GOOD, f"{ACTORS}{line}\n") == [expected]


def test_labels_without_article(tmp_path: Path) -> None:
    problems(tmp_path, GOOD)
    assert [str(one) for one in check_gold(tmp_path, {})] == ["a.ann:0: no article of this name"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-02-07", date(2031, 2, 7), date(2031, 2, 7)),
        ("2030/2031-02", date(2030, 1, 1), date(2031, 2, 28)),
    ],
)
def test_edtf_bounds(value: str, first: date, last: date) -> None:
    assert edtf_bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "2031-02-30", "31", "2031/", "/2031", "2031/2030", "2031-1", "2031-Q1", "0000"]
)
def test_no_edtf(value: str) -> None:
    assert edtf_bounds(value) is None


def test_labels_in_another_encoding_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.ann").write_bytes("#1\tAnnotatorNotes E1\tété\n".encode("cp1252"))
    (found,) = problems(tmp_path, GOOD)
    assert found == "b.ann:1: not UTF-8: save it as UTF-8"
