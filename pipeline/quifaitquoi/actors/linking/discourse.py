"""What has been mentioned so far, and which of it a pronoun or possessive takes up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.quotations import Quotations
from quifaitquoi.records.actors import ActorKind, MentionForm, MentionSort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# A pronoun looks back this many sentences.
REACH: Final = 3
UNITED_NATIONS: Final = "ONU"
# Preferences, in the units of one sentence's distance.
PER_SENTENCE: Final = 3.0
SUBJECT: Final = 1.0
MAIN: Final = 1.5
PERSON: Final = 1.0
PARALLEL: Final = 1.0
STATE: Final = -0.5
OBLIQUE_NAME: Final = -1.5
PAIR_OF_STATES: Final = -4.0
# Characters between the members of a list: « X, le Y et la Z ».
LIST_GAP: Final = 8
CLAUSE_SUBJECT: Final = 3.0
# A paragraph names its own people first.
OTHER_BLOCK: Final = 1.5
# Who is named in a quotation, for a pronoun outside it.
QUOTED: Final = 3.0
# And for one that says whose the quotation is, who hardly names himself: « X ment », dit-il.
QUOTED_BY: Final = 9.0
MAX_JOINT: Final = 6
# Persons of one sentence that nothing joins.
BESIDE: Final = -0.5
NAMED: Final = (MentionForm.NAME, MentionForm.DESCRIPTION)


@dataclass(frozen=True, slots=True)
class Referent:
    """One mention that has been resolved."""

    keys: tuple[str, ...]
    kind: ActorKind | None
    gender: str
    count: int
    sentence: int
    offset: int
    end: int
    phrase: int
    subject: bool
    main: bool
    nouns: tuple[str, ...]
    form: MentionForm
    site: bool = False


class Discourse:
    """Resolved mentions in order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.quotations = Quotations(sentences)
        self._blocks = [sentence.block for sentence in sentences]
        self._all: list[Referent] = []
        self._things: list[Referent] = []
        self._genders: dict[tuple[str, ...], str] = {}

    def add(
        self, mention: ActorMention, keys: tuple[str, ...], kind: ActorKind | None, gender: str
    ) -> None:
        """Note a resolved mention."""
        if gender:
            self._genders[keys] = gender
        traits = mention.traits
        count = len(keys) if len(keys) > 1 else traits.count
        self._all.append(
            Referent(
                keys, kind, gender, count, mention.sentence, mention.start, mention.end,
                traits.start if traits.start >= 0 else mention.start, traits.subject,
                traits.main, traits.noun, mention.form,
                mention.sort is MentionSort.SITE,
            )
        )  # fmt: skip

    def add_things(self, things: Iterable[Referent]) -> None:
        """Note nouns that are no actors: a pronoun that takes one up is nobody's."""
        self._things.extend(things)

    def gender(self, keys: tuple[str, ...]) -> str:
        """The gender in which these actors were named last, or empty."""
        return self._genders.get(keys, "")

    def back(self, mention: ActorMention, reach: int = REACH) -> Iterator[Referent]:
        """Referents before a mention, nearest first."""
        for referent in reversed(self._all):
            if mention.sentence - referent.sentence > reach:
                return
            if referent.offset < mention.start:
                yield referent

    def everything(self) -> Iterator[Referent]:
        """All referents, latest first."""
        return reversed(self._all)

    def host(self, offset: int) -> tuple[str, ...]:
        """The organisation named first before an offset, of whose summit an article tells.

        The United Nations have no summit of their own in the news.
        """
        for referent in self._all:
            if (
                referent.offset < offset
                and referent.kind is ActorKind.IGO
                and referent.form is MentionForm.NAME
                and UNITED_NATIONS not in referent.keys
            ):
                return referent.keys
        return ()

    def pick(
        self,
        mention: ActorMention,
        *,
        kinds: Collection[ActorKind] = (),
        exclude: Collection[str] = (),
        gender: str = "",
        things: bool = False,
    ) -> tuple[str, ...]:
        """Keys of the best referent that agrees with a mention in gender and number, or none.

        With `things`, none also where a noun that is no actor is better.
        """
        plural = mention.traits.count != 1
        best: tuple[float, tuple[str, ...]] = (float("-inf"), ())
        for rank, referent in enumerate(self._agreeing(mention, plural, gender)):
            if (kinds and referent.kind not in kinds) or set(exclude) & set(referent.keys):
                continue
            score = self._score(mention, referent) - 0.05 * rank
            if score > best[0]:
                best = (score, referent.keys)
        if plural:
            for score, keys in self._joint(mention, kinds, exclude, gender):
                if score > best[0]:
                    best = (score, keys)
        if things and self._is_thing(mention, plural, gender, best[0]):
            return ()
        return best[1]

    def _is_thing(self, mention: ActorMention, plural: bool, gender: str, least: float) -> bool:
        """Whether a noun that is no actor agrees better than `least`."""
        for thing in reversed(self._things):
            if mention.sentence - thing.sentence > REACH:
                return False
            agrees = (thing.count != 1) is plural and gender in ("", thing.gender)
            before = thing.offset < mention.start
            if agrees and before and self._score(mention, thing) > least:
                return True
        return False

    def _agreeing(self, mention: ActorMention, plural: bool, gender: str) -> Iterator[Referent]:
        for referent in self.back(mention):
            if not _is_party(referent) or (referent.count != 1) is not plural:
                continue
            if gender and referent.gender and gender != referent.gender:
                continue
            yield referent

    def _score(self, mention: ActorMention, referent: Referent) -> float:
        score = -PER_SENTENCE * (mention.sentence - referent.sentence)
        if self._blocks[mention.sentence] != self._blocks[referent.sentence]:
            score -= OTHER_BLOCK
        if referent.subject:
            score += SUBJECT + PARALLEL * mention.traits.subject + MAIN * referent.main
        if referent.kind is ActorKind.PERSON:
            score += PERSON
        elif referent.kind is ActorKind.STATE and referent.form is MentionForm.NAME:
            score += STATE + (0 if referent.subject else OBLIQUE_NAME)
        elif referent.kind is ActorKind.STATE and len(referent.keys) > 1:
            score += PAIR_OF_STATES
        quotation = self.quotations.at(referent.offset)
        if quotation is not None and quotation != self.quotations.at(mention.start):
            score -= QUOTED_BY if mention.text.startswith("-") else QUOTED
        if (
            mention.form is MentionForm.POSSESSIVE
            and referent.subject
            and (referent.sentence == mention.sentence)
        ):
            score += CLAUSE_SUBJECT
        if (
            mention.form is MentionForm.POSSESSIVE
            and mention.traits.main
            and referent.sentence == mention.sentence
            and not referent.subject
        ):
            score -= CLAUSE_SUBJECT
        return score

    def _joint(
        self,
        mention: ActorMention,
        kinds: Collection[ActorKind],
        exclude: Collection[str],
        gender: str,
    ) -> Iterator[tuple[float, tuple[str, ...]]]:
        """Several single actors of one sentence taken together: joint subjects, or the persons."""
        for distance in range(REACH):
            sentence = mention.sentence - distance
            here = [
                r
                for r in self.back(mention)
                if r.sentence == sentence
                and r.count == 1
                and _is_party(r)
                and not set(exclude) & set(r.keys)
                and (not kinds or r.kind in kinds)
                and not (gender == "f" and r.gender == "m")
            ]
            for bonus, chosen in (
                (SUBJECT + PARALLEL, [r for r in here if r.subject and r.form in NAMED]),
                (BESIDE, [r for r in here if r.kind is ActorKind.PERSON]),
                *((PARALLEL + chain[0].main, chain) for chain in _chains(here)),
            ):
                keys = unique(key for r in reversed(chosen) for key in r.keys)
                if 1 < len(keys) <= MAX_JOINT:
                    yield bonus - PER_SENTENCE * distance, keys


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


def unique(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys without repetition, in order."""
    return tuple(dict.fromkeys(keys))
