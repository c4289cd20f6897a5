"""Dates and parties of acts, with the pinned model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from quifaitquoi.records.events import Event
    from quifaitquoi.run.stages import Pipeline

pytestmark = pytest.mark.model
#: A Sunday.
PUBLISHED = "2031-05-04"
MARDI = "2031-04-29"


def first(pipeline: Pipeline, text: str, trigger: str) -> Event:
    events = pipeline.process(Article("a", text, published=PUBLISHED)).events
    return next(event for event in events if event.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Okello Mugisha a condamné mardi le putsch au Mali.", "condamné", "2031-04-29"),
        ("Nairobi, 2 mai 2031 – Okello Mugisha condamne le putsch au Mali.", "condamne", ""),
        ("2 mai : Okello Mugisha a condamné le putsch au Mali.", "condamné", "2031-05-02"),
        ("Okello Mugisha rencontrera mardi Awa Traoré.", "rencontrera", "2031-05-06"),
        ("Le 2 mai, le Kenya a expulsé un diplomate péruvien.", "expulsé", "2031-05-02"),
        ("Le Kenya, qui a signé l'accord le 2 mai, a condamné le Pérou.", "condamné", ""),
        ("Le Kenya a fermé sa frontière mardi, a annoncé Okello Mugisha.", "annoncé", ""),
        ("Le Kenya a fermé sa frontière mardi, a annoncé Okello Mugisha.", "fermé", "2031-04-29"),
        ("Trois policiers ont été interpellés, mis en examen et écroués mardi.", "mis", MARDI),
        ("Deux opposants ont été inculpés et écroués mardi.", "inculpés", MARDI),
        ("Le Kenya a expulsé un diplomate et arrêté mardi deux rebelles.", "expulsé", ""),
        (
            "Le Kenya a annoncé dans un communiqué publié mardi qu'il levait le siège.",
            "annoncé",
            MARDI,
        ),
        ("L'association kényane a félicité les élus du pèlerinage 2030.", "félicité", ""),
        ("Le Kenya brandit la menace d'une grève en décembre.", "menace", ""),
        ("Une grève à compter de jeudi a été annoncée par l'opposition kényane.", "annoncée", ""),
        ("C'est la pire attaque contre l'armée kényane depuis 2020.", "attaque", ""),
        ("Le président kényan a visité la Somalie après son élection en 2020.", "visité", ""),
        ("Le président kényan a visité la Somalie après son élection, mardi.", "visité", MARDI),
    ],
)
def test_date(loaded: Pipeline, text: str, trigger: str, date: str) -> None:
    assert first(loaded, text, trigger).event_date == date


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Le HCR alerte sur la situation au Soudan.", "alerte", ""),
        ("L'Algérie a appelé à un cessez-le-feu à Gao.", "appelé", ""),
        ("Okello Mugisha a nié la présence de troupes à Gao.", "nié", ""),
        ("Okello Mugisha a condamné le putsch à Nairobi.", "condamné", ""),
        ("Okello Mugisha a dénoncé la guerre en Ukraine.", "dénoncé", ""),
        ("La police a arrêté Okello Mugisha, originaire de Thiès.", "arrêté", ""),
        ("Okello Mugisha, né à Thiès, a été arrêté à Dakar.", "arrêté", "Dakar"),
        ("Okello Mugisha a annoncé se rendre en Italie.", "annoncé", ""),
        ("Okello Mugisha a annoncé se rendre en Italie.", "rendre", "Italie"),
        ("Okello Mugisha se rendra en Italie et en France.", "rendra", ""),
        ("À Nairobi, Okello Mugisha a condamné le putsch.", "condamné", "Nairobi"),
        ("Le Kenya a signé un accord de paix à Gao.", "signé", "Gao"),
    ],
)
def test_place(loaded: Pipeline, text: str, trigger: str, place: str) -> None:
    assert first(loaded, text, trigger).place == place


def test_a_compound_past_with_être_points_back(loaded: Pipeline) -> None:
    event = first(loaded, "Okello Mugisha est arrivé mardi à Bamako.", "arrivé")
    assert (event.event_date, event.factuality) == ("2031-04-29", Factuality.ASSERTED)


def test_the_date_of_a_thing_is_not_the_acts(loaded: Pipeline) -> None:
    event = first(loaded, "Le Kenya a salué le bilan de la CEDEAO de 2024.", "salué")
    assert event.event_date == ""


def test_only_a_title_looks_forward(loaded: Pipeline) -> None:
    text = "Les discussions furent longues. Le Kenya négocie avec le Pérou."
    triggers = [event.trigger for event in loaded.process(Article("a", text)).events]
    assert triggers == ["négocie"]


def test_a_blow_recalled_elsewhere_leaves_those_of_the_title_where_they_are(
    loaded: Pipeline,
) -> None:
    text = """Pérou : deux églises visées par des attentats

Deux jours après l'attentat de Nairobi, au Kenya, deux bombes ont explosé samedi dans des églises.

La première explosion a eu lieu à Lima.

Ces deux attentats ont fait dix morts.
"""
    events = loaded.process(Article("a", text, published=PUBLISHED)).events
    title, recalled, *_, last = (event for event in events if "attentat" in event.trigger)
    assert title.group_id == last.group_id != recalled.group_id
    assert recalled.place_country == "KEN"
    assert "KEN" not in (title.place_country, last.place_country)


def test_a_place_is_not_carried_into_a_sentence_with_another(loaded: Pipeline) -> None:
    text = """Un camion a foncé mardi dans la foule à Lima. La police avait été renforcée après
l'attentat de Nairobi, dont elle connaissait les auteurs."""
    events = loaded.process(Article("a", text, published=PUBLISHED)).events
    assert [(event.trigger, event.place_country) for event in events] == [
        ("foncé", "PER"), ("attentat", "KEN"),
    ]  # fmt: skip
