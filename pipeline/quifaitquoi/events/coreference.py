"""Which mentions report one event."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

from quifaitquoi.events.draft import Draft, keys, role
from quifaitquoi.records.actions import Factuality, Trait

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.actions import EventMention

# Letters that the words of one family share (arrêter, arrestation; rencontrer, rencontre).
FAMILY_PREFIX: Final = 4
# Words of one kind of act: talks, blows, battles.
KINDS: Final = tuple(
    frozenset(words.split())
    for words in (
        """audience concertation concerter consultation consulter conversation converser dialogue
        dialoguer discussion discuter entrevue entretenir entretien négociation négocier pourparlers
        rencontre rencontrer réunion réunir tête-à-tête échange échanger voir""",
        """agression agresser assassinat assassiner assaut attaque attaquer attentat
        attentat-suicide bombardement bombarder cibler embuscade explosion frappe frapper fusillade
        pilonnage pilonner raid tir tirer tuerie viser""",
        """accrochage affrontement affronter bataille combat combattre heurt offensive opposer""",
    )
)
# Nouns of blows that may be of several types, and words of one type that they may take up:
# « l'attaque » is a bombardment or a cyberattack.
VAGUE: Final = frozenset("attaque massacre tuerie carnage".split())
TAKEN_UP: Final = frozenset(
    "frappe bombardement bombarder attentat explosion fusillade cyberattaque".split()
)
# Sentences behind a title that tell what it has told.
LEAD: Final = 3
# Verbs of those whom a blow struck: acts besides it.
TOLL: Final = frozenset("abattre blesser décéder mourir ôter périr succomber tuer".split())
# Bounds of what has no day.
ALWAYS: Final = ("", "9999")
UNREAL: Final = frozenset({Factuality.POSSIBLE, Factuality.NEGATED})


def grouped(actions: Sequence[EventMention]) -> list[Draft]:
    """Drafts with their groups.

    A noun without parties takes those of its group: of an earlier mention, or of a later one when
    it stands in a title; a generic one takes those of another act of its type, of which it is no
    mention. It is no event where there is none, unless weights have decided.
    """
    kept: list[EventMention] = []
    links: list[EventMention | None] = []
    for i, one in enumerate(actions):
        told = _taken_up(one, kept)
        action = one if told is None else replace(one, type=told.type)
        other = _antecedent(action, kept) or told
        if not keys(action):
            if other is None and action.heading and not action.anew:
                other = _announced(action, actions[i + 1 :])
            if other is None and not action.weighed and not _stands(action, actions):
                continue
            if other is not None:
                action = replace(
                    action,
                    sources=other.sources,
                    targets=other.targets,
                    factuality=_certainty(action, other),
                )
        kept.append(action)
        links.append(None if other is None or _is_toll(action, other) else other)
    return _drafts(kept, links)


def _taken_up(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The act of another type that a definite noun without parties stands for, if it does.

    That of its own word before one of a word alike.
    """
    if action.lemma not in VAGUE or keys(action) or action.anew or action.heading:
        return None
    told = [other for other in reversed(earlier) if other.lemma in TAKEN_UP | {action.lemma}]
    told.sort(key=lambda other: other.lemma != action.lemma)
    return told[0] if told and told[0].type != action.type else None


def _is_toll(action: EventMention, other: EventMention) -> bool:
    """« deux morts dans l'attentat », « ont été tués »: whom a blow killed tells of it apart."""
    return (action.lemma in TOLL) != (other.lemma in TOLL)


def _stands(action: EventMention, actions: Sequence[EventMention]) -> bool:
    """Whether a noun is an event without parties: a new or dated blow, or one of several told."""
    if not action.stands or action.factuality in UNREAL:
        return False
    if action.type.has(Trait.MEETING):
        return action.when is not None or not action.anew
    return (
        action.anew
        or not action.type.has(Trait.VIOLENT)
        or action.when is not None
        or any(
            other.type.has(Trait.VIOLENT)
            and other.start != action.start
            and (keys(other) or other.stands)
            for other in actions
        )
    )


def _certainty(action: EventMention, other: EventMention) -> Factuality:
    """A mention that says nothing itself is as certain as the one it repeats."""
    plain = action.factuality is Factuality.ASSERTED
    return other.factuality if plain else action.factuality


def _drafts(kept: Sequence[EventMention], links: Sequence[EventMention | None]) -> list[Draft]:
    """Number the groups by their first member; none has two days or two countries."""
    place = {action.start: i for i, action in enumerate(kept)}
    group = list(range(len(kept)))
    members = [[i] for i in group]
    bounds = [_bounds(action) for action in kept]
    for i, other in enumerate(links):
        if other is not None and other.start in place:
            first, second = sorted((group[i], group[place[other.start]]))
            common = _common(bounds[first], bounds[second])
            if first != second and common is not None:
                bounds[first] = common
                for member in members[second]:
                    group[member] = first
                members[first] += members[second]
    return [Draft(action, number) for action, number in zip(kept, group, strict=True)]


