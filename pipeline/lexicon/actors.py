"""Who and where: countries, organisations, offices, groups, places and given names, checked.

Tables hold each form once, as a French newspaper writes it. All look-up goes through `fold`, so case,
accents, hyphens and the shape of an apostrophe need no entries of their own. Folding forgets
capitals: whoever looks up « CAR » or « face » in running text must check them against the form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from pipeline.lexicon.tables import Row, read_table
from pipeline.records import SECTORS, ActorKind

if TYPE_CHECKING:
    from pathlib import Path

GENDERS: Final = frozenset({"m", "f", "mp", "fp"})
NAME_GENDERS: Final = frozenset({"m", "f", "u"})
ORGANISATION_KINDS: Final = frozenset({ActorKind.IGO, ActorKind.ORG, ActorKind.FORCE})
GROUP_KINDS: Final = frozenset({ActorKind.GROUP, ActorKind.FORCE, ActorKind.STATE, ActorKind.ORG})
OFFICE_KINDS: Final = frozenset({"office", "rank", "title", "profession"})
SCOPES: Final = frozenset({"state", "org", "none"})
PLACE_KINDS: Final = frozenset({"city", "region", "river", "building", "airport"})

COUNTRY_COLUMNS: Final = (
    "iso3", "name", "gender", "aliases", "demonyms", "capital", "seats", "prefixes", "note",
)  # fmt: skip
ORGANISATION_COLUMNS: Final = ("key", "kind", "country", "sector", "forms", "organs", "note")
OFFICE_COLUMNS: Final = ("word", "forms", "plural", "kind", "sector", "scope", "note")
GROUP_COLUMNS: Final = ("word", "forms", "kind", "sector", "demonym", "note")
PLACE_COLUMNS: Final = ("name", "country", "aliases", "kind", "note")
NAME_COLUMNS: Final = ("name", "gender", "note")

T = TypeVar("T")

_ISO3: Final = re.compile(r"[A-Z]{3}")
_INITIAL_DOT: Final = re.compile(r"\b([^\W\d_])\.")
_SPACES: Final = dict.fromkeys(map(ord, "-‐‑‒–—−\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")


def _folding() -> dict[int, str]:
    """Each Latin letter with marks to its base letter, marks to nothing, hyphens to a space."""
    table = dict(_SPACES) | dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base != chr(code):
            table[code] = base
    table |= dict.fromkeys(range(0x300, 0x370), "")
    return table | {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae"}


_FOLDING: Final = _folding()


def fold(text: str) -> str:
    """`text` as look-up keys have it: lower case, no accents, straight apostrophes, spaces for
    hyphens, single spaces, no dot after a single letter (« O.N.U. » and « ONU » are one key).
    """
    text = text.translate(_FOLDING).lower()
    if "." in text:
        text = _INITIAL_DOT.sub(r"\1", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. `gender` is m, f, mp or fp, of its French name; `demonyms` begins with
    masculine and feminine singular, masculine and feminine plural; `seats` are buildings and offices
    that stand for its government; `prefixes` are combining forms (« ivoiro »).
    """

    iso3: str
    name: str
    gender: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An IGO, ORG or named FORCE under its actor key; `organs` are bodies that share that key."""

    key: str
    kind: ActorKind
    country: str
    sector: str
    forms: tuple[str, ...]
    organs: tuple[str, ...]
    ambiguous: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """A noun for a post (`office`), a military `rank`, a `title` before a name, or a `profession`.

    `scope` says whose complement is expected: of a state, of an organisation, or none.
    """

    word: str
    forms: tuple[str, ...]
    plural: tuple[str, ...]
    kind: str
    sector: str
    scope: str


@dataclass(frozen=True, slots=True)
class Group:
    """A common noun for people or a body; `word` is its noun in actor keys.

    With kind STATE the actor is the country itself. `demonym`: the key adds the country's adjective
    (`militaires ivoiriens`).
    """

    word: str
    forms: tuple[str, ...]
    kind: ActorKind
    sector: str
    demonym: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, river, building or airport and the ISO alpha-3 country that it lies in, empty
    where it lies in several; `ambiguous`: its name is also another place, a word or a person's name.
    """

    name: str
    country: str
    aliases: tuple[str, ...]
    kind: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All tables of actors. Keys of `countries` are ISO codes, all other keys are folded forms.

    A form that several rows share gives all of them, in the order of the table.
    """

    countries: Mapping[str, Country]
    country_names: Mapping[str, tuple[Country, ...]]
    demonyms: Mapping[str, tuple[Country, ...]]
    capitals: Mapping[str, tuple[Country, ...]]
    seats: Mapping[str, tuple[Country, ...]]
    prefixes: Mapping[str, tuple[Country, ...]]
    organisations: Mapping[str, tuple[Organisation, ...]]
    organs: Mapping[str, tuple[Organisation, ...]]
    offices: Mapping[str, tuple[Office, ...]]
    office_plurals: Mapping[str, tuple[Office, ...]]
    groups: Mapping[str, tuple[Group, ...]]
    places: Mapping[str, tuple[Place, ...]]
    given_names: Mapping[str, str]


def load(rules: Path | None = None) -> ActorLexicon:
    """The tables of `data/`, with those of the user's folder `rules` laid over them.

    A user's row replaces ours of the same identity (code, key, word, or name and country), and takes
    the forms that it shares with others of ours. Raises LexiconError with file and line for a value
    outside its closed set, an empty alternative, a duplicate row, or a form of two rows of a table
    that are not both noted `ambiguous`.
    """
    return _shipped() if rules is None else _read(rules)


@cache
def _shipped() -> ActorLexicon:
    return _read(None)


def _read(rules: Path | None) -> ActorLexicon:
    countries = _rows("countries", COUNTRY_COLUMNS, ("iso3",), rules)
    known = {row["iso3"] for row in countries}
    organisations = _rows("organisations", ORGANISATION_COLUMNS, ("key",), rules)
    offices = [(row, _office(row)) for row in _rows("offices", OFFICE_COLUMNS, ("word",), rules)]
    groups = [(row, _group(row)) for row in _rows("groups", GROUP_COLUMNS, ("word",), rules)]
    states = [(row, _country(row)) for row in countries]
    bodies = [(row, _organisation(row, known)) for row in organisations]
    places = [
        (row, _place(row, known))
        for row in _rows("places", PLACE_COLUMNS, ("name", "country"), rules)
    ]
    return ActorLexicon(
        countries={state.iso3: state for _, state in states},
        country_names=_index((row, c, (c.name, *c.aliases)) for row, c in states),
        demonyms=_index((row, c, c.demonyms) for row, c in states),
        capitals=_index((row, c, c.capital) for row, c in states),
        seats=_index((row, c, c.seats) for row, c in states),
        prefixes=_index((row, c, c.prefixes) for row, c in states),
        organisations=_index((row, o, o.forms) for row, o in bodies),
        organs=_index((row, o, o.organs) for row, o in bodies),
        offices=_index((row, o, (o.word, *o.forms)) for row, o in offices),
        office_plurals=_index((row, o, o.plural) for row, o in offices),
        groups=_index((row, g, (g.word, *g.forms)) for row, g in groups),
        places=_index((row, p, (p.name, *p.aliases)) for row, p in places),
        given_names=_given_names(rules),
    )


def _rows(
    table: str, columns: Sequence[str], identity: Sequence[str], rules: Path | None
) -> list[Row]:
    """Rows of a table, one for each identity, the user's instead of ours."""
    rows: dict[tuple[str, ...], Row] = {}
    for row in read_table(table, columns, rules):
        key = tuple(row[column] for column in identity)
        if not key[0]:
            raise row.error(f"{identity[0]} is empty")
        if key in rows and rows[key].own is row.own:
            raise row.error(f"{', '.join(key)} is already at {rows[key].where}")
        rows[key] = row
    return list(rows.values())


