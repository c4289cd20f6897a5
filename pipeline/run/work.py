"""The unit of work: articles in, rows of the tables out; the same on every engine."""

from __future__ import annotations

import hashlib
import logging
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.records import Article, Rejected
from pipeline.table import (
    article_row,
    date_rows,
    dyad_rows,
    event_rows,
    mention_rows,
    rejected_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.config import Settings
    from pipeline.run.journal import Rows
    from pipeline.run.stages import Pipeline

LOGGER = logging.getLogger(__name__)
PACKAGE: Final = Path(__file__).resolve().parent.parent


def rows_of(settings: Settings, articles: Sequence[Article]) -> list[Rows]:
    """Rows of each article, in order. One that cannot be processed is rejected with the reason."""
    from pipeline.run.stages import Pipeline

    pipeline = Pipeline.load(settings)
    return [_rows(pipeline, settings, article) for article in articles]


def _rows(pipeline: Pipeline, settings: Settings, article: Article) -> Rows:
    if len(article.text) > settings.max_characters:
        reason = f"{len(article.text)} characters, more than {settings.max_characters}"
        return rejected(Rejected(article.id, article.file, reason, article.sha256))
    try:
        result = pipeline.process(article)
    except Exception as error:
        LOGGER.exception("%s could not be processed", article.id)
        reason = f"{type(error).__name__}: {error}"
        return rejected(Rejected(article.id, article.file, reason, article.sha256))
    return {
        "articles": [article_row(result)],
        "events": event_rows(result),
        "dates": date_rows(result),
        "mentions": mention_rows(result),
        "dyads": dyad_rows(result),
    }


def rejected(entry: Rejected) -> Rows:
    """Rows of an input that could not be read."""
    return {
        "articles": [rejected_row(entry)],
        "events": [],
        "dates": [],
        "mentions": [],
        "dyads": [],
    }


def fingerprint(settings: Settings, entry: Article | Rejected) -> str:
    """What the rows of an input depend on: its content and metadata, the settings, code, rules, model."""
    parts = [code_fingerprint(settings.model, settings.rules), repr(settings.fingerprint())]
    if isinstance(entry, Article):
        parts += [entry.title, entry.published, entry.published_basis, entry.file]
        parts.append(hashlib.sha256(entry.text.encode("utf-8", "surrogatepass")).hexdigest())
    else:
        parts += [entry.file, entry.reason, entry.sha256]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def code_fingerprint(model: str, rules: Path | None) -> str:
    """Hash over the package's code and tables, the user's tables, and the versions of spaCy and model."""
    digest = hashlib.sha256()
    for name in ("spacy", model.replace("_", "-"), "dateparser"):
        digest.update(f"{name} {_version(name)}\n".encode())
    for folder in (PACKAGE, rules):
        if folder is None:
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".csv", ".jsonl") and path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:
        return "local"
