"""JSON Lines to articles: one line at a time, whatever the size of the file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from quifaitquoi.articles.metadata import DateReader, Metadata
from quifaitquoi.articles.record import build
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = ("title", "source", "url", "genre")
_MARK: Final = b"\xef\xbb\xbf"


class _LineError(ValueError):
    """A line that is no article, with the reason and its id if it has one."""

    def __init__(self, reason: str, article_id: str = "") -> None:
        super().__init__(reason)
        self.article_id = article_id


def read(stream: BinaryIO, name: str, default: str, longest: int) -> Iterator[Article | Rejected]:
    """Read articles from JSON objects, one a line.

    They have `id`, `text` and any of `title`, `published`, `source`, `url`, `genre`. `name` is the
    file's, `default` the publication date of those without, `longest` the bytes that one line may
    have. A line that is no article comes as Rejected with its number.
    """
    read_date = DateReader(name)
    for number, line in enumerate(_lines(stream, longest), start=1):
        data = line.removeprefix(_MARK) if number == 1 else line
        if not data.strip():
            continue
        where = f"{name}:{number}"
        digest = hashlib.sha256(line).hexdigest()
        try:
            if len(line) > longest:
                msg = f"longer than {longest} bytes"
                raise _LineError(msg)
            fields = _fields(data)
            known, text, article_id = _known(fields)
            published = read_date(str(fields.get("published") or ""), number)
            known = replace(known, published=published)
            yield build(article_id, text, known, file=name, sha256=digest, default=default)
        except _LineError as error:
            yield Rejected(error.article_id or where, name, f"line {number}: {error}", digest)


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes]:
    """Split into lines, of which one that is too long comes cut just above the limit."""
    while line := stream.readline(longest + 1):
        rest = line
        while len(rest) > longest and not rest.endswith(b"\n"):
            rest = stream.readline(longest + 1)
        yield line


def _fields(data: bytes) -> dict[str, object]:
    try:
        fields = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = "not UTF-8"
        raise _LineError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise _LineError(msg) from error
    if not isinstance(fields, dict):
        msg = "not a JSON object"
        raise _LineError(msg)
    return fields


def _known(fields: dict[str, object]) -> tuple[Metadata, str, str]:
    """What a line says of its article besides its date, the text and the id."""
    article_id = fields.get("id")
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    if not isinstance(article_id, str) or not article_id.strip():
        msg = "no 'id'"
        raise _LineError(msg)
    text = fields.get("text")
    if not isinstance(text, str):
        msg = "no 'text'"
        raise _LineError(msg, article_id)
    values = {field: str(fields.get(field) or "") for field in _FIELDS}
    if any(_unpaired(value) for value in (article_id, text, *values.values())):
        msg = "half of a surrogate pair, which no file can hold"
        raise _LineError(msg)
    return Metadata(**values), text, article_id


def _unpaired(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text) if not text.isascii() else False
