"""Sentences looked up in the tables: what the finders of actors and of places start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quifaitquoi.actors import toponyms
from quifaitquoi.actors.gazetteer import Hit, phrases_of
from quifaitquoi.syntax.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quifaitquoi.actors.toponyms import Toponym
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.sentence import Sentence


class Read(NamedTuple):
    """A sentence, the forms of the tables in it, and how its place names are used, by start."""

    view: View
    hits: tuple[Hit, ...]
    toponyms: Mapping[int, Toponym]


def read(sentences: Iterable[Sentence], lexicon: ActorLexicon) -> list[Read]:
    """Each sentence of an article, looked up."""
    phrases = phrases_of(lexicon)
    found = []
    for view in map(View, sentences):
        hits = tuple(phrases.find(view))
        found.append(Read(view, hits, toponyms.read(view, hits, lexicon)))
    return found
