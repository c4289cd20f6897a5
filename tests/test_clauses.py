"""Where clauses begin and end, on trees whose arcs say nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.actions.tense import tense
from quifaitquoi.records.actions import Tense
from tests.actions.notation import read, sentence, token

if TYPE_CHECKING:
    from quifaitquoi.syntax.tokens import Doc


BARE: Final = frozenset(", ; a avait aurait est été".split())


def flat(line: str) -> Doc:
    """A sentence whose words all hang on the one with a star, whatever they are to it."""
    words = line.split()
    return read(
        " ".join(
            word if word in BARE or word.endswith("*") or "(" in word else f"dep({word})"
            for word in words
        )
    )


def clauses(line: str) -> str:
    """The words of each clause, clauses parted by bars in order of their first word."""
    doc = flat(line)
    of = sentence(doc).clauses
    words = [word for word in doc if word.pos_ != "PUNCT"]
    order = list(dict.fromkeys(id(of[word.i]) for word in words))
    return " | ".join(
        " ".join(word.text for word in words if id(of[word.i]) == one) for one in order
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Lima , qui a reçu=recevoir+part Oslo mardi , accuse=accuser+pres* Quito",
            "Lima accuse Quito | qui a reçu Oslo mardi",
            id="relative clause within its main clause",
        ),
        pytest.param(
            "Lima , dont le consul a été expulsé=expulser+part , accuse=accuser+pres* Quito",
            "Lima accuse Quito | dont le consul a été expulsé",
            id="relative clause with dont",
        ),
        pytest.param(
            "trois soldats+pl , dont deux officiers+pl , accusent=accuser+pres* Quito",
            "trois soldats accusent Quito | dont deux officiers",
            id="dont without a verb",
        ),
        pytest.param(
            "Lima a dit=dire+part* que Quito accuse=accuser+pres Oslo",
            "Lima a dit | que Quito accuse Oslo",
            id="reported clause",
        ),
        pytest.param(
            "Lima a accusé=accuser+part* Quito et expulsé=expulser+part le consul",
            "Lima a accusé Quito | et expulsé le consul",
            id="participles that share an auxiliary",
        ),
        pytest.param(
            "Lima a accusé=accuser+part* Quito , expulsé=expulser+part le consul",
            "Lima a accusé Quito | expulsé le consul",
            id="participles without a conjunction",
        ),
        pytest.param(
            "Lima accuse=accuser+pres* Quito et Oslo expulse=expulser+pres le consul",
            "Lima accuse Quito | et Oslo expulse le consul",
            id="coordinated clauses",
        ),
        pytest.param(
            "Lima accuse=accuser+pres* Quito ; Oslo expulse=expulser+pres le consul",
            "Lima accuse Quito | Oslo expulse le consul",
            id="semicolon",
        ),
        pytest.param(
            "Reçu=recevoir+part mardi par Lima , Okello a accusé=accuser+part* Quito",
            "Reçu mardi par Lima | Okello a accusé Quito",
            id="participle in front",
        ),
        pytest.param(
            "Okello a , mardi , accusé=accuser+part* Quito",
            "Okello a mardi accusé Quito",
            id="words within a verb group",
        ),
        pytest.param(
            "Okello a promis=promettre+part* de quitter=quitter+inf Lima",
            "Okello a promis de | quitter Lima",
            id="infinitive behind a preposition",
        ),
        pytest.param(
            "Okello peut=pouvoir+pres* quitter=quitter+inf Lima",
            "Okello peut quitter Lima",
            id="infinitive of a modal",
        ),
        pytest.param(
            "Quito a expulsé=expulser+part* le consul , a annoncé=annoncer+part Okello",
            "Quito a expulsé le consul | a annoncé Okello",
            id="inserted clause",
        ),
        pytest.param(
            "Quito , a affirmé=affirmer+part Okello , expulse=expulser+pres* le consul",
            "Quito expulse le consul | a affirmé Okello",
            id="speaker inserted before the verb",
        ),
        pytest.param(
            "Quito , a affirmé=affirmer+part madame Okello , expulse=expulser+pres* le consul",
            "Quito expulse le consul | a affirmé madame Okello",
            id="speaker with a courtesy title",
        ),
        pytest.param(
            "Quito , a reçu=recevoir+part* Okello , hier",
            "Quito a reçu Okello hier",
            id="other verbs are not inserted",
        ),
    ],
)
def test_clauses(line: str, expected: str) -> None:
    assert clauses(line) == expected


@pytest.mark.parametrize(
    ("line", "verb", "expected"),
    [
        ("Lima accuse=accuser+pres* Quito", "accuse", Tense.PRESENT),
        ("Lima a accusé=accuser+part* Quito", "accusé", Tense.PAST),
        ("Lima avait accusé=accuser+part* Quito", "accusé", Tense.PLUPERFECT),
        ("Lima accusera=accuser+fut* Quito", "accusera", Tense.FUTURE),
        ("Lima aurait accusé=accuser+part* Quito", "accusé", Tense.FUTURE),
        ("Lima accusait=accuser+imp* Quito", "accusait", Tense.PAST),
        ("nsubj(Lima) est accusé=accuser+part* par Quito", "accusé", Tense.PRESENT),
        ("nsubj(Lima) a été accusé=accuser+part* par Quito", "accusé", Tense.PAST),
        ("Lima veut=vouloir+pres* accuser+inf Quito", "accuser", Tense.NONE),
        ("Lima réagit=réagir+pres* en accusant=accuser+ger Quito", "accusant", Tense.PRESENT),
    ],
)
def test_tense(line: str, verb: str, expected: Tense) -> None:
    doc = flat(line)
    word = token(doc, verb)
    assert tense(word, sentence(doc).clauses[word.i]) is expected
