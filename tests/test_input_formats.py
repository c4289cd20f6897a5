"""Tables, feeds, archives and markup to articles; each kind whole and broken."""

from __future__ import annotations

import gzip
import json
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from quifaitquoi import articles
from quifaitquoi.articles.fragment import plain
from quifaitquoi.articles.markup import extract
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    {
        "id": "k1",
        "headline": "Accord",
        "body": "Le Kenya a signé.\nLe Mali, non.",
        "date": "2024-03-05",
    },
    {"id": "k2", "headline": "NA", "body": 'Le « Togo » ; l\'Inde, "oui".', "date": "05/03/2024"},
]


def read(path: Path, **fields: str) -> list[Article | Rejected]:
    return list(articles.read(path, fields=fields))


def whole(found: list[Article | Rejected]) -> list[tuple[str, str, str, str]]:
    assert all(isinstance(item, Article) for item in found), found
    return [(item.id, item.text, item.title, item.published) for item in found]  # type: ignore[union-attr]


def reason(found: list[Article | Rejected]) -> str:
    assert isinstance(found[-1], Rejected), found
    return found[-1].reason


READ = [
    ("k1", ROWS[0]["body"], "Accord", "2024-03-05"),
    ("k2", ROWS[1]["body"], "NA", "2024-03-05"),
]

# --- tables ------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "presse.csv"
    pd.DataFrame(ROWS).to_csv(path, index=False, sep=separator, encoding=encoding)
    assert whole(read(path)) == READ


def test_csv_with_the_line_of_excel_and_without_ids(tmp_path: Path) -> None:
    path = tmp_path / "presse.csv"
    path.write_text("sep=;\ntexte;média\nLe Kenya a signé.;Le Fil\n\nLe Mali.;\n", encoding="utf-8")
    first, second = read(path)
    assert (first.id, second.id) == ("presse.csv#2", "presse.csv#4")
    assert isinstance(first, Article)
    assert first.source == "Le Fil"


