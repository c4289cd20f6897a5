"""Words of the lexicon that report no act here: purposes, topics, attributes, habits, trends."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.factuality import (
    FIRST_PERSON,
    WILLING,
    factuality,
)
from quifaitquoi.actions.habits import HABITUAL, is_habit, is_rule
from quifaitquoi.actions.speech import narrator
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.clauses import Clause, Kind
from quifaitquoi.syntax.frames import CHAINS, PARTITIVES, STRIKING, is_verb, lemma_of, preposition
from quifaitquoi.syntax.verb_groups import VerbTense, is_gerund, verb_group
from quifaitquoi.syntax.words import QUE, VERB_CLITICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quifaitquoi.actions.arguments import ArgumentResolver
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.sentence import Sentence
    from quifaitquoi.syntax.tokens import Token

PURPOSE_MARKS: Final = frozenset({"pour", "afin", "sans"})
# « profite de l'occasion pour saluer »: what follows is done, not only meant.
ACHIEVING: Final = frozenset({"profiter", "saisir"})
# Who came to take part did: « sont venues de Kara pour prendre part au forum ».
ATTENDING: Final = frozenset("prendre participer assister".split())
COMING: Final = frozenset(
    """venir arriver rendre réunir retrouver déplacer rassembler quitter partir envoler embarquer
    séjourner""".split()
)
# « dans le but de, en vue de, dans l'optique de » + infinitive.
AIMS: Final = frozenset("but vue optique souci dessein espoir perspective manière façon".split())
# Conjunctions in `que` whose clause is only meant or ruled out.
MEANT: Final = frozenset("afin sans peur crainte".split())
# Pronouns for whoever does what their relative clause says, and conjunctions for whenever.
ANYBODY: Final = frozenset("ceux celui celle celles quiconque".split())
# Verbs before what one says of oneself.
MODAL: Final = frozenset("pouvoir devoir vouloir tenir souhaiter aimer".split())
# Pronouns for whomever one speaks to.
WHOMEVER: Final = frozenset("tu vous on l'on".split())
WHENEVER: Final = frozenset("lorsque lorsqu' quand dès".split())
SUPPOSING: Final = WHENEVER | {"si", "s'"}
# Verbs of those who see to it that something does not happen.
AVERTING: Final = frozenset("éviter empêcher".split())
# Nouns before `de` that count acts or name them as done.
COUNTED: Final = (
    CHAINS | PARTITIVES | frozenset("tentative acte jour heure semaine mois an année coup".split())
)
MAX_DEPTH: Final = 4
# Of nouns, verbs and adjectives of an article. Of 154 articles 21 have more of words of sport, all
# of them reports on contests; an attack on a stadium has .11, what is no sport else at most .08.
SPORT_SHARE: Final = 0.12
# Fewer are no report: one word of a stadium, one of a world bank.
SPORT_LEAST: Final = 5


def is_contest(sentences: Sequence[Sentence], words: frozenset[str]) -> bool:
    """Whether an article reports a contest of sport, in which nobody attacks or yields for real."""
    told = [one for one in sentences if not words.isdisjoint(one.doc.words)]
    sport = sum(lemma_of(token) in words for token in _telling(told))
    return sport > SPORT_LEAST and sport > SPORT_SHARE * sum(1 for _ in _telling(sentences))


def _telling(sentences: Iterable[Sentence]) -> Iterator[Token]:
    """Nouns, verbs and adjectives."""
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos_ in ("NOUN", "VERB", "ADJ"):
                yield token


def is_no_act(verb: Token, resolver: ArgumentResolver) -> bool:
    """Whether a verb of the lexicon stands where it reports no specific act."""
    return (
        is_purpose(verb)
        or _is_meant(verb, resolver)
        or _is_topic(verb, resolver)
        or (_is_attribute(verb) and not _is_predicate(verb, resolver))
        or _is_contents(verb, resolver)
        or is_habit(verb)
        or is_rule(verb)
        or _is_of_anybody(verb, resolver)
        or _is_ruled_out(verb, resolver.lexicon)
        or _is_toll(verb)
        or _is_supposed(verb, resolver)
        or _is_called(verb)
    )


def is_purpose(verb: Token, depth: int = 0) -> bool:
    """`pour renforcer les liens`: a purpose, no event; `pour avoir pris` is a cause.

    What hangs on a purpose as an infinitive or gerund is part of it (« pour tenter de tuer »).
    """
    gerund = is_gerund(verb)
    if (not gerund and "VerbForm=Inf" not in verb.morph) or lemma_of(verb.head) in ACHIEVING:
        return False
    if (
        lemma_of(verb) in ATTENDING
        and lemma_of(verb.head) in COMING
        and "VerbForm=Part" in verb.head.morph
    ):
        return False
    for child in verb.children:
        if child.i < verb.i and child.dep_ in ("mark", "case"):
            words = {child.lower_, *(sub.lower_ for sub in child.children)}
            if words & PURPOSE_MARKS:
                return True
    if not gerund and _has_aim(verb):
        return True
    if not is_verb(verb.head) or depth > MAX_DEPTH or verb.head == verb:
        return False
    own = any(child.dep_.startswith("nsubj") for child in verb.children)
    part = verb.dep_ == "conj" or (
        verb.dep_ in ("xcomp", "advcl") and verb.head.i < verb.i and not own
    )
    return part and is_purpose(verb.head, depth + 1)


def _has_aim(infinitive: Token) -> bool:
    """Whether « afin de », « dans le but de » or « de manière à » stands right before."""
    doc, i = infinitive.doc, infinitive.i - 1
    while i > 1 and (doc[i].lower_ in VERB_CLITICS or doc[i].pos_ == "ADV"):
        i -= 1
    if i < 1 or doc[i].lower_ not in ("de", "d'", "à"):
        return False
    return doc[i - 1].lower_ == "afin" or doc[i - 1].lower_ in AIMS


def _is_meant(verb: Token, resolver: ArgumentResolver) -> bool:
    """« afin que X puisse prendre part »: a clause that is only meant, with its infinitives."""
    clause: Clause | None = resolver.clauses[verb.i]
    while clause is not None and clause.kind is Kind.INFINITIVE:
        clause = clause.parent
    if clause is None or clause.opener not in QUE or clause.start <= resolver.sentence.start:
        return False
    return verb.doc[clause.start - 1].lower_ in MEANT


def _is_topic(verb: Token, resolver: ArgumentResolver) -> bool:
    """`les moyens de renforcer`, `capable de proposer`: an infinitive that no act governs."""
    if "VerbForm=Inf" not in verb.morph:
        return False
    if _is_possibility(verb, resolver):
        return True
    head = verb.head
    if is_verb(head):
        return _is_enabled(verb, resolver)
    if head.pos_ == "ADJ":
        return verb.dep_ != "conj" and lemma_of(head) not in WILLING
    resolved = resolver.lexicon.words("resolve") - resolver.lexicon.words("possibility")
    return (
        verb.dep_ == "acl"
        and head.pos_ == "NOUN"
        and lemma_of(head) not in resolved
        and narrator(verb, resolver) is None
    )


def _is_possibility(infinitive: Token, resolver: ArgumentResolver) -> bool:
    """« sa disponibilité à soutenir X », « il s'agit d'aider X »: what may or is to be done."""
    doc, i = infinitive.doc, infinitive.i - 1
    while i > 1 and (doc[i].lower_ in VERB_CLITICS or doc[i].pos_ == "ADV"):
        i -= 1
    possible = resolver.lexicon.words("possibility")
    return i > 0 and doc[i].lower_ in ("à", "de", "d'") and lemma_of(doc[i - 1]) in possible


def _is_enabled(infinitive: Token, resolver: ArgumentResolver) -> bool:
    """« cela permet de soulager X », « le projet vise à former X »: what a thing is good for."""
    verb = infinitive.head
    while infinitive.dep_ == "conj" and verb_group(verb).is_infinitive and verb.head != verb:
        infinitive, verb = verb, verb.head
    if lemma_of(verb) not in resolver.lexicon.words("enabling") or verb_group(verb).compound:
        return False
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if is_gerund(verb) and verb.dep_ == "acl":
        # « un texte visant à abroger »
        subjects.append(verb.head)
    return bool(subjects) and not any(resolver.mention(subject) for subject in subjects)


def _is_attribute(verb: Token) -> bool:
    """`les villes assiégées`, `les forces déployées`: a participle that only tells which."""
    return (
        verb.dep_ in ("acl", "amod")
        and verb_group(verb).is_participle
        and verb.i == verb.head.i + 1
        and not any(child.dep_ not in ("punct", "advmod", "conj", "cc") for child in verb.children)
    )


def _is_predicate(participle: Token, resolver: ArgumentResolver) -> bool:
    """« Deux soldats tués »: a title without a verb leaves out the auxiliary."""
    return (
        resolver.sentence.kind is not BlockKind.PARAGRAPH
        and not preposition(participle.head)
        and participle.head.dep_ in ("ROOT", "nsubj", "conj", "appos", "dep")
        and not any("VerbForm=Fin" in token.morph for token in resolver.sentence.tokens)
    )


def _is_contents(verb: Token, resolver: ArgumentResolver) -> bool:
    """« la loi interdisant X », « une liste visant X »: what a thing says, or is about."""
    noun = verb.head
    return (
        is_gerund(verb)
        and verb.dep_ == "acl"
        and verb.i > noun.i
        and verb.nbor(-1).text not in (",", "en")
        and noun.pos_ == "NOUN"
        and lemma_of(noun) not in resolver.lexicon.words("mouthpiece")
        and resolver.mention(noun) is None
    )


def _is_of_anybody(verb: Token, resolver: ArgumentResolver) -> bool:
    """« ceux qui tuent », « lorsque le peuple le dira »: whoever does it, whenever it is.

    « il est interdit de », « il arrive que X attaque », « chaque fois que X attaque » are rules.
    """
    if lemma_of(verb) in resolver.lexicon.words("norm") and _has_no_subject(verb):
        return True
    if verb.dep_ in ("ccomp", "csubj") and lemma_of(verb.head) == "arriver":
        return any(child.dep_ == "expl:subj" for child in verb.head.children)
    clause = resolver.clauses[verb.i]
    if clause.verb != verb or clause.finite is None or clause.start <= resolver.sentence.start:
        return False
    if clause.kind is Kind.SUBORDINATE and clause.opener in WHENEVER:
        return clause.tense is VerbTense.FUTURE
    if clause.opener in QUE and clause.start > 1:
        before = [token.lower_ for token in verb.doc[clause.start - 2 : clause.start]]
        return before == ["chaque", "fois"]
    if clause.kind is not Kind.RELATIVE or clause.opener != "qui":
        return False
    simple = clause.finite == verb and clause.tense is VerbTense.PRESENT
    return simple and verb.doc[clause.start - 1].lower_ in ANYBODY


def _is_supposed(verb: Token, resolver: ArgumentResolver) -> bool:
    """« si tu refuses », « lorsque l'on attaque »: what is only supposed of whomever."""
    clause = resolver.clauses[verb.i]
    return (
        clause.verb == verb
        and clause.opener in SUPPOSING
        and clause.tense is VerbTense.PRESENT
        and any(
            child.lower_ in WHOMEVER and child.dep_.startswith("nsubj") for child in verb.children
        )
    )


