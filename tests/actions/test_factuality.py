"""Did it happen: tense, mood, negation and governors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quifaitquoi.actions.factuality import factuality, is_past
from quifaitquoi.lexicon import actions
from quifaitquoi.syntax.frames import is_verb
from tests.actions.notation import Case, parametrize, read, token

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actions import ActionLexicon

LEXICON = actions.load()

VERBS = """
litotes
    nsubj(Lima) n' a pas manqué=manquer+part* xcomp(mark(de) saluer+inf obj(Quito))
    = saluer: ASSERTED

did not fear to
    nsubj(Lima) n' a pas hésité=hésiter+part* xcomp(mark(à) accuser+inf obj(Quito))
    = accuser: ASSERTED

not yet
    nsubj(Lima) n' a advmod(pas* encore+adv) répondu=répondre+part*
    = répondu: NEGATED

what was done next
    nsubj(Lima) s' engage=engager+pres* advcl(avant+adp mark(de) saluer+inf obj(Quito))
    = saluer: ASSERTED

what would be better
    nsubj(Lima) ferait=faire+cnd* advmod(mieux+adv* acl(mark(de) saluer+inf obj(Quito)))
    = saluer: POSSIBLE

negation inside what is quoted
    « advmod(pas) » , n' a lancé=lancer+part* nsubj(Lima)
    = lancé: ASSERTED

could not
    nsubj(Lima) n' a pu=pouvoir+part* xcomp(expulser+inf obj(le consul))
    = expulser: NEGATED

failed to
    nsubj(Lima) a échoué=échouer+part* xcomp(mark(à) expulser+inf obj(le consul))
    = expulser: NEGATED

can but
    nsubj(Lima) ne peut=pouvoir+pres* advmod(que+adv) xcomp(saluer+inf obj(Quito))
    = saluer: ASSERTED

not known
    nsubj(on+pron) ignore=ignorer+pres* ccomp(si nsubj(Lima) a expulsé=expulser+part obj(le consul))
    = expulsé: POSSIBLE

asked
    nsubj(Lima) expulse=expulser+pres* expl:subj(-il) obj(le consul) punct(?)
    = expulse: POSSIBLE

asked why
    advmod(Pourquoi+adv) nsubj(Lima) expulse=expulser+pres* expl:subj(-il) obj(le consul) punct(?)
    = expulse: ASSERTED

present
    nsubj(Lima) expulse=expulser+pres* obj(le consul)
    = expulse: ASSERTED

compound past
    nsubj(Lima) a expulsé=expulser+part* obj(le consul)
    = expulsé: ASSERTED

passive
    nsubj:pass(Le consul) a été expulsé=expulser+part*
    = expulsé: ASSERTED

bare participle
    nsubj(Le consul acl(expulsé=expulser+part)) parle=parler+pres*
    = expulsé: ASSERTED

gerund
    nsubj(Lima) agit=agir+pres* advcl(mark(en) expulsant=expulser+ger obj(le consul))
    = expulsant: ASSERTED

future
    nsubj(Lima) expulsera=expulser+fut* obj(le consul)
    = expulsera: PLANNED

passive future
    nsubj:pass(Le consul) sera expulsé=expulser+part*
    = expulsé: PLANNED

aller
    nsubj(Lima) va=aller+pres* xcomp(expulser+inf obj(le consul))
    = expulser: PLANNED

