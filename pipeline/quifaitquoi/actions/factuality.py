"""Did it happen? Negation, tense, mood and what governs the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actions import Factuality
from quifaitquoi.syntax.frames import is_verb, lemma_of, preposition
from quifaitquoi.syntax.verb_groups import Mood, VerbTense, shared_head, verb_group
from quifaitquoi.syntax.words import NE, VERB_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.actions.candidate import Candidate
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.tokens import Token

ASSERTED, PLANNED, POSSIBLE, NEGATED = Factuality

MODALS: Final = frozenset(["devoir", "pouvoir", "falloir"])
FUTURE_ADJECTIVES: Final = {
    "prévu": PLANNED, "prochain": PLANNED, "futur": PLANNED, "éventuel": POSSIBLE,
    "possible": POSSIBLE, "programmé": PLANNED, "probable": POSSIBLE, "hypothétique": POSSIBLE,
    "supposé": POSSIBLE, "présumé": POSSIBLE, "imminent": PLANNED, "annoncé": PLANNED,
}  # fmt: skip
# Adjectives that say that somebody will.
WILLING: Final = frozenset(
    "prêt disposé résolu déterminé décidé sûr certain contraint tenu".split()
)
PERFORMATIVE: Final = frozenset({"vouloir", "tenir", "souhaiter", "devoir", "pouvoir", "permettre"})
FIRST_PERSON: Final = frozenset({"je", "j'", "nous"})
NOMINAL_GOVERNORS_ASSERT: Final = frozenset(
    {"annoncer", "ordonner", "décréter", "adopter", "voter"}
)
# What is asked or unknown: « on ignore si X a signé ».
UNKNOWING: Final = frozenset("ignorer savoir demander vérifier déterminer préciser dire".split())
# Words of questions that take for granted what they ask about.
ASKING: Final = frozenset(
    "pourquoi comment quand où qui quel quelle quels quelles que qu' combien quoi lequel".split()
)
CONDITIONALS: Final = frozenset({"si", "s'"})
MAX_DEPTH: Final = 5


def factuality(trigger: Token, carrier: Token | None, lexicon: ActionLexicon) -> Factuality:
    """Factuality of an act from its trigger and the verb that carries its tense."""
    if carrier is None:
        return _of_noun(trigger, lexicon)
    own = _of_verb(carrier, 0, lexicon)
    if own in (ASSERTED, PLANNED) and _is_asked(carrier):
        return POSSIBLE
    if own is ASSERTED and trigger != carrier:
        return _modifiers(trigger)
    return own


def factuality_of(candidate: Candidate, lexicon: ActionLexicon) -> Factuality:
    """That of a candidate, read once."""
    if candidate.factuality is None:
        frame = candidate.frame
        candidate.factuality = factuality(frame.trigger, frame.carrier, lexicon)
    return candidate.factuality


def _is_asked(verb: Token) -> bool:
    """« Le Mali va-t-il signer ? »: whether it is so is the question."""
    doc, main = verb.doc, verb
    while main.dep_ in ("xcomp", "conj") and is_verb(main.head):
        main = main.head
    end = next((t.i for t in doc[main.i :] if t.text in ("?", ".", "!")), main.i)
    if doc[end].text != "?":
        return False
    inverted = any(
        doc[word.i + 1].lower_.startswith(("-", "t-"))
        for word in verb_group(main).words
        if word.i + 1 < len(doc)
    )
    return inverted and not any(child.lower_ in ASKING for child in main.children)


def _of_verb(verb: Token, depth: int, lexicon: ActionLexicon) -> Factuality:
    group = verb_group(verb)
    if group.negated:
        return NEGATED
    if any(child.lower_ == "sans" and child.dep_ in ("mark", "case") for child in verb.children):
        return NEGATED
    if group.finite is None:
        return _governed(verb, depth, lexicon)
    if group.mood is Mood.CONDITIONAL:
        return _conditional(verb, group.finite)
    if group.tense is VerbTense.FUTURE:
        return _future(verb)
    if any(child.lower_ in CONDITIONALS and child.dep_ == "mark" for child in verb.children):
        if lemma_of(verb.head) in UNKNOWING and verb.head.i < verb.i:
            return POSSIBLE
        # « S'il a été libéré, ... » concedes what happened.
        done = group.finite.dep_ == "aux:tense" and group.tense is VerbTense.PRESENT
        return ASSERTED if done else POSSIBLE
    if group.mood is Mood.SUBJUNCTIVE:
        return _governed(verb, depth, lexicon)
    if verb.dep_ == "ccomp" and depth < MAX_DEPTH and is_verb(verb.head):
        governor = lemma_of(verb.head)
        if governor in lexicon.words("denied_by") and not verb_group(verb.head).negated:
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
    group = verb_group(verb)
    if group.finite is None:
        return True
    if group.tense is VerbTense.FUTURE or group.mood is Mood.CONDITIONAL:
        return False
    return group.finite.dep_ == "aux:tense" or group.tense in (VerbTense.IMPERFECT, VerbTense.PAST)


def _governed(verb: Token, depth: int, lexicon: ActionLexicon) -> Factuality:
    """Infinitive, participle or subjunctive: what its governor says."""
    head = verb.head
    if head == verb or depth > MAX_DEPTH:
        return ASSERTED
    if verb.dep_ == "conj" and is_verb(head):
        return _of_verb(shared_head(verb), depth + 1, lexicon)
    group = verb_group(verb)
    if not group.is_infinitive and (
        verb.dep_ in ("acl", "amod") or group.mood is not Mood.SUBJUNCTIVE
    ):
        return ASSERTED
    if group.is_infinitive and is_sequel(verb):
        # « a promis une aide avant de conclure que »: done like what is done beside it.
        return _of_verb(head, depth + 1, lexicon) if is_verb(head) else ASSERTED
    lemma = lemma_of(head)
    if group.compound and lemma in lexicon.words("alleging"):
        return POSSIBLE
    if group.compound and (
        verb.dep_ != "xcomp"
        or lemma not in lexicon.words("possible_by") | lexicon.words("denied_by")
    ):
        # « annonce avoir tué », « reconnaît avoir livré »: done before it is said.
        return ASSERTED
    if lemma in WILLING:
        return POSSIBLE
    if lemma in PERFORMATIVE and any(child.lower_ in FIRST_PERSON for child in head.children):
        return ASSERTED
    if head.pos_ == "ADV" and is_verb(head.head):
        # « feraient mieux d'enquêter »
        return _of_verb(head.head, depth + 1, lexicon)
    if is_verb(head):
        return _by_verb(head, depth, lexicon)
    return _by_word(lemma, lexicon) or ASSERTED


def is_sequel(infinitive: Token) -> bool:
    """« avant de conclure », « après avoir signé »."""
    doc, i = infinitive.doc, infinitive.i - 1
    while i > 1 and (doc[i].lower_ in VERB_CLITICS or doc[i].pos_ == "AUX"):
        i -= 1
    if i > 0 and doc[i].lower_ in ("de", "d'"):
        i -= 1
    return i >= 0 and doc[i].lower_ in ("avant", "après")


def _by_verb(head: Token, depth: int, lexicon: ActionLexicon) -> Factuality:
    """What a governing verb says of what it governs."""
    lemma = lemma_of(head)
    if lemma == "pouvoir" and _is_only(head):
        return ASSERTED
    if verb_group(head).negated:
        if lemma in lexicon.words("omitting"):
            return ASSERTED
        denies = lemma not in MODALS and lemma in lexicon.words("denied_by")
        return POSSIBLE if denies else NEGATED
    if lemma in ("pouvoir", "devoir") and verb_group(head).compound:
        # « a pu » or « a dû rencontrer » says that it happened, « peut rencontrer » does not.
        return ASSERTED
    if lemma == "pouvoir":
        return POSSIBLE
    return _by_word(lemma, lexicon) or _of_verb(head, depth + 1, lexicon)


def _by_word(lemma: str, lexicon: ActionLexicon) -> Factuality | None:
    """What a governing verb or noun says by itself."""
    if lemma in lexicon.words("planned_by"):
        return PLANNED
    if lemma in lexicon.words("possible_by"):
        return POSSIBLE
    return NEGATED if lemma in lexicon.words("denied_by") else None


def _is_only(verb: Token) -> bool:
    """« ne peut que saluer »: it is done."""
    lowers = {child.lower_ for child in verb.children}
    following = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 2]}
    return bool(lowers & NE) and bool(following & {"que", "qu'"})


def _of_noun(noun: Token, lexicon: ActionLexicon) -> Factuality:
    """A bare noun: its adjectives, then the verb or noun that governs it."""
    own = _modifiers(noun)
    if own is not ASSERTED:
        return own
    if _is_denied(noun):
        return NEGATED
    head = noun.head
    if head == noun:
        return ASSERTED
    if head.pos_ == "ADJ" and noun.dep_ == "nsubj":
        # « Le départ de X est imminent »
        return FUTURE_ADJECTIVES.get(lemma_of(head), ASSERTED)
    name = preposition(noun)
    if name in ("sans", "faute"):
        return NEGATED if name == "sans" else POSSIBLE
    lemma = lemma_of(head)
    governs = noun.dep_ in ("obj", "nsubj:pass", "obl:arg", "nmod", "xcomp", "conj")
    if not governs:
        return ASSERTED
    if noun.dep_ == "conj":
        return _of_noun(head, lexicon) if head.pos_ == "NOUN" else ASSERTED
    if lemma in NOMINAL_GOVERNORS_ASSERT:
        return PLANNED if lemma == "annoncer" else ASSERTED
    if lemma == "repousser" and lemma_of(noun) in lexicon.words("blow"):
        # What is put off is planned, a blow that is beaten back was struck.
        return ASSERTED
    value = _by_word(lemma, lexicon)
    if value is not None:
        denied = value is PLANNED and is_verb(head) and verb_group(head).negated
        return NEGATED if denied else value
    if is_verb(head) and lemma in lexicon.words("enacting"):
        return _of_verb(head, 0, lexicon)
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
