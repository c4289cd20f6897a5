"""What is said and by whom: clauses behind adverbs, incises, the narrative infinitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Basis
from quifaitquoi.records.actors import MentionForm
from quifaitquoi.syntax.clauses import Kind
from quifaitquoi.syntax.frames import (
    PREPOSITION_FORMS,
    Frame,
    conjuncts,
    is_causative,
    is_verb,
    lemma_of,
    preposition,
)
from quifaitquoi.syntax.tokens import once
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import CAUSATIVES, QUE, VERB_CLITICS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.syntax.tokens import Token

QUOTES: Final = frozenset('«»"“”')
# Between a quotation and its verb of speech there is nothing but these.
QUOTE_GAP: Final = frozenset({"PUNCT", "AUX", "PRON", "ADV"})
QUOTE_REACH: Final = 7
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
# What follows « a-t-il conclu » where it ends what was said.
CLOSING: Final = frozenset({".", ",", ":", "«", '"', "“"})
POSSESSIVES: Final = frozenset({"sa", "son", "leur"})
ASIDES: Final = frozenset({"part", "côté", "tour"})
# Parts of a noun phrase, and of its complements.
PHRASE: Final = frozenset({"NOUN", "PROPN", "ADJ"})
COMPLEMENTS: Final = PHRASE | frozenset({"ADP", "DET", "NUM", "CCONJ"})
# What stands before the infinitive that carries on what somebody said.
OPENINGS: Final = (["et"], ["puis"], ["et", "puis"], ["mais"])
CONTRACTED: Final = frozenset({"du", "des", "au", "aux", "lors"})


def add_speech(frame: Frame, resolver: ArgumentResolver) -> None:
    """Add to a verb of speech what it reports, and its speaker where he stands behind it."""
    verb = frame.trigger
    if not frame.get("que") and (quoted(verb) or has_clause(verb) or _takes_up(frame, resolver)):
        frame.add("que", [verb])
    speaker = _inserted_speaker(verb, resolver) or narrator(verb, resolver)
    if speaker is not None:
        frame.replace("subj", conjuncts(speaker), Basis.SPEAKER)
        title = range(verb.i, speaker.i)
        objects = frame.get("obj")
        subjects = frame.get("subj")
        frame.remove("obj", [t for t in objects if t.i in title or t in subjects])
    elif goes_on(verb, resolver):
        frame.functions.pop("subj", None)
    frame.said = speaker is not None or has_pronoun(verb) or goes_on(verb, resolver)
    if frame.said:
        frame.add("que", [verb])


def _takes_up(frame: Frame, resolver: ArgumentResolver) -> bool:
    """« comme l'a lancé le maire »: the pronoun stands for what is said."""
    as_said = resolver.clauses[frame.trigger.i].opener == "comme"
    return as_said and any(token.lower_ in ("le", "l'") for token in frame.get("obj"))


def quoted(verb: Token) -> bool:
    """Whether a quotation ends right before a verb, or opens right after it."""
    doc = verb.doc
    position = _first(verb).i - 1
    while position >= 0 and verb.i - position < QUOTE_REACH:
        token = doc[position]
        if token.text in QUOTES:
            straight = token.text == '"' and token.i > 0 and not doc[token.i - 1].whitespace_
            return (token.text in "»”" or straight) and not _is_quoted_name(token, verb)
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


def _is_quoted_name(closing: Token, verb: Token) -> bool:
    """« Le film "Ma vie" a lancé la saison »: capitals in quotation marks, and no comma behind."""
    doc, i = closing.doc, closing.i - 1
    while i >= 0 and doc[i].text not in QUOTES:
        if is_verb(doc[i]) or doc[i].pos_ == "AUX":
            return False
        i -= 1
    behind = [token.text for token in doc[closing.i + 1 : verb.i]]
    return i >= 0 and doc[i + 1].text[0].isupper() and "," not in behind


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


def _conjugated(verb: Token) -> Token:
    """The verb itself, or that of « laisse entendre »."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    return before if is_causative(verb) and lemma_of(before) in CAUSATIVES else verb


@once
def _first(verb: Token) -> Token:
    """The first word of a verb's group without clitics."""
    verb = _conjugated(verb)
    words = [verb, *verb_group(verb).auxiliaries]
    return min((word for word in words if _is_near(word, verb)), key=lambda t: t.i)


def _is_near(auxiliary: Token, verb: Token) -> bool:
    """Whether no other verb and no quotation mark stands between: the parser reaches far."""
    return not any(
        token.pos_ == "VERB" or token.text in QUOTES for token in verb.doc[auxiliary.i + 1 : verb.i]
    )


def _before(verb: Token) -> Token | None:
    """The word before a verb, its auxiliaries and its clitics."""
    i = _first(verb).i - 1
    while i >= 0 and verb.doc[i].lower_ in VERB_CLITICS:
        i -= 1
    return verb.doc[i] if i >= 0 else None


def _is_inserted(verb: Token) -> bool:
    """Whether a verb stands right behind a comma or quotation mark."""
    before = _before(verb)
    return before is not None and before.text in INCISE


def _pronoun_behind(verb: Token) -> Token | None:
    """The pronoun of « estime-t-il »."""
    for word in (_first(verb), verb):
        if word.i + 1 < len(word.doc) and word.nbor(1).text.startswith("-"):
            return word.nbor(1)
    return None


