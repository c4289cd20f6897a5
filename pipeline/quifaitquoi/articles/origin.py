"""Where a record stands, and how its fields become an article: what all readers share."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from quifaitquoi.articles.encoding import UnreadableError
from quifaitquoi.articles.fields import Fields, RecordError, text_of
from quifaitquoi.articles.fragment import is_page, plain
from quifaitquoi.articles.markup import extract
from quifaitquoi.articles.metadata import DateReader, Metadata
from quifaitquoi.articles.record import build
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO

    #: From the bytes of a file to its articles.
    Reader: TypeAlias = Callable[[BinaryIO, "Origin"], Iterator[Article | Rejected]]

_OTHERS: Final = ("title", "source", "url", "genre")


class NoArticlesError(UnreadableError):
    """A file of a kind that may hold articles, but that holds something else."""


@dataclass(frozen=True)
class Origin:
    """A file that is read: its name, what is known of it, and how its records are to be read.

    `default` is the publication date of articles without one, `longest` the bytes that one article
    may have, `largest` those of a file that must be held in memory whole.
    """

    name: str
    longest: int
    largest: int
    default: str = ""
    known: Metadata = field(default_factory=Metadata)
    fields: Fields = field(default_factory=Fields)

    @property
    def id(self) -> str:
        """The id of the only article of the file: its name without the end."""
        name = self.name.removesuffix(".gz")
        return name.rpartition(".")[0] or name

    def whole(self, stream: BinaryIO, *, single: bool = False) -> bytes:
        """All bytes, of which one article (`single`) or a file of many has not too many."""
        limit = self.longest if single else self.largest
        data = stream.read(limit + 1)
        if len(data) > limit:
            rest = "no single article" if single else "JSON Lines and CSV have no such limit"
            msg = f"larger than {limit} bytes: {rest}"
            raise UnreadableError(msg)
        return data

    def article(
        self, values: Mapping[str, object], number: int | str, unit: str, digest: str = ""
    ) -> Article | Rejected:
        """Make the article of a record, `unit` (« line », « row ») `number` of this file."""
        where = f"{self.name}#{number}"
        digest = digest or checksum(values)
        named = self.fields.named(values, self.name)
        try:
            known, text, article_id = self._known(named, where)
            published = self._read_date(text_of(named.get("published"), "published"), number)
            known = replace(known, published=published)
            page = is_page(text)
            text = text if page else plain(text)
            return self.build(article_id, text, known, digest, page=page)
        except (RecordError, UnreadableError) as error:
            article_id = text_of(error.article_id, "id") if isinstance(error, RecordError) else ""
            reason = f"{unit} {number}: {error}"
            return Rejected(article_id or where, self.name, reason, digest)

    def build(
        self, article_id: str, text: str, known: Metadata, digest: str, *, page: bool
    ) -> Article:
        """Make an article of a text or, for `page`, of what a page holds.

        Raises UnreadableError for a page that holds no article.
        """
        dates = ("", "")
        if page:
            found = extract(text)
            text, known, dates = found.text, found.known(known), (found.published, found.updated)
        return build(
            article_id,
            text,
            known,
            file=self.name,
            sha256=digest,
            in_page=dates,
            default=self.default,
        )

    def _known(self, named: Mapping[str, object], where: str) -> tuple[Metadata, str, str]:
        """What a record says of its article besides its date, the text and the id."""
        article_id = text_of(named.get("id"), "id") or where
        text = named.get("text")
        if not isinstance(text, str):
            msg = f"no {self.fields.name('text')!r}"
            raise RecordError(msg, article_id)
        values = {name: text_of(named.get(name), name) for name in _OTHERS}
        if any(_unpaired(value) for value in (article_id, text, *values.values())):
            msg = "half of a surrogate pair, which no file can hold"
            raise RecordError(msg)
        return Metadata(**values), text, article_id

    @cached_property
    def _read_date(self) -> DateReader:
        return DateReader(self.name)


def checksum(values: Mapping[str, object]) -> str:
    """Of a record that has no bytes of its own."""
    return hashlib.sha256(json.dumps(values, default=str, sort_keys=True).encode()).hexdigest()


def _unpaired(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text) if not text.isascii() else False
