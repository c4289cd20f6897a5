"""What the tree alone does not say: inverted and lost subjects, attribution, shared parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.arguments import clause_verb
from quifaitquoi.actions.attributes import add_attribute
from quifaitquoi.actions.neighbours import (
    BARRIERS,
    WINDOW,
    acts,
    left_subject,
)
from quifaitquoi.actions.objects import antecedent_noun, offered_objects, relative_function
from quifaitquoi.actions.speech import add_speech
from quifaitquoi.actions.subjects import has_actor, keep_within_reach, offered_subjects, subject_of
from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.clauses import Kind
from quifaitquoi.syntax.frames import (
    NOMINAL,
    PREPOSITION_FORMS,
    Filler,
    Frame,
    add_inner,
    conjuncts,
    lemma_of,
    preposition,
    subjects,
    take_over,
)
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import DE

if TYPE_CHECKING:
    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.records.actions import Argument
    from quifaitquoi.syntax.tokens import Token

PARTY_PREPOSITIONS: Final = frozenset({"par", "contre", "entre", "avec", "auprès", "envers"})
STRANDED: Final = frozenset({"à", "avec", "contre", "auprès", "envers"})
ARTICLED: Final = frozenset({"au", "aux", "la", "l'"})


def complete_noun(frame: Frame, resolver: ArgumentResolver) -> None:
    """Add the subject that a support verb lost, and parties that stand apart from the noun."""
    _without_dates(frame, resolver)
    _add_parties_behind(frame, resolver)
    carrier = frame.carrier
    if frame.get("support") and carrier is not None and not has_actor(frame, "subj", resolver):
        frame.add("subj", _listed(left_subject(carrier, resolver)), Basis.FRONTED)


def complete_verb(frame: Frame, resolver: ArgumentResolver, *, speech: bool = False) -> None:
    """Add to a verb what the tree lost: quoted speech, inverted subject, bare objects.

    `speech`: the verb may report what is said, and so stand before its subject. Where the tree has
    no actor as object or subject, the first that is offered beside it is.
    """
    _without_dates(frame, resolver)
    _read_partitives(frame)
    _share_voice(frame, resolver)
    if speech:
        add_speech(frame, resolver)
    keep_within_reach(frame, resolver)
    _turn_object(frame)
    _complete_object(frame, resolver)
    _complete_subject(frame, resolver, speech=speech)
    _add_antecedent(frame, resolver)
    _add_stranded(frame, resolver)
    add_attribute(frame, resolver)


def _complete_object(frame: Frame, resolver: ArgumentResolver) -> None:
    if has_actor(frame, "obj", resolver):
        return
    offered = next(offered_objects(frame, resolver), None)
    if offered is not None:
        frame.add("obj", [offered.token], offered.basis)
        if offered.basis is Basis.BEHIND and not frame.passive:
            take_over(frame)


def _complete_subject(frame: Frame, resolver: ArgumentResolver, *, speech: bool) -> None:
    if frame.passive or has_actor(frame, "subj", resolver):
        return
    offered = next(offered_subjects(frame, resolver, speech=speech), None)
    if offered is not None:
        frame.remove("obj", [offered.token])
        if offered.basis is Basis.SPEAKER:
            frame.add("que", [frame.trigger])
        frame.replace("subj", conjuncts(offered.token), offered.basis)


def _add_antecedent(frame: Frame, resolver: ArgumentResolver) -> None:
    """« le Niger, à qui X reproche », « À Lima, où il s'est rendu »: the noun before."""
    function = relative_function(frame, resolver)
    if function in ("à", "où") and not has_actor(frame, function, resolver):
        noun = antecedent_noun(frame, resolver)
        frame.add(function, _listed(noun), Basis.ANTECEDENT)


def _listed(token: Token | None) -> list[Token]:
    return [] if token is None else [token]


def _read_partitives(frame: Frame) -> None:
    """« se félicite des progrès »: what stands behind `se` is no object of its own."""
    if not frame.reflexive:
        return
    objects = frame.get("obj")
    parts = [token for token in objects if token.i > frame.trigger.i and _is_partitive(token)]
    frame.remove("obj", parts)
    frame.add("de", parts)


def _is_partitive(noun: Token) -> bool:
    return any(child.lower_ in ("du", "des") and child.i < noun.i for child in noun.children)


