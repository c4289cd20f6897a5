"""From text to value: forms in two words or more, and articles without publication date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.dates.conftest import Read

# Brackets mark the dates; all were published on Wednesday 15 May 2024.
WRITTEN = [
    ("[Hier 14 mai], le marché a brûlé.", ["2024-05-14"]),
    ("Né le [3 mars de l'an dernier], malade en [mars de cette année].", ["2023-03-03", "2024-03"]),
    ("Parti le [2 avril 2019], revenu le [9 mai de la même année].", ["2019-04-02", "2019-05-09"]),
    ("Réunis le [5 du mois dernier], puis le [2 de ce mois].", ["2024-04-05", "2024-05-02"]),
    ("Dans les [années 1970 et 1980], dès la [fin des années 1950].", ["1970/1989", "1950/1959"]),
    ("Dans les [années 80-90] et la [décennie 1960].", ["1980/1999", "1960/1969"]),
    ("Tués [lundi 13 mai au soir] et le [14 mai au matin].", ["2024-05-13", "2024-05-14"]),
    ("Le [matin du 3 mai], l'[après-midi du 4 mai].", ["2024-05-03", "2024-05-04"]),
    ("La [nuit du mardi 30 avril et du mercredi 1 er mai].", ["2024-04-30/2024-05-01"]),
    ("La [nuit de lundi à ce mardi], la [nuit dernière].", ["2024-05-13/2024-05-14", "2024-05-14"]),
    ("Le [lundi 1ᵉʳ avril], [du 1ᵉʳ au 3 mars].", ["2024-04-01", "2024-03-01/2024-03-03"]),
    ("Les [30 avril et 1er mai].", ["2024-04-30/2024-05-01"]),
    ("Les [mardi et mercredi prochains].", ["2024-05-21/2024-05-22"]),
    ("Le [week-end du 4 et 5 mai].", ["2024-05-04/2024-05-05"]),
    ("Élu [il y a deux ans et demi], [il y a un mois et demi].", ["2021", "2024-03"]),
    ("Élu [il y a une quinzaine de jours], [il y a une dizaine d'années].", ["2024-04-30", "2014"]),
    (
        "À [Noël], au [lendemain de Noël], pour le [Nouvel An 2020].",
        ["2023-12-25", "2023-12-26", "2020-01-01"],
    ),
    (
        "Le [lundi de Pâques], à [Pâques 2019], à la [Toussaint].",
        ["2024-04-01", "2019-04-21", "2023-11-01"],
    ),
    ("Le [mercredi des Cendres], le [jeudi de l'Ascension].", ["2024-02-14", "2024-05-09"]),
    (
        "Le [8-Mars] et le [prochain 8-Mars], le [1er-Mai].",
        ["2024-03-08", "2025-03-08", "2024-05-01"],
    ),
    (
        "À l'occasion de la [Tabaski], après la [Korité 2023], la nuit du [Maouloud].",
        ["2024-06-17~", "2023-04-22~", "2023-09-27~"],
    ),
    ("Célébrer le Maouloud, la fête nationale, le problème de la Tabaski.", []),
    (
        "Ils ont jeûné pendant le [Ramadan 2023], en [ce mois béni de Ramadan].",
        ["2023-03-23~/2023-04-21~", "2024-03-11~/2024-04-09~"],
    ),
    ("Le Ramadan [2023], la prière du Ramadan, le jeûne du mois de Ramadan.", ["2023"]),
    ("À la [veille de la fête du Ramadan].", ["2024-04-09~"]),
    (
        "Le scrutin présidentiel du [20 mars]. Rien [hier]. À la [veille du scrutin], il parle.",
        ["2024-03-20", "2024-05-14", "2024-03-19"],
    ),
    (
        "Le vote de [mardi]. Le [3 mars]. Le [lendemain] du vote.",
        ["2024-05-14", "2024-03-03", "2024-05-15"],
    ),
    ("Le scrutin du [20 mars]. À la veille du vote, au lendemain de la guerre.", ["2024-03-20"]),
    (
        "À la [fête nationale du Togo], à la [fête de l'Indépendance ivoirienne].",
        ["2024-04-27", "2024-08-07"],
    ),
    ("À la [fête nationale nigérienne 2022].", ["2022-12-18"]),
    ("La famine de [1932-1933], la guerre [de 1939 à 1945].", ["1932/1933", "1939/1945"]),
    ("Un autre avait eu lieu [trois semaines plus tôt].", ["2024-04-24"]),
    ("Le [2 mai], il entre. [Deux jours seulement après], il sort.", ["2024-05-02", "2024-05-04"]),
    (
        "[Trois ans après] son adoption le [4 mai 2016], [six mois après] sa fin en [mars 2017].",
        ["2019-05-04", "2016-05-04", "2017-09", "2017-03"],
    ),
]
# What continues the last days before the publication, however far back they stand.
SCENE = [
    (
        "Le maire est parti [mardi]. " + "Rien. " * 6 + "La [veille], il jurait de rester.",
        "2024-05-13",
    ),
    ("Le maire est parti [mardi]. " + "Rien. " * 6 + "Le [jour même], tout a fermé.", "2024-05-14"),
    ("Réunis [jeudi dernier]. " + "Rien. " * 6 + "La clôture de [jeudi] fut belle.", "2024-05-09"),
]
UNPUBLISHED = [
    # Years told in passing lend nothing.
    ("Le 10 décembre, ils ont attaqué. La guerre dure depuis [2015].", ["2015"]),
    ("La guerre dure depuis [2015]. Le 25 décembre, jeudi, en mars, ils ont attaqué.", ["2015"]),
    # The year of the title does.
    ("Bilan [2022].\nLe [10 février], il part.", ["2022", "2022-02-10"]),
    # A weekday fixes the year of a day, near the years that the text tells.
    ("Mardi 14 septembre, il part. Vendredi, il revient.", []),
    (
        "Le vote du [dimanche 22 mars]. Depuis [octobre 2019], on crie. Le [22 mars], on vote.",
        ["2020-03-22", "2019-10", "2020-03-22"],
    ),
]


@pytest.mark.parametrize(("marked", "values"), WRITTEN)
def test_written(marked: str, values: list[str], read: Read) -> None:
    found = read(re.sub(r"[\[\]]", "", marked))
    assert [date.text for date in found] == re.findall(r"\[(.+?)\]", marked)
    assert [date.value for date in found] == values


@pytest.mark.parametrize(("marked", "last"), SCENE)
def test_scene(marked: str, last: str, read: Read) -> None:
    found = read(re.sub(r"[\[\]]", "", marked))
    assert [date.text for date in found] == re.findall(r"\[(.+?)\]", marked)
    assert found[-1].value == last


@pytest.mark.parametrize(("marked", "values"), UNPUBLISHED)
def test_unpublished(marked: str, values: list[str], read: Read) -> None:
    found = read(re.sub(r"[\[\]]", "", marked), "")
    assert [date.text for date in found] == re.findall(r"\[(.+?)\]", marked)
    assert [date.value for date in found] == values
