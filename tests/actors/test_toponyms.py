"""How place names are read, on trees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.actors import reading
from quifaitquoi.actors.toponyms import Reason, Use
from quifaitquoi.lexicon import actors as tables
from tests.actions import notation

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actors import ActorLexicon

LEXICON = tables.load()


def toponyms(tree: str, lexicon: ActorLexicon = LEXICON) -> list[tuple[str, Reason, Use, bool]]:
    """The place names of a sentence: why, what they are, whether something may be there."""
    ((view, hits, found),) = reading.read([notation.sentence(notation.read(tree))], lexicon)
    return [
        (view.text(hit.start, hit.end), one.reason, one.use, one.located)
        for hit in hits
        if (one := found.get(hit.start)) is not None
    ]


@pytest.mark.parametrize(
    ("tree", "name", "reason", "use"),
    [
        ("nsubj(Lomé) condamne=condamner+pres* obj(l' attaque) .", "Lomé", "BARE", "STATE"),
        ("nsubj(Le roi nmod(du Lesotho)) part=partir+pres* .", "Lesotho", "BARE", "STATE"),
        ("nsubj(Il) parle=parler+pres* obl:mod(à Lomé) .", "Lomé", "PREPOSITION", "OPEN"),
        ("nsubj(Il) parle=parler+pres* obl:mod(au Togo) .", "Togo", "PREPOSITION", "OPEN"),
        ("nsubj(Il) dort=dormir+pres* obl:mod(devant l' Élysée) .",
         "Élysée", "PREPOSITION", "OPEN"),
        ("nsubj(Il) dort=dormir+pres* obl:mod(dans le nord nmod(du Mali)) .",
         "Mali", "PLACE_NOUN", "OPEN"),
        ("nsubj(Il) quitte=quitter+pres* obj(le Tchad) .", "Tchad", "MOVED", "OPEN"),
        ("nsubj(Il) sort=sortir+pres* obl:arg(du Mali) .", "Mali", "MOVED", "OPEN"),
        ("nsubj(Il) demande=demander+pres* obl:arg(à Lomé) obj(un répit) .",
         "Lomé", "DATIVE", "STATE"),
        ("nsubj(Il) promet=promettre+pres* obj(une aide nmod(au Togo)) .",
         "Togo", "DATIVE", "STATE"),
        ("Lomé* punct(–) nmod(agence) .", "Lomé", "DATELINE", "SETTING"),
        ("nsubj(Le maire nmod(de Lomé)) part=partir+pres* .", "Lomé", "OF_TOWN", "SETTING"),
        ("nsubj(Il) viole=violer+pres* obj(le traité nmod(de Rome)) .",
         "Rome", "OF_TOWN", "SETTING"),
        ("nsubj(Il) dort=dormir+pres* obl:mod(à Kpalimé) .", "Kpalimé", "TABLE", "SETTING"),
    ],
)  # fmt: skip
def test_a_place_name_is_read_once(tree: str, name: str, reason: str, use: str) -> None:
    ((text, why, what, located),) = toponyms(tree)
    assert (text, why, what) == (name, Reason[reason], Use[use])
    assert located is (use != "STATE" and reason != "OF_TOWN")


@pytest.mark.parametrize(("noun", "located"), [("attentat", True), ("attaque", False)])
def test_a_blow_bears_the_name_of_where_it_was(noun: str, *, located: bool) -> None:
    """« l'attaque de Lomé » may be Togo's."""
    (found,) = toponyms(f"nsubj(L' {noun} nmod(de Lomé)) choque=choquer+pres* .")
    assert found[2:] == (Use.SETTING, located)


def test_a_list_of_places_goes_on() -> None:
    tree = "nsubj(Il) dort=dormir+pres* obl:mod(à Lomé conj(et Accra)) ."
    assert [reason for _, reason, _, _ in toponyms(tree)] == [Reason.PREPOSITION, Reason.LISTED]


def test_what_belongs_to_a_town_may_be_a_place() -> None:
    tree = "nsubj(Il) dort=dormir+pres* obl:mod(à l' aéroport nmod(de Lomé)) ."
    assert toponyms(tree) == [("Lomé", Reason.OF_TOWN, Use.SETTING, True)]


@pytest.mark.parametrize(
    ("tree", "name", "reason"),
    [
        ("nsubj(Le zubre nmod(de Lomé)) part=partir+pres* .", "of_town", "OF_TOWN"),
        ("nsubj(Il) dort=dormir+pres* obl:mod(dans le zubre nmod(du Mali)) .",
         "place_opening", "PLACE_NOUN"),
        ("nsubj(Il) parle=parler+pres* obl:mod(lors du zubre nmod(du Mali)) .",
         "summit", "PLACE_NOUN"),
        ("nsubj(Il) zubre=zubre+pres* obj(le Tchad) .", "reaching", "MOVED"),
        ("nsubj(Il) zubre=zubre+pres* obl:arg(du Mali) .", "leaving", "MOVED"),
        ("nsubj(Il) zubre=zubre+pres* obl:mod(pour Abidjan) .", "setting_out", "MOVED"),
        ("nsubj(Il) zubre=zubre+pres* obl:arg(à Lomé) .", "dative", "DATIVE"),
    ],
)  # fmt: skip
def test_a_word_of_a_class_says_how_a_name_is_used(tree: str, name: str, reason: str) -> None:
    words = LEXICON.words(name) | {"zubre"}
    taught = replace(LEXICON, classes={**LEXICON.classes, name: words})
    assert [why for _, why, _, _ in toponyms(tree)] != [Reason[reason]]
    assert [why for _, why, _, _ in toponyms(tree, taught)] == [Reason[reason]]


def test_part_of_a_name_is_no_place() -> None:
    assert toponyms("nsubj(Awa flat:name(Kpalimé)) dort=dormir+pres* .") == []
