"""Places on hand-built sentences and on parsed ones."""

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quifaitquoi.actors import places, reading
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.records.actors import PlaceMention
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

VOCAB = Vocab()


def found(sentences: Iterable[Sentence]) -> tuple[PlaceMention, ...]:
    return places.find(reading.read(sentences, tables.load()), tables.load())


def built(
    words: list[str], pos: list[str], heads: list[int], deps: list[str]
) -> list[tuple[str, str, str]]:
    doc = Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps)
    sentence = Sentence(tokens(doc), 0, len(doc), 0, 0, 0, BlockKind.PARAGRAPH)
    return [(p.text, p.country, p.rule_id) for p in found([sentence])]


def parsed(text: str) -> dict[str, str]:
    clean = CleanText(text, (Block(0, len(text), BlockKind.PARAGRAPH),), (0,), (0,))
    sentences = parse.parse(clean, parse.load())
    return {p.text: p.country for p in found(sentences)}


def test_capital_is_a_place_after_a_preposition_only() -> None:
    pos = ["ADP", "PROPN", "PUNCT", "PROPN", "VERB", "PUNCT"]
    deps = ["case", "obl:mod", "punct", "nsubj", "ROOT", "punct"]
    words = ["À", "Lomé", ",", "Bamako", "proteste", "."]
    assert built(words, pos, [1, 4, 4, 4, 4, 4], deps) == [("Lomé", "TGO", "place.capital")]


def test_dateline() -> None:
    words = ["Niamey", "(", "agence", ")"]
    found = built(words, ["PROPN", "PUNCT", "NOUN", "PUNCT"], [0, 2, 0, 2],
                  ["ROOT", "punct", "appos", "punct"])  # fmt: skip
    assert found == [("Niamey", "NER", "place.dateline")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'attaque a eu lieu à Zorgolo, dans le nord du Burkina Faso.", {"Zorgolo": "BFA"}),
        ("Des combats ont éclaté près de Mbitimi (Cameroun).", {"Mbitimi": "CMR"}),
        ("Il a quitté le Mali.", {"Mali": "MLI"}),
        ("Il a parlé à Robert Okello.", {}),
    ],
)
def test_unknown_names_and_motion(text: str, expected: dict[str, str]) -> None:
    found = parsed(text)
    assert {name: country for name, country in found.items() if name in expected} == expected
    assert "Robert" not in found
    assert "Okello" not in found


def test_town_of_a_site() -> None:
    words = ["au", "stade", "municipal", "de", "Lomé"]
    pos = ["ADP", "NOUN", "ADJ", "ADP", "PROPN"]
    heads, deps = [1, 1, 1, 4, 1], ["case", "ROOT", "amod", "case", "nmod"]
    assert built(words, pos, heads, deps) == [("Lomé", "TGO", "place.capital")]


def test_site_whose_body_acts_is_no_place() -> None:
    words = ["Le", "tribunal", "de", "Lomé", "juge"]
    pos = ["DET", "NOUN", "ADP", "PROPN", "VERB"]
    heads, deps = [1, 4, 3, 1, 4], ["det", "nsubj", "case", "nmod", "ROOT"]
    assert built(words, pos, heads, deps) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ils ont prié à la maison des jeunes et de la culture de Lomé.", {"Lomé": "TGO"}),
        ("Le Gabon se tait. Ils ont prié au Centre culturel.", {"Centre culturel": "GAB"}),
        ("Ils ont parlé au Parlement. Ils ont dormi à Lomé, dans un hôtel.", {"Lomé": "TGO"}),
        ("Ils se sont réunis à Lomé. Des tirs ont éclaté dans la ville.", {"ville": "TGO"}),
        ("Ils agissent dans les pays du Golfe.", {"pays": ""}),
        ("Le Togo agit sur le marché du travail.", {"marché du travail": ""}),
        (
            "Le Togo se tait. Ils ont prié à la maison du peuple des fidèles de la paix.",
            {"maison du peuple": "TGO"},
        ),
        ("Au Tchad, l'armée avance dans le Nord-Ouest du pays.", {"Nord-Ouest du pays": "TCD"}),
        ("A. Ouédraogo a parlé.", {"Ouédraogo": ""}),
    ],
)
def test_sites(text: str, expected: dict[str, str]) -> None:
    found = parsed(text)
    assert {name: found.get(name, "") for name in expected} == expected


@pytest.mark.model
def test_outlet_is_at_home_where_no_country_is_named() -> None:
    text = "Les fidèles se sont réunis à la maison du peuple."
    clean = CleanText(text, (Block(0, len(text), BlockKind.PARAGRAPH),), (0,), (0,))
    read = reading.read(parse.parse(clean, parse.load()), tables.load())
    (place,) = places.find(read, tables.load(), "Sidwaya")
    assert (place.text, place.country) == ("maison du peuple", "BFA")
