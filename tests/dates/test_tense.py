"""Which side of the publication a date lies on, from hand-built trees and prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quifaitquoi.dates import find
from quifaitquoi.lexicon.dates import load
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.records.dates import Direction
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

if TYPE_CHECKING:
    from tests.dates.conftest import Find

FIN = "VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
# Words as form/lemma/tag/arc/head/morph.
TREES = {
    "a parlé": (
        Direction.PAST,
        (
            f"Il/il/PRON/nsubj/2/ a/avoir/AUX/aux:tense/2/Tense=Pres|{FIN}"
            f" parlé/parler/VERB/ROOT/2/{PART} lundi/lundi/NOUN/obl/2/"
        ),
    ),
    "partira": (
        Direction.FUTURE,
        f"Il/il/PRON/nsubj/1/ partira/partir/VERB/ROOT/1/Tense=Fut|{FIN} lundi/lundi/NOUN/obl/1/",
    ),
    "partirait": (
        Direction.FUTURE,
        f"Il/il/PRON/nsubj/1/ partirait/partir/VERB/ROOT/1/Mood=Cnd|{FIN} lundi/lundi/NOUN/obl/1/",
    ),
    "sera signé": (
        Direction.FUTURE,
        (
            f"Il/il/PRON/nsubj/2/ sera/être/AUX/aux:pass/2/Tense=Fut|{FIN}"
            f" signé/signer/VERB/ROOT/2/{PART} lundi/lundi/NOUN/obl/2/"
        ),
    ),
    "participle": (Direction.PAST, f"Reçu/recevoir/VERB/ROOT/0/{PART} lundi/lundi/NOUN/obl/0/"),
    "scheduled": (Direction.FUTURE, f"prévu/prévoir/VERB/ROOT/0/{PART} lundi/lundi/NOUN/obl/0/"),
    "doit partir": (
        Direction.FUTURE,
        (
            f"Il/il/PRON/nsubj/1/ doit/devoir/VERB/ROOT/1/Tense=Pres|{FIN}"
            " partir/partir/VERB/xcomp/1/VerbForm=Inf lundi/lundi/NOUN/obl/2/"
        ),
    ),
    "après avoir reçu": (
        Direction.PAST,
        (
            f"avoir/avoir/AUX/aux:tense/1/VerbForm=Inf reçu/recevoir/VERB/ROOT/1/{PART}"
            " lundi/lundi/NOUN/obl/1/"
        ),
    ),
    "part": (
        Direction.NONE,
        f"Il/il/PRON/nsubj/1/ part/partir/VERB/ROOT/1/Tense=Pres|{FIN} lundi/lundi/NOUN/obl/1/",
    ),
    "through a noun": (
        Direction.NONE,
        (
            f"Il/il/PRON/nsubj/1/ jugera/juger/VERB/ROOT/1/Tense=Fut|{FIN} l'/le/DET/det/3/"
            " accord/accord/NOUN/obj/1/ de/de/ADP/case/5/ lundi/lundi/NOUN/nmod/3/"
        ),
    ),
    "verb lost": (
        Direction.PAST,
        (
            "Lundi/lundi/NOUN/ROOT/0/ ,/,/PUNCT/punct/0/ il/il/PRON/nsubj/4/"
            f" avait/avoir/AUX/aux:tense/4/Tense=Imp|{FIN} parlé/parler/VERB/acl/0/{PART}"
        ),
    ),
}


def parsed(tree: str) -> Sentence:
    rows = [word.split("/") for word in tree.split(" ")]
    doc = Doc(
        Vocab(),
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        morphs=["/".join(row[5:]) for row in rows],
    )
    return Sentence(tokens(doc), 0, len(doc), 0, 0, 0, BlockKind.PARAGRAPH)


@pytest.mark.parametrize("name", TREES)
def test_verb(name: str) -> None:
    expected, tree = TREES[name]
    (date,) = find([parsed(tree)], load())
    assert date.tense is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("depuis lundi", Direction.PAST),
        ("d'ici au mois d'août", Direction.FUTURE),
        ("pour mercredi", Direction.FUTURE),
        ("avant l'été", Direction.FUTURE),
        ("jusqu'à vendredi", Direction.FUTURE),
        ("lundi", Direction.NONE),
    ],
)
def test_preposition(text: str, expected: Direction, expressions: Find) -> None:
    (date,) = expressions(text)
    assert date.tense is expected


def test_nowadays() -> None:
    tree = (
        f"Il/il/PRON/nsubj/3/ est/être/AUX/cop/3/Tense=Pres|{FIN}"
        " aujourd'hui/aujourd'hui/ADV/advmod/3/"
        " ministre/ministre/NOUN/ROOT/3/"
    )
    assert find([parsed(tree)], load()) == ()
