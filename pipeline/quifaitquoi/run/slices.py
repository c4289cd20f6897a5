"""A run cut into slices for several machines, and their results joined."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from quifaitquoi.run.errors import JournalError
from quifaitquoi.run.journal import FILE, FOLDER, Journal
from quifaitquoi.run.tables import Summary, write_tables

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from quifaitquoi.run.journal import RunMark


@dataclass(frozen=True, slots=True)
class Slice:
    """One of `count` slices of an input, the first has the index 0."""

    index: int
    count: int

    def takes(self, article_id: str) -> bool:
        """Whether an article is of this slice: by a hash, so that every machine agrees."""
        digest = sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()
        return int(digest, 16) % self.count == self.index

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"


def merge(
    folders: Sequence[Path],
    output: Path,
    *,
    formats: Collection[str] = ("csv",),
    excel: bool = False,
) -> Summary:
    """Join what runs wrote into several folders; the tables are those of one run over everything.

    Raises JournalError for a folder without a finished run, runs of different code or rules, an
    article with two results, or a missing slice; BusyError while a run writes to a folder.
    """
    if output.resolve() in {folder.resolve() for folder in folders}:
        msg = f"{output} is one of the folders to join: choose another"
        raise JournalError(msg)
    with ExitStack() as stack:
        parts = {folder: stack.enter_context(_journal(folder)) for folder in folders}
        marks = {folder: _mark(folder, journal.last()) for folder, journal in parts.items()}
        code = _code(marks)
        _check_slices(marks)
        whole = stack.enter_context(Journal(output, fresh=True))
        whole.begin(code)
        for journal in parts.values():
            whole.take(journal)
        whole.finish()
        return write_tables(whole, output, formats=formats, excel=excel)


def _journal(folder: Path) -> Journal:
    path = folder / FOLDER / FILE
    if not path.is_file():
        msg = f"{folder}: no run has written here ({path} is missing)"
        raise JournalError(msg)
    return Journal(folder, joined=True)


def _mark(folder: Path, mark: RunMark | None) -> RunMark:
    if mark is None or not mark.finished:
        msg = f"{folder}: the run was not finished: run it again with the same options"
        raise JournalError(msg)
    return mark


def _code(marks: Mapping[Path, RunMark]) -> str:
    codes = {mark.code: folder for folder, mark in marks.items()}
    if len(codes) > 1:
        one, other, *_ = codes.values()
        msg = f"{one} and {other} were made with different code, rules or model: run one again"
        raise JournalError(msg)
    return next(iter(codes))


def _check_slices(marks: Mapping[Path, RunMark]) -> None:
    found = {mark.slice for mark in marks.values()} - {""}
    counts = {name.partition("/")[2] for name in found}
    if len(counts) > 1:
        msg = f"slices of different cuts: {', '.join(sorted(found))}"
        raise JournalError(msg)
    for count in counts:
        wanted = [str(Slice(index, int(count))) for index in range(int(count))]
        if missing := [name for name in wanted if name not in found]:
            msg = f"slices are missing: {', '.join(missing)}"
            raise JournalError(msg)
