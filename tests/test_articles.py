"""Files, folders and JSON Lines to articles; every kind of bad input."""

from __future__ import annotations

import io
import json
import logging
import os
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi import articles
from quifaitquoi.articles import encoding, jsonl, markup, metadata
from quifaitquoi.articles.origin import Origin
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from pathlib import Path


def only(path: Path, **options: str) -> Article | Rejected:
    (item,) = articles.read(path, **options)
    return item


def text_of(path: Path) -> str:
    item = only(path)
    assert isinstance(item, Article), item
    return item.text


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


# --- folders -----------------------------------------------------------------------------------


def test_folder_gives_articles_in_order_of_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c.TXT", "README.md", "metadata.csv", ".hidden.txt"):
        write(tmp_path / name, "file\n" if name == "metadata.csv" else "Un texte.")
    found = list(articles.read(tmp_path))
    assert [(item.id, item.file) for item in found] == [
        ("a/z", "a/z.txt"),
        ("b", "b.txt"),
        ("c", "c.TXT"),
    ]


def test_what_is_not_read_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path / "in" / "a.txt", "Un texte.")
    write(tmp_path / "in" / "b.odt", "Un texte.")
    write(tmp_path / "in" / "c" / "d.png", "Un texte.")
    write(tmp_path / "far" / "e.txt", "Un texte.")
    (tmp_path / "in" / "f").symlink_to(tmp_path / "far")
    assert len(list(articles.read(tmp_path / "in"))) == 1
    assert "not read: b.odt, c/d.png, f (a folder behind a link)" in caplog.text


def test_folder_without_articles_gives_nothing(tmp_path: Path) -> None:
    write(tmp_path / "notes.md", "rien")
    assert list(articles.read(tmp_path)) == []


def test_missing_source_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file"):
        articles.read(tmp_path / "absent")


def test_unknown_kind_of_file_is_rejected(tmp_path: Path) -> None:
    item = only(write(tmp_path / "a.odt", "x"))
    assert isinstance(item, Rejected)
    assert "unknown kind" in item.reason


def test_reading_is_lazy(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, "Un texte.")
    found = articles.read(tmp_path)
    next(found)
    (tmp_path / "b.txt").unlink()
    item = next(found)
    assert isinstance(item, Rejected)
    assert item.reason == "No such file or directory"


def test_second_article_of_an_id_is_rejected(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    write(tmp_path / "b.jsonl", line(id="a", text="Un autre."))
    first, second = articles.read(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Rejected)
    assert second.reason == "id 'a' is already that of an article in a.txt"


def test_link_out_of_the_folder_is_rejected(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt", "Secret.")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").symlink_to(outside)
    (tmp_path / "raw/b.txt").symlink_to(tmp_path / "nowhere.txt")
    reasons = [item.reason for item in articles.read(tmp_path / "raw")]
    assert reasons == ["symbolic link that leads outside the folder"] * 2


def test_link_within_the_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [item.id for item in articles.read(tmp_path)] == ["a", "b"]


def test_folder_named_like_an_article_is_walked(tmp_path: Path) -> None:
    write(tmp_path / "a.txt/b.txt", "Un texte.")
    assert [item.id for item in articles.read(tmp_path)] == ["a.txt/b"]


def test_huge_file_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "MAX_BYTES", 10)
    item = only(write(tmp_path / "a.txt", "Un texte trop long."))
    assert isinstance(item, Rejected)
    assert "larger than 10 bytes" in item.reason


# --- characters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Lomé, été".encode(), "Lomé, été"),
        ("Lomé".encode("utf-8-sig"), "Lomé"),
        ("Lomé".encode("utf-16"), "Lomé"),
        (b"\xfe\xff" + "Lomé".encode("utf-16-be"), "Lomé"),
        ("L’été à Lomé".encode("cp1252"), "L’été à Lomé"),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
        (b"", ""),
        (b" \r\n\t", " \r\n\t"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    assert text_of(write(tmp_path / "a.txt", data)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"texte\0avec NUL",
        "Sans marque".encode("utf-16-le"),
        b"\xff\xfea",
        b"\x8d\xe9\x81",
        b"\x01\x02\x03\x04 donnees",
    ],
)
def test_binary_is_rejected_with_a_reason_and_a_checksum(tmp_path: Path, data: bytes) -> None:
    item = only(write(tmp_path / "a.txt", data))
    assert isinstance(item, Rejected)
    assert item.reason
    assert len(item.sha256) == 64


