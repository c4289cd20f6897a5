"""Sentences through the pinned model: the tense decides where nearness would not."""

from __future__ import annotations

import pytest

from quifaitquoi import dates
from quifaitquoi.dates.calendar import resolve
from quifaitquoi.lexicon.dates import load
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("Le ministre a reçu lundi l'ambassadeur du Japon.", "2024-05-17", ["2024-05-13"]),
        ("Le ministre recevra lundi l'ambassadeur du Japon.", "2024-05-14", ["2024-05-20"]),
        ("La visite est annoncée pour jeudi.", "2024-05-17", ["2024-05-23"]),
        ("Le traité a été signé en octobre à Dakar.", "2024-05-15", ["2023-10"]),
        ("Le traité sera signé en octobre à Dakar.", "2024-05-15", ["2024-10"]),
        ("Les élections ont été reportées au 15 décembre.", "2024-05-15", ["2024-12-15"]),
        ("Il confirmerait sa candidature au mois de décembre.", "2024-11-08", ["2024-12"]),
        ("La capitale a été bouclée et l'été fut calme.", "2024-05-15", []),
        ("Il est aujourd'hui professeur à Dakar.", "2024-05-15", []),
        ("Il s'est rendu aujourd'hui à Dakar.", "2024-05-15", ["2024-05-15"]),
        ("Le ministre se rend aujourd'hui à Dakar.", "2024-05-15", ["2024-05-15"]),
        ("Le Conseil doit se prononcer aujourd'hui.", "2024-05-15", ["2024-05-15"]),
        ("Aujourd'hui, les femmes gèrent le marché.", "2024-05-15", []),
        ("Mais aujourd'hui, la ville a changé de visage.", "2024-05-15", []),
        ("Aujourd'hui avant l'aube, des tirs ont été entendus.", "2024-05-15", ["2024-05-15"]),
        ("Aujourd'hui vers 15 h, des tirs ont été entendus.", "2024-05-15", ["2024-05-15"]),
        ("Mais aujourd'hui à 300 kilomètres, la ville a changé.", "2024-05-15", []),
        ("Il y a de cela quatre mois, il a été invité à Dakar.", "2024-05-15", ["2024-01"]),
        ("On estime aujourd'hui leur nombre à mille.", "2024-05-15", []),
        ("Le voile est aujourd'hui associé à la ville.", "2024-05-15", []),
        ("Les habitants assurent la veille du quartier.", "2024-05-15", []),
        ("Les tirs ont cessé durant le ramadan.", "2024-05-15", ["2024-03-11~/2024-04-09~"]),
        ("Il partira après le prochain ramadan.", "2024-05-15", []),
        ("Il partira après le ramadan prochain.", "2024-05-15", ["2025-03-01~/2025-03-30~"]),
        ("Elles rattraperont le jeûne après le mois de Ramadan.", "2024-05-15", []),
        ("Il est proscrit de fumer pendant le mois du ramadan.", "2024-05-15", []),
        ("Pendant le mois de Ramadan, il est interdit de fumer.", "2024-05-15", []),
        ("Pendant le ramadan, on jeûne.", "2024-05-15", []),
        ("Il appelle à la veille citoyenne dans les bureaux.", "2024-05-15", []),
        ("Près de 2015 électeurs ont voté, de 2010 à 2015.", "2024-05-15", ["2010/2015"]),
    ],
)
def test_values(text: str, published: str, values: list[str]) -> None:
    clean = CleanText(text, (Block(0, len(text), BlockKind.PARAGRAPH),), (0,), (0,))
    found = resolve(dates.find(parse.parse(clean, parse.load()), load()), published)
    assert [mention.value for mention in found] == values