def _is_called(verb: Token) -> bool:
    """« Kossi Ayité dit Ferrari », « Awa Traoré, assistant du maire »: what somebody is called."""
    around = verb.doc[max(0, verb.i - 1) : verb.i + 2]
    if len(around) < 3:
        return False
    before, _, after = around
    if verb.lower_ in ("dit", "dite"):
        return before.pos_ == after.pos_ == "PROPN"
    return is_gerund(verb) and verb.dep_ == "appos" and after.lower_ in ("du", "de", "d'")


def _has_no_subject(verb: Token) -> bool:
    """« il est interdit de tuer », « rien n'interdit »: in the present, by nobody."""
    subjects = {
        child.lower_ for child in verb.children if child.dep_.startswith(("nsubj", "expl:subj"))
    }
    if "rien" in subjects:
        return True
    doc, i = verb.doc, verb.i
    present = any(
        child.dep_ in ("aux:pass", "cop") and "Tense=Pres" in child.morph for child in verb.children
    )
    # « il est interdit aux filles et aux femmes de porter X »
    ruled = any(
        verb_group(token).is_infinitive and doc[token.i - 1].lower_ in ("de", "d'")
        for token in takewhile(lambda token: token.pos_ != "PUNCT", doc[i + 2 :])
    )
    impersonal = any(child.dep_ == "expl:subj" for child in verb.children)
    return present and "il" in subjects and (ruled or impersonal)


