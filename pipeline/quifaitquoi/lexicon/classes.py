"""Classes of words by name: rows of `data/classes.csv`, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS: Final = ("class", "words", "note")


def load(rules: Path | None = None) -> dict[str, frozenset[str]]:
    """Read and check the table, the user's words added to ours; raises LexiconError."""
    classes: dict[str, frozenset[str]] = {}
    for row in read_table("classes", COLUMNS, rules):
        words = frozenset(row.words("words"))
        if not words:
            raise row.error(f"class {row['class']!r} is empty")
        if row["class"] in classes and row.own:
            raise row.error(f"class {row['class']!r} stands twice")
        classes[row["class"]] = classes.get(row["class"], frozenset()) | words
    return classes
