"""Saved RSS and Atom feeds to articles, by feedparser (the extra `feeds`)."""

from __future__ import annotations

import email.utils
import io
import re
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from quifaitquoi.articles.encoding import UnreadableError
from quifaitquoi.articles.fields import Fields
from quifaitquoi.articles.origin import NoArticlesError, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.records.articles import Article, Rejected

# The end of a feed that does not break off.
_CLOSED: Final = re.compile(
    rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)


def read(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read the entries of a feed: the longer of content and summary; the feed is their source.

    Raises NoArticlesError for XML that is no feed, and UnreadableError for a feed that breaks off,
    after the entries that could be read.
    """
    try:
        import feedparser
    except ImportError as error:
        msg = "RSS and Atom need the extra: pip install 'quifaitquoi[feeds]'"
        raise UnreadableError(msg) from error
    data = origin.whole(stream)
    found = feedparser.parse(io.BytesIO(data))
    if not found.version:
        msg = "no RSS or Atom feed"
        raise NoArticlesError(msg)
    ours = Origin(origin.name, origin.longest, origin.largest, origin.default, fields=Fields())
    # Where the feed breaks off, so does its last entry.
    cut = found.bozo and not _CLOSED.search(data)
    entries = found.entries[:-1] if cut else found.entries
    for number, entry in enumerate(entries, start=1):
        values = {
            "id": entry.get("id") or entry.get("link"),
            "text": _text(entry),
            "title": entry.get("title"),
            "published": _day(entry.get("published") or entry.get("updated") or ""),
            "source": found.feed.get("title"),
            "url": entry.get("link"),
        }
        yield ours.article(values, number, "entry")
    problem = found.get("bozo_exception")
    if found.bozo and not isinstance(problem, feedparser.CharacterEncodingOverride):
        msg = f"broken feed, of which {len(entries)} entries were read: {problem}"
        raise UnreadableError(msg)


def _text(entry: Any) -> str:  # noqa: ANN401 - a type of a library without types
    contents: list[str] = [
        content.value for content in entry.get("content", ()) if content.get("value")
    ]
    return max([*contents, str(entry.get("summary", ""))], key=len)


def _day(written: str) -> str:
    """The day of a date as RSS has it, at the place where it was written; else what is written."""
    try:
        return email.utils.parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return written
