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


ACTORS = {
    "agency_trade": (
        "nsubj(Une agence* nmod(de zubre)) part=partir+pres* obl(au Togo) .", "zubre",
        "agence de zubre TGO GOV", "agence de zubre TGO BUS"),
    "fighter": (
        "nsubj(Des policiers=policier+pl* nmod(du M23)) partent=partir+pres* .", "policiers",
        "M23 COD REB + policiers du M23 COD REB", "M23 COD REB"),
    "foreign": (
        "nsubj(Les soldats=soldat+pl* zubres=zubre+adj) partent=partir+pres* obl(au Togo) .",
        "zubres", "soldats zubres TGO MIL", "soldats zubres  MIL"),
    "stateless": (
        "nsubj(Les soldats=soldat+pl*) partent=partir+pres* obl(au Togo) .", "soldats",
        "soldats togolais TGO MIL", "soldats  MIL"),
    "domestic": (
        "nsubj(Le journal* zubre=zubre+adj) part=partir+pres* obl(au Togo) .", "zubre",
        "journal zubre  MED", "journal zubre TGO MED"),
    "local_rebel": (
        "nsubj(Les jihadistes=jihadiste+pl*) partent=partir+pres* obl(au Togo) .", "jihadistes",
        "jihadistes  REB", "jihadistes TGO REB"),
    "anybody": (
        "nsubj:pass(Un romancier) est arrêté=arrêter+part* obl(au Togo) .", "romancier",
        "romancier togolais TGO CVL", "romancier TGO CVL"),
    "abroad": (
        "nsubj:pass(Un romancier) est arrêté=arrêter+part* obl(au Togo) .", "romancier",
        "romancier togolais TGO CVL", "romancier  CVL"),
    "nowhere": (
        "nsubj:pass(Un romancier) est arrêté=arrêter+part* obl(au Togo) .", "romancier",
        "romancier togolais TGO CVL", "romancier  CVL"),
    "telling_us": (
        "nsubj(PAUL) obj(nous) zubre=zubrer+pres* obl(au Togo) .", "zubrer",
        "Paul Atieno TGO CVL", "Paul Atieno TGO CVL + presse  MED"),
    "channel": (
        ("nsubj(L' entreprise* flat:name(Zubra)) part=partir+pres* .\n"
        "Hier+adv nsubj(la compagnie) part=partir+pres* ."), "Zubra",
        "Zubra  BUS", "Zubra  BUS + compagnie  BUS"),
    "making": (
        ("nsubj(L' entreprise* flat:name(Zubra)) part=partir+pres* .\n"
        "Hier+adv nsubj(l' agence* nmod(d' essai)) part=partir+pres* ."), "agence",
        "Zubra  BUS", "Zubra  BUS + agence d’ essai  GOV"),
    "person_noun": (
        "nsubj(Un zubre) part=partir+pres* obl(au Togo) .", "zubre", "", "zubre togolais TGO CVL"),
    "state_noun": (
        "nsubj(Des zubres=zubre+pl* amis=ami+adj) partent=partir+pres* obl(au Togo) .", "zubre",
        "", "zubres amis  GOV"),
    "side": (
        "nsubj(Des zubres=zubre+pl*) partent=partir+pres* obl(au Togo) .", "zubres",
        "", "zubres TGO "),
    "on_stage": (
        ("nsubj(PAUL) parle=parler+pres* obl(au Togo) .\n"
        "Hier+adv nsubj(le romancier) parle=parler+pres* obl(au Togo) ."), "romancier",
        "Paul Atieno TGO CVL + romancier togolais TGO CVL", "Paul Atieno TGO CVL"),
    "sport": (
        "nsubj(PAUL) part=partir+pres* obl(au Togo) obl(au match) obl(au podium) obl(au stade) .",
        "stade", "Paul Atieno TGO CVL", "Paul Atieno  CVL"),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTORS)
def test_a_word_of_a_class_tells_who_an_actor_is(name: str) -> None:
    tree, word, without, added = ACTORS[name]
    for lexicon, expected in ((LEXICON, without), (taught(name, word), added)):
        _, who = meant(tree, lexicon)
        told = [f"{one.key} {one.country} {one.sector}" for one in who.values() if one.key != "TGO"]
        assert " + ".join(told) == expected
