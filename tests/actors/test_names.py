"""Name shapes, without a parser: hand-built Docs and the shipped tables."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quifaitquoi.actors import mentions as actors
from quifaitquoi.actors import reading
from quifaitquoi.actors.mentions.names import usual_capitals
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon import leaders
from quifaitquoi.records.actors import ActorKind, ActorMention, MentionForm
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens
from tests.actions import notation

VOCAB = Vocab()
LEXICON = tables.load()


def sentence(
    words: list[str],
    pos: list[str],
    heads: list[int],
    deps: list[str],
    morphs: list[str] | None = None,
) -> Sentence:
    """A one-sentence block; heads are token positions."""
    doc = Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps, morphs=morphs)
    return Sentence(tokens(doc), 0, len(doc), 0, 0, 0, BlockKind.PARAGRAPH)


def found(*sentences: Sentence) -> tuple[ActorMention, ...]:
    mentions, _ = actors.find(reading.read(sentences, LEXICON), LEXICON, leaders.load())
    return mentions


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("Faure GNASSINGBÉ", "Faure Gnassingbé"),
        ("Amina N'DIAYE", "Amina N’Diaye"),
        ("J.-P. KONÉ", "J.-P. Koné"),
        ("Mariam Traoré", "Mariam Traoré"),
        ("Pape NDiaye", "Pape Ndiaye"),
        ("Fatou MBaye", "Fatou Mbaye"),
        ("Fiona McNeil", "Fiona McNeil"),
    ],
)
def test_usual_capitals(written: str, usual: str) -> None:
    assert usual_capitals(written) == usual


def test_title_and_name_are_one_mention_headed_by_the_title() -> None:
    s = sentence(
        ["Le", "ministre", "gabonais", "Zéphirin", "Moukala", "arrive", "."],
        ["DET", "NOUN", "ADJ", "PROPN", "PROPN", "VERB", "PUNCT"],
        [1, 5, 1, 1, 3, 5, 5],
        ["det", "nsubj", "amod", "appos", "flat:name", "ROOT", "punct"],
    )
    person = next(m for m in found(s) if m.traits.kind is ActorKind.PERSON)
    assert person.text == "Zéphirin Moukala"
    assert person.head == s.tokens[1].idx
    assert person.form is MentionForm.NAME
    assert person.traits.countries == ("GAB",)
    assert person.traits.sector == "GOV"
    assert person.traits.subject
    assert person.traits.main
    assert (person.traits.start, person.traits.end) == (0, s.tokens[4].idx + len("Moukala"))


def test_sentence_initial_capital_is_no_person() -> None:
    s = sentence(
        ["Cependant", "rien", "ne", "change", "."],
        ["ADV", "PRON", "ADV", "VERB", "PUNCT"],
        [3, 3, 3, 3, 3],
        ["advmod", "nsubj", "advmod", "ROOT", "punct"],
    )
    assert found(s) == ()


def test_river_is_no_state() -> None:
    s = sentence(
        ["Le", "fleuve", "Niger", "déborde", "."],
        ["DET", "NOUN", "PROPN", "VERB", "PUNCT"],
        [1, 3, 1, 3, 3],
        ["det", "nsubj", "nmod", "ROOT", "punct"],
    )
    assert found(s) == ()


def test_longest_country_name_wins() -> None:
    s = sentence(
        ["La", "Guinée", "équatoriale", "proteste", "."],
        ["DET", "PROPN", "ADJ", "VERB", "PUNCT"],
        [1, 3, 1, 3, 3],
        ["det", "nsubj", "amod", "ROOT", "punct"],
    )
    assert [m.keys for m in found(s)] == [("GNQ",)]


def test_ambiguous_country_follows_the_article() -> None:
    brazzaville = sentence(
        ["Brazzaville", "proteste", "."], ["PROPN", "VERB", "PUNCT"], [1, 1, 1],
        ["nsubj", "ROOT", "punct"],
    )  # fmt: skip
    congo = sentence(
        ["Le", "Congo", "proteste", "."], ["DET", "PROPN", "VERB", "PUNCT"], [1, 2, 2, 2],
        ["det", "nsubj", "ROOT", "punct"],
    )  # fmt: skip
    assert {m.keys for m in found(brazzaville, congo)} == {("COG",)}


def test_compound_demonym_gives_both_countries() -> None:
    s = sentence(
        ["Un", "accord", "ivoiro-malien", "existe", "."],
        ["DET", "NOUN", "ADJ", "VERB", "PUNCT"],
        [1, 3, 1, 3, 3],
        ["det", "nsubj", "amod", "ROOT", "punct"],
    )
    (mention,) = found(s)
    assert mention.form is MentionForm.DEMONYM
    assert mention.keys == ("CIV", "MLI")


def test_amount_governs_the_group() -> None:
    s = sentence(
        ["Une", "dizaine", "de", "manifestants", "attendent", "."],
        ["DET", "NOUN", "ADP", "NOUN", "VERB", "PUNCT"],
        [1, 4, 3, 1, 4, 4],
        ["det", "nsubj", "case", "nmod", "ROOT", "punct"],
        ["", "", "", "Number=Plur", "", ""],
    )
    (mention,) = found(s)
    assert mention.text == "manifestants"
    assert mention.head == s.tokens[1].idx
    assert mention.traits.count == 0


@pytest.mark.parametrize("word", ["faut", "convient"])
def test_impersonal_il_is_no_mention(word: str) -> None:
    lemma = {"faut": "falloir", "convient": "convenir"}[word]
    doc = Doc(
        VOCAB, words=["Il", word, "attendre", "."], pos=["PRON", "VERB", "VERB", "PUNCT"],
        heads=[1, 1, 1, 1], deps=["nsubj", "ROOT", "xcomp", "punct"],
        lemmas=["il", lemma, "attendre", "."],
    )  # fmt: skip
    assert found(Sentence(tokens(doc), 0, len(doc), 0, 0, 0, BlockKind.PARAGRAPH)) == ()


def test_unknown_acronym_with_its_name() -> None:
    s = sentence(
        ["Le", "Mouvement", "patriotique", "du", "Lac", "(", "MPLX", ")", "proteste", "."],
        ["DET", "NOUN", "ADJ", "ADP", "PROPN", "PUNCT", "PROPN", "PUNCT", "VERB", "PUNCT"],
        [1, 8, 1, 4, 1, 6, 1, 6, 8, 8],
        ["det", "nsubj", "amod", "case", "nmod", "punct", "appos", "punct", "ROOT", "punct"],
    )
    names = [m for m in found(s) if m.rule_id == "actor.body"]
    assert {m.traits.key for m in names} == {"MPLX"}
    assert names[0].traits.kind is ActorKind.ORG


@pytest.mark.parametrize(
    ("verb", "noun", "name", "whole"),
    [("zubrer", "corruption", "charging", False), ("accuser", "zubre", "of_posts", True)],
)
def test_whose_a_last_complement_is(verb: str, noun: str, name: str, *, whole: bool) -> None:
    tree = notation.read(f"nsubj(Il) zubre={verb}+pres* obj(le ministre nmod(de {noun})) .")
    words = LEXICON.words(name) | {verb, noun}
    taught = replace(LEXICON, classes={**LEXICON.classes, name: words})
    for lexicon, held in ((LEXICON, not whole), (taught, whole)):
        read = reading.read([notation.sentence(tree)], lexicon)
        mentions, _ = actors.find(read, lexicon, leaders.load())
        assert (f"ministre de {noun}" in [mention.text for mention in mentions]) is held