def test_five_megabytes_in_one_line(tmp_path: Path) -> None:
    text = "Le ministre a parlé. " * 250_000
    assert text_of(write(tmp_path / "a.txt", text)) == text


def test_declared_charset_counts_in_markup_only() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert "Łódź" in encoding.decode(page, markup=True)
    assert "Łódź" not in encoding.decode(page)


def test_unknown_declared_charset_is_passed_over() -> None:
    page = b'<meta charset="klingon"><p>\xe9t\xe9</p>'
    assert "été" in encoding.decode(page, markup=True)


# --- publication date --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2024-03-31", "2024-03-31"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        (" 2024-03-31T08:15:00Z ", "2024-03-31"),
        ("2024-03-31 08:15", "2024-03-31"),
    ],
)
def test_iso_dates(text: str, known: str) -> None:
    assert metadata.iso_date(text) == known


@pytest.mark.parametrize("text", ["31/03/2024", "2024-02-30", "2024-13", "hier", "24-03-31", ""])
def test_no_iso_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        metadata.iso_date(text)


def test_order_of_the_bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "quifaitquoi.articles.record.find_published",
        lambda text: ("2023-01-05", "dateline") if "DATE" in text else ("", ""),
    )
    write(tmp_path / "a.txt", "DATE. Un texte.")
    write(tmp_path / "b.txt", "DATE. Un texte.")
    write(tmp_path / "c.txt", "Un texte.")
    write(tmp_path / "metadata.csv", "file,published\na.txt,2024-05-06\nb.txt,\n")
    found = list(articles.read(tmp_path, published="2020"))
    assert [(item.published, item.published_basis) for item in found] == [
        ("2024-05-06", "metadata"),
        ("2023-01-05", "dateline"),
        ("2020", "argument"),
    ]


def test_no_date_has_no_basis(tmp_path: Path) -> None:
    item = only(write(tmp_path / "a.txt", "Un texte sans date."))
    assert (item.published, item.published_basis) == ("", "")


def test_impossible_default_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="31/12"):
        articles.read(tmp_path, published="31/12/2024")


# --- metadata ----------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_metadata_with_any_separator_and_a_mark(tmp_path: Path, separator: str) -> None:
    write(tmp_path / "d/a.txt", "Un texte.")
    rows = (("File", "title", "source"), ("d/a.txt", "Un titre", "Agence"))
    table = "\r\n".join(separator.join(row) for row in rows)
    write(tmp_path / "metadata.csv", table.encode("utf-8-sig"))
    item = only(tmp_path)
    assert isinstance(item, Article)
    assert (item.title, item.source) == ("Un titre", "Agence")


@pytest.mark.parametrize("kind", ["table", "lines"])
def test_dates_of_spreadsheets_are_read_day_first_and_said_once(
    tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    dates = ["14/05/2024", "3/4/2024 10:12", "1er mars 2024", "2024-06-01", "05/14/2024"]
    dates += ["12 juill. 2025", "Tue, 05 Mar 2024 10:00:00 GMT"]
    if kind == "table":
        for name in "abcdefg":
            write(tmp_path / f"{name}.txt", "Un texte.")
        rows = (f'{name}.txt,"{date}"' for name, date in zip("abcdefg", dates, strict=True))
        write(tmp_path / "metadata.csv", "\n".join(["file,published", *rows]))
    else:
        lines = (line(id=date, text="Un texte.", published=date) for date in dates)
        write(tmp_path / "a.jsonl", "\n".join(lines))
    found = [item.published for item in articles.read(tmp_path) if isinstance(item, Article)]
    days = ["2024-05-14", "2024-04-03", "2024-03-01", "2024-06-01", "", "2025-07-12", "2024-03-05"]
    assert found == days
    told = [record.getMessage() for record in caplog.records]
    assert [("day first" in one, "ignored" in one) for one in told] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        ("absent.txt,,", "there is no file absent.txt"),
        ("a.txt,,2024-02-30", "publication date ignored"),
        ("a.txt,,le 3 mars", "publication date ignored"),
        ("../a.txt,,", "outside the folder"),
        ("/etc/passwd,,", "outside the folder"),
        ("C:\\a.txt,,", "outside the folder"),
        ("a.txt,,\na.txt,,", "named twice"),
        (",Titre,", "no file named"),
        (".,,", "there is no file ."),
        (f"{'x' * 300}.txt,,", "there is no file x"),
        ("a.txt,,٢٠٢٤-٠٥-٠٦", "publication date ignored"),
    ],
)
def test_doubtful_rows_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, row: str, warning: str
) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    write(tmp_path / "metadata.csv", f"file,title,published\n{row}\n")
    with caplog.at_level(logging.WARNING):
        item = only(tmp_path)
    assert isinstance(item, Article)
    assert item.published == ""
    assert warning in caplog.text
    assert "metadata.csv:" in caplog.text


