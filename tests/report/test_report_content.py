"""What reaches the page: offsets, sentences, sides, texts that changed."""

from __future__ import annotations

import csv
import logging
from typing import TYPE_CHECKING, Any

import pytest
from report_tables import SCRIPT, write_tables

from quifaitquoi.report import write_report
from quifaitquoi.report.content import content, trigger_offset
from quifaitquoi.report.quality import quality
from quifaitquoi.report.texts import browser_offsets, read_texts
from quifaitquoi.table import ARTICLES, read_rows

if TYPE_CHECKING:
    from pathlib import Path


def units(text: str, start: int, end: int) -> str:
    """What a browser cuts out of a text."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def cells(column: Any) -> list[Any]:  # noqa: ANN401 - as JSON
    """A column as the page unfolds it."""
    if isinstance(column, dict):
        return [column["values"][place] for place in column["rows"]]
    return list(column)


def events(data: dict[str, Any]) -> list[dict[str, Any]]:
    columns = {name: cells(column) for name, column in data["events"].items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return write_tables(tmp_path)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder for labels, without any."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "actors.csv").write_text("key,kind,country,sector\n", "utf-8")
    return folder


@pytest.fixture
def data(folders: tuple[Path, Path]) -> dict[str, Any]:
    tables, raw = folders
    articles = read_rows(tables, ARTICLES)
    return content(tables, articles, read_texts(articles, raw))


def test_marks_point_into_the_text_as_a_browser_counts(data: dict[str, Any]) -> None:
    known = {article["id"]: article for article in data["articles"]}
    for row in events(data):
        text = known[row["article_id"]]["text"]
        assert units(text, row["start"], row["end"]) == row["trigger"]
    for article in data["articles"][:-1]:
        assert "𝕏" in article["text"]
        kinds = {kind: units(article["text"], *span) for *span, kind, _ in article["marks"]}
        assert kinds.keys() == {"date", "actor"}
        assert kinds["date"][-4:] in {"2023", "2024"}


def test_sentences_hold_their_trigger(data: dict[str, Any]) -> None:
    for row in events(data):
        end = row["at"] + len(row["trigger"])
        assert units(row["sentence"], row["at"], end) == row["trigger"]


def test_events_are_the_cells_of_the_table(
    folders: tuple[Path, Path], data: dict[str, Any]
) -> None:
    tables, _ = folders
    with (tables / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(data["columns"]) == list(rows[0])
    own = {"at", "start", "end"}
    assert [{k: v for k, v in row.items() if k not in own} for row in events(data)] == rows


def test_what_repeats_is_kept_once(data: dict[str, Any]) -> None:
    types = data["events"]["event_type"]
    assert len(types["values"]) == len(set(types["values"])) < len(types["rows"])
    assert isinstance(data["events"]["event_id"], list | tuple)


@pytest.mark.parametrize(
    ("sentence", "trigger", "number", "found"),
    [
        ("Il a visité Lomé.", "visité", 0, 5),
        ("Les visites et la visite.", "visite", 0, 18),
        ("Il a dit et dit encore.", "dit", 1, 12),
        ("Il a dit.", "dit", 5, 5),
        ("Il l'a revisité.", "visité", 0, 9),
        ("𝕏 a visité Lomé.", "visité", 0, 5),
        ("Il a visité.", "rencontré", 0, -1),
        ("Un entretien (bref).", "entretien (bref)", 0, 3),
    ],
)
def test_where_the_trigger_stands(sentence: str, trigger: str, number: int, found: int) -> None:
    assert trigger_offset(sentence, trigger, number) == found


def test_offsets_before_and_after_wide_characters() -> None:
    unit = browser_offsets("a𝕏b𝕏")
    assert [unit(offset) for offset in range(5)] == [0, 1, 3, 4, 6]


def test_a_side_is_a_country_or_else_the_key(data: dict[str, Any]) -> None:
    sides = {side for _, *pair in data["pairs"] for side in pair}
    assert {"CEDEAO", "TGO"} <= sides
    assert "Paul Mensah" not in sides


def test_countries_have_the_codes_that_browsers_know(data: dict[str, Any]) -> None:
    assert data["countries"].items() >= {"MLI": "ML", "NER": "NE", "SEN": "SN", "TGO": "TG"}.items()


def test_a_rejected_article_is_listed_with_its_reason(data: dict[str, Any]) -> None:
    last = data["articles"][-1]
    assert (last["status"], last["reason"]) == ("rejected", "fichier vide")
    assert "text" not in last


def test_without_texts_only_the_sentences_remain(folders: tuple[Path, Path]) -> None:
    tables, _ = folders
    data = content(tables, read_rows(tables, ARTICLES), {})
    assert events(data)
    assert not any("text" in article or "marks" in article for article in data["articles"])


def test_a_text_that_changed_is_left_out(
    folders: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    tables, raw = folders
    (raw / "article0001.txt").write_text("Autre chose.", "utf-8")
    (raw / "article0002.txt").unlink()
    with caplog.at_level(logging.WARNING):
        texts = read_texts(read_rows(tables, ARTICLES), raw)
    assert texts.keys() == {"article0000", "article0003"}
    assert "article0001 has changed" in caplog.text
    assert "2 of 4 articles" in caplog.text


def test_texts_that_the_run_kept_need_no_raw(folders: tuple[Path, Path]) -> None:
    tables, raw = folders
    articles = read_rows(tables, ARTICLES)
    whole = read_texts(articles, raw)
    kept = whole | {"article0001": "Autre chose.", "elsewhere": "Ailleurs."}
    assert read_texts(articles, None, kept).keys() == whole.keys() - {"article0001"}
    assert read_texts(articles, raw, kept) == whole


def test_counts_are_those_of_the_tables(folders: tuple[Path, Path], data: dict[str, Any]) -> None:
    tables, _ = folders
    assert data["counts"] == {
        name: len((tables / f"{name}.csv").read_text("utf-8").splitlines()) - 1
        for name in ("dates", "actors")
    }


def test_an_event_without_its_article_is_left_out(folders: tuple[Path, Path]) -> None:
    tables, _ = folders
    articles = read_rows(tables, ARTICLES)[1:]
    found = {row["article_id"] for row in events(content(tables, articles, {}))}
    assert found == {"article0001", "article0002", "article0003"}


@pytest.mark.parametrize("name", ["events", "articles"])
def test_a_missing_table_is_an_error(folders: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    tables, _ = folders
    (tables / f"{name}.csv").unlink()
    with pytest.raises(FileNotFoundError, match=f"{name}.csv is missing"):
        write_report(tables, tmp_path / "report.html")


def test_no_table_holds_anything(tmp_path: Path) -> None:
    tables, raw = write_tables(tmp_path, articles=0)
    page = write_report(tables, tmp_path / "new" / "report.html", raw=raw)
    assert page.is_file()


GOLD = "T1\tDIPLOMACY 0 5\tTitre\nE1\tDIPLOMACY:T1\nA1\tFactuality E1 ASSERTED\n"


def test_gold_gives_scores_and_differences(folders: tuple[Path, Path], gold: Path) -> None:
    tables, raw = folders
    (gold / "article0001.ann").write_text(GOLD, "utf-8")
    (gold / "elsewhere.ann").write_text(GOLD, "utf-8")
    articles = read_rows(tables, ARTICLES)
    found = quality(tables, articles, read_texts(articles, raw), gold)
    assert found is not None
    assert found["whole"]["counts"] == {"articles": 1, "events": 1, "dates": 0}
    assert found["whole"]["scores"][0] == ["trigger", 0.0, 0.0, 0.0, 0.0, 0.0, 0, 5, 1]
    missed = [one for one in found["differences"] if one["verdict"] == "missed"]
    assert [(one["article"], one["words"], one["type"]) for one in missed] == [
        (1, "Titre", "DIPLOMACY")
    ]
    assert found["parts"] == {"split": {"train": found["whole"]}, "genre": {}}
    genres = {"article0001": "press", "elsewhere": "agency"}
    found = quality(tables, articles, {}, gold, genres=genres)
    assert found is not None
    assert found["parts"]["genre"] == {"press": found["whole"]}
    assert quality(tables, articles[:1], {}, gold) is None


def test_scores_of_types_and_what_the_tables_do_not_give(
    folders: tuple[Path, Path], gold: Path
) -> None:
    tables, _ = folders
    (gold / "article0001.ann").write_text(GOLD, "utf-8")
    articles = read_rows(tables, ARTICLES)
    found = quality(tables, articles, {}, gold)
    assert found is not None
    assert found["whole"]["notGiven"] == []
    (missed,) = (row for row in found["whole"]["types"] if row[0] == "DIPLOMACY")
    assert missed == ["DIPLOMACY", None, 0.0, 0.0, 0.0, 0.0, 0, 0, 1]
    assert "type_factuality" in dict.fromkeys(row[0] for row in found["whole"]["scores"])
    rows = list(csv.reader((tables / "events.csv").open(encoding="utf-8", newline="")))
    said = rows[0].index("factuality")
    with (tables / "events.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(row[:said] + row[said + 1 :] for row in rows)
    (tables / "dates.csv").unlink()
    found = quality(tables, articles, {}, gold)
    assert found is not None
    assert found["whole"]["notGiven"] == [
        "date_span_exact", "date_span_overlap", "date_value", "factuality_aligned",
        "type_factuality",
    ]  # fmt: skip
    scored = {row[0] for row in found["whole"]["scores"]}
    assert scored.isdisjoint(found["whole"]["notGiven"])
    assert "trigger" in scored


def test_differences_of_the_test_split_are_shown_on_request_only(
    folders: tuple[Path, Path], gold: Path
) -> None:
    tables, _ = folders
    for name in ("article0001", "article0002"):
        (gold / f"{name}.ann").write_text(GOLD, "utf-8")
    (gold / "splits.csv").write_text("article_id,split\narticle0002,test\n", "utf-8")
    articles = read_rows(tables, ARTICLES)
    found = quality(tables, articles, {}, gold)
    assert found is not None
    assert found["parts"]["split"].keys() == {"test", "train"}
    assert {one["article"] for one in found["differences"]} == {1}
    everything = quality(tables, articles, {}, gold, show_test=True)
    assert everything is not None
    assert {one["article"] for one in everything["differences"]} == {1, 2}


def test_titles_keep_what_they_say(data: dict[str, Any]) -> None:
    assert data["articles"][0]["title"] == f"Titre 0 {SCRIPT}"
