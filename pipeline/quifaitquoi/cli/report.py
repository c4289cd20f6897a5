"""`report`: the tables as one HTML page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import DONE, Commands, UsageError, explained

if TYPE_CHECKING:
    import argparse


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `report`."""
    report = commands.add_parser(
        "report", help="the HTML page", description="The tables as one page that needs no network."
    )
    report.add_argument(
        "tables", nargs="?", type=Path, default=Path("outputs"), help="what run wrote [outputs]"
    )
    report.add_argument("-o", "--output", type=Path, metavar="FILE", help="[TABLES/report.html]")
    report.add_argument(
        "--raw", type=Path, metavar="DIR", help="articles whose text the run did not keep [raw]"
    )
    report.add_argument("--gold", type=Path, metavar="DIR", help="labels to compare with")
    report.add_argument(
        "--show-test",
        action="store_true",
        help="differences of the test split too, which then measures nothing for who reads them",
    )
    report.add_argument("--rules", type=Path, metavar="DIR", help="the tables that run was given")
    report.set_defaults(function=_report)


def _report(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.report import write_report
        from quifaitquoi.run.journal import kept_texts

        if not (arguments.tables / "events.csv").is_file():
            msg = f"{arguments.tables} holds no events.csv: `quifaitquoi run` writes it"
            raise UsageError(msg)
        raw = arguments.raw or Path("raw")
        if arguments.raw is None and not raw.is_dir():
            raw = None
        page = write_report(
            arguments.tables,
            arguments.output or arguments.tables / "report.html",
            texts=kept_texts(arguments.tables),
            raw=raw,
            gold=arguments.gold,
            show_test=arguments.show_test,
            rules=arguments.rules,
        )
    print(page, file=sys.stderr)
    return DONE
