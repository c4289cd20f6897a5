"""A word that a user adds to a class changes who is an actor; sentences without model."""

from dataclasses import replace

import pytest

from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon.actors import ActorLexicon
from tests.actors.trees import meant

LEXICON = tables.load()


def taught(name: str, *words: str) -> ActorLexicon:
    """The tables with these words in a class."""
    return replace(LEXICON, classes={**LEXICON.classes, name: LEXICON.words(name) | {*words}})


@pytest.mark.parametrize(
    ("tree", "name", "without", "added"),
    [
        ("nsubj(La zubre appos(AWA)) est fermée=fermer+part* .",
         "named_after", ["Awa Traoré"], []),
        ("nsubj(Le zubre nmod(de AWA)) est fermé=fermer+part* .",
         "settlement", ["Awa Traoré"], []),
        ("nsubj(Le zubreteur) a affirmé=affirmer+part* ccomp(que nsubj(tout) part=partir+pres*) .",
         "no_speaker", ["zubreteur"], []),
        ("nsubj(Les fidèles=fidèle+pl* zubres=zubre+adj) partent=partir+pres* .",
         "faith", ["fidèles zubres"], ["zubres"]),
        ("nsubj(Les leaders=leader+pl* zubres=zubre+adj nmod(du Togo)) partent=partir+pres* .",
         "classing", ["TGO", "leaders zubres"], ["TGO", "leaders zubres togolais"]),
    ],
)  # fmt: skip
def test_a_word_of_a_class_makes_an_actor_or_none(
    tree: str, name: str, without: list[str], added: list[str]
) -> None:
    assert sorted(meant(tree)[1]) == without
    assert sorted(meant(tree, taught(name, "zubre", "zubres", "zubreteur"))[1]) == added


def test_whom_one_addresses_is_somebody() -> None:
    tree = "nsubj(Le Togo) zubre=zubre+pres* obj(le pouvoir) ."
    assert [mention.text for mention in meant(tree)[0]] == ["Togo"]
    mentions, _ = meant(tree, taught("addressing", "zubre"))
    assert [mention.text for mention in mentions] == ["Togo", "pouvoir"]
