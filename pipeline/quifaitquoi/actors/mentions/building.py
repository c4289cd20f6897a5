"""From what was found in a sentence to the records that leave the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import FORCES, Hit, Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.descriptions import (
    abroad,
    is_main,
    is_subject,
    owners,
    phrase_traits,
)
from quifaitquoi.actors.mentions.names import given_first, given_gender
from quifaitquoi.actors.toponyms import Use, is_placed
from quifaitquoi.lexicon.actors import Country, Office, Organisation, Place, fold
from quifaitquoi.records.actors import (
    ActorKind,
    ActorMention,
    CountryClue,
    MentionForm,
    MentionSort,
    Traits,
)
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.words import LE

if TYPE_CHECKING:
    from quifaitquoi.actors.mentions.names import Run
    from quifaitquoi.actors.mentions.organisations import Body
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.actors.toponyms import Toponym
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

TITLE: Final = "#title"
# Articles, those with a preposition inside too.
CONTRACTED: Final = LE | {"du", "au", "aux"}
# What is a town or a building as well as the state.
SITES: Final = frozenset({Source.CAPITAL, Source.SEAT})
# What parties to a quarrel are called beside their nationality, or quarrel about.
SIDES: Final = frozenset(
    "prenante signataire belligerante contractante conflit accord litige negociation pourparler "
    "adverse rivale ennemie opposee civile tierce".split()
)
# Nouns that are the state only with its adjective or name, or as a subject.
WEAK: Final = frozenset(
    "pouvoir transition administration capitale mediation cour coalition front diplomatie "
    "executif facilitation palais forces".split()
)


def person(run: Run, lexicon: ActorLexicon) -> ActorMention:
    """A person's name, with what its titles and appositions say."""
    view = run.view
    described = [phrase_traits(view, phrase) for phrase in run.titles]
    first = min([run.start, *(phrase.start for phrase in run.titles)])
    last = max([run.end, *(phrase.end for phrase in run.titles)])
    if run.demonym is not None:
        first = min(first, run.demonym.start)
    nouns: dict[str, None] = {}
    for traits in (*described, *(phrase_traits(view, phrase) for phrase in run.shared)):
        if TITLE not in traits.noun:
            nouns.update(dict.fromkeys(traits.noun))
    countries, sector = _side(run, described)
    gender = _titled_gender(run)
    if run.body is not None:
        sector = sector or run.body.sector
        nouns.update(dict.fromkeys(abroad(run.body, countries)))
    head = view.governor(first, run.end)
    tokens = (head, *range(run.start, run.end))
    start, end = view.start(run.start), view.stop(run.end - 1)
    return ActorMention(
        start, end, view.text(run.start, run.end), view.start(head), view.index,
        MentionForm.NAME, f"actor.person.{run.evidence}",
        traits=Traits(
            kind=ActorKind.PERSON, key=given_first(run, lexicon, woman=gender == "f"),
            countries=countries, sector=sector, noun=tuple(nouns),
            gender=gender or given_gender(run.parts, lexicon),
            subject=any(is_subject(view, i) for i in tokens),
            main=any(is_main(view, i) for i in tokens),
            start=view.start(first), end=view.stop(last - 1),
            owner=next((t.owner for t in described if t.owner >= 0 and not t.countries), -1),
        ),
    )  # fmt: skip


def _side(run: Run, described: list[Traits]) -> tuple[tuple[str, ...], str]:
    """Countries and sector by the titles, the demonym before the name, or a shared plural title."""
    countries: tuple[str, ...] = next((t.countries for t in described if t.countries), ())
    sector = ""
    for kind in ("#office", "#rank", "#profession"):
        sector = sector or next((t.sector for t in described if t.sector and kind in t.noun), "")
    if run.demonym is not None and not countries:
        countries = owners([run.demonym])[0]
    for phrase in reversed(run.shared):
        traits = phrase_traits(run.view, phrase)
        sector = sector or traits.sector
        if not countries and traits.countries:
            many = len(traits.countries)
            countries = traits.countries if many == 1 else (traits.countries[run.place % many],)
    return countries, sector


def _titled_gender(run: Run) -> str:
    """M or f by the titles, or empty."""
    for phrase in run.titles:
        row = phrase.hit.rows[0] if phrase.hit is not None else None
        if isinstance(row, Office) and fold(row.word) == "madame":
            return "f"
        word = run.view.folds[phrase.start]
        if word in ("la", "une"):
            return "f"
        if word in ("le", "un") or (isinstance(row, Office) and fold(row.word) == "monsieur"):
            return "m"
    return ""


