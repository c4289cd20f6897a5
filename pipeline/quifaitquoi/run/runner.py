"""A whole run: articles to tables, resumed where an earlier run stopped."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.engines import Engine, InProcess
from quifaitquoi.run.errors import NothingToReadError
from quifaitquoi.run.journal import Journal, packed
from quifaitquoi.run.met import Met
from quifaitquoi.run.tables import Summary, write_tables
from quifaitquoi.run.work import fingerprint, rejected, rows_of, rules_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from quifaitquoi.config import Settings
    from quifaitquoi.run.slices import Slice

#: Articles of one unit of work and of one transaction: what a killed run loses at most per worker,
#: enough that the model reads a full batch and handing them over costs nothing.
CHUNK: Final = 32


def run(
    entries: Iterable[Article | Rejected],
    output: Path,
    settings: Settings,
    *,
    engine: AbstractContextManager[Engine] | None = None,
    formats: Collection[str] = ("csv",),
    excel: bool = False,
    fresh: bool = False,
    part: Slice | None = None,
    progress: Callable[[], object] = lambda: None,
) -> Summary:
    """Read articles, process those that are new or changed, write every table into `output`.

    `part` takes only its slice of the articles; `progress` is called once an input. Raises
    NothingToReadError where there is no input, before anything is written; BusyError when another
    run writes to the folder; ModelError, LexiconError, ChangedError, WorkerError, OSError. Then the
    journal keeps what was done, and the tables stand as they were.
    """
    found = iter(entries)
    first = next(found, None)
    if first is None:
        msg = "nothing to read"
        raise NothingToReadError(msg)
    output.mkdir(parents=True, exist_ok=True)
    processed = 0
    with Journal(output, fresh=fresh) as journal, engine or nullcontext(InProcess()) as workers:
        mark = rules_fingerprint(settings)
        journal.begin(mark, str(part) if part else "")
        counted = _counted(chain((first,), found), progress)
        mine = counted if part is None else (entry for entry in counted if part.takes(entry.id))
        chunks = _chunks(_pending(mine, journal, mark), CHUNK)
        for articles, rows in workers.map(partial(rows_of, mark=mark), settings, chunks):
            journal.store(
                (article.id, fingerprint(mark, article), row)
                for article, row in zip(articles, rows, strict=True)
            )
            processed += len(articles)
        journal.finish()
        summary = write_tables(journal, output, formats=formats, excel=excel)
    summary.processed = processed
    return summary


def _counted(
    entries: Iterable[Article | Rejected], progress: Callable[[], object]
) -> Iterator[Article | Rejected]:
    for entry in entries:
        progress()
        yield entry


def _pending(
    entries: Iterable[Article | Rejected], journal: Journal, mark: str
) -> Iterator[Article]:
    """Articles that must be processed; the others are settled on the way.

    An article goes before what could not be read under its id: `a.txt` before a broken `a.html`.
    """
    with closing(Met()) as met:
        for found in entries:
            entry = _storable(found)
            if entry.id in met:
                first = met[entry.id]
                if isinstance(entry, Article) and first is not None:
                    _settle(_renamed(first, first.reason, met), journal, mark)
                else:
                    reason = f"the id {entry.id!r} stands twice in the input"
                    entry = _renamed(entry, getattr(entry, "reason", reason), met)
            met[entry.id] = entry if isinstance(entry, Rejected) else None
            if isinstance(entry, Rejected):
                _settle(entry, journal, mark)
            elif journal.fingerprint(entry.id) == fingerprint(mark, entry):
                journal.keep(entry.id)
            else:
                yield entry


def _settle(entry: Rejected, journal: Journal, mark: str) -> None:
    found = fingerprint(mark, entry)
    if journal.fingerprint(entry.id) == found:
        journal.keep(entry.id)
    else:
        journal.store([(entry.id, found, packed(rejected(entry)))])


def _storable(entry: Article | Rejected) -> Article | Rejected:
    """An entry under the id that the tables show, whose white space is one space.

    What no table can hold, names and texts that are not Unicode, is rejected.
    """
    entry = replace(entry, id=" ".join(entry.id.split()) or entry.file)
    names = (entry.id, entry.file)
    texts = (entry.text, entry.title) if isinstance(entry, Article) else ()
    if all(_is_unicode(text) for text in (*names, *texts)):
        return entry
    reason = "text that is not Unicode"
    if not all(_is_unicode(name) for name in names):
        reason = "a name that is not UTF-8: rename the file"
    article_id, file = (name.encode("utf-8", "replace").decode() for name in names)
    return Rejected(article_id, file, reason, entry.sha256)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _renamed(entry: Article | Rejected, reason: str, met: Met) -> Rejected:
    """An entry under a name that is free, and that no other slice of the input gives away."""
    mark = hashlib.sha256(f"{entry.file}\n{entry.sha256}".encode()).hexdigest()[:8]
    number = 2
    while (name := f"{entry.id}#{number}-{mark}") in met:
        number += 1
    met[name] = None
    return Rejected(name, entry.file, reason, entry.sha256)


def _chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    for article in articles:
        chunk.append(article)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
