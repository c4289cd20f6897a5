"""From the functions of a trigger to the actors in its roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.clitics import antecedents
from quifaitquoi.records.actions import Argument, Basis
from quifaitquoi.records.actors import Actor, ActorMention, MentionForm
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.clauses import is_finite_form
from quifaitquoi.syntax.frames import (
    PARTITIVES,
    Filler,
    Frame,
    conjuncts,
    is_causative,
    is_verb,
    lemma_of,
    preposition,
    subjects,
    verb_frame,
)
from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.lexicon.actions import ActionLexicon, Condition, Path_, Sense
    from quifaitquoi.records.mention_index import MentionIndex
    from quifaitquoi.syntax.clauses import Clause
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

# How far down a chain of complements the owner of a thing is looked for
# (« le projet de loi du gouvernement »).
OWNER_DEPTH: Final = 3
OWNER_PREPOSITIONS: Final = ("de", "par")
ACCORDING: Final = frozenset({"selon", "d'après"})
COORDINABLE: Final = frozenset({MentionForm.NAME, MentionForm.DESCRIPTION})
# Between two names of an enumeration.
LINK: Final = re.compile(
    r"\s*(?:,|(?P<and>,?\s*(?:et|ainsi que|comme)))\s*(?:(?:[àÀ]|avec|de|d')\s*)?"
    r"(?:l['’]|les?\s|la\s|du\s|des\s|aux?\s|une?\s|son\s|sa\s|ses\s|M\.\s|Mme\s)?\s*"
)
#: Functions in which a place name may be no more than a place.
LOCATIVE: Final = frozenset({"à", "en", "dans"})
#: An actor's mention, and what says that it has its function.
Based = tuple[ActorMention, Basis]
# Flags that ask for a form of the trigger alone.
FORMS: Final[Mapping[str, Callable[[Frame], bool]]] = {
    "refl": lambda frame: frame.reflexive,
    "pass": lambda frame: frame.passive,
    "plur": lambda frame: frame.plural,
    "def": lambda frame: frame.definite,
    "said": lambda frame: frame.said,
    "told": lambda frame: (
        frame.trigger.dep_.startswith(("nsubj", "obj")) and not preposition(frame.trigger)
    ),
    "fin": lambda frame: verb_group(frame.trigger).is_finite,
    "caus": lambda frame: is_causative(frame.trigger),
}
#: Nouns that stand for the people they hold: « l'ensemble des condamnés », « au siège du parti ».
TRANSPARENT: Final = PARTITIVES


@dataclass(frozen=True)
class ArgumentResolver:
    """Who fills the functions of a frame, in one sentence.

    `places` are where names of places begin, `dates` the spans of dates; offsets are clean.
    `found` keeps the mention of each token that was asked for.
    """

    sentence: Sentence
    mentions: MentionIndex
    actors: Mapping[str, Actor]
    places: frozenset[int]
    lexicon: ActionLexicon
    dates: tuple[tuple[int, int], ...] = ()
    found: dict[int, ActorMention | None] = field(default_factory=dict, init=False, compare=False)

    @property
    def clauses(self) -> Mapping[int, Clause]:
        """Token index to clause."""
        return self.sentence.clauses

    @cached_property
    def claimant(self) -> str:
        """Key of the actor of « selon X », to whom the sentence gives its claims, or empty."""
        return next(
            (
                mention.keys[0]
                for token in self.sentence.tokens
                if token.lower_ in ACCORDING and preposition(token.head) in ACCORDING
                for mention in self.actors_at(token.head)
            ),
            "",
        )

    @cached_property
    def lists(self) -> list[list[ActorMention]]:
        """The enumerations of names of the sentence."""
        names = [
            m for m in self.mentions.of(self.sentence.index) if m.form in COORDINABLE and m.keys
        ]
        return _runs(sorted(names, key=lambda m: m.start), self._gap)

    def in_date(self, token: Token) -> bool:
        """Whether a token belongs to a date."""
        offset = self.sentence.offset + token.idx
        return any(start <= offset < end for start, end in self.dates)

    def mention(self, token: Token) -> ActorMention | None:
        """The resolved mention that a token heads or lies in."""
        if token.i not in self.found:
            found = self.mentions.at(self.sentence.index, self.sentence.offset + token.idx)
            self.found[token.i] = found if found is not None and found.keys else None
        return self.found[token.i]

    def is_setting(self, mention: ActorMention, function: str, *, articled: bool = False) -> bool:
        """Whether a place name that is left open is where something is done, not to whom.

        « a déclaré à Genève »; `articled`: an article before it makes it the state, where the tree
        has lost whose complement it is (« a remis des vivres au Niger »).
        """
        return function in LOCATIVE and mention.start in self.places and not articled

    def actors_at(self, token: Token, depth: int = 0) -> Iterator[ActorMention]:
        """Actors that a complement stands for: its own mention, or what a quantity counts."""
        found = self.mention(token)
        if found is not None and found.form is not MentionForm.DEMONYM:
            yield found
        elif lemma_of(token) in self.lexicon.words("mouthpiece") and depth < OWNER_DEPTH:
            yield from self.owners(token, depth + 1)
        elif lemma_of(token) in TRANSPARENT and depth < OWNER_DEPTH:
            for child in token.children:
                # « sept cents sympathisants »: the parser may take the number for the noun.
                if preposition(child) == "de" or (child.dep_ == "nmod" and child.i == token.i + 1):
                    for part in conjuncts(child):
                        yield from self.actors_at(part, depth + 1)

    def owners(self, token: Token, depth: int = 0) -> Iterator[ActorMention]:
        """Actors to whom a thing belongs: possessive, demonym, complement with `de` or `par`."""
        found: list[ActorMention] = []
        bearing = self.lexicon.words("bearing")
        for child in token.children:
            if "Poss=Yes" in child.morph or child.dep_ == "amod":
                mention = self.mention(child)
                if mention is not None:
                    found.append(mention)
            elif preposition(child) in OWNER_PREPOSITIONS and child.dep_ != "acl":
                for part in conjuncts(child):
                    actors = list(self.actors_at(part))
                    if not actors and depth < OWNER_DEPTH:
                        actors = list(self.owners(part, depth + 1))
                    found.extend(actors)
            elif child.dep_.startswith("acl") and lemma_of(child) in bearing and not found:
                clause = verb_frame(child)
                for name in ("contre", "à") if clause.passive else ("obj",):
                    found.extend(self.fillers(clause, name))
        yield from found

    def fillers(self, frame: Frame, function: str, path: str = "") -> Iterator[ActorMention]:
        """Actors in a function of a frame."""
        return (mention for mention, _ in self._based(frame, function, path))

    def _based(self, frame: Frame, function: str, path: str) -> Iterator[Based]:
        """Actors in a function of a frame, and what says so of each."""
        if function == "owner":
            for name in ("poss", "de", "adj"):
                yield from self._based(frame, name, "")
            return
        for token, basis in frame.fillers(function):
            if function in ("poss", "adj"):
                mention = self.mention(token)
                if mention is not None:
                    yield mention, basis
                continue
            if path == "subj":
                for subject in subjects(token):
                    yield from ((mention, basis) for mention in self.actors_at(subject))
                continue
            direct = list(self.actors_at(token))
            if path == "owner" and not direct:
                yield from ((mention, Basis.OWNER) for mention in self.owners(token))
            else:
                yield from ((mention, basis) for mention in direct)

    def holds(self, frame: Frame, condition: Condition) -> bool:
        """Whether a condition of a sense holds."""
        return self._is_met(frame, condition) != condition.negated

    def _is_met(self, frame: Frame, condition: Condition) -> bool:
        function = condition.function
        if function in FORMS:
            return FORMS[function](frame) or (function == "fin" and self._is_headline(frame))
        if function == "joint":
            return len({key for m in self.fillers(frame, "subj") for key in m.keys}) > 1
        if function == "owner":
            return any(
                self._is_of_kind(mention, condition.kinds)
                for mention in self.fillers(frame, "owner")
            )
        if function == "subj" and frame.said and "actor" in condition.kinds:
            # « ..., raconte-t-elle »: somebody, whoever that is.
            return True
        if function not in frame.functions:
            return False
        tokens = frame.get(function)
        if condition.open and not condition.path:
            if function == "adj":
                return any(self.mention(token) for token in tokens)
            return bool(tokens)
        if condition.path:
            return any(
                self._is_of_kind(mention, condition.kinds)
                for mention in self.fillers(frame, function, condition.path)
            )
        return any(self._fits(token, condition) for token in tokens) or (
            function == "obj"
            and bool(condition.lemmas)
            and not condition.negated
            and self._stands_for(frame, condition)
        )

    def _stands_for(self, frame: Frame, condition: Condition) -> bool:
        """« Le traité était prêt, le Niger l'a signé »: a pronoun for a thing of the class."""
        return any(
            lemma_of(noun) in condition.lemmas
            for token in frame.get("obj")
            if self.mention(token) is None
            for noun in antecedents(token, frame.trigger)
        )

    def _is_headline(self, frame: Frame) -> bool:
        """« Un maire soupçonné de fraude »: a title's participle says what a finite verb would."""
        return (
            self.sentence.kind is not BlockKind.PARAGRAPH
            and verb_group(frame.trigger).is_participle
            and not any(map(is_finite_form, self.sentence.tokens))
        )

    def _fits(self, token: Token, condition: Condition) -> bool:
        if condition.lemmas:
            lemma = lemma_of(token)
            if lemma in condition.lemmas or token.lower_ in condition.lemmas:
                return True
            if lemma in TRANSPARENT and any(
                lemma_of(child) in condition.lemmas
                for child in token.children
                if preposition(child) == "de"
            ):
                return True
        if "place" in condition.kinds and self.sentence.offset + token.idx in self.places:
            return True
        return bool(condition.kinds) and any(
            self._is_of_kind(mention, condition.kinds) for mention in self.actors_at(token)
        )

    def _is_of_kind(self, mention: ActorMention, kinds: frozenset[str]) -> bool:
        if not kinds or "actor" in kinds:
            return True
        held = (self.actors[key] for key in mention.keys if key in self.actors)
        return any(actor.kind in kinds or actor.sector in kinds for actor in held)

    def arguments(self, frame: Frame, paths: Sequence[Path_]) -> tuple[Argument, ...]:
        """Actors of the first of the functions that holds any."""
        for function, path in paths:
            fillers = list(self._based(frame, function, path))
            if fillers:
                if not path and function not in ("poss", "adj", "owner"):
                    fillers = self._coordinated(frame, fillers)
                return _distinct(fillers, function)
        return ()

    def _coordinated(self, frame: Frame, fillers: list[Based]) -> list[Based]:
        """Fillers with the names beside them that `A, B et C` joins and the parser did not."""
        taken = {m.start for m, _ in fillers}
        listed = [
            (m, Basis.LIST)
            for run in self.lists
            if taken & {m.start for m in run}
            for m in run
            if m.start not in taken and not self._is_bound(m, frame)
        ]
        return sorted([*fillers, *listed], key=lambda one: one[0].start)

    def _gap(self, first: ActorMention, second: ActorMention) -> str:
        """Clean text between two mentions."""
        written = self.sentence.doc.text
        return written[first.end - self.sentence.offset : second.start - self.sentence.offset]

    def _is_bound(self, mention: ActorMention, frame: Frame) -> bool:
        """Whether a mention is the subject or object of another verb."""
        head = self.sentence.doc.at(mention.head - self.sentence.offset)
        verb = frame.carrier or frame.trigger
        return head.dep_.startswith(("nsubj", "obj")) and head.head not in (verb, frame.trigger)

    def stand_for(self, fillers: Iterable[Filler], function: str) -> tuple[Argument, ...]:
        """Actors that some words stand for, as arguments with the given function."""
        return _distinct(
            ((m, basis) for token, basis in fillers for m in self.actors_at(token)), function
        )

    def choose(self, frame: Frame, senses: Iterable[Sense]) -> Sense | None:
        """The most specific sense whose conditions hold."""
        holds = partial(self.holds, frame)
        return next((sense for sense in senses if all(map(holds, sense.when))), None)


def _runs(
    names: Sequence[ActorMention], gap: Callable[[ActorMention, ActorMention], str]
) -> list[list[ActorMention]]:
    """Runs of mentions with nothing but commas, articles and one final conjunction between them."""
    runs: list[list[ActorMention]] = []
    current: list[ActorMention] = []
    closed = False
    for name in names:
        between = LINK.fullmatch(gap(current[-1], name)) if current else None
        if between is None or (closed and between["and"] is None):
            if closed:
                runs.append(current)
            current, closed = [], False
        current.append(name)
        closed = closed or (between is not None and between["and"] is not None)
    if closed:
        runs.append(current)
    return runs


def _distinct(based: Iterable[Based], function: str) -> tuple[Argument, ...]:
    """One argument an actor, in order of the text."""
    seen: set[str] = set()
    found: list[Argument] = []
    for mention, basis in based:
        keys = tuple(key for key in mention.keys if key not in seen)
        if keys:
            seen.update(keys)
            found.append(Argument(keys, mention, function, basis))
    return tuple(found)


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that a token stands in."""
    current = token
    while current.head != current:
        current = current.head
        if is_verb(current):
            return current
    return None
