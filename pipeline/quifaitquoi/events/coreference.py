"""Which mentions report one event."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

from quifaitquoi.events.agreement import Story, common
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
UNREAL: Final = frozenset({Factuality.POSSIBLE, Factuality.NEGATED})


def grouped(actions: Sequence[EventMention], published: str = "") -> list[Draft]:
    """Drafts with their groups.

    A noun without parties takes those of its group: of an earlier mention, or of a later one when
    it stands in a title; a generic one takes those of another act of its type, of which it is no
    mention. It is no event where there is none, unless weights have decided.
    """
    story = Story.of(actions, published)
    kept: list[EventMention] = []
    links: list[EventMention | None] = []
    for i, one in enumerate(actions):
        told = _taken_up(one, kept)
        action = one if told is None else replace(one, type=told.type)
        other = _antecedent(action, kept, story) or told
        if not keys(action):
            if other is None and action.heading and not action.anew:
                other = _announced(action, actions[i + 1 :], story)
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
    return _drafts(kept, links, story)


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


def _drafts(
    kept: Sequence[EventMention], links: Sequence[EventMention | None], story: Story
) -> list[Draft]:
    """Number the groups by their first member; all members of one agree."""
    place = {action.start: i for i, action in enumerate(kept)}
    group = list(range(len(kept)))
    members = [[i] for i in group]
    terms = [story.terms(action) for action in kept]
    for i, other in enumerate(links):
        if other is not None and other.start in place:
            first, second = sorted((group[i], group[place[other.start]]))
            both = common(terms[first], terms[second])
            if first != second and both is not None:
                terms[first] = both
                for member in members[second]:
                    group[member] = first
                members[first] += members[second]
    return [Draft(action, number) for action, number in zip(kept, group, strict=True)]


def _announced(
    action: EventMention, later: Sequence[EventMention], story: Story
) -> EventMention | None:
    """What a noun in a title announces: the next act of its word's family with parties.

    One that may be the same act comes before one that may only lend its parties.
    """
    told = [
        other
        for other in later
        if other.type == action.type
        and keys(other)
        and (action.type.has(Trait.GENERIC) or _related(other.lemma, action.lemma))
    ]
    return next((other for other in told if story.lend(action, other)), None)


def _antecedent(
    action: EventMention, earlier: Sequence[EventMention], story: Story
) -> EventMention | None:
    """The nearest earlier mention of the same event; of one word family before any of its type."""
    if action.type.has(Trait.STATES) and keys(action):
        return None
    title = _title(action, earlier, story)
    if title is not None:
        return title
    if not keys(action):
        return None if action.anew else _repeated(action, earlier, story)
    for other in _same_type(action, earlier):
        if not _related(other.lemma, action.lemma) or not story.agree(action, other):
            continue
        if _compatible(action, other):
            return other if other.factuality is action.factuality else None
        if role(action.sources) & role(other.sources):
            # The same one acted towards others: another event, and so is what came before it.
            return None
    retold = (o for o in _same_type(action, earlier) if _is_retold(action, o))
    return next((other for other in retold if story.agree(action, other)), None)


def _title(
    action: EventMention, earlier: Sequence[EventMention], story: Story
) -> EventMention | None:
    """The title that told in such words what the text below tells for the first time."""
    if action.heading or action.type.has(Trait.STATES):
        return None
    for other in _same_type(action, earlier):
        if action.sentence - other.sentence > LEAD:
            return None
        if _related(other.lemma, action.lemma) or _alike(other.lemma, action.lemma):
            same = other.heading and other.factuality is action.factuality
            return other if same and story.agree(action, other) else None
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
    )


def _same_type(action: EventMention, earlier: Sequence[EventMention]) -> Iterator[EventMention]:
    """Mentions of other sentences, the nearest first."""
    for other in reversed(earlier):
        if other.type == action.type and other.sentence != action.sentence:
            yield other


def _repeated(
    action: EventMention, earlier: Sequence[EventMention], story: Story
) -> EventMention | None:
    """The earlier mention that one without parties repeats, or whose parties it has."""
    same = [other for other in reversed(earlier) if other.type == action.type]
    meant = [other for other in same if _may_mean(action, other, story)]
    others = [other for other in same if other not in meant and story.lend(action, other)]
    return _chosen(action, meant) or _chosen(action, others)


def _may_mean(action: EventMention, other: EventMention, story: Story) -> bool:
    """Whether two acts agree; what says nothing of itself means none told aside, but right before.

    « l'attaque » is that of the article, and not the one of two years ago that it recalled.
    """
    silent = action.when is None and action.where is None and not action.within
    gone = action.sentence - other.sentence > 1
    return story.agree(action, other) and not (silent and gone and story.is_aside(other))


def _chosen(action: EventMention, same: Sequence[EventMention]) -> EventMention | None:
    """The mention of its type that a noun goes back to, the nearest being the first."""
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
