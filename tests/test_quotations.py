"""Where a text quotes, without the model."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quifaitquoi.actors.linking.quotations import Quotations
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens

VOCAB = Vocab()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Il dit : « oui » , puis part .", ["« oui »"]),
        ("« A “ b ” c » et « d »", ["« A “ b ” c »", "« d »"]),
        ("Il dit « oui", ["« oui"]),
        ('Un " mot " et rien', ['" mot "']),
        ("Rien .", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    doc = Doc(VOCAB, words=text.split())
    found = Quotations([Sentence(tokens(doc), 0, len(doc), 10, 0, 0, BlockKind.PARAGRAPH)])
    spans = dict.fromkeys(filter(None, map(found.at, range(10 + len(text)))))
    assert [text[start - 10 : end - 10].strip() for start, end in spans] == quoted
