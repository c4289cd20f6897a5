"""Whether two acts may be one, and whether an act may be where another was.

What an act says of its day, its country, how many it tells of and how many it struck must agree; it
never conflicts where one of the two says nothing. What a title reports is not long past.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from quifaitquoi.records.actions import Factuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.records.actions import EventMention

# The last day of what has none.
NEVER: Final = "9999"
# Days before publication after which an act is no news.
NEWS: Final = 120
# Nouns of talks, fire, fights and marches, of which several are one as well.
SERIES: Final = frozenset(
    """accrochage affrontement bombardement combat concertation conférence consultation conversation
    débat discussion échange enquête entretien frappe grève heurt manifestation mobilisation
    négociation pilonnage pourparlers raid rassemblement tir travail""".split()
)
# How many times as many one toll may count of the same people as another: tolls rise.
TOLLS: Final = 1.5


class Terms(NamedTuple):
    """What is known of an act, and of all that is one with it.

    Its first and last possible day; the countries in which it may be, empty for any; 1 for one act
    and 2 for several, how many it struck, both 0 where that is not said.
    """

    start: str
    end: str
    countries: frozenset[str]
    number: int
    struck: int


@dataclass(frozen=True, slots=True)
class Story:
    """What an article reports: the countries of its title's blow, nothing before a day."""

    since: str = ""
    countries: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actions: Sequence[EventMention], published: str) -> Self:
        """The story of an article with these acts, published on a day or on none."""
        told = (_countries(action) for action in actions if action.heading)
        return cls(_since(published), next(filter(None, told), frozenset()))

    def terms(self, action: EventMention) -> Terms:
        """What an act says of itself."""
        when = action.when
        start, end = "", NEVER
        if when is not None and when.date_start:
            start, end = when.date_start, when.date_end
        elif action.heading and action.factuality is Factuality.ASSERTED:
            start = self.since
        number = 0 if action.lemma in SERIES else action.number
        return Terms(start, end, _countries(action), number, _struck(action))

    def agree(self, first: EventMention, second: EventMention) -> bool:
        """Whether two acts may be one."""
        return common(self.terms(first), self.terms(second)) is not None

    def lend(self, first: EventMention, second: EventMention) -> bool:
        """Whether one act may have the parties of another that it is not.

        They may go on elsewhere in the country or on another day, but not in another country, and
        what is long past was done by others than what is new.
        """
        one, other = self.terms(first), self.terms(second)
        if one.countries and other.countries and not one.countries & other.countries:
            return False
        return (one.end < self.since) == (other.end < self.since)

    def is_aside(self, action: EventMention) -> bool:
        """Whether an act is none that the article reports: long past, or in another country."""
        end, countries = self.terms(action)[1:3]
        elsewhere = countries and self.countries and not countries & self.countries
        return end < self.since or bool(elsewhere)


def common(first: Terms, second: Terms) -> Terms | None:
    """What the terms of two acts have in common; None where they conflict."""
    start, end = max(first.start, second.start), min(first.end, second.end)
    countries = first.countries & second.countries or first.countries ^ second.countries
    numbers, tolls = {first.number, second.number} - {0}, {first.struck, second.struck} - {0}
    if (
        start > end
        or (first.countries and second.countries and not first.countries & second.countries)
        or len(numbers) > 1
        or max(tolls, default=0) >= TOLLS * min(tolls, default=1)
    ):
        return None
    return Terms(start, end, countries, max(numbers, default=0), max(tolls, default=0))


def may_be_in(action: EventMention, country: str) -> bool:
    """Whether what an act says of its country leaves this one open."""
    countries = _countries(action)
    return not country or not countries or country in countries


def _countries(action: EventMention) -> frozenset[str]:
    if action.where is not None and action.where.country:
        return frozenset({action.where.country})
    return action.within


def _struck(action: EventMention) -> int:
    """How many people the one target of an act are, where the text counts them."""
    counts = [argument.mention.traits.count for argument in action.targets]
    return counts[0] if len(counts) == 1 and counts[0] > 1 else 0


def _since(published: str) -> str:
    try:
        day = datetime.date.fromisoformat(published) - datetime.timedelta(days=NEWS)
    except (ValueError, OverflowError):  # no day, or « 0001-01-01 », which some write for none
        return ""
    return day.isoformat()
