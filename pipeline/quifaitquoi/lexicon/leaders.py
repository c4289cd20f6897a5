"""Well-known persons: full name, country, sector, office, for names that an article cuts short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.actors import fold
from quifaitquoi.lexicon.tables import Row, read_table
from quifaitquoi.records.actors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

COLUMNS: Final = ("name", "forms", "gender", "country", "sector", "office", "note")


@dataclass(frozen=True, slots=True)
class Leader:
    """A person under the usual full name, which is the actor key.

    `country` is an ISO alpha-3 code, empty for officials of organisations; `office` are the folded
    nouns by which the press calls the person (« president », « ministre »).
    """

    name: str
    forms: tuple[str, ...]
    gender: str
    country: str
    sector: str
    office: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The folded name without its first word, as the press writes it later on."""
        return fold(self.name.partition(" ")[2])


@dataclass(frozen=True, slots=True)
class Leaders:
    """Leaders by folded full form, and by folded surname where several may share one.

    `by_first`: first word of a full form to the forms that begin with it.
    """

    by_form: Mapping[str, Leader]
    by_first: Mapping[str, tuple[str, ...]]
    by_surname: Mapping[str, tuple[Leader, ...]]


def load(rules: Path | None = None) -> Leaders:
    """The table `data/leaders.csv` with that of the user's folder laid over it.

    Raises LexiconError with file and line for an unknown sector or gender, a malformed country, or
    a form that another row has.
    """
    return _shipped() if rules is None else _index(read_table("leaders", COLUMNS, rules))


@cache
def _shipped() -> Leaders:
    return _index(read_table("leaders", COLUMNS))


def _index(rows: Iterable[Row]) -> Leaders:
    by_form: dict[str, tuple[Row, Leader]] = {}
    for row in rows:
        leader = _leader(row)
        for form in dict.fromkeys(map(fold, (leader.name, *leader.forms))):
            other = by_form.get(form)
            if other is not None and other[0].own is row.own:
                raise row.error(f"« {form} » is already at {other[0].where}")
            by_form[form] = (row, leader)
    firsts: dict[str, list[str]] = {}
    for form in by_form:
        firsts.setdefault(form.partition(" ")[0], []).append(form)
    surnames: dict[str, dict[str, Leader]] = {}
    for _, leader in by_form.values():
        for surname in {leader.surname, leader.surname.rpartition(" ")[2] or leader.surname}:
            surnames.setdefault(surname, {})[leader.name] = leader
    return Leaders(
        {form: leader for form, (_, leader) in by_form.items()},
        {first: tuple(forms) for first, forms in firsts.items()},
        {surname: tuple(named.values()) for surname, named in surnames.items() if surname},
    )


def _leader(row: Row) -> Leader:
    if row["sector"] not in SECTORS:
        raise row.error(f"sector is « {row['sector']} », expected one of {sorted(SECTORS)}")
    if row["gender"] not in ("m", "f"):
        raise row.error(f"gender is « {row['gender']} », expected m or f")
    country = row["country"]
    if country and not (len(country) == 3 and country.isascii() and country.isupper()):
        raise row.error(f"country is « {country} », expected ISO alpha-3")
    return Leader(
        row["name"],
        row.words("forms"),
        row["gender"],
        country,
        row["sector"],
        tuple(map(fold, row.words("office"))),
    )
