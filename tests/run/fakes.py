"""A run without the model: rows that only the text decides."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.journal import packed
from quifaitquoi.run.work import rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quifaitquoi.config import Settings
    from quifaitquoi.run.journal import Packed, Rows


def articles(count: int, text: str = "Le Kenya salue le Pérou.") -> list[Article]:
    """Articles whose ids sort in order."""
    return [Article(f"n{i:03}", f"{text} {i}", file=f"n{i:03}.txt") for i in range(count)]


def rows_of_text(article: Article) -> Rows:
    """One row per table where it needs one, with what the article holds."""
    row = rejected(Rejected(article.id, article.file, ""))
    row["articles"][0] |= {
        "published": article.published,
        "published_basis": article.published_basis,
        "characters": len(article.text),
        "status": "ok",
    }
    row["dates"].append(
        {"article_id": article.id, "start": 0, "end": 2, "text": article.text, "value": ""}
    )
    row["mentions"].append(
        {"article_id": article.id, "start": 3, "end": 8, "text": "Kenya", "key": "KEN"}
        | {"kind": "STATE", "country": "KEN", "sector": "GOV", "rule_id": "x"}
    )
    row["texts"].append({"text": article.text})
    return row


class Fake:
    """An engine that counts what it is given instead of asking the pipeline."""

    def __init__(self, before: Callable[[Article], object] = lambda _: None) -> None:
        self.done: list[str] = []
        self.before = before

    def map(
        self, work: object, settings: Settings, chunks: Iterable[list[Article]]
    ) -> Iterator[tuple[list[Article], list[Packed]]]:
        """See quifaitquoi.run.engines.Engine."""
        del work, settings
        for chunk in chunks:
            for article in chunk:
                self.before(article)
            self.done += [article.id for article in chunk]
            yield chunk, [packed(self.rows(article)) for article in chunk]

    def rows(self, article: Article) -> Rows:
        """What it says of an article."""
        return rows_of_text(article)

    @contextmanager
    def engine(self) -> Iterator[Fake]:
        """Itself as `run` takes it."""
        yield self
