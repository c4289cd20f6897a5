"""Functions of a trigger, the same for every voice and construction."""

from __future__ import annotations

from quifaitquoi.syntax.frames import Carriers, Frame, noun_frame, verb_frame
from tests.actions.notation import Case, parametrize

CARRIERS = Carriers(
    support=frozenset({"effectuer", "avoir", "mener", "être"}),
    occurring=frozenset({"avoir", "éclater", "opposer", "dérouler", "porter"}),
    announcing=frozenset({"ordonner", "annoncer", "signer"}),
)


def shown(frame: Frame) -> str:
    """Functions in the order of their names: `obj=ambassadeur subj=Kenya,Pérou`."""
    items = sorted(frame.functions.items())
    return " ".join(f"{name}={','.join(one.token.text for one in held)}" for name, held in items)


VERBS = """
agent behind an impersonal passive's complement
    nsubj:pass(Il) est mis=mettre+part* obj(fin) obl:arg(aux+adp fonctions=fonction* nmod(du consul
    nmod(par Lima)))
    = mis: obj=Il,fin subj=Lima à=fonctions

active
    nsubj(Le Kenya) a rappelé=rappeler+part* obj(son ambassadeur)
    = rappelé: obj=ambassadeur subj=Kenya

à
    nsubj(Lima) a répondu=répondre+part* obl:arg(à Quito)
    = répondu: subj=Lima à=Quito

au
    nsubj(Lima) a répondu=répondre+part* obl:arg(au Kenya)
    = répondu: subj=Lima à=Kenya

de
    nsubj(Lima) parle=parler+pres* obl:arg(du Kenya)
    = parle: de=Kenya subj=Lima

avec
    nsubj(Lima) discute=discuter+pres* obl:arg(avec Quito)
    = discute: avec=Quito subj=Lima

contre
    nsubj(Lima) proteste=protester+pres* obl:arg(contre Quito)
    = proteste: contre=Quito subj=Lima

sur, dans, vers, chez, devant, pour, en
    nsubj(Lima) tire=tirer+pres* obl:arg(sur Quito) obl:mod(dans le golfe) obl:mod(vers Oslo)
    obl:mod(chez Bata) obl:mod(devant Rome) obl:mod(pour Malte) obl:mod(en Syrie)
    = tire: chez=Bata dans=golfe devant=Rome en=Syrie pour=Malte subj=Lima sur=Quito vers=Oslo

auprès de
    nsubj(Lima) proteste=protester+pres* obl:arg(case(auprès* fixed(de)) Quito)
    = proteste: auprès=Quito subj=Lima

face à
    nsubj(Lima) plie=plier+pres* obl:mod(case(face+adp* fixed(à)) Quito)
    = plie: face=Quito subj=Lima

à l'encontre de
    nsubj(Lima) sévit=sévir+pres* obl:arg(à l' encontre nmod(de Quito))
    = sévit: encontre=Quito subj=Lima à=encontre

que
    nsubj(Lima) dit=dire+pres* ccomp(que nsubj(Quito) ment=mentir+pres)
    = dit: que=ment subj=Lima

inf
    nsubj(Lima) veut=vouloir+pres* xcomp(négocier+inf)
    = veut: inf=négocier subj=Lima

de+inf
    nsubj(Lima) refuse=refuser+pres* xcomp(mark(de) négocier+inf)
    = refuse: de+inf=négocier subj=Lima

à+inf
    nsubj(Lima) appelle=appeler+pres* xcomp(mark(à) négocier+inf)
    = appelle: subj=Lima à+inf=négocier

pour+inf
    nsubj(Lima) plaide=plaider+pres* advcl(mark(pour) négocier+inf)
    = plaide: pour+inf=négocier subj=Lima

mod
    nsubj(Lima) condamne=condamner+pres* fermement+adv obj(le putsch)
    = condamne: mod=fermement obj=putsch subj=Lima

dative clitic
    nsubj(Lima) iobj(lui) a répondu=répondre+part*
    = répondu: subj=Lima à=lui

object clitic
    nsubj(Lima) obj(l'+pron) a expulsé=expulser+part*
    = expulsé: obj=l' subj=Lima

en
    nsubj(Lima) obl:arg(en+pron) parle=parler+pres*
    = parle: de=en subj=Lima

passive with agent
    nsubj:pass(Le consul) a été expulsé=expulser+part* obl:agent(par Lima)
    = expulsé: obj=consul subj=Lima

passive without agent
    nsubj:pass(Le consul) est expulsé=expulser+part*
    = expulsé: obj=consul

reflexive
    nsubj(Lima) s' est entretenu=entretenir+part* obl:arg(avec Quito)
    = entretenu: avec=Quito subj=Lima

bare participle
    nsubj(Le consul acl(expulsé=expulser+part obl:agent(par Lima))) parle=parler+pres*
    = expulsé: obj=consul subj=Lima

fronted participle
    advcl(Reçu=recevoir+part obl:agent(par Lima)) , nsubj(Okello) a parlé=parler+part*
    = Reçu: obj=Okello subj=Lima

gerund
    nsubj(Lima) a réagi=réagir+part* advcl(case(en) expulsant=expulser+ger obj(le consul))
    = expulsant: obj=consul subj=Lima

infinitive after modal
    nsubj(Lima) doit=devoir+pres* xcomp(expulser+inf obj(le consul))
    = expulser: obj=consul subj=Lima

passive infinitive
    nsubj(Le consul) doit=devoir+pres* xcomp(être expulsé=expulser+part)
    = expulsé: obj=consul

object control
    nsubj(Lima) appelle=appeler+pres* obj(Quito) xcomp(mark(à) libérer+inf obj(Okello))
    = libérer: obj=Okello subj=Quito

dative control
    nsubj(Lima) demande=demander+pres* obl:arg(à Quito) xcomp(mark(de) libérer+inf
    obj(Okello))
    = libérer: obj=Okello subj=Quito

clitic control
    nsubj(Lima) iobj(leur) demande=demander+pres* xcomp(mark(de) partir+inf)
    = partir: subj=leur

control under a passive
    nsubj:pass(Quito) est accusé=accuser+part* xcomp(mark(d') armer+inf obj(Okello))
    = armer: obj=Okello subj=Quito

subject control
    nsubj(Lima) promet=promettre+pres* obl:arg(à Quito) xcomp(mark(de) partir+inf)
    = partir: subj=Lima

infinitive of a noun
    nsubj(La volonté* nmod(de Lima) acl(mark(de) partir+inf)) demeure=demeurer+pres*
    = partir: subj=Lima

relative qui
    nsubj(Lima acl:relcl(nsubj(qui) accuse=accuser+pres obj(Quito))) parle=parler+pres*
    = accuse: obj=Quito subj=Lima

relative que
    nsubj(Quito acl:relcl(obj(que+pron) nsubj(Lima) accuse=accuser+pres)) parle=parler+pres*
    = accuse: obj=Quito subj=Lima

relative dont
    nsubj(Quito acl:relcl(dont nsubj(Lima) parle=parler+pres)) vient=venir+pres*
    = parle: de=Quito subj=Lima

joint subject
    nsubj(Lima conj(et Quito)) discutent=discuter+pres*
    = discutent: subj=Lima,Quito

joint object
    nsubj(Lima) accuse=accuser+pres* obj(Quito conj(et Oslo))
    = accuse: obj=Quito,Oslo subj=Lima

shared subject
    nsubj(Lima) accuse=accuser+pres* obj(Quito) conj(et expulse=expulser+pres obj(le consul))
    = expulse: obj=consul subj=Lima

shared auxiliary
    nsubj(Lima) a accusé=accuser+part* obj(Quito) conj(et expulsé=expulser+part obj(le
    consul))
    = expulsé: obj=consul subj=Lima

shared auxiliary behind an infinitive
    nsubj(Lima) a décidé=décider+part* xcomp(mark(de) partir+inf conj(et menacé=menacer+part
    obj(Quito)))
    = menacé: obj=Quito subj=Lima

shared passive
    nsubj:pass(Le consul) a été arrêté=arrêter+part* conj(et expulsé=expulser+part)
    = expulsé: obj=consul

object after the last verb
    nsubj(Lima) a inculpé=inculper+part* conj(et écroué=écrouer+part obj(Okello))
    = inculpé: obj=Okello subj=Lima

object after the last of two finite verbs
    nsubj(Lima) regrette=regretter+pres* conj(et condamne=condamner+pres obj(la décision))
    = regrette: obj=décision subj=Lima

inverted noun
    obj(Cela+pron) annonce=annoncer+pres* nsubj(Lima)
    = annonce: obj=Cela subj=Lima

inverted pronoun
    ccomp(nsubj(Quito) ment=mentir+pres) , affirme=affirmer+pres* -t-il
    = affirme: que=ment subj=-t-il

quoted clause
    parataxis(nsubj(Quito) ment=mentir+pres) , affirme=affirmer+pres* nsubj(Lima)
    = affirme: que=ment subj=Lima

topic before a colon
    nsubj(Niger) : nsubj(la Cédéao) lève=lever+pres* obj(les sanctions)
    = lève: obj=sanctions subj=Cédéao

partitive du
    nsubj(Lima) livre=livrer+pres* obl:arg(du matériel) obl:arg(à Quito)
    = livre: obj=matériel subj=Lima à=Quito

partitive de before an adjective
    nsubj(Lima) prend=prendre+pres* obl:arg(de nouvelles=nouveau+adj sanctions=sanction)
    = prend: obj=sanctions subj=Lima

plus de
    nsubj(Lima) accueille=accueillir+pres* plus obl:arg(de mille+num réfugiés=réfugié)
    = accueille: mod=plus obj=réfugiés subj=Lima

jusqu'à with a number
    nsubj(Lima) tue=tuer+pres* obl:arg(case(jusqu'* fixed(à)) dix+num soldats=soldat)
    = tue: obj=soldats subj=Lima

bare date is no object
    nsubj(Lima) proteste=protester+pres* obl:mod(mardi)
    = proteste: subj=Lima

complement hung on the object
    nsubj(Lima) transmet=transmettre+pres* obj(des données=donnée nmod(à Quito))
    = transmet: obj=données subj=Lima à=Quito

partner hung on a setting
    nsubj(Lima) s' entretient=entretenir+pres* obl:mod(au téléphone nmod(avec Quito))
    = entretient: avec=Quito subj=Lima à=téléphone

agent hung on a date
    nsubj:pass(Okello) est arrêté=arrêter+part* obl:mod(mardi nmod(par Lima))
    = arrêté: obj=Okello subj=Lima

se voir
    nsubj(Quito) s' est vu=voir+part* xcomp(promettre+inf obj(une aide) obl:agent(par Lima))
    = promettre: obj=aide par=Lima à=Quito
"""

