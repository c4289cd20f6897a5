"""What is said is found behind adverbs, in incises and in the infinitive of narration."""

from __future__ import annotations

import pytest

from quifaitquoi.actions import speech
from quifaitquoi.actions.arguments import ArgumentResolver
from quifaitquoi.lexicon import actions
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.frames import verb_frame
from tests.actions.notation import Case, actors, parametrize, read, sentence, token

LEXICON = actions.load()


def resolver(case: Case) -> ArgumentResolver:
    mentions, known = actors(case.doc)
    return ArgumentResolver(sentence(case.doc), MentionIndex(mentions), known, frozenset(), LEXICON)


SPEECH = """
adverb before the clause
    nsubj(Lima) estime=estimer+pres* ainsi+adv dep(que+adv)
    = estime: subj=Lima que=estime

phrase before the clause
    nsubj(Lima) estime=estimer+pres* obl:mod(en effet) dep(que+adv)
    = estime: subj=Lima que=estime

conjunction of time is no clause
    nsubj(Lima) parle=parler+pres* alors+adv dep(que+adv)
    = parle: subj=Lima

noun behind an incise speaks, whatever the tree says
    nsubj(Quito) ment=mentir+pres* , parataxis(estime=estimer+pres* obl:mod(Okello))
    = estime: subj=Okello que=estime

clitic and aside around the verb of an incise
    va=aller+pres* , dep(se défend=défendre+pres* obl:mod(pour sa part) obj(Okello))
    = défend: subj=Okello que=défend

second verb that nothing joins to the first
    nsubj(Quito) ment=mentir+pres* conj(a révélé=révéler+part* obj(Okello))
    = révélé: subj=Okello que=révélé

pronoun that stands for what is said
    ment=mentir+pres* , advcl(comme+adv obj(l'=le+pron) a lancé=lancer+part* nsubj(Okello))
    = lancé: obj=l' subj=Okello que=lancé

object of a clause with its own subject does not speak
    nsubj(Lima) , obl:mod(hier+adv) , estime=estimer+pres* obj(Okello)
    = estime: obj=Okello subj=Lima

name behind a title that is nobody's
    va=aller+pres* , parataxis(estime=estimer+pres* obj(le doyen* flat:name(Okello)))
    = estime: subj=Okello que=estime

name behind a title and its complement
    va=aller+pres* , parataxis(dit=dire+pres* obj(le doyen* nmod(de classe) , appos(Okello)))
    = dit: subj=Okello que=dit

name that only completes a title does not speak
    va=aller+pres* , parataxis(dit=dire+pres* obj(le doyen* nmod(de Lima)))
    = dit: obj=doyen

infinitive of narration whose speaker spoke before
    Et mark(d') ajouter+inf* obj(tout)
    = ajouter: obj=tout que=ajouter

infinitive of narration
    conj(Et Okello acl(mark(de) renchérir+inf*))
    = renchérir: que=renchérir subj=Okello

infinitive of a mere noun
    nsubj(Le moyen acl(mark(de) renchérir+inf*))
    = renchérir:
"""


@parametrize(SPEECH)
def test_speech(case: Case) -> None:
    frame = verb_frame(case.trigger)
    speech.add_speech(frame, resolver(case))
    shown = {name: ",".join(t.text for t in frame.get(name)) for name in ("obj", "subj", "que")}
    expected = dict(pair.split("=") for pair in case.expected.split())
    assert {k: v for k, v in shown.items() if v} == {k: v for k, v in expected.items() if v}


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("parataxis(va=aller+pres) , répète=répéter+pres* -il", "répète", True),
        ("nsubj(Lima) va=aller+pres* conj(a -t-il conclu=conclure+part* punct(.))", "conclu", True),
        ("nsubj(Le roi) a -t-il menti=mentir+part* punct(?)", "menti", False),
    ],
    ids=["incise", "without a comma", "question"],
)
def test_has_pronoun(text: str, form: str, expected: bool) -> None:
    assert speech.has_pronoun(token(read(text), form)) is expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("« parataxis(va=aller+pres) » , affirme=affirmer+pres* nsubj(Lima)", "affirme", True),
        ("nsubj(Lima) affirme=affirmer+pres* que+adv « dep(va=aller+pres) »", "affirme", True),
        ("nsubj(Lima) quitte=quitter+pres* obj(« le groupe »)", "quitte", False),
        ("« parataxis(va=aller+pres) » nsubj(Lima) part=partir+pres*", "part", False),
        ("nsubj(Lima* conj(et « Okello »)) part=partir+pres*", "part", False),
        (
            "« parataxis(va=aller+pres) » , dep(a fait=faire+part) savoir=savoir+inf* nsubj(Lima)",
            "savoir",
            True,
        ),
    ],
    ids=["before", "behind que", "scare quotes", "noun between", "name", "causative"],
)
def test_quoted(text: str, form: str, expected: bool) -> None:
    assert speech.quoted(token(read(text), form)) is expected
