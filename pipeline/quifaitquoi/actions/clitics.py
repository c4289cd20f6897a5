"""What a pronoun for a thing stands for: « Le traité était prêt, le Niger l'a signé »."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.verb_groups import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quifaitquoi.syntax.tokens import Token

# Objects before their verb and subjects of passives, with what their form says of the noun. Those
# of persons (lui, leur, me, nous ...) stand for no thing; `en` and `y` are no objects.
AGREEMENT: Final[Mapping[str, frozenset[str]]] = {
    "le": frozenset({"Number=Sing", "Gender=Masc"}),
    "la": frozenset({"Number=Sing", "Gender=Fem"}),
    "l'": frozenset({"Number=Sing"}),
    "les": frozenset({"Number=Plur"}),
    "il": frozenset({"Number=Sing", "Gender=Masc"}),
    "elle": frozenset({"Number=Sing", "Gender=Fem"}),
    "ils": frozenset({"Number=Plur", "Gender=Masc"}),
    "elles": frozenset({"Number=Plur", "Gender=Fem"}),
}
HEADS: Final = frozenset({"nsubj", "nsubj:pass", "obj"})


def antecedents(pronoun: Token, verb: Token) -> Iterator[Token]:
    """Subjects and objects that the clitic of a verb agrees with, the nearest first.

    Those before it in its sentence and the one before, of the same block; none of the verb's own.
    """
    wanted = AGREEMENT.get(pronoun.lower_)
    if wanted is None or pronoun.pos_ != "PRON" or pronoun.i > verb.i:
        return
    if verb_group(verb).is_participle:
        # « l'a signée »: a participle agrees with the object before it.
        wanted |= {feature for feature in verb.morph if feature.startswith("Gender=")}
    own = _root(pronoun)
    before = own
    for token in reversed(pronoun.doc[: pronoun.i]):
        root = _root(token)
        if root not in (own, before):
            if before != own:
                return
            before = root
        if (
            token.pos_ == "NOUN"
            and token.dep_ in HEADS
            and token.head != verb
            and not _differs(token, wanted)
        ):
            yield token


def _root(token: Token) -> Token:
    return next((above for above in token.ancestors if above.head == above), token)


def _differs(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a feature of a noun has another value than the pronoun's."""
    names = {feature.partition("=")[0]: feature for feature in wanted}
    return any(names.get(one.partition("=")[0], one) != one for one in noun.morph)