NOUNS = """
support verb
    nsubj(Okello) a effectué=effectuer+part* obj(une visite) obl:mod(à Lima)
    = visite: subj=Okello support=effectué à=Lima

support verb in the passive
    nsubj:pass(Une visite) a été effectuée=effectuer+part* obl:agent(par Okello)
    = visite: subj=Okello support=effectuée

second noun of a support verb
    nsubj(Okello) a effectué=effectuer+part* obj(une mission conj(et une visite))
    = visite: subj=Okello support=effectué

clause of a support verb
    nsubj(La visite* acl(effectuée=effectuer+part obl:agent(par Okello))) finit=finir+pres*
    = visite: subj=Okello

possessive
    nsubj(Sa visite) finit=finir+pres*
    = visite: poss=Sa

adj, mod
    nsubj(La visite* togolaise+adj) finit=finir+pres*
    = visite: adj=togolaise mod=togolaise

de, à
    nsubj(La visite* nmod(de Okello) nmod(à Lima)) finit=finir+pres*
    = visite: de=Okello à=Lima

du
    nsubj(La visite* nmod(du consul)) finit=finir+pres*
    = visite: de=consul

entre
    nsubj(Une rencontre* nmod(entre Lima conj(et Quito))) finit=finir+pres*
    = rencontre: entre=Lima,Quito

de la part de
    nsubj(Un geste* nmod(case(de* fixed(la part)) Lima)) plaît=plaire+pres*
    = geste: part=Lima

infinitive
    nsubj(La promesse* acl(mark(de) partir+inf)) demeure=demeurer+pres*
    = promesse: de+inf=partir

faire l'objet de
    nsubj(Okello) fait=faire+pres* obj(l' objet nmod(d' une enquête))
    = enquête: subj=Okello support=objet

victime de
    nsubj(Okello) cop(est) victime* nmod(d' un attentat)
    = attentat: subj=Okello support=victime

opposer à
    nsubj(Des combats=combat) opposent=opposer+pres* obj(Lima) obl:arg(à Quito)
    = combats: contre=Quito subj=Lima

opposer two
    nsubj(Un match) oppose=opposer+pres* obj(Lima conj(et Quito))
    = match: entre=Lima,Quito

taking place
    nsubj(Des combats=combat) ont éclaté=éclater+part* obl:arg(entre Lima conj(et Quito))
    = combats: entre=Lima,Quito

held by
    nsubj:pass(La session) est portée=porter+part* obl:agent(par Okello)
    = session: subj=Okello

who came
    nsubj(La rencontre) réunit=réunir+pres* obj(Lima conj(et Quito))
    = rencontre: subj=Lima,Quito

who had it come together
    nsubj(Lima) réunit=réunir+pres* obj(une rencontre)
    = rencontre:

who died in it
    nsubj(La mort* nmod(de soldats=soldat) nmod(dans une embuscade)) choque=choquer+pres*
    = embuscade: contre=soldats

announced
    nsubj(Lima) ordonne=ordonner+pres* obj(le retrait nmod(des+adp troupes=troupe))
    = retrait: de=troupes

en visite
    nsubj(Okello) cop(est) en visite* nmod(à Lima)
    = visite: subj=Okello à=Lima

a set phrase
    nsubj(La remise* nmod(en liberté nmod(d' Okello))) tarde=tarder+pres*
    = remise: de=Okello en=liberté

part of a quantity
    nsubj(Le retrait* nmod(de la moitié nmod(par Lima))) tarde=tarder+pres*
    = retrait: de=moitié
"""


@parametrize(VERBS)
def test_functions_of_a_verb(case: Case) -> None:
    assert shown(verb_frame(case.trigger)) == case.expected


@parametrize(NOUNS)
def test_functions_of_a_noun(case: Case) -> None:
    assert shown(noun_frame(case.trigger, CARRIERS, verb_frame)) == case.expected