decided
    nsubj(Lima) a décidé=décider+part* xcomp(mark(d') expulser+inf obj(le consul))
    = expulser: PLANNED

decision
    nsubj(La décision* nmod(de Lima) acl(mark(d') expulser+inf)) tombe=tomber+pres*
    = expulser: PLANNED

should
    nsubj(Lima) devrait=devoir+cnd* xcomp(expulser+inf)
    = expulser: PLANNED

conditional of hearsay
    nsubj(Lima) aurait expulsé=expulser+part* obj(le consul)
    = expulsé: POSSIBLE

future seen from the past
    nsubj(Lima) a annoncé=annoncer+part* ccomp(qu' nsubj(elle) expulserait=expulser+cnd)
    = expulserait: PLANNED

if
    nsubj(Lima) partira=partir+fut* advcl(si nsubj(Quito) expulse=expulser+pres obj(le consul))
    = expulse: POSSIBLE

can
    nsubj(Lima) peut=pouvoir+pres* xcomp(expulser+inf)
    = expulser: POSSIBLE

was able to
    nsubj(Lima) a pu=pouvoir+part* xcomp(expulser+inf)
    = expulser: ASSERTED

asked
    nsubj(Lima) demande=demander+pres* obl:arg(à Quito) xcomp(mark(d') expulser+inf)
    = expulser: POSSIBLE

wished
    nsubj(Lima) souhaite=souhaiter+pres* ccomp(que nsubj(Quito) expulse=expulser+sub)
    = expulse: POSSIBLE

threatened
    nsubj(Lima) menace=menacer+pres* xcomp(mark(d') expulser+inf)
    = expulser: POSSIBLE

alleged of the past
    nsubj(Lima) accuse=accuser+pres* obj(Quito) xcomp(mark(d') avoir expulsé=expulser+part)
    = expulsé: POSSIBLE

ready
    nsubj(Lima) cop(est) prête=prêt+adj* xcomp(mark(à) expulser+inf)
    = expulser: POSSIBLE

performative
    nsubj(Je) voudrais=vouloir+cnd* xcomp(remercier+inf obj(Quito))
    = remercier: ASSERTED

not
    nsubj(Lima) n' a pas expulsé=expulser+part* obj(le consul)
    = expulsé: NEGATED

no more, never
    nsubj(Lima) n' expulse=expulser+pres* jamais obj(de consul)
    = expulse: NEGATED

nobody
    nsubj(Aucun pays) n' a expulsé=expulser+part* obj(le consul)
    = expulsé: NEGATED

only
    nsubj(Lima) n' a expulsé=expulser+part* obj(advmod(que+adv) le consul)
    = expulsé: ASSERTED

without
    nsubj(Lima) agit=agir+pres* advcl(mark(sans) expulser+inf obj(le consul))
    = expulser: NEGATED

refused
    nsubj(Lima) refuse=refuser+pres* xcomp(mark(d') expulser+inf)
    = expulser: NEGATED

did not refuse
    nsubj(Lima) n' a pas refusé=refuser+part* xcomp(mark(d') expulser+inf)
    = expulser: POSSIBLE

cannot
    nsubj(Lima) ne peut=pouvoir+pres* pas xcomp(expulser+inf)
    = expulser: NEGATED

denied clause
    nsubj(Lima) dément=démentir+pres* ccomp(que nsubj(Quito) a expulsé=expulser+part)
    = expulsé: NEGATED

conjunct of a future
    nsubj(Lima) accusera=accuser+fut* obj(Quito) conj(et expulsera=expulser+fut)
    = expulsera: PLANNED

conjunct of a plan
    nsubj(Lima) a décidé=décider+part* xcomp(mark(de) partir+inf conj(et mark(d') expulser+inf))
    = expulser: PLANNED

negation behind a colon
    ccomp(nsubj(Lima) n' cédera=céder+fut pas) : nsubj(Quito) expulse=expulser+pres*
    = expulse: ASSERTED
"""

NOUNS = """
put off
    nsubj(Lima) reporte=reporter+pres* obj(sa visite)
    = visite: PLANNED

bare
    nsubj(La visite* nmod(de Lima)) plaît=plaire+pres*
    = visite: ASSERTED

planned adjective
    nsubj(La prochaine=prochain+adj visite) plaît=plaire+pres*
    = visite: PLANNED

possible adjective
    nsubj(Une éventuelle=éventuel+adj visite) plaît=plaire+pres*
    = visite: POSSIBLE

planned by a predicate
    nsubj(La visite) cop(est) imminente=imminent+adj*
    = visite: PLANNED

what is said to be good
    nsubj(La visite) cop(est) utile=utile+adj*
    = visite: ASSERTED

beaten back
    nsubj(Lima) repousse=repousser+pres* obj(une attaque)
    = attaque: ASSERTED

announced
    nsubj(Lima) annonce=annoncer+pres* obj(la visite)
    = visite: PLANNED

adopted
    nsubj(Lima) adopte=adopter+pres* obj(des sanctions=sanction)
    = sanctions: ASSERTED

asked for
    nsubj(Lima) demande=demander+pres* obj(le retrait)
    = retrait: POSSIBLE

refused
    nsubj(Lima) refuse=refuser+pres* obj(le retrait)
    = retrait: NEGATED

called off
    nsubj:pass(La visite) a été annulée=annuler+part*
    = visite: NEGATED

without
    nsubj(Lima) part=partir+pres* obl:mod(sans visite)
    = visite: NEGATED

no
    nsubj(Aucune visite) plaît=plaire+pres*
    = visite: NEGATED

led
    nsubj(Lima) lancera=lancer+fut* obj(une enquête)
    = enquête: PLANNED

threat of
    nsubj(La menace* nmod(de grève)) demeure=demeurer+pres*
    = grève: POSSIBLE

second of two
    nsubj(Lima) demande=demander+pres* obj(le retrait conj(et la libération))
    = libération: POSSIBLE
"""


@parametrize(VERBS)
def test_verb(case: Case) -> None:
    assert factuality(case.trigger, case.trigger, LEXICON) == case.expected


@parametrize(NOUNS)
def test_bare_noun(case: Case) -> None:
    assert factuality(case.trigger, None, LEXICON) == case.expected


def taught(name: str) -> ActionLexicon:
    """The tables with « zubre » in a class."""
    words = LEXICON.words(name) | {"zubre"}
    return replace(LEXICON, classes={**LEXICON.classes, name: words})


GOVERNED = """
planned
    nsubj(Lima) zubre=zubre+pres* xcomp(de rappeler=rappeler+inf* obj(le consul))
    = rappeler: planned_by PLANNED

possible
    nsubj(Lima) zubre=zubre+pres* xcomp(de rappeler=rappeler+inf* obj(le consul))
    = rappeler: possible_by POSSIBLE

none
    nsubj(Lima) zubre=zubre+pres* xcomp(de rappeler=rappeler+inf* obj(le consul))
    = rappeler: denied_by NEGATED

an allegation
    nsubj(Lima) zubre=zubre+pres* obj(Quito) xcomp(de avoir rappelé=rappeler+part* obj(le consul))
    = rappelé: alleging POSSIBLE
"""


SUPPORTED = """
support verb in the future
    nsubj(Okello) effectuera=effectuer+fut* obj(une visite)
    = visite: PLANNED

support verb denied
    nsubj(Okello) n' a pas effectué=effectuer+part* obj(de visite)
    = visite: NEGATED

adjective beside a support verb
    nsubj(Okello) prépare=préparer+pres* obj(une prochaine=prochain+adj visite)
    = visite: PLANNED

plain
    nsubj(Okello) a effectué=effectuer+part* obj(une visite)
    = visite: ASSERTED
"""


@parametrize(SUPPORTED)
def test_noun_with_its_support_verb(case: Case) -> None:
    assert is_verb(case.trigger.head)
    assert factuality(case.trigger, case.trigger.head, LEXICON) == case.expected


@parametrize(GOVERNED)
def test_a_word_of_a_class_says_what_becomes_of_an_act(case: Case) -> None:
    name, _, expected = case.expected.partition(" ")
    assert factuality(case.trigger, case.trigger, LEXICON) == "ASSERTED"
    assert factuality(case.trigger, case.trigger, taught(name)) == expected


def test_whether_who_does_not_omit_an_act_does_it() -> None:
    doc = read("nsubj(Lima) ne zubre=zubre+pres* pas xcomp(de rappeler=rappeler+inf* obj(Oslo))")
    act = token(doc, "rappeler")
    assert factuality(act, act, LEXICON) == "NEGATED"
    assert factuality(act, act, taught("omitting")) == "ASSERTED"


def test_through_which_verbs_an_act_is_done() -> None:
    noun = token(read("nsubj(Lima) zubrera=zubre+fut* obj(une visite nmod(à Oslo))"), "visite")
    assert factuality(noun, None, LEXICON) == "ASSERTED"
    assert factuality(noun, None, taught("enacting")) == "PLANNED"


PAST = """
compound past
    nsubj(Lima) a expulsé=expulser+part* obj(le consul)
    = expulsé: True

imperfect
    nsubj(Lima) expulsait=expulser+imp* obj(le consul)
    = expulsait: True

no tense of its own
    nsubj(Le consul acl(expulsé=expulser+part)) parle=parler+pres*
    = expulsé: True

present
    nsubj(Lima) expulse=expulser+pres* obj(le consul)
    = expulse: False

future
    nsubj(Lima) expulsera=expulser+fut* obj(le consul)
    = expulsera: False

future perfect
    nsubj(Lima) aura expulsé=expulser+part* obj(le consul)
    = expulsé: False
"""


@parametrize(PAST)
def test_past(case: Case) -> None:
    assert str(is_past(case.trigger)) == case.expected
