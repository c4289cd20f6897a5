"""What the pipeline makes of three short articles, for a person to read when it changes.

Written anew with `pytest tests/test_snapshots.py --force-regen`; the differences are the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.articles import read
from quifaitquoi.records.articles import Article
from quifaitquoi.table import date_rows, event_rows

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.data_regression import DataRegressionFixture

    from quifaitquoi.run.stages import Pipeline
    from quifaitquoi.table import Row

pytestmark = pytest.mark.model
#: Columns that others repeat, or that only a program reads.
LEFT_OUT = {"event_id", "group_id", "article_id", "published", "sentence", "cameo_root"}
LEFT_OUT |= {"plover_type", "quad_class", "goldstein", "date_precision"}
PUBLISHED = {"depeche": "", "communique": "2030-05-29", "reportage": "2031-04-08"}


@pytest.mark.parametrize("name", PUBLISHED)
def test_an_article(
    name: str, datadir: Path, weighed: Pipeline, data_regression: DataRegressionFixture
) -> None:
    (article,) = read(datadir / f"{name}.txt", published=PUBLISHED[name])
    assert isinstance(article, Article)
    result = weighed.process(article)
    numbers = {event.event_id: number for number, event in enumerate(result.events)}
    events = [
        {"same_as": numbers[event.group_id]} | plain(row)
        if event.group_id != event.event_id
        else plain(row)
        for event, row in zip(result.events, event_rows(result), strict=True)
    ]
    data_regression.check(
        {
            "published": f"{article.published} ({article.published_basis or 'unknown'})",
            "dates": [plain(row) for row in date_rows(result)],
            "events": events,
        },
        basename=name,
    )


def plain(row: Row) -> dict[str, int | str]:
    """Cells that say something, as numbers and text."""
    cells: dict[str, int | str] = {}
    for column, cell in row.items():
        value = " | ".join(cell) if isinstance(cell, tuple | list) else cell
        if column not in LEFT_OUT and value not in ("", None):
            cells[column] = value if isinstance(value, int) else str(value)
    return cells
