"""Every row of bodies.csv, column by column: what its noun tells of a body, on built trees."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon.actors import Organisation, fold
from quifaitquoi.lexicon.actors.reader import COLUMNS
from quifaitquoi.lexicon.tables import read_table
from quifaitquoi.records.actors import SECTORS, ActorKind
from tests.actors.trees import meant

LEXICON: Final = tables.load()
BODIES: Final = LEXICON.bodies
ROWS: Final = {fold(row["noun"]): row for row in read_table("bodies", COLUMNS["bodies"])}
SPEAKS: Final = "parle=parler+pres* obl(au Togo) ."


def written(column: str) -> list[str]:
    """Nouns of the table that a column has a cell for, as written."""
    return [row["noun"] for row in ROWS.values() if row[column]]


def told(tree: str, key: str) -> tuple[ActorKind, str]:
    """Kind and sector of an actor of a sentence."""
    _, who = meant(tree)
    found = next(actor for name, actor in who.items() if name.endswith(key))
    return found.kind, found.sector


def test_every_row_tells_something() -> None:
    begins = {
        fold(form).partition(" ")[0]
        for rows in LEXICON.organisations.values()
        for row in rows
        for form in row.forms
    }
    columns = ("opening", "naming", "closing", "bare", "described")
    idle = [
        noun
        for noun, row in ROWS.items()
        if not any(row[column] for column in columns)
        and not (row["gender"] and noun.partition(" ")[0] in begins)
    ]
    assert idle == []
    assert len(ROWS) == len(BODIES.genders)


@pytest.mark.parametrize("noun", written("opening"))
def test_a_name_begins_with_the_noun(noun: str) -> None:
    name = noun.capitalize()
    tree = f"Hier+adv nsubj(le {name}* zubrique=zubrique+adj) {SPEAKS}"
    assert told(tree, f"{name} zubrique") == BODIES.opening[fold(noun)]


@pytest.mark.parametrize("noun", written("naming"))
def test_a_name_follows_the_noun(noun: str) -> None:
    tree = f"Hier+adv nsubj(le {noun}=zubre+m* flat:name(Zubra)) {SPEAKS}"
    assert told(tree, "Zubra") == (ActorKind.ORG, BODIES.naming[fold(noun)])


@pytest.mark.parametrize("noun", written("closing"))
def test_a_name_ends_in_the_noun(noun: str) -> None:
    name = noun.capitalize()
    tree = f"nsubj(Zubra* flat:name({name})) {SPEAKS}"
    assert told(tree, f"Zubra {name}") == (ActorKind.ORG, BODIES.closing[fold(noun)])


@pytest.mark.parametrize("noun", written("described"))
def test_a_complement_tells_a_body_apart(noun: str) -> None:
    tree = f"nsubj(Une {noun}* nmod(de veuves=veuve+pl)) {SPEAKS}"
    assert told(tree, f"{noun} de veuves") == (ActorKind.ORG, BODIES.described[fold(noun)])


def phrase(noun: str) -> str:
    head, *adjectives = noun.split()
    return " ".join([f"{head}*", *(f"{word}=zubre+adj" for word in adjectives)])


def test_a_noun_takes_up_the_bodies_of_its_sectors() -> None:
    # « la Conférence » is the one that receives a summit: tests/actors/test_linking.py.
    nouns = [noun for noun in written("bare") if noun != "conférence"]
    taken: dict[str, set[str]] = {fold(noun): set() for noun in nouns}
    for sector in SECTORS | {""}:
        kind = ActorKind.IGO if sector == "IGO" else ActorKind.ORG
        body = Organisation("Zubra", kind, "", sector, ("Zubra",), (), "", frozenset())
        lexicon = replace(LEXICON, organisations={"zubra": (body,)})
        for noun in nouns:
            tree = f"nsubj(Zubra) {SPEAKS}\nHier+adv nsubj(le {phrase(noun)}) {SPEAKS}"
            mentions, _ = meant(tree, lexicon)
            if any(one.text == noun and one.keys == ("Zubra",) for one in mentions):
                taken[fold(noun)].add(sector)
    assert taken == {noun: BODIES.bare[noun] for noun in taken}
