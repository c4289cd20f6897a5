"""`from-marks`: rows that were judged on the page, as labels."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import DONE, Commands, UsageError, explained, is_inside
from quifaitquoi.cli.language import plural, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from quifaitquoi.labels import GoldArticle, Judged
    from quifaitquoi.table import Row


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The command `from-marks`."""
    marks = commands.add_parser(
        "from-marks",
        help="labels from rows judged on the page",
        description="Labels, as brat standoff, from what the page of `report` exported; only what "
        "was judged is one.",
    )
    marks.add_argument("file", type=Path, metavar="FILE", help="marks.jsonl")
    marks.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    marks.add_argument(
        "--tables",
        type=Path,
        default=Path("outputs"),
        metavar="DIR",
        help="what the page was made of [outputs]",
    )
    marks.add_argument(
        "--raw", type=Path, metavar="DIR", help="articles whose text the run did not keep"
    )
    marks.set_defaults(function=_from_marks)


def _from_marks(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.labels import MarksError, Tables, labels_of, read_marks
        from quifaitquoi.labels.gold import ACTORS_FILE
        from quifaitquoi.report import read_texts
        from quifaitquoi.run.journal import kept_texts
        from quifaitquoi.table import ACTORS, ARTICLES, DATES, EVENTS, MENTIONS, read_rows

        output, folder = arguments.output, arguments.tables
        if (output / ACTORS_FILE).exists() or any(output.rglob("*.ann")):
            msg = f"{output} holds labels already, which would be lost: choose another folder"
            raise UsageError(msg)
        try:
            marks = read_marks(arguments.file.read_text(encoding="utf-8-sig"))
        except MarksError as error:
            msg = f"{arguments.file}: {error}"
            raise UsageError(msg) from error
        articles = read_rows(folder, ARTICLES)
        texts = read_texts(articles, arguments.raw, kept_texts(folder))
        events, dates, mentions, actors = (
            read_rows(folder, table) for table in (EVENTS, DATES, MENTIONS, ACTORS)
        )
        judged = labels_of(marks, Tables(events, dates, mentions, actors, texts))
        _write(judged, texts, {str(row["article_id"]): row for row in articles}, output)
    right, wrong = (
        sum(len(side) for side in sides)
        for sides in zip(*((one.events, one.wrong) for one in judged.articles), strict=True)
    )
    for reason in judged.left_out:
        say(f"left out {reason}")
    count = len(judged.articles)
    say(
        f"{count} article{plural(count)} in {output}: {right} event{plural(right)}, "
        f"{wrong} judged to be none, {len(judged.left_out)} left out"
    )
    return DONE


def _write(judged: Judged, texts: Mapping[str, str], rows: Mapping[str, Row], output: Path) -> None:
    """Labels, texts and what is known of the articles, as `check` and `learn` read them."""
    from quifaitquoi.labels import PARTIAL, write_gold, write_splits

    if not judged.articles:
        msg = "no mark makes a label"
        raise UsageError(msg)
    output.mkdir(parents=True, exist_ok=True)
    for article in judged.articles:
        if not is_inside(output.resolve(), f"{article.article_id}.txt"):
            msg = f"{article.article_id} is no name for a file"
            raise UsageError(msg)
        path = output / f"{article.article_id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Bytes, since the line ends count in the offsets.
        path.write_bytes(texts[article.article_id].encode())
    write_gold(judged.articles, judged.actors, output)
    write_splits(output, {one.article_id: PARTIAL for one in judged.articles})
    _write_metadata(judged.articles, rows, output / "metadata.csv")


def _write_metadata(articles: tuple[GoldArticle, ...], rows: Mapping[str, Row], path: Path) -> None:
    """Title, date and medium of the articles, on which the evidence of their events depends."""
    names = ("title", "published", "source")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("file", *names))
        for article in articles:
            row = rows[article.article_id]
            writer.writerow((f"{article.article_id}.txt", *(row[name] for name in names)))
