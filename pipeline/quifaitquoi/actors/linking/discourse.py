"""What has been mentioned so far: the actors, and the things that a pronoun may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.quotations import Quotations
from quifaitquoi.records.actors import ActorKind, MentionForm, MentionSort
from quifaitquoi.records.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# A pronoun looks back this many sentences.
REACH: Final = 3
UNITED_NATIONS: Final = "ONU"


@record
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
    speaks: bool = False


class Discourse:
    """Resolved mentions in order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.quotations = Quotations(sentences)
        self._all: list[Referent] = []
        self._things: list[Referent] = []
        self._genders: dict[tuple[str, ...], str] = {}

    def add(
        self,
        mention: ActorMention,
        keys: tuple[str, ...],
        kind: ActorKind,
        gender: str,
        *,
        speaks: bool,
    ) -> None:
        """Note a resolved mention; `speaks` where its sentence says that it says something."""
        if gender:
            self._genders[keys] = gender
        traits = mention.traits
        count = len(keys) if len(keys) > 1 else traits.count
        self._all.append(
            Referent(
                keys, kind, gender, count, mention.sentence, mention.start, mention.end,
                traits.start if traits.start >= 0 else mention.start, traits.subject,
                traits.main, traits.noun, mention.form,
                mention.sort is MentionSort.SITE, speaks,
            )
        )  # fmt: skip

    def add_things(self, things: Iterable[Referent]) -> None:
        """Note nouns that are no actors: a pronoun that takes one up is nobody's."""
        self._things.extend(things)

    def things(self, mention: ActorMention) -> Iterator[Referent]:
        """Things before a mention, nearest first."""
        for thing in reversed(self._things):
            if mention.sentence - thing.sentence > REACH:
                return
            if thing.offset < mention.start:
                yield thing

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


def unique(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys without repetition, in order."""
    return tuple(dict.fromkeys(keys))
