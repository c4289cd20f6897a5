"""Published tables to one self-contained HTML page: reading, exploring, comparing with gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.lexicon import types
from quifaitquoi.report.content import content
from quifaitquoi.report.page import render
from quifaitquoi.report.quality import quality
from quifaitquoi.report.texts import read_genres, read_texts
from quifaitquoi.table import ARTICLES, EVENTS, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["read_texts", "write_report"]


def write_report(
    tables: Path,
    output: Path,
    *,
    texts: Mapping[str, str] | None = None,
    raw: Path | None = None,
    gold: Path | None = None,
    show_test: bool = False,
    rules: Path | None = None,
) -> Path:
    """Write the page about the tables of a folder to the file `output`, and give that path back.

    `texts`, those that the run kept by article id, let the page show whole articles instead of
    single sentences; those that it lacks are read from `raw`, what the tables were made from. An
    article that has changed since is shown without its text. `gold`, a folder of
    labels, adds scores, also by split and genre, and differences for the articles that the tables
    cover; differences of its test split only with `show_test`. `rules`, the folder of tables that
    the run was given, says how its own types of acts are called. The page needs no network and
    holds nothing but what it is given. Raises FileNotFoundError where events.csv or articles.csv
    is missing, ValueError for a table that cannot be read, LexiconError for one of `rules`, and
    StandoffError for gold labels that cannot.
    """
    for table in (EVENTS, ARTICLES):
        path = tables / f"{table.name}.csv"
        if not path.is_file():
            msg = f"{path} is missing: `quifaitquoi run` writes it"
            raise FileNotFoundError(msg)
    articles = read_rows(tables, ARTICLES)
    known = read_texts(articles, raw, texts)
    data = content(tables, articles, known)
    if gold:
        genres = read_genres(raw) if raw else {}
        data["quality"] = quality(tables, articles, known, gold, genres=genres, show_test=show_test)
    output.parent.mkdir(parents=True, exist_ok=True)
    _write(render(data, types.load(rules).values()), output)
    return output


def _write(page: str, output: Path) -> None:
    """Move the page into its place when it is whole: where writing fails, that of before stands.

    A link stays one. What is no file, as /dev/stdout, is written to, since it must not be replaced.
    """
    if output.exists() and not output.is_file():
        output.write_text(page, encoding="utf-8", newline="\n")
        return
    place = output.resolve()
    draft = place.with_name(f".{place.name}.draft")
    try:
        draft.write_text(page, encoding="utf-8", newline="\n")
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
