"""Reading and checking of the tables of actors."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from quifaitquoi.lexicon import classes as class_table
from quifaitquoi.lexicon.actors.folding import fold
from quifaitquoi.lexicon.actors.rows import (
    ActorLexicon,
    BodyNouns,
    Country,
    Group,
    Office,
    Organisation,
    Place,
)
from quifaitquoi.lexicon.tables import Row, read_table
from quifaitquoi.records.actors import SECTORS, ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

COLUMNS: Final = {
    "countries": "iso3 name gender aliases demonyms capital seats prefixes note".split(),
    "organisations": "key kind country sector forms organs note".split(),
    "offices": "word forms plural kind sector scope note".split(),
    "groups": "word forms kind sector demonym note".split(),
    "places": "name country aliases kind note".split(),
    "names": "name gender note".split(),
    "bodies": "noun gender opening naming closing bare described note".split(),
}
GENDERS: Final = frozenset({"m", "f", "mp", "fp"})
NAME_GENDERS: Final = frozenset({"m", "f", "u"})
ORGANISATION_KINDS: Final = frozenset({ActorKind.IGO, ActorKind.ORG, ActorKind.FORCE})
GROUP_KINDS: Final = frozenset({ActorKind.GROUP, ActorKind.FORCE, ActorKind.STATE, ActorKind.ORG})
OFFICE_KINDS: Final = frozenset({"office", "rank", "title", "profession"})
SCOPES: Final = frozenset({"state", "org", "none"})
PLACE_KINDS: Final = frozenset({"city", "region", "river", "building", "airport"})
BODY_GENDERS: Final = frozenset({"", "m", "f"})
#: Sectors of the forces of a state, its courts and chambers among them.
FORCE_SECTORS: Final = frozenset({"MIL", "COP", "JUD", "LEG"})
#: In place of a sector: one that is not known, and all of them.
UNKNOWN: Final = "unknown"
ANY: Final = "any"
DEMONYM: Final = frozenset({"yes", "no"})

T = TypeVar("T")

_ISO3: Final = re.compile(r"[A-Z]{3}")
_AMBIGUOUS: Final = "ambiguous"


def load(rules: Path | None = None) -> ActorLexicon:
    """Read the tables of `data/`, with those of the user's folder `rules` laid over them.

    A user's row replaces ours of the same identity (code, key, word, or name and country) and takes
    the forms that it shares with others of ours. Without `rules` the result is kept. Raises
    LexiconError with file and line for a value outside its closed set, an empty alternative, a
    duplicate row, or a form of two rows of a table that are not both noted ambiguous.
    """
    return _shipped() if rules is None else _read(rules)


@cache
def _shipped() -> ActorLexicon:
    return _read(None)


def _read(rules: Path | None) -> ActorLexicon:
    rows = _rows("countries", rules, "iso3")
    known = {row["iso3"] for row in rows}
    countries = [(row, _country(row)) for row in rows]
    nouns = _body_nouns(_rows("bodies", rules, "noun"))
    bodies = [
        (row, _organisation(row, known, nouns.genders))
        for row in _rows("organisations", rules, "key")
    ]
    offices = [(row, _office(row)) for row in _rows("offices", rules, "word")]
    groups = [(row, _group(row)) for row in _rows("groups", rules, "word")]
    places = [(row, _place(row, known)) for row in _rows("places", rules, "name", "country")]
    names = _rows("names", rules, "name")
    return ActorLexicon(
        countries={country.iso3: country for _, country in countries},
        country_names=_index((row, c, (c.name, *c.aliases)) for row, c in countries),
        demonyms=_index((row, c, c.demonyms) for row, c in countries),
        capitals=_index((row, c, c.capital) for row, c in countries),
        seats=_index((row, c, c.seats) for row, c in countries),
        prefixes=_index((row, c, c.prefixes) for row, c in countries),
        organisations=_index((row, o, o.forms) for row, o in bodies),
        organs=_index((row, o, o.organs) for row, o in bodies),
        offices=_index((row, o, (o.word, *o.forms)) for row, o in offices),
        office_plurals=_index((row, o, o.plural) for row, o in offices),
        groups=_index((row, g, (g.word, *g.forms)) for row, g in groups),
        places=_index((row, p, (p.name, *p.aliases)) for row, p in places),
        given_names={fold(row["name"]): _one_of(row, "gender", NAME_GENDERS) for row in names},
        bodies=nouns,
        classes={
            name: words | frozenset(map(fold, words))
            for name, words in class_table.load(rules).items()
        },
    )


def _rows(table: str, rules: Path | None, *identity: str) -> Iterable[Row]:
    """Give the rows of a table, one for each identity, the user's instead of ours."""
    key_of = itemgetter(*identity)
    rows: dict[str | tuple[str, ...], Row] = {}
    for row in read_table(table, COLUMNS[table], rules):
        key = key_of(row.cells)
        first = rows.setdefault(key, row)
        if first is row:
            continue
        if first.own is row.own:
            reason = f"« {row[identity[0]]} » is already at {first.where}"
            raise row.error(reason)
        rows[key] = row
    for row in rows.values():
        if not row.cells[identity[0]]:
            reason = f"{identity[0]} is empty"
            raise row.error(reason)
    return rows.values()


def _index(entries: Iterable[tuple[Row, T, Iterable[str]]]) -> dict[str, tuple[T, ...]]:
    """Map each folded form to the entries that have it; where there are several, all note it."""
    found: dict[str, tuple[T, ...]] = {}
    owners: dict[str, Row] = {}
    for row, entry, forms in entries:
        alone = (entry,)
        for key in map(fold, forms):
            first = owners.setdefault(key, row)
            if first is row or first.own > row.own:
                owners[key], found[key] = row, alone
            elif first.own < row.own:
                continue
            elif entry is not found[key][-1]:
                _check_noted(key, row, first)
                found[key] += alone
    return found


