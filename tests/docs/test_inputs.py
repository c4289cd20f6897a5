"""docs/inputs.md: each kind of file, whole and broken, with exit status and message."""

from __future__ import annotations

import gzip
import json
import zipfile
from typing import TYPE_CHECKING, Final

import pandas as pd
import pypdf
import pytest
from PIL import Image

from quifaitquoi.cli import main
from quifaitquoi.run import engines
from quifaitquoi.run.journal import packed
from tests.docs.blocks import ROOT
from tests.run.fakes import rows_of_text
from tests.test_document_formats import crawl, pdf, word
from tests.test_input_formats import PROSE, ROWS, WALL, rss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE: Final = ROOT / "docs" / "inputs.md"
TEXT: Final = "Le Kenya a reçu mardi la ministre tanzanienne."


def cut(path: Path, share: float = 0.5) -> None:
    """As a download that broke off."""
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def zipped(path: Path, **members: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)


def locked(path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=pdf(path))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(path)


def wacz(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(crawl(path.with_name("data.warc.gz")), "archive/data.warc.gz")
    path.with_name("data.warc.gz").unlink()


def workbook(path: Path) -> None:
    pd.DataFrame(ROWS).to_excel(path, index=False)


def lines(path: Path) -> None:
    pd.DataFrame(ROWS).to_json(path, orient="records", lines=True, force_ascii=False)


def broken(make: Callable[[Path], object], share: float = 0.5) -> Callable[[Path], None]:
    def harm(path: Path) -> None:
        make(path)
        cut(path, share)

    return harm


#: File, and what makes it.
FILES: Final[dict[str, Callable[[Path], object]]] = {
    "visite.txt": lambda path: path.write_text(TEXT, "utf-8"),
    "latin.txt": lambda path: path.write_text(TEXT, "cp1252"),
    "image.txt": lambda path: Image.new("L", (60, 80)).save(path, "PNG"),
    "page.html": lambda path: path.write_text(f"<html><body><article>{PROSE * 4}", "utf-8"),
    "cookies.html": lambda path: path.write_text(f"<html><body>{WALL}", "utf-8"),
    "coquille.html": lambda path: path.write_text("<html><body><script src=app.js></script>"),
    "notices.csv": lambda path: pd.DataFrame(ROWS).to_csv(path, index=False),
    "chiffres.csv": lambda path: path.write_text("an,total\n2024,3\n"),
    "guillemet.csv": lambda path: path.write_text('text\n"Le Kenya signe.\nLe Mali, non.\n'),
    "notices.xlsx": workbook,
    "coupé.xlsx": broken(workbook),
    "notices.jsonl": lines,
    "coupé.jsonl": broken(lines, 0.9),
    "notices.json": lambda path: path.write_text(json.dumps(ROWS)),
    "autre.json": lambda path: path.write_text('{"an": 2024}'),
    "fil.rss": rss,
    "coupé.rss": broken(rss, 0.7),
    "plan.xml": lambda path: path.write_text("<urlset><url/></urlset>"),
    "visite.docx": word,
    "coupé.docx": broken(word),
    "une.pdf": pdf,
    "coupé.pdf": broken(pdf, 0.1),
    "scan.pdf": lambda path: Image.new("L", (60, 80), 200).save(path, "PDF"),
    "secret.pdf": locked,
    "fil.warc.gz": crawl,
    "coupé.warc.gz": broken(crawl, 0.7),
    "autre.warc": lambda path: path.write_text(TEXT, "utf-8"),
    "fil.wacz": wacz,
    "notices.zip": lambda path: zipped(path, a_txt=TEXT, b_doc="x"),
    "coupé.zip": broken(lambda path: zipped(path, a_txt=TEXT)),
    "visite.txt.gz": lambda path: path.write_bytes(gzip.compress(TEXT.encode())),
    "coupé.txt.gz": broken(lambda path: path.write_bytes(gzip.compress(TEXT.encode()))),
    "visite.odt": lambda path: path.write_text(TEXT, "utf-8"),
    "absent.txt": lambda path: path,
}


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs give rows that only the text decides."""

    def rows(self: object, work: object, settings: object, chunks: list) -> object:  # type: ignore[type-arg]
        del self, work, settings
        for chunk in chunks:
            yield chunk, [packed(rows_of_text(article)) for article in chunk]

    monkeypatch.setattr(engines.InProcess, "map", rows)


def shown() -> dict[str, tuple[int, list[str]]]:
    """Exit status and messages by file, as the page has them."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split(" | ")]
        if cells[0].startswith("| `quifaitquoi run "):
            name = cells[0].removeprefix("| `quifaitquoi run ").rstrip("`")
            status, said = cells[2:]
            found[name] = int(status), said.removesuffix(" |").split("<br>")
    return found


def test_every_file_is_shown() -> None:
    assert sorted(shown()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.usefixtures("no_model")
def test_what_is_shown_is_said(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    FILES[name](tmp_path / name)
    status = main(["run", name])
    said = [*caplog.messages, *capsys.readouterr().err.splitlines()]
    wanted, messages = shown()[name]
    assert status == wanted
    for message in messages:
        assert any(message.replace("`", "") in line for line in said), said
