"""One file to its articles: the reader for its kind, also where it is compressed or in a ZIP."""

from __future__ import annotations

import gzip
import hashlib
import logging
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from quifaitquoi.articles import documents, feeds, jsonl, tables, warc
from quifaitquoi.articles.encoding import UnreadableError, decode
from quifaitquoi.articles.metadata import NAME, Metadata, MetadataError, parse
from quifaitquoi.records.articles import Article, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.articles.origin import Origin, Reader

logger = logging.getLogger(__name__)

ZIP: Final = ".zip"
#: A ZIP of web archives in a folder of this name, beside indexes and what was typed in.
WACZ: Final = ".wacz"
_WACZ_ARCHIVES: Final = "archive/"
GZIP: Final = ".gz"
_MARKUP: Final = (".html", ".htm")
#: Files that are named where files are not read.
UNREAD_SHOWN: Final = 5


def read_single(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read a text or a page, which is one article."""
    data = origin.whole(stream, single=True)
    digest = hashlib.sha256(data).hexdigest()
    try:
        markup = suffix_of(origin.name) in _MARKUP
        text = decode(data, markup=markup)
        page = markup and bool(text.strip())
        yield origin.build(origin.id, text, origin.known, digest, page=page)
    except UnreadableError as error:
        yield Rejected(origin.id, origin.name, str(error), digest)


READERS: Final[dict[str, Reader]] = {
    ".txt": read_single,
    **dict.fromkeys(_MARKUP, read_single),
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".json": jsonl.read_array,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".xlsx": tables.read_xlsx,
    ".rss": feeds.read,
    ".atom": feeds.read,
    ".xml": feeds.read,
    ".docx": documents.read_docx,
    ".pdf": documents.read_pdf,
    ".warc": warc.read,
}
#: For messages.
KINDS: Final = f"{', '.join(READERS)}, each also with .gz, {WACZ} and {ZIP}"


def suffix_of(name: str) -> str:
    """The end that says of what kind a file is, in small letters; what is compressed inside .gz."""
    return PurePosixPath(name.lower().removesuffix(GZIP)).suffix


def is_known(name: str) -> bool:
    """Whether a file of this name is read."""
    return suffix_of(name) in READERS or name.lower().endswith((ZIP, WACZ))


def read_stream(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read a file of a known kind; raises OSError or UnreadableError where it cannot be read."""
    try:
        if origin.name.lower().endswith((ZIP, WACZ)):
            yield from _read_zip(stream, origin)
        elif origin.name.lower().endswith(GZIP):
            with gzip.open(stream) as unpacked:
                reader = READERS[suffix_of(origin.name)]
                yield from reader(cast("BinaryIO", unpacked), origin)
        else:
            yield from READERS[suffix_of(origin.name)](stream, origin)
    except MetadataError as error:
        raise UnreadableError(str(error)) from error
    except (
        gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError,
    ) as error:  # fmt: skip
        msg = f"compressed data that cannot be read: {error}"
        raise UnreadableError(msg) from error


def log_unread(names: Sequence[str], where: str) -> None:
    """Say which files of a place are of kinds that are not read."""
    if names:
        more = f" and {len(names) - UNREAD_SHOWN} more" if len(names) > UNREAD_SHOWN else ""
        logger.warning("%s: not read: %s%s", where, ", ".join(names[:UNREAD_SHOWN]), more)


def _read_zip(stream: BinaryIO, origin: Origin) -> Iterator[Article | Rejected]:
    """Read the files in a ZIP in order of name, with its `metadata.csv` if there is one."""
    within = _WACZ_ARCHIVES if origin.name.lower().endswith(WACZ) else ""
    with zipfile.ZipFile(stream) as archive:
        names = sorted(
            name for name in archive.namelist() if _is_shown(name) and name.startswith(within)
        )
        entries = (
            parse(archive.read(NAME), f"{origin.name}/{NAME}", {*names}.__contains__)
            if NAME in names
            else {}
        )
        members = [name for name in names if suffix_of(name) in READERS and not is_metadata(name)]
        log_unread([name for name in names if name not in {*members, NAME}], origin.name)
        for name in members:
            inside = replace(
                origin, name=f"{origin.name}/{name}", known=entries.get(name, Metadata())
            )
            try:
                with archive.open(name) as member:
                    yield from read_stream(cast("BinaryIO", member), inside)
            except (RuntimeError, NotImplementedError, UnreadableError) as error:
                yield Rejected(inside.id, inside.name, str(error))


def is_metadata(name: str) -> bool:
    """Whether a file is a table of what is known of others, and no table of articles."""
    return PurePosixPath(name).name.lower() == NAME


def _is_shown(name: str) -> bool:
    """No folder and nothing hidden."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
    return not name.endswith("/") and not hidden
