"""Lines that are hardly sentences lose no article, and a user's leaders are who a surname means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "line",
    [
        "Mali", "- Mali", "ONU", "Gouvernement", "Partir des étudiants", "partir en guerre avec le",
        "Vouloir la paix au Mali",
    ],
)  # fmt: skip
def test_a_line_of_a_word_or_two_is_read(loaded: Pipeline, line: str) -> None:
    text = f"{line}\n\nLe Kenya a condamné le Pérou."
    (event,) = loaded.process(Article("a", text)).events
    assert event.trigger == "condamné"


def test_a_participle_after_a_sentence_without_verb_is_read(loaded: Pipeline) -> None:
    text = (
        "... Et puis rien. Joint par téléphone dimanche matin, un conseiller du roi s'est "
        "félicité d'une décision."
    )
    (event,) = loaded.process(Article("a", text)).events
    assert event.trigger == "félicité"


@pytest.mark.parametrize("words", ["le ministre de ", "de la fille ", "mardi ", "M. A. ", "Mali, "])
def test_lines_that_never_end_are_read(loaded: Pipeline, words: str) -> None:
    """Deeper and longer than any stage may go down or compare by pairs."""
    text = f"{words * 300}\n\nLe Kenya a condamné le Pérou."
    assert loaded.process(Article("a", text)).events[-1].trigger == "condamné"


def test_a_surname_of_a_particle_is_a_name(loaded: Pipeline) -> None:
    text = "Le ministre Da a rencontré Yayi Boni. M. Yayi a salué M. Da."
    met, praised = loaded.process(Article("a", text)).events
    assert [actor.key for actor in (*met.sources, *praised.targets)] == ["Da", "Da"]


def test_leaders_of_the_user_are_linked(tmp_path: Path) -> None:
    text = "La présidente kényane Okwonga a condamné le Pérou."
    header = "name,forms,gender,country,sector,office,note"
    row = "Amina Okwonga,,f,KEN,GOV,président,"
    (tmp_path / "leaders.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")

    def source(rules: Path | None) -> str:
        (event,) = Pipeline.load(Settings(rules=rules)).process(Article("a", text)).events
        return event.sources[0].key

    assert (source(None), source(tmp_path)) == ("Okwonga", "Amina Okwonga")


def test_words_of_the_calendar_of_the_user_are_read(tmp_path: Path) -> None:
    """« joudi », as if a user's press wrote the fourth day so."""
    rows = "kind,words,value,note\nweekday,joudi,4,\n"
    (tmp_path / "dates.csv").write_text(rows, encoding="utf-8")
    article = Article("a", "Joudi 7 mars, le Kenya a condamné le Pérou.", published="2024-03-09")

    def texts(rules: Path | None) -> list[str]:
        dates = Pipeline.load(Settings(rules=rules)).process(article).dates
        return [date.text for date in dates]

    assert (texts(None), texts(tmp_path)) == (["7 mars"], ["Joudi 7 mars"])