def test_csv_holds_long_texts(tmp_path: Path) -> None:
    path = tmp_path / "presse.csv"
    pd.DataFrame({"text": ["Un mot. " * 40_000]}).to_csv(path, index=False)
    assert len(whole(read(path))[0][1]) == 320_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n1,2\n", "no column of text; there are: a, b"),
        (b"", "no column of text; there are: none"),
        (b'text\n"Le Kenya\nsigne\n', "unexpected end of data"),
        (b"id,text\n1,Le Kenya, hier\n", "row 2: 3 cells under a heading of 2"),
        (b"id,text\n1\n", "row 2: no 'text'"),
        (b"text\n\0\1\2", "binary data"),
        (b"text\n\x81\xff", "neither UTF-8 nor cp1252"),
    ],
)
def test_broken_csv(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "presse.csv"
    path.write_bytes(content)
    assert said in reason(read(path))


def test_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "presse.xlsx"
    frame = pd.DataFrame(ROWS).assign(date=pd.Timestamp("2024-03-05 10:00"))
    frame.to_excel(path, index=False)
    assert whole(read(path)) == READ


def test_sheets_without_articles_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "presse.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"note": ["rien"]}).to_excel(book, sheet_name="Notes", index=False)
        pd.DataFrame({"id": [12.0], "texte": ["Le Kenya."]}).to_excel(book, sheet_name="Articles")
    assert whole(read(path)) == [("12", "Le Kenya.", "", "")]


def test_broken_xlsx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "presse.xlsx"
    pd.DataFrame({"note": ["rien"]}).to_excel(path, index=False)
    assert reason(read(path)) == "no column of text; there are: note"
    path.write_bytes(path.read_bytes()[:-200])
    assert "no Excel workbook" in reason(read(path))
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    assert "pip install 'quifaitquoi[xlsx]'" in reason(read(path))


# --- JSON --------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"n": 2, "articles": rows}])
def test_json_array(tmp_path: Path, wrap: object) -> None:
    path = tmp_path / "presse.json"
    path.write_text(json.dumps(wrap(ROWS)), encoding="utf-8")  # type: ignore[operator]
    assert whole(read(path)) == READ


def test_json_of_one_article(tmp_path: Path) -> None:
    path = tmp_path / "presse.json"
    path.write_text(json.dumps({**ROWS[0], "source": {"id": None, "name": "Le Fil"}}))
    (found,) = read(path)
    assert isinstance(found, Article)
    assert found.source == "Le Fil"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[{", "not JSON"),
        ("[]", "no array of articles"),
        ('{"a": 1}', "no array of articles"),
        ('[{"text": "Oui."}, 3]', "item 2: not a JSON object"),
    ],
)
def test_broken_json(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "presse.json"
    path.write_text(content)
    assert said in reason(read(path))


# --- fields ------------------------------------------------------------------------------------


def test_guesses_are_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pd.DataFrame(ROWS).to_json(tmp_path / "a.jsonl", orient="records", lines=True)
    pd.DataFrame(ROWS).assign(id=["b1", "b2"]).to_csv(tmp_path / "b.csv", index=False)
    assert len(whole(read(tmp_path))) == 4
    guesses = "--field text=body --field title=headline --field published=date"
    assert [one for one in caplog.messages if "--field" in one] == [
        f"a.jsonl: read as with {guesses}"
    ]


def test_told_fields_are_not_guessed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    row = {"text": "Un chapeau.", "corps": "Le Kenya.", "paru": "le 5 mars 2024", "date": "2020"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert whole(read(tmp_path, text="corps", published="paru")) == [
        ("a.jsonl#1", "Le Kenya.", "", "2024-03-05")
    ]
    assert not any("--field" in one for one in caplog.messages)
    assert reason(read(tmp_path / "a.jsonl", text="absent")) == "line 1: no 'absent'"
    with pytest.raises(ValueError, match="no field of an article: body"):
        articles.read(tmp_path, fields={"body": "text"})


# --- markup ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Le Togo a <b>signé</b>\nhier.</p><p>Fin.</p>", "Le Togo a signé hier.\n\nFin."),
        ("<p>Le <del>Mali</del> Togo <s>a</s> signe.</p>", "Le Togo signe."),
        ("<p>Il a <q>salué <i>cet</i> acte</q>.</p>", "Il a « salué cet acte »."),
        ("Le <i>Monde</i>\n\na dit", "Le Monde\n\na dit"),
        ("Un<br>deux<!-- trois --><script>x()</script>", "Un\ndeux"),
        ("3 < 4 et 5 > 4, <Nom> compris", "3 < 4 et 5 > 4, <Nom> compris"),
    ],
)
def test_pieces_of_markup(markup: str, text: str) -> None:
    assert plain(markup) == text


PROSE = "<p>Le ministre kenyan a <del>reçu</del> <q>salué</q> la délégation du Mali à Nairobi.</p>"


def test_struck_out_text_of_pages_is_not_read() -> None:
    page = f"<html><body><article><h1>Visite</h1>{PROSE * 4}</article></body></html>"
    sentence = "Le ministre kenyan a « salué » la délégation du Mali à Nairobi."
    assert extract(page).text.splitlines()[:2] == ["Visite", sentence]


def test_page_in_a_record_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<!doctype html><html><body><nav>Accueil</nav><h1>Visite</h1>{PROSE * 4}</body></html>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "html": page}))
    (found,) = read(tmp_path)
    assert isinstance(found, Article)
    assert found.title == "Visite"
    assert "<" not in found.text


WALL = (
    "<h1>Bienvenue</h1><p>Avec votre accord, nos partenaires et nous utilisons des cookies ou "
    "traceurs pour lire des données.</p><p>Vous pouvez retirer votre consentement à tout moment "
    "depuis le bas de nos pages.</p>"
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            WALL,
            "wall of cookies",
        ),
        ("<div id=root></div><noscript>Vous devez activer JavaScript.</noscript>", "wall of"),
        ("<div id=root></div><script src=app.js></script>", "a shell that scripts fill in"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, body: str, said: str) -> None:
    (tmp_path / "a.html").write_text(f"<html><head><title>Fil</title></head><body>{body}")
    assert said in reason(read(tmp_path))


def test_article_on_cookies_is_no_wall() -> None:
    text = "La Cnil a infligé mardi une amende à un moteur de recherche pour ses cookies."
    page = f"<html><body><article><h1>Amende</h1><p>{text}</p></article></body></html>"
    assert text in extract(page).text


# --- feeds -------------------------------------------------------------------------------------


