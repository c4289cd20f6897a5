"""Tables of articles, one a row: CSV with any separator, and Excel workbooks (the extra `xlsx`)."""

from __future__ import annotations

import csv
import io
import re
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from quifaitquoi.articles.encoding import UnreadableError, encoding_of
from quifaitquoi.articles.origin import NoArticlesError, Origin
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SEPARATORS: Final = ",;\t|"
# The line by which Excel says what separates the cells.
_DECLARED: Final = re.compile(r"sep=(.)\s*$", re.IGNORECASE)


def read_csv(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read articles from a table with a heading; rows are counted as a spreadsheet counts them."""
    csv.field_size_limit(sys.maxsize)  # a cell holds a whole article, however long
    encoding = encoding_of(stream)
    with io.TextIOWrapper(stream, encoding, newline="") as lines:
        head = lines.readline()
        if declared := _DECLARED.match(head):
            separator, head = declared[1], lines.readline()
        else:
            separator = max(_SEPARATORS, key=head.count)
        # Strictly: a quote that is never closed would swallow all rows after it.
        rows = csv.reader(_after(head, lines), delimiter=separator, strict=True)
        try:
            yield from _read(rows, origin, "")
        except csv.Error as error:
            msg = f"line {rows.line_num}: {error}"
            raise UnreadableError(msg) from error


def read_xlsx(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read articles from every sheet of a workbook that has a heading for their text."""
    try:
        import openpyxl
    except ImportError as error:
        msg = "Excel needs the extra: pip install 'quifaitquoi[xlsx]'"
        raise UnreadableError(msg) from error
    data = io.BytesIO(origin.whole(stream))
    try:
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
    except Exception as error:  # whatever the zip, the XML and the library raise for broken files
        msg = f"no Excel workbook that can be read: {error}"
        raise UnreadableError(msg) from error
    sheets = [sheet for sheet in book.worksheets if origin.fields.has_text(_heading(sheet))]
    if not sheets:
        raise NoArticlesError(
            _no_text([name for each in book.worksheets for name in _heading(each)])
        )
    for sheet in sheets:
        yield from _read(sheet.values, origin, f"{sheet.title}!" if len(sheets) > 1 else "")


def _heading(sheet: Any) -> list[str]:  # noqa: ANN401 - a type of a library without types
    return _names(next(iter(sheet.values), ()))


def _names(cells: Iterable[object]) -> list[str]:
    return [str(cell).strip() if cell is not None else "" for cell in cells]


def _read(
    rows: Iterable[Sequence[object]], origin: Origin, sheet: str
) -> Iterator[Article | Rejected]:
    iterator = iter(rows)
    names = _names(next(iterator, ()))
    if not origin.fields.has_text(names):
        raise NoArticlesError(_no_text(names))
    for number, cells in enumerate(iterator, start=2):
        where = f"{sheet}{number}"
        if all(cell is None or cell == "" for cell in cells):
            continue
        if len(cells) > len(names):
            reason = f"row {where}: {len(cells)} cells under a heading of {len(names)}"
            yield Rejected(f"{origin.name}#{where}", origin.name, reason)
            continue
        named = zip(names, cells, strict=False)
        yield origin.article({name: cell for name, cell in named if name}, where, "row")


def _no_text(names: list[str]) -> str:
    return f"no column of text; there are: {', '.join(filter(None, names)) or 'none'}"


def _after(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield head
    yield from lines
