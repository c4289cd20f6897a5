"""`run`: articles to tables; `merge`: the tables of slices to one."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from math import nan
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.cli.common import (
    DONE,
    REJECTED,
    Commands,
    UsageError,
    explained,
    input_options,
    settings_of,
    settings_options,
)
from quifaitquoi.cli.language import plural, say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager

    from quifaitquoi.run.engines import Engine
    from quifaitquoi.run.slices import Slice
    from quifaitquoi.run.tables import Summary

#: Rejected files that are named; articles.csv names all.
REJECTED_SHOWN: Final = 10


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `run`."""
    run = commands.add_parser(
        "run",
        help="articles to tables",
        description="Articles to tables, resumed where it stopped.",
    )
    run.add_argument(
        "raw",
        nargs="?",
        default="raw",
        metavar="RAW",
        help="folder, file (text, HTML, JSON, tables, feeds, Word, PDF, WARC, ZIP), or - for JSON "
        "Lines [raw]",
    )
    _output_options(run)
    input_options(run)
    settings_options(run)
    run.add_argument(
        "--min-confidence",
        type=_confidence,
        metavar="X",
        help="only events with this confidence, up to 1",
    )
    run.add_argument(
        "--max-seconds",
        type=_seconds,
        metavar="S",
        help="of processor time for an article; inf: no limit [600]",
    )
    run.add_argument("--workers", type=int, metavar="N", help="processes [1]")
    run.add_argument("--engine", choices=("local", "dask"), default="local")
    run.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster [this machine]")
    run.add_argument("--shards", type=int, metavar="N", help="cut the input into N slices ...")
    run.add_argument("--shard", type=int, metavar="I", help="... and take this one, from 0")
    run.add_argument("--fresh", action="store_true", help="forget what earlier runs did")
    run.set_defaults(function=run_command)


