"""Files, folders and JSON Lines to articles, one at a time and in a fixed order."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import jsonl, markup
from quifaitquoi.articles.encoding import UnreadableError, decode
from quifaitquoi.articles.metadata import NAME, Metadata, MetadataError, iso_date, load
from quifaitquoi.articles.record import build
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Metadata", "MetadataError", "read"]

logger = logging.getLogger(__name__)

STDIN: Final = "-"
TEXT: Final = frozenset({".txt"})
MARKUP: Final = frozenset({".html", ".htm"})
LINES: Final = frozenset({".jsonl"})
#: Files of other kinds that a warning names.
SHOWN: Final = 5
# No single article is larger; a file that is, is no article.
MAX_BYTES: Final = 50_000_000


def read(
    source: Path | str, *, metadata: Path | None = None, published: str = ""
) -> Iterator[Article | Rejected]:
    """Read a folder, a file, or JSON Lines from standard input for "-", lazily and sorted by path.

    `metadata` is the table, else `metadata.csv` beside the articles, if any; `published` the date
    of the articles for which none is found. What cannot be read, and the second article of an id,
    comes as Rejected. Raises FileNotFoundError, MetadataError, and ValueError for `published`.
    """
    default = iso_date(published) if published else ""
    if str(source) == STDIN:
        return _unique(jsonl.read(sys.stdin.buffer, "stdin", default, MAX_BYTES))
    path = Path(source)
    if not path.exists():
        msg = f"no such file or folder: {path}"
        raise FileNotFoundError(msg)
    root = path if path.is_dir() else path.parent
    table = metadata or root / NAME
    # A link that leads nowhere is a table that cannot be read, not one that is not there.
    entries = load(table, root) if metadata or table.is_symlink() or table.is_file() else {}
    files = _told(root) if path.is_dir() else iter((path,))
    return _unique(_read_files(files, root, entries, default))


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


def _told(root: Path) -> Iterator[Path]:
    """Articles under a folder, and in the end a warning that names what else lay there."""
    others: list[str] = []
    yield from _walk(root, root, others)
    if others:
        more = f" and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
        logger.warning("%s: not read: %s%s", root, ", ".join(others[:SHOWN]), more)


def _walk(folder: Path, root: Path, others: list[str]) -> Iterator[Path]:
    """Find the articles under a folder in order of name; hidden ones are left out.

    A folder that cannot be read comes itself. Files of other kinds and folders behind links, which
    could lead in a circle, are added to `others`.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        yield folder
        return
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, root, others)
        elif path.suffix.lower() in TEXT | MARKUP | LINES:
            yield path
        elif path != root / NAME:
            behind = " (a folder behind a link)" if path.is_dir() else ""
            others.append(f"{path.relative_to(root).as_posix()}{behind}")


def _read_files(
    files: Iterator[Path], root: Path, entries: Mapping[str, Metadata], default: str
) -> Iterator[Article | Rejected]:
    for path in files:
        name = path.relative_to(root).as_posix()
        try:
            _check(path, root)
            if path.suffix.lower() in LINES:
                with path.open("rb") as stream:
                    yield from jsonl.read(stream, name, default, MAX_BYTES)
            else:
                yield _read_file(path, name, entries.get(name, Metadata()), default)
        except (OSError, UnreadableError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            yield Rejected(_id(name), name, reason or "cannot be read")


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
    elif path.suffix.lower() not in TEXT | MARKUP | LINES:
        reason = f"unknown kind of file {path.suffix!r}: .txt, .html, .htm or .jsonl"
    elif path.suffix.lower() not in LINES and path.stat().st_size > MAX_BYTES:
        reason = f"larger than {MAX_BYTES} bytes: no single article"
    if reason:
        raise UnreadableError(reason)


def _read_file(path: Path, name: str, known: Metadata, default: str) -> Article | Rejected:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    is_page = path.suffix.lower() in MARKUP
    try:
        text, page = decode(data, markup=is_page), None
        if is_page and text.strip():
            page = markup.extract(text)
            text = page.text
            known = replace(known, title=known.title or page.title, url=known.url or page.url)
    except UnreadableError as error:
        return Rejected(_id(name), name, str(error), digest)
    dates = (page.published, page.updated) if page else ("", "")
    return build(_id(name), text, known, file=name, sha256=digest, in_page=dates, default=default)


def _id(name: str) -> str:
    return name.rpartition(".")[0] or name
