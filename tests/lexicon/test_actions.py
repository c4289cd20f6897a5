"""The table of action words: its language, its checks, and the one shipped."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.lexicon import actions, tables
from quifaitquoi.lexicon.actions import NOUN_SOURCE, ActionLexicon, Condition
from quifaitquoi.lexicon.tables import LexiconError
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

Load = Callable[..., ActionLexicon]
SHIPPED = tables.DATA
HEADER = ",".join(actions.COLUMNS) + "\n"
CLASSES = "class,words,note\nair,missile|drone,\n"


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """The lexicon of some rows `word,pos,sense,type,when,source,target`, and of a user's."""

    def write(folder: str, rows: tuple[str, ...]) -> Path:
        path = tmp_path / folder
        (path / "actions").mkdir(parents=True, exist_ok=True)
        (path / "classes.csv").write_text(CLASSES, encoding="utf-8")
        shutil.copy(SHIPPED / "types.csv", path)
        text = HEADER + "".join(f"{row},,,\n" for row in rows)
        (path / "actions" / "a.csv").write_text(text, encoding="utf-8")
        return path

    def loaded(*rows: str, mine: tuple[str, ...] = ()) -> ActionLexicon:
        monkeypatch.setattr(tables, "DATA", write("data", rows))
        return actions.load(write("mine", mine) if mine else None)

    return loaded


def test_a_row(load: Load) -> None:
    (sense,) = load(
        "tirer,v,haut,FIGHT,-refl obj:@air|roquette|feu_vert,subj à,obj.owner sur"
    ).senses["tirer", "v"]
    assert sense.rule_id == "action.tirer.v.haut"
    assert sense.type == TYPES["FIGHT"]
    assert sense.source == (("subj", ""), ("à", ""))
    assert sense.target == (("obj", "owner"), ("sur", ""))
    refl, obj = sense.when
    assert (refl.function, refl.negated) == ("refl", True)
    assert obj.lemmas == {"missile", "drone", "roquette", "feu vert"}
    assert sense.where == "a.csv:2"


@pytest.mark.parametrize(
    ("atom", "expected"),
    [
        ("pass", Condition("pass")),
        ("-plur", Condition("plur", negated=True)),
        ("obj", Condition("obj")),
        ("-à", Condition("à", negated=True)),
        ("de+inf", Condition("de+inf")),
        ("obj:mort", Condition("obj", lemmas=frozenset({"mort"}))),
        ("-obj:mort", Condition("obj", negated=True, lemmas=frozenset({"mort"}))),
        ("obj:#PERSON|#MIL", Condition("obj", kinds=frozenset({"PERSON", "MIL"}))),
        ("dans:#place", Condition("dans", kinds=frozenset({"place"}))),
        ("obj.owner:#STATE", Condition("obj", kinds=frozenset({"STATE"}), path="owner")),
        ("owner", Condition("owner")),
        ("mod:celui-ci", Condition("mod", lemmas=frozenset({"celui-ci"}))),
    ],
)
def test_conditions(load: Load, atom: str, expected: Condition) -> None:
    (sense,) = load(f"tirer,v,,FIGHT,{atom},,").senses["tirer", "v"]
    assert sense.when == (expected,)
    assert expected.open is (not expected.lemmas and not expected.kinds)


def test_default_sources(load: Load) -> None:
    senses = load("tirer,v,,FIGHT,,,", "tir,n,,FIGHT,,,sur", "visite,n,,CONSULT,,,de").senses
    assert senses["tirer", "v"][0].source == (("subj", ""),)
    assert senses["tir", "n"][0].source == (*NOUN_SOURCE, ("de", ""))
    assert senses["visite", "n"][0].source == NOUN_SOURCE


def test_the_most_specific_row_comes_first(load: Load) -> None:
    rows = (
        "tirer,v,,FIGHT,,,",
        "tirer,v,b,FIGHT,obj,,",
        "tirer,v,a,-,obj,,",
        "tirer,v,c,-,à obj,,",
    )
    found = [sense.rule_id for sense in load(*rows).senses["tirer", "v"]]
    assert found == ["action.tirer.v.c", "action.tirer.v.b", "action.tirer.v.a", "action.tirer.v"]


