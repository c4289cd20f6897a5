"""Did it happen? Negation, tense, mood and what governs the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Factuality
from quifaitquoi.syntax.frames import is_infinitive, is_verb, lemma_of, preposition, shared_head
from quifaitquoi.syntax.words import VERB_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Token

ASSERTED, PLANNED, POSSIBLE, NEGATED = Factuality

NEGATORS: Final = frozenset(
    """pas jamais plus point guère aucun aucune nul nulle ni personne rien aucunement
    nullement""".split()
)
NE: Final = frozenset({"ne", "n'"})
# What a governor makes of the act in its infinitive, clause or noun.
GOVERNORS: Final = {
    PLANNED: frozenset(
        """accepter ajourner aller annoncer apprêter arrêter compter convenir convier consentir
        décider devoir décréter engager entendre envisager fixer jurer mandater ordonner
        partir planifier préparer prévoir programmer projeter promettre reporter
        repousser résoudre
        voter adopter décision prévision préparatif projet plan promesse engagement
        perspective""".split()
    ),
    POSSIBLE: frozenset(
        """accuser appeler attendre autoriser chercher conseiller craindre demander désirer
        encourager envisager espérer exhorter exiger imaginer implorer inciter insister inviter
        menacer mander offrir plaider pouvoir prier presser préconiser prétendre proposer
        réclamer recommander redouter risquer sembler solliciter sommer souhaiter
        soupçonner suggérer supplier suspecter vouloir demande appel possibilité risque menace
        proposition tentation espoir souhait volonté exigence recommandation invitation
        hypothèse éventualité idée crainte condition prôner militer paraître soupçon rumeur
        accusation""".split()
    ),
    NEGATED: frozenset(
        """abstenir démentir éviter empêcher exclure nier omettre refuser rejeter renoncer manquer
        interdire refus""".split()
    ),
}
MODALS: Final = frozenset(["devoir", "pouvoir", "falloir"])
FUTURE_ADJECTIVES: Final = {
    "prévu": PLANNED, "prochain": PLANNED, "futur": PLANNED, "éventuel": POSSIBLE,
    "possible": POSSIBLE, "programmé": PLANNED, "probable": POSSIBLE, "hypothétique": POSSIBLE,
    "supposé": POSSIBLE, "présumé": POSSIBLE, "imminent": PLANNED, "annoncé": PLANNED,
}  # fmt: skip
NOMINAL_GOVERNORS: Final = frozenset(
    """accord acceptation décision volonté promesse intention engagement offre refus menace
    tentative ordre projet proposition demande appel souhait espoir désir droit invitation choix
    serment accusation obligation possibilité succès occasion honneur mandat mission
    charge""".split()
)
# Adjectives that say that somebody will.
WILLING: Final = frozenset(
    "prêt disposé résolu déterminé décidé sûr certain contraint tenu".split()
)
# An allegation even of what is past: « accuse X d'avoir ... ».
ALLEGING: Final = frozenset("accuser reprocher imputer soupçonner suspecter incriminer".split())
# Verbs through which what their object names is done.
ENACTING: Final = frozenset(
    """intensifier obtenir lancer organiser mener effectuer poursuivre reprendre permettre faciliter
    accélérer entamer engager imposer ordonner maintenir multiplier préparer tenir
    conduire""".split()
)
PERFORMATIVE: Final = frozenset({"vouloir", "tenir", "souhaiter", "devoir", "pouvoir", "permettre"})
FIRST_PERSON: Final = frozenset({"je", "j'", "nous"})
NOMINAL_GOVERNORS_ASSERT: Final = frozenset(
    {"annoncer", "ordonner", "décréter", "adopter", "voter"}
)
# Not to do them is to do what follows: « n'a pas manqué de remercier ».
LITOTES: Final = frozenset("manquer omettre oublier hésiter tarder négliger".split())
# What is asked or unknown: « on ignore si X a signé ».
UNKNOWING: Final = frozenset("ignorer savoir demander vérifier déterminer préciser dire".split())
# Words of questions that take for granted what they ask about.
ASKING: Final = frozenset(
    "pourquoi comment quand où qui quel quelle quels quelles que qu' combien quoi lequel".split()
)
CONDITIONALS: Final = frozenset({"si", "s'"})
MAX_DEPTH: Final = 5


def factuality(trigger: Token, carrier: Token | None) -> Factuality:
    """Factuality of an act from its trigger and the verb that carries its tense."""
    if carrier is None:
        return _noun(trigger)
    own = _verb(carrier, 0)
    if own in (ASSERTED, PLANNED) and _is_asked(carrier):
        return POSSIBLE
    if own is ASSERTED and trigger != carrier:
        return _modifiers(trigger)
    return own


def _is_asked(verb: Token) -> bool:
    """« Le Mali va-t-il signer ? »: whether it is so is the question."""
    doc, main = verb.doc, verb
    while main.dep_ in ("xcomp", "conj") and is_verb(main.head):
        main = main.head
    end = next((t.i for t in doc[main.i :] if t.text in ("?", ".", "!")), main.i)
    if doc[end].text != "?":
        return False
    group = (main, *(child for child in main.children if child.dep_.startswith("aux")))
    inverted = any(
        doc[word.i + 1].lower_.startswith(("-", "t-")) for word in group if word.i + 1 < len(doc)
    )
    return inverted and not any(child.lower_ in ASKING for child in main.children)


def _verb(verb: Token, depth: int) -> Factuality:
    if negated(verb):
        return NEGATED
    if any(child.lower_ == "sans" and child.dep_ in ("mark", "case") for child in verb.children):
        return NEGATED
    finite = _finite(verb)
    if finite is None:
        return _governed(verb, depth)
    if "Mood=Cnd" in finite.morph:
        return _conditional(verb, finite)
    if "Tense=Fut" in finite.morph:
        return _future(verb)
    if any(child.lower_ in CONDITIONALS and child.dep_ == "mark" for child in verb.children):
        if lemma_of(verb.head) in UNKNOWING and verb.head.i < verb.i:
            return POSSIBLE
        # « S'il a été libéré, ... » concedes what happened.
        return ASSERTED if finite.dep_ == "aux:tense" and "Tense=Pres" in finite.morph else POSSIBLE
    if "Mood=Sub" in finite.morph:
        return _governed(verb, depth)
    if verb.dep_ == "ccomp" and depth < MAX_DEPTH and is_verb(verb.head):
        governor = lemma_of(verb.head)
        if governor in GOVERNORS[NEGATED] and not negated(verb.head):
            return NEGATED
    return ASSERTED


def _future(verb: Token) -> Factuality:
    if any(child.lower_ in CONDITIONALS and child.dep_ == "mark" for child in verb.children):
        return POSSIBLE
    return PLANNED


def _conditional(verb: Token, finite: Token) -> Factuality:
    if lemma_of(finite) == "devoir":
        return PLANNED
    head = verb.head
    if verb.dep_ in ("ccomp", "acl:relcl") and is_verb(head) and is_past(head):
        # Future seen from the past: « a annoncé qu'il se rendrait ».
        return PLANNED if finite == verb or finite.dep_ == "aux:pass" else POSSIBLE
    return POSSIBLE


def is_past(verb: Token) -> bool:
    """Whether a verb is in a past tense, or has no tense of its own."""
    finite = _finite(verb)
    if finite is None:
        return True
    if finite.morph & {"Tense=Fut", "Mood=Cnd"}:
        return False
    return finite.dep_ == "aux:tense" or bool(finite.morph & {"Tense=Imp", "Tense=Past"})


def _finite(verb: Token) -> Token | None:
    """The word that carries mood and tense: the verb or its first auxiliary."""
    for child in verb.children:
        if child.dep_.startswith(("aux", "cop")) and "VerbForm=Fin" in child.morph:
            return child
    return verb if "VerbForm=Fin" in verb.morph else None


def _governed(verb: Token, depth: int) -> Factuality:
    """Infinitive, participle or subjunctive: what its governor says."""
    head = verb.head
    if head == verb or depth > MAX_DEPTH:
        return ASSERTED
    if verb.dep_ == "conj" and is_verb(head):
        return _verb(shared_head(verb), depth + 1)
    if verb.dep_ in ("acl", "amod") and not is_infinitive(verb):
        return ASSERTED
    finite = _finite(verb)
    if not is_infinitive(verb) and (finite is None or "Mood=Sub" not in finite.morph):
        return ASSERTED
    if is_infinitive(verb) and _is_sequel(verb):
        # « a promis une aide avant de conclure que »: done like what is done beside it.
        return _verb(head, depth + 1) if is_verb(head) else ASSERTED
    lemma = lemma_of(head)
    compound = any(child.dep_.startswith("aux:tense") for child in verb.children)
    if compound and lemma in ALLEGING:
        return POSSIBLE
    if compound and (verb.dep_ != "xcomp" or lemma not in GOVERNORS[POSSIBLE] | GOVERNORS[NEGATED]):
        # « annonce avoir tué », « reconnaît avoir livré »: done before it is said.
        return ASSERTED
    if lemma in WILLING:
        return POSSIBLE
    if lemma in PERFORMATIVE and any(child.lower_ in FIRST_PERSON for child in head.children):
        return ASSERTED
    if head.pos_ == "ADV" and is_verb(head.head):
        # « feraient mieux d'enquêter »
        return _verb(head.head, depth + 1)
    return _by_verb(head, depth) if is_verb(head) else _by_word(lemma) or ASSERTED


def _is_sequel(infinitive: Token) -> bool:
    """« avant de conclure », « après avoir signé »."""
    doc, i = infinitive.doc, infinitive.i - 1
    while i > 1 and (doc[i].lower_ in VERB_CLITICS or doc[i].pos_ == "AUX"):
        i -= 1
    if i > 0 and doc[i].lower_ in ("de", "d'"):
        i -= 1
    return i >= 0 and doc[i].lower_ in ("avant", "après")


def _by_verb(head: Token, depth: int) -> Factuality:
    """What a governing verb says of what it governs."""
    lemma = lemma_of(head)
    if lemma == "pouvoir" and _is_only(head):
        return ASSERTED
    if negated(head):
        if lemma in LITOTES:
            return ASSERTED
        return NEGATED if lemma in MODALS or lemma not in GOVERNORS[NEGATED] else POSSIBLE
    if lemma in ("pouvoir", "devoir") and _achieved(head):
        return ASSERTED
    if lemma == "pouvoir":
        return POSSIBLE
    return _by_word(lemma) or _verb(head, depth + 1)


def _by_word(lemma: str) -> Factuality | None:
    """What a governing verb or noun says by itself."""
    return next((value for value, words in GOVERNORS.items() if lemma in words), None)


def _is_only(verb: Token) -> bool:
    """« ne peut que saluer »: it is done."""
    lowers = {child.lower_ for child in verb.children}
    following = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 2]}
    return bool(lowers & NE) and bool(following & {"que", "qu'"})


def _achieved(verb: Token) -> bool:
    """`a pu` or `a dû rencontrer` says that it happened, `peut rencontrer` does not."""
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _noun(noun: Token) -> Factuality:
    """A bare noun: its adjectives, then the verb or noun that governs it."""
    own = _modifiers(noun)
    if own is not ASSERTED:
        return own
    if _is_denied(noun):
        return NEGATED
    head = noun.head
    if head == noun:
        return ASSERTED
    name = preposition(noun)
    if name in ("sans", "faute"):
        return NEGATED if name == "sans" else POSSIBLE
    lemma = lemma_of(head)
    governs = noun.dep_ in ("obj", "nsubj:pass", "obl:arg", "nmod", "xcomp", "conj")
    if not governs:
        return ASSERTED
    if noun.dep_ == "conj":
        return _noun(head) if head.pos_ == "NOUN" else ASSERTED
    if lemma in NOMINAL_GOVERNORS_ASSERT:
        return PLANNED if lemma == "annoncer" else ASSERTED
    for value, words in GOVERNORS.items():
        if lemma in words:
            return NEGATED if is_verb(head) and negated(head) and value is PLANNED else value
    if is_verb(head) and lemma in ENACTING:
        return _verb(head, 0)
    return ASSERTED


def _is_denied(noun: Token) -> bool:
    """« pas de rencontre », « ni trêve »: no verb need say so."""
    before = noun.doc[max(0, noun.i - 2) : noun.i]
    words = [token.lower_ for token in before]
    return words[-1:] == ["ni"] or (words[:1] == ["pas"] and words[-1] in ("de", "d'"))


def _modifiers(noun: Token) -> Factuality:
    for child in noun.children:
        if child.lower_ in ("aucun", "aucune", "nul", "nulle"):
            return NEGATED
        value = FUTURE_ADJECTIVES.get(lemma_of(child)) or FUTURE_ADJECTIVES.get(
            child.lower_.rstrip("es")
        )
        if value is not None and child.dep_ in ("amod", "acl"):
            return value
    return ASSERTED


def _apart(child: Token, verb: Token) -> bool:
    """Whether a clause ends between a word and the verb that the parser hung it on."""
    first, last = sorted((child.i, verb.i))
    quotes = "»”" if child.i < verb.i else "«“"
    return any(token.text in (":", ";", *quotes) for token in verb.doc[first:last])


def negated(verb: Token) -> bool:
    """`ne ... pas` and its kin; not `ne ... que`, nor the `ne` that negates nothing."""
    lowers = {child.lower_ for child in verb.children if not _apart(child, verb)}
    for child in verb.children:
        # « n'a pas encore répondu »: the parser hangs one adverb on the other.
        if child.dep_.startswith("aux") or child.dep_ == "cop" or child.pos_ == "ADV":
            lowers |= {grandchild.lower_ for grandchild in child.children}
    if not lowers & NE:
        return "pas" in lowers and "non" not in lowers
    if lowers & NEGATORS:
        return True
    return any(
        grandchild.lower_ in NEGATORS
        for child in verb.children
        if child.dep_ in ("nsubj", "obj", "nsubj:pass", "obl:arg", "iobj", "expl:subj", "conj")
        for grandchild in (child, *child.children)
    )
