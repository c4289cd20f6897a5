"""Sentences in the notation of tests/actions/notation.py read up to who is meant, without model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc

from quifaitquoi.actors import linking, reading
from quifaitquoi.actors import mentions as actors
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon import leaders
from quifaitquoi.records.clean import BlockKind
from quifaitquoi.syntax.sentence import Sentence
from quifaitquoi.syntax.tokens import tokens
from tests.actions.notation import parsed

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.records.actors import Actor, ActorMention

#: Names that stand in trees for two words and more.
NAMES: Final = {
    "OKELLO": "Okello* flat:name(Mugisha)",
    "PAUL": "Paul* flat:name(Atieno)",
    "AWA": "Awa* flat:name(Traoré)",
}


@cache
def _tables() -> tuple[ActorLexicon, Leaders]:
    return tables.load(), leaders.load()


def meant(
    written: str, taught: ActorLexicon | None = None
) -> tuple[list[ActorMention], dict[str, Actor]]:
    """Mentions and actors of an article, a sentence a line, by the tables or by `taught`.

    A line that begins with `¶` begins a paragraph, one with `#` is the title.
    """
    for name, words in NAMES.items():
        written = written.replace(name, words)
    blocks: list[list[str]] = []
    for line in map(str.strip, written.strip().splitlines()):
        if not blocks or line.startswith("¶") or blocks[-1][0].startswith("#"):
            blocks.append([])
        blocks[-1].append(line)
    sentences: list[Sentence] = []
    offset = 0
    for number, block in enumerate(blocks):
        kind = BlockKind.TITLE if block[0].startswith("#") else BlockKind.PARAGRAPH
        docs = [parsed(line.lstrip("#¶ ")) for line in block]
        doc = Doc.from_docs(docs, ensure_whitespace=True)
        assert doc is not None
        first = 0
        for part in docs:
            end = first + len(part)
            sentences.append(
                Sentence(tokens(doc), first, end, offset, len(sentences), number, kind)
            )
            first = end
        offset += len(doc.text) + 1
    lexicon, known = _tables()
    lexicon = taught or lexicon
    found, clues = actors.find(reading.read(sentences, lexicon), lexicon, known)
    resolved, who = linking.resolve(found, clues, sentences, lexicon, known)
    return list(resolved), who
