"""Numbers of persons: « les deux présidents », « deux journalistes » who are named next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import offices
from quifaitquoi.actors.linking.discourse import unique
from quifaitquoi.records.actors import ActorKind

if TYPE_CHECKING:
    from quifaitquoi.actors.linking.context import Context
    from quifaitquoi.records.actors import ActorMention

MOST_NAMED: Final = 6
# Sentences after which a number of persons may be named, as those of a title are.
AHEAD: Final = 3


def several(mention: ActorMention, context: Context) -> tuple[str, ...]:
    """« les deux présidents », « les chefs d'État togolais et kazakh »: persons at hand."""
    traits = mention.traits
    count = traits.count or len(traits.countries)
    if not 1 < count <= MOST_NAMED:
        return ()
    if not traits.definite:
        return _ahead(mention, count, context)
    families = offices.families(traits.noun)
    generic = offices.is_generic(traits.noun) and traits.owner < 0
    by_key = context.by_key
    if generic and (joint := _joint_subjects(mention, count, context)):
        return joint
    keys: list[str] = []
    for referent in context.discourse.everything():
        if referent.offset >= mention.start:
            continue
        for key in reversed(referent.keys):
            person = by_key.get(key)
            if person is None or key in keys or len(keys) == count:
                continue
            if traits.countries and person.country not in traits.countries:
                continue
            if generic or families & offices.families(person.nouns):
                keys.append(key)
    if len(keys) == count:
        return tuple(sorted(keys, key=lambda key: min(by_key[key].offsets)))
    return _just_named(mention, count, context) or _ahead(mention, count, context)


def _joint_subjects(mention: ActorMention, count: int, context: Context) -> tuple[str, ...]:
    """« X et Y ont été reçus par Z. Les deux hommes … »: those who were one subject."""
    subjects = [
        referent
        for referent in context.discourse.back(mention, 1)
        if referent.kind is ActorKind.PERSON and referent.subject
    ]
    keys = unique(key for referent in reversed(subjects) for key in referent.keys)
    return keys if len(keys) == count else ()


def _just_named(mention: ActorMention, count: int, context: Context) -> tuple[str, ...]:
    """« X est deuxième et Y troisième. Ces deux candidats … »: all whom the sentence names."""
    traits = mention.traits
    if traits.kind is not ActorKind.GROUP or traits.owner >= 0 or traits.countries:
        return ()
    persons = [
        referent
        for referent in context.discourse.back(mention, 1)
        if referent.kind is ActorKind.PERSON and referent.sentence < mention.sentence
    ]
    keys = unique(key for referent in reversed(persons) for key in referent.keys)
    return keys if len(keys) == count else ()


def _ahead(mention: ActorMention, count: int, context: Context) -> tuple[str, ...]:
    """« Deux journalistes arrêtés »: the persons named next, if that many and of this kind."""
    owners = {offset: person for person in context.persons for offset in person.offsets}
    named = [m for m in context.mentions if m.start > mention.end and m.start in owners]
    if not named or named[0].sentence - mention.sentence > AHEAD:
        return ()
    listed = [owners[m.start] for m in named if m.sentence == named[0].sentence]
    keys = unique(person.key for person in listed)
    posts = offices.families(mention.traits.noun)
    generic = offices.is_generic(mention.traits.noun)
    fits = all(generic or posts & offices.families(person.nouns) for person in listed)
    return keys if fits and len(keys) == count else ()
