"""Every table of `data/` can be extended by a user's folder: what it says reaches the events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from quifaitquoi.lexicon.tables import DATA
from quifaitquoi.records.articles import Article
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quifaitquoi.records.events import Result

TABLES = sorted(path.stem for path in DATA.iterdir() if path.suffix in (".csv", ""))


class Case(NamedTuple):
    """A row of the user's, a text that it changes, and what is asked of its result."""

    row: str
    text: str
    ask: Callable[[Result], object]
    found: object


def events(result: Result) -> list[tuple[str, str, str]]:
    """Trigger and first parties."""
    return [
        (one.trigger, *(side[0].key if side else "" for side in (one.sources, one.targets)))
        for one in result.events
    ]


def actors(result: Result) -> set[tuple[str, str, str]]:
    return {(actor.key, actor.country, actor.sector) for actor in result.actors.values()}


CASES = {
    "actions": Case(
        "papoter,v,,CONSULT,,,avec,,Le Kenya [papote] avec le Pérou.,",
        "Le Kenya a papoté avec le Pérou.",
        events,
        [("papoté", "KEN", "PER")],
    ),
    "bodies": Case(
        "zubrette,f,,BUS,,,,",
        "La zubrette Okapi a condamné le Pérou.",
        lambda result: ("Okapi", "", "BUS") in actors(result),
        True,
    ),
    "boilerplate": Case(
        "follow,start,papotez avec nous,Papotez avec nous demain,",
        "Le Kenya salue le Pérou.\n\nPapotez avec nous sur la place du marché.",
        lambda result: result.sentences,
        1,
    ),
    "classes": Case(
        "money,zubron,",
        "Le Kenya a accordé des zubrons au Pérou.",
        events,
        [("accordé", "KEN", "PER")],
    ),
    "countries": Case(
        "ZZB,Zubrovie,f,,zubrovien|zubrovienne|zubroviens|zubroviennes,Zubro,,,",
        "La Zubrovie a condamné le Pérou.",
        events,
        [("condamné", "ZZB", "PER")],
    ),
    "dates": Case(
        "month,brumaire,11,",
        "Le Kenya a condamné le Pérou le 3 brumaire 2031.",
        lambda result: [date.value for date in result.dates],
        ["2031-11-03"],
    ),
    "groups": Case(
        "zouave,zouaves,GROUP,MIL,yes,",
        "Les zouaves togolais ont attaqué le Pérou.",
        events,
        [("attaqué", "zouaves togolais", "PER")],
    ),
    "leaders": Case(
        "Awa Zubro,,f,TGO,GOV,ministre,",
        "Awa Zubro a condamné le Pérou.",
        lambda result: ("Awa Zubro", "TGO", "GOV") in actors(result),
        True,
    ),
    "names": Case(
        "Zubro,m,",
        "Zubro Nairobi a condamné le Pérou.",
        events,
        [("condamné", "Zubro Nairobi", "PER")],
    ),
    "offices": Case(
        "archichancelier,,archichanceliers,office,GOV,state,",
        "L'archichancelier togolais a condamné le Pérou.",
        lambda result: ("archichancelier togolais", "TGO", "GOV") in actors(result),
        True,
    ),
    "organisations": Case(
        "ZUB,IGO,,IGO,ZUB|Union zubrovienne,,",
        "L'Union zubrovienne a condamné le Pérou.",
        events,
        [("condamné", "ZUB", "PER")],
    ),
    "places": Case(
        "Zubro,TGO,,city,",
        "Le Kenya a rencontré le Pérou à Zubro.",
        lambda result: [event.place_country for event in result.events],
        ["TGO"],
    ),
    "types": Case(
        "DISAPPROVE,11,ACCUSE,3,-2.5,,,,",
        "Le Kenya a condamné le Pérou.",
        lambda result: [event.event_type.codes.goldstein for event in result.events],
        [-2.5],
    ),
    # Weights hold together: a user's table stands in for ours as a whole.
    "weights": Case(
        "bias,9.000,1\nslope,1.000,1\noffset,0.000,1\ntypes=1,0.000,1",
        "Le Kenya a condamné le Pérou.",
        lambda result: [round(event.confidence or 0, 2) for event in result.events],
        [1.0],
    ),
}


def test_every_table_has_a_case() -> None:
    assert [name for name in TABLES if name != "README"] == sorted(CASES)


@pytest.mark.model
@pytest.mark.parametrize("table", CASES)
def test_a_row_of_the_user_changes_what_is_read(
    loaded: Pipeline, tmp_path: Path, table: str
) -> None:
    case = CASES[table]
    ours = next((DATA / table).glob("*.csv")) if (DATA / table).is_dir() else DATA / f"{table}.csv"
    path = tmp_path / ours.relative_to(DATA)
    path.parent.mkdir(exist_ok=True)
    header = ours.read_text(encoding="utf-8").partition("\n")[0]
    path.write_text(f"{header}\n{case.row}\n", encoding="utf-8")
    article = Article("a", case.text)
    assert case.ask(loaded.process(article)) != case.found
    assert case.ask(Pipeline.over(loaded.nlp, tmp_path).process(article)) == case.found
