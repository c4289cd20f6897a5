"""The candidates of a sentence: triggers by lemma, senses by conditions, arguments; weeded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions import recovery
from quifaitquoi.actions.candidate import Candidate, Lost, Reading
from quifaitquoi.actions.embedded import carries_on, is_content, only_introduces
from quifaitquoi.actions.gates import (
    is_frozen,
    is_no_act,
    is_opinion,
    is_specifying,
    is_topical,
    is_trend,
)
from quifaitquoi.actions.generic import is_no_news
from quifaitquoi.actions.noun_parties import add_parties, is_undergone
from quifaitquoi.actions.nouns import heads_title, is_part, is_time, is_valued, lives
from quifaitquoi.actions.speech import goes_on, has_pronoun
from quifaitquoi.actions.statements import read_content
from quifaitquoi.records.actions import Basis, Step, Trait
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.frames import (
    CHAINS,
    DATIVES,
    STRIKING,
    Carriers,
    Filler,
    Frame,
    is_verb,
    lemma_of,
    noun_frame,
    preposition,
    verb_frame,
)
from quifaitquoi.syntax.verb_groups import is_gerund, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.generic import Nobody
    from quifaitquoi.lexicon.actions import ActionLexicon, Sense
    from quifaitquoi.records.actions import Argument, EventType
    from quifaitquoi.syntax.tokens import Token

# Verbs of those who died, and functions of the blow in which they did.
DYING: Final = frozenset("mourir périr décéder succomber perdre trouver laisser".split())
IN_WHICH: Final = ("dans", "lors")
# Verbs that put an end to what their object names: one event, theirs.
ENDING: Final = frozenset(
    "lever suspendre annuler interrompre cesser arrêter abroger geler reporter ajourner".split()
)
# « lors d'un entretien avec X, Y a ...»: a meeting's second party is the subject of the clause.
CIRCUMSTANCES: Final = frozenset("lors après à avant au durant pendant suite dans en par".split())
NOUNS: Final = frozenset({"NOUN", "PROPN"})
TRIGGERS: Final = NOUNS | {"VERB", "AUX"}
UNKNOWN: Final = Lost(Step.WORD)


class Candidates:
    """The candidates of one sentence, by token index."""

    def __init__(
        self, resolver: ArgumentResolver, lexicon: ActionLexicon, unreal: Nobody, *, weighed: bool
    ) -> None:
        self.resolver = resolver
        self.lexicon = lexicon
        self.unreal = unreal
        self.weighed = weighed
        self.titled = resolver.sentence.kind is not BlockKind.PARAGRAPH
        self.carriers = Carriers(
            lexicon.words("support"), lexicon.words("occurring"), lexicon.words("announcing")
        )
        self.consumed: dict[int, Candidate] = {}
        self.kept: dict[int, Candidate] = {}
        self.lost: dict[int, Lost] = {}
        # All of a word's candidates, those that the rules give up included.
        self.offered: dict[int, list[Candidate]] = {}
        self.verbs: dict[int, Frame] = {}
        # Without an actor beside it a verb is no event: its frame need not be read.
        self.named = any(m.keys for m in resolver.mentions.of(resolver.sentence.index))

    def find(self) -> Reading:
        """The candidates of the sentence: read, then weeded."""
        for token in self.resolver.sentence.tokens:
            found = self._read(token) if token.pos_ in TRIGGERS else UNKNOWN
            if isinstance(found, Candidate):
                self.kept[token.i] = found
            else:
                self.lost[token.i] = found
        self._hand_down()
        for position, reason in list(self._superfluous()):
            candidate = self.kept.pop(position, None)
            if candidate is not None:
                candidate.lost = reason
                self.lost[position] = Lost(Step.WEEDED, reason)
        for candidate in self.kept.values():
            read_content(candidate, self.kept, self.resolver, self.lexicon.acts)
        return Reading(self.resolver, self.kept, self.offered, self.lost)

    def _hand_down(self) -> None:
        """« dix soldats tués dans un raid »: a blow without parties has those of its clause."""
        for candidate in self.kept.values():
            if candidate.keys or not candidate.type.has(Trait.VIOLENT):
                continue
            governor = self._governor(candidate.trigger)
            if governor is not None and governor.type.has(Trait.VIOLENT):
                candidate.sources = _handed(governor.sources)
                candidate.targets = _handed(governor.targets)

    def _read(self, token: Token) -> Candidate | Lost:
        verb = is_verb(token)
        senses = senses_of(token, self.lexicon)
        if not senses:
            return UNKNOWN
        if verb and not self.named and not (has_pronoun(token) or goes_on(token, self.resolver)):
            return Lost(Step.PARTY, "no actor in the sentence")
        if self._reports_nothing(token, senses):
            return Lost(Step.GATE, "where it stands")
        if verb:
            frame = self._verb(token)
        else:
            frame = noun_frame(token, self.carriers, self._verb)
            frame.definite = frame.definite or (self.titled and heads_title(token))
            recovery.complete_noun(frame, self.resolver)
            add_parties(frame, self.resolver)
        sense = self.resolver.choose(frame, senses)
        if sense is None:
            self._offer(frame, senses)
            return Lost(Step.SENSE, frame=frame)
        if sense.type is None or (
            sense.has(Trait.STATES) and verb_group(token).is_infinitive and is_opinion(token)
        ):
            return Lost(Step.GATE, "in this sense")
        candidate = Candidate(frame, sense, sense.type)
        self._resolve_arguments(candidate)
        self.offered[token.i] = [candidate]
        if candidate.type.has(Trait.MEETING) and is_part(token, self.lexicon):
            candidate.lost = "party"
            return Lost(Step.PARTY, "only part of a meeting")
        if not candidate.keys and not lives(
            candidate, self.lexicon, self.resolver, titled=self.titled
        ):
            candidate.lost = "party"
            return Lost(Step.PARTY, "no actor in its roles")
        if is_no_news(candidate, self.unreal, self.resolver):
            candidate.lost = "party"
            return Lost(Step.PARTY, "nobody of the news in its roles")
        self._consume(candidate)
        return candidate

    def _reports_nothing(self, token: Token, senses: Iterable[Sense]) -> bool:
        """Whether a word of the lexicon reports no act where it stands."""
        if is_verb(token):
            stating = all(sense.has(Trait.STATES) for sense in senses)
            return is_no_act(token, self.resolver) or (stating and is_opinion(token))
        return (
            is_frozen(token)
            or is_trend(token, self.lexicon)
            or is_specifying(token)
            or is_topical(token, self.lexicon)
            or is_valued(token, self.lexicon)
            or self.resolver.mention(token) is not None
        )

    def _offer(self, frame: Frame, senses: Iterable[Sense]) -> None:
        """Where no sense fits, weights may take the one of each type that lacks least."""
        best: dict[EventType, Candidate] = {}
        for sense in senses if self.weighed else ():
            if sense.type is not None:
                failed = tuple(c for c in sense.when if not self.resolver.holds(frame, c))
                other = best.get(sense.type)
                if other is None or len(failed) < len(other.failed):
                    best[sense.type] = Candidate(
                        frame, sense, sense.type, lost="sense", failed=failed
                    )
        for candidate in best.values():
            candidate.types = len(best)
            self._resolve_arguments(candidate)
        self.offered[frame.trigger.i] = [*best.values()]

    def _verb(self, token: Token) -> Frame:
        frame = self.verbs.get(token.i)
        if frame is None:
            frame = self.verbs[token.i] = verb_frame(token)
            senses = self.lexicon.senses.get((lemma_of(token), "v"), ())
            speech = any(sense.reports for sense in senses)
            recovery.complete_verb(frame, self.resolver, speech=speech)
        return frame

    def _resolve_arguments(self, candidate: Candidate) -> None:
        """Sources and targets; who is both is only a source."""
        frame, sense = candidate.frame, candidate.sense
        undergone = is_undergone(candidate, self.lexicon)
        candidate.sources = self.resolver.arguments(
            frame, [path for path in sense.source if not undergone or path[0] != "subj"]
        )
        held = {key for argument in candidate.sources for key in argument.keys}
        if candidate.type.has(Trait.SHARED) and not held and _is_circumstance(frame.trigger):
            candidate.sources = recovery.clause_subject(frame, self.resolver)
            held = {key for argument in candidate.sources for key in argument.keys}
        if candidate.type.has(Trait.ASKS) and preposition(frame.trigger) == "à":
            # « à la demande de X, Y a ...»: Y is who was asked.
            candidate.targets = recovery.clause_subject(frame, self.resolver)
        if not held and frame.announcers and not self._is_reported(candidate):
            candidate.sources = self.resolver.stand_for(frame.announcers, "announcer")
            held = {key for argument in candidate.sources for key in argument.keys}
        found = self.resolver.arguments(frame, sense.target) or candidate.targets
        if undergone:
            found = self.resolver.stand_for(frame.fillers("subj"), "subj")
        if candidate.type.has(Trait.ADDRESSED):
            found = tuple(a for a in found if not self.resolver.is_setting(a.mention, a.function))
        if candidate.type.has(Trait.PROMISES) and not found:
            found = self._beneficiaries(frame)
        targets = []
        for argument in found:
            keys = tuple(key for key in argument.keys if key not in held)
            if keys:
                targets.append(replace(argument, keys=keys))
        candidate.targets = tuple(targets)
        candidate.keys = frozenset(held).union(*(argument.keys for argument in targets))

    def _is_reported(self, candidate: Candidate) -> bool:
        """Whether who announces an act only reports it: « annonce l'arrestation de X »."""
        frame = candidate.frame
        announcing = lemma_of(frame.trigger.head) == "annoncer"
        undergone = any(True for _ in self.resolver.fillers(frame, "de"))
        return candidate.type.has(Trait.SUFFERED) or (
            candidate.type.has(Trait.SEIZES) and announcing and undergone
        )

    def _beneficiaries(self, frame: Frame) -> tuple[Argument, ...]:
        """« s'engage à leur verser une aide »: to whom the promise is made."""
        clitics = [
            Filler(token)
            for function in ("à+inf", "de+inf", "inf")
            for verb in frame.get(function)
            for token in verb.children
            if token.lower_ in DATIVES and token.i < verb.i
        ]
        return self.resolver.stand_for(clitics, "à")

    def _consume(self, candidate: Candidate) -> None:
        """Words that decided the sense are part of this event: `imposer des sanctions`."""
        for condition in candidate.sense.when:
            if condition.lemmas and not condition.negated and condition.function != "subj":
                for token in candidate.frame.get(condition.function):
                    if lemma_of(token) in condition.lemmas or token.lower_ in condition.lemmas:
                        self.consumed[token.i] = candidate

    def _is_consumed(self, position: int, candidate: Candidate) -> bool:
        """Not an act of somebody else: in `rejeter l'offre de X` there are two."""
        if candidate.trigger.i in self._carried():
            return False
        consumer = self.consumed.get(position)
        if consumer is None or consumer.trigger.i not in self.kept or self._is_toll(consumer):
            return self._is_ended(candidate)
        return consumer.type == candidate.type or not (
            any(True for _ in self.resolver.fillers(candidate.frame, "owner"))
        )

    def _is_toll(self, candidate: Candidate) -> bool:
        """« un attentat a tué dix soldats », « ont péri dans un attentat »: one event, the noun."""
        frame = candidate.frame
        if lemma_of(frame.trigger) in DYING and any(
            self.consumed.get(token.i) is candidate and self._is_blow(token)
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

    def _is_shell(self, candidate: Candidate) -> bool:
        """« la cérémonie de signature », « un séminaire de formation »: the second is the event."""
        return lemma_of(candidate.trigger) in CHAINS and any(
            child.i in self.kept
            and preposition(child) == "de"
            and self.consumed.get(child.i) is not candidate
            for child in candidate.trigger.children
        )

    def _is_ended(self, candidate: Candidate) -> bool:
        """`lever les sanctions de X`, `suspendre l'envoi`: the verb alone is the event."""
        trigger = candidate.trigger
        return (
            candidate.frame.pos == "n"
            and trigger.dep_ in ("obj", "nsubj:pass")
            and trigger.head.i in self.kept
            and lemma_of(trigger.head) in ENDING
        )

    def _carried(self) -> set[int]:
        """Nouns whose own sense asks for the verb that carries them: they are the event, not it."""
        return {
            position
            for position, candidate in self.kept.items()
            if candidate.frame.get("support")
            and any(condition.function == "support" for condition in candidate.sense.when)
        }

    def _is_carried(self, candidate: Candidate) -> bool:
        """Whether a noun takes the place of the support verb that is a candidate too."""
        carrier = candidate.frame.carrier
        if carrier is None or carrier.i not in self.kept or not candidate.keys:
            return False
        if not candidate.frame.get("support"):
            return False
        if lemma_of(carrier) not in self.carriers.support:
            return False
        consumer = self.consumed.get(candidate.trigger.i)
        consumed = consumer is not None and consumer.trigger.i == carrier.i
        return not consumed or candidate.trigger.i in self._carried()

    def _superfluous(self) -> Iterator[tuple[int, str]]:
        """Places of candidates that are part of another event, and in which way they are."""
        for position, candidate in self.kept.items():
            trigger = candidate.trigger
            if self._is_consumed(position, candidate):
                yield position, "consumed"
                continue
            if self._is_toll(candidate) or self._is_shell(candidate):
                yield position, "told"
                continue
            if candidate.frame.pos == "n" and self._is_carried(candidate):
                carrier = candidate.frame.carrier
                if carrier is not None:
                    yield carrier.i, "carried"
            governor = self._governor(trigger)
            content = (
                governor
                and is_content(candidate, governor)
                and not (candidate.frame.pos == "n" and is_time(trigger))
            )
            if carries_on(candidate, self.kept) or content:
                yield position, "governed"
            elif governor and only_introduces(governor, candidate):
                yield governor.trigger.i, "introduces"

    def _governor(self, token: Token) -> Candidate | None:
        """The nearest event above a trigger, without a finite clause between."""
        current = token
        for _ in range(4):
            if current.head == current or current.dep_ in (
                "acl:relcl",
                "ROOT",
                "parataxis",
                "conj",
            ):
                return None
            if (
                current.dep_ == "advcl"
                and not is_gerund(current)
                and not verb_group(current).is_infinitive
            ):
                return None
            if current.dep_ == "ccomp" and current != token:
                return None
            current = current.head
            if current.i in self.kept:
                return self.kept[current.i]
        return None


def _handed(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(replace(argument, basis=Basis.ABOVE) for argument in arguments)


def _is_circumstance(noun: Token) -> bool:
    return preposition(noun) in CIRCUMSTANCES or is_time(noun)


def senses_of(token: Token, lexicon: ActionLexicon) -> tuple[Sense, ...]:
    """What the lexicon knows of a word; nothing for one that is neither verb nor noun."""
    known = lexicon.senses
    if is_verb(token):
        return known.get((lemma_of(token), "v"), ())
    if token.pos_ not in NOUNS:
        return ()
    return known.get((lemma_of(token), "n")) or known.get((token.lower_, "n"), ())
