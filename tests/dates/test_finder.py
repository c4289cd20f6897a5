"""Which words are a date and how far they reach: brackets mark the dates of each sentence."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.dates.finder import _readings
from quifaitquoi.dates.lexemes import Lexemes
from quifaitquoi.lexicon.dates import load

if TYPE_CHECKING:
    from types import FrameType

    from tests.dates.conftest import Find

MARKED = [
    # full and partial dates
    "Le [3 mars 2024], le [mardi 3 mars], [mars 2024] et [avril].",
    "Le [1er janvier 2023], le [1 er mai], le [premier juin], le [1erfévrier 2020].",
    "Le [vingt-trois avril 2021], en [deux mille vingt-trois], en [mil neuf cent soixante].",
    "Le [12 janv. 2023], le [3 sept. 2021], en [oct. 2022], [Ven. 12 avr. 2024].",
    "Le [3 MARS 2024], le [12 AOUT 2022], le [3 fevrier 2023], le [3mars2024].",
    "Les [03/10/2023], [03-10-2023], [3.10.23], [2023-10-03] et [10/2023].",
    "Né le [10 novembre 93], revenu en [octobre 98].",
    "L'[année 2024] et l'[an 2000], au [mois d'août], au [mois de mars 2021].",
    "Réuni [ce 03 octobre 2023] et [ce mardi].",
    "[Mercredi 13], il partait. [Mercredi 8/05/2024], il revint.",
    # ranges
    "[du 3 au 5 octobre], [entre 2014 et 2016], en [2017-2018], [de mars à juin 2021]",
    "les [12 et 13 mars], les [6, 7 et 8 juin], [ces 3 et 4 mai], les [6 et 13 avril prochains]",
    "[entre le 15 décembre et le 3 janvier 2024], [du lundi 3 au vendredi 7 mars]",
    "[depuis 2017 jusqu'en 2019], [de fin mars à début mai], en [2023-24], [10-12 mai 2023]",
    "[jeudi et vendredi], mais [mardi] et [jeudi]; [samedi 5 et dimanche 6 octobre]",
    "les [mois de janvier et de février 2020], une année scolaire [2017-2018]",
    "Ramadan [2013], les Législatives [2020], cette année scolaire [2017-2018]",
    "dans la [nuit du 10 au 11 mai 2022], la [nuit de samedi à dimanche], la [semaine du 3 mars]",
    "depuis [2017], jusqu'en [2019], à partir du [3 mars]",
    # parts, seasons, long periods
    "[début mai], [mi-juin], [fin 2021], [courant 2024], la [fin du mois], [début d'année]",
    "au [premier trimestre de 2023], au [second semestre 2022], la [première quinzaine de mars]",
    "l'[été dernier], [cet été], avant l'[été], l'[automne 2022], au [printemps]",
    "les [années 1990], les [années quatre-vingt], au [XIXe siècle], au [19e siècle]",
    "le [premier lundi de mars], la [dernière semaine de juin]",
    # relative
    "[hier], [avant-hier], [demain matin], [hier soir], [ce matin], la [nuit dernière]",
    "[mardi dernier], [samedi prochain], [dimanche matin], [lundi de la semaine prochaine]",
    "la [semaine dernière], le [mois prochain], l'[an dernier], [cette année], [ce mois-ci]",
    "[novembre dernier], le [19 août dernier], le [week-end dernier], dans la [semaine]",
    "[il y a dix ans], [il y a près de trois mois], [dans trois jours], [voilà cinq ans]",
    # anaphoric
    "la [veille], le [lendemain], le [surlendemain], la [veille au soir], l'[avant-veille]",
    "le [même jour], [ce jour-là], [cette année-là], le [mois précédent], la [semaine suivante]",
    "[deux jours plus tard], [un an auparavant], [Huit jours après]. Dès le [7], il revint.",
    "le [lendemain du 13 février]",
]
NONE = [
    "Il a été arrêté par le Premier ministre, qui a 20 ans et vit en mer avec sa mère.",
    "Le G5, la COP28, le 10ème anniversaire, la 59e conférence, le 49.3, l'article 7.",
    "Vision 2030, le Mondial 2026, Miss Togo 2023, l'Agenda 2063, la Constitution de 1992.",
    "La résolution 2085, le décret 2022-065, la loi n°2019-003, n° 2023-045.",
    "Il y a eu 3 000 soldats, plus de 2000 morts, 1 500 francs, un score de 3-1.",
    "Téléphone 22 21 20 19 ou 98.95.28.38, le 31 ou le 32 aout, à 7 heures 30 et 20h15.",
    "Une visite de 48 heures, depuis dix ans, d'ici deux ans, trois ans durant, sous 60 jours.",
    "Chaque lundi, tous les jeudis, les mardis, en semaine, à ce jour, récemment, désormais.",
    "Ces dernières années, quelques jours plus tard, dans les jours à venir, peu après.",
    "La place du 13-Mai, le boulevard du 13 Janvier, la rue du 4 septembre.",
    "À la veille d'un anniversaire, au lendemain d'une guerre, un mois de mai meurtrier.",
    "Les amis d'hier et d'aujourd'hui, le monde de demain, jusqu'à aujourd'hui.",
    "Les Jeux d'hiver, la mi-journée, la mi-temps, dans le 19, devant le 10, rue Bert.",
    "La prière du vendredi, la mosquée de vendredi, le Journal du Dimanche, les jeudi et samedi.",
    "Du jour au lendemain, comme si c'était hier, une année passée à La Mecque.",
    "Un délai de deux mois avant de partir; c'est dans cette nuit que tout bascula.",
    "Le père Noël, Noël Kodjo, Toussaint Kodjo, l'île de Pâques, le Nouvel An chinois, la rentrée.",
    "Mercredi saint, deux jours fériés, il veille sur la cité, Janvier Kodjo est venu.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_extents(marked: str, expressions: Find) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    found = [text[date.start : date.end] for date in expressions(text)]
    assert found == re.findall(r"\[(.+?)\]", marked)


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str, expressions: Find) -> None:
    assert [date.text for date in expressions(text)] == []


def test_offsets_count_in_the_clean_text(expressions: Find) -> None:
    text = "Un titre\nRéuni hier à Lomé. Il repart demain.\nLe 3 mars 2024."
    dates = expressions(text)
    assert [text[date.start : date.end] for date in dates] == ["hier", "demain", "3 mars 2024"]
    assert [(date.sentence, date.block) for date in dates] == [(1, 1), (2, 1), (3, 2)]


def test_typographic_apostrophe(expressions: Find) -> None:
    assert [
        d.text for d in expressions("L’été dernier, le mois d’août, aujourd’hui vendredi.")
    ] == [
        "été dernier",
        "mois d’août",
        "aujourd’hui vendredi",
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "a",
        " ",
        "mardi ",
        "années 1990 et ",
        "-",
        ".",
        "é",
        "'",
        "1 ",
        "1/",
        "12, ",
        "du 3 au ",
    ],
)
def test_work_is_linear(unit: str) -> None:
    short, long = (_calls(Lexemes(unit * (size // len(unit)), load())) for size in (1_000, 8_000))
    assert long < 10 * short


def _calls(lexemes: Lexemes) -> int:
    """Functions called while a text is read."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        list(_readings(lexemes))
    finally:
        sys.setprofile(None)
    return calls
