"""`check` and `draft`: the labels that people write and correct."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import (
    DONE,
    REJECTED,
    Commands,
    UsageError,
    articles_of,
    explained,
    input_options,
    is_inside,
    settings_of,
    settings_options,
)
from quifaitquoi.cli.language import plural, say, translated

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from quifaitquoi.config import Settings
    from quifaitquoi.records.events import Result


def add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `check`."""
    check = commands.add_parser(
        "check",
        help="are the gold labels what the guidelines ask for?",
        description="Problems of a folder of labels, with file and line.",
    )
    check.add_argument("gold", nargs="?", type=Path, default=Path("gold"), help="[gold]")
    check.add_argument("--raw", type=Path, default=Path("raw"), help="their articles [raw]")
    check.set_defaults(function=_check)


def add_draft(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `draft`."""
    draft = commands.add_parser(
        "draft",
        help="predictions as labels",
        description="Predictions as brat standoff, for a person to correct.",
    )
    draft.add_argument("files", nargs="+", metavar="FILE", help="articles or folders of them")
    draft.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    input_options(draft)
    settings_options(draft)
    draft.set_defaults(function=_draft)


def _check(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.labels import check_gold, raw_texts

        folder = arguments.gold
        count = len(list(folder.rglob("*.ann")))
        if not count:
            msg = f"no .ann file in {folder}"
            raise UsageError(msg)
        problems = check_gold(folder, raw_texts(arguments.raw))
    for problem in problems:
        message = " ".join(problem.message.split())
        print(f"{folder / problem.file}:{problem.line}: {translated(message)}")
    found = len(problems)
    say(f"{count} file{plural(count)}, {found} problem{plural(found)}")
    return REJECTED if problems else DONE


def _draft(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.labels import write_draft
        from quifaitquoi.labels.gold import ACTORS_FILE

        output = arguments.output
        if (output / ACTORS_FILE).exists() or any(output.rglob("*.ann")):
            msg = f"{output} holds labels already, which would be lost: choose another folder"
            raise UsageError(msg)
        settings = settings_of(arguments)
        output.mkdir(parents=True, exist_ok=True)
        rejected: list[str] = []
        write_draft(_results(arguments, settings, rejected), output)
    return REJECTED if rejected else DONE


def _results(
    arguments: argparse.Namespace, settings: Settings, rejected: list[str]
) -> Iterator[Result]:
    from quifaitquoi.run.stages import Pipeline

    root = arguments.output.resolve()
    met: set[str] = set()
    for file in arguments.files:
        for article in articles_of(file, arguments, settings, rejected):
            reason = f"a second article of the id {article.id!r}" if article.id in met else ""
            # An id of a .jsonl line is free text; no file is written outside the folder.
            if not is_inside(root, f"{article.id}.ann"):
                reason = f"the id {article.id!r} is no name for a file"
            met.add(article.id)
            if reason:
                say(f"rejected {article.file or article.id}: {reason}")
                rejected.append(article.id)
            else:
                yield Pipeline.load(settings).process(article)