def name(view: View, hit: Hit, toponym: Toponym | None) -> ActorMention | None:
    """A country, capital, seat or organisation; None for another place."""
    row = hit.rows[0]
    start, end = view.start(hit.start), view.stop(hit.end - 1)
    head = view.governor(hit.start, hit.end)
    first = _with_article(view, hit.start)
    gender = {"le": "m", "du": "m", "au": "m", "la": "f"}.get(view.folds[first], "")
    sort = MentionSort.PLAIN
    keys: tuple[str, ...] = ()
    countries: tuple[str, ...]
    if isinstance(row, Country):
        kind, keys, countries, sector = ActorKind.STATE, (row.iso3,), (row.iso3,), "GOV"
        if hit.source is Source.COUNTRY:
            gender = row.gender[0]
        if toponym is not None and toponym.use is Use.OPEN:
            sort = MentionSort.SITE if hit.source in SITES else MentionSort.LAND
    elif isinstance(row, Organisation):
        kind, sector = row.kind, row.sector
        countries = tuple(filter(None, (row.country,)))
        keys = (row.key,) if len(hit.rows) == 1 else ()
    else:
        return None
    if isinstance(row, Organisation):
        gender = gender or row.gender
    plural = view.folds[first] in words.PLURAL_DETERMINERS and kind is not ActorKind.STATE
    rule = f"actor.{hit.source.name.lower()}{'.place' if sort else ''}"
    return ActorMention(
        start, end, view.text(hit.start, hit.end), view.start(head), view.index,
        MentionForm.NAME, rule, keys,
        Traits(
            kind=kind, key=keys[0] if keys else "", countries=countries, sector=sector,
            noun=tuple(other.key for other in hit.rows if isinstance(other, Organisation)),
            gender=gender, count=0 if plural else 1,
            subject=is_subject(view, head), main=is_main(view, head),
            start=view.start(first), end=end,
        ),
        sort,
    )  # fmt: skip


def setting(view: View, hit: Hit) -> CountryClue | None:
    """What a place where something is tells of the country at hand; None where that is unclear."""
    row = hit.rows[0]
    if isinstance(row, Country):
        return _clue(view, hit, row.iso3)
    if not isinstance(row, Place) or len(hit.rows) > 1 or row.ambiguous or not row.country:
        return None
    return _clue(view, hit, row.country)


def adjective(view: View, hit: Hit) -> CountryClue:
    """What an adjective that stands for nobody tells of the country at hand."""
    return _clue(view, hit, *owners([hit])[0])


def _clue(view: View, hit: Hit, *countries: str) -> CountryClue:
    located = is_placed(view, hit.start)
    return CountryClue(view.start(hit.start), view.index, countries, located)


def is_language(view: View, hit: Hit) -> bool:
    """« en anglais », « professeur d'anglais »."""
    before = view.folds[hit.start - 1] if hit.start else ""
    return before in ("en", "d'", "de") and view.words[hit.start][0].islower()


def _with_article(view: View, i: int) -> int:
    return i - 1 if i and view.folds[i - 1] in CONTRACTED else i


def body(view: View, found: Body, lexicon: ActorLexicon) -> ActorMention:
    """An organisation outside the tables; the tables' own where they know its acronym."""
    rows = () if found.own else lexicon.organisations.get(fold(found.name), ())
    start, end = view.start(found.start), view.stop(found.end - 1)
    head = view.governor(found.start, found.end)
    first = _with_article(view, found.start)
    countries = owners(found.inner)[0]
    kind, sector, key = found.kind, found.sector, found.name
    if rows:
        kind, sector, key = rows[0].kind, rows[0].sector, rows[0].key
        countries = tuple(filter(None, (rows[0].country,)))
    gender = {"le": "m", "du": "m", "au": "m", "la": "f"}.get(view.folds[first], "")
    return ActorMention(
        start, end, view.text(found.start, found.end), view.start(head), view.index,
        MentionForm.NAME, "actor.body", (key,) if rows else (),
        Traits(
            kind=kind, key=key, countries=countries, sector=sector, gender=gender,
            noun=(view.folds[found.start],),
            subject=is_subject(view, head), main=is_main(view, head),
            start=view.start(first), end=end,
        ),
        MentionSort.BODY,
    )  # fmt: skip


