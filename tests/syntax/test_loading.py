"""What is loaded before the first article, and what is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quifaitquoi.syntax import model as parse

IMPORTS = """
import sys
import quifaitquoi.syntax.model, spacy
assert not any(name.startswith("spacy.cli") for name in sys.modules)
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli import app
assert {"info", "train"} <= {one.name for one in app.registered_commands}
"""


def test_the_command_line_of_spacy_is_there_when_it_is_asked_for() -> None:
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)  # noqa: S603 - our own program


@pytest.mark.model
def test_no_list_of_all_words() -> None:
    nlp = parse.load()
    assert len(nlp.vocab.strings) < 500_000  # the model has 700,000
    assert nlp.vocab.lookups.tables == []


@pytest.mark.model
def test_a_new_word_is_asked_for_what_is_read_of_it() -> None:
    found = parse.load().tokenizer("Nouvellissime")[0].lex
    assert (found.norm_, found.prefix_, found.suffix_, found.shape_) == (
        "nouvellissime", "N", "ime", "Xxxxx",
    )  # fmt: skip
    assert not found.is_title  # which is not
