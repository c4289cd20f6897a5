"""Participles that something inserted parts from their auxiliary."""

from __future__ import annotations

import pytest

from quifaitquoi.syntax.parted import rejoin
from tests.actions.notation import read

#: Tree, and label and head afterwards of the words that it puts elsewhere, or leaves.
CASES = {
    "participle hung on what is inserted": (
        "nsubj(Lima) a* , obl:mod(lors d' fête* , acl(salué=saluer+part obj(Quito)))",
        "salué ROOT salué, a aux:tense salué, Lima nsubj salué, fête obl:mod salué",
    ),
    "auxiliary hung on what is inserted": (
        "nsubj(Lima) obl:mod(aux:tense(a) , case(au) nom* ,) salué=saluer+part* obj(Quito)",
        "salué ROOT salué, a aux:tense salué, Lima nsubj salué, nom obl:mod salué",
    ),
    "what is inserted made the head": (
        "nsubj(Lima punct(a)) , case(à) voix* , acl(salué=saluer+part obj(Quito))",
        "salué ROOT salué, a aux:tense salué, Lima nsubj salué, voix obl:mod salué",
    ),
    "in a clause of its own": (
        "dit=dire+pres* ccomp(que nsubj(Lima) a* , obl:mod(hier) , advcl(salué=saluer+part))",
        "salué ccomp dit, Lima nsubj salué, que mark salué",
    ),
    "in a clause whose head is what is inserted": (
        "dit=dire+pres* obl:mod(mark(alors) nsubj(Lima) a , jours* , acl(salué=saluer+part))",
        "salué advcl dit, Lima nsubj salué, alors mark salué, jours obl:mod salué",
    ),
    "passive": (
        "nsubj(Lima) a été* , obl:mod(selon Ama* , acl(salué=saluer+part))",
        "salué ROOT salué, a aux:tense salué, été aux:pass salué",
    ),
    "a letter between commas": (
        "nsubj(Lima) , a=a+adp* , obl:mod(en vain* , acl(salué=saluer+part obj(Quito)))",
        "salué ROOT salué, a aux:tense salué",
    ),
    "an object taken for an agent": (
        "nsubj(Lima) a* , obl:mod(hier* , acl(salué=saluer+part obl:agent(le maire)))",
        "maire obj salué",
    ),
    "what belongs together stays": (
        "nsubj(Lima) a , obl:mod(hier) , salué=saluer+part* obj(Quito)",
        "salué ROOT salué, a aux:tense salué",
    ),
    "auxiliaries that do not hang together": (
        "nsubj(Lima acl(a)) été* , obl:mod(hier* , acl(salué=saluer+part))",
        "salué acl hier, hier obl:mod été, été ROOT été, a acl Lima",
    ),
    "no participle behind the second comma": (
        "nsubj(Lima) a* , obl:mod(hier) , obj(Quito*) , conj(et parti=partir+part)",
        "a ROOT a, parti conj a",
    ),
}


@pytest.mark.parametrize(("tree", "expected"), CASES.values(), ids=CASES)
def test_rejoin(tree: str, expected: str) -> None:
    doc = read(tree)
    rejoin(doc)
    for one in expected.split(", "):
        form, label, head = one.split()
        word = next(token for token in doc if token.text == form)
        assert (form, word.dep_, word.head.text) == (form, label, head)
