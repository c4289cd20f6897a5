"""The pipeline from Python: one text, a DataFrame, many articles, dates alone."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.articles.given import (
    Given,
    Published,
    article_from,
    check_articles,
    is_absent,
    iso_from,
    text_from,
)
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.stages import Pipeline
from quifaitquoi.table import EVENTS, event_rows, frame_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from quifaitquoi.records.dates import DateMention
    from quifaitquoi.records.events import Event, Result

LOGGER = logging.getLogger(__name__)
_OPTIONAL: Final = ("title", "published", "source")


def extract(
    text: str,
    published: Published = "",
    *,
    title: str = "",
    source: str = "",
    settings: Settings | None = None,
) -> list[Event]:
    """Events of one text, in order of their triggers; offsets are code points of `text`.

    `published` is ISO 8601 (day, month or year), a date or a Timestamp; without it, relative dates
    have no value. `source` is the medium: a local one need not say of which country it tells.
    Raises TypeError and ValueError, which name what is taken, and SlowError for a text that takes
    longer than `max_seconds` of the settings.
    """
    article = _article(text, published, title, source)
    return list(_pipeline(settings).process(article).events)


def extract_df(frame: pd.DataFrame, *, settings: Settings | None = None) -> pd.DataFrame:
    """Events of a DataFrame of articles, as a DataFrame like that of `read_events`.

    The column `text` must be there, `id` (else the index), `title`, `published` and `source` may
    be; other columns are not looked at. Events are in the order of the articles and their triggers;
    `article_id` is the id as text. A text that is missing is empty. Raises TypeError for what is no
    DataFrame, ValueError for one without `text` or with an id that stands twice. A text that takes
    too long is left out as in `stream`.
    """
    found = stream(_articles_of(frame), settings=settings)
    return frame_of(EVENTS, (row for _, result in found for row in event_rows(result)))


def stream(
    articles: Iterable[Given | Rejected], *, settings: Settings | None = None
) -> Iterator[tuple[Article, Result]]:
    """Each article with everything that it holds, in order; memory stays flat.

    An article is an Article, a dict with `id`, `text` and any of `title`, `published`, `source`, or
    a pair (id, text). They are taken as they are needed, some ahead, since the model reads many at
    once. What `quifaitquoi.articles.read` rejects, and an article that takes longer than
    `max_seconds` of the settings, is left out with a warning in the log. Raises TypeError and
    ValueError, which name what is taken.
    """
    check_articles(articles)
    return _stream(articles, settings)


def find_dates(
    text: str, published: Published = "", *, settings: Settings | None = None
) -> list[DateMention]:
    """Dates of one text with offsets, value, first and last day, precision and basis.

    `published` as in `extract`. Actors and acts are not looked for.
    """
    return list(_pipeline(settings).find_dates(_article(text, published)))


def _stream(
    given: Iterable[Given | Rejected], settings: Settings | None
) -> Iterator[tuple[Article, Result]]:
    default = iso_from(settings.published) if settings else ""
    for found in _pipeline(settings).process_all(_articles(given, default)):
        if isinstance(found, Rejected):
            _warn(found)
        else:
            yield found.article, found


def _articles(given: Iterable[Given | Rejected], default: str) -> Iterator[Article]:
    for one in given:
        if isinstance(one, Rejected):
            _warn(one)
        else:
            yield article_from(one, default)


def _warn(rejected: Rejected) -> None:
    LOGGER.warning("rejected %s: %s", rejected.file or rejected.id, rejected.reason)


def _articles_of(frame: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401 - checked here
    """Rows of a DataFrame as articles; checked before the first is asked for."""
    import pandas as pd  # half a second, which who reads one text need not pay

    if not isinstance(frame, pd.DataFrame):
        msg = f"frame is {type(frame).__name__}; taken is a DataFrame with a column text"
        raise TypeError(msg)
    if "text" not in frame.columns:
        names = ", ".join(map(str, frame.columns)) or "none"
        taken = ", ".join(("id", *_OPTIONAL))
        msg = f"no column text, there are: {names}; taken are text and any of {taken}"
        raise ValueError(msg)
    ids = (frame["id"] if "id" in frame.columns else frame.index.to_series()).astype(str)
    if (twice := ids[ids.duplicated()]).size:
        msg = f"the id {twice.iloc[0]} stands twice; ids, or the index without them, are unique"
        raise ValueError(msg)
    known = [name for name in ("text", *_OPTIONAL) if name in frame.columns]
    columns = [ids, *(frame[name] for name in known)]
    return _dicts(["id", *known], zip(*columns, strict=True))


def _dicts(names: list[str], rows: Iterable[tuple[object, ...]]) -> Iterator[dict[str, object]]:
    for row in rows:
        found = dict(zip(names, row, strict=True))
        yield found | {"text": "" if is_absent(found["text"]) else found["text"]}


def _article(text: str, published: Published, title: str = "", source: str = "") -> Article:
    return Article(
        "text",
        text_from(text),
        title=text_from(title, "title"),
        source=text_from(source, "source"),
        published=iso_from(published),
    )


def _pipeline(settings: Settings | None) -> Pipeline:
    if not isinstance(settings, Settings | None):
        msg = f"settings are {type(settings).__name__}; taken are quifaitquoi.config.Settings"
        raise TypeError(msg)
    return Pipeline.load(settings or Settings())
