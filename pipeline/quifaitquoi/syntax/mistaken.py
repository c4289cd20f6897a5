"""Whether a word that the model took for a noun is a verb, or the other way round."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from quifaitquoi.syntax.words import (
    COORDINATORS,
    INFINITIVE_MARKS,
    INVERTED,
    OBJECT_CLITICS,
    VERB_CLITICS,
)

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Token

PARTICIPLE: Final = ("é", "ée", "és", "ées")
# Endings of past participles, each with its feminine and plural.
PAST_PARTICIPLE: Final = tuple(
    f"{end}{suffix}"
    for end in ("é", "i", "u", "û", "it", "ait", "ert", "ort", "int", "is", "us", "os", "ous")
    for suffix in ("", "e", "s", "es")
)
SUBJECT_CLITICS: Final = frozenset("il elle ils elles on qui".split())
FOLLOWING: Final = frozenset({"DET", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"})
CLAUSE_ENDS: Final = frozenset({".", "!", "?", "…", ";", ":"})
# Verbs before infinitives that stand bare.
MODAL: Final = frozenset("devoir pouvoir vouloir aller venir faire laisser oser savoir".split())
# Infinitives that are nouns as well: « avant le lever du jour », « un poste de conseiller ».
NOUNS_TOO: Final = frozenset(
    """aller avoir baiser boucher bûcher clocher conseiller coucher devoir dîner déjeuner être
    foncer goûter lever manger officier parler passer penser piler plancher pointer pouvoir rire
    rocher savoir souper sourire souvenir toucher vivre""".split()
)
# Nouns that have the form of a participle: « Remise de vivres aux déplacés ».
FEMININE_NOUNS: Final = frozenset(
    """arrivée avancée battue conduite découverte descente entrée levée mise montée percée poussée
    prise remise rencontre rentrée reprise saisie sortie tenue tournée venue visite""".split()
)
# Infinitives that are nouns after an article.
NOMINALISED: Final = frozenset({"pouvoir", "devoir"})
# Determiners behind which a word in -é, -i or -u is a noun.
BEFORE_NOUN: Final = frozenset("le la les un une ce cet cette ces son sa ses leur leurs".split())
QUOTES: Final = frozenset({"»", "”", '"'})


def is_noun(token: Token) -> bool:
    """Whether what was taken for a verb is a noun."""
    return _has_article(token) or _is_title_noun(token)


def is_infinitive(token: Token) -> bool:
    """Whether a word in the form of an infinitive is one, and no noun."""
    return _has_object_clitic(token) or _is_governed(token)


def is_verb_form(token: Token) -> bool:
    """Whether what was taken for another word is a verb form."""
    return (
        _is_inverted(token)
        or _acts_as_verb(token)
        or _stands_as_verb(token)
        or _is_apposed_participle(token)
        or _is_no_preposition(token)
        or _is_no_adverb(token)
        or _is_passive(token)
    )


def _is_inverted(token: Token) -> bool:
    """« complète-t-il », « a-t-elle répondu »: what bears a subject, or stands behind one."""
    doc, i = token.doc, token.i
    inverted = i + 1 < len(doc) and doc[i + 1].lower_.removeprefix("-t") in INVERTED
    return inverted or (
        i > 1
        and doc[i - 1].lower_.removeprefix("-t") in INVERTED
        and doc[i - 2].lemma_ in ("avoir", "être")
        and token.lower_.endswith(PAST_PARTICIPLE)
    )


def _is_no_preposition(token: Token) -> bool:
    """« Le décret entre en vigueur jeudi »: a preposition does not stand before another."""
    return (
        token.pos_ == "ADP"
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ in ("en", "dans", "au", "à")
    )


def _is_passive(token: Token) -> bool:
    """« Le port est assiégé par des pirates »: a predicate with an agent is a participle."""
    labels = {child.dep_ for child in token.children}
    return (
        token.lower_.endswith(PARTICIPLE)
        and {"cop", "obl:agent"} <= labels
        and ("det" not in labels)
    )


def _is_no_adverb(token: Token) -> bool:
    """« a dit qu'il restait et exigé des excuses »: no adverb is coordinated with a clause."""
    return (
        token.pos_ == "ADV"
        and token.dep_ == "conj"
        and token.lower_.endswith(PARTICIPLE)
        and token.nbor(-1).lower_ in COORDINATORS
    )


def is_alias(token: Token) -> bool:
    """Whether `dit` introduces a nickname: « Jimmy Chérizier, dit Barbecue, ... »."""
    return (
        token.lower_ in ("dit", "dite", "dits")
        and 1 < token.i < len(token.doc) - 1
        and token.nbor(-1).text == ","
        and token.nbor(-2).text not in QUOTES
        and token.nbor(1).text[:1].isupper()
    )


def _has_article(token: Token) -> bool:
    """Whether a word is a noun all the same: « l'opposant », « son offre », « les blessés »."""
    if token.i == 0 or ("VerbForm=Inf" in token.morph and _is_governed(token)):
        return False
    before = token.nbor(-1)
    if token.lower_ in NOMINALISED and before.lower_ in ("le", "du", "au", "ce", "un", "son"):
        return True
    participle = token.lower_.endswith(("é", "és", "i", "u")) and before.lower_ in BEFORE_NOUN
    return (before.pos_ == "DET" or participle) and not any(
        child.dep_.startswith(("aux", "nsubj")) for child in token.children
    )


