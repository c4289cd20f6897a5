"""The pipeline from Python: one text, many articles, dates alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.articles.metadata import iso_date
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.records.events import Event, Result


def extract(
    text: str, published: str = "", *, title: str = "", settings: Settings | None = None
) -> list[Event]:
    """Events of one text, in order of their triggers; offsets are code points of `text`.

    `published` is ISO 8601 (day, month or year) or empty: relative dates then stay without a value.
    Raises ValueError for any other date.
    """
    return list(_process(text, published, title, settings).events)


def stream(
    articles: Iterable[Article], *, settings: Settings | None = None
) -> Iterator[tuple[Article, Result]]:
    """Each article with everything that it holds, in order; memory stays flat.

    Articles are taken as they are needed, some ahead, since the model reads many at once.
    """
    pipeline = Pipeline.load(settings or Settings())
    for result in pipeline.process_all(articles):
        yield result.article, result


def find_dates(
    text: str, published: str = "", *, settings: Settings | None = None
) -> list[DateMention]:
    """Dates of one text with offsets, value, first and last day, precision and basis.

    `published` as in `extract`.
    """
    return list(_process(text, published, "", settings).dates)


def _process(text: str, published: str, title: str, settings: Settings | None) -> Result:
    known = iso_date(published) if published else ""
    article = Article(id="text", text=text, title=title, published=known)
    return Pipeline.load(settings or Settings()).process(article)
