"""Sentences: the parser's, without those that split one in the middle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import BaseDefaults
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from quifaitquoi.syntax.boundaries import TITLES, sentence_spans
from quifaitquoi.syntax.tokens import tokens

VOCAB = create_vocab("xx", BaseDefaults)


def split(text: str) -> list[str]:
    """Sentences of words parted by spaces, where `|` stands where the parser begins a sentence."""
    words, starts, fresh = [], [], True
    for word in text.split(" "):
        if word == "|":
            fresh = True
            continue
        words.append(word)
        starts.append(fresh)
        fresh = False
    doc = Doc(VOCAB, words=words, sent_starts=starts)
    return [doc[start:end].text for start, end in sentence_spans(tokens(doc))]


@pytest.mark.parametrize(
    "text",
    [
        "Il part . | Elle reste .",
        "Il part ! | Elle reste .",
        "Il part ? | Elle reste .",
        "Il part … | Elle reste .",
        "Il part etc. | Elle reste .",
        "Il dit : | Elle reste .",
        "« Il part . » | Elle reste .",
        "( Il part . ) | Elle reste .",
        "Il « part » | Elle reste .",
        "Il part ! | elle reste .",
    ],
)
def test_two_sentences(text: str) -> None:
    assert split(text) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Le président | Alassane Ouattara part .",
        "Il part . | , dit-elle .",
        "Il part ! | , dit-elle .",
        "Il part . | elle reste .",
        "Il part | » , dit-elle .",
        "( Il part | ) et revient .",
        "M. | Diop part .",
        "Le discours de A . | Diop plaît .",
        "Le gal. | Diop part .",
        "Il ( part ) | Elle reste .",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text.replace(" |", "")]


@pytest.mark.parametrize("title", sorted(TITLES))
def test_titles_end_no_sentence(title: str) -> None:
    assert len(split(f"Le {title} | Diop part .")) == 1


def test_nothing_has_no_sentence() -> None:
    assert list(sentence_spans(tokens(Doc(VOCAB)))) == []


@given(st.lists(st.sampled_from(["Il", "part", ".", ",", "»", "|", "M.", "!", ":", "\n"])))
def test_sentences_join_to_the_text(parts: list[str]) -> None:
    words = [part for part in parts if part != "|"]
    starts = [i == 0 for i in range(len(words))]
    position = 0
    for part in parts:
        if part == "|" and position < len(words):
            starts[position] = True
        position += part != "|"
    doc = Doc(VOCAB, words=words, sent_starts=starts)
    spans = sentence_spans(tokens(doc))
    assert [i for start, end in spans for i in range(start, end)] == list(range(len(doc)))
