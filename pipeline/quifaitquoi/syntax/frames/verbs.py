"""Functions of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Basis
from quifaitquoi.syntax.frames.frame import Frame, add_inner, add_nominal, take_over
from quifaitquoi.syntax.frames.grammar import NOMINAL, conjuncts, preposition
from quifaitquoi.syntax.frames.subjects import SUBJECT_DEPS, subjects
from quifaitquoi.syntax.tokens import lemma_of
from quifaitquoi.syntax.verb_groups import is_verb, verb_group
from quifaitquoi.syntax.words import DATIVES, PREPOSITION_FORMS, QUANTITIES, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.syntax.tokens import Token


# Dependents that are no complements.
FUNCTION_DEPS: Final = frozenset(
    """punct aux:tense aux:pass aux:caus aux cop cc mark expl:subj expl:comp expl:pass expl
    det""".split()
)


def verb_frame(verb: Token) -> Frame:
    """Functions of a verb."""
    frame = Frame(verb, "v", carrier=verb)
    group = verb_group(verb)
    frame.reflexive = group.reflexive
    frame.passive = not frame.reflexive and group.passive
    if frame.reflexive and any(child.dep_ == "expl:pass" for child in verb.children):
        frame.passive = False
    seen = group.is_infinitive and lemma_of(verb.head) == "voir" and verb_group(verb.head).reflexive
    if seen:
        # « s'est vu promettre une aide »: the one to whom it is done.
        frame.add("à", subjects(verb.head))
    else:
        for token in subjects(verb):
            frame.add("obj" if frame.passive else "subj", [token], _basis(verb, token))
    for child in verb.children:
        _add_complement(frame, child)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not is_verb(child):
            # A complement that the parser hung on the verb by mistake.
            add_nominal(frame, child)
        elif child.dep_ == "obl:mod" and not preposition(child):
            # « interpellés mercredi par la gendarmerie »: hung on the date.
            add_inner(frame, child)
    if seen and not frame.get("obj"):
        frame.add("obj", frame.get("à"))
    _share_coordinated(frame, verb)
    if frame.passive and not frame.get("subj") and any(t.lower_ == "il" for t in frame.get("obj")):
        for thing in (*frame.get("obj"), *frame.get("à")):
            frame.add("subj", _agents(thing))
    take_over(frame)
    take_over(frame, SETTINGS, frozenset({"avec", "contre", "auprès", "envers"}))
    return frame


def _agents(thing: Token) -> Iterator[Token]:
    """« il est mis fin aux fonctions de X par Y »: the agent that hangs on a complement.

    That of a participle is its own unless the participle stands as a noun (« aux déplacés »).
    """
    for child in thing.children:
        if child.i > thing.i and preposition(child) == "par" and child.pos_ in NOMINAL:
            yield from conjuncts(child)
        elif child.i > thing.i and (child.pos_ in NOMINAL or preposition(child)):
            yield from _agents(child)


def _basis(verb: Token, subject: Token) -> Basis:
    """What says so of a subject: its own place in the tree, a relative pronoun's, one above."""
    if verb.is_ancestor(subject):
        return Basis.TREE
    own = any(child.dep_ in SUBJECT_DEPS for child in verb.children)
    return Basis.ANTECEDENT if own else Basis.UPWARD


def _share_coordinated(frame: Frame, verb: Token) -> None:
    """`a inculpé et écroué X`: an object after the last of the verbs belongs to all of them."""
    if frame.passive or frame.get("obj") or frame.reflexive:
        return
    for child in verb.children:
        if child.dep_ == "conj" and is_verb(child) and _same_form(verb, child):
            between = verb.doc[verb.i + 1 : child.i]
            if len(between) <= 2 and all(
                token.pos_ in ("CCONJ", "PUNCT", "ADV") for token in between
            ):
                frame.add(
                    "obj", (t for c in child.children if c.dep_ == "obj" for t in conjuncts(c))
                )


def _same_form(verb: Token, other: Token) -> bool:
    """« a inculpé et écroué », « regrette et condamne », « brûler et piller »."""
    return verb_group(other).is_participle or (
        verb_group(verb).is_infinitive == verb_group(other).is_infinitive
        and verb_group(verb).is_finite == verb_group(other).is_finite
    )


def _add_complement(frame: Frame, child: Token) -> None:
    dep = child.dep_
    if dep in FUNCTION_DEPS or (dep in SUBJECT_DEPS and child.lower_ not in DATIVES):
        return
    if dep == "parataxis" or (
        dep in ("ccomp", "advcl") and any(sub.lower_ in ("que", "qu'") for sub in child.children)
    ):
        purpose = any(sub.lower_ == "pour" for sub in child.children)
        frame.add("pour+que" if purpose else "que", [child])
        return
    if dep == "ccomp" and not verb_group(child).is_infinitive:
        frame.add("que", [child])
        return
    if dep in ("advmod", "advcl:cleft") and child.pos_ == "ADV":
        frame.add("mod", [child])
        if child.lower_ in QUANTITIES and not frame.get("obj"):
            # « tuer près d'une centaine de soldats »
            frame.add("obj", (t for t in child.children if t.pos_ in ("NOUN", "NUM")))
        return
    if is_verb(child) and (verb_group(child).is_infinitive or dep == "xcomp"):
        mark = preposition(child) or _mark(child)
        frame.add(f"{mark}+inf" if mark else "inf", [child])
        return
    if child.pos_ in NOMINAL and dep not in ("conj", "advcl", "acl", "dislocated", "vocative"):
        add_nominal(frame, child)


def _mark(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ in ("mark", "case") and child.i < verb.i:
            return PREPOSITION_FORMS.get(child.lower_, child.lower_)
    return ""
