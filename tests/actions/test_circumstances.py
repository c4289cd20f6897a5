"""Which trigger a date of the sentence belongs to; places follow the same rules."""

from __future__ import annotations

from quifaitquoi.actions.modifiers import attach
from quifaitquoi.lexicon import actions
from quifaitquoi.syntax.frames import Carriers, is_verb, noun_frame, verb_frame
from tests.actions.notation import Case, date, parametrize, read, sentence, token

LEXICON = actions.load()
CARRIERS = Carriers(frozenset({"effectuer"}), frozenset({"dérouler"}), frozenset())
DATES = frozenset("mardi jeudi hier demain 2029".split())

#: After the trigger: the date that it gets, or nothing. Every verb with an object or agent in
#: these trees, and every noun `visite`, is an event.
TABLE = """
own clause
    nsubj(Lima) a expulsé=expulser+part* obj(le consul) obl:mod(mardi)
    = expulsé: mardi

support verb
    nsubj(Okello) a effectué=effectuer+part* obl:mod(mardi) obj(une visite)
    = visite: mardi

noun of its own
    nsubj(Lima) salue=saluer+pres* obj(la visite* nmod(de Okello) nmod(mardi))
    = visite: mardi

date of a noun is not its verb's
    nsubj(Lima) salue=saluer+pres* obj(la visite* nmod(de Okello) nmod(mardi))
    = salue:

relative clause is closed
    nsubj(Lima acl:relcl(nsubj(qui) a reçu=recevoir+part obj(Okello) obl:mod(mardi)))
    accuse=accuser+pres* obj(Quito)
    = accuse:

relative clause keeps its own
    nsubj(Lima acl:relcl(nsubj(qui) a reçu=recevoir+part obj(Okello) obl:mod(mardi)))
    accuse=accuser+pres* obj(Quito)
    = reçu: mardi

date above a relative clause does not enter it
    nsubj(Lima acl:relcl(nsubj(qui) a reçu=recevoir+part obj(Okello))) accuse=accuser+pres*
    obj(Quito) obl:mod(mardi)
    = reçu:

relative clause of place goes on
    nsubj(Okello) a parlé=parler+part* obl:mod(à Lima acl:relcl(obl:mod(où+pron) nsubj(il) a
    accusé=accuser+part obj(Quito))) obl:mod(mardi)
    = accusé: mardi

relative clause of place on an object goes on
    nsubj(Okello) a gagné=gagner+part* obj(Lima acl:relcl(obl:mod(où+pron) nsubj(il) a
    accusé=accuser+part obj(Quito))) obl:mod(mardi)
    = accusé: mardi

reported clause is closed
    nsubj(Lima) accuse=accuser+pres* obj(Quito) ccomp(que nsubj(Oslo) a
    expulsé=expulser+part obj(le consul) obl:mod(mardi))
    = accuse:

date above a reported clause does not enter it
    nsubj(Lima) accuse=accuser+pres* obl:mod(mardi) obj(Quito) ccomp(que nsubj(Oslo) a
    expulsé=expulser+part obj(le consul))
    = expulsé:

shared subject
    nsubj(Lima) a accusé=accuser+part* obj(Quito) obl:mod(mardi) conj(et
    expulsé=expulser+part obj(le consul))
    = expulsé: mardi

other subject, date behind
    nsubj(Lima) a accusé=accuser+part* obj(Quito) obl:mod(mardi) conj(et nsubj(Oslo) a
    expulsé=expulser+part obj(le consul))
    = expulsé:

other subject, date in front
    obl:mod(Mardi) , nsubj(Lima) a accusé=accuser+part* obj(Quito) conj(et nsubj(Oslo) a
    expulsé=expulser+part obj(le consul))
    = expulsé: Mardi

participle in front
    advcl(Reçu=recevoir+part obl:mod(mardi) obl:agent(par Lima)) , nsubj(Okello) a
    salué=saluer+part* obj(Quito)
    = salué: mardi

participle within a noun phrase is closed
    nsubj(Le consul acl(expulsé=expulser+part obl:agent(par Lima) obl:mod(mardi)))
    accuse=accuser+pres* obj(Quito)
    = accuse:

gerund beside
    nsubj(Lima) a réagi=réagir+part* obl:mod(mardi) advcl(mark(en)
    expulsant=expulser+ger obj(le consul))
    = expulsant: mardi

purpose
    nsubj(Lima) agit=agir+pres* obl:mod(mardi) advcl(mark(pour) expulser+inf obj(le consul))
    = expulser:

infinitive of another act
    nsubj(Lima) menace=menacer+pres* obl:mod(mardi) obj(Quito) xcomp(mark(d') expulser+inf
    obj(le consul))
    = expulser:

adverbial clause with a verb of its own
    nsubj(Lima) proteste=protester+pres* obl:mod(mardi) advcl(si nsubj(Quito)
    expulse=expulser+pres obj(le consul))
    = expulse:

meanwhile
    nsubj(Okello) a salué=saluer+part* obj(Lima) obl:mod(mardi)
    obl:mod(case(lors* fixed(d')) une visite)
    = visite: mardi

meanwhile, with « lors » for an adverb
    nsubj(Okello) a salué=saluer+part* obj(Lima) obl:mod(mardi) advmod(lors+adv*
    obl:arg(d' une visite))
    = visite: mardi
    ! the model often makes « lors » the head, and the noun's own preposition is then « de »

noun as subject
    nsubj(La visite) s' est déroulée=dérouler+part* obl:mod(mardi)
    = visite: mardi

date of a thing
    nsubj(Lima) salue=saluer+pres* obj(le bilan nmod(de 2029+num))
    = salue:
    ! the date of a thing is kept from the trigger above it, then shared with it all the same

date that the parser hung on nothing
    Okello* appos(Mardi) , nsubj(Lima) parataxis(expulse=expulser+pres obj(le consul))
    = expulse: Mardi

two dates, the nearer behind the verb
    obl:mod(Mardi) , nsubj(Lima) a accusé=accuser+part* obl:mod(jeudi) obj(Quito)
    = accusé: jeudi

clause after a semicolon, date in front of the one before
    obl:mod(Mardi) , nsubj(Lima) accuse=accuser+pres* obj(Quito) ; parataxis(nsubj(Oslo)
    expulse=expulser+pres obj(le consul))
    = expulse: Mardi

clause after a semicolon, date behind
    nsubj(Lima) accuse=accuser+pres* obj(Quito) obl:mod(mardi) ; parataxis(nsubj(Oslo)
    expulse=expulser+pres obj(le consul))
    = expulse:

inserted clause
    obl:mod(Mardi) , nsubj(Lima) expulse=expulser+pres* obj(le consul) , parataxis(a
    accusé=accuser+part nsubj(Quito) obj(Oslo))
    = accusé: Mardi

own date wins
    nsubj(Lima) a accusé=accuser+part* obj(Quito) obl:mod(mardi) conj(et
    expulsé=expulser+part obj(le consul) obl:mod(jeudi))
    = expulsé: jeudi
"""


