"""Repairs of what the model gets wrong on press text, each by plain evidence in the tree."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.verbs import INTRANSITIVE
from quifaitquoi.syntax.model.lemmas import PREFERRED
from quifaitquoi.syntax.tokens import features_of
from quifaitquoi.syntax.verb_groups import NUMBERS
from quifaitquoi.syntax.words import COORDINATORS, INVERTED, NE, OBJECT_CLITICS, VERB_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.syntax.model.lemmas import VerbLemmas
    from quifaitquoi.syntax.tokens import Doc, Token

# What a verb is mistagged as; an adverb when it is short (« Abidjan dément »).
MISTAGGED: Final = frozenset({"NOUN", "ADJ", "ADV", "PROPN", "ADP"})
PARTICIPLE: Final = ("é", "ée", "és", "ées")
FUTURE: Final = ("rai", "ras", "ra", "rons", "rez", "ront")
CONDITIONAL: Final = ("rais", "rait", "rions", "riez", "raient")
# Endings of past participles, each with its feminine and plural.
PAST_PARTICIPLE: Final = tuple(
    f"{end}{suffix}"
    for end in ("é", "i", "u", "û", "it", "ait", "ert", "ort", "int", "is", "us", "os", "ous")
    for suffix in ("", "e", "s", "es")
)
PAST: Final = frozenset({"Tense=Past", "VerbForm=Part"})
# Endings like those of participles that only finite forms have.
NO_PARTICIPLE: Final = ("que", "ques", "gue", "gues")
SUBJECT_CLITICS: Final = frozenset("il elle ils elles on qui".split())
FOLLOWING: Final = frozenset({"DET", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"})
CLAUSE_ENDS: Final = frozenset({".", "!", "?", "…", ";", ":"})
# Infinitives that are nouns after an article.
NOMINALISED: Final = frozenset({"pouvoir", "devoir"})
# Determiners behind which a word in -é, -i or -u is a noun.
BEFORE_NOUN: Final = frozenset("le la les un une ce cet cette ces son sa ses leur leurs".split())
QUOTES: Final = frozenset({"»", "”", '"'})


def repair_verbs(doc: Doc, lemmas: VerbLemmas) -> None:
    """Give verbs their infinitive and form, and words mistaken for verbs or for nouns their tag."""
    tags = [token.pos_ for token in doc]
    for token, tag in zip(doc, tags, strict=True):
        if tag == "VERB":
            _repair_verb(token, lemmas)
        elif tag in MISTAGGED and (infinitive := lemmas.infinitive(token.lower_)):
            _repair_other(token, infinitive)
    for token in doc:
        if token.pos_ == "VERB":
            _repair_arcs(token)


def _repair_verb(token: Token, lemmas: VerbLemmas) -> None:
    if _has_article(token):
        token.pos_ = "NOUN"
        token.lemma_ = token.lower_.removesuffix("s")
        _inflect(token, "")
    elif _is_alias(token):
        token.pos_ = "ADJ"
    else:
        if not lemmas.known(token.lemma_) or token.lower_ in PREFERRED:
            infinitive = lemmas.infinitive(token.lower_)
            if infinitive:
                token.lemma_ = infinitive
        _repair_form(token)
        _repair_voice(token)
        _repair_auxiliary(token)
        _repair_inversion(token)


def _repair_other(token: Token, infinitive: str) -> None:
    if not token.text.isalpha():
        return
    if infinitive == token.lower_ and _has_object_clitic(token):
        token.nbor(-1).pos_ = "PRON"
        token.pos_ = "VERB"
        token.lemma_ = infinitive
        _inflect(token, "VerbForm=Inf")
    elif any(
        holds(token)
        for holds in (
            _is_inverted,
            _acts_as_verb,
            _stands_as_verb,
            _is_apposed_participle,
            _is_no_preposition,
            _is_no_adverb,
            _is_passive,
        )
    ):
        token.pos_ = "VERB"
        token.lemma_ = infinitive
        _inflect(token, _form(token.lower_))
        _repair_copula(token)


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


def _is_alias(token: Token) -> bool:
    """Whether `dit` introduces a nickname: « Jimmy Chérizier, dit Barbecue, ... »."""
    return (
        token.lower_ in ("dit", "dite", "dits")
        and 1 < token.i < len(token.doc) - 1
        and token.nbor(-1).text == ","
        and token.nbor(-2).text not in QUOTES
        and token.nbor(1).text[:1].isupper()
    )


def _repair_form(token: Token) -> None:
    """Correct features that the ending rules out.

    One past participle in thirty is tagged as a finite form or an infinitive, and now and then a
    present as a future or conditional.
    """
    lower = token.lower_
    if ("Tense=Fut" in token.morph and not lower.endswith(FUTURE)) or (
        "Mood=Cnd" in token.morph and not lower.endswith(CONDITIONAL)
    ):
        _inflect(token, "Mood=Ind|Tense=Pres|VerbForm=Fin")
    taken_for_participle = (
        not lower.endswith(PAST_PARTICIPLE) or lower.endswith(NO_PARTICIPLE)
    ) and token.morph >= PAST
    if taken_for_participle or (lower.endswith(PARTICIPLE) and "VerbForm=Part" not in token.morph):
        _inflect(token, _form(lower))


def _repair_voice(token: Token) -> None:
    """« Le ministre est arrivé »: no passive, though the model may say so."""
    if token.lemma_ in INTRANSITIVE:
        for child in token.children:
            if child.dep_ in ("aux:pass", "nsubj:pass"):
                child.dep_ = "aux:tense" if child.dep_ == "aux:pass" else "nsubj"


def _repair_arcs(verb: Token) -> None:
    """Hang a second verb, an object behind it, and the name behind a verb where they belong."""
    if "VerbForm=Part" in verb.morph and (above := _reported_beside(verb)) is not None:
        verb.hang_on(above)
    if any(child.dep_ == "obj" for child in verb.children):
        return
    if verb.dep_ == "conj":
        # « ont félicité Lima et rejeté son offre »
        for child in [c for c in verb.head.children if c.dep_ == "obj" and c.i > verb.i]:
            child.hang_on(verb)
    for child in verb.children:
        if child.dep_ == "advmod" and child.pos_ == "PROPN" and child.i == verb.i + 1:
            child.dep_ = "obj"


def _repair_copula(participle: Token) -> None:
    """The copula of what turns out to be a participle makes it passive."""
    copulas = [child for child in participle.children if child.dep_ == "cop"]
    if copulas:
        for child in participle.children:
            passive = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
            child.dep_ = passive.get(child.dep_, child.dep_)


def _repair_auxiliary(verb: Token) -> None:
    """« Ont pris part aux travaux ... »: an auxiliary is no subject."""
    for child in verb.children:
        if child.pos_ == "AUX" and child.dep_.startswith("nsubj"):
            child.dep_ = "aux:tense"


def _repair_inversion(verb: Token) -> None:
    """« ... », a accusé la ministre: what follows the verb of a quotation is its subject."""
    objects = [c for c in verb.children if c.dep_ == "obj" and c.left_edge.i == verb.i + 1]
    if not objects or any(child.dep_.startswith("nsubj") for child in verb.children):
        return
    first = min([verb.i, *(child.i for child in verb.children if child.dep_.startswith("aux"))])
    before = "".join([word.text + word.whitespace_ for word in verb.doc[max(0, first - 2) : first]])
    if "," in before and before.strip(", ") in QUOTES:
        for child in objects:
            child.dep_ = "nsubj"


def _reported_beside(participle: Token) -> Token | None:
    """The verb whose « que » clause the parser hung a participle on that is its second conjunct.

    « Elle a dit que la ville était calme et demandé une aide »: what shares no auxiliary with the
    clause before it goes on with the verb that this clause completes.
    """
    if participle.dep_ != "conj" or not any(
        child.dep_ == "cc" and child.i > participle.head.i for child in participle.children
    ):
        return None
    inner = participle.head
    while inner.dep_ in ("xcomp", "conj", "advcl") and inner.head is not inner:
        inner = inner.head
    verb = inner.head
    told = inner.dep_ == "ccomp" and _auxiliary(verb, "aux:tense") == "avoir"
    return verb if told and not _may_share(participle, participle.head) else None


def _may_share(participle: Token, verb: Token) -> bool:
    """Whether a verb or predicate has an auxiliary that a participle behind « et » may have too."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    if any(child.lower_ in NE for child in verb.children):
        # « ni » would go on with it.
        return False
    if _auxiliary(verb, "aux:pass", "cop") == "être":
        return not any(child.dep_ == "obj" for child in participle.children) and (
            participle.morph & NUMBERS == verb.morph & NUMBERS
        )
    return _auxiliary(verb, "aux:tense") != ""


def _auxiliary(verb: Token, *labels: str) -> str:
    return next((child.lemma_ for child in verb.children if child.dep_ in labels), "")


def _inflect(token: Token, features: str) -> None:
    token.morph = features_of(features)


def _form(lower: str) -> str:
    """Features of a verb form by its ending."""
    if lower.endswith(PARTICIPLE):
        return f"Number={'Plur' if lower.endswith('s') else 'Sing'}|Tense=Past|VerbForm=Part"
    if lower.endswith("ant"):
        return "Tense=Pres|VerbForm=Part"
    if lower.endswith(("er", "ir", "oir")):
        return "VerbForm=Inf"
    if lower.endswith(("era", "eront", "ira", "iront", "dra", "dront", "vra", "vront")):
        return "Mood=Ind|Tense=Fut|VerbForm=Fin"
    return "Mood=Ind|Tense=Pres|VerbForm=Fin"


def _has_article(token: Token) -> bool:
    """Whether a word is a noun all the same: « l'opposant », « son offre », « les blessés »."""
    if token.i == 0:
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
    return clitic.lower_ in OBJECT_CLITICS and verb.pos_ in ("VERB", "AUX") and token.i > 1


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