def rss(path: Path) -> Path:
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    ET.SubElement(channel, "title").text = "Le Fil"
    for number in (1, 2):
        item = ET.SubElement(channel, "item")
        ET.SubElement(item, "title").text = f"Titre {number}"
        ET.SubElement(item, "link").text = f"//fil.example/{number}"
        ET.SubElement(item, "pubDate").text = "Tue, 05 Mar 2024 23:30:00 -0500"
        ET.SubElement(item, "description").text = "<p>Le <b>Kenya</b> signe.</p><p>Fin.</p>"
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    return path


def test_rss(tmp_path: Path) -> None:
    found = read(rss(tmp_path / "fil.rss"), text="ignored")
    assert whole(found)[0] == (
        "//fil.example/1",
        "Le Kenya signe.\n\nFin.",
        "Titre 1",
        "2024-03-05",
    )
    assert isinstance(found[1], Article)
    assert (found[1].source, found[1].url) == ("Le Fil", "//fil.example/2")


def test_atom(tmp_path: Path) -> None:
    root = ET.Element("feed", xmlns="http:" + "//www.w3.org/2005/Atom")
    ET.SubElement(root, "title").text = "Le Fil"
    entry = ET.SubElement(root, "entry")
    for name, text in (("id", "urn:1"), ("title", "Un"), ("updated", "2024-03-05T10:00:00Z")):
        ET.SubElement(entry, name).text = text
    ET.SubElement(entry, "summary").text = "Court."
    ET.SubElement(entry, "content", type="html").text = "<p>Le Kenya a signé.</p>"
    ET.ElementTree(root).write(tmp_path / "fil.xml")
    assert whole(read(tmp_path)) == [("urn:1", "Le Kenya a signé.", "Un", "2024-03-05")]


def test_broken_feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = rss(tmp_path / "fil.xml")
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"<item>") + 20])
    found = read(path)
    assert isinstance(found[0], Article)
    assert "broken feed" in reason(found)
    path.write_text("<catalogue><livre/></catalogue>")
    assert reason(read(path)) == "no RSS or Atom feed"
    monkeypatch.setitem(__import__("sys").modules, "feedparser", None)
    assert "pip install 'quifaitquoi[feeds]'" in reason(read(path))


# --- compressed --------------------------------------------------------------------------------


def test_gzip(tmp_path: Path) -> None:
    pd.DataFrame(ROWS).to_json(tmp_path / "a.jsonl.gz", orient="records", lines=True)
    pd.DataFrame(ROWS).assign(id=["b1", "b2"]).to_csv(tmp_path / "b.csv.gz", index=False)
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"Un texte."))
    assert [item.id for item in read(tmp_path)] == ["k1", "k2", "b1", "b2", "c"]


def test_broken_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    for data in (b"{}", gzip.compress(b'{"id": "a", "text": "Oui."}\n' * 2)[:-6]):
        path.write_bytes(data)
        assert "compressed data that cannot be read" in reason(read(path))


def test_zip(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "presse.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.csv", "file,title,published\nx/a.txt,Titre,2024-03-05\n")
        archive.writestr("x/a.txt", "Un texte.")
        archive.writestr("b.csv", pd.DataFrame(ROWS).to_csv(index=False))
        archive.writestr("notes.doc", "x")
        archive.writestr("__MACOSX/._a.txt", "x")
    found = read(path)
    assert whole(found)[-1] == ("presse.zip/x/a", "Un texte.", "Titre", "2024-03-05")
    assert [item.id for item in found] == ["k1", "k2", "presse.zip/x/a"]
    assert "presse.zip: not read: notes.doc" in caplog.messages


def test_broken_zip(tmp_path: Path) -> None:
    path = tmp_path / "presse.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "rien\n1\n")
        archive.writestr("b.txt", "Un texte.")
    first, second = read(path)
    assert isinstance(first, Rejected)
    assert isinstance(second, Article)
    path.write_bytes(path.read_bytes()[:-30])
    assert "compressed data that cannot be read" in reason(read(path))


# --- folders -----------------------------------------------------------------------------------


def test_what_is_not_read_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("a.txt", "b.doc", "c.odt", "metadata.csv", "README.md", "actors.csv", "Makefile"):
        (tmp_path / name).write_text("file\n")
    assert [item.id for item in read(tmp_path)] == ["a"]
    assert caplog.messages[-2:] == [
        "actors.csv: not read: no column of text; there are: file",
        f"{tmp_path}: not read: Makefile, README.md, b.doc, c.odt",
    ]
