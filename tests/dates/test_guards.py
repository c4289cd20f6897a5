"""Numbers that count what follows them are no years, on built trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.dates import find
from quifaitquoi.lexicon.dates import load
from tests.actions.notation import read, sentence

if TYPE_CHECKING:
    from tests.dates.conftest import Find


@pytest.mark.parametrize(
    ("tree", "years"),
    [
        ("nsubj(Ils+pron) votent=voter+pres* obl(pour 2015+num zubres=zubre+pl) .", []),
        ("nsubj(Ils+pron) votent=voter+pres* obl(pour 2015+num bons+adj zubres=zubre+pl) .", []),
        ("nsubj(2015+num zubres=zubre+pl) votent=voter+pres* .", []),
        ("nsubj(Le vote* nmod(de 2015+num)) change=changer+pres* obj(tout) .", ["2015"]),
        ("nsubj(Ils+pron) votent=voter+pres* obl(pour 2015+num , zubres=zubre+pl) .", ["2015"]),
        ("nsubj(Ils+pron) votent=voter+pres* obl(pour 2015+num) obl(Zubre+pl) .", ["2015"]),
        ("nsubj(Ils+pron) votent=voter+pres* obl(pour 2015+num)", ["2015"]),
        ("nsubj(Ils+pron) votent=voter+pres* obl(en 2015+num) obl(zubres=zubre+pl) .", ["2015"]),
    ],
)
def test_a_number_before_a_noun_counts_it(tree: str, years: list[str]) -> None:
    assert [date.text for date in find([sentence(read(tree))], load())] == years


def test_without_parts_of_speech_nothing_counts(expressions: Find) -> None:
    assert [date.text for date in expressions("Ils votent pour 2015 zubres.")] == ["2015"]