def _is_apposed_participle(token: Token) -> bool:
    """« l'ambassade, fermée en 1997 »: no adjective, it says what happened when or by whom."""
    if (
        token.pos_ != "ADJ"
        or not token.lower_.endswith(PARTICIPLE)
        or token.i + 1 >= len(token.doc)
    ):
        return False
    before, after = token.nbor(-1) if token.i else None, token.nbor(1)
    apposed = before is not None and before.text == ","
    return after.lower_ == "par" or (
        apposed and after.lower_ in ("en", "le", "depuis", "lors", "à")
    )


def _has_object_clitic(token: Token) -> bool:
    """`vouloir le gracier`: an infinitive behind a verb and a pronoun."""
    if token.i < 2:
        return False
    clitic, verb = token.nbor(-1), token.nbor(-2)
    return clitic.lower_ in OBJECT_CLITICS and verb.pos_ in ("VERB", "AUX")


def _is_governed(token: Token) -> bool:
    """« tente de le gifler », « devait ravitailler X »: no noun that another verb has so."""
    verb = token.head
    if token.lower_ in NOUNS_TOO or verb.pos_ not in ("VERB", "AUX") or verb.i > token.i:
        return False
    bare = token.i == verb.i + 1 and verb.lemma_ in MODAL
    return bare or (
        token.dep_ in ("xcomp", "obl:arg", "advcl")
        and any(
            child.lower_ in INFINITIVE_MARKS and child.dep_ in ("mark", "det")
            for child in token.children
        )
    )


def _is_title_noun(token: Token) -> bool:
    """« Gabon : remise de vivres »: without an article, and without any other verb."""
    return (
        token.lower_ in FEMININE_NOUNS
        and (token.i == 0 or token.nbor(-1).text == ":")
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ in ("de", "d'", "du", "des", "à", "en", "par")
        and not any("VerbForm=Fin" in word.morph for word in token.doc)
    )


def _stands_as_verb(token: Token) -> bool:
    """Whether a word stands where the verb of a sentence without one must be.

    « Abidjan dément », « Le juge écroue deux hommes », « Bravant le décret, ...».
    """
    lower = token.lower_
    if any(child.dep_ in ("det", "case", "cop", "amod") for child in token.children):
        return False
    if lower.endswith("ant"):
        return _starts_sentence(token) or (token.i > 0 and token.nbor(-1).text == ",")
    if lower.endswith(("é", "és", "ée", "ées", "er", "ir")) or _starts_sentence(token):
        return False
    if token.nbor(-1).lower_ in SUBJECT_CLITICS:
        return True
    root = _root(token)
    if _is_conjugated(root) or any(child.dep_ == "cop" for child in root.children):
        return False
    before = token.nbor(-1)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        (
            before.pos_ in ("PROPN", "PRON")
            or (before.pos_ == "NOUN" and before.text[0].isupper())
            or (before.pos_ in ("NOUN", "ADJ") and _determined(before))
        )
        and (
            following is None
            or following.pos_ in FOLLOWING
            or following.text in CLAUSE_ENDS
            or "VerbForm=Inf" in following.morph
        )
        and "Number=Plur" not in token.morph
    )


def _starts_sentence(token: Token) -> bool:
    return token.i in token.doc.sentence_starts


def _root(token: Token) -> Token:
    """The root of a word's sentence, as the parser parts them."""
    bounds = [*token.doc.sentence_starts, len(token.doc)]
    behind = bisect_right(bounds, token.i)
    words = token.doc[bounds[behind - 1] : bounds[behind]]
    return next((word for word in words if word.head is word), words[0])


def _is_conjugated(verb: Token) -> bool:
    """Whether a root is a verb and no infinitive: « Le Kremlin dément avoir bombardé »."""
    words = (verb, *(child for child in verb.children if child.dep_.startswith("aux")))
    return verb.pos_ in ("VERB", "AUX") and not any("VerbForm=Inf" in w.morph for w in words)


def _determined(token: Token) -> bool:
    """Whether a noun phrase with an article ends here."""
    head = token.head if token.pos_ == "ADJ" else token
    return any(child.dep_ == "det" for child in head.children)


def _acts_as_verb(token: Token) -> bool:
    """Whether a token has what only a verb has: an auxiliary, a relative subject, a clitic."""
    if any(child.dep_ in ("cop", "det", "case") for child in token.children):
        return False
    for child in token.children:
        if child.dep_ in ("aux:tense", "aux:pass", "expl:comp", "expl:pass"):
            return True
        if child.dep_ == "nsubj" and token.dep_ in ("acl:relcl", "ROOT", "conj", "ccomp"):
            return True
    before = None if _starts_sentence(token) else token.nbor(-1)
    return (
        before is not None
        and before.lower_ in VERB_CLITICS
        and before.pos_ in ("PRON", "ADV", "PART")
        and token.pos_ != "NOUN"
    )
