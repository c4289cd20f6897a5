"""Every country and territory under its names and adjectives, without a parser."""

import pytest
import spacy
from spacy.tokens import Doc

from quifaitquoi.actors import gazetteer
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon.actors import Country
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens
from quifaitquoi.syntax.view import View

LEXICON = tables.load()
TOKENIZER = spacy.blank("fr").tokenizer
# ISO 3166-1 without the uninhabited ATA, ATF, BVT, HMD, SGS and UMI, and Kosovo.
CODES = frozenset(
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR "
    "BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK "
    "COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH "
    "FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM "
    "GUY HKG HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ "
    "KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV "
    "MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC "
    "NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU "
    "ROU RUS RWA SAU SDN SEN SGP SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ "
    "SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB "
    "VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE XKX".split()
)
ARTICLES = {"m": "Le", "f": "La", "mp": "Les", "fp": "Les"}


def found(text: str) -> list[set[str]]:
    """Codes of each form of a country's in a sentence, all that share it."""
    words = TOKENIZER(text)
    doc = Doc(
        TOKENIZER.vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        pos=["PROPN" if word.text[0].isupper() else "NOUN" for word in words],
        heads=[0] * len(words),
        deps=["ROOT", *["dep"] * (len(words) - 1)],
    )
    view = View(Sentence(tokens(doc), 0, len(doc), 0, 0, 0, BlockKind.PARAGRAPH))
    return [
        {row.iso3 for row in hit.rows if isinstance(row, Country)}
        for hit in gazetteer.phrases_of(LEXICON).find(view)
        if any(isinstance(row, Country) for row in hit.rows)
    ]


def test_every_country_and_territory_has_a_row() -> None:
    assert set(LEXICON.countries) == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_subject_object_and_adjectives(code: str) -> None:
    row = LEXICON.countries[code]
    article = "L'" if row.name[0] in "AÀÂEÉÈÊIÎOÔUYÅ" and len(row.gender) == 1 else (
        ARTICLES[row.gender] + " "
    )  # fmt: skip
    assert any(code in codes for codes in found(f"{article}{row.name} accuse son voisin."))
    assert any(code in codes for codes in found(f"Il accuse {article.lower()}{row.name} de tout."))
    for name in row.aliases:
        assert any(code in codes for codes in found(f"Le pays voisin de {name} proteste.")), name
    for adjective in row.demonyms:
        assert any(code in codes for codes in found(f"Le gouvernement {adjective} proteste.")), (
            adjective
        )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("des îles Salomon", "SLB"), ("des îles Marshall", "MHL"), ("de l'île Maurice", "MUS"),
        ("des îles Fidji", "FJI"), ("des Samoa américaines", "ASM"), ("des Samoa", "WSM"),
        ("du sultanat d'Oman", "OMN"), ("du royaume du Maroc", "MAR"),
        ("de l'émirat du Qatar", "QAT"), ("de la république de Guinée", "GIN"),
        ("de la République du Congo", "COG"), ("d'eSwatini", "SWZ"), ("de l'Eswatini", "SWZ"),
        ("du Swaziland", "SWZ"), ("de la Macédoine du Nord", "MKD"), ("du Timor oriental", "TLS"),
        ("de la Birmanie", "MMR"), ("du Myanmar", "MMR"), ("du Cabo Verde", "CPV"),
        ("de la Tchéquie", "CZE"), ("de Hong Kong", "HKG"), ("lesothan", "LSO"),
        ("palaosien", "PLW"), ("srilankais", "LKA"), ("malawite", "MWI"), ("papou", "PNG"),
        ("centrafricain", "CAF"), ("bissau-guinéen", "GNB"), ("équato-guinéen", "GNQ"),
        ("burkinabè", "BFA"), ("burkinabé", "BFA"), ("santoméen", "STP"), ("motswana", "BWA"),
        ("érythréen", "ERI"), ("sud-soudanais", "SSD"), ("nord-coréen", "PRK"),
        ("néo-calédonien", "NCL"), ("mahorais", "MYT"), ("guyanien", "GUY"), ("guyanais", "GUF"),
        ("dominiquais", "DMA"), ("dominicain", "DOM"), ("nigérian", "NGA"), ("nigérien", "NER"),
        ("chagossien", "IOT"), ("est-timorais", "TLS"), ("sahraoui", "ESH"), ("emirati", "ARE"),
    ],
)  # fmt: skip
def test_forms_of_the_press(words: str, code: str) -> None:
    assert {code} in found(f"Le gouvernement {words} a protesté.")


@pytest.mark.parametrize(
    "sentence",
    ["À l'issue de la Réunion, il part.", "Le fleuve Niger monte.", "Le lac Tchad recule."],
)
def test_what_names_no_country(sentence: str) -> None:
    assert found(sentence) == []
