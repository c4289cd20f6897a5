"""What the measurements are made of."""

from __future__ import annotations

from itertools import islice

from benchmarks import speed as stages_speed
from benchmarks.peers import speed, speed_of
from benchmarks.scale import COPIED, varied
from quifaitquoi.run.copies import SIMILAR, similarity, sketch
from tests.run.fakes import articles

STORY = " ".join(
    f"Le {day} mars, la {word} de Kara reçoit {word}s et députés, dit Mme {word.title()}."
    for day, word in enumerate("mairie cour école banque radio mission garde caserne".split(), 1)
)


def test_systems_are_known_to_both_sides() -> None:
    assert set(speed.SYSTEMS) == set(speed_of.SYSTEMS)


def test_stages_are_where_they_are_measured() -> None:
    assert [one for one, module, name in stages_speed.STAGES if not hasattr(module, name)] == []


def test_no_text_comes_twice_and_every_tenth_is_a_copy() -> None:
    given = [*islice(varied(articles(COPIED, STORY)), 5 * COPIED)]
    assert len({one.id for one in given}) == len({one.text for one in given}) == 5 * COPIED
    for place in range(COPIED - 1, 5 * COPIED, COPIED):
        original, copy = (sketch(one.text) for one in given[place - 1 : place + 1])
        assert similarity(original, copy) >= SIMILAR


def test_texts_are_varied_alike_each_time() -> None:
    first, second = ([*islice(varied(articles(3, STORY)), 9)] for _ in range(2))
    assert first == second