@parametrize(TABLE)
def test_date_of_a_trigger(case: Case) -> None:
    doc = case.doc
    frames = {}
    for word in doc:
        if is_verb(word) and any(c.dep_ in ("obj", "obl:agent") for c in word.children):
            frames[word.i] = verb_frame(word)
    for word in doc:
        if word.lower_ == "visite":
            frame = noun_frame(word, CARRIERS, verb_frame)
            frames[word.i] = frame
            if frame.carrier is not None:
                frames.pop(frame.carrier.i, None)
    dates = [date(doc, word.text) for word in doc if word.lower_ in DATES]
    assert case.trigger.i in frames
    found = attach(sentence(doc), frames, dates, frames, LEXICON).get(case.trigger.i)
    assert (found.text if found else "") == case.expected


def test_a_trigger_that_does_not_share_has_only_its_own() -> None:
    doc = read(
        "nsubj(Lima) a accusé=accuser+part* obj(Quito) obl:mod(mardi) conj(et "
        "expulsé=expulser+part obj(le consul))"
    )
    first, second = token(doc, "accusé"), token(doc, "expulsé")
    frames = {first.i: verb_frame(first), second.i: verb_frame(second)}
    dates = [date(doc, "mardi")]
    assert set(attach(sentence(doc), frames, dates, frames, LEXICON)) == {first.i, second.i}
    assert set(attach(sentence(doc), frames, dates, (), LEXICON)) == {first.i}
