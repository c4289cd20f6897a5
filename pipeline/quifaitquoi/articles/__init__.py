"""Files, folders and JSON Lines to articles, one at a time and in a fixed order."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import jsonl
from quifaitquoi.articles.encoding import UnreadableError
from quifaitquoi.articles.fields import FIELDS, Fields
from quifaitquoi.articles.files import KINDS, is_known, is_metadata, log_unread, read_stream
from quifaitquoi.articles.metadata import NAME, Metadata, MetadataError, iso_date, load
from quifaitquoi.articles.origin import NoArticlesError, Origin
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["FIELDS", "KINDS", "Metadata", "MetadataError", "read"]

logger = logging.getLogger(__name__)

STDIN: Final = "-"
# No single article is larger; a file that is, is no article.
MAX_BYTES: Final = 50_000_000
# A file that is held in memory whole.
MAX_WHOLE: Final = 500_000_000


def read(
    source: Path | str,
    *,
    metadata: Path | None = None,
    published: str = "",
    fields: Mapping[str, str] | None = None,
) -> Iterator[Article | Rejected]:
    """Read a folder, a file, or JSON Lines from standard input for "-", lazily and sorted by path.

    `metadata` is the table, else `metadata.csv` beside the articles, if any; `published` the date
    of the articles for which none is found; `fields` says how records call their text, title and so
    on, where it is not to be guessed: {"text": "body"}. What cannot be read, and the second article
    of an id, comes as Rejected. Raises FileNotFoundError, MetadataError, and ValueError for
    `published` and `fields`.
    """
    if unknown := (fields or {}).keys() - {*FIELDS}:
        msg = f"no field of an article: {', '.join(sorted(unknown))}; there are {', '.join(FIELDS)}"
        raise ValueError(msg)
    default = iso_date(published) if published else ""
    origin = Origin("stdin", MAX_BYTES, MAX_WHOLE, default, fields=Fields(fields or {}))
    if str(source) == STDIN:
        return _unique(jsonl.read(sys.stdin.buffer, origin))
    path = Path(source)
    if not path.exists():
        msg = f"no such file or folder: {path}"
        raise FileNotFoundError(msg)
    root = path if path.is_dir() else path.parent
    table = metadata or root / NAME
    # A link that leads nowhere is a table that cannot be read, not one that is not there.
    if not metadata and table.exists() and not table.is_file():  # a pipe would never end
        msg = f"{table}: not a regular file"
        raise MetadataError(msg)
    entries = load(table, root) if metadata or table.is_symlink() or table.is_file() else {}
    if path.is_dir():
        return _unique(_read_folder(root, entries, origin, table))
    return _unique(_read_single(path, entries, origin))


def _unique(found: Iterator[Article | Rejected]) -> Iterator[Article | Rejected]:
    """Reject every article after the first of its id."""
    files: dict[str, str] = {}
    for item in found:
        if isinstance(item, Article):
            if item.id in files:
                reason = f"id {item.id!r} is already that of an article in {files[item.id]}"
                yield Rejected(item.id, item.file, reason, item.sha256)
                continue
            files[item.id] = item.file
        yield item


def _walk(folder: Path, root: Path) -> Iterator[Path]:
    """Find the files under a folder in order of name; hidden ones are left out.

    A folder that cannot be read comes itself.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    except OSError:
        yield folder
        return
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, root)
        else:
            yield path


def _read_folder(
    root: Path, entries: Mapping[str, Metadata], origin: Origin, table: Path
) -> Iterator[Article | Rejected]:
    """Read what is known; what is not is logged in the end, as it may be what it is meant to be."""
    unread = []
    for path in _walk(root, root):
        name = path.relative_to(root).as_posix()
        if is_metadata(name) or path == table:
            continue
        if path.is_symlink() and path.is_dir():
            unread.append(f"{name} (a folder behind a link)")
            continue
        if not is_known(name) and not path.is_dir():
            unread.append(name)
            continue
        try:
            yield from _read_file(path, root, entries, origin)
        except NoArticlesError as error:
            logger.warning("%s: not read: %s", name, error)
    log_unread(unread, str(root))


def _read_single(
    path: Path, entries: Mapping[str, Metadata], origin: Origin
) -> Iterator[Article | Rejected]:
    try:
        yield from _read_file(path, path.parent, entries, origin)
    except NoArticlesError as error:
        yield Rejected(path.name, path.name, str(error))


def _read_file(
    path: Path, root: Path, entries: Mapping[str, Metadata], origin: Origin
) -> Iterator[Article | Rejected]:
    name = path.relative_to(root).as_posix()
    origin = replace(origin, name=name, known=entries.get(name, Metadata()))
    try:
        _check(path, root)
        with path.open("rb") as stream:
            yield from read_stream(stream, origin)
    except NoArticlesError:
        raise
    except (OSError, UnreadableError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield Rejected(origin.id, name, reason or "cannot be read")


def _check(path: Path, root: Path) -> None:
    """Raise UnreadableError for what must not or cannot be read as a file of this folder."""
    reason = ""
    # realpath, as Path.resolve raises for links that go round in circles.
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root.resolve()):
        reason = "symbolic link that leads outside the folder"
    elif path.is_dir():
        reason = "folder that cannot be read"
    elif path.exists() and not path.is_file():
        reason = "not a regular file"
    elif not is_known(path.name):
        reason = f"unknown kind of file {path.suffix!r}: {KINDS}"
    if reason:
        raise UnreadableError(reason)