def has_pronoun(verb: Token) -> bool:
    """« ..., estime-t-il », « la paix viendra a-t-elle conclu. »: no question."""
    pronoun = _pronoun_behind(verb)
    if pronoun is None or pronoun.lower_.endswith("on"):
        return False
    if not verb_group(_conjugated(verb)).is_finite:
        return False
    after = max(pronoun.i, verb.i) + 1
    closed = after < len(verb.doc) and verb.doc[after].text in CLOSING
    return closed or _is_inserted(verb)


def _inserted_speaker(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """« ..., relève le patron de l'ONU »: the first noun phrase behind the verb of an incise."""
    clause, start = resolver.clauses[verb.i], resolver.sentence.start
    first = _first(verb).i
    # « ... après sa chute a révélé le comité. »: a second verb that nothing joins to the first.
    loose = clause.kind is Kind.COORDINATED and clause.start == first > start
    if not verb_group(_conjugated(verb)).is_finite or not (loose or _is_inserted(verb)):
        return None
    if clause.kind is Kind.RELATIVE or _pronoun_behind(verb) is not None:
        return None
    told = quoted(verb)
    if not told and clause.kind is not Kind.INSERTED:
        before = verb.doc[start:first]
        finite = any(verb_group(token).is_finite for token in before)
        if clause.subject if finite else may_have_subject(before, resolver):
            return None
    aside = -1
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, resolver.sentence.end)]:
        if token.i <= aside:
            continue
        if _is_aside(token):
            aside = token.i + 2
        elif token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ") or token.lower_ in QUE:
            return None
        elif _heads_phrase(token) and not resolver.in_date(token):
            return _named(token, resolver) or (token if told and not clause.subject else None)
    return None


def _named(noun: Token, resolver: ArgumentResolver) -> Token | None:
    """The actor of a noun phrase: its noun, or the name that follows it, or its complements.

    « dit El Hadj Okello », « a lancé la marraine Ama Okello », « la chargée d'études, Ama Okello ».
    """
    if any(True for _ in resolver.actors_at(noun)):
        return noun
    doc, beside = noun.doc, True
    for token in doc[noun.i + 1 : resolver.sentence.end]:
        beside = beside and token.pos_ in PHRASE
        apposed = token.nbor(-1).text == ","
        mention = resolver.mention(token) if beside or apposed else None
        if mention is not None and mention.form is MentionForm.NAME:
            return token
        if apposed or (token.text != "," and token.pos_ not in COMPLEMENTS):
            return None
    return None


def may_have_subject(before: Iterable[Token], resolver: ArgumentResolver) -> bool:
    """« Durant trente jours, explique X, ...»: circumstances alone leave the subject behind."""
    return any(
        token.pos_ in ("NOUN", "PROPN", "PRON")
        and not (preposition(token) or is_introduced(token) or resolver.in_date(token))
        for token in before
    )


def _heads_phrase(token: Token) -> bool:
    """A noun, or an adjective that stands for one: « cette fidèle »."""
    return token.pos_ in ("NOUN", "PROPN") or (
        token.pos_ == "ADJ" and any(child.dep_ == "det" for child in token.children)
    )


def _is_aside(token: Token) -> bool:
    """Whether « pour sa part », « de son côté », « à son tour » begins here."""
    words = [word.lower_ for word in token.doc[token.i : token.i + 3]]
    return len(words) > 2 and words[1] in POSSESSIVES and words[2] in ASIDES


def narrator(verb: Token, resolver: ArgumentResolver) -> Token | None:
    """« Et la présidente de renchérir »: who speaks in the infinitive of narration."""
    if not verb_group(verb).is_infinitive:
        return None
    clause = resolver.clauses[verb.i]
    outer = clause.parent
    if (
        clause.kind is not Kind.INFINITIVE
        or PREPOSITION_FORMS.get(clause.opener, clause.opener) != "de"
        or outer is None
        or outer.verb is not None
    ):
        return None
    for token in verb.doc[resolver.sentence.start : verb.i]:
        if token.pos_ in ("NOUN", "PROPN") and not is_introduced(token):
            return token if any(True for _ in resolver.actors_at(token)) else None
    return None


def goes_on(verb: Token, resolver: ArgumentResolver) -> bool:
    """« Et d'ajouter que ... »: an infinitive of narration whose speaker spoke before."""
    if not verb_group(verb).is_infinitive:
        return False
    i = verb.i - 1
    while i > resolver.sentence.start and verb.doc[i].lower_ in VERB_CLITICS:
        i -= 1
    start = verb.doc[resolver.sentence.start : i]
    return verb.doc[i].lower_ in ("de", "d'") and [t.lower_ for t in start] in OPENINGS


def is_introduced(noun: Token) -> bool:
    """Whether a preposition stands before a noun phrase, whatever the tree says."""
    i = noun.i - 1
    while i > 0 and (
        noun.doc[i].pos_ in ("DET", "ADJ", "NUM") or noun.doc[i].pos_ == noun.pos_ == "PROPN"
    ):
        i -= 1
    return i >= 0 and (noun.doc[i].pos_ == "ADP" or noun.doc[i].lower_ in CONTRACTED)
