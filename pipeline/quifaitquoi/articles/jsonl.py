"""JSON to articles: JSON Lines one at a time, whatever the size of the file; arrays whole."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, BinaryIO, Final

from quifaitquoi.articles.fields import RecordError
from quifaitquoi.articles.origin import NoArticlesError, Origin
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = b"\xef\xbb\xbf"


def read(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read articles from JSON objects, one a line.

    They have `text` and any of `id`, `title`, `published`, `source`, `url`, `genre`, or what the
    fields of `origin` take for them. A line that is no article comes as Rejected with its number.
    """
    for number, line in enumerate(_lines(stream, origin.longest), start=1):
        data = line.removeprefix(_MARK) if number == 1 else line
        if not data.strip():
            continue
        digest = hashlib.sha256(line).hexdigest()
        try:
            if len(line) > origin.longest:
                msg = f"longer than {origin.longest} bytes"
                raise RecordError(msg)
            values = _object(_parsed(data))
        except RecordError as error:
            reason = f"line {number}: {error}"
            yield Rejected(f"{origin.name}#{number}", origin.name, reason, digest)
        else:
            yield origin.article(values, number, "line", digest)


def read_array(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read articles from an array of JSON objects, or an object that is one or holds one array.

    Raises NoArticlesError for other JSON.
    """
    try:
        found = _parsed(origin.whole(stream).removeprefix(_MARK))
    except RecordError as error:
        raise NoArticlesError(str(error)) from error
    if isinstance(found, dict) and not origin.fields.has_text(list(found)):
        arrays = [value for value in found.values() if isinstance(value, list) and value]
        found = arrays[0] if len(arrays) == 1 else []
    items = found if isinstance(found, list) else [found]
    if not any(isinstance(item, dict) and origin.fields.has_text(list(item)) for item in items):
        msg = "no array of articles with a text"
        raise NoArticlesError(msg)
    for number, item in enumerate(items, start=1):
        try:
            yield origin.article(_object(item), number, "item")
        except RecordError as error:
            reason = f"item {number}: {error}"
            yield Rejected(f"{origin.name}#{number}", origin.name, reason)


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes]:
    """Split into lines, of which one that is too long comes cut just above the limit."""
    while line := stream.readline(longest + 1):
        rest = line
        while len(rest) > longest and not rest.endswith(b"\n"):
            rest = stream.readline(longest + 1)
        yield line


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = "not UTF-8"
        raise RecordError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise RecordError(msg) from error


def _object(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        msg = "not a JSON object"
        raise RecordError(msg)
    return found