def _is_ruled_out(verb: Token, lexicon: ActionLexicon) -> bool:
    """« ne peut pas saisir », « n'a pas été blessé »: what is not done, and by nobody.

    « n'a pas voulu répondre », « ne parvient pas à libérer », « refuse de recevoir X » tell of
    somebody who did not do it.
    """
    head, group = verb.head, verb_group(verb)
    lemma = lemma_of(head)
    if not group.is_infinitive:
        averted = verb.dep_ == "ccomp" and lemma in AVERTING
        ruled_out = averted or (lemma_of(verb) in STRIKING and group.passive)
    elif lemma in lexicon.words("trying") or lemma in lexicon.words("denied_by"):
        ruled_out = lemma in AVERTING
    else:
        ruled_out = lemma in AVERTING or not verb_group(head).compound
    return ruled_out and factuality(verb, verb, lexicon) is Factuality.NEGATED


def _is_toll(verb: Token) -> bool:
    """« trois personnes sont blessées »: how many there are; « ont été » tells what befell."""
    group = verb_group(verb)
    return (
        lemma_of(verb) == "blesser"
        and group.passive
        and not group.compound
        and group.tense is VerbTense.PRESENT
    )


def is_opinion(verb: Token) -> bool:
    """« je pense que », « je peux dire que », « rappelons que »: the speaker's own words.

    Somebody else reports them.
    """
    while verb_group(verb).is_infinitive and verb.head != verb and lemma_of(verb.head) in MODAL:
        verb = verb.head
    if "Tense=Pres" not in verb.morph or "VerbForm=Fin" not in verb.morph:
        return False
    return "Person=1" in verb.morph or any(
        child.lower_ in FIRST_PERSON and child.dep_.startswith("nsubj") for child in verb.children
    )