def _announced(action: EventMention, later: Sequence[EventMention]) -> EventMention | None:
    """What a noun in a title announces: the next act of its word's family with parties."""
    for other in later:
        family = action.type.has(Trait.GENERIC) or _related(other.lemma, action.lemma)
        if other.type == action.type and keys(other) and family:
            return other
    return None


def _antecedent(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The nearest earlier mention of the same event; of one word family before any of its type."""
    if action.type.has(Trait.STATES) and keys(action):
        return None
    title = _title(action, earlier)
    if title is not None:
        return title
    if not keys(action):
        return None if action.anew else _repeated(action, earlier)
    for other in _same_type(action, earlier):
        if not _related(other.lemma, action.lemma) or not _consistent(action, other):
            continue
        if _compatible(action, other):
            return other if other.factuality is action.factuality else None
        if role(action.sources) & role(other.sources):
            # The same one acted towards others: another event, and so is what came before it.
            return None
    return next((o for o in _same_type(action, earlier) if _is_retold(action, o)), None)


def _title(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The title that told in such words what the text below tells for the first time."""
    if action.heading or action.type.has(Trait.STATES):
        return None
    for other in _same_type(action, earlier):
        if action.sentence - other.sentence > LEAD:
            return None
        if _related(other.lemma, action.lemma) or _alike(other.lemma, action.lemma):
            same = other.heading and other.factuality is action.factuality
            return other if same and _consistent(action, other) else None
    return None


def _is_retold(action: EventMention, other: EventMention) -> bool:
    """« se sont entretenus », then « les échanges »: one talk of the same people."""
    first, second = keys(action), keys(other)
    return (
        _alike(action.lemma, other.lemma)
        and not action.anew
        and action.factuality is other.factuality
        and len(first & second) > 1
        and (first <= second or second <= first)
        and _consistent(action, other)
    )


def _consistent(action: EventMention, other: EventMention) -> bool:
    """Whether two acts may have one day and one country, as far as their clauses say."""
    return _common(_bounds(action), _bounds(other)) is not None


def _bounds(action: EventMention) -> tuple[str, str, str]:
    """The first and last day that an act may have, and its country."""
    when, where = action.when, action.where
    days = (when.date_start, when.date_end) if when is not None and when.date_start else ALWAYS
    return (*days, where.country if where is not None else "")


def _common(
    first: tuple[str, str, str], second: tuple[str, str, str]
) -> tuple[str, str, str] | None:
    """What the bounds of two acts have in common; None where they have nothing."""
    start, end = max(first[0], second[0]), min(first[1], second[1])
    if start > end or (first[2] and second[2] and first[2] != second[2]):
        return None
    return start, end, first[2] or second[2]


def _same_type(action: EventMention, earlier: Sequence[EventMention]) -> Iterator[EventMention]:
    """Mentions of other sentences, the nearest first."""
    for other in reversed(earlier):
        if other.type == action.type and other.sentence != action.sentence:
            yield other


def _repeated(action: EventMention, earlier: Sequence[EventMention]) -> EventMention | None:
    """The earlier mention that one without parties repeats."""
    same = [other for other in reversed(earlier) if other.type == action.type]
    # What happened elsewhere or on another day may only lend its parties.
    same.sort(key=lambda other: not _consistent(action, other))
    for other in same:
        if _related(other.lemma, action.lemma):
            return other
    if action.type.has(Trait.MEETING):
        return next(filter(keys, same), same[0] if same and action.stands else None)
    # Not the talk told last, but the attack that the article began with.
    done = [other for other in same if other.factuality is Factuality.ASSERTED]
    alike = [other for other in done if _alike(other.lemma, action.lemma)]
    first = (alike or list(filter(keys, done)))[-1:]
    return first[0] if first and action.type.has(Trait.GENERIC) else None


def _compatible(action: EventMention, other: EventMention) -> bool:
    """Whether two acts share a party, and share one in each role that both fill."""
    return bool(keys(action) & keys(other)) and all(
        not first or not second or first & second
        for first, second in (
            (role(action.sources), role(other.sources)),
            (role(action.targets), role(other.targets)),
        )
    )


def _alike(first: str, second: str) -> bool:
    """Whether two words name acts of one kind."""
    return any(first in words and second in words for words in KINDS)


def _related(first: str, second: str) -> bool:
    return _family(first) == _family(second)


@lru_cache(maxsize=1_000)
def _family(lemma: str) -> str:
    """First letters without accents."""
    plain = normalize("NFD", lemma)
    return "".join(char for char in plain if not combining(char))[:FAMILY_PREFIX]
