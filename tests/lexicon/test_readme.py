"""`data/README.md` names every table and column, and every word of their languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.lexicon import actions, clean, dates
from quifaitquoi.lexicon.actors import reader
from quifaitquoi.lexicon.tables import DATA
from quifaitquoi.records.actions import Trait

if TYPE_CHECKING:
    from collections.abc import Iterable

README = (DATA / "README.md").read_text(encoding="utf-8")
TABLES = sorted(path for path in DATA.iterdir() if path.is_dir() or path.suffix == ".csv")


def section(table: str) -> str:
    """What stands under the heading of a table."""
    name = f"{table}.csv" if (DATA / f"{table}.csv").is_file() else f"{table}/*.csv"
    found = re.search(rf"^## `{re.escape(name)}`.*?(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"data/README.md has no section on {name}"
    return found[0]


def asked_for() -> set[str]:
    """Classes of `classes.csv` that the rules ask for by name."""
    asking = re.compile(r"""\.words\(\s*"(\w+)"(?: if .*? else "(\w+)")?""", re.DOTALL)
    rooms = (DATA.parent / room for room in ("actions", "actors"))
    rules = (path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    return {name for text in rules for found in asking.findall(text) for name in found if name}


def unnamed(words: Iterable[str], text: str) -> list[str]:
    named = set(re.findall(r"`([^`]+)`", text))
    return sorted(word for word in words if word not in named)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_table_and_column_is_described(path: str) -> None:
    table = DATA / path
    for file in table.glob("*.csv") if table.is_dir() else (table,):
        header = file.read_text(encoding="utf-8").partition("\n")[0]
        assert unnamed(header.split(","), section(table.stem)) == []


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("actions", {*actions.FUNCTIONS, *actions.FLAGS, *actions.POSITIONS}),
        ("types", Trait),
        ("dates", {*dates.NUMBER_KINDS, "unit"}),
        ("boilerplate", clean.PLACES),
        ("offices", {*reader.OFFICE_KINDS, *reader.SCOPES}),
        ("places", reader.PLACE_KINDS),
        ("groups", reader.GROUP_KINDS),
        ("bodies", {reader.UNKNOWN, reader.ANY}),
        ("classes", asked_for()),
        ("organisations", reader.ORGANISATION_KINDS),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_word_of_a_language_is_described(table: str, words: Iterable[str]) -> None:
    assert unnamed(words, section(table)) == []
