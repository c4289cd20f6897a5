"""Documents of one article each: Word by mammoth (the extra `docx`), PDF by pypdf (`pdf`)."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from quifaitquoi.articles.encoding import UnreadableError
from quifaitquoi.articles.fragment import plain
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from pypdf import PageObject

    from quifaitquoi.articles.origin import Origin

_STYLES: Final = "p[style-name='Title'] => h1:fresh"
# What mammoth writes for the sign of a note, in the text and back to it from the note.
_NOTE: Final = re.compile(r'<sup><a [^>]*id="(?:foot|end)note-ref-[^>]*>[^<]*</a></sup>|↑')
_HEADING: Final = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_PARTS: Final = re.compile(r"[^\n]*\n|[^\n]+")
# Where TeX has them in fonts that do not say what their letters are.
_LIGATURES: Final = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}
_DIGITS: Final = re.compile(r"\d+")
# How many lines over and under a page may be of the newspaper, not of the article, and on which
# share of the pages they then stand.
_EDGE: Final = 3
_RUNNING: Final = 0.5
# A line goes on in the next one if the next word would have made it longer than this share of the
# usual length: letters are of different widths.
_FULL: Final = 0.85


def read_docx(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read a Word document, as it stands with its changes accepted, headed by its title.

    What is struck out is not read. Its properties are those of a template or of who saved it last:
    title and date are not taken from them.
    """
    try:
        import mammoth
    except ImportError as error:
        msg = "Word documents need the extra: pip install 'quifaitquoi[docx]'"
        raise UnreadableError(msg) from error

    def text_of(data: bytes) -> tuple[str, str]:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > origin.largest:
                msg = f"larger than {origin.largest} bytes when unpacked"
                raise UnreadableError(msg)
        found = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=lambda _: []
        )
        markup = _NOTE.sub("", found.value)
        heading = _HEADING.search(markup)
        return plain(markup), plain(heading[1]) if heading else ""

    yield _read(stream, origin, text_of, "Word document")


def read_pdf(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read the text of a PDF in the order in which it was set: column by column.

    Its properties say when the file was made and by what: title and date are not taken from them.
    """
    try:
        import pypdf
    except ImportError as error:
        msg = "PDF needs the extra: pip install 'quifaitquoi[pdf]'"
        raise UnreadableError(msg) from error

    def text_of(data: bytes) -> tuple[str, str]:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            msg = "a PDF locked with a password"
            raise UnreadableError(msg)
        text = _paragraphs([list(_lines(page)) for page in reader.pages])
        if not text:
            msg = "a PDF without text: a scan needs character recognition (OCR) first"
            raise UnreadableError(msg)
        return text, ""

    yield _read(stream, origin, text_of, "PDF")


def _read(
    stream: BinaryIO, origin: Origin, text_of: Callable[[bytes], tuple[str, str]], kind: str
) -> Article | Rejected:
    """Make the article of text and title that `text_of` finds in a file."""
    data = origin.whole(stream, single=True)
    digest = hashlib.sha256(data).hexdigest()
    try:
        text, title = text_of(data)
    except UnreadableError as error:
        return Rejected(origin.id, origin.name, str(error), digest)
    except Exception as error:  # noqa: BLE001 - whatever the libraries raise for broken files
        reason = f"no {kind} that can be read: {error}"
        return Rejected(origin.id, origin.name, reason, digest)
    known = replace(origin.known, title=origin.known.title or title)
    return origin.build(origin.id, text, known, digest, page=False)


class _Line(NamedTuple):
    """A line of a page and the size of its letters."""

    text: str
    size: float


def _lines(page: PageObject) -> Iterator[_Line]:
    """The lines of a page that hold something, in the order in which they were set."""
    pieces: list[tuple[str, float]] = []

    def visit(
        text: str, page_scale: list[float], scale: list[float], _: object, size: float
    ) -> None:
        pieces.extend(
            (part, round(size * abs(scale[3] * page_scale[3]), 1))
            for part in _PARTS.findall(text.translate(_LIGATURES))
        )

    page.extract_text(visitor_text=visit)
    line: list[tuple[str, float]] = []
    for piece in (*pieces, ("\n", 0.0)):
        line.append(piece)
        if piece[0].endswith("\n"):
            text = " ".join("".join(text for text, _ in line).split())
            if text:
                yield _Line(text, max(line, key=lambda one: len(one[0]))[1])
            line = []


def _paragraphs(pages: Sequence[list[_Line]]) -> str:
    """The text of pages: lines of a column made whole, without what stands on every page.

    Words divided at a line's end stay so, for `clean` to mend.
    """
    lines = list(_without_running(pages))
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = max(sizes, key=sizes.__getitem__, default=0.0)
    lengths = sorted(len(line.text) for line in lines if line.size == body)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    text = ""
    for line, following in pairwise([*lines, _Line("", 0.0)]):
        word = following.text.partition(" ")[0]
        full = (
            len(line.text) + 1 + len(word) > _FULL * usual
            if line.size == body
            else line.size > body
        )
        goes_on = full and line.size == following.size
        text += line.text + (" " if goes_on and not line.text.endswith("-") else "\n")
    return text.strip()


def _without_running(pages: Sequence[list[_Line]]) -> Iterator[_Line]:
    """The lines without those at the edges of most pages; those over the first page stay."""
    edges = [{*map(_key, page[:_EDGE]), *map(_key, page[-_EDGE:])} for page in pages]
    on = Counter(key for edge in edges for key in edge)
    running = {key for key, count in on.items() if count > max(1, _RUNNING * len(pages))}
    for number, page in enumerate(pages):
        first = 0 if number == 0 else _count(page, running)
        yield from page[first : len(page) - _count(page[first:][::-1], running)]


def _count(lines: Sequence[_Line], running: AbstractSet[str]) -> int:
    """How many of the first lines are of the newspaper."""
    return len(list(takewhile(lambda line: _key(line) in running, lines[:_EDGE])))


def _key(line: _Line) -> str:
    """What a line says but for the number of its page."""
    return _DIGITS.sub("", line.text)
