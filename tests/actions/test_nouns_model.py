"""Nouns as triggers: gatherings, speeches, acts undergone, acts that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from quifaitquoi.run.stages import Pipeline

pytestmark = pytest.mark.model


def read(pipeline: Pipeline, text: str) -> list[str]:
    """Each event as `trigger TYPE sources > targets`."""
    events = pipeline.process(Article("a", text, published="2031-05-04")).events
    return [
        f"{event.trigger} {event.event_type} "
        f"{', '.join(party.key for party in event.sources)} > "
        f"{', '.join(party.key for party in event.targets)}"
        for event in events
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # A gathering belongs to those who hold it; a title leaves out its article.
        (
            "Le séminaire des maires togolais a duré trois jours.",
            "séminaire CONSULT maires togolais > ",
        ),
        (
            "Congrès des maires togolais à Kara\nIls sont venus nombreux au bord du fleuve.",
            "Congrès CONSULT maires togolais > ",
        ),
        ("La Croix-Rouge a tenu son congrès.", "congrès CONSULT Croix-Rouge > "),
        (
            "Le maire de Kara a procédé à l'ouverture du séminaire.",
            "ouverture CONSULT maire de Kara > ",
        ),
        # What is taken up again with a demonstrative, or said to go on, needs nobody.
        ("Cette rencontre a permis de parler du fleuve.", "rencontre CONSULT  > "),
        ("L'enquête est toujours en cours.", "enquête INVESTIGATE  > "),
        # Speeches.
        ("L'imam Awa Traoré a livré un sermon.", "sermon STATEMENT Awa Traoré > "),
        (
            "Les élèves béninois ont eu droit à des communications sur la paix.",
            "communications STATEMENT  > élèves béninois",
        ),
        ("L'imam a prodigué des conseils aux fidèles.", "conseils APPEAL imam > fidèles"),
        # Whom it befalls is the target.
        (
            "Le ministre kényan a bénéficié d'une libération.",
            "libération YIELD  > ministre kényan",
        ),
        (
            "Le candidat Okello Mugisha a fait l'objet d'une mise en examen.",
            "mise COERCE  > Okello Mugisha",
        ),
        (
            "Les élèves béninois ont été victimes d'une agression.",
            "agression ASSAULT  > élèves béninois",
        ),
        (
            "Une perquisition a eu lieu chez le ministre Okello Mugisha.",
            "perquisition INVESTIGATE  > Okello Mugisha",
        ),
    ],
)
def test_event(loaded: Pipeline, text: str, event: str) -> None:
    assert event in read(loaded, text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("La fiche a été adoptée par le congrès de la Croix-Rouge.", "congrès"),
        ("Les résultats du séminaire des maires togolais sont bons.", "séminaire"),
        ("Il faut prier pour obtenir des grâces après un mois de jeûne au Bénin.", "grâces"),
    ],
)
def test_no_event(loaded: Pipeline, text: str, trigger: str) -> None:
    assert not any(event.startswith(trigger) for event in read(loaded, text))


def test_parliament_and_gathering(loaded: Pipeline) -> None:
    text = "Les États-Unis ont réagi : le Congrès a condamné le Mali."
    assert "condamné DISAPPROVE USA parlement > MLI" in read(loaded, text)
