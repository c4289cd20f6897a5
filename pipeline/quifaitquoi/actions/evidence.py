"""What speaks for and against a candidate, as names of features that `data/weights.csv` weighs.

A name begins with what it is about; `v` and `n` at its end tell verbs from nouns, whose evidence
differs. Nothing here decides.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.factuality import factuality_of
from quifaitquoi.actions.tense import tense_of
from quifaitquoi.syntax.frames import is_verb, preposition
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import DEMONSTRATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.actions.candidate import Candidate, Reading
    from quifaitquoi.syntax.tokens import Token

# Functions whose fillers are told, and those whose absence is.
TOLD: Final = frozenset(
    """subj obj que inf à de par entre avec contre poss adj sur dans en pour à+inf de+inf
    mod""".split()
)
CORE: Final = frozenset({"subj", "obj", "que", "de"})
# Sentences of the lead, and the share of the article that is its beginning.
LEAD: Final = 3
BEGINNING: Final = 1 / 3
# Letters that the words of one family share (arrêter, arrestation).
FAMILY: Final = 4
# Characters within which a party is near, and not far, from its trigger.
NEAR, FAR = 30, 90
# Tokens of a short sentence, and of a long one.
SHORT, LONG = 12, 35
# Events a sentence, below which an article is about something else, and above which it is dense.
DENSITIES: Final = (0.35, 0.7, 1.1)
OPENING: Final = frozenset("«“")
CLOSING: Final = frozenset("»”")
CONTRACTED: Final = frozenset("du des au aux".split())


class Evidence:
    """Tells the evidence of the candidates of one article; made of what the rules keep in it."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        kept = [one for reading in readings for one in reading.kept.values()]
        self.sentences = len(readings)
        self.density = len(kept) / max(1, len(readings))
        self.types = Counter(one.type for one in kept)
        self.families = Counter(_family(one) for one in kept)
        self.told = Counter(_family(one) for one in kept if one.keys)
        self.keys = Counter(key for one in kept for key in one.keys)

    def of(self, candidate: Candidate, reading: Reading) -> set[str]:
        """The features that hold for a candidate of a sentence."""
        return {
            *_rules(candidate),
            *_form(candidate, reading.resolver),
            *_surroundings(candidate, reading),
            *_complements(candidate, reading.resolver),
            *_parties(candidate, reading.resolver),
            *_sentence(candidate, reading),
            *self._article(candidate, reading),
        }

    def _article(self, candidate: Candidate, reading: Reading) -> Iterator[str]:
        sentence, pos = reading.resolver.sentence, candidate.frame.pos
        own = not candidate.lost
        if sentence.index < LEAD:
            place = "lead"
        else:
            place = "early" if sentence.index < self.sentences * BEGINNING else "later"
        yield f"article {sentence.kind} {pos}"
        yield f"article {place} {pos}"
        yield f"article density={sum(self.density >= limit for limit in DENSITIES)}"
        family = _family(candidate)
        yield f"article word={_up_to(self.families[family] - own, 2)} {pos}"
        if not candidate.keys:
            yield f"article word told={self.told[family] > 0} {pos}"
        same = self.types[candidate.type] - own
        yield f"article type={_up_to(same, 3)}"
        yield f"article type={same > 0} {candidate.type}"
        if candidate.keys:
            known = any(self.keys[key] > own for key in candidate.keys)
            yield f"article parties known={known} {pos}"


def _family(candidate: Candidate) -> str:
    return candidate.sense.word[:FAMILY]


def _up_to(number: int, most: int) -> str:
    return str(number) if number < most else f"{most}+"


def _rules(candidate: Candidate) -> Iterator[str]:
    """What the rules made of it, and which conditions failed; its word and type."""
    step, sense, type_ = candidate.lost or "kept", candidate.sense, candidate.type
    yield f"rules {step} {sense.pos}"
    yield f"rules {step} {type_}"
    yield f"rules failed={_up_to(len(candidate.failed), 3)}"
    yield f"rules asked={_up_to(len(sense.when), 3)}"
    for condition in candidate.failed:
        asked = "list" if condition.lemmas else "kind" if condition.kinds else "any"
        name = "-" * condition.negated + condition.function
        filled = "other" if candidate.frame.get(condition.function) else "none"
        yield f"failed {name}"
        yield f"failed {asked} {filled}"
        yield f"failed {name} {asked} {filled}"
    yield f"type {type_} {sense.pos}"
    yield f"types={_up_to(candidate.types, 3)}"
    yield f"word {sense.word}.{sense.pos}"
    yield f"sense {sense.rule_id}"


def _form(candidate: Candidate, resolver: ArgumentResolver) -> Iterator[str]:
    """Form of the trigger, its tense, factuality, kind of clause and label in the tree."""
    frame, trigger, pos = candidate.frame, candidate.trigger, candidate.frame.pos
    form = _verb_form(trigger) if pos == "v" else _determiner(trigger)
    yield f"form {form} {pos}"
    yield f"form {form} {candidate.type}"
    if frame.passive:
        yield "form passive"
    if frame.reflexive:
        yield "form reflexive"
    if pos == "n":
        if frame.plural:
            yield "form plural"
            yield f"form plural {candidate.type}"
        yield f"form preposition={preposition(trigger)}"
        yield f"form carried={'support' if frame.get('support') else frame.carrier is not None}"
    yield f"form tense={tense_of(candidate, resolver.clauses)} {pos}"
    yield f"form {factuality_of(candidate, resolver.lexicon)}"
    yield f"form clause={resolver.clauses[trigger.i].kind.name.lower()} {pos}"
    yield f"form dep={trigger.dep_} {pos}"


