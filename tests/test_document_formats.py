"""Word documents, PDF and web archives to articles; each kind whole and broken."""

from __future__ import annotations

import gzip
import io
import zipfile
from string import ascii_lowercase
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quifaitquoi import articles
from quifaitquoi.clean import clean
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read(path: Path) -> list[Article | Rejected]:
    return list(articles.read(path))


def single(path: Path) -> Article:
    (found,) = read(path)
    assert isinstance(found, Article), found
    return found


def reason(path: Path) -> str:
    found = read(path)[-1]
    assert isinstance(found, Rejected), found
    return found.reason


# --- Word --------------------------------------------------------------------------------------


def word(path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "gabarit"
    document.add_heading("Visite à Nairobi", 0)
    line = document.add_paragraph("Le Kenya a ")
    line.add_run("reçu").font.strike = True
    line.add_run(" salué le ")
    line.add_run("Mali").bold = True
    line.add_run(" mardi 1")
    line.add_run("er").font.superscript = True
    line.add_run(" mars 2022.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Togo", "Lomé"
    document.save(str(path))
    return path


def test_docx(tmp_path: Path) -> None:
    found = single(word(tmp_path / "visite.docx"))
    text = "Visite à Nairobi\n\nLe Kenya a salué le Mali mardi 1er mars 2022.\n\nTogo\n\nLomé"
    assert (found.id, found.title, found.text) == ("visite", "Visite à Nairobi", text)
    assert found.published == ""  # the day on which the file was saved is not it


def test_docx_is_read_with_its_changes_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    line = document.add_paragraph("Le Togo a ")
    for kind, text, words in (("del", "delText", "rompu"), ("ins", "t", "signé")):
        xml = (
            f"<w:{kind} {nsdecls('w')} w:id='1'><w:r><w:{text}>{words}</w:{text}></w:r></w:{kind}>"
        )
        line._p.append(parse_xml(xml))
    line.add_run(" l’accord.")
    document.save(str(tmp_path / "a.docx"))
    assert single(tmp_path / "a.docx").text == "Le Togo a signé l’accord."


def test_metadata_of_docx(tmp_path: Path) -> None:
    word(tmp_path / "a.docx")
    (tmp_path / "metadata.csv").write_text("file,title,published\na.docx,Autre,2022-03-02\n")
    found = single(tmp_path)
    assert (found.title, found.published) == ("Autre", "2022-03-02")


def test_broken_docx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word(tmp_path / "a.docx")
    data = path.read_bytes()
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "Le Kenya.")
    for content in (b"", b"Le Kenya.", data[: len(data) // 2], other.getvalue()):
        path.write_bytes(content)
        assert "no Word document that can be read" in reason(path)
    docx.Document().save(str(path))
    assert single(path).text == ""
    monkeypatch.setitem(__import__("sys").modules, "mammoth", None)
    assert "pip install 'quifaitquoi[docx]'" in reason(path)


# --- PDF ---------------------------------------------------------------------------------------

BODY = (
    "Le ministre togolais Robert Dussey a reçu mardi à Lomé son homologue ghanéen. "
    "L’entretien a porté sur la situation dans le nord du pays, où des attaques ont "
    "visé l’armée. Le Kenya a condamné mercredi l’attaque contre un poste éthiopien."
)


def letters(number: int) -> str:
    """No two paragraphs begin or end alike, as what stands on every page does."""
    return ascii_lowercase[number // 26] + ascii_lowercase[number % 26]


def pdf(path: Path, paragraphs: int = 3) -> Path:
    """A page of a newspaper: its name and day, a title over two columns."""
    styles = getSampleStyleSheet()
    text = styles["BodyText"]
    text.alignment = 4  # justified

    def name(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 7)
        canvas.drawString(50, 815, "LE FIL DU JOUR | mercredi 6 mars 2024")
        canvas.drawString(300, 20, f"Page {canvas.getPageNumber()}")

    columns = [Frame(45, 40, 170, 640), Frame(235, 40, 170, 640)]
    over = Frame(45, 690, 500, 110)
    document = BaseDocTemplate(str(path), title="gabarit")
    document.addPageTemplates(
        [
            PageTemplate("first", [over, *columns], onPage=name, autoNextPageTemplate="more"),
            PageTemplate("more", columns, onPage=name),
        ]
    )
    title = Paragraph("Le Togo et le Ghana scellent leur nouveau rapprochement", styles["Title"])
    told = [
        Paragraph(f"{letters(number)}) {BODY} Fin {letters(number)}", text)
        for number in range(paragraphs)
    ]
    told.insert(1, Paragraph("Un accord attendu", styles["Heading3"]))
    document.build([title, FrameBreak(), *told])
    return path


def test_pdf_is_read_column_by_column(tmp_path: Path) -> None:
    found = single(pdf(tmp_path / "une.pdf", 9))
    assert (found.title, found.published, found.published_basis) == ("", "2024-03-06", "header")
    for number in range(9):
        assert f"{letters(number)}) {BODY}" in found.text
    lines = found.text.splitlines()
    assert "Le Togo et le Ghana scellent leur nouveau rapprochement" in lines
    assert "Un accord attendu" in lines


def test_what_stands_on_every_page_is_read_once(tmp_path: Path) -> None:
    path = pdf(tmp_path / "une.pdf", 40)
    text = single(path).text
    assert len(pypdf.PdfReader(path).pages) > 1
    assert text.count("LE FIL DU JOUR") == 1
    assert text.count(BODY) == 40


def test_words_divided_at_a_line_end_are_mended(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number, line in enumerate(("Le Togo a signé un accord de coopé-", "ration avec le Ghana.")):
        canvas.drawString(50, 700 - 14 * number, line)
    canvas.save()
    article = single(tmp_path / "a.pdf")
    assert clean(article).text == "Le Togo a signé un accord de coopération avec le Ghana."


def test_ligatures_of_tex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(self: object, visitor_text: Callable[..., None]) -> None:
        del self
        for text in ("Le chi\x1bre o\x1eciel des ", "\x1cnances.\n"):
            visitor_text(text, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 0, 0], None, 10)

    path = pdf(tmp_path / "a.pdf")
    monkeypatch.setattr(pypdf.PageObject, "extract_text", extract)
    assert single(path).text == "Le chiffre officiel des finances."


def test_pdf_locked_against_changes_is_read(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf")
    for password, wanted in (("", Article), ("secret", Rejected)):
        writer = pypdf.PdfWriter(clone_from=pdf(path))
        writer.encrypt(password, "owner", algorithm="AES-256")
        writer.write(path)
        assert isinstance(read(path)[0], wanted)
    assert reason(path) == "a PDF locked with a password"


def test_broken_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "a.pdf")
    data = path.read_bytes()
    for content in (b"", b"Le Kenya.", b"%PDF-1.4\n", data[:200]):
        path.write_bytes(content)
        assert "no PDF that can be read" in reason(path)
    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(picture), 0, 0, 600, 800)
    canvas.save()
    assert reason(path) == "a PDF without text: a scan needs character recognition (OCR) first"
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    assert "pip install 'quifaitquoi[pdf]'" in reason(path)


# --- web archives ------------------------------------------------------------------------------

LETTER = "œ"
PAGE = (
    "<!doctype html><html><head><title>Visite</title></head><body><article><h1>Visite</h1>"
    "<p>Publié le 5 mars 2024</p>"
    + f"<p>Le ministre kényan a reçu mardi à Nairobi le ch{LETTER}ur de la délégation.</p>" * 3
    + "</article></body></html>"
)
TEXT = f"Le ministre kényan a reçu mardi à Nairobi le ch{LETTER}ur de la délégation."


class Crawl:
    """A WARC as crawlers write it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stream = io.BytesIO()
        self.writer = WARCWriter(self.stream, gzip=path.suffix == ".gz")
        info = self.writer.create_warcinfo_record(path.name, {"software": "test"})
        self.writer.write_record(info)

    def add(
        self, name: str, data: bytes, kind: str = "text/html", status: str = "200 OK", **more: str
    ) -> Crawl:
        """A response; a page in Latin-9 whose charset only the server says."""
        fields = [("Content-Type", kind)] + [(key.replace("_", "-"), more[key]) for key in more]
        headers = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        record = self.writer.create_warc_record(
            "https:" + f"//fil.example/{name}", "response", io.BytesIO(data), http_headers=headers
        )
        self.writer.write_record(record)
        return self

    def save(self) -> Path:
        """Write the file."""
        self.path.write_bytes(self.stream.getvalue())
        return self.path


def crawl(path: Path) -> Path:
    latin = "text/html; charset=ISO-8859-15"
    data = PAGE.encode("iso-8859-15")
    packed = gzip.compress(data)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    return (
        Crawl(path)
        .add("1", data, latin)
        .add("2", chunked, latin, Content_Encoding="gzip", Transfer_Encoding="chunked")
        .add("logo.png", b"\x89PNG", "image/png")
        .add("vieux", b"", status="301 Moved Permanently")
        .add("vide", b"<html><body><div id=root></div><script src=a.js></script></body></html>")
        .save()
    )


@pytest.mark.parametrize("name", ["fil.warc", "fil.warc.gz"])
def test_warc(tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    first, second, empty = read(crawl(tmp_path / name))
    for found in (first, second):
        assert isinstance(found, Article)
        assert found.id == found.url
        assert TEXT in found.text
        assert (found.title, found.published, found.file) == ("Visite", "2024-03-05", name)
    assert first.id.endswith("fil.example/1")
    assert isinstance(empty, Rejected)
    assert "a shell that scripts fill in" in empty.reason
    assert f"{name}: not read: 1 HTTP 301, 1 image/png" in caplog.messages


def test_day_of_the_crawl_is_no_publication(tmp_path: Path) -> None:
    page = PAGE.replace("Publié le 5 mars 2024", "")
    path = Crawl(tmp_path / "a.warc").add("1", page.encode(), Last_Modified="x").save()
    assert single(path).published == ""


def test_wet(tmp_path: Path) -> None:
    made = Crawl(tmp_path / "a.warc.gz")
    record = made.writer.create_warc_record(
        "urn:1", "conversion", io.BytesIO(TEXT.encode()), warc_content_type="text/plain"
    )
    made.writer.write_record(record)
    assert single(made.save()).text == TEXT


def test_wacz(tmp_path: Path) -> None:
    path = tmp_path / "fil.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(crawl(tmp_path / "a.warc.gz"), "archive/data.warc.gz")
        archive.writestr("pages/pages.jsonl", '{"id": "pages"}\n{"text": "Du moteur."}\n')
        archive.writestr("indexes/index.cdx", "-")
    assert [isinstance(item, Article) for item in read(path)] == [True, True, False]
    path.write_bytes(path.read_bytes()[:-40])
    assert "compressed data that cannot be read" in reason(path)


def test_broken_warc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.warc"
    page = PAGE.encode()
    data = Crawl(path).add("1", page).add("2", page).save().read_bytes()
    path.write_bytes(data[:-200])
    first, second = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Rejected)
    assert second.reason == f"page {second.id}: the archive breaks off within this page"
    no_length = data.replace(b"Content-Length", b"Content-Lxngth")
    for content in (b"", b"Le Kenya.\n", b"un deux trois 4 cinq\n", bytes(range(256)), no_length):
        path.write_bytes(content)
        assert "web archive" in reason(path)
    path.write_bytes(Crawl(path).add("a.css", b"", "text/css").save().read_bytes())
    assert reason(path) == "no page in the web archive; there are: 1 text/css"
    whole = gzip.compress(data)
    (tmp_path / "a.warc.gz").write_bytes(whole[: len(whole) // 2])
    assert "compressed data that cannot be read" in reason(tmp_path / "a.warc.gz")
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    assert "pip install 'quifaitquoi[warc]'" in reason(path)


def test_page_that_the_crawler_cut(tmp_path: Path) -> None:
    made = Crawl(tmp_path / "a.warc")
    record = made.writer.create_warc_record(
        "urn:1",
        "resource",
        io.BytesIO(PAGE.encode()),
        warc_content_type="text/html",
        warc_headers_dict={"WARC-Truncated": "length"},
    )
    made.writer.write_record(record)
    assert reason(made.save()) == "page urn:1: the crawler cut the page: length"