def add_merge(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `merge`."""
    merge = commands.add_parser(
        "merge",
        help="join the output of slices",
        description="Join the output of several runs, as of `run --shards N --shard I`.",
    )
    merge.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="what each run wrote")
    _output_options(merge)
    merge.set_defaults(function=_merge)


def _output_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("outputs"), metavar="DIR", help="[outputs]"
    )
    parser.add_argument(
        "--format",
        type=_formats,
        default="csv",
        metavar="LIST",
        dest="formats",
        help="of csv, parquet, xlsx, csv-fr (for Excel in French) [csv]; CSV is always written",
    )
    parser.add_argument(
        "--excel", action="store_true", help="no cell that a spreadsheet runs as a formula"
    )


def run_command(arguments: argparse.Namespace) -> int:
    """Run the pipeline over RAW; the exit status."""
    with explained():
        _check_libraries(arguments.formats)
        from quifaitquoi.articles import KINDS, read
        from quifaitquoi.run.errors import NothingToReadError
        from quifaitquoi.run.runner import run

        settings, engine, part = settings_of(arguments), _engine(arguments), _slice(arguments)
        try:
            with _progress() as progress:
                summary = run(
                    read(
                        arguments.raw,
                        metadata=arguments.metadata,
                        published=settings.published,
                        fields=dict(arguments.fields),
                    ),
                    arguments.output,
                    settings,
                    engine=engine,
                    formats=arguments.formats,
                    excel=arguments.excel,
                    fresh=arguments.fresh,
                    part=part,
                    progress=progress,
                )
        except NothingToReadError as error:
            msg = f"no article in {arguments.raw}: read are {KINDS}"
            raise UsageError(msg) from error
    return _told(summary, arguments.output, resumed=True)


def _merge(arguments: argparse.Namespace) -> int:
    with explained():
        _check_libraries(arguments.formats)
        from quifaitquoi.run.slices import merge

        summary = merge(
            arguments.folders, arguments.output, formats=arguments.formats, excel=arguments.excel
        )
    return _told(summary, arguments.output)


def _formats(text: str) -> frozenset[str]:
    from quifaitquoi.run.tables import FORMATS

    formats = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not formats or formats - set(FORMATS):
        msg = f"{text!r}: known are {', '.join(FORMATS)}"
        raise argparse.ArgumentTypeError(msg)
    return formats


def _confidence(text: str) -> float:
    value = _number(text)
    if not 0 < value <= 1:
        msg = f"{text!r}: a number above 0, up to 1"
        raise argparse.ArgumentTypeError(msg)
    return value


def _seconds(text: str) -> float:
    value = _number(text)
    if not value > 0:
        msg = f"{text!r}: a number above 0, or inf for no limit"
        raise argparse.ArgumentTypeError(msg)
    return value


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return nan


def _check_libraries(formats: Collection[str]) -> None:
    """Better now than when everything is read."""
    for name, library in (("parquet", "pyarrow"), ("xlsx", "xlsxwriter")):
        if name in formats and find_spec(library) is None:
            msg = f"--format {name} needs the extra: pip install 'quifaitquoi[{name}]'"
            raise UsageError(msg)


def _engine(arguments: argparse.Namespace) -> AbstractContextManager[Engine] | None:
    from quifaitquoi.run import engines

    workers = arguments.workers
    if workers is not None and workers < 1:
        msg = "--workers takes a number from 1"
        raise UsageError(msg)
    if arguments.engine == "dask":
        return engines.dask(arguments.scheduler, workers)
    if arguments.scheduler:
        msg = "--scheduler is for --engine dask"
        raise UsageError(msg)
    return engines.processes(workers) if workers and workers > 1 else None


def _slice(arguments: argparse.Namespace) -> Slice | None:
    from quifaitquoi.run.slices import Slice

    count, index = arguments.shards, arguments.shard
    if count is None and index is None:
        return None
    if count is None or index is None or not 0 <= index < count:
        msg = "--shards N and --shard I go together, I from 0 to N - 1"
        raise UsageError(msg)
    return Slice(index, count)


def _told(summary: Summary, output: Path, *, resumed: bool = False) -> int:
    """Say on standard error what was done; the exit status."""
    rows, statuses = summary.rows, summary.statuses
    total, rejected, empty = sum(statuses.values()), statuses["rejected"], statuses["empty"]
    message = f"{total} article{plural(total)} ({rejected} rejected, {empty} empty)"
    if resumed:
        now = summary.processed
        message = (
            f"{total} article{plural(total)} "
            f"({now} processed now, {rejected} rejected, {empty} empty)"
        )
    found, dated, actors = rows["events"], rows["dates"], rows["actors"]
    say(
        f"{message}: {found} event{plural(found)}, {dated} date{plural(dated)}, "
        f"{actors} actor{plural(actors)} in {output}"
    )
    if summary.actors:
        named = ", ".join(f"{key} {count}" for key, count in summary.actors)
        say(f"most often in events: {named}")
    for file, status, reason in summary.unread[:REJECTED_SHOWN]:
        say(f"{status} {file}: {reason}")
    if (more := len(summary.unread) - REJECTED_SHOWN) > 0:
        say(f"and {more} more: see {output / 'articles.csv'}")
    read = sum(statuses.values()) - len(summary.unread)
    if summary.undated and summary.undated == read:
        say(
            "no article has a publication date: « hier », « mardi » and « 3 mars » stay without "
            "value; name it with --published or in the column published of metadata.csv"
        )
    elif files := list(summary.undated_files):
        from quifaitquoi.run.tables import UNDATED_SHOWN

        rest = ", …" if len(files) > UNDATED_SHOWN else ""
        named = ", ".join(files[:UNDATED_SHOWN]) + rest
        say(f"{summary.undated} without a publication date: {named}")
    return REJECTED if summary.unread else DONE


@contextmanager
def _progress() -> Iterator[Callable[[], object]]:
    """What to call once an article; a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from tqdm import tqdm

    with tqdm(unit=" articles", leave=False) as bar:
        yield bar.update