def _verb_form(verb: Token) -> str:
    group = verb_group(verb)
    if group.is_finite:
        return "finite"
    if group.is_infinitive:
        return "infinitive"
    if group.is_gerund:
        return "gerund"
    return "participle" if group.is_participle else "other"


def _determiner(noun: Token) -> str:
    for child in noun.lefts:
        if child.lower_ in CONTRACTED:
            return "definite"
        if child.pos_ == "DET":
            if child.lower_ in DEMONSTRATIVES:
                return "demonstrative"
            if "Poss=Yes" in child.morph:
                return "possessive"
            return "definite" if "Definite=Def" in child.morph else "indefinite"
    return "bare"


def _surroundings(candidate: Candidate, reading: Reading) -> Iterator[str]:
    """The events above and below it in the tree, and those that it completes."""
    trigger, pos = candidate.trigger, candidate.frame.pos
    yield f"head {'none' if trigger.head is trigger else trigger.head.pos_} {pos}"
    above = next((token.i for token in trigger.ancestors if token.i in reading.kept), None)
    if above is None:
        yield f"above none {pos}"
    else:
        other = reading.kept[above]
        link = trigger.dep_ if trigger.head.i == above else "far"
        shared, new = bool(other.keys & candidate.keys), bool(candidate.keys - other.keys)
        yield f"above {other.type}"
        yield f"above {link} {pos}"
        yield f"above same type={other.type is candidate.type}"
        yield f"above shared={shared} new={new}"
    if any(child.i in reading.kept for child in trigger.children):
        yield f"below {pos}"
    if pos == "n" and candidate.frame.carrier is not None:
        yield f"carrier kept={candidate.frame.carrier.i in reading.kept}"
    if any(
        trigger in one.frame.get(function)
        for one in reading.kept.values()
        for function in ("obj", "subj", "de")
        if one.trigger is not trigger
    ):
        yield f"completes {pos}"


def _complements(candidate: Candidate, resolver: ArgumentResolver) -> Iterator[str]:
    """What fills its functions: the kind of actor, else the sort of word."""
    frame = candidate.frame
    for function in frame.functions:
        if function in TOLD:
            yield f"{function}={_filler_sort(frame.get(function), function, resolver)} {frame.pos}"
    for function in CORE - frame.functions.keys():
        yield f"{function}=none {frame.pos}"


def _filler_sort(fillers: Sequence[Token], function: str, resolver: ArgumentResolver) -> str:
    for token in fillers:
        own = function in ("poss", "adj")
        mention = resolver.mention(token) if own else next(resolver.actors_at(token), None)
        if mention is not None:
            return _actor_kind(mention.keys[0], resolver)
    first = fillers[0]
    if any(True for _ in resolver.owners(first)):
        return "owned"
    if first.pos_ in ("PRON", "PROPN"):
        return first.pos_
    return "verb" if is_verb(first) else "thing"


def _actor_kind(key: str, resolver: ArgumentResolver) -> str:
    actor = resolver.actors.get(key)
    return actor.kind if actor else "actor"


def _parties(candidate: Candidate, resolver: ArgumentResolver) -> Iterator[str]:
    """Who takes part: how many, of which kind and sector, named how, and where."""
    type_, pos = candidate.type, candidate.frame.pos
    trigger = resolver.sentence.offset + candidate.trigger.idx
    for role, arguments in (("source", candidate.sources), ("target", candidate.targets)):
        yield f"{role}s={_up_to(len(arguments), 2)} {pos}"
        yield f"{role}s={_up_to(len(arguments), 1)} {type_}"
        if arguments:
            first = arguments[0]
            distance = abs(first.mention.start - trigger)
            near = "near" if distance < NEAR else "mid" if distance < FAR else "far"
            actor = resolver.actors.get(first.keys[0])
            yield f"{role} {_actor_kind(first.keys[0], resolver)}"
            yield f"{role} {_actor_kind(first.keys[0], resolver)} {type_}"
            if actor is not None:
                yield f"{role} {actor.sector or 'no sector'}"
                yield f"{role} country={bool(actor.country)}"
            yield f"{role} {first.mention.form}"
            yield f"{role} by {first.function} {pos}"
            yield f"{role} {near}"
    if not candidate.keys:
        yield f"nobody {pos}"
        yield f"nobody {type_}"


def _sentence(candidate: Candidate, reading: Reading) -> Iterator[str]:
    """What else stands in the sentence: events, dates, actors, quotation marks."""
    resolver, trigger, pos = reading.resolver, candidate.trigger, candidate.frame.pos
    sentence = resolver.sentence
    others = [one for i, one in reading.kept.items() if i != trigger.i]
    yield f"sentence events={_up_to(len(others), 3)} {pos}"
    if any(one.type is candidate.type for one in others):
        yield f"sentence same type {pos}"
    yield f"sentence dated={bool(resolver.dates)} {pos}"
    named = {key for m in resolver.mentions.of(sentence.index) for key in m.keys}
    yield f"sentence named={_up_to(len(named), 3)} {pos}"
    size = len(sentence.tokens)
    yield f"sentence {'short' if size < SHORT else 'mid' if size < LONG else 'long'}"
    yield f"sentence quoted={_is_quoted(trigger, sentence.start)} {pos}"
    if (last := sentence.tokens[-1].text) in ("?", "!"):
        yield f"sentence ends {last}"


def _is_quoted(trigger: Token, start: int) -> bool:
    """Whether quotation marks that open before a trigger are still open at it."""
    depth = plain = 0
    for token in trigger.doc[start : trigger.i]:
        if token.text in OPENING:
            depth += 1
        elif token.text in CLOSING:
            depth = max(0, depth - 1)
        elif token.text == '"':
            plain ^= 1
    return bool(depth or plain)
