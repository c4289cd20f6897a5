"""What the rules keep out, whatever the word."""

from __future__ import annotations

from quifaitquoi.actions.gates import is_opinion
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
