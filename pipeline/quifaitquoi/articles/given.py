"""What a program hands over instead of files: articles as dicts or pairs, dates as objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from numbers import Integral
from typing import Any, Final, TypeAlias

from quifaitquoi.articles.metadata import Metadata, iso_date
from quifaitquoi.articles.record import build
from quifaitquoi.records.articles import Article

#: A publication date as programs have it; a Timestamp of pandas is a date.
Published: TypeAlias = str | date | None
#: An article as programs have it.
Given: TypeAlias = Article | Mapping[str, Any] | tuple[str, str]

_TAKEN: Final = (
    "an Article, a dict with id, text and any of title, published, source, or a pair (id, text)"
)
_FIELDS: Final = ("title", "source", "url")
# How the absent values of pandas and numpy show themselves.
_ABSENT: Final = frozenset({"nan", "NaT", "<NA>"})


def check_articles(found: object) -> None:
    """Check that these can be many articles; raises TypeError for a text, a dict, one article."""
    if isinstance(found, str | bytes | Mapping | Article) or not hasattr(found, "__iter__"):
        msg = f"articles are {_named(found)}; taken is an iterable, each item {_TAKEN}"
        raise TypeError(msg)


def article_from(found: Given, default: str = "") -> Article:
    """Make an article as a line of JSON Lines makes one; `default` is the date of those without.

    Raises TypeError or ValueError, which name what is taken.
    """
    if isinstance(found, Article):
        iso_from(found.published)
        text_from(found.text, f"text of {found.id!r}")
        return found
    if isinstance(found, Mapping):
        return _from_mapping(found, default)
    if isinstance(found, tuple | list) and len(found) == 2:
        return _from_mapping(dict(zip(("id", "text"), found, strict=True)), default)
    msg = f"an article is {_named(found)}; taken is {_TAKEN}"
    raise TypeError(msg)


def text_from(text: object, what: str = "text") -> str:
    """The text; raises TypeError for anything else."""
    if not isinstance(text, str):
        msg = f"{what} is {_named(text)}; taken is a str"
        raise TypeError(msg)
    return text


def iso_from(published: object) -> str:
    """A date as ISO 8601, at day, month or year precision; empty for None and what pandas lacks.

    Raises ValueError for a text that is no date, TypeError for what is neither text nor date.
    """
    if is_absent(published):
        return ""
    if isinstance(published, date):
        return published.isoformat()[:10]
    if isinstance(published, str):
        return iso_date(published) if published else ""
    msg = f"published is {_named(published)}; taken is a str (ISO 8601), date or Timestamp"
    raise TypeError(msg)


def is_absent(value: object) -> bool:
    """Whether a value is none: None, or the NaN, NaT and NA of pandas."""
    return value is None or (not isinstance(value, str) and str(value) in _ABSENT)


def _from_mapping(fields: Mapping[str, Any], default: str) -> Article:
    if missing := [name for name in ("id", "text") if is_absent(fields.get(name))]:
        msg = f"an article has no {' and no '.join(missing)}: it has {', '.join(map(str, fields))}"
        raise ValueError(f"{msg}; taken is {_TAKEN}")
    article_id = fields["id"]
    if not isinstance(article_id, str | Integral) or isinstance(article_id, bool):
        msg = f"id of an article is {_named(article_id)}; taken is a str or int"
        raise TypeError(msg)
    name = str(article_id)
    values = {
        field: text_from(value, f"{field} of {name!r}")
        for field in _FIELDS
        if not is_absent(value := fields.get(field))
    }
    try:
        published = iso_from(fields.get("published"))
    except ValueError as error:
        msg = f"published of {name!r}: {error}"
        raise ValueError(msg) from error
    text = text_from(fields["text"], f"text of {name!r}")
    known = Metadata(published=published, **values)
    return build(name, text, known, file="", sha256="", default=default)


def _named(value: object) -> str:
    """« int 3 », « list ['a'] », for messages."""
    shown = repr(value)
    return f"{type(value).__name__} {shown if len(shown) <= 40 else f'{shown[:40]}…'}"
