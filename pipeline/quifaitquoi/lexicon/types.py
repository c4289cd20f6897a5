"""The types of acts: the rows of `data/types.csv`, checked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import read_table
from quifaitquoi.records.actions import Codes, EventType, Trait

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quifaitquoi.lexicon.tables import Row

COLUMNS: Final = (
    "type", "cameo_root", "plover", "quad_class", "goldstein", "traits", "fr", "en", "note",
)  # fmt: skip
#: Roots of CAMEO, and the types of PLOVER.
ROOTS: Final = tuple(f"{number:02}" for number in range(1, 21))
PLOVER: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_NAME: Final = re.compile(r"[A-Z][A-Z_]*")


def load(rules: Path | None = None) -> dict[str, EventType]:
    """Read and check the types by name, in the order of the table; raises LexiconError.

    A row of the user's folder takes the place of ours of its name, or adds a type.
    """
    types: dict[str, EventType] = {}
    owners: dict[str, Row] = {}
    for row in read_table("types", COLUMNS, rules):
        found = _type(row)
        if found in types and row.own == owners[found].own:
            raise row.error(f"type {found} is already at {owners[found].where}")
        types[found], owners[found] = found, row
    return types


@cache
def shipped() -> Mapping[str, EventType]:
    """The types of our own table."""
    return load()


def _type(row: Row) -> EventType:
    if not _NAME.fullmatch(row["type"]):
        raise row.error(f"type {row['type']!r}: a type is a word in capitals")
    if row["cameo_root"] not in ROOTS:
        raise row.error(f"cameo_root {row['cameo_root']!r}: 01 to 20")
    plover, *exceptions = row.words("plover") or ("",)
    plover_of = {code: name for name, _, code in (part.partition(":") for part in exceptions)}
    if unknown := {plover, *plover_of.values()} - {"", *PLOVER}:
        raise row.error(f"unknown PLOVER type {', '.join(sorted(unknown))}")
    if row["quad_class"] not in ("1", "2", "3", "4"):
        raise row.error(f"quad_class {row['quad_class']!r}: 1 to 4")
    traits = row["traits"].split()
    if odd := [name for name in traits if name not in tuple(Trait)]:
        raise row.error(f"unknown trait {', '.join(odd)}; known are {', '.join(Trait)}")
    return EventType(
        row["type"],
        Codes(row["cameo_root"], plover, int(row["quad_class"]), _goldstein(row)),
        frozenset(map(Trait, traits)),
        plover_of,
        (row["fr"] or row["type"], row["en"] or row["type"]),
    )


def _goldstein(row: Row) -> float:
    try:
        value = float(row["goldstein"])
    except ValueError:
        raise row.error(f"goldstein {row['goldstein']!r} is no number") from None
    if not -10 <= value <= 10:
        raise row.error(f"goldstein {value}: -10 to 10")
    return value
