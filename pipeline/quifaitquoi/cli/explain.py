"""`explain`: why each event of an article is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.cli.common import (
    DONE,
    REJECTED,
    Commands,
    articles_of,
    explained,
    input_options,
    settings_of,
    settings_options,
)
from quifaitquoi.cli.language import translated

if TYPE_CHECKING:
    import argparse


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `explain`."""
    explain = commands.add_parser(
        "explain",
        help="why each event of an article is there",
        description="Every event with its rule, its words and its tree.",
    )
    explain.add_argument("file", metavar="FILE")
    explain.add_argument("--no-tree", action="store_true", help="leave out the dependency trees")
    input_options(explain)
    settings_options(explain)
    explain.set_defaults(function=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.run.explain import explain
        from quifaitquoi.run.stages import Pipeline

        settings = settings_of(arguments)
        rejected: list[str] = []
        pipeline, tree = Pipeline.load(settings), not arguments.no_tree
        for article in articles_of(arguments.file, arguments, settings, rejected):
            for line in explain(article, pipeline, tree=tree, tell=translated):
                print(line)
    return REJECTED if rejected else DONE
