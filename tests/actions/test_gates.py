"""What the rules keep out, whatever the word."""

from __future__ import annotations

from quifaitquoi.actions.gates import is_opinion
from quifaitquoi.actions.habits import is_habit, is_rule
from tests.actions.notation import Case, parametrize

OPINIONS = """
speaker
    nsubj(je+pron) pense=penser+pres* ccomp(que nsubj(Lima) accuse=accuser+pres)
    = pense: True

somebody else
    nsubj(Lima) pense=penser+pres* ccomp(que nsubj(Quito) accuse=accuser+pres)
    = pense: False

through two modals
    nsubj(je+pron) veux=vouloir+pres* xcomp(pouvoir+inf* xcomp(dire+inf* obj(la vérité)))
    = dire: True

a modal that nothing governs
    vouloir+inf* obj(la paix)
    = vouloir: False

behind a modal that nothing governs
    vouloir+inf* xcomp(dire+inf* obj(la vérité))
    = dire: False
"""


@parametrize(OPINIONS)
def test_opinion(case: Case) -> None:
    assert str(is_opinion(case.trigger)) == case.expected


HABITS = """
so many times
    nsubj(Lima) reçoit=recevoir+pres* obj(Quito) obl:mod(deux=deux+num fois* nmod(par an))
    = reçoit: True

taken for a past
    nsubj(Lima) réunit=réunir+past* obj(Quito) obl:mod(chaque=chaque+adj année*)
    = réunit: True

once
    nsubj(Lima) reçoit=recevoir+pres* obj(Quito) obl:mod(cette année)
    = reçoit: False

done by somebody
    nsubj(Lima) a reçu=recevoir+part* obj(Quito) obl:mod(par an)
    = reçu: False
"""


@parametrize(HABITS)
def test_habit(case: Case) -> None:
    assert str(is_habit(case.trigger)) == case.expected


RULES = """
a law
    nsubj(La loi) interdit=interdire+past* obl:arg(à Lima)
    = interdit: True

a decree
    nsubj(Un décret) interdit=interdire+pres* obj(le parti)
    = interdit: False

a new law
    nsubj(Une loi) interdit=interdire+pres* obj(le parti)
    = interdit: False

what a law will do
    nsubj(La loi) interdira=interdire+fut* obj(le parti)
    = interdira: False

what somebody is
    nsubj(Lima) cop(est) une ville* acl:relcl(nsubj(qui) accueille=accueillir+pres obj(Quito))
    = accueille: True

what the one is who is meant
    nsubj(Lima) cop(est) la ville* acl:relcl(nsubj(qui) accueille=accueillir+pres obj(Quito))
    = accueille: False

what somebody did
    nsubj(Lima) cop(est) une ville* acl:relcl(nsubj(qui) a accueilli=accueillir+part obj(Quito))
    = accueilli: False
"""


@parametrize(RULES)
def test_rule(case: Case) -> None:
    assert str(is_rule(case.trigger)) == case.expected
