"""Paragraphs read up to who is meant, for tests."""

from collections.abc import Sequence

from quifaitquoi.actors import linking, reading
from quifaitquoi.actors import mentions as actors
from quifaitquoi.lexicon import actors as tables
from quifaitquoi.lexicon import leaders
from quifaitquoi.records.actors import Actor, ActorMention
from quifaitquoi.records.clean import Block, BlockKind, CleanText
from quifaitquoi.syntax import model as parse


def resolved(
    *paragraphs: str, outlet: str = ""
) -> tuple[tuple[ActorMention, ...], dict[str, Actor]]:
    text = "\n".join(paragraphs)
    blocks = []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), BlockKind.PARAGRAPH))
        start += len(paragraph) + 1
    clean = CleanText(text, tuple(blocks), (0,), (0,))
    sentences = parse.parse(clean, parse.load())
    lexicon = tables.load()
    persons_known = leaders.load()
    mentions, clues = actors.find(reading.read(sentences, lexicon), lexicon, persons_known)
    return linking.resolve(mentions, clues, sentences, lexicon, persons_known, outlet)


def keys(mentions: Sequence[ActorMention], text: str) -> tuple[str, ...]:
    """Keys of the last mention with these words."""
    return [m.keys for m in mentions if m.text == text][-1]
