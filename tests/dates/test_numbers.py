"""Closed sets of the calendar, each with its value."""

from __future__ import annotations

import dateparser
import pytest

from quifaitquoi.dates import points
from quifaitquoi.dates.lexemes import Lexemes
from quifaitquoi.dates.numbers import below_hundred, roman, spelled
from quifaitquoi.lexicon.dates import fold, load

BELOW_HUNDRED = """
zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
dix-sept dix-huit dix-neuf vingt vingt_et_un vingt-deux vingt-trois vingt-quatre vingt-cinq
vingt-six vingt-sept vingt-huit vingt-neuf trente trente_et_un trente-deux trente-trois
trente-quatre trente-cinq trente-six trente-sept trente-huit trente-neuf quarante quarante_et_un
quarante-deux quarante-trois quarante-quatre quarante-cinq quarante-six quarante-sept
quarante-huit quarante-neuf cinquante cinquante_et_un cinquante-deux cinquante-trois
cinquante-quatre cinquante-cinq cinquante-six cinquante-sept cinquante-huit cinquante-neuf
soixante soixante_et_un soixante-deux soixante-trois soixante-quatre soixante-cinq soixante-six
soixante-sept soixante-huit soixante-neuf soixante-dix soixante_et_onze soixante-douze
soixante-treize soixante-quatorze soixante-quinze soixante-seize soixante-dix-sept
soixante-dix-huit soixante-dix-neuf quatre-vingts quatre-vingt-un quatre-vingt-deux
quatre-vingt-trois quatre-vingt-quatre quatre-vingt-cinq quatre-vingt-six quatre-vingt-sept
quatre-vingt-huit quatre-vingt-neuf quatre-vingt-dix quatre-vingt-onze quatre-vingt-douze
quatre-vingt-treize quatre-vingt-quatorze quatre-vingt-quinze quatre-vingt-seize
quatre-vingt-dix-sept quatre-vingt-dix-huit quatre-vingt-dix-neuf
""".split()
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
SHORT_MONTHS = "janv févr mars avr mai juin juil août sept oct nov déc".split()
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
UNITS = {
    "jours": "day", "semaine": "week", "quinzaine": "fortnight", "mois": "month",
    "trimestre": "quarter", "semestre": "semester", "an": "year", "années": "year",
    "décennie": "decade", "siècle": "century",
}  # fmt: skip


@pytest.mark.parametrize(("value", "words"), list(enumerate(BELOW_HUNDRED)))
def test_below_hundred(value: int, words: str) -> None:
    for written in (
        words.replace("_", " "),
        words.replace("_", "-"),
        words.upper().replace("_", " "),
    ):
        lexemes = Lexemes(written, load())
        assert below_hundred(lexemes, 0) == (value, lexemes.size)


def test_all_numbers_are_there() -> None:
    assert len(BELOW_HUNDRED) == 100


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("septante-deux", 72),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("deux mille", 2000),
        ("deux mille vingt-trois", 2023),
        ("mil neuf cent quatre-vingt-dix-neuf", 1999),
        ("mille neuf cent soixante", 1960),
        ("dix-neuf cent quatorze", 1914),
    ],
)
def test_spelled(words: str, value: int) -> None:
    lexemes = Lexemes(words, load())
    assert spelled(lexemes, 0) == (value, lexemes.size)


@pytest.mark.parametrize(
    ("words", "value", "end"), [("vingt et trois", 20, 1), ("deux trois", 2, 1)]
)
def test_two_numbers(words: str, value: int, end: int) -> None:
    assert spelled(Lexemes(words, load()), 0) == (value, end)


def test_roman() -> None:
    written = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
    assert [roman(one) for one in written] == list(range(1, 22))
    assert [roman(one) for one in ("", "IIII", "XXXX", "ABC", "VX")] == [None] * 5


@pytest.mark.parametrize("day", range(1, 32))
def test_days(day: int) -> None:
    for written in (str(day), f"{day:02}", BELOW_HUNDRED[day].replace("_", " ")):
        lexemes = Lexemes(f"{written} mars", load())
        assert points.day(lexemes, 0) == (day, lexemes.size - 1)


def test_no_such_day() -> None:
    assert [points.day(Lexemes(one, load()), 0) for one in ("0", "32", "99", "zéro")] == [None] * 4


@pytest.mark.parametrize("number", range(12))
def test_months(number: int) -> None:
    for name in (
        MONTHS[number],
        fold(MONTHS[number]),
        MONTHS[number].upper(),
        MONTHS[number].title(),
    ):
        found = points.named(Lexemes(name, load()), 0)
        assert found
        assert found.first.month == number + 1
    short = SHORT_MONTHS[number]
    for name in (short, short if short == MONTHS[number] else f"{short}."):
        found = points.named(Lexemes(f"3 {name} 2024", load()), 0)
        assert found
        assert (found.first.day, found.first.month, found.first.year) == (3, number + 1, 2024)


@pytest.mark.parametrize("number", range(7))
def test_weekdays(number: int) -> None:
    assert points.weekday(Lexemes(WEEKDAYS[number].upper(), load()), 0) == (number + 1, 1)
    short = f"{WEEKDAYS[number][:3]}."
    assert points.weekday(Lexemes(short, load()), 0) is None
    found = points.named(Lexemes(f"{short} 3 mars", load()), 0)
    assert found
    assert found.first.weekday == number + 1


@pytest.mark.parametrize(("word", "grain"), list(UNITS.items()))
def test_units(word: str, grain: str) -> None:
    assert load().units[fold(word)] == grain


@pytest.mark.parametrize("month", MONTHS)
def test_full_dates_agree_with_dateparser(month: str) -> None:
    for day in (1, 9, 28):
        written = f"{day} {month} 2024"
        theirs = dateparser.parse(written, languages=["fr"])
        ours = points.named(Lexemes(written, load()), 0)
        assert theirs
        assert ours
        assert (theirs.day, theirs.month) == (ours.first.day, ours.first.month)
