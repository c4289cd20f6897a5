"""Clean text to sentences with the pinned model."""

from __future__ import annotations

import pytest

from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.model.lemmas import VerbLemmas
from quifaitquoi.syntax.tokens import tokens

pytestmark = pytest.mark.model


def test_blocks_are_docs_of_their_own() -> None:
    text = "Un accord est signé\nLe Kenya a salué le texte. Lima se tait."
    blocks = (Block(0, 19, BlockKind.TITLE), Block(20, len(text), BlockKind.PARAGRAPH))
    sentences = parse.parse(CleanText(text, blocks, (0,), (0,)), parse.load())
    assert [(s.text, s.index, s.block, s.kind) for s in sentences] == [
        ("Un accord est signé", 0, 0, BlockKind.TITLE),
        ("Le Kenya a salué le texte.", 1, 1, BlockKind.PARAGRAPH),
        ("Lima se tait.", 2, 1, BlockKind.PARAGRAPH),
    ]
    for sentence in sentences:
        start, end = sentence.chars(sentence.tokens[0], sentence.tokens[-1])
        assert text[start:end] == sentence.text


@pytest.mark.parametrize(
    "text",
    [
        "MM. Diop et Bâ ont vu S.E.M. Kane à Lomé.",
        "Le Pr. Awa Bâ et le Dr. Ly sont venus.",
        pytest.param(
            "Le gal. Diop a rencontré le col. Ly.",
            marks=pytest.mark.xfail(
                strict=True, reason="exceptions only for « Gal. » and « Col. »"
            ),
        ),
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert len(list(parse.sentence_spans(tokens(parse.load()(text))))) == 1


def test_a_conjunction_keeps_its_apostrophe_before_a_space() -> None:
    words = [token.text for token in parse.load()("Il ajoute qu' « il part lorsqu' on crie ».")]
    assert "qu'" in words
    assert "lorsqu'" in words


def test_inversion_is_one_word() -> None:
    words = [token.text for token in parse.load()("Le ministre a-t-il parlé ? dit-elle.")]
    assert "-t-il" in words
    assert "-elle" in words


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Le syndicat réclame une hausse.", "réclame", "réclamer"),
        ("Le parquet enquête sur la banque.", "enquête", "enquêter"),
        ("Les rebelles tuent deux soldats.", "tuent", "tuer"),
        ("Le Pérou rompt ses relations avec Quito.", "rompt", "rompre"),
        ("La justice écroue un ancien maire.", "écroue", "écrouer"),
        ("Le président limoge son ministre.", "limoge", "limoger"),
    ],
)
def test_present_forms_have_their_infinitive(text: str, form: str, lemma: str) -> None:
    word = next(token for token in tokens(parse.load()(text)) if token.text == form)
    assert (word.pos_, word.lemma_) == ("VERB", lemma)


def test_every_ending_of_a_regular_verb() -> None:
    lemmas = VerbLemmas(parse.load())
    forms = "e es e ons ez ent ais ait ions iez aient ai as a èrent erai era erons eront erait"
    assert {lemmas.infinitive(f"accus{ending}") for ending in forms.split()} - {"accuser"} <= {""}
