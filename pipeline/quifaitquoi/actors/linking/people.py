"""Persons of an article: which names are one person, and the usual full name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking import offices
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind, MentionForm

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Container, Iterable, Sequence

    from quifaitquoi.lexicon.leaders import Leader, Leaders
    from quifaitquoi.records.actors import ActorMention

PARTICLES: Final = frozenset(
    "el al de du d' la le ben bin ibn ould ag von van der den dos da di and".split()
)
# Fewer parts than these are too little to call a name misspelt.
MANY_PARTS: Final = 2
# Religious styles that are given names of others.
STYLES: Final = frozenset(
    "cheikh cheick cheik sheikh cheikhna serigne thierno tierno sidi moulay imam".split()
)
# Names this long may differ by one letter, and twice as long by two, and be one name.
VARIANT_LENGTH: Final = 5


@dataclass(slots=True)
class Person:
    """One person with all that the article says; `offsets` are those of the name's mentions.

    A `guessed` country is that at hand, which the article's words replace; `bodies` are those for
    which the person speaks.
    """

    key: str
    parts: tuple[str, ...]
    leader: Leader | None = None
    country: str = ""
    sector: str = ""
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    offsets: list[int] = field(default_factory=list)
    post: bool = False
    guessed: bool = False
    bodies: tuple[str, ...] = ()

    def actor(self) -> Actor:
        """The record that leaves the stage."""
        return Actor(self.key, ActorKind.PERSON, self.country, self.sector)


def name_parts(name: str) -> tuple[str, ...]:
    """Folded words of a name, an initial as its letter."""
    words = fold(name.replace(".", ". ")).replace("'", "' ").split()
    return tuple(word.rstrip(".") for word in words if word.rstrip("."))


def people(
    mentions: Iterable[ActorMention],
    leaders: Leaders,
    countries: Counter[str],
    given: Container[str] = frozenset(),
) -> tuple[list[Person], dict[int, Person]]:
    """Persons of the article, and the person of each name by the mention's offset.

    `countries` counts how often the article names each country: it chooses among namesakes. `given`
    are given names.
    """
    names = [
        m for m in mentions if m.form is MentionForm.NAME and m.traits.kind is ActorKind.PERSON
    ]
    persons: list[Person] = []
    by_offset: dict[int, Person] = {}
    for mention in sorted(names, key=lambda m: (-len(name_parts(m.traits.key)), m.start)):
        parts = name_parts(mention.traits.key)
        person = _same_person(parts, mention, persons)
        if person is None:
            person = Person(mention.traits.key, parts)
            persons.append(person)
        by_offset[mention.start] = person
        person.offsets.append(mention.start)
        _prefer_accents(person, mention.traits.key, parts)
        _drop_style(person, mention.traits.key, parts)
    for mention in names:
        _note_titles(by_offset[mention.start], mention, countries)
    for person in persons:
        _drop_cleric_style(person)
    for mention in names:
        _turn(by_offset[mention.start], mention, given)
    merged = _identify(persons, leaders, countries)
    for offset, person in by_offset.items():
        by_offset[offset] = merged[id(person)]
    return _unique(by_offset, names), by_offset


def _unique(by_offset: dict[int, Person], names: Sequence[ActorMention]) -> list[Person]:
    found: list[Person] = []
    for mention in names:
        person = by_offset[mention.start]
        if not any(person is other for other in found):
            found.append(person)
    return found


def _same_person(
    parts: tuple[str, ...], mention: ActorMention, persons: Sequence[Person]
) -> Person | None:
    fitting = [person for person in persons if _fits(parts, person.parts)]
    if len(fitting) > 1:
        gender = mention.traits.gender
        agreeing = [p for p in fitting if not gender or p.gender in ("", gender)] or fitting
        before = [p for p in agreeing if min(p.offsets) < mention.start] or agreeing
        return min(
            before,
            key=lambda p: min(
                (abs(mention.start - offset) for offset in p.offsets), default=mention.start
            ),
        )
    return fitting[0] if fitting else None


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name may be a shorter or differently spelled form of a fuller one."""
    if not short:
        return False
    # « M. Da », « Yayi Da »: a name of particles alone, or one that ends in them, is a name too.
    words = [part for part in full if part not in PARTICLES] or list(full)
    own = [part for part in short if part not in PARTICLES] or list(short)
    if len(own) == 1 and len(words) > 1:
        return any(alike(own[0], word) for word in words[1:]) or own[0] == words[0]
    if not alike(own[-1], words[-1]) and own[-1] not in words[1:]:
        return False
    return all(
        any(alike(part, word) or (len(part) == 1 and word.startswith(part)) for word in words)
        for part in own[:-1]
    )


