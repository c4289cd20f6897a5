"""Functions of a trigger in the dependency tree, the same for every voice and construction.

A `Frame` holds the complements of a verb or noun under the names of `data/README.md`: the agent of
a passive is `subj`, the noun of a participle is `obj`, the antecedent stands for its relative
pronoun, and an infinitive, gerund or coordinated verb has the subject that it shares.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.verbs import INTRANSITIVE
from quifaitquoi.syntax.clauses import is_gerund

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quifaitquoi.syntax.tokens import Token

SUBJECT_DEPS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
# Dependents that are no complements.
FUNCTION_DEPS: Final = frozenset(
    """punct aux:tense aux:pass aux:caus aux cop cc mark expl:subj expl:comp expl:pass expl
    det""".split()
)
REFLEXIVES: Final = frozenset({"se", "s'"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"})
VERBAL: Final = frozenset({"VERB", "AUX"})
# Contracted and elided forms to the preposition that they hold.
PREPOSITION_FORMS: Final = {
    "du": "de", "des": "de", "d'": "de", "d": "de", "au": "à", "aux": "à", "a": "à",
    "jusqu'": "jusque", "jusqu'à": "jusque",
}  # fmt: skip
# Nouns that make a compound preposition with `de`: à l'encontre de, en présence de ...
COMPOUND_NOUNS: Final = frozenset(
    "encontre égard part faveur profit intention propos présence compagnie sein".split()
)
RELATIVE_PREPOSITIONS: Final = {
    "dont": "de", "duquel": "de", "desquels": "de", "desquelles": "de", "auquel": "à",
    "auxquels": "à", "auxquelles": "à", "où": "où",
}  # fmt: skip
RELATIVES: Final = frozenset("qui que qu' lequel laquelle lesquels lesquelles".split()) | frozenset(
    RELATIVE_PREPOSITIONS
)
CLITIC_FUNCTIONS: Final = {
    "le": "obj", "la": "obj", "l'": "obj", "les": "obj", "lui": "à", "leur": "à", "y": "à",
    "en": "de", "me": "obj", "m'": "obj", "nous": "obj", "vous": "obj",
}  # fmt: skip
OBJECT_CLITICS: Final = frozenset("lui leur y le la les l' me m' te t' se s'".split())
DATIVES: Final = frozenset({"lui", "leur", "y"})
INVERTED: Final = frozenset("-il -elle -ils -elles".split())
# Verbs whose object or dative, not subject, is the subject of the infinitive that follows.
OBJECT_CONTROL: Final = frozenset(
    """accuser aider amener appeler assigner autoriser avertir charger condamner conduire conjurer
    conseiller contraindre convaincre convier convoquer demander dissuader empêcher encourager
    engager enjoindre envoyer exhorter forcer inciter interdire intimer inviter laisser mandater
    menacer obliger offrir ordonner permettre persuader poursuivre presser prier proposer
    recommander reprocher sommer soupçonner suggérer supplier suspecter""".split()
)
CAUSATIVES: Final = frozenset({"faire", "laisser"})
# Complements with these belong to the noun before them.
OF: Final = frozenset({"de", "par", "entre", "selon"})
# How the parser hangs a participle behind a comma.
LOOSE: Final = frozenset({"conj", "advcl", "dep", "parataxis", "acl", "xcomp"})
QUANTITIES: Final = frozenset("plus moins près autour beaucoup tant peu".split())
UNDERGOING: Final = frozenset({"objet", "victime", "cible"})
# Complements that say how or when: « s'entretenir au téléphone avec X ».
SETTINGS: Final = ("à", "en", "dans", "par", "lors", "sur")
#: Nouns that only count, begin or frame the acts that follow them: « une série de frappes »,
#: « des heures de négociations », « la cérémonie de signature ».
CHAINS: Final = frozenset(
    """série vague campagne train tentative cycle round salve succession multitude début reprise
    cérémonie séance session séminaire atelier heure journée nuit semaine mois minute soirée phase
    mission opération tenue organisation""".split()
)
# Nouns that say how many they are.
COUNTS: Final = frozenset(
    """dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine
    millier nombre multitude plusieurs""".split()
)
# Verbs whose subject is an act and whose object the one who suffers it.
STRIKING: Final = frozenset("viser frapper toucher cibler endeuiller tuer blesser décimer".split())
PARTITIVES: Final = frozenset(
    """plupart majorité ensemble totalité dizaine douzaine quinzaine vingtaine trentaine
    quarantaine cinquantaine soixantaine centaine millier million partie nombre cent mille
    patrouille colonne convoi unité équipe élément détachement contingent groupe poignée
    tiers moitié quart reste foule série multitude essentiel certain plusieurs""".split()
)
DEFINITE: Final = frozenset({"Definite=Def", "PronType=Dem", "Poss=Yes"})
NUMBERS: Final = frozenset({"Number=Sing", "Number=Plur"})
MAX_DEPTH: Final = 6


@dataclass(slots=True)
class Frame:
    """What a trigger governs: function to head tokens, in order of the text.

    `carrier` is the verb that carries tense and negation for the trigger: itself, its support
    verb, or None for a bare noun.
    """

    trigger: Token
    pos: str
    functions: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    reflexive: bool = False
    plural: bool = False
    definite: bool = False
    carrier: Token | None = None
    announcers: tuple[Token, ...] = ()

    def add(self, function: str, tokens: Iterable[Token]) -> None:
        """Add fillers, each once."""
        held = self.functions.setdefault(function, [])
        held.extend(token for token in tokens if token not in held)
        if not held:
            del self.functions[function]

    def get(self, function: str) -> list[Token]:
        """Fillers of a function, or none."""
        return self.functions.get(function, [])


def preposition(token: Token) -> str:
    """The preposition that introduces a nominal: `de`, `à`, `auprès`, `encontre` ..., or empty."""
    relative = RELATIVE_PREPOSITIONS.get(token.lower_)
    if relative:
        return relative
    found = ""
    for child in token.lefts:
        if child.dep_ == "case" or (child.dep_ == "mark" and child.pos_ == "ADP"):
            words = [child.lower_, *(sub.lower_ for sub in child.children)]
            for word in words:
                if word in COMPOUND_NOUNS:
                    return word
            if found != "jusque":
                found = PREPOSITION_FORMS.get(words[0], words[0])
    return found


def conjuncts(token: Token) -> Iterator[Token]:
    """A nominal and what is coordinated with it.

    One noun phrase behind a comma is none: « reçu par X, le ministre a ... », « X, son hôte ».
    """
    yield token
    joined = [
        child
        for child in token.children
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not _heads_clause(child)
    ]
    if len(joined) == 1 and _is_beside(joined[0]):
        return
    for child in joined:
        yield from conjuncts(child)


def _is_beside(token: Token) -> bool:
    """Whether a phrase with an article stands behind a comma without a conjunction anywhere."""
    first = token.left_edge
    return (
        first.i > 0
        and first.nbor(-1).text == ","
        and first.pos_ == "DET"
        and not any(word.dep_ == "cc" for word in token.subtree)
    )


def _heads_clause(token: Token) -> bool:
    """Whether the parser made a verb a modifier of its subject (« un colonel annonce ... »)."""
    return any(
        child.pos_ == "VERB"
        and child.dep_ in ("flat:name", "amod", "appos")
        and not is_participle(child)
        for child in token.children
    )


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause as a verb."""
    return token.pos_ == "VERB" or (
        token.pos_ == "AUX" and not token.dep_.startswith(("aux", "cop"))
    )


