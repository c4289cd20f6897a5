"""What is known of an article to its record; the publication date and how it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.articles.dateline import find_published
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from quifaitquoi.articles.metadata import Metadata


def build(
    article_id: str,
    text: str,
    known: Metadata,
    *,
    file: str,
    sha256: str,
    in_page: tuple[str, str] = ("", ""),
    default: str = "",
) -> Article:
    """Make an article; `in_page` are the dates of publication and of update in its HTML.

    The date is that of the metadata, else the page, else a header or dateline in the text, else
    that of the update, else `default`.
    """
    published, basis = known.published, "metadata"
    if not published:
        published, basis = in_page[0], "html"
    if not published:
        published, basis = find_published(text)
    if not published:
        published, basis = in_page[1], "html"
    if not published:
        published, basis = default, "argument" if default else ""
    return Article(
        article_id,
        text,
        title=known.title,
        published=published,
        published_basis=basis,
        source=known.source,
        url=known.url,
        genre=known.genre,
        file=file,
        sha256=sha256,
    )
