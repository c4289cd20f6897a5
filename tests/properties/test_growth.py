"""Time grows as the text does, whatever is said again and again."""

from __future__ import annotations

import time
from itertools import count, islice
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.run.stages import Pipeline

pytestmark = [pytest.mark.model, pytest.mark.slow]
CHARACTERS: Final = 15_000
#: A text of four times the length takes some four times as long; one of squares takes sixteen.
MOST: Final = 9
SAID: Final = {
    "one paragraph": "Le Kenya a reçu lundi le Pérou. ",
    "a line each": "Le Kenya a reçu lundi le Pérou.\n\n",
    "blows": "L'attaque a tué dix soldats. L'assaut a été condamné. ",
    "nobody's cadre": "le cadre de son. ",
    "no end": "le ministre de ",
    "no verb": "mardi 3 mars, puis mercredi, la veille, du 3 au 5 mai ; ",
    "words": "Mali\n",
    "no space": "l'",
    "quotations": "« Oui », dit-il, « il a dit que ",
    "described": "Le ministre de la ville {n} a reçu son homologue. Ce dernier l'a remercié. ",
}


def said(sentence: str) -> Iterator[str]:
    return (sentence.format(n=number) for number in count(1))


@pytest.mark.parametrize("name", SAID)
def test_time_grows_as_the_text_does(weighed: Pipeline, name: str) -> None:
    text = "".join(islice(said(SAID[name]), 4 * CHARACTERS))[: 4 * CHARACTERS]

    def seconds(characters: int) -> float:
        started = time.process_time()
        weighed.process(Article("a", text[:characters], published="2024-05-15"))
        return time.process_time() - started

    seconds(1_000)  # words met once are met for all
    short = min(seconds(CHARACTERS) for _ in range(2))
    assert seconds(len(text)) < MOST * short + 0.5
