"""The candidates of a sentence: triggers by lemma, senses by conditions, arguments; weeded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions import recovery
from quifaitquoi.actions.candidate import Candidate, Lost, Reading
from quifaitquoi.actions.embedded import governor
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
from quifaitquoi.actions.weeding import Weeding
from quifaitquoi.records.actions import Basis, Step, Trait
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.frames import (
    DATIVES,
    Carriers,
    Filler,
    Frame,
    is_verb,
    lemma_of,
    noun_frame,
    preposition,
    verb_frame,
)
from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.generic import Nobody
    from quifaitquoi.lexicon.actions import ActionLexicon, Sense
    from quifaitquoi.records.actions import Argument, EventType
    from quifaitquoi.syntax.tokens import Token

# « lors d'un entretien avec X, Y a ...»: a meeting's second party is the subject of the clause.
CIRCUMSTANCES: Final = frozenset("lors après à avant au durant pendant suite dans en par".split())
NOUNS: Final = frozenset({"NOUN", "PROPN"})
TRIGGERS: Final = NOUNS | {"VERB", "AUX"}
UNKNOWN: Final = Lost(Step.WORD)


class Candidates:
    """The candidates of one sentence, by token index."""

    def __init__(
        self, resolver: ArgumentResolver, carriers: Carriers, unreal: Nobody, *, weighed: bool
    ) -> None:
        self.resolver = resolver
        self.carriers = carriers
        self.lexicon = resolver.lexicon
        self.unreal = unreal
        self.weighed = weighed
        self.titled = resolver.sentence.kind is not BlockKind.PARAGRAPH
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
        weeding = Weeding(self.kept, self.resolver, self.carriers.support)
        for candidate, way in list(weeding.superfluous()):
            if not candidate.lost:
                del self.kept[candidate.trigger.i]
                candidate.lost = way.name
                self.lost[candidate.trigger.i] = Lost(Step.WEEDED, way.reason)
        for candidate in self.kept.values():
            read_content(candidate, self.kept, self.resolver, self.lexicon.acts)
        return Reading(self.resolver, self.kept, self.offered, self.lost)

    def _hand_down(self) -> None:
        """« dix soldats tués dans un raid »: a blow without parties has those of its clause."""
        for candidate in self.kept.values():
            if candidate.keys or not candidate.type.has(Trait.VIOLENT):
                continue
            above = governor(candidate.trigger, self.kept)
            if above is not None and above.type.has(Trait.VIOLENT):
                candidate.sources = _handed_down(above.sources)
                candidate.targets = _handed_down(above.targets)

    def _read(self, token: Token) -> Candidate | Lost:
        verb = is_verb(token)
        senses = senses_of(token, self.lexicon)
        if not senses:
            return UNKNOWN
        if verb and not self.named and not (has_pronoun(token) or goes_on(token, self.resolver)):
            return Lost(Step.PARTY, "no actor in the sentence")
        if not self.weighed and self._is_alone(senses[0]):
            return Lost(Step.SENSE, "none of the words that it asks for")
        if self._reports_nothing(token, senses):
            return Lost(Step.GATE, "where it stands")
        if verb:
            frame = self._frame_of_verb(token)
        else:
            frame = noun_frame(token, self.carriers, self._frame_of_verb)
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
        return candidate

    def _is_alone(self, sense: Sense) -> bool:
        """Whether no word is near of those that every sense of a word asks for."""
        asked = self.lexicon.asked.get((sense.word, sense.pos))
        return asked is not None and asked.isdisjoint(self.resolver.sentence.doc.words)

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

    def _frame_of_verb(self, token: Token) -> Frame:
        frame = self.verbs.get(token.i)
        if frame is None:
            frame = self.verbs[token.i] = verb_frame(token)
            speech = lemma_of(token) in self.lexicon.reporting
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


def _handed_down(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
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
