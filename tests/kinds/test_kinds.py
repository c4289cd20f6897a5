"""Kinds of sentences that are easily read wrong: ten and more of each, each an article of its own.

The tables beside this file hold one kind a block: what it is, then its sentences with triggers in
brackets. Behind `=` stands for each bracket, separated by `|`, what must be found there; `&`
separates several events of one bracket, and `-` is none. An event is its type (of several, any),
its factuality if one is asked for, then `who`, `whom` (keys, `+` between them, of several any,
each with the country and the sector behind `/`; what is empty is not looked at), `when` and
`where`; `-` is nobody, nowhere, no day. A known miss has its reason behind `!`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.records.articles import Article
from tests.marks import missed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.records.events import Event, Participant
    from quifaitquoi.run.stages import Pipeline

#: A Wednesday; leaders are those in office on that day.
PUBLISHED: Final = "2024-05-15"
EACH: Final = 11


def blocks() -> Iterator[tuple[str, list[str]]]:
    """Each kind with its lines."""
    for table in sorted(Path(__file__).parent.glob("*.txt")):
        for block in table.read_text("utf-8").strip().split("\n\n"):
            kind, *lines = block.split("\n")
            yield kind, lines


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Kind, marked sentence, what is asked for and the reason of a known miss."""
    for kind, lines in blocks():
        for line in lines:
            marked, _, rest = line.partition(" = ")
            asked, _, reason = rest.partition("  ! ")
            yield kind, marked, asked, reason


CASES: Final = [
    pytest.param(
        marked,
        asked,
        id=f"{kind}-{marked}",
        marks=missed(reason),
    )
    for kind, marked, asked, reason in cases()
]


def plain(marked: str) -> tuple[str, list[int]]:
    """The sentence without its brackets, and where these triggers start."""
    starts = [at - 2 * n for n, at in enumerate(i for i, c in enumerate(marked) if c == "[")]
    return marked.replace("[", "").replace("]", ""), starts


@pytest.fixture(scope="session")
def found(loaded: Pipeline) -> dict[str, tuple[Event, ...]]:
    """Events of every sentence, by its text."""
    texts = {plain(marked)[0] for _, marked, _, _ in cases()}
    articles = [Article(text, text, published=PUBLISHED) for text in sorted(texts)]
    return {result.article.id: result.events for result in loaded.process_all(articles)}


@pytest.mark.model
@pytest.mark.parametrize(("marked", "asked"), CASES)
def test_kind(found: dict[str, tuple[Event, ...]], marked: str, asked: str) -> None:
    text, starts = plain(marked)
    for start, events in zip(starts, asked.split(" | "), strict=True):
        here = [event for event in found[text] if event.trigger_start == start]
        wanted = [] if events == "-" else events.split(" & ")
        told = [told_of(event, one) for event, one in zip(here, wanted, strict=False)]
        assert told == wanted
        assert len(here) == len(wanted)


def told_of(event: Event, asked: str) -> str:
    """What is asked of an event, with what the event has instead where it differs."""
    head, *rest = asked.split("; ")
    kinds, _, factuality = head.partition(" ")
    told = [
        kinds if event.event_type in kinds.split("|") else event.event_type,
        *([event.factuality] if factuality else []),
    ]
    return "; ".join([" ".join(told), *(_field(event, one) for one in rest)])


def _field(event: Event, asked: str) -> str:
    name, _, value = asked.partition(" ")
    if name in {"when", "where"}:
        return f"{name} {(event.event_date if name == 'when' else event.place) or '-'}"
    parties = event.sources if name == "who" else event.targets
    return asked if _are(parties, value) else f"{name} {' + '.join(map(_shown, parties)) or '-'}"


def _are(parties: Sequence[Participant], asked: str) -> bool:
    wanted = [] if asked == "-" else asked.split(" + ")
    return len(wanted) == len(parties) and all(
        any(_is(party, one) for party in parties) for one in wanted
    )


def _is(party: Participant, asked: str) -> bool:
    keys, country, sector = [*asked.split("/"), "", ""][:3]
    return (
        (not keys or party.key in keys.split("|"))
        and country in {"", party.country}
        and sector in {"", party.sector}
    )


def _shown(party: Participant) -> str:
    return f"{party.key}/{party.country}/{party.sector}"


def test_so_many_of_each_kind() -> None:
    assert all(len(lines) >= EACH for _, lines in blocks())