@pytest.mark.parametrize(
    "table",
    [
        "",
        "title,published\nx,2024\n",
        b"\x89PNG\0\0",
        'file,title\na.txt,"Un titre\nb.txt,Un autre\n',
    ],
)
def test_table_without_use_is_an_error(tmp_path: Path, table: str | bytes) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    write(tmp_path / "metadata.csv", table)
    with pytest.raises(articles.MetadataError, match=r"metadata\.csv"):
        articles.read(tmp_path)


def test_a_table_that_is_a_link_to_nowhere_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    (tmp_path / "metadata.csv").symlink_to(tmp_path / "gone.csv")
    with pytest.raises(articles.MetadataError, match="cannot be read"):
        articles.read(tmp_path)


def test_a_table_that_is_a_pipe_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    os.mkfifo(tmp_path / "metadata.csv")
    with pytest.raises(articles.MetadataError, match="not a regular file"):
        articles.read(tmp_path)


def test_a_line_separator_inside_a_cell_ends_no_row(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Un texte.")
    write(tmp_path / "metadata.csv", "file,title,published\na.txt,Un\u2028titre,2024-05-06\n")
    item = only(tmp_path)
    assert isinstance(item, Article)
    assert item.published == "2024-05-06"


def test_named_table_must_exist(tmp_path: Path) -> None:
    with pytest.raises(articles.MetadataError, match="cannot be read"):
        articles.read(tmp_path, metadata=tmp_path / "absent.csv")


# --- JSON Lines --------------------------------------------------------------------------------


def test_json_lines(tmp_path: Path) -> None:
    first = line(id="x/1", text="Un.\nDeux.", title="T", published="2024-03-05T10:00", url="u")
    found = list(articles.read(write(tmp_path / "a.jsonl", "\ufeff" + first + "\n" + first[:-1])))
    item = found[0]
    assert isinstance(item, Article)
    assert (item.id, item.text, item.title, item.url) == ("x/1", "Un.\nDeux.", "T", "u")
    assert (item.published, item.published_basis, item.file) == (
        "2024-03-05",
        "metadata",
        "a.jsonl",
    )
    assert isinstance(found[1], Rejected)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"id": "a", "text":\n', "line 1: not JSON"),
        ('["a"]\n', "line 1: not a JSON object"),
        (line(id="a"), "line 1: no 'text'"),
        (line(id="a", text=None), "line 1: no 'text'"),
        (line(id=["a"], text="x"), "line 1: 'id' is a list"),
        (b'{"id": "a", "text": "\xe9"}\n', "line 1: not UTF-8"),
        ('{"id": "a", "text": "\\ud800"}\n', "surrogate"),
        ("[" * 200_000, "line 1: not JSON"),
        ("\n\nnon\n", "line 3: not JSON"),
    ],
)
def test_broken_lines(tmp_path: Path, content: str | bytes, reason: str) -> None:
    item = only(write(tmp_path / "a.jsonl", content))
    assert isinstance(item, Rejected)
    assert reason in item.reason


def test_lines_after_a_broken_one_are_read(tmp_path: Path) -> None:
    content = "{\n" + line(id=7, text="Un texte.") + line(id="b", text="")
    found = list(articles.read(write(tmp_path / "a.jsonl", content)))
    assert [item.id for item in found] == ["a.jsonl#1", "7", "b"]


def test_line_that_is_too_long_does_not_hide_the_next() -> None:
    stream = io.BytesIO((line(id="a", text="x" * 500) + line(id="b", text="y")).encode())
    first, second = jsonl.read(stream, Origin("f", longest=100, largest=100))
    assert isinstance(first, Rejected)
    assert first.reason == "line 1: longer than 100 bytes"
    assert second.id == "b"


def test_impossible_date_of_a_line_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    item = only(write(tmp_path / "a.jsonl", line(id="a", text="x", published="2024-99")))
    assert isinstance(item, Article)
    assert item.published == ""
    assert "a.jsonl:1" in caplog.text


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = SimpleNamespace(buffer=io.BytesIO(line(id="a", text="Un texte.").encode()))
    monkeypatch.setattr("sys.stdin", data)
    (item,) = articles.read("-", published="2024")
    assert (item.id, item.file, item.published_basis) == ("a", "stdin", "argument")


