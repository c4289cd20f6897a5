"""Interviews and letters: whose « je » an answer to a reporter's question is, or a whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.records.actors import ActorKind, MentionForm
from quifaitquoi.records.clean import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.actors.linking.people import Person
    from quifaitquoi.records.actors import ActorMention
    from quifaitquoi.syntax.sentence import Sentence

# So many paragraphs that are questions make an interview; longer ones ask by the way.
QUESTIONS: Final = 3
LONG: Final = 500
# A line that signs a letter is shorter.
SIGNATURE: Final = 80


class Interview:
    """The person who answers in each block of an article, if it is an interview."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: Sequence[ActorMention],
        persons: Mapping[int, Person],
    ) -> None:
        blocks = {s.block: (s.kind, s.doc.text.strip()) for s in sentences}
        asked = [
            block
            for block, (kind, written) in blocks.items()
            if kind is not BlockKind.TITLE and len(written) < LONG and written.endswith("?")
        ]
        self._blocks = [sentence.block for sentence in sentences]
        self._key = ""
        self._answers: frozenset[int] = frozenset()
        if len(asked) < QUESTIONS:
            return
        first = min(asked)
        named = [
            persons[m.start].key
            for m in mentions
            if m.form is MentionForm.NAME
            and m.traits.kind is ActorKind.PERSON
            and sentences[m.sentence].block <= first
        ]
        self._key = max(named, key=named.count, default="")
        self._answers = frozenset(block for block in blocks if block > first) - frozenset(asked)

    def answers(self, mention: ActorMention) -> str:
        """Key of the person who says a mention's sentence in answer to a question, or empty."""
        return self._key if self._blocks[mention.sentence] in self._answers else ""


def signatory(
    sentences: Sequence[Sentence],
    mentions: Sequence[ActorMention],
    persons: Mapping[int, Person],
) -> str:
    """Key of the person whose name, with a title at most, is the last line of a text, or empty."""
    last = max((sentence.block for sentence in sentences), default=-1)
    named = [
        m
        for m in mentions
        if sentences[m.sentence].block == last
        and m.form is MentionForm.NAME
        and m.traits.kind is ActorKind.PERSON
    ]
    if len(named) != 1:
        return ""
    written = sentences[named[0].sentence].doc.text.strip()
    return persons[named[0].start].key if len(written) < SIGNATURE else ""
