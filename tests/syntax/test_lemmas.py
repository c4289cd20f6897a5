"""Infinitives of verb forms, by the tables of a lemmatizer."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from spacy.lookups import Lookups

from quifaitquoi.syntax.model.lemmas import VerbLemmas

KNOWN = """aimer appeler acheter jeter essuyer lancer manger céder mener finir rendre exiger
réclamer enquêter partir craindre taire tuer haïr rompre""".split()
EXCEPTIONS = {
    "craint": ["craindre"],
    "tue": ["taire"],
    "va": ["aller"],
    "prit": ["prendre"],
    "faits": ["fait"],
}


@pytest.fixture(scope="module")
def lemmas() -> VerbLemmas:
    lookups = Lookups()
    lookups.add_table("lemma_exc", {"verb": EXCEPTIONS})
    lookups.add_table("lemma_index", {"verb": KNOWN})
    nlp: Any = SimpleNamespace(get_pipe=lambda _: SimpleNamespace(lookups=lookups))
    return VerbLemmas(nlp)


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("aimer", "aimer"),
        ("réclame", "réclamer"),
        ("enquêtent", "enquêter"),
        ("aimons", "aimer"),
        ("aimait", "aimer"),
        ("aimera", "aimer"),
        ("aimeraient", "aimer"),
        ("aimèrent", "aimer"),
        ("aimée", "aimer"),
        ("aimant", "aimer"),
        ("finit", "finir"),
        ("finissent", "finir"),
        ("finira", "finir"),
        ("rend", "rendre"),
        ("rendu", "rendre"),
        ("rendirent", "rendre"),
        ("rompt", ""),
        # Stems that change with the ending
        ("appelle", "appeler"),
        ("jette", "jeter"),
        ("essuie", "essuyer"),
        ("lançait", "lancer"),
        ("mangeait", "manger"),
        ("exigea", "exiger"),
        ("achète", "acheter"),
        ("mène", "mener"),
        ("cède", "céder"),
        # Forms of the table
        ("craint", "craindre"),
        ("prit", "prendre"),
        ("tue", "tuer"),
        ("tuent", "tuer"),
        # No verb
        ("table", ""),
        ("le", ""),
        ("", ""),
    ],
)
def test_infinitive(lemmas: VerbLemmas, form: str, infinitive: str) -> None:
    assert lemmas.infinitive(form) == infinitive


def test_known_are_infinitives_only(lemmas: VerbLemmas) -> None:
    assert lemmas.known("aimer")
    assert lemmas.known("prendre")
    assert lemmas.known("haïr")
    assert not lemmas.known("fait")
    assert not lemmas.known("aller?")


@pytest.mark.xfail(strict=True, reason="the ending -t of the third group (rompt) is not undone")
def test_third_group_in_t(lemmas: VerbLemmas) -> None:
    assert lemmas.infinitive("rompt") == "rompre"
