"""The table of leaders as shipped, and its checks."""

from pathlib import Path

import pytest

from quifaitquoi.lexicon import actors, leaders
from quifaitquoi.lexicon.tables import LexiconError

HEADER = "name,forms,gender,country,sector,office,note\n"


def test_every_country_is_in_the_table_of_countries() -> None:
    known = actors.load().countries
    assert {leader.country for leader in leaders.load().by_form.values()} - {""} <= set(known)


def test_officials_of_organisations_have_no_country() -> None:
    table = leaders.load().by_form.values()
    assert not [leader.name for leader in table if leader.sector == "IGO" and leader.country]
    assert not [leader.name for leader in table if leader.sector != "IGO" and not leader.country]


def test_surname_of_two_words() -> None:
    assert {leader.name for leader in leaders.load().by_surname["le drian"]} == {
        "Jean-Yves Le Drian"
    }


@pytest.mark.parametrize(
    "row",
    [
        "Awa Test,,f,TGO,XXX,ministre,",
        "Awa Test,,x,TGO,GOV,ministre,",
        "Awa Test,,f,Togo,GOV,ministre,",
        "Awa Test,,f,TGO,GOV,ministre,\nAwa Test,,f,TGO,GOV,ministre,",
    ],
)
def test_bad_rows_are_refused_with_their_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "leaders.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"leaders\.csv:\d"):
        leaders.load(tmp_path)


def test_user_rows_replace_ours(tmp_path: Path) -> None:
    row = "Faure Gnassingbé,,m,BEN,GOV,ministre,\n"
    (tmp_path / "leaders.csv").write_text(HEADER + row, encoding="utf-8")
    assert leaders.load(tmp_path).by_form["faure gnassingbe"].country == "BEN"
