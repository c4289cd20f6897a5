"""The verb group, on trees."""

from __future__ import annotations

from quifaitquoi.syntax.verb_groups import Mood, VerbTense, verb_group
from tests.actions.notation import Case, parametrize, read, sentence, token

TABLE = """
present
    nsubj(Lima) accuse=accuser+pres* obj(Quito)
    = accuse: accuse INDICATIVE PRESENT finite

compound
    nsubj(Lima) a accusé=accuser+part* obj(Quito)
    = accusé: a INDICATIVE PRESENT compound finite

passive in the future
    nsubj:pass(Quito) sera accusé=accuser+part*
    = accusé: sera INDICATIVE FUTURE finite passive

compound passive
    nsubj:pass(Quito) aux:tense(avait) aux:pass(été) accusé=accuser+part*
    = accusé: avait INDICATIVE IMPERFECT compound finite passive

conditional
    nsubj(Lima) aurait accusé=accuser+part* obj(Quito)
    = accusé: aurait CONDITIONAL PRESENT compound finite

subjunctive
    nsubj(Lima) exige=exiger+pres* ccomp(mark(que) nsubj(Quito) parte=partir+sub)
    = parte: parte SUBJUNCTIVE PRESENT finite

past infinitive
    nsubj(Lima) nie=nier+pres* xcomp(avoir accusé=accuser+part obj(Quito))
    = accusé: - NONE NONE compound infinitive

gerund
    nsubj(Lima) part=partir+pres* advcl(mark(en) accusant=accuser+ger obj(Quito))
    = accusant: - NONE NONE gerund

bare participle
    nsubj(le consul acl(expulsé=expulser+part)) parle=parler+pres*
    = expulsé: - NONE NONE participle passive

negated reflexive
    nsubj(Lima) advmod(ne) expl:comp(se) plaint=plaindre+pres* advmod(pas)
    = plaint: plaint INDICATIVE PRESENT finite reflexive negated

adverb hung on adverb
    nsubj(Lima) advmod(n'=ne+adv) a répondu=répondre+part* advmod(advmod(pas) encore+adv)
    = répondu: a INDICATIVE PRESENT compound finite negated

copula
    nsubj(Lima) cop(est) alliée=allié*
    = alliée: est INDICATIVE PRESENT
"""
FLAGS = {
    "compound": "compound",
    "finite": "is_finite",
    "infinitive": "is_infinitive",
    "gerund": "is_gerund",
    "participle": "is_participle",
    "passive": "passive",
    "reflexive": "reflexive",
    "negated": "negated",
}


@parametrize(TABLE)
def test_verb_group(case: Case) -> None:
    group = verb_group(case.trigger)
    flags = [flag for flag, name in FLAGS.items() if getattr(group, name)]
    finite = "-" if group.finite is None else group.finite.text
    said = [finite, group.mood.name, group.tense.name, *flags]
    assert " ".join(said) == case.expected


def test_it_is_read_once() -> None:
    doc = read("nsubj(Lima) a accusé=accuser+part* obj(Quito)")
    verb = token(doc, "accusé")
    assert verb_group(verb) is verb_group(verb)
    assert verb_group(verb).first.text == "a"


def test_a_clause_knows_the_auxiliary_that_its_verb_shares() -> None:
    doc = read(
        "nsubj(Lima) avait accusé=accuser+part* obj(Quito) "
        "conj(et expulsé=expulser+part obj(le consul))"
    )
    verb = token(doc, "expulsé")
    clause = sentence(doc).clauses[verb.i]
    assert verb_group(verb).finite is None
    assert (clause.mood, clause.tense) == (Mood.INDICATIVE, VerbTense.IMPERFECT)
    assert clause.compound
