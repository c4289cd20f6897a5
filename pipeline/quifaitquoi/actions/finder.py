"""Triggers by lemma, senses by their conditions, arguments by function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from quifaitquoi.actions import recovery
from quifaitquoi.actions.arguments import Reader, clause_verb
from quifaitquoi.actions.candidate import Candidate, Lost, Reading
from quifaitquoi.actions.content import read_content
from quifaitquoi.actions.decision import decide, told
from quifaitquoi.actions.factuality import factuality
from quifaitquoi.actions.gates import is_contest, is_frozen, is_no_act, is_trend
from quifaitquoi.actions.modifiers import attach, carrier
from quifaitquoi.actions.noun_parties import add_parties
from quifaitquoi.actions.nouns import is_general, is_part, stands
from quifaitquoi.actions.tense import tense
from quifaitquoi.lexicon.weights import UNWEIGHED, Weights
from quifaitquoi.records.actions import (
    Argument,
    EventMention,
    Factuality,
    Offer,
    Step,
    Tense,
    Trait,
)
from quifaitquoi.records.actors import Actor, ActorMention, PlaceMention
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.dates import DateMention
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.clauses import is_gerund
from quifaitquoi.syntax.frames import (
    CHAINS,
    DATIVES,
    STRIKING,
    Carriers,
    Frame,
    is_infinitive,
    is_participle,
    is_verb,
    lemma_of,
    noun_frame,
    preposition,
    verb_frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.lexicon.actions import ActionLexicon, Sense
    from quifaitquoi.records.actions import EventType
    from quifaitquoi.syntax.clauses import Clause
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

# What a verb of speech or refusal is about.
CONTENT: Final = ("obj", "que", "de+inf", "inf", "à", "de")
# Verbs of those who died, and functions of the blow in which they did.
DYING: Final = frozenset("mourir périr décéder succomber perdre trouver laisser".split())
IN_WHICH: Final = ("dans", "lors")
LOCATIVE: Final = frozenset({"à", "en", "dans"})
# Verbs that put an end to what their object names: one event, theirs.
ENDING: Final = frozenset(
    "lever suspendre annuler interrompre cesser arrêter abroger geler reporter ajourner".split()
)
# « lors d'un entretien avec X, Y a ...»: a meeting's second party is the subject of the clause.
CIRCUMSTANCES: Final = frozenset("lors après à avant au durant pendant suite dans en par".split())

Placed = TypeVar("Placed", DateMention, PlaceMention)
NOUNS: Final = frozenset({"NOUN", "PROPN"})
TRIGGERS: Final = NOUNS | {"VERB", "AUX"}
UNKNOWN: Final = Lost(Step.WORD)


def find(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    weights: Weights = UNWEIGHED,
) -> tuple[EventMention, ...]:
    """Action mentions of an article in order of the text, with clean offsets.

    `mentions` are resolved (actors/linking); `dates` and `places` carry their sentence's index.
    `weights` say how sure each is and may decide; without a threshold the rules do.
    """
    index = MentionIndex(mentions)
    dates_of, places_of = by_sentence(dates), by_sentence(places)
    readings = readings_of(
        sentences, index, actors, dates_of, places, lexicon, weighed=weights.decide
    )
    found: list[EventMention] = []
    contest = is_contest(sentences, lexicon.words("contest_word"))
    for reading, chosen in zip(readings, decide(readings, weights), strict=True):
        sentence, candidates = reading.reader.sentence, chosen
        if contest:
            candidates = {i: one for i, one in chosen.items() if one.type.has(Trait.STATES)}
        own_places = [
            place
            for place in places_of.get(sentence.index, [])
            if not index.holds(sentence.index, place.start, place.end)
        ]
        own_dates = dates_of.get(sentence.index, [])
        found.extend(_mentions(reading.reader, candidates, lexicon, own_dates, own_places))
    return tuple(found)


def offers(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    actors: Mapping[str, Actor],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
) -> tuple[Offer, ...]:
    """All candidates of an article with their evidence, whoever decides; arguments as in `find`."""
    index = MentionIndex(mentions)
    readings = readings_of(
        sentences, index, actors, by_sentence(dates), places, lexicon, weighed=True
    )
    return tuple(told(readings))


def readings_of(
    sentences: Sequence[Sentence],
    index: MentionIndex,
    actors: Mapping[str, Actor],
    dates: Mapping[int, Sequence[DateMention]],
    places: Sequence[PlaceMention],
    lexicon: ActionLexicon,
    *,
    weighed: bool,
) -> list[Reading]:
    """Each sentence as the rules read it."""
    starts = frozenset(place.start for place in places)
    readings = []
    for sentence in sentences:
        spans = tuple((date.start, date.end) for date in dates.get(sentence.index, ()))
        reader = Reader(sentence, index, actors, starts, spans)
        readings.append(_Candidates(reader, lexicon, weighed=weighed).find())
    return readings


def _mentions(
    reader: Reader,
    candidates: Mapping[int, Candidate],
    lexicon: ActionLexicon,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
) -> Iterator[EventMention]:
    """The events of a sentence with what their triggers govern."""
    frames = {position: candidate.frame for position, candidate in candidates.items()}
    # Speech takes a place only from its own clause.
    placed = {i for i, candidate in candidates.items() if not candidate.type.has(Trait.SPEECH)}
    telling = {i for i, candidate in candidates.items() if _is_words_alone(candidate.type)}
    clauses = reader.clauses if frames else {}
    days = [date for date in dates if not reader.sentence.is_dateline(date.start, date.end)]
    when = attach(reader.sentence, clauses, frames, days, frames)
    where = attach(reader.sentence, clauses, frames, places, placed, telling)
    for position, candidate in candidates.items():
        yield replace(
            _mention(reader, candidate, candidates),
            object_act=_object_act(reader, candidate, candidates),
            goes_back=_goes_back(candidate, lexicon.words("anaphoric")),
            tense=_tense(candidate.frame, clauses),
            when=when.get(position),
            where=where.get(position),
        )


def _is_words_alone(kind: EventType) -> bool:
    """Whether an act is nothing but words, unlike one that two share (« accueillir »)."""
    return kind.has(Trait.SPEECH) and not kind.has(Trait.SHARED)


def senses_of(token: Token, lexicon: ActionLexicon) -> tuple[Sense, ...]:
    """What the lexicon knows of a word; nothing for one that is neither verb nor noun."""
    known = lexicon.senses
    if is_verb(token):
        return known.get((lemma_of(token), "v"), ())
    if token.pos_ not in NOUNS:
        return ()
    return known.get((lemma_of(token), "n")) or known.get((token.lower_, "n"), ())


def by_sentence(mentions: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Mentions by the index of their sentence."""
    found: dict[int, list[Placed]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


class _Candidates:
    """The candidates of one sentence, by token index."""

    def __init__(self, reader: Reader, lexicon: ActionLexicon, *, weighed: bool) -> None:
        self.reader = reader
        self.lexicon = lexicon
        self.weighed = weighed
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
        self.named = any(m.keys for m in reader.mentions.of(reader.sentence.index))

    def find(self) -> Reading:
        """The candidates of the sentence: read, then weeded."""
        for token in self.reader.sentence.tokens:
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
            read_content(candidate, self.kept, self.reader, self.lexicon.acts)
        return Reading(self.reader, self.kept, self.offered, self.lost)

    def _hand_down(self) -> None:
        """« dix soldats tués dans un raid »: a blow without parties has those of its clause."""
        for candidate in self.kept.values():
            if candidate.keys or not candidate.type.has(Trait.VIOLENT):
                continue
            governor = self._governor(candidate.trigger)
            if governor is not None and governor.type.has(Trait.VIOLENT):
                candidate.sources, candidate.targets = governor.sources, governor.targets

    def _read(self, token: Token) -> Candidate | Lost:
        verb = is_verb(token)
        senses = senses_of(token, self.lexicon)
        if not senses:
            return UNKNOWN
        if verb and not self.named:
            return Lost(Step.PARTY, "no actor in the sentence")
        if self._reports_nothing(token):
            return Lost(Step.GATE, "where it stands")
        if verb:
            frame = self._verb(token)
        else:
            frame = noun_frame(token, self.carriers, self._verb)
            recovery.complete_noun(frame, self.reader)
            add_parties(frame, self.reader)
        sense = self.reader.choose(frame, senses)
        if sense is None:
            self._offer(frame, senses)
            return Lost(Step.SENSE, frame=frame)
        if sense.type is None:
            return Lost(Step.GATE, "in this sense")
        candidate = Candidate(frame, sense, sense.type)
        self._fill(candidate)
        self.offered[token.i] = [candidate]
        if not candidate.keys and not self._lives(candidate):
            candidate.lost = "party"
            return Lost(Step.PARTY, "no actor in its roles")
        if candidate.sources and all(map(self._is_timeless, candidate.sources)):
            candidate.lost = "party"
            return Lost(Step.PARTY, "a source that makes no news")
        self._consume(candidate)
        return candidate

    def _reports_nothing(self, token: Token) -> bool:
        """Whether a word of the lexicon reports no act where it stands."""
        if is_verb(token):
            return is_no_act(token, self.reader)
        return is_frozen(token) or is_trend(token) or self.reader.mention(token) is not None

    def _offer(self, frame: Frame, senses: Iterable[Sense]) -> None:
        """Where no sense fits, weights may take the one of each type that lacks least."""
        best: dict[EventType, Candidate] = {}
        for sense in senses if self.weighed else ():
            if sense.type is not None:
                failed = tuple(c for c in sense.when if not self.reader.holds(frame, c))
                other = best.get(sense.type)
                if other is None or len(failed) < len(other.failed):
                    best[sense.type] = Candidate(
                        frame, sense, sense.type, lost="sense", failed=failed
                    )
        for candidate in best.values():
            candidate.types = len(best)
            self._fill(candidate)
        self.offered[frame.trigger.i] = [*best.values()]

    def _verb(self, token: Token) -> Frame:
        frame = self.verbs.get(token.i)
        if frame is None:
            frame = self.verbs[token.i] = verb_frame(token)
            senses = self.lexicon.senses.get((lemma_of(token), "v"), ())
            speech = any(sense.has(Trait.STATES) for sense in senses) or any(
                condition.function == "que" for sense in senses for condition in sense.when
            )
            recovery.complete_verb(frame, self.reader, speech=speech)
        return frame

    def _lives(self, candidate: Candidate) -> bool:
        """Whether an act without parties may be one: a noun that repeats one or tells of one."""
        frame = candidate.frame
        if frame.pos != "n" or is_general(frame.trigger) or is_part(frame.trigger):
            return False
        titled = self.reader.sentence.kind is not BlockKind.PARAGRAPH
        return frame.definite or titled or stands(candidate)

    def _is_timeless(self, argument: Argument) -> bool:
        """« le Prophète a dit », « les gens pensent »: scripture and everybody make no news."""
        words = self.lexicon.words("timeless")
        return any(
            key.casefold() in words or key.partition(" ")[0] in ("prophète", "Prophète")
            for key in argument.keys
        )

    def _fill(self, candidate: Candidate) -> None:
        """Sources and targets; who is both is only a source."""
        frame, sense = candidate.frame, candidate.sense
        candidate.sources = self.reader.arguments(frame, sense.source)
        held = {key for argument in candidate.sources for key in argument.keys}
        if candidate.type.has(Trait.SHARED) and not held and _is_circumstance(frame.trigger):
            candidate.sources = recovery.clause_subject(frame, self.reader)
            held = {key for argument in candidate.sources for key in argument.keys}
        if candidate.type.has(Trait.ASKS) and preposition(frame.trigger) == "à":
            # « à la demande de X, Y a ...»: Y is who was asked.
            candidate.targets = recovery.clause_subject(frame, self.reader)
        if not held and frame.announcers and not self._is_reported(candidate):
            candidate.sources = self.reader.stand_for(frame.announcers, "announcer")
            held = {key for argument in candidate.sources for key in argument.keys}
        found = self.reader.arguments(frame, sense.target) or candidate.targets
        if candidate.type.has(Trait.ADDRESSED):
            found = tuple(a for a in found if not self._is_setting(a))
        if candidate.type.has(Trait.PROMISES) and not found:
            found = self._beneficiaries(frame)
        targets = []
        for argument in found:
            keys = tuple(key for key in argument.keys if key not in held)
            if keys:
                targets.append(Argument(keys, argument.mention, argument.function))
        candidate.targets = tuple(targets)
        candidate.keys = frozenset(held).union(*(argument.keys for argument in targets))

    def _is_reported(self, candidate: Candidate) -> bool:
        """Whether who announces an act only reports it: « annonce l'arrestation de X »."""
        frame = candidate.frame
        announcing = lemma_of(frame.trigger.head) == "annoncer"
        undergone = any(True for _ in self.reader.fillers(frame, "de"))
        return candidate.type.has(Trait.SUFFERED) or (
            candidate.type.has(Trait.SEIZES) and announcing and undergone
        )

    def _is_setting(self, argument: Argument) -> bool:
        """Whether an argument is where somebody was: « a déclaré à Genève »."""
        return argument.function in LOCATIVE and argument.mention.start in self.reader.places

    def _beneficiaries(self, frame: Frame) -> tuple[Argument, ...]:
        """« s'engage à leur verser une aide »: to whom the promise is made."""
        clitics = [
            token
            for function in ("à+inf", "de+inf", "inf")
            for verb in frame.get(function)
            for token in verb.children
            if token.lower_ in DATIVES and token.i < verb.i
        ]
        return self.reader.stand_for(clitics, "à")

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
            any(True for _ in self.reader.fillers(candidate.frame, "owner"))
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
            if self._carries_on(candidate) or (governor and _is_content(candidate, governor)):
                yield position, "governed"
            elif governor and _only_introduces(governor, candidate):
                yield governor.trigger.i, "introduces"

    def _carries_on(self, candidate: Candidate) -> bool:
        """« a accusé X, citant des preuves », « dit ..., ajoutant que »: no speech of its own."""
        trigger = candidate.trigger
        if not candidate.type.has(Trait.STATES) or not is_gerund(trigger):
            return False
        main = clause_verb(trigger)
        spoken = self.kept.get(main.i) if main is not None else None
        return not candidate.frame.get("que") or (
            spoken is not None and spoken.type.has(Trait.SPEECH)
        )

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
            if current.dep_ == "advcl" and not is_gerund(current) and not is_infinitive(current):
                return None
            if current.dep_ == "ccomp" and current != token:
                return None
            current = current.head
            if current.i in self.kept:
                return self.kept[current.i]
        return None


def _is_content(candidate: Candidate, wish: Candidate) -> bool:
    """« invite X à participer »: what is wished of those who are asked is no event of its own."""
    return (
        wish.type.has(Trait.WISH)
        and not candidate.type.has(Trait.MARCH)
        and (candidate.keys <= wish.keys or candidate.type.has(Trait.STATES))
        and candidate.frame.carrier != wish.trigger
    )


def _only_introduces(speech: Candidate, candidate: Candidate) -> bool:
    """« a réagi en dénonçant », « dit attendre des excuses »: the second verb says what is done."""
    if not (speech.type.has(Trait.STATES) and candidate.type.has(Trait.SPEECH)):
        return False
    trigger = candidate.trigger
    if trigger in speech.frame.get("inf"):
        return "VerbForm=Inf" in trigger.morph
    return is_gerund(trigger) and not any(map(speech.frame.get, ("que", "obj", "inf")))


def _is_circumstance(noun: Token) -> bool:
    return preposition(noun) in CIRCUMSTANCES


def _objects(candidate: Candidate) -> Iterator[Token]:
    """What a reaction is about: the heads of the functions in which its target is sought."""
    for function, path in candidate.sense.target:
        if path == "owner" or function == "obj":
            yield from candidate.frame.get(function)


def _object_act(reader: Reader, candidate: Candidate, candidates: Mapping[int, Candidate]) -> int:
    acts = [token for token in _objects(candidate) if token.i in candidates]
    return reader.sentence.chars(acts[0], acts[0])[0] if acts else -1


def _goes_back(candidate: Candidate, anaphoric: frozenset[str]) -> bool:
    frame = candidate.frame
    if candidate.type.has(Trait.REFUSES) and not any(map(frame.get, CONTENT)):
        # « Bamako dément. »
        return True
    return any(
        lemma_of(token) in anaphoric
        and not any(child.dep_.startswith(("nmod", "acl")) for child in token.children)
        for token in _objects(candidate)
    )


def _tense(frame: Frame, clauses: Mapping[int, Clause]) -> Tense:
    verb = carrier(frame)
    return Tense.NONE if verb is None else tense(verb, clauses[verb.i])


def _mention(
    reader: Reader, candidate: Candidate, candidates: Mapping[int, Candidate]
) -> EventMention:
    sentence, frame, trigger = reader.sentence, candidate.frame, candidate.trigger
    start, end = sentence.chars(trigger, trigger)
    above = _above(trigger, candidates)
    titled = sentence.kind is not BlockKind.PARAGRAPH
    return EventMention(
        start=start,
        end=end,
        text=trigger.text,
        lemma=candidate.sense.word,
        sentence=sentence.index,
        type=candidate.type,
        factuality=_factuality(candidate, candidates, above),
        rule_id=candidate.sense.rule_id,
        cameo=candidate.sense.cameo,
        sources=candidate.sources,
        targets=candidate.targets,
        attribution=recovery.attribution(trigger, reader, candidates),
        definite=frame.pos == "n",
        anew=frame.pos == "n" and not frame.definite and not titled,
        stands=stands(candidate),
        heading=titled,
        confidence=candidate.confidence,
        weighed=candidate.weighed,
    )


def _factuality(
    candidate: Candidate, candidates: Mapping[int, Candidate], above: Token | None
) -> Factuality:
    governor = candidates.get(above.i) if above is not None else None
    if (
        candidate.type.has(Trait.MARCH)
        and governor is not None
        and governor.type.has(Trait.ASKS)
        and not (is_verb(candidate.trigger) and is_participle(candidate.trigger))
    ):
        # Who calls for a march announces it.
        return Factuality.PLANNED
    return factuality(candidate.trigger, candidate.frame.carrier)


def _above(trigger: Token, candidates: Mapping[int, Candidate]) -> Token | None:
    """The nearest trigger above."""
    return next((token for token in trigger.ancestors if token.i in candidates), None)
