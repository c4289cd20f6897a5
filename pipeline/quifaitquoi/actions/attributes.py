"""What somebody calls or finds somebody: attributes, which the parser hangs on the object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.frames import Frame, lemma_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.syntax.tokens import Token

# Verbs whose attribute stands behind `de`, and verbs that have it right behind the object.
NAMING: Final = frozenset({"qualifier", "traiter", "taxer"})
FINDING: Final = frozenset({"juger", "trouver", "estimer", "considérer"})
DE: Final = frozenset({"de", "d'", "d"})
QUOTES: Final = frozenset({"«", '"', "“", "'"})


def add_attribute(frame: Frame, resolver: ArgumentResolver) -> None:
    """Add it to a verb: « qualifie l'accord du maire d'absurde », « juge la mesure injuste »."""
    verb = frame.trigger
    if frame.reflexive:
        # « s'est dit favorable à ...», whatever the parser calls the adjective.
        frame.add("obj", (c for c in verb.children if c.pos_ == "ADJ" and c.dep_ == "advmod"))
    if lemma_of(verb) in FINDING:
        frame.add("obj", _adjective(frame))
    elif lemma_of(verb) in NAMING and not frame.get("de"):
        frame.add("de", [*_named(verb, resolver)][-1:])


def _adjective(frame: Frame) -> Iterator[Token]:
    """The adjective that ends the phrase of an object."""
    for noun in frame.get("obj")[:1]:
        last = noun.right_edge
        if last.pos_ == "ADJ" and last.i == noun.i + 1 > frame.trigger.i + 1:
            yield last


def _named(verb: Token, resolver: ArgumentResolver) -> Iterator[Token]:
    """Words behind a verb, up to a comma, that `de` introduces without an article."""
    for token in verb.doc[verb.i + 1 : resolver.sentence.end]:
        if token.text == ",":
            return
        if token.pos_ in ("ADJ", "NOUN", "VERB") and _is_bare(token):
            yield token


def _is_bare(token: Token) -> bool:
    """Whether `de` stands before a word, but for quotation marks, adverbs and adjectives."""
    i = token.i - 1
    while i > 0 and (token.doc[i].text in QUOTES or token.doc[i].pos_ in ("ADV", "ADJ")):
        i -= 1
    return token.doc[i].lower_ in DE