def alike(one: str, other: str) -> bool:
    """Equal, or one or two letters apart in a long enough name."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    allowed = 0 if shorter < VARIANT_LENGTH else 1 if shorter < 2 * VARIANT_LENGTH else 2
    return (
        one[:1] == other[:1]
        and abs(len(one) - len(other)) <= allowed
        and (_distance(one, other) <= allowed)
    )


def _distance(one: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def _prefer_accents(person: Person, name: str, parts: tuple[str, ...]) -> None:
    """Of two spellings with the same letters, the one with more accents and lower case."""
    if name != person.key and parts == person.parts and _marks(name) > _marks(person.key):
        person.key = name


def _drop_style(person: Person, name: str, parts: tuple[str, ...]) -> None:
    """« Cheikh Issa Koné » is « Issa Koné » where the article calls him so too."""
    if len(parts) > 1 and parts == person.parts[1:] and person.parts[0] in STYLES:
        person.key, person.parts = name, parts


def _drop_cleric_style(person: Person) -> None:
    """« le guide spirituel Cheikh Issa Koné » is « Issa Koné »: of a cleric it is a title."""
    if (
        len(person.parts) > MANY_PARTS
        and person.parts[0] in STYLES
        and "cleric" in offices.families(person.nouns)
    ):
        person.key, person.parts = person.key.partition(" ")[2], person.parts[1:]


def _turn(person: Person, mention: ActorMention, given: Container[str]) -> None:
    """« Bonkoungou Mariam », of whom the article says « Mme Bonkoungou »: the given name first."""
    first, *rest = person.parts
    titled = mention.traits.start < mention.start
    if len(rest) != 1 or not titled or name_parts(mention.traits.key) != (first,):
        return
    if first in given or rest[0] not in given:
        return
    person.parts = (rest[0], first)
    person.key = " ".join(reversed(person.key.split(" ", 1)))


def _marks(name: str) -> int:
    return len(re.findall(r"[À-ž]", name))


def _note_titles(person: Person, mention: ActorMention, countries: Counter[str]) -> None:
    """What a mention's titles say; the first mention that says something wins.

    Of two countries (« franco-israélien ») it is the one that the article names more, or the last.
    """
    traits = mention.traits
    person.nouns.update(traits.noun)
    ranked = sorted(traits.countries, key=lambda country: countries[country])
    person.country = person.country or (ranked[-1] if ranked else "")
    post = "#office" in traits.noun  # says more than a rank or profession
    if traits.sector and (not person.sector or (post and not person.post)):
        person.sector = traits.sector
        person.post = post
    person.gender = person.gender or traits.gender


def _identify(
    persons: list[Person], leaders: Leaders, countries: Counter[str]
) -> dict[int, Person]:
    """Give well-known persons their usual name; persons that prove one become one."""
    merged: dict[int, Person] = {}
    by_name: dict[str, Person] = {}
    for person in persons:
        leader = _leader(person, leaders, countries)
        if leader is not None:
            known = by_name.get(leader.name)
            if known is not None:
                known.nouns |= person.nouns
                known.offsets += person.offsets
                known.country = known.country or person.country
                merged[id(person)] = known
                continue
            _apply(person, leader)
            by_name[leader.name] = person
        merged[id(person)] = person
    return merged


def _apply(person: Person, leader: Leader) -> None:
    person.leader = leader
    if fold(person.key) != fold(leader.name) or _marks(person.key) <= _marks(leader.name):
        person.key = leader.name
    person.gender = leader.gender
    person.country = person.country or leader.country
    if "#office" not in person.nouns:
        person.sector = leader.sector
    person.nouns.update(leader.office)


def _leader(person: Person, leaders: Leaders, countries: Counter[str]) -> Leader | None:
    """The well-known person whom an article's fullest name fits, the country permitting."""
    whole = leaders.by_form.get(" ".join(person.parts))
    if whole is not None:
        return whole
    if (misspelt := _misspelt(person, leaders, countries)) is not None:
        return misspelt
    candidates: dict[str, Leader] = {}
    for at in range(len(person.parts)):
        for leader in leaders.by_surname.get(" ".join(person.parts[at:]), ()):
            candidates[leader.name] = leader
        for leader in leaders.by_surname.get(person.parts[at], ()):
            candidates[leader.name] = leader
    fitting = [
        leader
        for leader in candidates.values()
        if _may_be(person, leader)
        and person.country in ("", leader.country)
        and person.gender in ("", leader.gender)
    ]
    if len(fitting) > 1:
        named = [leader for leader in fitting if countries[leader.country] or not leader.country]
        named.sort(key=lambda leader: -countries[leader.country])
        fitting = named[:1]
    return fitting[0] if fitting else None


def _misspelt(person: Person, leaders: Leaders, countries: Counter[str]) -> Leader | None:
    """A leader of a country of the article whose full name is one letter off."""
    written = " ".join(person.parts)
    if len(person.parts) < MANY_PARTS or len(written) < 2 * VARIANT_LENGTH:
        return None
    for form in leaders.by_first.get(person.parts[0], ()):
        leader, near = leaders.by_form[form], abs(len(form) - len(written)) <= 1
        if near and countries[leader.country] and _distance(form, written) == 1:
            return leader
    return None


def _post_fits(nouns: Iterable[str], leader: Leader) -> bool:
    """« le président Macron », « M. Macron », but not « le procureur Macron »."""
    posts = [noun for noun in nouns if not noun.startswith("#")]
    own = offices.families(posts)
    return not own or offices.is_generic(posts) or bool(own & offices.families(leader.office))


def _may_be(person: Person, leader: Leader) -> bool:
    """A surname alone with a post that fits, or a name with the leader's first name and surname."""
    if len(person.parts) == 1:
        return _post_fits(person.nouns, leader)
    known = name_parts(leader.name)
    if alike(person.parts[0], known[0]) or (
        len(person.parts[0]) == 1 and known[0].startswith(person.parts[0])
    ):
        return True
    return set(person.parts) <= set(known) and person.parts[0] != known[-1]
