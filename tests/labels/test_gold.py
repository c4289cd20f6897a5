"""The gold set itself, and typed labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from quifaitquoi.labels import (
    SPLITS,
    TEST,
    TRAIN,
    Gold,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldParticipant,
    GoldPlace,
    StandoffError,
    annotations_of,
    article_of,
    check_gold,
    parse,
    raw_texts,
    read_gold,
    render,
    write_gold,
)
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import Actor, ActorKind
from tests.event_types import TYPES

ROOT = Path(__file__).resolve().parents[2]
GOLD, RAW = ROOT / "gold", ROOT / "raw"
FILES = sorted(GOLD.glob("*.ann"))


@pytest.fixture(scope="module")
def gold() -> Gold:
    return read_gold(GOLD)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_gold_file_round_trips_without_loss(path: Path, gold: Gold) -> None:
    text = path.read_bytes().decode("utf-8")
    assert render(parse(text)) == text
    article = gold.articles[path.stem]
    written = render(annotations_of(article))
    assert article_of(path.stem, parse(written)) == article


def test_every_label_fits_its_article() -> None:
    problems = check_gold(GOLD, raw_texts(RAW))
    assert [str(one) for one in problems if "runs over the line end" not in one.message] == []


def test_readme_counts(gold: Gold) -> None:
    articles = gold.articles.values()
    counts = {
        "articles": len(articles),
        "events": sum(len(article.events) for article in articles),
        "dates": sum(len(article.dates) for article in articles),
        "actors": len(gold.actors),
    }
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    assert ", ".join(f"{count} {name}" for name, count in counts.items()) in readme
    by_split = {
        split: [one for name, one in gold.articles.items() if gold.splits[name] == split]
        for split in SPLITS
    }
    for split, held in by_split.items():
        events = sum(len(article.events) for article in held)
        dates = sum(len(article.dates) for article in held)
        assert f"| {split} | {len(held)} | {events} | {dates} |" in readme
    for kind in TYPES:
        train, test = (
            sum(event.type == kind for article in by_split[split] for event in article.events)
            for split in (TRAIN, TEST)
        )
        assert f"| {kind} | {train} | {test} |" in readme


def test_annotation_conf_knows_every_label() -> None:
    lines = (GOLD / "annotation.conf").read_text(encoding="utf-8").splitlines()
    names = {line.split("\t")[0] for line in lines}
    assert {*TYPES, "Date", "Actor", "Place", "Same", "Factuality", "Wrong"} <= names
    values = next(line for line in lines if line.startswith("Factuality"))
    assert values.endswith("|".join(Factuality))


DATE = GoldDate(9, 13, "2031", "2031")
ANA = GoldParticipant(0, 3, "Ana", ("Ana de Souza",))
BOTH = GoldParticipant(14, 17, "ils", ("Ana de Souza", "BRA"))
PLACE = GoldPlace(20, 24, "Lima", "PER")
REGION = GoldPlace(37, 42, "Sahel", "")
ARTICLE = GoldArticle(
    "deep/er/article",
    (DATE,),
    (
        GoldEvent(
            TYPES["CONSULT"],
            4,
            8,
            "voit",
            Factuality.ASSERTED,
            (ANA, BOTH),
            (BOTH,),
            DATE,
            PLACE,
            1,
        ),
        GoldEvent(TYPES["CONSULT"], 25, 29, "vues", Factuality.PLANNED, when=DATE, group=1),
        GoldEvent(TYPES["AID"], 30, 33, "don", Factuality.NEGATED, where=REGION, note="un don ?"),
    ),
    (GoldEvent(TYPES["AID"], 34, 36, "au", Factuality.ASSERTED, note="pas un acte"),),
)
ACTORS = [
    Actor("BRA", ActorKind.STATE, "BRA", "GOV"),
    Actor("Ana de Souza", ActorKind.PERSON, "BRA", ""),
]


def test_typed_labels_round_trip_through_a_folder(tmp_path: Path) -> None:
    write_gold([ARTICLE], ACTORS, tmp_path)
    gold = read_gold(tmp_path)
    assert gold.articles == {"deep/er/article": ARTICLE}
    assert gold.actors == {actor.key: actor for actor in ACTORS}


def test_the_same_mention_is_labelled_once() -> None:
    text = render(annotations_of(ARTICLE))
    assert text.count("\tActor 14 17\t") == 1
    assert "Source2:T4 Target:T4" in text
    assert "N4\tReference T4 Actor:BRA\tBRA" in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("T1\tAID 0 3\tdon\nE1\tAID:T1\n", "E1"),
        ("T1\tAIDE 0 3\tdon\nE1\tAIDE:T1\nA1\tFactuality E1 ASSERTED\n", "AIDE"),
        ("E1\tAID:T1\nA1\tFactuality E1 ASSERTED\n", "no label T1"),
        ("T1\tDate 0 3\tmai\n", "T1 has no value"),
    ],
    ids=["no factuality", "unknown type", "no trigger", "no value"],
)
def test_incomplete_labels_are_errors(text: str, reason: str) -> None:
    with pytest.raises(StandoffError, match=reason):
        article_of("a", parse(text))


def test_a_folder_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("a.ann", "#1\tAnnotatorNotes E1\tété\n".encode("cp1252"), "a.ann:1: not UTF-8"),
        ("actors.csv", "key,kind,country,sector\nÉtat,STATE,,\n".encode("cp1252"), "not UTF-8"),
        ("actors.csv", b"name,kind\nKEN,STATE\n", "columns are not key,kind,country,sector"),
    ],
)
def test_a_file_of_labels_that_is_none_is_named(
    tmp_path: Path, file: str, content: bytes, message: str
) -> None:
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    (tmp_path / "actors.csv").write_text("key,kind,country,sector\n", encoding="utf-8")
    (tmp_path / file).write_bytes(content)
    with pytest.raises(ValueError, match=message):
        read_gold(tmp_path)