def _index(entries: Iterable[tuple[Row, T, Iterable[str]]]) -> dict[str, tuple[T, ...]]:
    """Folded form to the entries that have it."""
    found: dict[str, dict[str, tuple[Row, T]]] = {}
    for row, entry, forms in entries:
        marked: frozenset[str] | None = None
        for key in map(fold, forms):
            claims = found.setdefault(key, {})
            if claims and row.where not in claims:
                first = next(iter(claims.values()))[0]
                marked = _ambiguous(row) if marked is None else marked
                if first.own is not row.own:
                    claims.clear()
                elif not (_marks(marked, key) and _marks(_ambiguous(first), key)):
                    raise row.error(f"« {key} » is also at {first.where}; note it ambiguous")
            claims[row.where] = (row, entry)
    return {
        key: tuple(entry for _, entry in claims.values()) for key, claims in found.items() if key
    }


def _ambiguous(row: Row) -> frozenset[str]:
    """Folded forms that the note marks: `ambiguous: a|b`, or `ambiguous` alone for all (`*`)."""
    head, colon, forms = row["note"].partition(";")[0].partition(":")
    if head.strip() != "ambiguous":
        return frozenset()
    return frozenset(map(fold, forms.split("|"))) if colon else frozenset("*")


def _marks(marked: frozenset[str], key: str) -> bool:
    return "*" in marked or key in marked


