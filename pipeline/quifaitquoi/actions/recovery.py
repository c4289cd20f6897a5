"""What the tree alone does not say: inverted and lost subjects, attribution, shared parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.actions.arguments import clause_verb
from quifaitquoi.actions.attributes import add_attribute
from quifaitquoi.actions.neighbours import (
    BARRIERS,
    WINDOW,
    acts,
    fronted_object,
    left_subject,
    right_object,
)
from quifaitquoi.actions.speech import (
    INCISE,
    REACH,
    add_speech,
    is_introduced,
    may_have_subject,
)
from quifaitquoi.syntax.clauses import Clause, Kind, shares_subject
from quifaitquoi.syntax.frames import (
    NOMINAL,
    OBJECT_CONTROL,
    PREPOSITION_FORMS,
    Frame,
    add_inner,
    conjuncts,
    is_causative,
    lemma_of,
    preposition,
    subjects,
    take_over,
)
from quifaitquoi.syntax.verb_groups import verb_group
from quifaitquoi.syntax.words import DE, QUE, VERB_CLITICS

if TYPE_CHECKING:
    from quifaitquoi.actions.arguments import Reader
    from quifaitquoi.records.actions import Argument
    from quifaitquoi.syntax.tokens import Token

PARTY_PREPOSITIONS: Final = frozenset({"par", "contre", "entre", "avec", "auprès", "envers"})
DATIVE_RELATIVES: Final = frozenset("auquel auxquels auxquelles".split())
SUBJECT_RELATIVES: Final = frozenset("qui lequel laquelle lesquels lesquelles".split())
# What opens a clause whose subject may stand behind its verb.
INVERTING: Final = QUE | frozenset({"comme", "où", "dont"})
STRANDED: Final = frozenset({"à", "avec", "contre", "auprès", "envers"})
ARTICLED: Final = frozenset({"au", "aux", "la", "l'"})
# Pronouns that take up nobody named in the sentence.
INDEFINITE: Final = frozenset("on l'on nul personne aucun aucune chacun chacune quiconque".split())
# Clauses that may share one subject.
MAX_SHARED: Final = 5


def complete_noun(frame: Frame, reader: Reader) -> None:
    """Add the subject that a support verb lost, and parties that stand apart from the noun."""
    _without_dates(frame, reader)
    _add_parties_behind(frame, reader)
    carrier = frame.carrier
    if frame.get("support") and carrier is not None and not _has_actor(frame, "subj", reader):
        subject = left_subject(carrier, reader)
        frame.add("subj", [subject] if subject is not None else [])


def complete_verb(frame: Frame, reader: Reader, *, speech: bool = False) -> None:
    """Add to a verb what the tree lost: quoted speech, inverted subject, bare objects.

    `speech`: the verb may report what is said, and so stand before its subject.
    """
    verb = frame.trigger
    _without_dates(frame, reader)
    _read_partitives(frame)
    _share_voice(frame, reader)
    if speech:
        add_speech(frame, reader)
    function = "obj" if frame.passive else "subj"
    if not all(_within_reach(token, verb, reader) for token in frame.get(function)):
        subject = subject_of(reader.clauses[verb.i], reader)
        if subject is not None:
            frame.functions[function] = [*conjuncts(subject)]
    if not frame.passive and not frame.get("subj") and verb_group(verb).is_finite:
        _turn_object(frame)
    if not frame.passive and not frame.reflexive and not frame.get("obj"):
        bare = right_object(verb, reader)
        if bare is not None:
            frame.add("obj", [bare])
            take_over(frame)
    _add_antecedent(frame, reader)
    _add_inverted(frame, reader)
    if frame.passive and not frame.get("obj"):
        find = left_subject if verb_group(verb).is_finite else fronted_object
        lost = find(verb, reader)
        frame.add("obj", [lost] if lost is not None else [])
    _add_stranded(frame, reader)
    add_attribute(frame, reader)
    if frame.passive or _has_actor(frame, "subj", reader):
        return
    if not verb_group(verb).is_finite:
        clause = reader.clauses[verb.i]
        own = clause.verb == verb or is_causative(verb)
        subject = subject_of(clause, reader) if own else None
        if subject is not None and lemma_of(verb.head) not in OBJECT_CONTROL:
            frame.functions["subj"] = [*conjuncts(subject)]
        return
    inverted = _inverted_subject(frame, reader) if speech else None
    if inverted is not None:
        frame.functions["obj"].remove(inverted)
        frame.functions["subj"] = [inverted]
        frame.add("que", [verb])
        if not frame.get("obj"):
            frame.functions.pop("obj")
    elif all(
        token.pos_ == "PRON" and token.lower_ not in INDEFINITE for token in frame.get("subj")
    ):
        # None, or a pronoun that only takes it up again: « L'opposition, elle, dénonce ... ».
        subject = (
            subject_of(reader.clauses[verb.i], reader)
            or left_subject(verb, reader)
            or _postponed_subject(verb, reader)
        )
        if subject is not None:
            frame.functions["subj"] = [*conjuncts(subject)]


def _read_partitives(frame: Frame) -> None:
    """« se félicite des progrès »: what stands behind `se` is no object of its own."""
    if not frame.reflexive:
        return
    objects = frame.get("obj")
    parts = [token for token in objects if token.i > frame.trigger.i and _is_partitive(token)]
    frame.functions["obj"] = [token for token in objects if token not in parts]
    frame.add("obj", ())
    frame.add("de", parts)


def _is_partitive(noun: Token) -> bool:
    return any(child.lower_ in ("du", "des") and child.i < noun.i for child in noun.children)


def _share_voice(frame: Frame, reader: Reader) -> None:
    """« a accusé X et prévenu Y »: active like the verb whose auxiliary it shares."""
    clause = reader.clauses[frame.trigger.i]
    before = clause.parent
    if (
        frame.passive
        and clause.kind is Kind.COORDINATED
        and clause.verb == frame.trigger
        and clause.finite is not None
        and lemma_of(clause.finite) == "avoir"
        and before is not None
        and before.finite == clause.finite
        and before.verb is not None
        and not verb_group(before.verb).passive
    ):
        frame.passive = False
        frame.functions.pop("obj", None)


def _add_antecedent(frame: Frame, reader: Reader) -> None:
    """« les déplacés, que X refoule », « le Niger, à qui X reproche »: the noun before."""
    clause = reader.clauses[frame.trigger.i]
    if clause.verb != frame.trigger or clause.start <= reader.sentence.start:
        return
    if clause.opener in QUE and clause.kind in (Kind.RELATIVE, Kind.SUBORDINATE):
        function = "obj"
    elif clause.opener in DATIVE_RELATIVES or _is_dative(clause):
        function = "à"
    elif clause.opener == "où":
        # « À Lima, où il s'est rendu »: the town, whatever the parser hung the word on.
        function = "où"
    else:
        return
    if frame.passive or any(acts(token, reader) for token in frame.get(function)):
        return
    doc, i = frame.trigger.doc, clause.start - 1
    while i > reader.sentence.start and doc[i].text in (",", "à"):
        i -= 1
    if doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and acts(doc[i], reader):
        frame.add(function, [doc[i]])


def _add_inverted(frame: Frame, reader: Reader) -> None:
    """« ce qu'avait annoncé Paris », « comme l'a rappelé le maire »: the subject comes last."""
    verb = frame.trigger
    clause = reader.clauses[verb.i]
    if (
        clause.verb != verb
        or clause.subject
        or clause.opener not in INVERTING
        or frame.passive
        or _has_actor(frame, "subj", reader)
    ):
        return
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, reader.sentence.end)]:
        if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
            return
        if token.pos_ in ("NOUN", "PROPN") and not reader.in_date(token):
            if acts(token, reader):
                frame.functions["obj"] = [t for t in frame.get("obj") if t != token]
                frame.add("obj", ())
                frame.functions["subj"] = [*conjuncts(token)]
            return


def _is_dative(clause: Clause) -> bool:
    """« à qui », « à laquelle »."""
    if clause.kind is not Kind.RELATIVE or clause.verb is None or clause.start == 0:
        return False
    return clause.verb.doc[clause.start - 1].lower_ == "à"


def _within_reach(token: Token, verb: Token, reader: Reader) -> bool:
    """Whether a subject stands in the clause of its verb, or in one that shares its subject.

    A clause without a verb yet to come (a participle's, an inserted phrase) may hold any subject.
    """
    clause: Clause | None = reader.clauses[verb.i]
    home = reader.clauses.get(token.i)
    if home is None or home.finite is None or clause is None or clause.finite is None:
        return True
    if clause.kind is Kind.RELATIVE and clause.opener in SUBJECT_RELATIVES:
        return True
    while clause is not None:
        if home is clause:
            return True
        clause = shares_subject(clause)
    return False


def subject_of(clause: Clause, reader: Reader, depth: int = 0) -> Token | None:
    """The first actor of a clause before its verb that no preposition introduces.

    Else that of the clause whose subject it shares.
    """
    if clause.finite is not None:
        doc = clause.finite.doc
        for token in doc[reader.sentence.start : clause.finite.i]:
            if (
                reader.clauses[token.i] is clause
                and token.pos_ in ("NOUN", "PROPN", "PRON")
                and token.lower_ not in VERB_CLITICS
                and not reader.in_date(token)
                and not is_introduced(token)
                and acts(token, reader)
            ):
                return token
    other = shares_subject(clause)
    return None if other is None or depth > MAX_SHARED else subject_of(other, reader, depth + 1)


def _postponed_subject(verb: Token, reader: Reader) -> Token | None:
    """« Hier, ont pris part aux travaux les ministres »: only circumstances before the verb."""
    clause = reader.clauses[verb.i]
    sentence = reader.sentence
    first = clause.finite
    if first is None or sentence.tokens[-1].text in ("?", "!"):
        return None
    before = verb.doc[sentence.start : first.i]
    if before and (before[-1].text != "," or may_have_subject(before, reader)):
        return None
    for token in verb.doc[verb.i + 1 : sentence.end]:
        if (
            reader.clauses[token.i] is clause
            and token.pos_ in ("NOUN", "PROPN")
            and not is_introduced(token)
            and not reader.in_date(token)
            and acts(token, reader)
        ):
            return token
    return None


def _add_stranded(frame: Frame, reader: Reader) -> None:
    """The party that a preposition introduces behind an object: « a remis 450 tonnes ... à X ».

    The parser hangs it on the object. A town is a setting unless an article stands before it.
    """
    verb = frame.trigger
    clause = reader.clauses[verb.i]
    for token in verb.doc[verb.i + 1 : reader.sentence.end]:
        if reader.clauses[token.i] is not clause or token.pos_ not in ("NOUN", "PROPN"):
            continue
        function = _introduction(token)
        if function not in STRANDED or reader.in_date(token):
            continue
        mention = next(reader.actors_at(token), None)
        if mention is None or any(acts(other, reader) for other in frame.get(function)):
            continue
        articled = token.nbor(-1).lower_ in ARTICLED
        if not reader.is_setting(mention, function, articled=articled):
            frame.add(function, conjuncts(token))


def _introduction(noun: Token) -> str:
    """The preposition right before a noun phrase, whatever the tree says."""
    i = noun.i - 1
    while i > 0 and noun.doc[i].pos_ in ("DET", "ADJ", "NUM"):
        i -= 1
    word = noun.doc[i].lower_ if i >= 0 else ""
    return PREPOSITION_FORMS.get(word, word)


def _turn_object(frame: Frame) -> None:
    """A noun before a verb without subject is its subject, whatever the parser calls it."""
    verb = frame.trigger
    before = [
        token
        for token in frame.get("obj")
        if token.i < verb.i and token.head == verb and token.pos_ in ("NOUN", "PROPN")
    ]
    if before:
        frame.functions["obj"] = [token for token in frame.get("obj") if token not in before]
        frame.add("obj", ())
        frame.add("subj", before)


def _add_parties_behind(frame: Frame, reader: Reader) -> None:
    """« le massacre, par des soldats, de ...», « le coup d'État de 2021 contre X »."""
    noun = frame.trigger
    _add_owner_behind(frame, reader)
    for token in noun.doc[noun.i + 1 : min(noun.i + WINDOW, reader.sentence.end)]:
        if token.text in BARRIERS or verb_group(token).is_finite:
            return
        name = preposition(token) if token.pos_ in NOMINAL else ""
        if name in PARTY_PREPOSITIONS and name not in frame.functions and acts(token, reader):
            head = token.head
            if head == noun or head.i < noun.i or reader.in_date(head):
                frame.add(name, conjuncts(token))


def _add_owner_behind(frame: Frame, reader: Reader) -> None:
    """« l'exécution, vendredi dernier, d'au moins onze jeunes »: `de` behind an insertion."""
    noun, doc = frame.trigger, frame.trigger.doc
    if "de" in frame.functions or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ",":
        return
    end = min(noun.i + WINDOW, reader.sentence.end)
    comma = next((t.i for t in doc[noun.i + 2 : end] if t.text == ","), end)
    for token in doc[comma + 1 : min(comma + 9, end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            if doc[comma + 1].lower_ in DE:
                frame.add("de", conjuncts(token))
            return


def _without_dates(frame: Frame, reader: Reader) -> None:
    """A date is no party; what the parser hung on it belongs to the verb."""
    for function in list(frame.functions):
        kept = [token for token in frame.get(function) if not reader.in_date(token)]
        dates = [token for token in frame.get(function) if reader.in_date(token)]
        if not dates:
            continue
        frame.functions[function] = kept
        frame.add(function, ())
        for date in dates:
            add_inner(frame, date)


def _has_actor(frame: Frame, function: str, reader: Reader) -> bool:
    return any(acts(token, reader) for token in frame.get(function))


def _inverted_subject(frame: Frame, reader: Reader) -> Token | None:
    """The subject behind its verb: « ..., a déclaré le ministre », « ce qu'a annoncé Paris »."""
    verb = frame.trigger
    after = [t for t in frame.get("obj") if t.i > verb.i and acts(t, reader)]
    if not after:
        return None
    relative = any(t.i < verb.i for t in frame.get("obj"))
    first = verb_group(verb).first
    before = first.nbor(-1).text if first.i > 0 else ""
    clause = reader.clauses[verb.i]
    waiting = clause.subject and clause.kind is not Kind.COORDINATED
    if relative or (frame.get("que") and not frame.get("subj")):
        return after[0]
    if before in INCISE and not waiting:
        return after[0]
    return None


def clause_subject(frame: Frame, reader: Reader) -> tuple[Argument, ...]:
    """Party of a meeting that is only mentioned: the subject of the clause that it stands in."""
    verb = clause_verb(frame.trigger)
    found = reader.stand_for(subjects(verb), "clause") if verb is not None else ()
    if found:
        return found
    subject = subject_of(reader.clauses[frame.trigger.i], reader)
    return () if subject is None else reader.stand_for(conjuncts(subject), "clause")
