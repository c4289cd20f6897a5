"""A word that a user adds to a class changes what is read of a sentence; without model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.actions import find
from quifaitquoi.actions.arguments import ArgumentResolver
from quifaitquoi.actions.gates import is_no_act
from quifaitquoi.actions.spans import WordSpan, is_topic
from quifaitquoi.actions.ties import is_issued
from quifaitquoi.lexicon import actions
from quifaitquoi.records.mention_index import MentionIndex
from quifaitquoi.syntax.frames import verb_frame
from tests.actions.notation import actors, read, sentence, token

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actions import ActionLexicon
    from quifaitquoi.syntax.tokens import Doc

LEXICON = actions.load()


def taught(name: str, word: str = "zubre") -> ActionLexicon:
    """The tables with a word more in a class."""
    words = LEXICON.words(name) | {word}
    return replace(LEXICON, classes={**LEXICON.classes, name: words})


def resolver(doc: Doc, lexicon: ActionLexicon) -> ArgumentResolver:
    mentions, known = actors(doc)
    return ArgumentResolver(sentence(doc), MentionIndex(mentions), known, frozenset(), lexicon)


@pytest.mark.parametrize(
    ("tree", "verb", "name", "added"),
    [
        ("voit=voir+pres* obj(la zubre* acl(de rappeler=rappeler+inf* obj(le consul))) .",
         "rappeler", "resolve", False),
        ("montre=montrer+pres* obj(la zubre) xcomp(à soutenir=soutenir+inf* obj(Quito)) .",
         "soutenir", "possibility", True),
        ("nsubj(Cela=cela+pron) zubre=zubre+pres* xcomp(de soutenir=soutenir+inf* obj(Quito)) .",
         "soutenir", "enabling", True),
        ("nsubj(Lima) ne zubre=zubre+pres* pas xcomp(à libérer=libérer+inf* obj(Quito)) .",
         "libérer", "trying", False),
        ("nsubj(Rien=rien+pron) ne zubre=zubre+pres* obj(la vente) .", "zubre", "norm", True),
    ],
)  # fmt: skip
def test_whether_a_verb_is_an_act(tree: str, verb: str, name: str, *, added: bool) -> None:
    doc = read(tree)
    found = [is_no_act(token(doc, verb), resolver(doc, one)) for one in (LEXICON, taught(name))]
    assert found == [not added, added]


@pytest.mark.parametrize(
    ("tree", "name", "word", "without", "added"),
    [
        ("nsubj(Lima) condamne=condamner+pres* obj(la visite nmod(de Quito)) .",
         "ending", "condamner", "condamne DISAPPROVE, visite CONSULT", "condamne DISAPPROVE"),
        ("nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Quito) a grandi=grandir+part) .",
         "claiming", "affirmer", "affirme STATEMENT", "affirme DISAPPROVE"),
        ("nsubj(Lima) zubre=zubre+pres* obj(une attaque) .",
         "taking_up", "zubre", "", "attaque ASSAULT"),
        ("nsubj(Beaucoup=beaucoup+pron) affirment=affirmer+pres* ccomp(que tout+pron) .",
         "thinking", "affirmer", "affirment STATEMENT", ""),
    ],
)  # fmt: skip
def test_which_events_are_told(tree: str, name: str, word: str, without: str, added: str) -> None:
    doc = read(tree)
    mentions, known = actors(doc, Beaucoup="GROUP")
    for lexicon, expected in ((LEXICON, without), (taught(name, word), added)):
        acts = find([sentence(doc)], mentions, known, [], [], lexicon)
        assert ", ".join(f"{act.text} {act.type}" for act in acts) == expected


def test_what_acts_for_somebody_is_this_one() -> None:
    doc = read("nsubj(Le zubre nmod(de Lima)) dénonce=dénoncer+pres* obj(un putsch) .")
    heard = [
        resolver(doc, one).actors_at(token(doc, "zubre")) for one in (LEXICON, taught("mouthpiece"))
    ]
    assert [[mention.text for mention in found] for found in heard] == [[], ["Lima"]]


def test_upon_whom_a_thing_falls() -> None:
    doc = read(
        "nsubj(Quito) lève=lever+pres* obj(les mesures* acl(zubrant=zubre+ger* obj(Lima))) ."
    )
    borne = [
        resolver(doc, one).owners(token(doc, "mesures")) for one in (LEXICON, taught("bearing"))
    ]
    assert [[mention.text for mention in found] for found in borne] == [[], ["Lima"]]


@pytest.mark.parametrize(
    ("document", "issued", "name"), [("zubre", "publié", "document"), ("note", "zubré", "issuing")]
)
def test_what_was_done_with_a_document(document: str, issued: str, name: str) -> None:
    lemma = {"publié": "publier", "zubré": "zubre"}[issued]
    doc = read(f"dort=dormir+pres* obl:mod(dans un {document}* acl({issued}={lemma}+part)) .")
    words = token(doc, document), token(doc, issued)
    assert [is_issued(*words, one) for one in (LEXICON, taught(name))] == [False, True]


def test_what_a_place_completes_as_a_place() -> None:
    doc = read("nsubj(Il) parle=parler+pres* obl:arg(de le zubre nmod(en Mauritanie)) .")
    place = token(doc, "Mauritanie")
    span = WordSpan(doc, place.i, place.i + 1, place)
    assert [is_topic(span, (), one) for one in (LEXICON, taught("whereabouts"))] == [True, False]


@pytest.mark.parametrize(
    ("before", "clause", "held"),
    [
        ("nsubj(Le traité+m)", "nsubj(Lima) obj(l'=le+pron) a signé=signer+part*", True),
        ("nsubj(Le traité+m)", "nsubj(Lima) obj(la=le+pron) signe=signer+pres*", False),
        ("nsubj(Le traité+m)", "nsubj(Lima) obj(les=le+pron) signe=signer+pres*", False),
        ("nsubj(Le roman+m)", "nsubj(Lima) obj(l'=le+pron) a signé=signer+part*", False),
        ("obl:mod(avec un traité+m)", "nsubj(Lima) obj(l'=le+pron) a signé=signer+part*", False),
        ("nsubj(Le roman+m)", "nsubj(Le traité+m) obj(l'=le+pron) a signé=signer+part*", False),
        ("nsubj(Le traité+m)", "nsubj:pass(Il) a été signé=signer+part*", True),
    ],
)
def test_a_clitic_stands_for_the_thing_before(before: str, clause: str, *, held: bool) -> None:
    doc = read(f"parataxis({before} existe=exister+pres) . {clause}")
    senses = LEXICON.senses["signer", "v"]
    (sense,) = (one for one in senses if one.rule_id == "action.signer.v")
    (condition,) = (c for c in sense.when if c.function == "obj")
    frame = verb_frame(next(word for word in doc if word.lemma_ == "signer"))
    assert resolver(doc, LEXICON).holds(frame, condition) is held
