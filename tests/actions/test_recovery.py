"""What a wrong tree lost is found again by position."""

from __future__ import annotations

from quifaitquoi.actions import recovery
from quifaitquoi.actions.arguments import ArgumentResolver
from quifaitquoi.lexicon import actions
from quifaitquoi.records.actions import Basis
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.frames import Carriers, Frame, noun_frame, verb_frame
from tests.actions.notation import Case, actors, date, parametrize, read, sentence, token

LEXICON = actions.load()
CARRIERS = Carriers(frozenset({"effectuer"}), frozenset(), frozenset())


def resolver(case: Case, *dates: str) -> ArgumentResolver:
    mentions, known = actors(case.doc)
    spans = tuple((d.start, d.end) for d in (date(case.doc, form) for form in dates))
    return ArgumentResolver(
        sentence(case.doc), MentionIndex(mentions), known, frozenset(), LEXICON, spans
    )


def shown(frame: Frame) -> str:
    items = sorted(frame.functions.items())
    return " ".join(f"{name}={','.join(one.token.text for one in held)}" for name, held in items)


VERBS = """
subject that the parser made the root
    Lima* punct(,) acl(accuse=accuser+pres obj(Quito))
    = accuse: obj=Quito subj=Lima

verb taken for a modifier of its subject
    Lima* amod(accuse=accuser+pres obj(Quito))
    = accuse: obj=Quito subj=Lima

subject of another verb is not shared across a full clause
    nsubj(Lima) part=partir+pres* ; dep(fermement+adv accuse=accuser+pres* obj(Quito))
    = accuse: mod=fermement obj=Quito

object that the parser hung on the subject
    nsubj(Lima nmod(les casques=casque)) accuse=accuser+pres* nmod(les rebelles=rebelle)
    = accuse: obj=rebelles subj=Lima

partitive behind a reflexive verb is a complement with de
    nsubj(Lima) se félicite=féliciter+pres* obj(des progrès)
    = félicite: de=progrès subj=Lima

what somebody is called, hung on the object
    nsubj(Lima) traite=traiter+pres* obj(Quito nmod(de lâche+adj))
    = traite: de=lâche obj=Quito subj=Lima

what somebody finds a thing
    nsubj(Lima) juge=juger+pres* obj(la mesure* injuste+adj)
    = juge: obj=mesure,injuste subj=Lima

adjective that a reflexive verb has as its attribute
    nsubj(Lima) se dit=dire+pres* advmod(favorable+adj)
    = dit: obj=favorable subj=Lima

subject behind a verb that only a circumstance precedes
    obl:mod(à l' ouverture) , ont pris=prendre+part* obj(part) nsubj(Okello)
    = pris: obj=part subj=Okello à=ouverture

no object beyond a colon
    nsubj(Lima) accuse=accuser+pres* : nmod(les rebelles=rebelle)
    = accuse: subj=Lima

no object that is an enumeration
    nsubj(Lima) accuse=accuser+pres* conj(et les rebelles=rebelle)
    = accuse: subj=Lima

noun of a participle in front
    advcl(Accusé=accuser+part) , nsubj(Okello) part=partir+pres*
    = Accusé: obj=Okello

quotation before
    « parataxis(nsubj(Tout+pron) va=aller+pres) » , affirme=affirmer+pres* obj(Lima)
    = affirme: que=va,affirme subj=Lima

inversion only with verbs of speech
    « parataxis(nsubj(Tout+pron) va=aller+pres) » , accuse=accuser+pres* obj(Lima)
    = accuse: obj=Lima que=va

quotation behind
    nsubj(Lima) affirme=affirmer+pres* : « dep(nsubj(Tout+pron) va=aller+pres) »
    = affirme: que=affirme subj=Lima

subject of a relative clause is not the main verb's
    nsubj(Lima punct(,) acl:relcl(dont nsubj(Okello) a vu=voir+part) punct(,))
    dep(accuse=accuser+pres* obj(Quito))
    = accuse: obj=Quito subj=Lima

subject from before a semicolon is not the next verb's
    nsubj(Okello) part=partir+pres punct(;) dep(Lima) conj(accuse=accuser+pres* obj(Quito))
    = accuse: obj=Quito subj=Lima

subject taken up by a pronoun
    discourse(Lima) punct(,) nsubj(elle) punct(,) accuse=accuser+pres* obj(Quito)
    = accuse: obj=Quito subj=Lima

nobody takes up an indefinite subject
    discourse(Lima) punct(,) nsubj(on+pron) accuse=accuser+pres* obj(Quito)
    = accuse: obj=Quito subj=on

subject behind the verb that opens its sentence
    aux:tense(Ont=avoir) vu=voir+part* obj(part) discourse(Lima)
    = vu: obj=part subj=Lima

noun before a relative clause is its object
    dep(Okello) punct(,) acl(que+adv nsubj(Lima) accuse=accuser+pres*) punct(,)
    dep(part=partir+pres)
    = accuse: mod=que obj=Okello subj=Lima

party stranded behind an object
    nsubj(Lima) remet=remettre+pres* obj(une lettre nmod(à Okello))
    = remet: obj=lettre subj=Lima à=Okello

subject behind the verb of a relative clause
    nsubj(Tout+pron) acl:relcl(que+adv annonce=annoncer+pres obj(Lima)) part=partir+pres*
    = annonce: mod=que subj=Lima

object of a relative clause that has a subject
    nsubj(Tout+pron) acl:relcl(que+adv nsubj(Okello) annonce=annoncer+pres obj(Lima)) va=aller+pres*
    = annonce: mod=que obj=Lima subj=Okello

que behind a verb
    nsubj(Lima) affirme=affirmer+pres* dep(que+adv) dep(nsubj(tout+pron) va=aller+pres)
    = affirme: que=affirme subj=Lima
"""


