"""Memory as a run goes on: articles of a folder over and over, each time under other ids.

    python -m benchmarks.memory [RAW] [--marks N,N,...] [--characters N]

The last word of each copy is a number, so that no text comes twice and new words keep coming, as
they do in an archive. Reads /proc: Linux only.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.run.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.articles import Article


def main() -> None:
    """Print resident memory at each mark, and the growth from the first to the last."""
    from quifaitquoi.articles import read
    from quifaitquoi.config import Settings
    from quifaitquoi.records.articles import Article

    parser = argparse.ArgumentParser(description="Memory as a run goes on.")
    parser.add_argument("raw", nargs="?", type=Path, default=Path("raw"), metavar="RAW")
    parser.add_argument("--marks", default="500,1000,2000", help="[500,1000,2000]")
    parser.add_argument("--characters", type=int, default=1000, help="of each article [1000]")
    arguments = parser.parse_args()
    marks = [int(mark) for mark in arguments.marks.split(",")]
    articles = [
        replace(entry, text=entry.text[: arguments.characters])
        for entry in read(arguments.raw)
        if isinstance(entry, Article)
    ]
    found: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        run(_watched(articles, marks, found), Path(folder), Settings())
    print(f"growth from {marks[0]} to {marks[-1]}: {found[marks[-1]] / found[marks[0]] - 1:+.1%}")


def _watched(
    articles: Sequence[Article], marks: Sequence[int], found: dict[int, int]
) -> Iterator[Article]:
    for number, article in enumerate(islice(_copies(articles), marks[-1] + 1)):
        if number in marks:
            found[number] = _resident()
            print(f"{number:7} articles {found[number]:6} MiB", flush=True)
        yield article


def _copies(articles: Sequence[Article]) -> Iterator[Article]:
    for turn in count():
        for article in articles:
            yield replace(article, id=f"{turn}/{article.id}", text=f"{article.text} M{turn}x")


def _resident() -> int:
    """Resident memory of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 2**20


if __name__ == "__main__":
    main()
