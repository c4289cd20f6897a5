"""`to-jsonl`: labelled articles as JSON Lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import DONE, Commands, UsageError, explained
from quifaitquoi.cli.language import plural, say

if TYPE_CHECKING:
    import argparse


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `to-jsonl`."""
    command = commands.add_parser(
        "to-jsonl",
        help="labelled articles as JSON Lines",
        description="Labelled articles, one JSON object a line: text, dates, events, actors.",
    )
    command.add_argument("gold", nargs="?", type=Path, default=Path("gold"), help="[gold]")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=".jsonl")
    command.add_argument("--raw", type=Path, default=Path("raw"), help="their articles [raw]")
    command.set_defaults(function=_to)


def _to(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.articles import read
        from quifaitquoi.labels import read_gold
        from quifaitquoi.labels.json_lines import json_lines
        from quifaitquoi.records.articles import Article

        gold = read_gold(arguments.gold)
        articles = {one.id: one for one in read(arguments.raw) if isinstance(one, Article)}
        if missing := sorted(gold.articles.keys() - articles.keys()):
            msg = f"not in {arguments.raw}: {', '.join(missing)}"
            raise UsageError(msg)
        with arguments.output.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json_lines(gold, articles))
    count = len(gold.articles)
    say(f"{count} article{plural(count)} in {arguments.output}")
    return DONE
