"""What is said and by whom: clauses behind adverbs, incises, the narrative infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.clauses import Kind
from quifaitquoi.syntax.frames import (
    PREPOSITION_FORMS,
    Frame,
    conjuncts,
    is_finite,
    is_infinitive,
    is_verb,
)
from quifaitquoi.syntax.words import QUE

if TYPE_CHECKING:
    from quifaitquoi.actions.arguments import Reader
    from quifaitquoi.syntax.tokens import Token

QUOTES: Final = frozenset('«»"“”')
# Between a quotation and its verb of speech there is nothing but these.
QUOTE_GAP: Final = frozenset({"PUNCT", "AUX", "PRON", "ADV"})
# What stands before the verb of an inserted clause.
INCISE: Final = frozenset({",", "»", "”", '"', "–", "—", "-"})
# Adverbs that part a verb from its clause only right behind it: elsewhere `que` compares.
PARTING: Final = frozenset({"ainsi", "aussi", "même"})
# Words that make a conjunction or a comparison with `que`.
BOUND: Final = PARTING | frozenset(
    """plus moins mieux autant tant tel telle tels telles autre alors tandis bien avant après lors
    sitôt aussitôt dès pour afin sans parce ce celui celle ceux celles puis outre""".split()
)
# How far behind its verb a clause may begin, and a speaker be named.
REACH: Final = 9
CONTRACTED: Final = frozenset({"du", "des", "au", "aux", "lors"})


def add_speech(frame: Frame, reader: Reader) -> None:
    """Add to a verb of speech what it reports, and its speaker where he stands behind it."""
    verb = frame.trigger
    if not frame.get("que") and (quoted(verb) or has_clause(verb)):
        frame.add("que", [verb])
    speaker = _inserted_speaker(verb, reader) or narrator(verb, reader)
    if speaker is not None:
        frame.functions["subj"] = [*conjuncts(speaker)]
        frame.functions["obj"] = [t for t in frame.get("obj") if t not in frame.get("subj")]
        frame.add("obj", ())
        frame.add("que", [verb])
    elif _is_inserted(verb) and _pronoun_behind(verb) is not None:
        frame.add("que", [verb])


def quoted(verb: Token) -> bool:
    """Whether a quotation ends right before a verb, or opens right after it."""
    doc = verb.doc
    position = verb.i - 1
    while position >= 0 and verb.i - position < 6:
        token = doc[position]
        if token.text in QUOTES:
            straight = token.text == '"' and token.i > 0 and not doc[token.i - 1].whitespace_
            return token.text in "»”" or straight
        if token.pos_ not in QUOTE_GAP:
            break
        position -= 1
    for token in doc[verb.i + 1 : verb.i + 12]:
        if token.text in QUOTES:
            before = doc[token.i - 1]
            return token.i > verb.i + 1 and (
                before.text in (":", ",", "que", "qu'") or before.text.startswith("-")
            )
        if token.text == ";":
            break
    return False


def has_clause(verb: Token) -> bool:
    """Whether `que` opens a clause behind a verb and adverbs: « estime ainsi que »."""
    introduced = False
    for token in verb.doc[verb.i + 1 : verb.i + REACH]:
        word = token.lower_
        if word in QUE:
            before = token.nbor(-1)
            if before is verb or (before.lower_ in PARTING and before.nbor(-1) is verb):
                return True
            loose = before.lower_ not in BOUND and before.pos_ != "ADJ"
            return loose and "PronType=Rel" not in token.morph
        if is_verb(token) or token.pos_ == "AUX" or token.text in QUOTES or token.text in ":;(":
            return False
        introduced = introduced or token.pos_ == "ADP" or word in CONTRACTED
        if token.pos_ in ("NOUN", "PROPN") and not introduced:
            return False
    return False


def _first(verb: Token) -> Token:
    """The first word of a verb's group."""
    return min([verb, *(c for c in verb.children if c.dep_.startswith("aux"))], key=lambda t: t.i)


def _is_inserted(verb: Token) -> bool:
    """Whether a finite verb stands right behind a comma or quotation mark."""
    first = _first(verb)
    return is_finite(verb) and first.i > 0 and first.nbor(-1).text in INCISE


def _pronoun_behind(verb: Token) -> Token | None:
    """The pronoun of « estime-t-il »."""
    for word in (_first(verb), verb):
        if word.i + 1 < len(word.doc) and word.nbor(1).text.startswith("-"):
            return word.nbor(1)
    return None


def _inserted_speaker(verb: Token, reader: Reader) -> Token | None:
    """« ..., relève le patron de l'ONU »: the first noun phrase behind the verb of an incise."""
    if not _is_inserted(verb) or _pronoun_behind(verb) is not None:
        return None
    clause, start = reader.clauses[verb.i], reader.sentence.span.start
    if not quoted(verb) and clause.kind is not Kind.INSERTED:
        before = verb.doc[start : verb.i - 1]
        if clause.subject or not any(is_finite(token) for token in before):
            return None
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, reader.sentence.span.end)]:
        if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ") or token.lower_ in QUE:
            return None
        if token.pos_ in ("NOUN", "PROPN") and not reader.in_date(token):
            return token if any(True for _ in reader.actors_at(token)) else None
    return None


def narrator(verb: Token, reader: Reader) -> Token | None:
    """« Et la présidente de renchérir »: who speaks in the infinitive of narration."""
    if not is_infinitive(verb):
        return None
    clause = reader.clauses[verb.i]
    outer = clause.parent
    if (
        clause.kind is not Kind.INFINITIVE
        or PREPOSITION_FORMS.get(clause.opener, clause.opener) != "de"
        or outer is None
        or outer.verb is not None
    ):
        return None
    for token in verb.doc[reader.sentence.span.start : verb.i]:
        if token.pos_ in ("NOUN", "PROPN") and not is_introduced(token):
            return token if any(True for _ in reader.actors_at(token)) else None
    return None


def is_introduced(noun: Token) -> bool:
    """Whether a preposition stands before a noun phrase, whatever the tree says."""
    i = noun.i - 1
    while i > 0 and (
        noun.doc[i].pos_ in ("DET", "ADJ", "NUM") or noun.doc[i].pos_ == noun.pos_ == "PROPN"
    ):
        i -= 1
    return i >= 0 and (noun.doc[i].pos_ == "ADP" or noun.doc[i].lower_ in CONTRACTED)
