"""Which country a bare « le gouvernement », « l'armée », « les deux pays » belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actors import ActorMention, MentionForm, MentionSort
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.record import record
from quifaitquoi.syntax.view import fold_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.records.actors import CountryClue
    from quifaitquoi.syntax.sentence import Sentence

# Names that stand where something is located: « à Niamey », « au Togo ».
LOCATED: Final = frozenset({MentionSort.SITE, MentionSort.LAND})
# Weights of a country's mention for a noun without country, by distance: in the same sentence
# before it, in the sentence before, in the same paragraph; and by where the article puts it first.
SAME_SENTENCE: Final = 3.0
SENTENCE_BEFORE: Final = 1.5
SAME_BLOCK: Final = 0.75
TITLE: Final = 3.0
LEAD: Final = 2.0
# Mentions that are weighed, the nearest ones: a paragraph has fewer.
WEIGHED: Final = 200
# Paragraphs that name those whom the title only describes.
LEAD_BLOCKS: Final = 3
# Characters within which a place opens its sentence: « À Nice, la municipalité ».
OPENING: Final = 30
# The country that the same noun had before.
SAME_NOUN: Final = 3.0
# The country of the outlet, next to one mention: a local paper need not say where it is.
HOME: Final = 2.0
# The whole article counts as much as this many mentions next to the noun.
ARTICLE: Final = 6.0
# Less than this is nothing, but for the rounding.
LEAST: Final = 1e-9
# So many different ones make a report of a competition.
SPORT_WORDS: Final = 3
# How much the country of a body tells of that at hand, next to a country's name.
BODY: Final = 0.25
# Sectors of bodies that are at work in any country.
FIRMS: Final = frozenset({"BUS", "MED"})


@record
class Sighting:
    """A mention of a country at a clean offset, its head at another; `opens`: « À Nice, »."""

    offset: int
    head: int
    sentence: int
    block: int
    country: str
    weight: float
    opens: bool = False


class CountrySalience:
    """Countries of an article by place and weight.

    `named` are those that not only a body tells, `titled` those that the title tells.
    `opposed` gives for the head of a mention those of states with or against whom it acts,
    `sport` are words of competitions.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        opposed: Mapping[int, Collection[int]],
        sport: frozenset[str],
        home: str = "",
    ) -> None:
        self._home = home
        self._opposed = opposed
        self._blocks = _blocks(sentences)
        self._starts = [sentence.offset + sentence.start_char for sentence in sentences]
        self._title = [sentence.kind is BlockKind.TITLE for sentence in sentences]
        self._lead = next((s.block for s in sentences if s.kind is BlockKind.PARAGRAPH), -1)
        words = {token.text for sentence in sentences for token in sentence.tokens}
        self._contest = len(sport.intersection(map(fold_word, words))) >= SPORT_WORDS
        self._sightings: list[Sighting] = []
        self.named: set[str] = set()
        self.titled: frozenset[str] = frozenset()
        self._shares: dict[str, float] = {}
        self._total = 0.0
        self._owned: list[tuple[str, str, int]] = []

    def add(
        self, mention: ActorMention | CountryClue, countries: Iterable[str], weight: float = 1.0
    ) -> None:
        """Note that a word names these countries, or tells of them."""
        block = self._blocks[mention.sentence]
        if isinstance(mention, ActorMention):
            head, placed = mention.head, mention.sort in LOCATED
        else:
            head, placed = mention.start, mention.located
        opens = placed and mention.start - self._starts[mention.sentence] < OPENING
        self._sightings += [
            Sighting(mention.start, head, mention.sentence, block, country, weight, opens)
            for country in countries
        ]

    def close(self) -> None:
        """Order the sightings and weigh the article."""
        self._sightings.sort(key=lambda sighting: sighting.offset)
        self.titled = frozenset(s.country for s in self._sightings if self._title[s.sentence])
        scores: defaultdict[str, float] = defaultdict(float)
        for seen in self._sightings:
            scores[seen.country] += self._weight(seen)
        if self._home:
            scores[self._home] += HOME
        self._total = sum(scores.values())
        self._shares = {country: score / self._total for country, score in scores.items()}

    def _weight(self, seen: Sighting) -> float:
        """What a mention tells of the whole article."""
        first = LEAD if seen.block == self._lead else 1.0
        return seen.weight * (TITLE if self._title[seen.sentence] else first)

    @property
    def main(self) -> str:
        """The country that the article names most and earliest, or empty."""
        return max(self._shares, key=lambda country: self._shares[country], default="")

    def note_country(self, noun: str, country: str, offset: int) -> None:
        """Note that the article has given a noun a country: « l'armée syrienne »."""
        self._owned.append((noun, country, offset))

    def at_hand(self, mention: ActorMention, *, alone: bool = False) -> str:
        """The country for a noun that names none, or empty; `alone`: if no other is as near.

        Whom it acts with or against tells nothing: « le ministre a traité le Mali de menteur ».
        """
        scores: defaultdict[str, float] = defaultdict(float)
        for country, share in self._shares.items():
            scores[country] = ARTICLE * share
        opposed = self._opposed.get(mention.head, ())
        for seen in self._sightings if opposed else ():
            if seen.head in opposed:
                scores[seen.country] -= ARTICLE * self._weight(seen) / self._total
        block = self._blocks[mention.sentence]
        if mention.traits.noun:
            for noun, country, offset in reversed(self._owned):
                if noun == mention.traits.noun[-1] and offset < mention.start:
                    scores[country] += SAME_NOUN
                    break
        for seen in islice(self._before(mention.start), WEIGHED):
            if seen.block != block:
                break
            if seen.head in opposed:
                continue
            distance = mention.sentence - seen.sentence
            near = (SAME_SENTENCE, SENTENCE_BEFORE)[distance] if distance < 2 else SAME_BLOCK
            scores[seen.country] += near * seen.weight
            if seen.opens and distance == 0 and "#office" not in mention.traits.noun:
                scores[seen.country] += ARTICLE
        told = {country: score for country, score in scores.items() if score > LEAST}
        best = sorted(told, key=lambda country: -told[country])[:2]
        tied = len(best) > 1 and told[best[0]] - told[best[1]] <= LEAST
        return "" if tied and alone else next(iter(best), "")

    def lent(self, mention: ActorMention, *, alone: bool = False) -> str:
        """The country at hand for people and bodies that no state need have; as `at_hand`.

        None after another's name in the sentence, nor in a competition, where who takes part or
        judges need not be of the one that is named most.
        """
        country = "" if self._contest else self.at_hand(mention, alone=alone)
        return country if self._here(mention) <= {country} else ""

    def _here(self, mention: ActorMention) -> set[str]:
        """Countries told before a mention in its sentence, not only by a body."""
        nearest = islice(self._before(mention.start), WEIGHED)
        here = takewhile(lambda seen: seen.sentence == mention.sentence, nearest)
        return {seen.country for seen in here if seen.weight > BODY}

    def in_title(self, mention: ActorMention) -> bool:
        """Whether a mention stands in the article's title."""
        return self._title[mention.sentence]

    def in_lead(self, mention: ActorMention) -> bool:
        """Whether a mention stands in the first paragraphs, which name those of the title."""
        return 0 <= self._blocks[mention.sentence] - self._lead < LEAD_BLOCKS

    def last(self, mention: ActorMention, count: int) -> tuple[str, ...]:
        """The `count` different countries named last before a mention, in order of the text.

        Filled up with the article's main ones.
        """
        found: list[str] = []
        if count == 2:
            before = takewhile(
                lambda seen: seen.sentence == mention.sentence, self._before(mention.start)
            )
            here = {seen.country for seen in before if seen.weight >= 1.0}
            if len(here) == 1 and self.main and self.main not in here:
                return (self.main, *here)
        for seen in self._before(mention.start):
            if seen.country not in found and seen.weight >= 1.0:
                found.append(seen.country)
            if len(found) == count:
                break
        for country in sorted(self._shares, key=lambda c: -self._shares[c]):
            if len(found) < count and country not in found:
                found.append(country)
        return tuple(reversed(found)) if len(found) == count else ()

    def located(self, mention: ActorMention, places: Iterable[ActorMention]) -> tuple[str, ...]:
        """Countries that open the sentence as its place (« À Niamey, les autorités »)."""
        found: dict[str, None] = {}
        for place in places:
            if (
                place.sentence == mention.sentence
                and place.start < mention.start
                and place.form is MentionForm.NAME
                and place.sort in LOCATED
            ):
                found.update(dict.fromkeys(place.keys))
        return tuple(found)

    def _before(self, offset: int) -> Iterator[Sighting]:
        """Sightings before an offset, nearest first."""
        at = bisect_left(self._sightings, offset, key=lambda sighting: sighting.offset)
        return (self._sightings[i] for i in range(at - 1, -1, -1))


def _blocks(sentences: Sequence[Sentence]) -> list[int]:
    """The block of each sentence, a heading's being the paragraph's below it."""
    blocks = [sentence.block for sentence in sentences]
    for i in range(len(sentences) - 2, -1, -1):
        if sentences[i].kind is BlockKind.HEADING:
            blocks[i] = blocks[i + 1]
    return blocks
