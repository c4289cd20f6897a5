"""The table of calendar words is checked on loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.lexicon.dates import fold, load
from quifaitquoi.lexicon.tables import LexiconError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "kind,words,value,note\n"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("moth,mai,5,", "unknown kind"),
        ("month,,5,", "no words"),
        ("month,mai|MAI,5,", "already"),
        ("month,mai,five,", "whole number"),
        ("unit,lustre,fiveyears,", "is not one of"),
    ],
)
def test_errors_name_file_and_line(row: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text(f"{HEADER}{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"dates\.csv:2: .*{message}"):
        load(tmp_path)


def test_own_words_are_laid_over(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text(f"{HEADER}numbered,dossier|fiche,0,\n", encoding="utf-8")
    assert "fiche" in load(tmp_path)["numbered"]
    assert "fiche" not in load()["numbered"]


def test_fold() -> None:
    assert [fold(word) for word in ("ÉTÉ", "août", "Noël", "cœur", "l’été", "çà")] == [
        "ete", "aout", "noel", "coeur", "l'ete", "ca",
    ]  # fmt: skip
