"""The date and the place that a trigger itself governs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from spacy.tokens import Token

    from pipeline.records import Sentence


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Mention = TypeVar("Mention", bound=_Spanned)


def governed(
    trigger: Token, sentence: Sentence, mentions: Sequence[Mention], triggers: Container[int]
) -> Mention | None:
    """The first of the mentions (of this sentence) whose nearest trigger upwards is this one."""
    for mention in mentions:
        token = _head(sentence, mention)
        if token is not None and _nearest(token, triggers) == trigger:
            return mention
    return None


def _head(sentence: Sentence, mention: _Spanned) -> Token | None:
    span = sentence.span.doc.char_span(
        mention.start - sentence.offset, mention.end - sentence.offset, alignment_mode="expand"
    )
    return None if span is None else span.root


def _nearest(token: Token, triggers: Container[int]) -> Token | None:
    current = token
    while True:
        if current.i in triggers:
            return current
        if current.head == current:
            return None
        current = current.head
