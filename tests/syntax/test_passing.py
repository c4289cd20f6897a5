"""Words met in passing are forgotten; nothing that was read changes, and nobody misses a word."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, cast

import pytest

from quifaitquoi.records.articles import Article
from quifaitquoi.run.stages import Pipeline
from quifaitquoi.syntax import model as parse
from quifaitquoi.syntax.model import passing
from tests.syntax.test_batches import clean_text, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from quifaitquoi.records.clean import CleanText

#: Names in letters, which no text has twice.
NUMBERS = "".maketrans("0123456789", "abcdefghij")


def text_of(number: int) -> str:
    name = f"Z{number}q".translate(NUMBERS)
    return (
        f"Le ministre {name.title()} a reçu mardi l'ambassadeur {name.title()}ien à {name}ville. "
        f"Jean-{name.title()} {name}era les {name}ements du Kenya, a-t-il déclaré."
    )


pytestmark = pytest.mark.model
TEXTS = [clean_text((text_of(number), "Le Togo condamne le coup d'État.")) for number in range(40)]


@pytest.fixture(scope="module")
def expected(loaded: Pipeline) -> list[Any]:
    """What a model reads that forgets nothing."""
    return one_by_one(TEXTS, loaded.nlp)


@pytest.fixture(scope="module")
def forgetful(expected: list[Any]) -> Iterator[Language]:
    """A model that forgets after some words, and makes its table anew after some more."""
    assert expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passing, "KEPT", 1)
        patch.setattr(passing, "PASSING", 100)
        patch.setattr(passing, "FORGOTTEN", 500)
        patch.setattr(passing, "MET", 3_000)
        yield parse.load.__wrapped__()


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many strings there were after each time that words were forgotten."""
    sizes: list[int] = []
    forget = passing.Passing._forget

    def counted(self: passing.Passing) -> None:
        forget(self)
        sizes.append(len(self._strings))

    monkeypatch.setattr(passing.Passing, "_forget", counted)
    return sizes


def one_by_one(texts: list[CleanText], nlp: Language) -> list[Any]:
    return [shown(parse.parse(text, nlp)) for text in texts]


def test_what_is_read_stays_the_same_and_memory_too(
    expected: list[Any], forgetful: Language, forgotten: list[int]
) -> None:
    vectors: Any = forgetful.vocab.vectors
    lemmas: Any = forgetful.get_pipe("quifaitquoi_lemmas")
    assert one_by_one(TEXTS, forgetful) == expected
    joined, known = len(vectors.joined), len(lemmas.known)
    assert len(forgotten) > 5
    assert max(forgotten) - forgotten[1] < 30  # features of verbs stay, as they are met
    for _ in range(3):
        assert one_by_one(TEXTS, forgetful) == expected
    assert len(vectors.joined) <= joined + 5
    assert len(lemmas.known) < known + 100
    assert len(forgetful.vocab) < 3_200  # of which the model's own are 2,500
    assert "Zaq" not in forgetful.vocab.strings


def test_nothing_is_forgotten_while_somebody_reads(
    expected: list[Any],
    forgetful: Language,
    forgotten: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parse, "BATCH_SIZE", 6)
    one, other = parse.parse_all(TEXTS, forgetful), parse.parse_all(TEXTS[::-1], forgetful)
    first = [shown(next(one))]
    forgotten.clear()
    second = []
    for mine, theirs in zip(one, other, strict=False):
        first.append(shown(mine))
        second.append(shown(theirs))
    assert not forgotten
    assert first == expected
    assert second == expected[:0:-1]
    del one, other
    parse.parse(TEXTS[0], forgetful)
    assert len(forgotten) == 1


def test_threads_that_meet_the_same_words_read_the_same(
    expected: list[Any], forgetful: Language
) -> None:
    passing._passing[forgetful]._forget()
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(one_by_one, [TEXTS] * 4, [forgetful] * 4))
    finally:
        sys.setswitchinterval(usual)
    assert found == [expected] * 4


def test_a_reader_that_stops_midway_or_fails_holds_nothing(
    forgetful: Language, forgotten: list[int]
) -> None:
    read = parse.parse_all(TEXTS, forgetful)
    next(read)
    del read
    broken = cast("Any", [TEXTS[0], None])
    with pytest.raises(AttributeError):
        list(parse.parse_all(broken, forgetful))
    forgotten.clear()
    one_by_one(TEXTS[:8], forgetful)
    assert forgotten


def test_what_the_api_gave_outlives_the_words(
    loaded: Pipeline, forgetful: Language, forgotten: list[int]
) -> None:
    ours = Pipeline(forgetful, loaded.tables)
    articles = [
        Article(str(number), text_of(number), published="2024-03-15") for number in range(9)
    ]
    given = [found for article in articles for found in ours.process_all([article])]
    shown_first = list(map(repr, given))
    analysis = ours.analyse(articles[0])
    forgotten.clear()
    one_by_one(TEXTS, forgetful)
    assert forgotten
    assert list(map(repr, given)) == shown_first
    assert analysis.sentences[0].tokens[2].text == "Zaq"
    assert [word.lemma_ for word in analysis.sentences[0].tokens[:2]] == ["le", "ministre"]


def test_another_pipeline_than_ours_keeps_its_words() -> None:
    import spacy

    nlp = spacy.blank("fr")
    with passing.reading(nlp):
        doc = nlp("Zxcvbnq parle.")
    assert doc[0].text == "Zxcvbnq"
    assert not nlp.vocab.in_memory_zone