def test_what_a_word_asks_for_in_each_of_its_senses(load: Load) -> None:
    lexicon = load(
        "tirer,v,,FIGHT,subj:armée|milice|police obj:missile|roquette,,",
        "tirer,v,b,FIGHT,-refl -sur:eau sur:mer,,",
        "saisir,v,,COERCE,obj:@air,,",
        "saisir,v,b,COERCE,obj:arme|#PERSON,,",
        "prendre,v,,COERCE,-obj:part,,",
        "prise,n,,COERCE,owner:#MIL|police,,",
    )
    assert lexicon.asked == {("tirer", "v"): {"missile", "roquette", "mer"}}


def test_verbs_that_report(load: Load) -> None:
    rows = ("clamer,v,,APPEAL,que,,", "juger,v,,STATEMENT,,,", "juger,v,b,COERCE,obj,,")
    nouns = ("déclaration,n,,STATEMENT,,,",)
    assert load(*rows, *nouns, "tirer,v,,FIGHT,,,").reporting == {"clamer", "juger"}


def test_no_event(load: Load) -> None:
    assert load("tirer,v,,-,,,").senses["tirer", "v"][0].type is None


def test_a_row_of_the_user_replaces_ours(load: Load) -> None:
    lexicon = load("tirer,v,,FIGHT,,,", mine=("tirer,v,,ASSAULT,,,", "zinguer,v,,AID,,,"))
    assert [s.type for s in lexicon.senses["tirer", "v"]] == [TYPES["ASSAULT"]]
    assert ("zinguer", "v") in lexicon.senses


def test_classes(load: Load) -> None:
    lexicon = load("tirer,v,,FIGHT,,,")
    assert lexicon.words("air") == {"missile", "drone"}
    with pytest.raises(KeyError):
        lexicon.words("water")


def test_a_row_for_the_words_of_a_class(load: Load) -> None:
    lexicon = load("@air,n,lancé,FIGHT,support,,", "drone,n,,POSTURE,,,")
    assert [sense.rule_id for sense in lexicon.senses["missile", "n"]] == ["action.missile.n.lancé"]
    assert [sense.type for sense in lexicon.senses["drone", "n"]] == ["FIGHT", "POSTURE"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",v,,FIGHT,,,", "word '', pos 'v'"),
        ("tirer,verbe,,FIGHT,,,", "pos is v or n"),
        ("tirer,v,,SHOOT,,,", "unknown type 'SHOOT'"),
        ("tirer,v,,FIGHT,objet,,", "unknown function 'objet'"),
        ("tirer,v,,FIGHT,,sujet,", "unknown function 'sujet'"),
        ("tirer,v,,FIGHT,,,obj.thing", "unknown function 'obj.thing'"),
        ("tirer,v,,FIGHT,obj:@water,,", "unknown class @water"),
        ("@water,n,,FIGHT,,,", "unknown class @water"),
        ("tirer,v,,FIGHT,obj:#alien,,", "unknown kind #alien"),
        ("tirer,v,,FIGHT,obj:,,", "empty or odd alternative"),
        ("tirer,v,,FIGHT,obj:a||b,,", "empty or odd alternative"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(load: Load, row: str, message: str) -> None:
    with pytest.raises(LexiconError, match=rf"^a\.csv:2: .*{re.escape(message)}"):
        load(row)


def test_a_rule_id_stands_once(load: Load) -> None:
    with pytest.raises(
        LexiconError, match=r"a\.csv:3: action\.tirer\.v stands already in a\.csv:2"
    ):
        load("tirer,v,,FIGHT,,,", "tirer,v,,ASSAULT,,,")
    with pytest.raises(LexiconError, match="stands already"):
        load("tirer,v,,FIGHT,,,", mine=("tirer,v,,AID,,,", "tirer,v,,ASSAULT,,,"))


def test_shipped_rows_cover_every_type() -> None:
    senses = [sense for group in actions.load().senses.values() for sense in group]
    assert {sense.type for sense in senses} == {*TYPES, None}
    assert all(sense.example for sense in senses)
    assert all(re.fullmatch(r"\d{2,4}|", sense.cameo) for sense in senses)


def test_shipped_cameo_codes_lie_under_their_root() -> None:
    senses = [sense for group in actions.load().senses.values() for sense in group]
    coded = [(s.rule_id, s.cameo, s.type.codes.cameo_root) for s in senses if s.type and s.cameo]
    assert [name for name, cameo, root in coded if not cameo.startswith(root)] == []


def test_shipped_classes_of_verbs_that_carry_nouns() -> None:
    lexicon = actions.load()
    for name in ("support", "occurring", "announcing", "anaphoric"):
        assert lexicon.words(name)
