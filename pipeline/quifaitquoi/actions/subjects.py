"""Who does what a verb says, where the tree has nobody, or somebody from beyond the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.neighbours import acts, left_subject
from quifaitquoi.actions.speech import INCISE, REACH, is_introduced, may_have_subject
from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.clauses import Clause, Kind, shares_subject
from quifaitquoi.syntax.frames import (
    OBJECT_CONTROL,
    Filler,
    Frame,
    conjuncts,
    is_causative,
    lemma_of,
)
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import QUE, VERB_CLITICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.syntax.tokens import Token

# Pronouns that take up nobody named in the sentence.
INDEFINITE: Final = frozenset(
    "on l'on nul personne aucun aucune chacun chacune quiconque je j' tu nous vous".split()
)
# Clauses that may share one subject.
MAX_SHARED: Final = 5
# What opens a clause whose subject may stand behind its verb.
INVERTING: Final = QUE | frozenset({"comme", "où", "dont"})
SUBJECT_RELATIVES: Final = frozenset("qui lequel laquelle lesquels lesquelles".split())


def offered_subjects(frame: Frame, resolver: ArgumentResolver, *, speech: bool) -> Iterator[Filler]:
    """Actors that may be the subject of a verb though the tree does not say so, best first."""
    verb = frame.trigger
    clause = resolver.clauses[verb.i]
    if not verb_group(verb).is_finite:
        own = clause.verb == verb or is_causative(verb)
        if own and lemma_of(verb.head) not in OBJECT_CONTROL:
            yield from subject_of(clause, resolver)[:1]
        return
    if (last := _last_subject(frame, resolver)) is not None:
        yield Filler(last, Basis.INVERTED)
    if speech and (inverted := _inverted_subject(frame, resolver)) is not None:
        yield Filler(inverted, Basis.SPEAKER)
    if all(token.pos_ == "PRON" and token.lower_ not in INDEFINITE for token in frame.get("subj")):
        # None, or a pronoun that only takes it up again: « L'opposition, elle, dénonce ... ».
        yield from subject_of(clause, resolver)[:1]
        for find, basis in (
            (left_subject, Basis.FRONTED),
            (_postponed_subject, Basis.INVERTED),
        ):
            if (found := find(verb, resolver)) is not None:
                yield Filler(found, basis)


def keep_within_reach(frame: Frame, resolver: ArgumentResolver) -> None:
    """A subject, or of a passive the object, from beyond its clause gives way to the clause's."""
    verb, function = frame.trigger, "obj" if frame.passive else "subj"
    if not all(_within_reach(token, verb, resolver) for token in frame.get(function)):
        found = subject_of(resolver.clauses[verb.i], resolver)
        if found:
            frame.replace(function, (one.token for one in found), found[0].basis)


def subject_of(clause: Clause, resolver: ArgumentResolver, depth: int = 0) -> list[Filler]:
    """The first actor of a clause before its verb that no preposition introduces, with its list.

    Else that of the clause whose subject it shares; none if no clause has any.
    """
    if clause.finite is not None:
        doc, clauses = clause.finite.doc, resolver.clauses
        for token in doc[resolver.sentence.start : clause.finite.i]:
            if (
                token.pos_ in ("NOUN", "PROPN", "PRON")
                and clauses[token.i] is clause
                and token.lower_ not in VERB_CLITICS
                and not resolver.in_date(token)
                and not is_introduced(token)
                and acts(token, resolver)
            ):
                basis = Basis.SHARED if depth else Basis.CLAUSE
                return [Filler(word, basis) for word in conjuncts(token)]
    other = shares_subject(clause)
    return [] if other is None or depth > MAX_SHARED else subject_of(other, resolver, depth + 1)


def _within_reach(token: Token, verb: Token, resolver: ArgumentResolver) -> bool:
    """Whether a subject stands in the clause of its verb, or in one that shares its subject.

    A clause without a verb yet to come (a participle's, an inserted phrase) may hold any subject.
    """
    clause: Clause | None = resolver.clauses[verb.i]
    home = resolver.clauses.get(token.i)
    if home is None or home.finite is None or clause is None or clause.finite is None:
        return True
    if clause.kind is Kind.RELATIVE and clause.opener in SUBJECT_RELATIVES:
        return True
    while clause is not None:
        if home is clause:
            return True
        clause = shares_subject(clause)
    return False


def _postponed_subject(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """« Hier, ont pris part aux travaux les ministres »: only circumstances before the verb."""
    clause = resolver.clauses[verb.i]
    sentence = resolver.sentence
    first = clause.finite
    if first is None or sentence.tokens[-1].text in ("?", "!"):
        return None
    before = verb.doc[sentence.start : first.i]
    if before and (before[-1].text != "," or may_have_subject(before, resolver)):
        return None
    for token in verb.doc[verb.i + 1 : sentence.end]:
        if (
            resolver.clauses[token.i] is clause
            and token.pos_ in ("NOUN", "PROPN")
            and not is_introduced(token)
            and not resolver.in_date(token)
            and acts(token, resolver)
        ):
            return token
    return None


def _last_subject(frame: Frame, resolver: ArgumentResolver) -> Token | None:
    """« ce qu'avait annoncé Paris », « comme l'a rappelé le maire »: the subject comes last."""
    verb = frame.trigger
    clause = resolver.clauses[verb.i]
    if clause.verb != verb or clause.subject or clause.opener not in INVERTING:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, resolver.sentence.end)]:
        if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and not resolver.in_date(token):
            return token if acts(token, resolver) else None
    return None


def _inverted_subject(frame: Frame, resolver: ArgumentResolver) -> Token | None:
    """The subject behind its verb: « ..., a déclaré le ministre », « ce qu'a annoncé Paris »."""
    verb = frame.trigger
    after = [t for t in frame.get("obj") if t.i > verb.i and acts(t, resolver)]
    if not after:
        return None
    relative = any(t.i < verb.i for t in frame.get("obj"))
    first = verb_group(verb).first
    before = first.nbor(-1).text if first.i > 0 else ""
    clause = resolver.clauses[verb.i]
    waiting = clause.subject and clause.kind is not Kind.COORDINATED
    if relative or (frame.get("que") and not frame.get("subj")):
        return after[0]
    if before in INCISE and not waiting:
        return after[0]
    return None


def has_actor(frame: Frame, function: str, resolver: ArgumentResolver) -> bool:
    """Whether a filler of a function stands for an actor."""
    return any(acts(token, resolver) for token in frame.get(function))