def is_participle(token: Token) -> bool:
    """Past participle without auxiliary."""
    return (
        "VerbForm=Part" in token.morph
        and "Tense=Pres" not in token.morph
        and not _auxiliaries(token)
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb is an infinitive, compound ones included."""
    return "VerbForm=Inf" in token.morph or any(
        "VerbForm=Inf" in auxiliary.morph for auxiliary in _auxiliaries(token)
    )


def is_causative(verb: Token) -> bool:
    """« fait observer »: the infinitive behind `faire` or `laisser`."""
    words = (verb.head, *verb.doc[max(0, verb.i - 1) : verb.i])
    return is_infinitive(verb) and any(lemma_of(word) in CAUSATIVES for word in words)


def _auxiliaries(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_.startswith("aux")]


def is_finite(token: Token) -> bool:
    """Whether a verb or its auxiliary is finite; participles that share an auxiliary count."""
    auxiliaries = _auxiliaries(token)
    if any("VerbForm=Inf" in word.morph for word in (token, *auxiliaries)):
        return False
    if auxiliaries or "VerbForm=Fin" in token.morph:
        return True
    return token.dep_ == "conj" and is_verb(token.head) and is_finite(shared_head(token))


def is_passive(token: Token) -> bool:
    """Passive by auxiliary, subject label, or as a bare participle of a transitive verb."""
    deps = {child.dep_ for child in token.children}
    if lemma_of(token) in INTRANSITIVE:
        return False
    if deps & {"aux:pass", "expl:pass"}:
        return True
    if "nsubj:pass" in deps:
        # « La Maison-Blanche a réagi »: without été there is no passive, whatever the label.
        return not any(c.dep_ == "aux:tense" and c.lemma_ == "avoir" for c in token.children)
    if deps & {"aux:tense", "nsubj"} or not is_participle(token) or _auxiliary_apart(token):
        return False
    if _has_object(token):
        return False
    if modified_noun(token) is not None:
        return True
    if token.dep_ == "conj" and is_verb(token.head) and not is_participle(shared_head(token)):
        # « a décidé de ... et menacé de ... »: the auxiliary of the first verb serves both.
        return is_passive(shared_head(token))
    return True


def _has_object(participle: Token) -> bool:
    """« ont pris le poste, tué deux agents »: with an object a participle shares an auxiliary."""
    return any(
        child.dep_ == "obj"
        and child.i > participle.i
        and child.pos_ in ("NOUN", "PROPN")
        and any(sub.dep_ in ("det", "nummod") for sub in child.children)
        for child in participle.children
    )


def modified_noun(participle: Token) -> Token | None:
    """The noun before the comma of « a arrêté un homme, relâché une heure après »."""
    if participle.dep_ not in LOOSE or participle.i < 2 or participle.nbor(-1).text != ",":
        return None
    if any(child.dep_ == "cc" for child in participle.children) or _has_object(participle):
        return None
    noun = participle.nbor(-2)
    while (
        not _agree(noun, participle)
        and noun.head.pos_ in ("NOUN", "PROPN")
        and noun.head.i < noun.i
    ):
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _agree(noun: Token, participle: Token) -> bool:
    """Whether a participle can belong to a noun: same number, as far as the tags say."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    numbers = [word.morph & NUMBERS for word in (noun, participle)]
    return not all(numbers) or numbers[0] == numbers[1]


def _auxiliary_apart(verb: Token) -> Token | None:
    """The word that has the auxiliary of `X avait, mercredi, accusé ...`: the insertion."""
    head = verb.head
    if (
        verb.dep_ in ("acl", "conj", "advcl")
        and head.pos_ in ("NOUN", "PROPN", "ADV")
        and any(child.dep_ == "aux:tense" and child.i < verb.i for child in head.children)
    ):
        return head
    return None


def is_reflexive(token: Token) -> bool:
    """Whether a verb has the pronoun `se`, or `me`, `nous` with a subject of the same person."""
    before = {
        child.lower_ for child in token.children if child.i < token.i and child.dep_ != "mark"
    }
    if before & REFLEXIVES:
        return True
    return bool(before & {"je", "j'"} and before & {"me", "m'"}) or (
        sum(child.lower_ == "nous" for child in token.children if child.i < token.i) == 2
    )


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself if it is none."""
    if token.lower_ not in RELATIVES or token.pos_ not in ("PRON", "ADV", "SCONJ", "DET"):
        return token
    clause = token.head
    for _ in range(MAX_DEPTH):
        if clause.dep_.startswith("acl"):
            return clause.head
        if clause.head == clause:
            break
        clause = clause.head
    return token


def lemma_of(token: Token) -> str:
    """Lemma in lower case."""
    return token.lemma_.lower()


def shared_head(verb: Token) -> Token:
    """The verb that a conjunct shares its subject and auxiliary with.

    « ont décidé de marcher et menacé de ...» goes on with « ont décidé », whatever the parser hung
    it on.
    """
    head = verb.head
    if is_participle(verb) and is_infinitive(head) and is_verb(head.head):
        return head.head
    return head


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Grammatical subjects of a verb, shared ones included."""
    inverted = _inverted_pronoun(verb)
    if inverted is not None:
        return [inverted]
    own = _own_subjects(_auxiliary_apart(verb) or verb)
    if own or depth > MAX_DEPTH or verb.head == verb:
        return own
    head, dep = verb.head, verb.dep_
    if is_participle(verb) and not _auxiliary_apart(verb):
        if _has_object(verb) and dep in ("acl", "amod", "appos"):
            clause = next((token for token in verb.ancestors if is_verb(token)), None)
            return subjects(clause, depth + 1) if clause is not None else []
        noun = modified_noun(verb)
        if noun is not None:
            return list(conjuncts(noun))
    if dep == "conj" and is_verb(head):
        return subjects(shared_head(verb), depth + 1)
    if dep in ("acl", "amod", "acl:relcl") and head.pos_ in NOMINAL:
        if is_infinitive(verb) and dep == "acl":
            return _noun_subjects(head, depth)
        if is_gerund(verb) and any(t.lower_ == "en" for t in verb.doc[max(0, verb.i - 2) : verb.i]):
            # « prendre l'avantage en s'emparant de ...»: the subject of the clause, not the noun.
            clause = next((token for token in head.ancestors if is_verb(token)), None)
            return subjects(clause, depth + 1) if clause is not None else []
        return list(conjuncts(head)) if dep != "acl:relcl" else []
    if dep in (
        "xcomp",
        "ccomp",
        "advcl",
        "obl:arg",
        "obl:mod",
        "obl",
        "dep",
        "parataxis",
        "obj",
        "iobj",
    ):
        governor = head
        if governor.pos_ in NOMINAL and governor.pos_ != "ADJ" and not is_verb(governor):
            return _noun_subjects(governor, depth) if is_infinitive(verb) else []
        if is_infinitive(verb) and lemma_of(governor) in OBJECT_CONTROL and dep != "advcl":
            return _controllers(governor, depth)
        if is_infinitive(verb) or is_gerund(verb) or is_participle(verb):
            return subjects(governor, depth + 1)
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """Subjects that hang on the verb itself.

    Of several that are not coordinated the parser means the nearest; a topic before a colon
    (« Niger : la Cédéao lève ... ») and a dative clitic are none.
    """
    found = [
        child
        for child in verb.children
        if child.dep_ in SUBJECT_DEPS
        and child.pos_ not in VERBAL
        and not (child.lower_ in OBJECT_CLITICS and child.pos_ == "PRON" and child.i < verb.i)
        and not (child.lower_ in ("nous", "vous") and not _is_first_or_second(verb))
        and not _is_topic(child)
    ]
    if len(found) > 1:
        before = [child for child in found if child.i < verb.i]
        if before and any(token.lower_ == "dont" for token in verb.doc[before[0].i : before[-1].i]):
            found = before[:1]
        else:
            found = [before[-1] if before else found[0]]
    return [antecedent(token) for child in found for token in conjuncts(child)]


def _is_first_or_second(verb: Token) -> bool:
    """Whether a verb or its auxiliary has the ending that `nous` and `vous` ask for as subjects."""
    words = (verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop"))))
    return any(word.lower_.endswith(("ons", "ez", "mes", "tes")) for word in words)


def _is_topic(token: Token) -> bool:
    after = token.right_edge.i + 1
    return after < len(token.doc) and token.doc[after].text == ":"


def _inverted_pronoun(verb: Token) -> Token | None:
    """The pronoun of « dit-il », « a-t-il déclaré »."""
    group = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    places = {word.i + 1 for word in group}
    for word in group:
        for child in word.children:
            if (
                child.i in places
                and child.lower_.startswith("-")
                and child.lower_.removeprefix("-t") in INVERTED
            ):
                return child
    return None


def _controllers(verb: Token, depth: int) -> list[Token]:
    if is_passive(verb):
        return subjects(verb, depth + 1)
    held: list[Token] = []
    for child in verb.children:
        clitic = CLITIC_FUNCTIONS.get(child.lower_) if child.pos_ == "PRON" else None
        dative = preposition(child) == "à" and child.pos_ in NOMINAL and child.i > verb.i
        if clitic or dative or (child.dep_ == "obj" and child.pos_ in NOMINAL):
            held.extend(antecedent(token) for token in conjuncts(child))
    return held or subjects(verb, depth + 1)


def _noun_subjects(noun: Token, depth: int) -> list[Token]:
    """Who is the subject of `la volonté de X de ...`, `sa demande de ...`, `décide de ...`."""
    held = [child for child in noun.children if "Poss=Yes" in child.morph]
    held += [
        token
        for child in noun.children
        if child.dep_.startswith("nmod") and preposition(child) in ("de", "par")
        for token in conjuncts(child)
    ]
    if held:
        return held
    if is_verb(noun.head) and noun.dep_ in ("obj", "nsubj:pass", "obl:arg", "xcomp", "obl:mod"):
        return subjects(noun.head, depth + 1)
    return []


def verb_frame(verb: Token) -> Frame:
    """Functions of a verb."""
    frame = Frame(verb, "v", carrier=verb)
    frame.reflexive = is_reflexive(verb)
    frame.passive = not frame.reflexive and is_passive(verb)
    if frame.reflexive and any(child.dep_ == "expl:pass" for child in verb.children):
        frame.passive = False
    seen = is_infinitive(verb) and lemma_of(verb.head) == "voir" and is_reflexive(verb.head)
    if seen:
        # « s'est vu promettre une aide »: the one to whom it is done.
        frame.add("à", subjects(verb.head))
    else:
        frame.add("obj" if frame.passive else "subj", subjects(verb))
    for child in verb.children:
        _add_complement(frame, child)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL and not is_verb(child):
            # A complement that the parser hung on the verb by mistake.
            _add_nominal(frame, child)
        elif child.dep_ == "obl:mod" and not preposition(child):
            # « interpellés mercredi par la gendarmerie »: hung on the date.
            add_inner(frame, child)
    if seen and not frame.get("obj"):
        frame.add("obj", frame.get("à"))
    _share_coordinated(frame, verb)
    take_over(frame)
    take_over(frame, SETTINGS, frozenset({"avec", "contre", "auprès", "envers"}))
    return frame


def take_over(
    frame: Frame, functions: Iterable[str] = ("obj",), only: frozenset[str] | None = None
) -> None:
    """Add what the parser hung on a complement (`communiquer des données à la France`)."""
    held = set(frame.functions)
    for thing in [token for function in functions for token in frame.get(function)]:
        for child in thing.children:
            name = preposition(child)
            own = OF - {"entre"} if frame.pos == "n" else OF
            if only is not None and name not in only:
                continue
            if child.pos_ in NOMINAL and child.i > thing.i and name and name not in held | own:
                frame.add(name, (antecedent(token) for token in conjuncts(child)))


def _share_coordinated(frame: Frame, verb: Token) -> None:
    """`a inculpé et écroué X`: an object after the last of the verbs belongs to all of them."""
    if frame.passive or frame.get("obj") or frame.reflexive:
        return
    for child in verb.children:
        if child.dep_ == "conj" and is_verb(child) and is_participle(child):
            between = verb.doc[verb.i + 1 : child.i]
            if len(between) <= 2 and all(
                token.pos_ in ("CCONJ", "PUNCT", "ADV") for token in between
            ):
                frame.add(
                    "obj", (t for c in child.children if c.dep_ == "obj" for t in conjuncts(c))
                )


def _add_complement(frame: Frame, child: Token) -> None:
    dep = child.dep_
    if dep in FUNCTION_DEPS or (dep in SUBJECT_DEPS and child.lower_ not in DATIVES):
        return
    if dep == "parataxis" or (
        dep in ("ccomp", "advcl") and any(sub.lower_ in ("que", "qu'") for sub in child.children)
    ):
        purpose = any(sub.lower_ == "pour" for sub in child.children)
        frame.add("pour+que" if purpose else "que", [child])
        return
    if dep == "ccomp" and not is_infinitive(child):
        frame.add("que", [child])
        return
    if dep in ("advmod", "advcl:cleft") and child.pos_ == "ADV":
        frame.add("mod", [child])
        if child.lower_ in QUANTITIES and not frame.get("obj"):
            # « tuer près d'une centaine de soldats »
            frame.add("obj", (t for t in child.children if t.pos_ in ("NOUN", "NUM")))
        return
    if is_verb(child) and (is_infinitive(child) or dep == "xcomp"):
        mark = preposition(child) or _mark(child)
        frame.add(f"{mark}+inf" if mark else "inf", [child])
        return
    if child.pos_ in NOMINAL and dep not in ("conj", "advcl", "acl", "dislocated", "vocative"):
        _add_nominal(frame, child)


def _add_nominal(frame: Frame, child: Token) -> None:
    name = preposition(child)
    lower = child.lower_
    if lower.startswith("-"):
        return
    if (
        child.pos_ == "PRON"
        and not name
        and lower in CLITIC_FUNCTIONS
        and child.i < frame.trigger.i
    ):
        if lower in REFLEXIVES:
            return
        function = CLITIC_FUNCTIONS[lower]
        if child.dep_ == "iobj" and function == "obj" and lower in ("me", "m'", "nous", "vous"):
            function = "à"
        frame.add(function, [child])
        return
    if lower in REFLEXIVES:
        return
    for token in conjuncts(child):
        own = preposition(token) or name
        resolved = antecedent(token)
        if own == "par" and frame.passive:
            frame.add("subj", [resolved])
        elif (own in ("jusque", "entre") and child.pos_ == "NUM" and token.pos_ == "NOUN") or (
            own in ("de", "jusque", "entre") and _is_partitive(frame, token)
        ):
            frame.add("obj", [resolved])
        elif own:
            frame.add(own, [resolved])
            compound = lemma_of(token)
            if compound in COMPOUND_NOUNS:
                frame.add(compound, _de_complements(token))
        elif child.dep_ == "obl:agent":
            frame.add("subj", [resolved])
        elif child.dep_ in ("obj", "iobj", "xcomp", "obl:arg", "dep") and not _is_time(token):
            frame.add("obj", [resolved])


def add_inner(frame: Frame, token: Token) -> None:
    """Add the complements of a word that has none of its own, such as a date."""
    for child in token.children:
        if child.pos_ in NOMINAL and child.dep_ != "nummod":
            if preposition(child):
                _add_nominal(frame, child)
            add_inner(frame, child)


def _is_partitive(frame: Frame, token: Token) -> bool:
    """Whether a phrase with a preposition is an object all the same.

    `livrer du matériel`, `prendre de nouvelles sanctions`, `accueillir plus de mille réfugiés`,
    `tuer jusqu'à dix soldats`.
    """
    case = next((child for child in token.children if child.dep_ == "case"), None)
    if case is None or token.pos_ != "NOUN" or frame.passive or frame.reflexive or frame.get("obj"):
        return False
    if case.i > 0 and case.nbor(-1).lower_ in QUANTITIES:
        return True
    if preposition(token) in ("jusque", "entre") and any(c.pos_ == "NUM" for c in token.children):
        return case.i <= frame.trigger.i + 2
    adjective = case.nbor(1).pos_ == "ADJ" and case.i + 1 < token.i
    return case.i == frame.trigger.i + 1 and (case.lower_ in ("du", "des") or adjective)


def _is_time(token: Token) -> bool:
    return token.pos_ == "NUM" or token.dep_ == "obl:mod"


def _mark(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ in ("mark", "case") and child.i < verb.i:
            return PREPOSITION_FORMS.get(child.lower_, child.lower_)
    return ""


def _de_complements(token: Token) -> Iterator[Token]:
    for child in token.children:
        if preposition(child) == "de" and child.pos_ in NOMINAL:
            yield from conjuncts(child)


@dataclass(frozen=True, slots=True)
class Carriers:
    """Lemmas of verbs that carry nouns.

    `support` only lend the noun tense and subject (`effectuer une visite`), `occurring` say that it
    takes place (`la visite a eu lieu`), with `announcing` the subject does what the noun names
    (`ordonner le retrait`).
    """

    support: frozenset[str]
    occurring: frozenset[str]
    announcing: frozenset[str]


def noun_frame(noun: Token, carriers: Carriers, read: Callable[[Token], Frame]) -> Frame:
    """Functions of a noun; `read` gives the frame of a verb."""
    frame = Frame(noun, "n")
    frame.plural = "Number=Plur" in noun.morph
    for child in noun.children:
        _add_noun_complement(frame, child, carriers.support)
    frame.definite = frame.definite or _is_contracted(noun)
    verb = noun.head
    if noun.dep_ == "conj" and verb.pos_ == "NOUN":
        # « une visite et un entretien »: the second noun has the verb of the first.
        noun, verb = verb, verb.head
    if lemma_of(verb) in CHAINS | COUNTS and preposition(noun) == "de":
        # « mener une série de frappes », « procéder à une trentaine d'interpellations »
        noun, verb = verb, verb.head
        if not any(child.dep_ == "det" for child in frame.trigger.children):
            frame.definite = frame.definite or _has_article(noun) or _is_contracted(noun)
    if is_verb(verb) and verb != noun:
        _add_support(frame, noun, read(verb), carriers)
    elif lemma_of(verb) in UNDERGOING and preposition(noun) == "de":
        _add_undergone(frame, verb)
    take_over(frame, ("de", "mod"))
    if not frame.get("de"):
        # « la remise en liberté de X », « la mise en place de ...».
        for inner in frame.get("en"):
            frame.add("de", _de_complements(inner))
    if preposition(noun) == "en" and not frame.get("subj"):
        # « en visite à Lomé », « sont en grève »: the one who is said to be so.
        own = subjects(noun) if any(c.dep_ == "cop" for c in noun.children) else []
        frame.add("subj", own or (subjects(verb) if is_verb(verb) else conjuncts(verb)))
    return frame


def _has_article(noun: Token) -> bool:
    """Whether a definite article, a demonstrative or a possessive stands before a noun."""
    return any(child.morph & DEFINITE for child in noun.children)


def _is_contracted(noun: Token) -> bool:
    """Whether its preposition holds a definite article: no `des` of a subject or object."""
    core = noun.dep_ in ("nsubj", "nsubj:pass", "obj")
    return any(
        child.dep_ == "case"
        and (child.lower_ in ("au", "aux") or (child.lower_ in ("du", "des") and not core))
        for child in noun.children
    )


def _add_undergone(frame: Frame, noun: Token) -> None:
    """`faire l'objet de`, `être victime de`: the subject is the one to whom the act is done."""
    frame.add("support", [noun])
    verb = noun.head
    if any(child.dep_ == "cop" for child in noun.children):
        frame.add("subj", subjects(noun))
    elif is_verb(verb):
        frame.carrier = verb
        frame.add("subj", verb_frame(verb).get("subj"))
    elif noun.dep_ in ("appos", "acl", "nmod", "amod"):
        frame.add("subj", conjuncts(verb))


def _add_noun_complement(frame: Frame, child: Token, support: frozenset[str]) -> None:
    if child.dep_ == "det" or "Poss=Yes" in child.morph:
        if "Poss=Yes" in child.morph:
            frame.add("poss", [child])
        if "Definite=Def" in child.morph or "PronType=Dem" in child.morph:
            frame.definite = True
        frame.definite = frame.definite or bool(frame.get("poss"))
        return
    if child.dep_ == "amod" and child.pos_ != "VERB":
        frame.add("mod", [child])
        frame.add("adj", [child])
        return
    if child.dep_ in ("acl", "amod") and is_verb(child):
        if is_participle(child) and child.i == frame.trigger.i + 1:
            # « la tournée contrariée de la diplomatie belge »
            frame.add("de", _de_complements(child))
        if is_infinitive(child):
            frame.add("de+inf", [child])
        elif lemma_of(child) in support:
            frame.add("subj", verb_frame(child).get("subj"))
        return
    if child.dep_ in ("acl:relcl", "appos", "conj", "punct", "cc", "case"):
        return
    if child.pos_ in NOMINAL:
        name = preposition(child)
        for token in conjuncts(child):
            own = preposition(token) or name
            if own:
                frame.add(own, [antecedent(token)])
                if lemma_of(token) in COMPOUND_NOUNS:
                    frame.add(lemma_of(token), _de_complements(token))
            elif child.dep_ == "nmod":
                frame.add("de", [token])


def _add_support(frame: Frame, noun: Token, verbal: Frame, carriers: Carriers) -> None:
    verb = verbal.trigger
    lemma = lemma_of(verb)
    is_object = noun in verbal.get("obj") or (noun.dep_ == "obj" and not preposition(noun))
    prepositional = (
        preposition(noun) in ("à", "dans", "en")
        and noun.dep_.startswith("obl")
        and not verbal.reflexive
    )
    if lemma in carriers.support and (is_object or prepositional):
        frame.carrier = verb
        frame.add("support", [verb])
        frame.add("subj", verbal.get("subj"))
        for function, tokens in verbal.functions.items():
            if function not in ("subj", "obj") and function not in frame.functions:
                frame.add(function, (token for token in tokens if token != frame.trigger))
    elif lemma in carriers.occurring and noun in (*verbal.get("subj"), *verbal.get("obj")):
        frame.carrier = verb
        if lemma == "opposer" and not verbal.passive:
            # « Des combats ont opposé X à Y »: both are parties.
            frame.add("subj" if verbal.get("à") else "entre", verbal.get("obj"))
            frame.add("contre", verbal.get("à"))
        for function in ("avec", "entre", "par"):
            frame.add(function, verbal.get(function))
    elif lemma in STRIKING and noun in verbal.get("subj"):
        # « Une attaque a visé un convoi »
        frame.carrier = verb
        frame.add("contre", verbal.get("obj"))
    if lemma in carriers.announcing and is_object:
        frame.announcers = tuple(verbal.get("subj"))
        for function in ("à", "avec", "contre", "entre", "auprès", "envers", "par"):
            if function not in frame.functions:
                frame.add(function, verbal.get(function))
