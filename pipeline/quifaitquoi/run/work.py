"""The unit of work: articles in, rows of the tables out; the same on every engine."""

from __future__ import annotations

import atexit
import gc
import hashlib
import logging
import threading
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import content_of
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.errors import ChangedError
from quifaitquoi.run.journal import packed
from quifaitquoi.table import (
    article_row,
    date_rows,
    dyad_rows,
    event_rows,
    mention_rows,
    rejected_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.config import Settings
    from quifaitquoi.records.events import Result
    from quifaitquoi.run.journal import Packed, Rows
    from quifaitquoi.run.stages import Pipeline

LOGGER = logging.getLogger(__name__)
PACKAGE: Final = Path(__file__).resolve().parent.parent
#: Libraries that the rows depend on; that of the model is added.
LIBRARIES: Final = ("spacy", "thinc", "numpy", "ftfy")
#: Objects that come to be between two looks of the collector, which walks those that are new; how
#: many such looks there are to one at those that it found in use, and so on.
COLLECTED: Final = (20_000, 2, 2)
#: Read before all others for what is made on first use.
FIRST: Final = Article("", "Hier, le Kenya a reçu le ministre togolais.")
# A spaCy vocabulary is not for several threads, and a Dask worker may have some.
_LOCK: Final = threading.Lock()


@cache
def loaded(settings: Settings, mark: str) -> Pipeline:
    """The pipeline of a run, in a process that is there for it; see `rows_of`.

    What is loaded stays, as does what is made on first use, so that workers share both: a collector
    that walks them again and again takes a tenth of the time. What an article leaves behind is
    collected every so many objects, some articles' worth.
    """
    from quifaitquoi.run.stages import Pipeline

    pipeline = Pipeline.load(settings)
    if mark and rules_fingerprint(settings) != mark:
        msg = "the rules changed while the run began, or a worker has other code: run it again"
        raise ChangedError(msg)
    _rows(pipeline, [FIRST])
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    atexit.register(gc.unfreeze)  # the interpreter's last collection is of everything
    return pipeline


def rows_of(settings: Settings, articles: Sequence[Article], *, mark: str = "") -> list[Packed]:
    """Packed rows of each article, in order. One that fails is rejected with the reason.

    `mark` is the `rules_fingerprint` that the run began with. Raises ChangedError where what is
    loaded here has another.
    """
    with _LOCK:
        pipeline = loaded(settings, mark)  # which reads, too
        found = iter(_rows(pipeline, [one for one in articles if not _excess(settings, one)]))
        return [packed(_excess(settings, article) or next(found)) for article in articles]


def _excess(settings: Settings, article: Article) -> Rows | None:
    """Rows of an article that is too long; None for any other."""
    if len(article.text) <= settings.max_characters:
        return None
    reason = f"{len(article.text)} characters, more than {settings.max_characters}"
    return rejected(Rejected(article.id, article.file, reason, article.sha256))


def _rows(pipeline: Pipeline, articles: Sequence[Article]) -> list[Rows]:
    try:
        return [
            rejected(found) if isinstance(found, Rejected) else _rows_of_result(found)
            for found in pipeline.process_all(articles)
        ]
    except (MemoryError, OSError) as error:
        # What the machine caused and not the text.
        if len(articles) > 1:
            return [rows for article in articles for rows in _rows(pipeline, [article])]
        return [_refused(articles[0], error, "failed")]
    except Exception as error:  # noqa: BLE001 - one article must not cost the others
        if len(articles) > 1:
            return [rows for article in articles for rows in _rows(pipeline, [article])]
        return [_refused(articles[0], error)]


def _refused(article: Article, error: Exception, status: str = "rejected") -> Rows:
    """Rows of an article that raised."""
    LOGGER.debug("%s could not be processed", article.id, exc_info=error)
    reason = f"{type(error).__name__}: {error}".removesuffix(": ")
    return rejected(Rejected(article.id, article.file, reason, article.sha256), status)


def _rows_of_result(result: Result) -> Rows:
    return {
        "articles": [article_row(result)],
        "events": event_rows(result),
        "dates": date_rows(result),
        "mentions": mention_rows(result),
        "dyads": dyad_rows(result),
        "sketches": [{"sketch": result.sketch}] if result.sketch else [],
        "texts": [{"text": result.article.text}],
    }


def rejected(entry: Rejected, status: str = "rejected") -> Rows:
    """Rows of an input that could not be read; `status` as in articles.csv."""
    return {
        "articles": [rejected_row(entry, status)],
        "events": [],
        "dates": [],
        "mentions": [],
        "dyads": [],
        "sketches": [],
        "texts": [],
    }


def fingerprint(mark: str, entry: Article | Rejected) -> str:
    """What the rows of an input depend on: its content and metadata, and the mark of its run."""
    parts = [mark, entry.file, entry.sha256]
    if isinstance(entry, Article):
        parts += [entry.title, entry.source, entry.published, entry.published_basis]
        parts.append(hashlib.sha256(entry.text.encode()).hexdigest())
    else:
        parts.append(entry.reason)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def rules_fingerprint(settings: Settings) -> str:
    """What the rows of a whole run depend on: the settings, code, rules, model and libraries."""
    # The folder of rules counts by its content, the publication date with the article.
    others = {k: v for k, v in settings.fingerprint().items() if k not in ("rules", "published")}
    rules = content_of(settings.rules)
    parts = [code_fingerprint(settings.model), rules, repr(sorted(others.items()))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def code_fingerprint(model: str) -> str:
    """Hash over the package's code and tables, the libraries and the model, as they were first."""
    digest = hashlib.sha256()
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}\n".encode())
    _add_files(digest, PACKAGE, ".py", ".csv")
    if Path(model).is_dir():
        _add_files(digest, Path(model))
    else:
        digest.update(f"{model} {_version(model)}\n".encode())
    return digest.hexdigest()


def _add_files(digest: hashlib._Hash, folder: Path, *suffixes: str) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (path.suffix in suffixes or not suffixes):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())


def _version(model: str) -> str:
    """Version of an installed model; loading will tell when there is none."""
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        return ""