def is_trend(noun: Token, lexicon: ActionLexicon) -> bool:
    """« la hausse des attentats », « mener régulièrement des raids »: acts of a kind, not one."""
    if "Number=Plur" not in noun.morph:
        return False
    if preposition(noun) in ("de", "contre") and lemma_of(noun.head) in lexicon.words("trend"):
        return True
    return is_verb(noun.head) and (
        is_habit(noun.head)
        or (
            verb_group(noun.head).is_infinitive
            and any(child.lower_ in HABITUAL for child in noun.head.children)
        )
    )


def is_specifying(noun: Token) -> bool:
    """« un séminaire de formation », « le comité d'organisation »: of which kind a thing is."""
    head = noun.head
    return (
        noun.i > 0
        and noun.nbor(-1).lower_ in ("de", "d'")
        and head.pos_ == "NOUN"
        and not any(child.dep_ in ("nummod", "nmod") for child in noun.children)
        and lemma_of(head) not in COUNTED
    )


def is_topical(noun: Token, lexicon: ActionLexicon) -> bool:
    """« un besoin de formation », « la question des visites »: acts that are only spoken of."""
    return preposition(noun) == "de" and lemma_of(noun.head) in lexicon.words("topic")


def is_frozen(noun: Token) -> bool:
    """« à l'aide d'un bâton », « un agent à la retraite »: a noun that is part of a phrase."""
    if preposition(noun) != "à" or "Number=Plur" in noun.morph:
        return False
    return lemma_of(noun) == "aide" or (lemma_of(noun) == "retraite" and not is_verb(noun.head))
