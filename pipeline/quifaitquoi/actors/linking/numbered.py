"""Numbers of persons: « les deux présidents », « deux journalistes » who are named next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import offices
from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.records.actors import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.actors.linking.discourse import Referent
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.records.actors import ActorMention

MOST_NAMED: Final = 6
# Sentences after which a number of persons may be named, as those of a title are.
AHEAD: Final = 3


def several(mention: ActorMention, store: Store) -> tuple[str, ...]:
    """« les deux présidents », « les chefs d'État togolais et kazakh »: persons at hand."""
    traits = mention.traits
    count = traits.count or len(traits.countries)
    if not 1 < count <= MOST_NAMED:
        return ()
    found = [*_named(mention, count, store), (Evidence.NEXT, _ahead(mention, store))]
    return store.chooser.choose(
        mention,
        (Candidate(keys, ((piece, 1),)) for piece, keys in found if len(keys) == count),
    )


def _named(
    mention: ActorMention, count: int, store: Store
) -> Iterator[tuple[Evidence, tuple[str, ...]]]:
    """Who has been named and may be meant, if it is definite, each with what speaks for them."""
    traits = mention.traits
    if not traits.definite:
        return
    anybody = offices.is_generic(traits.noun) and traits.owner < 0
    if anybody:
        yield Evidence.JOINT, _joint_subjects(mention, store)
    yield Evidence.CALLED, _called(mention, count, store, anybody=anybody)
    if traits.kind is ActorKind.GROUP and traits.owner < 0 and not traits.countries:
        yield Evidence.TOGETHER, _just_named(mention, store)


def _called(mention: ActorMention, count: int, store: Store, *, anybody: bool) -> tuple[str, ...]:
    """So many persons of the noun's post and countries, or any, those who were named last."""
    traits = mention.traits
    families = offices.families(traits.noun)
    by_key = store.by_key
    named = unique(
        key
        for referent in store.discourse.everything()
        if referent.offset < mention.start
        for key in reversed(referent.keys)
        if key in by_key
    )
    fitting = [
        key
        for key in named
        if (not traits.countries or by_key[key].country in traits.countries)
        and (anybody or families & offices.families(by_key[key].nouns))
    ]
    return tuple(sorted(fitting[:count], key=lambda key: min(by_key[key].offsets)))


def _joint_subjects(mention: ActorMention, store: Store) -> tuple[str, ...]:
    """« X et Y ont été reçus par Z. Les deux hommes … »: those who were one subject."""
    return _keys(r for r in store.discourse.back(mention, 1) if r.subject)


def _just_named(mention: ActorMention, store: Store) -> tuple[str, ...]:
    """« X est deuxième et Y troisième. Ces deux candidats … »: all whom the sentence names."""
    return _keys(r for r in store.discourse.back(mention, 1) if r.sentence < mention.sentence)


def _keys(latest_first: Iterable[Referent]) -> tuple[str, ...]:
    """Keys of the persons among referents, in order of the text."""
    persons = [referent for referent in latest_first if referent.kind is ActorKind.PERSON]
    return unique(key for referent in reversed(persons) for key in referent.keys)


def _ahead(mention: ActorMention, store: Store) -> tuple[str, ...]:
    """« Deux journalistes arrêtés »: the persons named next, if they are of this kind."""
    owners = {offset: person for person in store.persons for offset in person.offsets}
    named = [m for m in store.mentions if m.start > mention.end and m.start in owners]
    if not named or named[0].sentence - mention.sentence > AHEAD:
        return ()
    listed = [owners[m.start] for m in named if m.sentence == named[0].sentence]
    posts = offices.families(mention.traits.noun)
    generic = offices.is_generic(mention.traits.noun)
    fits = all(generic or posts & offices.families(person.nouns) for person in listed)
    return unique(person.key for person in listed) if fits else ()
