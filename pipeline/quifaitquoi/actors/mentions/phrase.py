"""The record of a noun phrase that the finders fill in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.lexicon.actors import ActorLexicon


@dataclass(slots=True)
class Nominal:
    """Tokens of a noun phrase, read by the tables of `lexicon`.

    [noun, noun_end) is the noun of the tables, [start, end) the phrase with determiner and
    complements, `label` the first token after determiner and number; `station` the end of the
    place of a post that follows; `speaks` tells a noun outside the tables that is somebody.
    """

    lexicon: ActorLexicon
    start: int
    label: int
    noun: int
    noun_end: int
    end: int
    hit: Hit | None
    inner: list[Hit] = field(default_factory=list)
    count: int = 1
    definite: bool = True
    determined: bool = False
    demonstrative: bool = False
    owner: int = -1
    amount: int = -1
    complement: int = -1
    station: int = -1
    one: bool = False
    speaks: bool = False