def _words(row: Row, column: str) -> tuple[str, ...]:
    """Alternatives of a cell; unlike `Row.words` an empty one among several is an error."""
    cell = row[column]
    if not cell:
        return ()
    words = tuple(map(str.strip, cell.split("|")))
    if not all(words):
        raise row.error(f"{column} has an empty alternative")
    return words


def _one_of(row: Row, column: str, allowed: Iterable[str]) -> str:
    if row[column] not in allowed:
        raise row.error(
            f"{column} is « {row[column]} », expected one of {', '.join(sorted(allowed))}"
        )
    return row[column]


def _sector(row: Row) -> str:
    return _one_of(row, "sector", SECTORS) if row["sector"] else ""


def _code(row: Row, known: set[str]) -> str:
    """The country's code; it may be empty."""
    if row["country"] and row["country"] not in known:
        raise row.error(f"country « {row['country']} » is not in countries.csv")
    return row["country"]


def _country(row: Row) -> Country:
    if not _ISO3.fullmatch(row["iso3"]):
        raise row.error(f"iso3 is « {row['iso3']} », expected three capitals")
    aliases, demonyms, capital, seats, prefixes = (
        _words(row, column) for column in ("aliases", "demonyms", "capital", "seats", "prefixes")
    )
    gender = _one_of(row, "gender", GENDERS)
    return Country(row["iso3"], row["name"], gender, aliases, demonyms, capital, seats, prefixes)


def _organisation(row: Row, known: set[str]) -> Organisation:
    return Organisation(
        key=row["key"],
        kind=ActorKind(_one_of(row, "kind", ORGANISATION_KINDS)),
        country=_code(row, known),
        sector=_sector(row),
        forms=_words(row, "forms"),
        organs=_words(row, "organs"),
        ambiguous=_ambiguous(row),
    )


def _office(row: Row) -> Office:
    kind = _one_of(row, "kind", OFFICE_KINDS)
    scope = _one_of(row, "scope", SCOPES)
    return Office(
        row["word"], _words(row, "forms"), _words(row, "plural"), kind, _sector(row), scope
    )


def _group(row: Row) -> Group:
    kind = ActorKind(_one_of(row, "kind", GROUP_KINDS))
    demonym = _one_of(row, "demonym", ("yes", "no")) == "yes"
    return Group(row["word"], _words(row, "forms"), kind, _sector(row), demonym)


def _place(row: Row, known: set[str]) -> Place:
    kind = _one_of(row, "kind", PLACE_KINDS)
    aliases = _words(row, "aliases")
    return Place(row["name"], _code(row, known), aliases, kind, bool(_ambiguous(row)))


def _given_names(rules: Path | None) -> dict[str, str]:
    """Folded given name to m, f or u (both)."""
    names: dict[str, str] = {}
    for row in _rows("names", NAME_COLUMNS, ("name",), rules):
        key = fold(row["name"])
        if row.own and key in names:
            raise row.error(f"« {key} » is twice in the table")
        names[key] = _one_of(row, "gender", NAME_GENDERS)
    return names
