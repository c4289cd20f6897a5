"""Web archives to articles: the pages of a WARC, by warcio (the extra `warc`)."""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections import Counter
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from quifaitquoi.articles.encoding import UnreadableError, decode
from quifaitquoi.articles.metadata import Metadata
from quifaitquoi.articles.origin import NoArticlesError, Origin
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

# What holds a page as a server sent it; `conversion` is the text of one, as in the WET files of
# Common Crawl. Other records describe these.
_TEXT: Final = "conversion"
_KINDS: Final = ("response", "resource", _TEXT)
_PAGES: Final = ("text/html", "application/xhtml+xml")
_OK: Final = "200"
_FORMAT: Final = "warc"


def read(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read the pages that a crawler saved, by their addresses; the count of all else is logged.

    The date of a record says when the page was fetched and `Last-Modified` when it was sent, so
    that neither is taken for its publication. Raises NoArticlesError for an archive without a page
    and UnreadableError for what is no archive or breaks off.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        msg = "web archives need the extra: pip install 'quifaitquoi[warc]'"
        raise UnreadableError(msg) from error
    others: Counter[str] = Counter()
    pages = 0
    records = ArchiveIterator(stream)
    while (record := _next(records, pages)) is not None:
        if record.rec_type not in _KINDS:
            continue
        other = _other(record)
        if other:
            others[other] += 1
        else:
            pages += 1
            yield _article(record, origin)
    stream.read(1)  # raises for data that break off, which the library takes for the end
    counted = ", ".join(f"{count} {other}" for other, count in sorted(others.items()))
    if not pages:
        msg = f"no page in the web archive; there are: {counted or 'no records'}"
        raise NoArticlesError(msg)
    if counted:
        logger.warning("%s: not read: %s", origin.name, counted)


def _next(records: Iterator[Any], pages: int) -> Any:  # noqa: ANN401 - of a library without types
    """The next record, None after the last; `pages` have been read before."""
    try:
        record = next(records, None)
        if record is not None and record.format != _FORMAT:
            # A line of five words passes for the head of an archive as they were before.
            msg = f"not of the format {_FORMAT}"
            raise ValueError(msg)
    except (OSError, EOFError, zlib.error):
        raise  # of what is compressed around the archive
    except Exception as error:  # whatever the library raises for broken records
        msg = f"no web archive, or a broken one, of which {pages} pages were read: {error}"
        raise UnreadableError(msg) from error
    else:
        return record


def _other(record: Any) -> str:  # noqa: ANN401 - a type of a library without types
    """What a record holds instead of a page; empty for a page."""
    http = record.http_headers
    if http is not None and (status := http.get_statuscode()) != _OK:
        return f"HTTP {status}"
    kind = _content_type(record).partition(";")[0].strip().lower()
    wanted = ("text/plain",) if record.rec_type == _TEXT else _PAGES
    return "" if kind in wanted else kind or "without Content-Type"


def _content_type(record: Any) -> str:  # noqa: ANN401
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


def _article(record: Any, origin: Origin) -> Article | Rejected:  # noqa: ANN401
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    article_id = address or record.rec_headers.get_header("WARC-Record-ID") or ""
    data = record.content_stream().read(origin.longest + 1)
    record.raw_stream.read()
    digest = hashlib.sha256(data).hexdigest()
    try:
        if len(data) > origin.longest:
            msg = f"larger than {origin.longest} bytes: no single article"
            raise UnreadableError(msg)
        if cut := record.rec_headers.get_header("WARC-Truncated"):
            msg = f"the crawler cut the page: {cut}"
            raise UnreadableError(msg)
        # A record that does not say how long it is has no limit.
        if getattr(record.raw_stream, "limit", 0):
            msg = "the archive breaks off within this page"
            raise UnreadableError(msg)
        page = record.rec_type != _TEXT
        charset = _content_type(record).lower().partition("charset=")[2].strip(" \"';")
        text = decode(data, markup=page, charset=charset)
        return origin.build(article_id, text, Metadata(url=address), digest, page=page)
    except UnreadableError as error:
        return Rejected(article_id, origin.name, f"page {article_id}: {error}", digest)
