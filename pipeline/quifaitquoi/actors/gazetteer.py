"""Look-up of the tables' forms in a sentence: the longest at each word, names with capitals."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.forms import first_word, is_water, members, spellings
from quifaitquoi.lexicon.actors import Group, fold
from quifaitquoi.records.actors import ActorKind
from quifaitquoi.records.record import record
from quifaitquoi.syntax.words import LE, SINGULAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quifaitquoi.lexicon.actors import ActorLexicon, Country, Office, Organisation, Place
    from quifaitquoi.syntax.view import View

    Row = Country | Organisation | Office | Group | Place


class Source(IntEnum):
    """The table column that a form comes from, in order of preference for one form."""

    COUNTRY = 0
    CAPITAL = 1
    SEAT = 2
    ORGANISATION = 3
    ORGAN = 4
    DEMONYM = 5
    GROUP = 6
    OFFICE = 7
    OFFICES = 8
    MEMBER = 9
    PLACE = 10
    COMPOUND = 11


NAMES: Final = frozenset(
    {Source.COUNTRY, Source.CAPITAL, Source.SEAT, Source.ORGANISATION, Source.ORGAN, Source.PLACE}
)
BODIES: Final = frozenset({Source.ORGANISATION, Source.ORGAN})
TITLES: Final = frozenset({Source.OFFICE, Source.OFFICES, Source.MEMBER})
# A noun that is the army only beside a country: « les forces ukrainiennes ».
FORCES: Final = "forces"
# Where a state is named: « la France », « en Chine », no given name.
BEFORE_STATE: Final = LE | {"du", "au", "en"}
# Short words that a text in capitals makes look like acronyms.
WORDS_IN_CAPITALS: Final = frozenset(
    "est car par sur son les des aux une mais pas face fait fin cas pan ces mes tes art bas ils "
    "elle nos vos sont dans avec pour ont plus leur code acte sans sous vers tous deux main".split()
)


# Nouns with which intergovernmental bodies' names begin, and names that national bodies have too.
INSTITUTIONS: Final = frozenset(
    "agence assemblee banque comite commission communaute conseil cour fonds haut ligue mission "
    "nations office organisation parlement programme tribunal union".split()
)
NATIONAL: Final = frozenset(
    {"commission mixte", "conseil de securite", "union panafricaine", "union universelle"}
)
# What is said of gatherings of members, and of no chamber.
SESSIONS: Final = frozenset(
    "generale general ordinaire extraordinaire statutaire constitutive constitutif elective "
    "electif annuelle annuel".split()
)


@record
class Hit:
    """Tokens [start, end) that are a form of a table, and the rows that have it.

    `title`: the form may stand beside a person's name.
    """

    start: int
    end: int
    source: Source
    rows: tuple[Row, ...]
    title: bool = False


class Phrases:
    """All forms of a lexicon by their first folded word; `bodies` are its organisations by key."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.forms: dict[str, dict[Source, tuple[Row, ...]]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._acronyms: dict[str, set[str]] = {}
        columns: tuple[tuple[Source, Mapping[str, tuple[Row, ...]]], ...] = (
            (Source.COUNTRY, lexicon.country_names),
            (Source.CAPITAL, lexicon.capitals),
            (Source.SEAT, lexicon.seats),
            (Source.ORGANISATION, lexicon.organisations),
            (Source.ORGAN, lexicon.organs),
            (Source.DEMONYM, lexicon.demonyms),
            (Source.GROUP, lexicon.groups),
            (Source.OFFICE, lexicon.offices),
            (Source.OFFICES, lexicon.office_plurals),
            (Source.MEMBER, members(lexicon)),
            (Source.PLACE, lexicon.places),
        )
        for source, forms in columns:
            for form, rows in forms.items():
                self.forms.setdefault(form, {})[source] = rows
        if FORCES not in self.forms and "armee" in lexicon.groups:
            self.forms[FORCES] = {Source.GROUP: lexicon.groups["armee"]}
        for form in sorted(self.forms, key=len, reverse=True):
            self._by_first.setdefault(first_word(form), []).append(form)
        self._titles = frozenset(lexicon.offices) | frozenset(lexicon.office_plurals)
        self._given_names = lexicon.given_names
        self._spellings = spellings(lexicon)
        self._prefixes = lexicon.prefixes
        self._demonyms = lexicon.demonyms
        self.bodies = {row.key: row for rows in lexicon.organisations.values() for row in rows}
        for bodies in lexicon.organisations.values():
            for row in bodies:
                self._note_acronyms((row.key, *row.forms, *row.organs))
        for state in lexicon.countries.values():
            self._note_acronyms(state.aliases)

    def _note_acronyms(self, forms: Iterable[str]) -> None:
        for form in forms:
            self._acronyms.setdefault(fold(form), set()).add(form)

    def find(self, view: View) -> list[Hit]:
        """Hits of a sentence in order, none overlapping, the longest form at each word."""
        hits: list[Hit] = []
        by_first = self._by_first
        folds = view.folds
        size = len(folds)
        i = 0
        while i < size:
            first = folds[i]
            candidates = by_first.get(first)
            if candidates is None and (" " in first or "'" in first):
                candidates = by_first.get(first_word(first))
            hit = self._longest(view, i, candidates) if candidates else None
            if hit is None and (" " in first or (i + 1 < size and not folds[i + 1])):
                hit = self._compound(view, i)
            if hit is None:
                i += 1
            else:
                hits.append(hit)
                i = hit.end
        return hits

    def _longest(self, view: View, i: int, candidates: list[str]) -> Hit | None:
        start = view.key_starts[i]
        for form in candidates:
            if view.key.startswith(form, start):
                end = view.by_key_end.get(start + len(form), 0)
                if end > i and (hit := self._accept(view, i, end, form)) is not None:
                    return hit
        return None

    def _compound(self, view: View, i: int) -> Hit | None:
        """« ivoiro-malien »: a combining form and a demonym, in one token or in three."""
        prefix, space, rest = view.folds[i].partition(" ")
        states = self._prefixes.get(prefix)
        if states is None:
            return None
        end = i + 1
        if not space and i + 2 < len(view) and not view.folds[i + 1]:
            rest = view.folds[i + 2]
            end = i + 3
        others = self._demonyms.get(rest)
        return Hit(i, end, Source.COMPOUND, (states[0], others[0])) if others else None

    def _accept(self, view: View, i: int, end: int, form: str) -> Hit | None:
        capital = view.words[i][0].isupper()
        single = end == i + 1
        if single and capital and self._opens_name(view, i):
            return None
        if single and not self._accented(view.words[i], form):
            return None
        for source, rows in sorted(self.forms[form].items()):
            # « les îles Salomon », « le sultanat d'Oman »: the state's noun needs no capital; an
            # article does not name a state (« à l'issue de la Réunion »).
            proper = (
                capital
                or (source in BODIES and self._common(view, i, end, form, rows))
                or (
                    source is Source.COUNTRY
                    and view.folds[i] not in LE
                    and (
                        view.words[end - 1][0].isupper()
                        or view.text(i, end) in self._acronyms.get(form, ())
                    )
                )
            )
            if source in NAMES and (
                not proper or not self._spelled(view, i, end, form, source, rows)
            ):
                continue
            if source is Source.COUNTRY and is_water(view, i):
                return None
            if source is Source.GROUP and single and self._is_gathering(view, i, rows):
                continue
            offices = self.forms[form].get(Source.OFFICE)
            if offices and source is Source.GROUP and i and view.folds[i - 1] in SINGULAR:
                return Hit(i, end, Source.OFFICE, offices, title=True)
            return Hit(i, end, source, rows, title=form in self._titles or source in TITLES)
        return None

    def _common(self, view: View, i: int, end: int, form: str, rows: tuple[Row, ...]) -> bool:
        """« les talibans », « la mission onusienne au Mali »: in lower case in the table too.

        So are long names that begin with a kind of body: « la cour pénale internationale ».
        """
        sector = getattr(rows[0], "sector", "")
        if sector == "IGO" and end > i + 1 and view.folds[i] in INSTITUTIONS:
            return form not in NATIONAL
        return (
            (sector == "REB" or (sector == "IGO" and end > i + 1))
            and view.folds[i] != "les"
            and view.text(i, end).replace("'", "’") in self._acronyms.get(form, ())
        )

    def _is_gathering(self, view: View, i: int, rows: tuple[Row, ...]) -> bool:
        """« l'assemblée », « le congrès », « l'Assemblée ordinaire »: no chamber of a state.

        A chamber's short name has a capital, or the country's adjective after it.
        """
        row = rows[0]
        if not isinstance(row, Group) or row.kind is not ActorKind.FORCE:
            return False
        if not any(fold(form) == view.folds[i] and form.istitle() for form in row.forms):
            return False
        following = view.folds[i + 1] if i + 1 < len(view) else ""
        lower = view.words[i].islower() and following not in self._demonyms
        return lower or following in SESSIONS

    def _opens_name(self, view: View, i: int) -> bool:
        """« Maurice Kamto »: a given name before another capitalised word."""
        if view.folds[i] not in self._given_names or i + 1 >= len(view):
            return False
        before = view.folds[i - 1] if i else ""
        return (
            view.words[i + 1][0].isupper()
            and view.pos[i + 1] in ("PROPN", "X")
            and before not in BEFORE_STATE
        )

    def _accented(self, word: str, form: str) -> bool:
        """Whether a common noun has its accents: « accuse » is not « accusé »."""
        spellings = self._spellings.get(form)
        return spellings is None or word.isupper() or word.lower() in spellings

    def _spelled(
        self, view: View, i: int, end: int, form: str, source: Source, rows: tuple[Row, ...]
    ) -> bool:
        """Whether a capital makes a name of the form: acronyms want theirs, words more than one."""
        if view.shouted:
            return form not in WORDS_IN_CAPITALS
        if end > i + 1 and view.folds[i] in ("le", "la", "les") and view.words[i + 1][0].islower():
            return False  # « La réunion » at a sentence's start is not La Réunion
        text = view.text(i, end)
        spellings = self._acronyms.get(form)
        if spellings and len(form) <= 4 and not text.isupper() and text not in spellings:
            return False
        namesakes = len({getattr(row, "country", "") for row in rows}) > 1  # bodies either way
        ambiguous = () if namesakes else getattr(rows[0], "ambiguous", ())
        if source is Source.ORGANISATION and form in ambiguous:
            named = any(view.pos[k] == "PROPN" for k in range(i, end))
            return i > 0 and named and (end == i + 1 or view.words[end - 1][0].isupper())
        if source in (Source.PLACE, Source.CAPITAL) and end == i + 1 and i == 0:
            return view.pos[i] in ("PROPN", "NOUN", "ADJ", "X")
        return True


# The last lexicon with its compiled forms: a run uses one, and compiling takes long.
_compiled: list[tuple[ActorLexicon, Phrases]] = []


def phrases_of(lexicon: ActorLexicon) -> Phrases:
    """The compiled forms of a lexicon, kept for the next article."""
    for known, phrases in _compiled:
        if known is lexicon:
            return phrases
    _compiled[:] = [(lexicon, Phrases(lexicon))]
    return _compiled[0][1]