# --- HTML --------------------------------------------------------------------------------------

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Un accord | Site</title>
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<script>var x = "Le ministre ment";</script></head><body><nav><a href="/">Accueil</a></nav>
<article><h1>Un accord &agrave; Nairobi</h1>
<p>Le pr&eacute;sident kenyan a re&ccedil;u mardi son homologue tanzanien au palais de Nairobi.</p>
<p>Les deux chefs d'&Eacute;tat ont sign&eacute; un accord sur les transports ferroviaires.</p>
<p>La ministre des Transports s'est f&eacute;licit&eacute;e de ce texte attendu depuis 2019.</p>
</article></body></html>"""


def test_html(tmp_path: Path) -> None:
    item = only(write(tmp_path / "a.html", PAGE))
    assert isinstance(item, Article)
    assert item.text.startswith("Un accord à Nairobi\nLe président kenyan a reçu mardi")
    assert "ment" not in item.text.split("accord sur")[0].replace("mardi", "")
    assert item.title == "Un accord à Nairobi"
    assert (item.published, item.published_basis) == ("2024-03-05", "html")


TAGGED = '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
CHANGED = '<meta property="article:modified_time" content="2024-03-09T10:00:00Z">'
LINKED = '<script type="application/ld+json">{"dateModified": "2024-03-09T10:00:00Z"}</script>'
RELATED = '<aside><h3>Lire aussi</h3><time datetime="2019-01-02">2 janvier 2019</time></aside>'


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        # what the page prints as published comes first
        (TAGGED, "<p>Publi&eacute; le <time>3 mars 2024</time> &agrave; 10h</p>", "2024-03-03"),
        (TAGGED, "<p>Mis à jour le 5 mars 2024, publié le 3 mars 2024</p>", "2024-03-03"),
        (TAGGED, '<p>Publié le <time datetime="2024-03-03">3 mars</time></p>', "2024-03-03"),
        # a time of publication that equals the printed update is none, when the text knows better
        (
            TAGGED,
            "<p>Mis à jour le 5 mars 2024</p><p>Nairobi, le 3 mars 2024 - Un</p>",
            "2024-03-03",
        ),
        (TAGGED, "<p>Mis à jour le 5 mars 2024</p>", "2024-03-05"),
        # what says when the page was changed stands in where nothing else is known
        (TAGGED + CHANGED, "", "2024-03-05"),
        (CHANGED + TAGGED, "", "2024-03-05"),
        (CHANGED, "<p>Nairobi, le 3 mars 2024 - Un</p>", "2024-03-03"),
        (CHANGED, "", "2024-03-09"),
        (LINKED, "", "2024-03-09"),
        # other articles and banners
        ("", RELATED, ""),
        ("", '<div class="related-posts">Publié le 2 janvier 2019</div>', ""),
        ("", '<div id="banner">Lundi 30 novembre 2020</div>', ""),
        ("", RELATED + "<p>AFP, publié le 3 mars 2024 à 10h12</p>", "2024-03-03"),
    ],
)
def test_html_date(tmp_path: Path, head: str, line: str, expected: str) -> None:
    page = PAGE.replace(TAGGED, head).replace("</h1>", f"</h1>{line}")
    item = only(write(tmp_path / "a.html", page))
    assert isinstance(item, Article)
    assert item.published == expected


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (PAGE.replace("</h1>", f"</h1>{'<div>' * 400}"), "HTML nested too deeply"),
        (PAGE.replace("<head>", f"<head>{markup.REPORT_MARK}"), "a report of quifaitquoi"),
    ],
    ids=["deep", "report"],
)
def test_a_page_without_an_article_is_rejected(tmp_path: Path, page: str, reason: str) -> None:
    item = only(write(tmp_path / "a.html", page))
    assert isinstance(item, Rejected)
    assert reason in item.reason


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 10_000 + "Un mot." + "</div>" * 10_000,
        "<html><script>alert(1)</script></html>",
        "<" * 1000,
        "pas du HTML",
        "<p>&#0;&#xD800;&bogus;</p>",
    ],
)
def test_odd_html_does_not_crash(tmp_path: Path, page: str) -> None:
    item = only(write(tmp_path / "a.htm", page))
    assert isinstance(item, Article) or item.reason