def demonym(view: View, hit: Hit) -> ActorMention:
    """An adjective of a country, or with a capital its people or one of them."""
    start, end = view.start(hit.start), view.stop(hit.end - 1)
    i = view.governor(hit.start, hit.end)
    countries = owners([hit])[0]
    capital = view.words[hit.start][0].isupper() and not view.shouted
    if not capital or hit.source is Source.COMPOUND:
        return ActorMention(
            start, end, view.text(hit.start, hit.end), view.start(i), view.index,
            MentionForm.DEMONYM, "actor.demonym", countries,
            Traits(kind=ActorKind.STATE, countries=countries, sector="GOV", start=start, end=end),
        )  # fmt: skip
    before = view.folds[hit.start - 1] if hit.start else ""
    plural = before in words.PLURAL_DETERMINERS or (
        before not in ("le", "la", "l'", "un", "une", "au", "du")
        and view.folds[hit.start].endswith("s")
    )
    text = view.text(hit.start, hit.end)
    return ActorMention(
        start, end, text, view.start(i), view.index, MentionForm.DESCRIPTION, "actor.people",
        traits=Traits(
            kind=ActorKind.GROUP if plural else ActorKind.PERSON, key=text, countries=countries,
            sector="CVL", noun=("#people",), gender="f" if before in ("la", "une") else "m",
            count=0 if plural else 1, definite=before not in ("un", "une"), start=start, end=end,
            subject=is_subject(view, i), main=is_main(view, i),
        ),
    )  # fmt: skip


def regional(view: View, i: int, key: str) -> ActorMention:
    """« les sanctions ouest-africaines »: an adjective that stands for an organisation."""
    start, end = view.start(i), view.stop(i)
    return ActorMention(
        start, end, view.words[i], start, view.index, MentionForm.DEMONYM, "actor.regional", (key,),
        Traits(kind=ActorKind.IGO, key=key, sector="IGO", start=start, end=end),
        MentionSort.REGIONAL,
    )  # fmt: skip


def acts(view: View, phrase: Nominal, lexicon: ActorLexicon) -> bool:
    """Whether a phrase can be an actor: not a title alone, not a bare noun that points nowhere."""
    row = phrase.hit.rows[0] if phrase.hit is not None else None
    if isinstance(row, Office) and row.kind == "title":
        return False
    if phrase.count == 1 and not phrase.determined and not _prominent(view, phrase):
        return False
    if is_predicate(view, phrase.noun, phrase.noun_end) or _is_thing(view, phrase):
        return False
    if row is not None and view.folds[phrase.noun] in WEAK and phrase.noun_end == phrase.noun + 1:
        return bool(owners(phrase.inner)[0]) or (
            view.folds[phrase.noun] != FORCES
            and (is_subject(view, phrase.noun) or _addressed(view, phrase, lexicon))
        )
    return True


def _is_thing(view: View, phrase: Nominal) -> bool:
    """« les parties génitales », « un numéro d'ordre »: no side of a quarrel, no leader."""
    noun, rest = view.folds[phrase.noun].removesuffix("s"), view.folds[phrase.noun_end : phrase.end]
    before = view.folds[phrase.start - 1] if phrase.start else ""
    if noun == "cadre" and before == "dans":
        return True  # « dans ce cadre »
    if not rest or phrase.noun_end != phrase.noun + 1:
        return False
    if noun == "partie":
        national = any(hit.source is Source.DEMONYM for hit in phrase.inner)
        return not national and SIDES.isdisjoint(word.removesuffix("s") for word in rest)
    return noun == "numero" and rest[0] not in ("un", "deux", "trois", "1", "2", "3")


def _addressed(view: View, phrase: Nominal, lexicon: ActorLexicon) -> bool:
    """« accuse le pouvoir », « reproche au pouvoir »: told or done something as an actor is."""
    i = phrase.noun
    verb = view.heads[i]
    alone = phrase.end == phrase.noun_end and phrase.definite
    return alone and verb != i and view.lemmas[verb] in lexicon.words("addressing")


def is_predicate(view: View, start: int, end: int) -> bool:
    """« est un mercenaire », « d'être des mercenaires »: said of somebody, not somebody."""
    head = view.governor(start, end)
    verb = view.heads[head]
    completes = view.deps[head] in ("xcomp", "obj", "nsubj") and verb < head
    if completes and view.lemmas[verb] in words.BECOMING:
        return True
    return any(
        view.deps[i] == "cop" and view.heads[i] == head for i in range(max(0, start - 6), start)
    )


def _prominent(view: View, phrase: Nominal) -> bool:
    """A noun without determiner still names someone at the head of a title, or after au and du."""
    before = view.folds[phrase.start - 1] if phrase.start else ""
    if before in ("au", "du", "aux", "des"):
        return True
    return phrase.start == 0 and view.sentence.kind is not BlockKind.PARAGRAPH
