"""What is no actor, but may be what a pronoun stands for: « la réunion … Elle »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.linking.discourse import Referent
from quifaitquoi.lexicon.verbs import WILL
from quifaitquoi.records.actors import MentionForm
from quifaitquoi.syntax.words import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
OBJECTS: Final = frozenset({"obj", "expl:comp", "expl:pass", "iobj", "obl:arg"})
GENDERS: Final = {"Gender=Masc": "m", "Gender=Fem": "f"}
FINAL: Final = frozenset({"ROOT", "root"})


def things(sentence: Sentence, mentions: Sequence[ActorMention]) -> Iterator[Referent]:
    """Common nouns that are subjects in a sentence and lie in none of the mentions of actors."""
    nouns = [
        token
        for token in sentence.tokens
        if token.dep_ in SUBJECTS and token.pos_ == "NOUN" and token.text.isalpha()
    ]
    if not nouns:
        return
    covered = [
        (min(m.start, m.traits.start if m.traits.start >= 0 else m.start), max(m.end, m.traits.end))
        for m in mentions
        if m.form in (MentionForm.NAME, MentionForm.DESCRIPTION)
    ]
    for token in nouns:
        start = sentence.offset + token.idx
        if any(first <= start < last for first, last in covered):
            continue
        gender = "".join(GENDERS[feature] for feature in token.morph & GENDERS.keys())
        plural = "Number=Plur" in token.morph
        end = start + len(token)
        if len(gender) == 1:
            yield Referent(
                (), None, gender, 0 if plural else 1, sentence.index, start, end, start,
                True, _is_main(token), (), MentionForm.DESCRIPTION,
            )  # fmt: skip


def _is_main(token: Token) -> bool:
    verb = token.head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in FINAL


def may_be_thing(token: Token | None) -> bool:
    """Whether a pronoun's verb leaves open that it is no actor: things neither speak nor seize."""
    if token is None or token.head.lemma_ in SAYING:
        return False
    functions = {child.dep_ for child in token.head.children}
    wills = token.head.lemma_ in WILL and "xcomp" in functions
    return not wills and functions.isdisjoint(OBJECTS)
