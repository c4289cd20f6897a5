"""Triggers, senses and parties over a small lexicon, on trees written in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.actions import find
from quifaitquoi.lexicon import classes
from quifaitquoi.lexicon.actions import COLUMNS, ActionLexicon, Sense, _sense
from quifaitquoi.lexicon.tables import Row
from quifaitquoi.records.actions import Tense
from quifaitquoi.records.clean import BlockKind
from tests.actions.notation import actors, date, place, read, sentence
from tests.event_types import TYPES

if TYPE_CHECKING:
    from quifaitquoi.records.actions import EventMention

#: Ours, and few words of those that a test is about.
CLASSES: Final = classes.load() | {
    "support": frozenset({"effectuer", "avoir", "faire", "subir", "obtenir"}),
    "suffer": frozenset({"subir"}),
    "receive": frozenset({"obtenir"}),
    "occurring": frozenset({"avoir", "éclater", "opposer"}),
    "announcing": frozenset({"ordonner"}),
    "anaphoric": frozenset({"décision"}),
    "arme": frozenset({"missile", "drone"}),
    "timeless": frozenset({"satan"}),
    "everyman": frozenset({"femme"}),
    "scripture_word": frozenset({"verset"}),
    "contest_word": frozenset({"finale", "podium"}),
    "site": frozenset({"école"}),
}
#: word,pos,sense,type,when,source,target
ROWS: Final = """
accuser,v,,DISAPPROVE,,,obj obj.owner
rappeler,v,,STATEMENT,que,,
rappeler,v,envoyé,REDUCE,obj:ambassadeur|consul,,à
annoncer,v,,STATEMENT,,,
affirmer,v,,STATEMENT,que,,
saluer,v,,DIPLOMACY,,,obj obj.owner
expulser,v,,REDUCE,,,obj obj.owner
suspendre,v,,REDUCE,,,obj obj.owner
tirer,v,,FIGHT,obj:@arme,,sur
tirer,v,leçon,-,obj:leçon,,
prétendre,v,,STATEMENT,que,,
frapper,v,,FIGHT,,,obj
inviter,v,,APPEAL,à+inf,,obj
menacer,v,,THREATEN,,,obj
libérer,v,,YIELD,,,obj
manifester,v,,PROTEST,subj:#CVL,,
reprendre,v,,FIGHT,obj:#place subj:#MIL,,
coopérer,v,,COOPERATE,joint,,
entretenir,v,,CONSULT,refl,,avec
soutenir,v,,DIPLOMACY,-refl -pass,,obj
rencontrer,v,,CONSULT,,,obj
visite,n,,CONSULT,,,à
soupçonner,v,,DISAPPROVE,pass fin,,obj
discours,n,,STATEMENT,told poss,poss,
entretien,n,,CONSULT,,,avec
rencontre,n,,CONSULT,,,avec profit
séance,n,,CONSULT,,,avec
colloque,n,,CONSULT,def,,avec
participer,v,,CONSULT,à,,
grève,n,,PROTEST,,,contre
attaque,n,,ASSAULT,,,contre
raid,n,,FIGHT,,,contre
attaquer,v,,ASSAULT,,,obj
tuer,v,,ASSAULT,,,obj
blesser,v,,ASSAULT,,,obj
périr,v,,ASSAULT,dans:attaque,par,subj
retrait,n,,YIELD,,,
enquête,n,,INVESTIGATE,,,sur
sanction,n,,REDUCE,plur,,contre
""".strip()


def lexicon(rows: str = ROWS) -> ActionLexicon:
    senses: list[Sense] = []
    for number, line in enumerate(rows.splitlines()):
        cells = dict(zip(COLUMNS, [*line.split(","), "", "", ""], strict=True))
        senses.append(_sense(Row(cells, f"rows:{number}"), cells["word"], CLASSES, TYPES))
    return ActionLexicon.of(senses, CLASSES, TYPES.values())


LEXICON: Final = lexicon()


def keys(action: EventMention) -> str:
    sides = (action.sources, action.targets)
    return " > ".join(",".join(k for a in side for k in a.keys) for side in sides)


def found(
    text: str,
    kind: BlockKind = BlockKind.PARAGRAPH,
    dates: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    **kinds: str,
) -> list[str]:
    """`trigger TYPE sources > targets` of each event of a tree; see `actors` for the kinds."""
    doc = read(text)
    mentions, known = actors(doc, **kinds)
    acts = find(
        [sentence(doc, kind)],
        mentions,
        known,
        [date(doc, form) for form in dates],
        [place(doc, form) for form in places],
        LEXICON,
    )
    return [f"{act.text} {act.type} {keys(act)}".strip() for act in acts]


PARTIES = {
    "active": ("nsubj(Lima) accuse=accuser+pres* obj(Quito)", "accuse DISAPPROVE Lima > Quito"),
    "passive": ("nsubj:pass(Quito) est accusé=accuser+part* obl:agent(par Lima)",
                "accusé DISAPPROVE Lima > Quito"),
    "several": ("nsubj(Lima conj(et Oslo)) accusent=accuser+pres* obj(Quito)",
                "accusent DISAPPROVE Lima,Oslo > Quito"),
    "owner of the object": ("nsubj(Lima) salue=saluer+pres* obj(les efforts=effort nmod(de Quito))",
                            "salue DIPLOMACY Lima > Quito"),
    "owner down a chain": (
        "nsubj(Lima) salue=saluer+pres* obj(le projet nmod(de loi nmod(du pays nmod(de Quito))))",
        "salue DIPLOMACY Lima > Quito"),
    "mouthpiece": ("nsubj(Un communiqué* nmod(de Lima)) accuse=accuser+pres* obj(Quito)",
                   "accuse DISAPPROVE Lima > Quito"),
    "quantity": ("nsubj(Une dizaine* nmod(de Péruviens)) accuse=accuser+pres* obj(Quito)",
                 "accuse DISAPPROVE Péruviens > Quito"),
    "who is both is only a source": (
        "nsubj(Lima) accuse=accuser+pres* obj(Lima conj(et Quito))",
        "accuse DISAPPROVE Lima > Quito"),
    "enumeration that the parser split": (
        "nsubj(Lima) accuse=accuser+pres* obj(Quito) punct(,) obl:mod(Oslo) cc(et) obl:mod(Rome)",
        "accuse DISAPPROVE Lima > Quito,Oslo,Rome"),
    "support verb": ("nsubj(Okello) effectue=effectuer+pres* obj(une visite) obl:mod(à Lima)",
                     "visite CONSULT Okello > Lima"),
    "noun alone": ("nsubj(La visite* nmod(de Okello) nmod(à Lima)) finit=finir+pres*",
                   "visite CONSULT Okello > Lima"),
    "entre": ("nsubj(Une rencontre* nmod(entre Lima conj(et Quito))) finit=finir+pres*",
              "rencontre CONSULT Lima,Quito >"),
    "object of an inquiry": (
        "nsubj(Okello) fait=faire+pres* obj(l' objet nmod(d' une enquête nmod(de Lima)))",
        "enquête INVESTIGATE Okello >"),
    "occasion": (
        "obl:mod(case(lors* fixed(d')) un entretien* nmod(avec Oslo)) , nsubj(Lima) va=aller+pres*",
        "entretien CONSULT Lima > Oslo"),
    "who orders it": ("nsubj(Lima) ordonne=ordonner+pres* obj(le retrait)", "retrait YIELD Lima >"),
    "inverted subject": (
        "parataxis(nsubj(Tout+pron) va=aller+pres) , affirme=affirmer+pres* obj(Lima)",
        "affirme STATEMENT Lima >"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTIES.values(), ids=PARTIES)
def test_parties(text: str, expected: str) -> None:
    assert expected in [f"{line} >" if ">" not in line else line for line in found(text)]


def test_demonym_and_possessive_own() -> None:
    tree = "nsubj(Lima) salue=saluer+pres* obj(les efforts=effort russes=russe+adj)"
    tree = tree.replace("efforts=effort", "efforts=effort*")
    assert found(tree, russes=".RUS") == ["salue DIPLOMACY Lima > RUS"]
    tree = "nsubj(Lima) salue=saluer+pres* obj(ses efforts=effort)"
    assert found(tree, ses="~ECU") == ["salue DIPLOMACY Lima > ECU"]


CONDITIONS = {
    "word": ("nsubj(Lima) rappelle=rappeler+pres* obj(son consul)", ["rappelle REDUCE Lima >"]),
    "clause": ("nsubj(Lima) rappelle=rappeler+pres* ccomp(que nsubj(Quito) ment=mentir+pres)",
               ["rappelle STATEMENT Lima >"]),
    "none holds": ("nsubj(Lima) rappelle=rappeler+pres* obj(le passé)", []),
    "class": ("nsubj(Lima) tire=tirer+pres* obj(un missile) obl:arg(sur Quito)",
              ["tire FIGHT Lima > Quito"]),
    "quantity of a class": (
        "nsubj(Lima) tire=tirer+pres* obj(une dizaine* nmod(de missiles=missile+pl))",
        ["tire FIGHT Lima >"]),
    "no event": ("nsubj(Lima) tire=tirer+pres* obj(les leçons=leçon+pl)", []),
    "refl": ("nsubj(Lima) s' entretient=entretenir+pres* obl:arg(avec Quito)",
             ["entretient CONSULT Lima > Quito"]),
    "not refl": ("nsubj(Lima) entretient=entretenir+pres* obj(Quito)", []),
    "negated flags": ("nsubj(Lima) soutient=soutenir+pres* obj(Quito)",
                      ["soutient DIPLOMACY Lima > Quito"]),
    "negated flag fails": ("nsubj:pass(Quito) est soutenu=soutenir+part* obl:agent(par Lima)", []),
    "joint": ("nsubj(Lima conj(et Quito)) coopèrent=coopérer+pres*",
              ["coopèrent COOPERATE Lima,Quito >"]),
    "not joint": ("nsubj(Lima) coopère=coopérer+pres*", []),
    "plural": ("nsubj(Les sanctions=sanction+pl* nmod(de Lima)) durent=durer+pres*",
               ["sanctions REDUCE Lima >"]),
    "singular": ("nsubj(La sanction* nmod(de Lima)) dure=durer+pres*", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions(text: str, expected: list[str]) -> None:
    assert [line if ">" in line else f"{line} >" for line in found(text)] == expected


def test_kinds_sectors_and_places() -> None:
    tree = "nsubj(Péruviens) manifestent=manifester+pres*"
    assert found(tree, Péruviens="GROUP/CVL") == ["manifestent PROTEST Péruviens >"]
    assert found(tree, Péruviens="GROUP/MIL") == []
    tree = "nsubj(Lima) reprend=reprendre+pres* obj(Gao)"
    assert found(tree, Lima="FORCE/MIL", Gao="", places=("Gao",)) == ["reprend FIGHT Lima >"]
    assert found(tree, Lima="FORCE/MIL", Gao="") == []


CONTENT = {
    "denial": (
        "nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Lima) n' a pas accusé=accuser+part)",
        "REJECT"),
    "what is not yet is no denial": (
        "nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Lima) ne menace=menacer+pres pas)",
        "STATEMENT"),
    "of somebody else": (
        "nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Oslo) n' a pas accusé=accuser+part)",
        "STATEMENT"),
    "pledge": (
        "nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Lima) libérera=libérer+fut obj(Bâ))",
        "INTEND"),
    "threat": (
        "nsubj(Lima) affirme=affirmer+pres* ccomp(que nsubj(Lima) frappera=frapper+fut obj(Bâ))",
        "THREATEN"),
    "announcement": (
        "nsubj(Lima) annonce=annoncer+pres* ccomp(que nsubj(Lima) libérera=libérer+fut obj(Bâ))",
        "STATEMENT"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTENT.values(), ids=CONTENT)
def test_the_clause_decides_what_a_neutral_verb_does(text: str, expected: str) -> None:
    assert found(text)[0].split()[1] == expected


def test_who_is_said_to_have_acted_is_accused() -> None:
    tree = "nsubj(Lima) prétend=prétendre+pres* ccomp(que nsubj(Oslo) a accusé=accuser+part Rome)"
    assert found(tree.replace("Rome", "obj(Rome)"))[0] == "prétend DISAPPROVE Lima > Oslo"


WEEDED = {
    "habit": (
        "nsubj(Lima) salue=saluer+pres* souvent+adv obj(Quito)", []),
    "what happened often": (
        "nsubj(Lima) a salué=saluer+part* souvent+adv obj(Quito)",
        ["salué DIPLOMACY Lima > Quito"]),
    "support verb with a sense of its own": (
        "nsubj(Lima) a effectué=effectuer+part* obj(une visite nmod(à Quito))",
        ["visite CONSULT Lima > Quito"]),
    "purpose": ("nsubj(Lima) part=partir+pres* advcl(mark(pour) rencontrer+inf obj(Quito))", []),
    "purpose with afin": (
        "nsubj(Lima) part=partir+pres* mod(afin+adv obl:arg(d' rencontrer+inf obj(Quito)))", []),
    "what hangs on a purpose": (
        "part=partir+pres* advcl(mark(pour) oser+inf* xcomp(mark(de) voir=rencontrer+inf obj(Bâ)))",
        []),
    "clause that is only meant": (
        "part=partir+pres* mod(afin+adv) advcl(que nsubj(Bâ) voit=rencontrer+sub obj(Lima))", []),
    "acts of a kind": (
        "nsubj(La hausse* nmod(d' attaques=attaque+pl nmod(contre Lima))) dure=durer+pres*", []),
    "one of them": (
        "nsubj(La fin* nmod(de l' attaque nmod(contre Lima))) dure=durer+pres*",
        ["attaque ASSAULT  > Lima"]),
    "infinitive of a mere noun": (
        "nsubj(Le moyen* acl(mark(de) rencontrer+inf obj(Quito))) manque=manquer+pres*", []),
    "content of an appeal to the same": (
        "nsubj(Lima) invite=inviter+pres* obj(Quito) xcomp(mark(à) libérer+inf)",
        ["invite APPEAL Lima > Quito"]),
    "content of an appeal about others": (
        "nsubj(Lima) invite=inviter+pres* obj(Quito) xcomp(mark(à) libérer+inf obj(Okello))",
        ["invite APPEAL Lima > Quito", "libérer YIELD Quito > Okello"]),
    "statement that carries on another": (
        "nsubj(Lima) accuse=accuser+pres* obj(Quito) advcl(mark(en) disant=annoncer+ger)",
        ["accuse DISAPPROVE Lima > Quito"]),
    "infinitive of speech that carries on another": (
        "nsubj(Lima) accuse=accuser+pres* obj(Quito) advcl(mark(avant de) annoncer+inf* obj(tout))",
        ["accuse DISAPPROVE Lima > Quito"]),
    "infinitive of speech beside an act": (
        "nsubj(Lima) expulse=expulser+pres* obj(Bâ) advcl(mark(avant de) annoncer+inf* obj(tout))",
        ["expulse REDUCE Lima > Bâ", "annoncer STATEMENT Lima >"]),
    "statement that says so of another": (
        "nsubj(Lima) dit=annoncer+pres* xcomp(annoncer+inf* obj(tout))", ["dit STATEMENT Lima >"]),
    "speech of scripture": ("nsubj(Satan) salue=saluer+pres* obj(Quito)", []),
    "and of somebody else": (
        "nsubj(Satan conj(et Lima)) salue=saluer+pres* obj(Quito)",
        ["salue DIPLOMACY Satan,Lima > Quito"]),
    "gerund of speech that says more than its verb": (
        "nsubj(Bâ) finit=finir+pres* advcl(mark(en) disant=annoncer+ger ccomp(que va=aller+pres))",
        ["disant STATEMENT Bâ >"]),
    "quantity of acts": (
        "nsubj(Lima) effectue=effectuer+pres* obj(une dizaine* nmod(de visites=visite+pl))",
        ["visites CONSULT Lima >"]),
    "gerund of speech beside an act": (
        "nsubj(Lima) expulse=expulser+pres* obj(Okello) , advcl(annonçant=annoncer+ger obj(tout))",
        ["expulse REDUCE Lima > Okello"]),
    "speech that says by what it speaks": (
        "nsubj(Lima) annonce=annoncer+pres* advcl(mark(en) accusant=accuser+ger obj(Quito))",
        ["accusant DISAPPROVE Lima > Quito"]),
    "speech with a content of its own": (
        "nsubj(Lima) annonce=annoncer+pres* obj(tout) advcl(accusant=accuser+ger obj(Quito))",
        ["annonce STATEMENT Lima >", "accusant DISAPPROVE Lima > Quito"]),
    "act beside a statement": (
        "nsubj(Lima) annonce=annoncer+pres* ccomp(que nsubj(Quito) expulse=expulser+pres obj(Bâ))",
        ["annonce STATEMENT Lima >", "expulse REDUCE Quito > Bâ"]),
    "infinitive that only rules out": (
        "nsubj(Lima) ne peut=pouvoir+pres* pas xcomp(expulser+inf obj(Quito))", []),
    "what was tried": (
        "nsubj(Lima) ne parvient=parvenir+pres* pas xcomp(mark(à) libérer+inf obj(Quito))",
        ["libérer YIELD Lima > Quito"]),
    "what was asked": (
        "nsubj(Lima) n' a pas pu=pouvoir+part* xcomp(libérer+inf obj(Quito))",
        ["libérer YIELD Lima > Quito"]),
    "what is to be done": (
        "nsubj(Il+pron) s' agit=agir+pres* xcomp(mark(de) libérer+inf obj(Okello))", []),
    "how many are wounded": ("nsubj:pass(Okello) est blessé=blesser+part*", []),
    "who was wounded": (
        "nsubj:pass(Okello) a été blessé=blesser+part*", ["blessé ASSAULT  > Okello"]),
    "whoever does it": (
        "part=partir+pres* obl:arg(ceux+pron* acl:relcl(qui accusent=accuser+pres obj(Quito)))",
        []),
    "opinion in the first person": (
        "nsubj(Je) prétends=prétendre+pres* ccomp(que nsubj(Lima) part=partir+pres)", []),
    "contents of a thing": (
        "nsubj(La loi* acl(accusant=accuser+ger obj(Quito))) reste=rester+pres*", []),
    "contents before the thing, where a sentence begins": (
        "nsubj(acl(Accusant=accuser+ger obj(Quito)) Lima*) reste=rester+pres*",
        ["Accusant DISAPPROVE Lima > Quito"]),
    "nobody takes part": ("nsubj(Cela+pron) accuse=accuser+pres* obj(le coup)", []),
    "a mention is no trigger": ("nsubj(Lima) part=partir+pres* obl:mod(avec Visite)", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WEEDED.values(), ids=WEEDED)
def test_weeding(text: str, expected: list[str]) -> None:
    assert [line if ">" in line else f"{line} >" for line in found(text)] == expected


SUSPENDED: Final = ["suspend REDUCE Lima > Quito"]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ("nsubj(Lima) suspend=suspendre+pres* obj(la visite nmod(de Quito))", SUSPENDED),
        ("nsubj:pass(La visite* nmod(de Quito)) est suspendue=suspendre+part* obl:agent(par Lima)",
         ["suspendue REDUCE Lima > Quito"]),
        ("nsubj(Lima) suspend=suspendre+pres* obj(Quito) obl:mod(devant la visite nmod(de Okello))",
         [*SUSPENDED, "visite CONSULT Okello >"]),
        ("nsubj(Lima) salue=saluer+pres* obj(la visite nmod(de Quito))",
         ["salue DIPLOMACY Lima > Quito", "visite CONSULT Quito >"]),
        ("nsubj(Lucien+m) suspend=suspendre+pres* obj(la visite nmod(de Quito) nmod(à Lima))",
         ["suspend REDUCE  > Quito"]),
        ("nsubj(Tout+pron) cesse=cesser+pres* obj(la visite nmod(de Quito) nmod(à Lima))",
         ["visite CONSULT Quito > Lima"]),
    ],
    ids=["object", "passive", "another complement", "another verb", "nobody ends it", "no event"],
)  # fmt: skip
def test_what_is_put_to_an_end_is_no_event_beside_the_end(tree: str, expected: list[str]) -> None:
    assert found(tree) == expected


def test_a_bare_noun_counts_where_it_may_repeat_another() -> None:
    bare = "nsubj(Une visite) choque=choquer+pres*"
    assert found(bare) == []
    assert found(bare, BlockKind.TITLE) == ["visite CONSULT  >"]
    assert found("nsubj(L' attaque) choque=choquer+pres*") == ["attaque ASSAULT  >"]
    assert found("nsubj(Cette attaque) choque=choquer+pres*") == ["attaque ASSAULT  >"]


BLOWS = {
    "what happened": ("nsubj(Une attaque) éclate=éclater+pres*", ["attaque ASSAULT  >"]),
    "when something else did": (
        "nsubj:pass(Lima) est touché=toucher+part* obl:mod(dans une attaque)",
        ["attaque ASSAULT  >"]),
    "several": ("nsubj(Lima) voit=voir+pres* obj(plusieurs attaques=attaque+pl)",
                ["attaques ASSAULT  >"]),
    "attempt": ("nsubj(Une tentative* nmod(d' attaque)) échoue=échouer+pres*",
                ["attaque ASSAULT  >"]),
    "no blow": ("nsubj(Une visite) échoue=échouer+pres*", []),
    "named by no act": ("nsubj(Lima) voit=voir+pres* obj(une attaque)", []),
    "such acts": ("nsubj(Des attaques=attaque+pl) choquent=choquer+pres*", []),
    "several that happened": ("nsubj(Des attaques=attaque+pl) éclatent=éclater+pres*",
                              ["attaques ASSAULT  >"]),
    "several that were dealt": (
        "nsubj:pass(Des attaques=attaque+pl) ont été effectuées=effectuer+part*",
        ["attaques ASSAULT  >"]),
    "how many": ("nsubj(La hausse* nmod(des attaques=attaque+pl)) choque=choquer+pres*", []),
    "foreseen": ("nsubj(Lima) évite=éviter+pres* obj(l' attaque)", []),
    "denied": ("nsubj(Aucune attaque) choque=choquer+pres*", []),
    "without": ("nsubj(Lima) vit=vivre+pres* obl:mod(sans l' attaque)", []),
    "only a part": ("nsubj(Le thème* nmod(de l' attaque)) plaît=plaire+pres*", []),
    "in a shell": ("nsubj(La journée* nmod(d' attaque)) dure=durer+pres*", ["attaque ASSAULT  >"]),
    "pointed at": ("nsubj(Lima) vit=vivre+pres* obl:mod(contre cette attaque)",
                   ["attaque ASSAULT  >"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BLOWS.values(), ids=BLOWS)
def test_a_blow_is_told_without_its_parties(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_blow_has_the_parties_of_its_clause() -> None:
    tree = (
        "nsubj:pass(Quito) a été attaqué=attaquer+part* obl:agent(par Lima) obl:mod(dans une raid)"
    )
    assert found(tree) == ["attaqué ASSAULT Lima > Quito", "raid FIGHT Lima > Quito"]


def test_the_blow_is_the_event_not_the_verb_that_counts_its_dead() -> None:
    tree = "nsubj(Une attaque) tue=tuer+pres* obj(Péruviens)"
    assert found(tree) == ["attaque ASSAULT  > Péruviens"]


def test_a_meeting_stands_where_it_took_place() -> None:
    (one,) = acts("nsubj(Une visite) a eu=avoir+part* obj(lieu) obl:mod(mardi)", "mardi")
    assert one.stands
    assert one.when is not None


def test_a_title_without_a_verb_leaves_out_the_auxiliary() -> None:
    tree = "Péruviens* acl(attaqués=attaquer+part)"
    assert found(tree, BlockKind.TITLE) == ["attaqués ASSAULT  > Péruviens"]
    assert found(tree) == []
    assert found(f"nsubj({tree}) reste=rester+pres*", BlockKind.TITLE) == []


def test_a_site_is_struck_whosever_it_is() -> None:
    tree = (
        "nsubj:pass(Une école) a été attaquée=attaquer+part* , "
        "parataxis(nsubj(Lima) part=partir+pres)"
    )
    assert found(tree) == ["attaquée ASSAULT  >"]
    assert found(tree.replace("école", "idée")) == []


STRIKE = "nsubj(Cela+pron) finit=finir+pres* "


def test_a_strike_stands_where_something_happened_at_it() -> None:
    assert found(STRIKE + "mod(lors+adv* obl:arg(d' une grève))") == ["grève PROTEST  >"]
    assert found(STRIKE + "obl:mod(par une grève)") == []
    assert found("nsubj:pass(Une grève) a été décrétée=effectuer+part*") == ["grève PROTEST  >"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nsubj(Le colloque) dure=durer+pres*", ["colloque CONSULT  >"]),
        ("obl:mod(dans le colloque) nsubj(Cela+pron) dure=durer+pres*", []),
        ("obl:mod(dans ce colloque) nsubj(Cela+pron) dure=durer+pres*", ["colloque CONSULT  >"]),
        (
            "obl:mod(dans le colloque* nmod(de mardi)) nsubj(Cela+pron) dure=durer+pres*",
            ["colloque CONSULT  >"],
        ),
    ],
)
def test_a_gathering_that_only_says_when_is_no_mention(text: str, expected: list[str]) -> None:
    assert found(text, dates=("mardi",) if "mardi" in text else ()) == expected


def test_what_is_done_at_the_end_of_talks_is_no_part_of_them() -> None:
    tree = (
        "obl:mod(au terme* nmod(de heures=heure* nmod(de rencontre))) nsubj(Lima) "
        "invite=inviter+pres* obj(Quito) xcomp(mark(à) libérer+inf)"
    )
    assert found(tree) == ["rencontre CONSULT Lima >", "invite APPEAL Lima > Quito"]


def test_who_came_to_take_part_did() -> None:
    tree = "nsubj(Lima) est venu=venir+part* advcl(mark(pour) participer+inf obl:arg(à la fête))"
    assert found(tree) == ["participer CONSULT Lima >"]
    assert found(tree.replace("venu=venir", "payé=payer")) == []


def test_a_verb_with_an_object_of_its_own_carries_no_other_noun() -> None:
    tree = "nsubj(Lima) fait=faire+pres* obj(face) obl:arg(à une attaque)"
    assert found(tree) == []


def test_who_died_in_a_blow_suffered_it() -> None:
    tree = "nsubj(Lima) périt=périr+pres* obl:mod(dans une attaque)"
    assert found(tree) == ["attaque ASSAULT  > Lima"]
    assert found(tree.replace("une attaque", "une grotte")) == []


def test_a_demonstrative_stands_whatever_its_type() -> None:
    (one,) = acts("nsubj(Cette enquête) dure=durer+pres*")
    assert one.stands
    (one,) = acts("nsubj(L' enquête) dure=durer+pres*")
    assert not one.stands


def test_a_shell_is_no_event_beside_what_it_holds() -> None:
    tree = "nsubj(La séance* nmod(de rencontre* nmod(entre Lima conj(et Quito)))) dure=durer+pres*"
    assert found(tree) == ["rencontre CONSULT Lima,Quito >"]


def test_a_noun_takes_its_holder_in_front_and_those_for_whom_it_is_behind() -> None:
    tree = (
        "advcl(Organisée=organiser+part* obl:agent(par Lima)) , "
        "nsubj(cette rencontre) dure=durer+pres*"
    )
    assert found(tree) == ["rencontre CONSULT Lima >"]
    tree = "nsubj(La rencontre* nmod(au profit)) nsubj(des Péruviens) dure=durer+pres*"
    assert found(tree) == ["rencontre CONSULT  > Péruviens"]


def test_des_before_a_subject_or_object_is_no_definite_article() -> None:
    tree = "nsubj(Lima) voit=voir+pres* obj(case(des) visites=visite+pl*)"
    assert found(tree) == []


def test_reports_on_sport_tell_of_words_only() -> None:
    sport = " obl:mod(à finale)"
    tree = "nsubj(Lima) accuse=accuser+pres* obj(Quito)"
    assert found(tree + sport * 6) == []
    assert found(tree + sport * 5) == ["accuse DISAPPROVE Lima > Quito"]
    tree = "nsubj(Lima) annonce=annoncer+pres* obj(un podium)"
    assert found(tree + sport * 6) == ["annonce STATEMENT Lima >"]


def test_who_goes_on_to_speak_spoke_before() -> None:
    docs = [
        read("nsubj(Lima) accuse=accuser+pres* obj(Quito)"),
        read("Et mark(de) affirmer+inf* obj(tout)"),
    ]
    mentions, known = actors(docs[0])
    told = [sentence(doc, index=i) for i, doc in enumerate(docs)]
    _, one = find(told, mentions, known, [], [], LEXICON)
    assert (one.text, [party.keys for party in one.sources]) == ("affirmer", [("Lima",)])


def test_what_one_may_say_of_oneself_is_somebody_elses_quotation() -> None:
    tree = (
        "nsubj(je) peux=pouvoir+pres* xcomp(rappeler+inf ccomp(que nsubj(Lima) ment=mentir+pres))"
    )
    assert found(tree, je="PERSON") == []
    assert found(tree.replace("je", "il"), il="PERSON") == ["rappeler STATEMENT il >"]


def test_a_speech_is_told_as_subject_or_object() -> None:
    assert found("nsubj(Son discours) dure=durer+pres*", Son="~Lima") == [
        "discours STATEMENT Lima >"
    ]
    tree = "nsubj(Lima) part=partir+pres* obl:mod(dans son discours)"
    assert found(tree, son="~Lima") == []


def test_a_participle_is_finite_in_a_title_without_another_verb() -> None:
    tree = "Lima* acl(soupçonné=soupçonner+part obl:arg(de fraude))"
    assert found(tree, BlockKind.TITLE) == ["soupçonné DISAPPROVE  > Lima"]
    assert found(tree) == []
    assert found(f"nsubj({tree}) part=partir+pres*", BlockKind.TITLE) == []


def test_a_date_is_no_party() -> None:
    tree = "nsubj(Lima) accuse=accuser+pres* obj(Mardi) obl:arg(Quito)"
    assert found(tree, Mardi="") == ["accuse DISAPPROVE Lima > Quito"]
    assert found(tree, dates=("Mardi",)) == ["accuse DISAPPROVE Lima > Quito"]


def acts(text: str, *dates: str) -> list[EventMention]:
    doc = read(text)
    mentions, known = actors(doc)
    when = [date(doc, form) for form in dates]
    return list(find([sentence(doc)], mentions, known, when, [], LEXICON))


def test_what_a_mention_carries() -> None:
    (act,) = acts("nsubj(Lima) a accusé=accuser+part* obj(Quito) obl:mod(mardi)", "mardi")
    assert (act.start, act.end) == (7, 13)
    assert (act.text, act.lemma, act.rule_id) == ("accusé", "accuser", "action.accuser.v")
    assert act.when is not None
    assert act.tense is Tense.PAST
    assert not act.definite


def test_what_a_reaction_is_about() -> None:
    (one,) = acts("nsubj(Lima) salue=saluer+pres* obj(cette décision)")
    assert (one.object_act, one.goes_back) == (-1, True)
    (one,) = acts("nsubj(Lima) salue=saluer+pres* obj(la décision nmod(de Oslo))")
    assert not one.goes_back
    first, second = acts("nsubj(Lima) salue=saluer+pres* obj(la visite nmod(de Oslo))")
    assert first.object_act == second.start


def test_attribution() -> None:
    first, second = acts(
        "nsubj(Lima) annonce=annoncer+pres* ccomp(que nsubj(Quito) expulse=expulser+pres obj(Oslo))"
    )
    assert (first.attribution, second.attribution) == ("", "Lima")
    (act,) = acts("obl:mod(selon Oslo) , nsubj(Lima) accuse=accuser+pres* obj(Quito)")
    assert act.attribution == "Oslo"
