"""Wire copies are found, other reports of the same event are not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.run.copies import SIMILAR, Sketched, duplicates, similarity, sketch
from quifaitquoi.run.runner import run
from quifaitquoi.run.slices import Slice, merge
from quifaitquoi.table import ARTICLES, read_rows
from tests.run.fakes import Fake, articles

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.records.articles import Article
    from quifaitquoi.run.journal import Rows

STORY = """Les ministres des affaires étrangères du Ghana et du Chili se sont réunis lundi à Accra
pour relancer une coopération suspendue depuis trois ans. Au terme de deux heures d'échanges, ils
ont annoncé la réouverture des consulats et la création d'un fonds commun destiné aux jeunes
entreprises agricoles des deux pays. Le chef de la diplomatie ghanéenne a salué un climat de
confiance retrouvé, tandis que son homologue chilien a promis une visite de sa présidente avant la
fin de l'année. Plusieurs organisations paysannes, qui attendaient des gestes plus concrets, ont
toutefois regretté l'absence de calendrier. Une mission technique doit se rendre à Santiago au mois
de septembre afin de fixer les montants et les premières échéances du programme."""
OTHER = """Accra et Santiago tournent la page. Reçu lundi par le gouvernement ghanéen, le ministre
chilien a obtenu que les consulats fermés il y a trois ans rouvrent leurs portes. Un fonds pour les
jeunes agriculteurs verra aussi le jour, selon un communiqué publié dans la soirée. Les syndicats de
paysans se disent déçus : aucune date n'a été arrêtée et personne ne sait d'où viendra l'argent. Des
experts ghanéens iront au Chili en septembre pour en parler avec leurs collègues."""


def words_of(seed: int, count: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - made texts, not secrets
    return " ".join(f"mot{chance.randrange(3000)}" for _ in range(count))


def copies(texts: dict[str, str], published: dict[str, str] | None = None) -> dict[str, str]:
    sketches = {id_: sketch(text) for id_, text in texts.items()}
    dates = published or {}
    found = [Sketched(id_, dates.get(id_, ""), one) for id_, one in sketches.items()]
    return duplicates(found, sketches.__getitem__)


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        STORY.upper(),
        STORY.replace("\n", "\n\n"),
        f"ACCRA (Agence du Golfe) - {STORY} (avec notre correspondant)",
        STORY.replace("deux heures", "trois heures").replace("salué", "loué"),
        STORY[: STORY.index(" Une mission technique")],
    ],
)
def test_a_wire_copy_is_marked(copy: str) -> None:
    assert copies({"a": STORY, "b": copy, "c": OTHER}) == {"b": "a"}


def test_another_report_of_the_event_is_none() -> None:
    assert copies({"a": STORY, "b": OTHER}) == {}
    assert similarity(sketch(STORY), sketch(OTHER)) < 0.1 < SIMILAR


def test_texts_too_short_for_a_story_are_not_compared() -> None:
    assert sketch("") == sketch("La suite demain dans notre journal. " * 9) == ""
    assert copies({"a": "Le bulletin du jour", "b": "Le bulletin du jour"}) == {}
    assert duplicates([], str) == {}


def test_the_earliest_is_the_original_then_the_first_by_id() -> None:
    texts = dict.fromkeys(("a", "b", "c"), STORY)
    assert copies(texts) == {"b": "a", "c": "a"}
    assert copies(texts, {"c": "2024-03-01", "a": "2024-03-02"}) == {"a": "c", "b": "c"}


def test_a_copy_of_a_copy_is_measured_by_the_original() -> None:
    base = words_of(1, 200).split()
    fresh = words_of(2, 200).split()
    drift = {f"a{i}": " ".join(base[30 * i :] + fresh[: 30 * i]) for i in range(4)}
    assert copies(drift) == {"a1": "a0", "a3": "a2"}


def test_the_order_of_articles_does_not_matter() -> None:
    texts = {f"n{i}": words_of(i % 40, 150) + f" {words_of(1000 + i, 12)}" for i in range(120)}
    expected = copies(texts)
    assert len(expected) == 80
    names = list(texts)
    for seed in range(3):
        random.Random(seed).shuffle(names)  # noqa: S311
        assert copies({name: texts[name] for name in names}) == expected


@pytest.mark.parametrize("kept", [0.95, 0.8, 0.65])
def test_long_texts_are_judged_by_a_sample(kept: float) -> None:
    whole = words_of(3, 5000)
    cut = whole[: int(kept * len(whole))]
    assert similarity(sketch(whole), sketch(cut)) == pytest.approx(kept, abs=0.08)
    assert copies({"a": whole, "b": cut}) == {"b": "a"}


class Telling(Fake):
    """An engine whose rows have the sketches of the texts."""

    def rows(self, article: Article) -> Rows:
        """See Fake."""
        row = super().rows(article)
        row["sketches"] = [{"sketch": one}] if (one := sketch(article.text)) else []
        return row


def marked(output: Path) -> dict[str, str]:
    return {
        str(row["article_id"]): str(row["duplicate_of"])
        for row in read_rows(output, ARTICLES)
        if row["duplicate_of"]
    }


def test_copies_are_kept_and_marked_in_a_run_and_in_joined_slices(tmp_path: Path) -> None:
    entries = [*articles(5, STORY), *(one for one in articles(9, OTHER) if one.id > "n004")]
    expected = {**dict.fromkeys(("n001", "n002", "n003", "n004"), "n000")}
    expected |= dict.fromkeys(("n006", "n007", "n008"), "n005")
    run(reversed(entries), tmp_path / "whole", Settings(), engine=Telling().engine())
    assert marked(tmp_path / "whole") == expected
    parts = [tmp_path / str(index) for index in range(3)]
    for index, part in enumerate(parts):
        run(entries, part, Settings(), engine=Telling().engine(), part=Slice(index, 3))
    merge(parts, tmp_path / "joined")
    for path in (tmp_path / "whole").glob("*.csv"):
        assert (tmp_path / "joined" / path.name).read_bytes() == path.read_bytes()
