"""The texts that the tables were made from, and their offsets as a browser counts them."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.records.articles import Rejected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from quifaitquoi.table import Row

logger = logging.getLogger(__name__)

# What a browser counts as two.
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")


def read_texts(
    articles: Iterable[Row], raw: Path | None, kept: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Raw texts by article id: those that the run has `kept`, and of the others what `raw` holds.

    An article of another checksum or length than its row of articles.csv is left out with a
    warning: the offsets of the tables would point elsewhere.
    """
    wanted = {str(row["article_id"]): row for row in articles if row["status"] != "rejected"}
    texts = {
        name: text
        for name, text in (kept or {}).items()
        if name in wanted and not _differs(wanted[name]["characters"], len(text))
    }
    if raw and wanted.keys() - texts.keys():
        for article in read(raw):
            row = wanted.get(article.id)
            if row is None or article.id in texts or isinstance(article, Rejected):
                continue
            if _differs(row["sha256"], article.sha256) or _differs(
                row["characters"], len(article.text)
            ):
                logger.warning("%s has changed since the tables were written", article.id)
                continue
            texts[article.id] = article.text
    if missing := len(wanted) - len(texts):
        logger.warning("%d of %d articles are shown without their text", missing, len(wanted))
    return texts


def read_genres(raw: Path) -> dict[str, str]:
    """Genres by article id, as the metadata of `raw` give them."""
    return {one.id: one.genre for one in read(raw) if not isinstance(one, Rejected)}


def browser_offsets(text: str) -> Callable[[int], int]:
    """Function from a code point offset of `text` to one in UTF-16 code units."""
    wide = [match.start() for match in _WIDE.finditer(text)]
    return lambda offset: offset + bisect_left(wide, offset)


def _differs(known: object, found: object) -> bool:
    """Both are known and not the same."""
    return bool(known) and bool(found) and known != found
