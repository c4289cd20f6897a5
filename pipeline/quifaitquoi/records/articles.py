"""Articles as they came, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came.

    `published` is ISO 8601 at day, month or year precision, or empty; `published_basis` says where
    it was found: metadata, argument, html, header, dateline, or empty. `genre` holds one kind of
    article or several, joined by `|`, by which scores are split.
    """

    id: str
    text: str
    title: str = ""
    published: str = ""
    published_basis: str = ""
    source: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read, with the reason that articles.csv gives."""

    id: str
    file: str
    reason: str
    sha256: str = ""
