"""Any bytes through articles -> clean -> dates: no crash, no hang, offsets that hold.

    pip install atheris
    python -m fuzz.target -runs=100000 -timeout=10 -max_len=4096 CORPUS_FOLDER

Atheris is no dependency of the project and this is no part of its checks; tests/properties runs
the same check on what hypothesis thinks of. The first byte chooses the kind of file.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import spacy

from quifaitquoi import clean, dates
from quifaitquoi.articles import read
from quifaitquoi.dates import calendar
from quifaitquoi.lexicon.dates import load
from quifaitquoi.records.articles import Article
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from quifaitquoi.records.clean import CleanText

SUFFIXES: Final = (".txt", ".html", ".jsonl")
PUBLISHED: Final = "2024-05-15"


def check(data: bytes, folder: Path) -> int:
    """Read bytes as a file of `folder`; the number of articles. Raises AssertionError."""
    path = folder / f"a{SUFFIXES[data[0] % len(SUFFIXES)] if data else '.txt'}"
    path.write_bytes(data[1:])
    found = list(read(path, published=PUBLISHED))
    for entry in found:
        if isinstance(entry, Article):
            _check_article(entry)
        else:
            assert entry.reason, entry
    return len(found)


def _check_article(article: Article) -> None:
    cleaned = clean.clean(article)
    places = [cleaned.raw_span(at, at + 1) for at in range(len(cleaned.text))]
    ends = 0
    for start, end in places:
        assert 0 <= start < end <= len(article.text), (start, end)
        # A repaired sequence of two characters may stand for two.
        assert end >= ends, (end, ends)
        ends = end
    last = 0
    for block in cleaned.blocks:
        assert last <= block.start < block.end <= len(cleaned.text), block
        assert "\n" not in cleaned.text[block.start : block.end], block
        last = block.end
    for dropped in cleaned.dropped:
        assert 0 <= dropped.start < dropped.end <= len(article.text), dropped
        assert dropped.rule_id, dropped
    expressions = dates.find(tuple(_sentences(cleaned)), load())
    for mention in calendar.resolve(expressions, article.published):
        assert cleaned.text[mention.start : mention.end] == mention.text, mention
        first, final = (date.fromisoformat(day) for day in (mention.date_start, mention.date_end))
        assert first <= final, mention


def _sentences(cleaned: CleanText) -> Iterator[Sentence]:
    nlp = _blank()
    index = 0
    for number, block in enumerate(cleaned.blocks):
        doc = nlp(cleaned.text[block.start : block.end])
        for span in doc.sents:
            first, end = span.start, span.end
            yield Sentence(tokens(doc), first, end, block.start, index, number, block.kind)
            index += 1


@cache
def _blank() -> Language:
    """Words and rough sentences without a model, which is not what is tested here."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    return nlp


def main() -> None:
    """Fuzz until the number of runs that the command line gives."""
    import atheris

    _blank()
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup(sys.argv, lambda data: check(data, Path(folder)) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
