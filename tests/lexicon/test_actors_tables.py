"""The tables of actors as shipped, their checks, and the user's folder laid over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.lexicon.actors import ActorLexicon, fold, load
from quifaitquoi.lexicon.actors.reader import COLUMNS
from quifaitquoi.lexicon.tables import LexiconError, read_table
from quifaitquoi.records.actors import ActorKind

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return load()


def keys(found: tuple[object, ...], attribute: str) -> set[str]:
    return {getattr(entry, attribute) for entry in found}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("CÔTE D'IVOIRE", "cote d'ivoire"),
        ("Guinée‑Bissau", "guinee bissau"),
        ("O.N.U.", "onu"),
        ("É.-U.", "e u"),
        ("Sacré-Cœur", "sacre coeur"),
        ("  Burkina\u00a0 Faso ", "burkina faso"),
        ("Be\u0301nin", "benin"),
        ("Erdoğan", "erdogan"),
        ("Dr. No", "dr. no"),
        ("Sierra\nLeone", "sierra leone"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_is_idempotent(lexicon: ActorLexicon) -> None:
    tables = (lexicon.country_names, lexicon.organisations, lexicon.places, lexicon.given_names)
    assert not [key for table in tables for key in table if fold(key) != key]


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Etats-Unis", "USA"),
        ("USA", "USA"),
        ("RD Congo", "COD"),
        ("RDC", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Centrafrique", "CAF"),
        ("Côte-d'Ivoire", "CIV"),
        ("Myanmar", "MMR"),
        ("Kosovo", "XKX"),
        ("Sahara occidental", "ESH"),
        ("Royaume Uni", "GBR"),
        ("Guinée équatoriale", "GNQ"),
        ("Cap Vert", "CPV"),
        ("Mayotte", "MYT"),
    ],
)
def test_country_names(lexicon: ActorLexicon, name: str, iso3: str) -> None:
    assert keys(lexicon.country_names[fold(name)], "iso3") == {iso3}


@pytest.mark.parametrize(
    ("demonym", "iso3"),
    [
        ("burkinabè", "BFA"),
        ("burkinabés", "BFA"),
        ("nord-coréennes", "PRK"),
        ("états-unienne", "USA"),
        ("nigérien", "NER"),
        ("nigérians", "NGA"),
        ("équato-guinéenne", "GNQ"),
        ("bissau-guinéens", "GNB"),
        ("santoméenne", "STP"),
        ("grecque", "GRC"),
    ],
)
def test_demonyms(lexicon: ActorLexicon, demonym: str, iso3: str) -> None:
    assert keys(lexicon.demonyms[fold(demonym)], "iso3") == {iso3}


def test_shared_forms_give_every_claimant(lexicon: ActorLexicon) -> None:
    assert keys(lexicon.demonyms["congolais"], "iso3") == {"COD", "COG"}
    assert keys(lexicon.country_names["congo"], "iso3") == {"COD", "COG"}
    assert keys(lexicon.organisations["rsf"], "key") == {"RSF", "FSR"}
    assert keys(lexicon.places["tripoli"], "country") == {"LBY", "LBN"}


def test_forms_that_may_mean_something_else_are_marked(lexicon: ActorLexicon) -> None:
    assert "maurice" in lexicon.countries["MUS"].ambiguous
    assert "congolais" in lexicon.countries["COD"].ambiguous
    assert not lexicon.countries["TGO"].ambiguous
    assert lexicon.places["tours"][0].ambiguous
    assert not lexicon.places["sokode"][0].ambiguous


def test_every_country_has_the_four_demonyms_or_none(lexicon: ActorLexicon) -> None:
    assert not [c.iso3 for c in lexicon.countries.values() if c.demonyms and len(c.demonyms) < 4]


def test_every_capital_is_a_place_of_its_country(lexicon: ActorLexicon) -> None:
    missing = [
        country.iso3
        for country in lexicon.countries.values()
        if country.capital
        and country.iso3 not in keys(lexicon.places.get(fold(country.capital[0]), ()), "country")
    ]
    assert not missing


@pytest.mark.parametrize(
    ("form", "key", "kind"),
    [
        ("ECOWAS", "CEDEAO", ActorKind.IGO),
        ("Cédéao", "CEDEAO", ActorKind.IGO),
        ("Nations Unies", "ONU", ActorKind.IGO),
        ("N.A.T.O.", "OTAN", ActorKind.IGO),
        ("Alliance des Etats du Sahel", "AES", ActorKind.IGO),
        ("JNIM", "GSIM", ActorKind.ORG),
        ("force Barkhane", "FRA armée", ActorKind.FORCE),
        ("FARDC", "COD armée", ActorKind.FORCE),
        ("HRW", "Human Rights Watch", ActorKind.ORG),
    ],
)
def test_organisations(lexicon: ActorLexicon, form: str, key: str, kind: ActorKind) -> None:
    (found,) = lexicon.organisations[fold(form)]
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize(
    ("organ", "key"),
    [
        ("Conseil de sécurité", "ONU"),
        ("Commission européenne", "UE"),
        ("Conseil de paix et de sécurité", "UA"),
        ("Commission de la Cédéao", "CEDEAO"),
    ],
)
def test_organs_take_the_key_of_their_organisation(
    lexicon: ActorLexicon, organ: str, key: str
) -> None:
    assert keys(lexicon.organs[fold(organ)], "key") == {key}


def test_igos_have_no_country_and_forces_have_one_in_their_sector(lexicon: ActorLexicon) -> None:
    bodies = {body for found in lexicon.organisations.values() for body in found}
    igos = [body for body in bodies if body.kind is ActorKind.IGO]
    assert not [body.key for body in igos if body.country or body.sector != "IGO"]
    forces = [body for body in bodies if body.kind is ActorKind.FORCE]
    assert {body.sector for body in forces} <= {"MIL", "COP", "JUD", "LEG"}
    coded = [body for body in forces if body.key[:3] in lexicon.countries and body.key[3:4] == " "]
    assert not [body.key for body in coded if not body.key.startswith(body.country or "-")]


def test_offices_and_groups(lexicon: ActorLexicon) -> None:
    (minister,) = lexicon.offices[fold("Première ministre")]
    assert (minister.word, minister.kind, minister.scope) == ("Premier ministre", "office", "state")
    assert keys(lexicon.office_plurals["chefs d'etat"], "word") == {"chef de l’État"}
    (soldiers,) = lexicon.groups["militaires"]
    assert (soldiers.kind, soldiers.sector, soldiers.demonym) == (ActorKind.GROUP, "MIL", True)
    (police,) = lexicon.groups["police nationale"]
    assert (police.word, police.kind, police.sector) == ("police", ActorKind.FORCE, "COP")
    assert lexicon.groups["gouvernement"][0].kind is ActorKind.STATE


def test_given_names(lexicon: ActorLexicon) -> None:
    names = lexicon.given_names
    assert (names["faure"], names["aissata"], names["dominique"]) == ("m", "f", "u")


def test_sizes(lexicon: ActorLexicon) -> None:
    sizes = {table: len(read_table(table, columns)) for table, columns in COLUMNS.items()}
    assert sizes["countries"] == len(lexicon.countries) > 193
    assert sizes["names"] == len(lexicon.given_names)  # two spellings that fold alike are one row
    assert sizes["organisations"] >= 300
    assert sizes["places"] >= 1500


def test_load_is_kept_without_rules(lexicon: ActorLexicon, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name,gender,note\n", encoding="utf-8")
    assert load() is lexicon
    assert load(tmp_path) is not lexicon


def laid_over(folder: Path, table: str, *lines: str) -> ActorLexicon:
    text = "\n".join((",".join(COLUMNS[table]), *lines, ""))
    (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    return load(folder)


def test_a_users_row_replaces_ours(tmp_path: Path) -> None:
    theirs = laid_over(tmp_path, "organisations", "HCR,ORG,CHE,NGO,HCR|Agence HCR,,mine")
    (agency,) = theirs.organisations["hcr"]
    assert (agency.kind, agency.country) == (ActorKind.ORG, "CHE")
    assert "unhcr" not in theirs.organisations
    assert "unhcr" in load().organisations


@pytest.mark.parametrize("key", ["Amnistie", "HCR"])  # after all of ours, and in our HCR's place
def test_a_users_row_takes_forms_of_ours(tmp_path: Path, key: str) -> None:
    theirs = laid_over(tmp_path, "organisations", f"{key},ORG,,NGO,Amnesty,,")
    assert keys(theirs.organisations["amnesty"], "key") == {key}
    assert keys(theirs.organisations["amnesty international"], "key") == {"Amnesty International"}


@pytest.mark.parametrize(
    ("table", "lines", "reason"),
    [
        ("countries", ["tgo,Togo,m,,,,,,"], "iso3 is « tgo »"),
        ("countries", ["ZZZ,Zed,x,,,,,,"], "gender is « x »"),
        ("organisations", ["ZZ,CLUB,,NGO,ZZ,,"], "kind is « CLUB »"),
        ("organisations", ["ZZ,ORG,ZZZ,NGO,ZZ,,"], "country « ZZZ »"),
        ("organisations", ["ZZ,ORG,,XYZ,ZZ,,"], "sector is « XYZ »"),
        ("organisations", ["ZZ,ORG,,NGO,ZZ||Zed,,"], "forms has an empty alternative"),
        ("organisations", ["ZZ,ORG,,NGO,,,"], "forms is empty"),
        ("organisations", ["ZZ,ORG,,NGO,ZZ,,", "ZZ,ORG,,NGO,Zed,,"], "already at"),
        ("organisations", ["ZZ,ORG,,NGO,Zz,,", "ZY,ORG,,NGO,ZZ,,"], "both must note it ambiguous"),
        ("offices", ["zed,,,king,,none,"], "kind is « king »"),
        ("offices", ["zed,,,office,,all,"], "scope is « all »"),
        ("groups", ["zeds,,PERSON,,no,"], "kind is « PERSON »"),
        ("groups", ["zeds,,GROUP,,maybe,"], "demonym is « maybe »"),
        ("places", ["Zed,TGO,,village,"], "kind is « village »"),
        ("places", [",TGO,,city,"], "name is empty"),
        ("names", ["Zed,x,"], "gender is « x »"),
        ("bodies", ["zed,n,,,,,,"], "gender is « n »"),
        ("bodies", ["zed,f,XYZ,,,,,"], "opening is « XYZ »"),
        ("bodies", ["zed,f,,PTY|OPP,,,,"], "naming is « PTY|OPP »"),
        ("bodies", ["zed,f,,,any,,,"], "closing is « any »"),
        ("bodies", ["zed,f,,,,BUS|any,,"], "bare is « BUS|any »"),
        ("bodies", ["zed,f,,,,,GOV,", "zed,f,,,,,NGO,"], "already at"),
    ],
)
def test_errors_name_file_and_line(
    tmp_path: Path, table: str, lines: list[str], reason: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        laid_over(tmp_path, table, *lines)
    assert str(caught.value).startswith(f"{table}.csv:{len(lines) + 1}: ")
    assert reason in str(caught.value)


def test_forms_noted_ambiguous_may_be_shared(tmp_path: Path) -> None:
    lines = ["ZZ,ORG,,NGO,ZZ|Zed,,ambiguous: ZZ; also a sleep", "ZY,ORG,,NGO,zz,,ambiguous"]
    theirs = laid_over(tmp_path, "organisations", *lines)
    assert keys(theirs.organisations["zz"], "key") == {"ZZ", "ZY"}
    assert theirs.organisations["zed"][0].ambiguous == {"zz"}
    assert theirs.organisations["zz"][1].ambiguous == {"*"}


@pytest.mark.parametrize(
    ("form", "iso3"),
    [
        ("lesothane", "LSO"),
        ("palaosiennes", "PLW"),
        ("srilankais", "LKA"),
        ("malawite", "MWI"),
    ],
)
def test_second_demonyms_of_the_press(lexicon: ActorLexicon, form: str, iso3: str) -> None:
    assert keys(lexicon.demonyms[fold(form)], "iso3") == {iso3}