def _check_noted(key: str, row: Row, first: Row) -> None:
    for claimant in (row, first):
        noted = _ambiguous(claimant)
        if key not in noted and "*" not in noted:
            reason = f"« {key} » is also in {first.where}; both must note it ambiguous"
            raise row.error(reason)


def _ambiguous(row: Row) -> frozenset[str]:
    """Give the folded forms that the note marks.

    The note begins `ambiguous: a|b`, or `ambiguous` alone for all forms, given as `*`; what follows
    a semicolon is for the reader.
    """
    note = row["note"]
    if not note.startswith(_AMBIGUOUS):
        return frozenset()
    _, colon, forms = note.partition(";")[0].partition(":")
    return frozenset(map(fold, forms.split("|"))) if colon else frozenset("*")


def _words(row: Row, column: str) -> tuple[str, ...]:
    """Give the alternatives of a cell; unlike in `Row.words` an empty one is an error."""
    cell = row.cells[column]
    if "|" not in cell:
        return (cell,) if cell else ()
    words = tuple(map(str.strip, cell.split("|")))
    if "" in words:
        reason = f"{column} has an empty alternative"
        raise row.error(reason)
    return words


def _one_of(row: Row, column: str, allowed: Collection[str]) -> str:
    cell = row.cells[column]
    if cell not in allowed:
        reason = f"{column} is « {cell} », expected one of {', '.join(sorted(allowed))}"
        raise row.error(reason)
    return cell


def _sector(row: Row) -> str:
    return _one_of(row, "sector", SECTORS) if row["sector"] else ""


def _code(row: Row, known: Collection[str]) -> str:
    """Give the country's code, which may be empty but not unknown."""
    code = row.cells["country"]
    if code and code not in known:
        reason = f"country « {code} » is not in countries.csv"
        raise row.error(reason)
    return code


def _country(row: Row) -> Country:
    if not _ISO3.fullmatch(row["iso3"]):
        reason = f"iso3 is « {row['iso3']} », expected three capitals"
        raise row.error(reason)
    return Country(
        iso3=row["iso3"],
        name=row["name"],
        gender=_one_of(row, "gender", GENDERS),
        aliases=_words(row, "aliases"),
        demonyms=_words(row, "demonyms"),
        capital=_words(row, "capital"),
        seats=_words(row, "seats"),
        prefixes=_words(row, "prefixes"),
        ambiguous=_ambiguous(row),
    )


def _organisation(row: Row, known: Collection[str], genders: Mapping[str, str]) -> Organisation:
    forms = _words(row, "forms")
    if not forms:
        reason = "forms is empty"
        raise row.error(reason)
    return Organisation(
        key=row["key"],
        kind=ActorKind(_one_of(row, "kind", ORGANISATION_KINDS)),
        country=_code(row, known),
        sector=_sector(row),
        forms=forms,
        organs=_words(row, "organs"),
        gender=next(
            filter(None, (genders.get(fold(form).partition(" ")[0], "") for form in forms)), ""
        ),
        ambiguous=_ambiguous(row),
    )


def _office(row: Row) -> Office:
    return Office(
        word=row["word"],
        forms=_words(row, "forms"),
        plural=_words(row, "plural"),
        kind=_one_of(row, "kind", OFFICE_KINDS),
        sector=_sector(row),
        scope=_one_of(row, "scope", SCOPES),
    )


def _group(row: Row) -> Group:
    return Group(
        word=row["word"],
        forms=_words(row, "forms"),
        kind=ActorKind(_one_of(row, "kind", GROUP_KINDS)),
        sector=_sector(row),
        demonym=_one_of(row, "demonym", DEMONYM) == "yes",
    )


def _body_nouns(rows: Iterable[Row]) -> BodyNouns:
    rows = tuple(rows)

    def told(column: str) -> dict[str, str]:
        cells = {fold(row["noun"]): _sectors(row, column) for row in rows if row[column]}
        return {noun: sector for noun, (sector, *_) in cells.items()}

    return BodyNouns(
        genders={fold(row["noun"]): _one_of(row, "gender", BODY_GENDERS) for row in rows},
        opening={
            noun: (ActorKind.FORCE if sector in FORCE_SECTORS else ActorKind.ORG, sector)
            for noun, sector in told("opening").items()
        },
        naming=told("naming"),
        closing=told("closing"),
        bare={
            fold(row["noun"]): frozenset(_sectors(row, "bare", several=True))
            for row in rows
            if row["bare"]
        },
        described=told("described"),
    )


def _sectors(row: Row, column: str, *, several: bool = False) -> tuple[str, ...]:
    """Give the sectors of a cell, one of them unless `several`, and `""` for one not known."""
    words = _words(row, column)
    if several and words == (ANY,):
        return ("", *sorted(SECTORS))
    allowed = SECTORS | {UNKNOWN}
    if not allowed.issuperset(words) or (len(words) > 1 and not several):
        wanted = ", ".join(sorted(allowed | ({ANY} if several else set())))
        reason = f"{column} is « {row[column]} », expected one of {wanted}"
        raise row.error(reason)
    return tuple("" if word == UNKNOWN else word for word in words)


def _place(row: Row, known: Collection[str]) -> Place:
    return Place(
        row.cells["name"],
        _code(row, known),
        _words(row, "aliases"),
        _one_of(row, "kind", PLACE_KINDS),
        row.cells["note"].startswith(_AMBIGUOUS),
    )