def _share_voice(frame: Frame, resolver: ArgumentResolver) -> None:
    """« a accusé X et prévenu Y »: active like the verb whose auxiliary it shares."""
    clause = resolver.clauses[frame.trigger.i]
    before = clause.parent
    if (
        frame.passive
        and clause.kind is Kind.COORDINATED
        and clause.verb == frame.trigger
        and clause.finite is not None
        and lemma_of(clause.finite) == "avoir"
        and before is not None
        and before.finite == clause.finite
        and before.verb is not None
        and not verb_group(before.verb).passive
    ):
        frame.passive = False
        frame.remove("obj", frame.get("obj"))


def _add_stranded(frame: Frame, resolver: ArgumentResolver) -> None:
    """The party that a preposition introduces behind an object: « a remis 450 tonnes ... à X ».

    The parser hangs it on the object. A town is a setting unless an article stands before it.
    """
    verb = frame.trigger
    clause = resolver.clauses[verb.i]
    for token in verb.doc[verb.i + 1 : resolver.sentence.end]:
        if token.pos_ not in ("NOUN", "PROPN") or resolver.clauses[token.i] is not clause:
            continue
        function = _introduction(token)
        if function not in STRANDED or resolver.in_date(token):
            continue
        mention = next(resolver.actors_at(token), None)
        if mention is None or any(acts(other, resolver) for other in frame.get(function)):
            continue
        articled = token.nbor(-1).lower_ in ARTICLED
        if not resolver.is_setting(mention, function, articled=articled):
            frame.add(function, conjuncts(token), Basis.PREPOSITION)


def _introduction(noun: Token) -> str:
    """The preposition right before a noun phrase, whatever the tree says."""
    i = noun.i - 1
    while i > 0 and noun.doc[i].pos_ in ("DET", "ADJ", "NUM"):
        i -= 1
    word = noun.doc[i].lower_ if i >= 0 else ""
    return PREPOSITION_FORMS.get(word, word)


def _turn_object(frame: Frame) -> None:
    """A noun before a finite verb without subject is its subject, whatever the parser calls it."""
    verb = frame.trigger
    if frame.passive or frame.get("subj") or not verb_group(verb).is_finite:
        return
    before = [
        token
        for token in frame.get("obj")
        if token.i < verb.i and token.head == verb and token.pos_ in ("NOUN", "PROPN")
    ]
    if before:
        frame.remove("obj", before)
        frame.add("subj", before, Basis.FRONTED)


def _add_parties_behind(frame: Frame, resolver: ArgumentResolver) -> None:
    """« le massacre, par des soldats, de ...», « le coup d'État de 2021 contre X »."""
    noun = frame.trigger
    _add_owner_behind(frame, resolver)
    for token in noun.doc[noun.i + 1 : min(noun.i + WINDOW, resolver.sentence.end)]:
        if token.text in BARRIERS:
            return
        name = preposition(token) if token.pos_ in NOMINAL else ""
        if name in PARTY_PREPOSITIONS and name not in frame.functions and acts(token, resolver):
            if any(verb_group(between).is_finite for between in noun.doc[noun.i + 1 : token.i + 1]):
                return
            head = token.head
            if head == noun or head.i < noun.i or resolver.in_date(head):
                frame.add(name, conjuncts(token), Basis.PREPOSITION)


def _add_owner_behind(frame: Frame, resolver: ArgumentResolver) -> None:
    """« l'exécution, vendredi dernier, d'au moins onze jeunes »: `de` behind an insertion."""
    noun, doc = frame.trigger, frame.trigger.doc
    if "de" in frame.functions or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return
    end = min(noun.i + WINDOW, resolver.sentence.end)
    comma = next((t.i for t in doc[noun.i + 2 : end] if t.text == ","), end)
    for token in doc[comma + 1 : min(comma + 9, end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            if doc[comma + 1].lower_ in DE:
                frame.add("de", conjuncts(token), Basis.PREPOSITION)
            return


def _without_dates(frame: Frame, resolver: ArgumentResolver) -> None:
    """A date is no party; what the parser hung on it belongs to the verb."""
    for function in list(frame.functions) if resolver.dates else ():
        dates = [token for token in frame.get(function) if resolver.in_date(token)]
        frame.remove(function, dates)
        for date in dates:
            add_inner(frame, date)


def clause_subject(frame: Frame, resolver: ArgumentResolver) -> tuple[Argument, ...]:
    """Party of a meeting that is only mentioned: the subject of the clause that it stands in."""
    verb = clause_verb(frame.trigger)
    found = resolver.stand_for(map(Filler, subjects(verb)), "clause") if verb is not None else ()
    return found or resolver.stand_for(
        subject_of(resolver.clauses[frame.trigger.i], resolver), "clause"
    )