@parametrize(VERBS)
def test_verb(case: Case) -> None:
    frame = verb_frame(case.trigger)
    recovery.complete_verb(frame, resolver(case), speech=case.trigger.lemma_ == "affirmer")
    assert shown(frame) == case.expected


NOUNS = """
subject of a support verb
    Lima* punct(,) acl(effectue=effectuer+pres obj(une visite))
    = visite: subj=Lima support=effectue

party behind an insertion
    nsubj(Le massacre* punct(,) nmod(par Lima) punct(,) nmod(de Oslo)) choque=choquer+pres*
    = massacre: de=Oslo par=Lima

party hung on a date
    nsubj(Le putsch* nmod(de mai nmod(contre Okello))) choque=choquer+pres*
    = putsch: contre=Okello

no party beyond a verb
    nsubj(Le putsch) choque=choquer+pres* obl:mod(contre Okello)
    = putsch:
"""


@parametrize(NOUNS)
def test_noun(case: Case) -> None:
    frame = noun_frame(case.trigger, CARRIERS, verb_frame)
    dates = ("mai",) if "mai" in case.doc.text else ()
    recovery.complete_noun(frame, resolver(case, *dates))
    assert shown(frame) == case.expected


BASES = """
tree
    nsubj(Lima) accuse=accuser+pres* obj(Quito)
    = accuse: the tree

antecedent of the relative pronoun
    nsubj(Lima acl:relcl(nsubj(qui) accuse=accuser+pres obj(Quito))) part=partir+pres*
    = accuse: the relative clause behind it

subject that the tree shares
    nsubj(Lima) part=partir+pres* conj(et accuse=accuser+pres obj(Quito))
    = accuse: the tree above

subject that the parser hung beside the verb
    discourse(Lima) punct(,) accuse=accuser+pres* obj(Quito)
    = accuse: its clause

subject of the clause before
    nsubj(Lima) a reçu=recevoir+part* obj(Oslo) advcl(et accuse=accuser+pres obj(Quito))
    = accuse: the clause whose subject is shared

noun that the parser made an object in front
    obj(Lima) accuse=accuser+pres* ccomp(mark(que) nsubj(tout+pron) va=aller+pres)
    = accuse: its place in front

subject behind a verb that only a circumstance precedes
    obl:mod(à l' ouverture) , ont pris=prendre+part* obj(part) nmod(Okello)
    = pris: inversion

speaker behind the quotation
    « parataxis(nsubj(Tout+pron) va=aller+pres) » , affirme=affirmer+pres* obj(Lima)
    = affirme: the speech beside it

subject behind the verb of a relative clause
    nsubj(Tout+pron) acl:relcl(que+adv annonce=annoncer+pres obj(Lima)) part=partir+pres*
    = annonce: inversion
"""


@parametrize(BASES)
def test_what_says_who_the_subject_is(case: Case) -> None:
    frame = verb_frame(case.trigger)
    recovery.complete_verb(frame, resolver(case), speech=case.trigger.lemma_ == "affirmer")
    assert [str(one.basis) for one in frame.fillers("subj")] == [case.expected]


OBJECTS = """
object that the parser hung on the subject
    nsubj(Lima nmod(les casques=casque)) accuse=accuser+pres* nmod(les rebelles=rebelle)
    = accuse: rebelles: its place behind

none beside another object
    nsubj(Lima nmod(les casques=casque)) accuse=accuser+pres* obj(tout+pron) nmod(les rebelles)
    = accuse: tout: the tree

antecedent of a relative, beside a thing by the tree
    dep(Okello) punct(,) acl(que+adv nsubj(Lima) accuse=accuser+pres* obj(tout+pron)) punct(,)
    dep(part=partir+pres)
    = accuse: tout: the tree, Okello: the relative clause behind it

none beside an actor by the tree
    dep(Okello) punct(,) acl(que+adv nsubj(Lima) accuse=accuser+pres* obj(Quito)) punct(,)
    dep(part=partir+pres)
    = accuse: Quito: the tree

who undergoes a passive, hung beside it
    discourse(Lima) punct(,) est accusé=accuser+part* obl:agent(par Quito)
    = accusé: Lima: its place in front

noun of a participle that the tree hangs elsewhere
    dep(Accusé=accuser+part) , discourse(Okello) part=partir+pres*
    = Accusé: Okello: its place behind
"""


@parametrize(OBJECTS)
def test_what_says_who_the_object_is(case: Case) -> None:
    frame = verb_frame(case.trigger)
    recovery.complete_verb(frame, resolver(case))
    told = [f"{one.token.text}: {one.basis}" for one in frame.fillers("obj")]
    assert ", ".join(told) == case.expected


def test_what_says_who_takes_part() -> None:
    doc = read(
        "dep(Okello) punct(,) acl(que+adv nsubj(Lima) accuse=accuser+pres*) punct(,) "
        "dep(part=partir+pres)"
    )
    mentions, known = actors(doc)
    own = ArgumentResolver(sentence(doc), MentionIndex(mentions), known, frozenset(), LEXICON)
    frame = verb_frame(token(doc, "accuse"))
    recovery.complete_verb(frame, own)
    (target,) = own.arguments(frame, [("obj", "")])
    assert (target.keys, target.basis) == (("Okello",), Basis.ANTECEDENT)
