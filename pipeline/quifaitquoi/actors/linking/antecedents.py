"""Whom a pronoun or possessive may take up, with the evidence for and against each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.choice import Candidate
from quifaitquoi.actors.linking.discourse import REACH, unique
from quifaitquoi.actors.linking.evidence import Evidence
from quifaitquoi.records.actors import ActorKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quifaitquoi.actors.linking.choice import Pieces
    from quifaitquoi.actors.linking.discourse import Discourse, Referent
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# Characters between the members of a list: « X, le Y et la Z ».
LIST_GAP: Final = 8
MAX_JOINT: Final = 6
NAMED: Final = (MentionForm.NAME, MentionForm.DESCRIPTION)


class Antecedents:
    """Candidates from what has been mentioned, each with what its place and words tell."""

    def __init__(
        self, sentences: Sequence[Sentence], discourse: Discourse, topics: frozenset[str]
    ) -> None:
        self._discourse = discourse
        self._topics = topics
        self._blocks = [sentence.block for sentence in sentences]

    def candidates(
        self,
        mention: ActorMention,
        gender: str,
        *,
        kinds: Collection[ActorKind] = (),
        apart: Collection[str] = (),
        things: bool = False,
    ) -> Iterator[Candidate]:
        """Whom a mention in this gender and its number may mean, of these kinds (or any).

        `apart` are keys of whom it cannot mean, as of those who take part in the same act; with
        `things` also nouns that are no actors, which have no key.
        """
        plural = mention.traits.count != 1
        others = frozenset(apart)
        for rank, referent in enumerate(self._agreeing(mention, gender, plural=plural)):
            if (not kinds or referent.kind in kinds) and others.isdisjoint(referent.keys):
                pieces = ((Evidence.BETWEEN, rank), *self._pieces(mention, gender, referent))
                yield Candidate(referent.keys, pieces)
        if plural:
            yield from self._joint(mention, gender, kinds, apart)
        if things:
            for thing in self._discourse.things(mention):
                if (thing.count != 1) is plural and gender in ("", thing.gender):
                    yield Candidate((), self._pieces(mention, gender, thing))

    def named_last(self, mention: ActorMention, apart: Collection[str]) -> Iterator[Candidate]:
        """Whom « ce dernier » may mean: in the plural several, in the singular who acts."""
        plural, gender = mention.traits.count != 1, mention.traits.gender
        fitting = (
            referent
            for referent in self._discourse.back(mention)
            if (referent.count != 1) is plural
            and not set(apart) & set(referent.keys)
            and (not referent.gender or referent.gender == gender or (plural and gender != "f"))
            and (referent.form in NAMED if plural else _is_more_than_land(referent))
        )
        for rank, referent in enumerate(fitting):
            yield Candidate(referent.keys, ((Evidence.EARLIER, rank),))

    def _agreeing(self, mention: ActorMention, gender: str, *, plural: bool) -> Iterator[Referent]:
        for referent in self._discourse.back(mention):
            if not _is_party(referent) or (referent.count != 1) is not plural:
                continue
            if gender and referent.gender and gender != referent.gender:
                continue
            yield referent

    def _pieces(self, mention: ActorMention, gender: str, referent: Referent) -> Pieces:
        """What one referent's place, function, kind and quotation tell."""
        found = [(Evidence.SENTENCE, mention.sentence - referent.sentence)]
        if self._blocks[mention.sentence] != self._blocks[referent.sentence]:
            found.append((Evidence.PARAGRAPH, 1))
        if referent.subject:
            found += [
                (Evidence.SUBJECT, 1),
                (Evidence.PARALLEL, mention.traits.subject),
                (Evidence.MAIN, referent.main),
            ]
        if gender == referent.gender == "f":
            found.append((Evidence.FEMININE, 1))
        found += self._of_kind(referent)
        if not self._topics.isdisjoint(referent.keys):
            found.append((Evidence.TOPIC, 1))
        quotation = self._discourse.quotations.at(referent.offset)
        if quotation is not None and quotation != self._discourse.quotations.at(mention.start):
            speaks = mention.text.startswith("-")
            found.append((Evidence.SPOKEN_OF if speaks else Evidence.QUOTED, 1))
        if mention.form is MentionForm.POSSESSIVE and referent.sentence == mention.sentence:
            if referent.subject:
                found.append((Evidence.OWN, 1))
            elif mention.traits.main:
                found.append((Evidence.NOT_OWN, 1))
        return tuple((piece, times) for piece, times in found if times)

    def _of_kind(self, referent: Referent) -> Iterator[tuple[Evidence, int]]:
        if referent.kind is ActorKind.PERSON:
            yield Evidence.PERSON, 1
        elif referent.kind is ActorKind.STATE and referent.form is MentionForm.NAME:
            yield Evidence.STATE, 1
            if not referent.subject:
                yield Evidence.PLACED, 1
        elif referent.kind is ActorKind.STATE and len(referent.keys) > 1:
            yield Evidence.STATES, 1

    def _joint(
        self,
        mention: ActorMention,
        gender: str,
        kinds: Collection[ActorKind],
        apart: Collection[str],
    ) -> Iterator[Candidate]:
        """Several single actors of one sentence taken together: joint subjects, or the persons."""
        for distance in range(REACH):
            here = [
                referent
                for referent in self._discourse.back(mention)
                if referent.sentence == mention.sentence - distance
                and referent.count == 1
                and _is_party(referent)
                and not set(apart) & set(referent.keys)
                and (not kinds or referent.kind in kinds)
                and not (gender == "f" and referent.gender == "m")
            ]
            subjects = [r for r in here if r.subject and r.form in NAMED]
            people = [r for r in here if r.kind is ActorKind.PERSON]
            chains = [
                (((Evidence.LISTED, 1), (Evidence.MAIN, chain[0].main)), chain)
                for chain in _chains(here)
            ]
            for pieces, chosen in (
                (((Evidence.JOINT, 1),), subjects),
                (((Evidence.BESIDE, 1),), people),
                *chains,
            ):
                keys = unique(key for r in reversed(chosen) for key in r.keys)
                if 1 < len(keys) <= MAX_JOINT:
                    yield Candidate(keys, ((Evidence.SENTENCE, distance), *pieces))


def _is_more_than_land(referent: Referent) -> bool:
    """Whether it is more than the name of a state beside the others."""
    return referent.form is not MentionForm.DEMONYM and (
        referent.kind is not ActorKind.STATE
        or referent.subject
        or referent.form is MentionForm.DESCRIPTION
    )


def _is_party(referent: Referent) -> bool:
    """Whether a pronoun can take it up: no adjective, no place where something happens."""
    return referent.form is not MentionForm.DEMONYM and not referent.site


def _chains(latest_first: Sequence[Referent]) -> Iterator[list[Referent]]:
    """Lists of names that follow each other with no more than a comma or « et » between."""
    chain: list[Referent] = []
    for referent in latest_first:
        if chain and 0 <= chain[-1].phrase - referent.end <= LIST_GAP:
            chain.append(referent)
            continue
        if len(chain) > 1:
            yield chain
        chain = [referent] if referent.form is MentionForm.NAME else []
    if len(chain) > 1:
        yield chain
