"""Which candidates of a sentence are part of another one's event, and in which way they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.actions.embedded import carries_on, governor, is_content, only_introduces
from quifaitquoi.actions.nouns import is_time
from quifaitquoi.records.actions import Trait
from quifaitquoi.syntax.frames import CHAINS, STRIKING, lemma_of, preposition

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.syntax.tokens import Token

# Functions of the blow in which somebody died.
IN_WHICH: Final = ("dans", "lors")


class Weeding:
    """The candidates of one sentence side by side, by token index.

    `support` are the verbs that a noun may carry instead of them.
    """

    def __init__(
        self,
        kept: Mapping[int, Candidate],
        resolver: ArgumentResolver,
        support: Collection[str],
    ) -> None:
        self.kept = kept
        self.resolver = resolver
        self.support = support
        #: Words that decided the sense of a candidate, and it: « imposer des sanctions ».
        self.consumers = {
            token.i: candidate for candidate in kept.values() for token in _deciding(candidate)
        }
        #: Nouns whose own sense asks for the verb that carries them: they are the event, not it.
        self.carried = frozenset(
            position
            for position, candidate in kept.items()
            if candidate.frame.get("support")
            and any(condition.function == "support" for condition in candidate.sense.when)
        )

    def superfluous(self) -> Iterator[tuple[Candidate, Way]]:
        """Candidates that are part of another event, each with the first way that says so."""
        for candidate in self.kept.values():
            for way in WAYS:
                part = way.part(self, candidate)
                if part is not None:
                    yield part, way
                if part is candidate:
                    break

    def consumed(self, candidate: Candidate) -> bool:
        """« imposer des sanctions »; an act of somebody else is none: « rejeter l'offre de X »."""
        consumer = self._consumer(candidate)
        return consumer is not None and (
            consumer.type == candidate.type
            or not any(True for _ in self.resolver.fillers(candidate.frame, "owner"))
        )

    def _consumer(self, candidate: Candidate) -> Candidate | None:
        """The candidate whose sense asks for this one's word, unless it only counts its toll."""
        position = candidate.trigger.i
        consumer = None if position in self.carried else self.consumers.get(position)
        return None if consumer is None or self.toll(consumer) else consumer

    def ended(self, candidate: Candidate) -> bool:
        """« lever les sanctions de X », « suspendre l'envoi »: the verb alone is the event."""
        trigger = candidate.trigger
        return (
            candidate.frame.pos == "n"
            and trigger.i not in self.carried
            and trigger.dep_ in ("obj", "nsubj:pass")
            and trigger.head.i in self.kept
            and lemma_of(trigger.head) in self.resolver.lexicon.words("ending")
            and self._consumer(candidate) is None
        )

    def toll(self, candidate: Candidate) -> bool:
        """« un attentat a tué dix soldats », « ont péri dans un attentat »: one event, the noun."""
        frame = candidate.frame
        if lemma_of(frame.trigger) in self.resolver.lexicon.words("dying") and any(
            self.consumers.get(token.i) is candidate and self._is_blow(token)
            for function in IN_WHICH
            for token in frame.get(function)
        ):
            return True
        return (
            candidate.type.has(Trait.VIOLENT)
            and lemma_of(frame.trigger) in STRIKING
            and not frame.passive
            and any(
                self._is_blow(subject) and self.kept[subject.i].type == candidate.type
                for subject in frame.get("subj")
            )
        )

    def _is_blow(self, token: Token) -> bool:
        return token.i in self.kept and self.kept[token.i].type.has(Trait.VIOLENT)

    def shell(self, candidate: Candidate) -> bool:
        """« la cérémonie de signature », « un séminaire de formation »: the second is the event."""
        return lemma_of(candidate.trigger) in CHAINS and any(
            child.i in self.kept
            and preposition(child) == "de"
            and self.consumers.get(child.i) is not candidate
            for child in candidate.trigger.children
        )

    def carrier(self, candidate: Candidate) -> Candidate | None:
        """« effectue une visite »: the support verb, in whose place its noun is the event."""
        frame, carrier = candidate.frame, candidate.frame.carrier
        if carrier is None or frame.pos != "n" or not candidate.keys or not frame.get("support"):
            return None
        verb = self.kept.get(carrier.i)
        if lemma_of(carrier) not in self.support:
            return None
        position = candidate.trigger.i
        consumed = verb is not None and self.consumers.get(position) is verb
        return None if consumed and position not in self.carried else verb

    def continuation(self, candidate: Candidate) -> bool:
        """« a accusé X, citant des preuves »: speech that another goes on."""
        return carries_on(candidate, self.kept)

    def content(self, candidate: Candidate) -> bool:
        """« invite X à participer », « dit assumer son bilan »; no noun that only says when."""
        above = governor(candidate.trigger, self.kept)
        return (
            above is not None
            and is_content(candidate, above)
            and not (candidate.frame.pos == "n" and is_time(candidate.trigger))
        )

    def introducer(self, candidate: Candidate) -> Candidate | None:
        """« a réagi en dénonçant »: the speech above a candidate that says what it says."""
        above = governor(candidate.trigger, self.kept)
        return above if above is not None and only_introduces(above, candidate) else None


class Way(NamedTuple):
    """A way to be part of another event.

    `name` is what the evidence calls it, `reason` says it to people, `part` gives which candidate
    is such a part by another one: that one itself, or one beside it.
    """

    name: str
    reason: str
    part: Callable[[Weeding, Candidate], Candidate | None]


def _itself(
    holds: Callable[[Weeding, Candidate], bool],
) -> Callable[[Weeding, Candidate], Candidate | None]:
    return lambda weeding, candidate: candidate if holds(weeding, candidate) else None


#: In the order in which they are asked; a candidate that is such a part itself is not asked on.
WAYS: Final = (
    Way("consumed", "word that another act's sense asks for", _itself(Weeding.consumed)),
    Way("consumed", "act that another puts an end to", _itself(Weeding.ended)),
    Way("told", "toll of a blow that is told itself", _itself(Weeding.toll)),
    Way("told", "frame of an act that is told itself", _itself(Weeding.shell)),
    Way("carried", "verb that carries a noun", Weeding.carrier),
    Way("governed", "speech that goes on with another", _itself(Weeding.continuation)),
    Way("governed", "content of another act", _itself(Weeding.content)),
    Way("introduces", "speech that introduces another", Weeding.introducer),
)


def _deciding(candidate: Candidate) -> Iterator[Token]:
    """The complements whose words decided the sense of a candidate."""
    for condition in candidate.sense.when:
        if condition.lemmas and not condition.negated and condition.function != "subj":
            for token in candidate.frame.get(condition.function):
                if lemma_of(token) in condition.lemmas or token.lower_ in condition.lemmas:
                    yield token
