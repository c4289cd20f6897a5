"""Publication dates that articles give themselves."""

from __future__ import annotations

import pytest

from quifaitquoi.articles.dateline import find_published

BODY = "\nLe président a reçu le ministre le 2 février 2020 à Lomé, où il était arrivé mardi.\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Publié le 3 mars 2024 à 10h", ("2024-03-03", "header")),
        ("Un titre\nPublié le : mardi 5 mars 2024", ("2024-03-05", "header")),
        ("Un titre\nMis à jour le 4 mars 2024 | Publié : 03.03.2024", ("2024-03-03", "header")),
        ("Mis à jour le 4 mars 2024", ("2024-03-04", "header")),
        ("Posté par admin le 2024-03-05 10:33", ("2024-03-05", "header")),
        ("Published March 3, 2024", ("2024-03-03", "header")),
        ("Un titre\nLundi 4 mars 2024", ("2024-03-04", "header")),
        ("Un titre\nPar Ama Kodjo | 1er mars 2024 à 10:12", ("2024-03-01", "header")),
        ("03/10/2023 - 10:12", ("2023-10-03", "header")),
        ("date 2022-12 Le ministre (Photo DR)", ("2022-12", "header")),
        ("Lomé, le 3 mars 2024 - Le président", ("2024-03-03", "dateline")),
        ("Un titre\nDAKAR, 3 octobre 2023 (Agence) – Le", ("2023-10-03", "dateline")),
        ("ABIDJAN (Agence) - 3 mars 2024 - Le", ("2024-03-03", "dateline")),
        ("Port-au-Prince, 1er sept. 2023 – Le", ("2023-09-01", "dateline")),
        ("Mis à jour le 5 mars 2024, publié le 3 mars", ("2024-03-03", "header")),
        ("Mis à jour le 2 janvier 2024 à 10h, publié le 30 décembre", ("2023-12-30", "header")),
        ("Mis à jour le 5 mars 2024 à 10h12, publié le 3 mars 2024", ("2024-03-03", "header")),
        ("Publié le 12 juill. 2025", ("2025-07-12", "header")),
        ("Publié le premier mars 2024", ("2024-03-01", "header")),
        ("Publié le 1ᵉʳ mars 2024", ("2024-03-01", "header")),
        ("Publié le 2024-03-05T10:12:00Z", ("2024-03-05", "header")),
        ("AFP, publié le 3 mars 2024 à 10h12", ("2024-03-03", "header")),
        ("La rédaction avec AFP, publié le mardi 5 mars 2024", ("2024-03-05", "header")),
        ("Posted on Monday, March 4, 2024", ("2024-03-04", "header")),
        ("Le rapport, publié le 3 mars 2024, accuse", ("", "")),
        ("Le livre, mis à jour par son auteur, est paru le 3 mars 2024", ("", "")),
        ("LOMÉ, 3 mars (Agence) – Le", ("", "")),
        ("Paris, 31 février 2024 – Le", ("", "")),
        ("Élections du 3 mars 2024", ("", "")),
        ("Rencontre au sommet, le 3 mars 2024", ("", "")),
        ("Togo : un rapport publié le 3 mars 2024 accuse", ("", "")),
        ("Le 3 mars 2024, le président a parlé.", ("", "")),
    ],
)
def test_head(head: str, expected: tuple[str, str]) -> None:
    assert find_published(head + BODY) == expected


@pytest.mark.parametrize(
    "tail",
    ["Fait à Lomé, le 12 mai 2022", "Ouagadougou, le 12 mai 2022", "Fait à Lomé le 12/05/2022"],
)
def test_closing_line(tail: str) -> None:
    assert find_published(f"COMMUNIQUÉ{BODY}{tail}\nPour le Gouvernement\n") == (
        "2022-05-12",
        "dateline",
    )


def test_empty() -> None:
    assert find_published("") == ("", "")
