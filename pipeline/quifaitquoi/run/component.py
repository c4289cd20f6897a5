"""One thin spaCy component over the same stages, for any French pipeline with a parser.

`nlp.add_pipe("quifaitquoi", config={"published": "2024-03-03"})` sets `doc._.events`, a list of
Event, and the span groups `dates`, `actors` and `actions`. The text of the Doc is the raw text:
nothing is cleaned away, and offsets are those of the Doc. It may take any time and length:
limits are of a run.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from quifaitquoi.articles.metadata import iso_date
from quifaitquoi.records.actions import Codes, EventType, Factuality
from quifaitquoi.records.articles import Article
from quifaitquoi.records.events import Event, Participant
from quifaitquoi.run.docs import read_doc
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quifaitquoi.run.stages import Analysis

NAME: Final = "quifaitquoi"
SPANS: Final = ("dates", "actors", "actions")


def get_events(doc: Doc) -> list[Event]:
    """The events that the component found; empty for a Doc that it has not seen.

    Raises ValueError for one that was stored without them.
    """
    if NAME not in doc.user_data and all(name in doc.spans for name in SPANS):
        msg = "this Doc was stored without its events: write it with DocBin(store_user_data=True)"
        raise ValueError(msg)
    return [_event(dict(values)) for values in doc.user_data.get(NAME, ())]


for _name, _how in (
    ("events", {"getter": get_events}),
    ("published", {"default": ""}),
    ("source", {"default": ""}),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, **_how)


@Language.factory(
    NAME,
    default_config={"published": "", "source": "", "rules": None},
    requires=["token.lemma", "token.pos", "token.morph", "token.dep", "token.head"],
    assigns=["doc._.events", "doc.spans"],
)
def make_component(
    nlp: Language, name: str, published: str, source: str, rules: str | None
) -> Component:
    """The component. `published`, ISO 8601, dates the texts, `source` is their outlet.

    `doc._.published` and `doc._.source`, where they are set before the component runs, hold for
    their Doc alone. `rules` is a folder of tables. Raises ValueError for a date that is none,
    LexiconError for a table that cannot be used.
    """
    return Component(nlp, name, published, source, rules)


class Component:
    """Finds events in a parsed Doc; annotations of others stay as they are."""

    def __init__(
        self, nlp: Language, name: str, published: str, source: str, rules: str | None
    ) -> None:
        self.name = name
        self.published = iso_date(published) if published else ""
        self.source = source
        self._pipeline = Pipeline.over(nlp, Path(rules) if rules else None)
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.events` and the span groups; raises ValueError for a Doc without parse."""
        if not doc.has_annotation("DEP"):
            msg = f"{self.name} needs a dependency parse: add it after a parser"
            raise ValueError(msg)
        published = iso_date(doc._.published) if doc._.published else self.published
        cleaned, sentences = read_doc(doc, self._repair)
        source = doc._.source or self.source
        article = Article("text", doc.text, published=published, source=source)
        found = self._pipeline.read(article, cleaned, sentences)
        doc.user_data[NAME] = [_plain(event) for event in found.events]
        for group, spans in zip(SPANS, (_dates, _actors, _actions), strict=True):
            doc.spans[group] = list(spans(doc, found))
        return doc

    @cached_property
    def _repair(self) -> Callable[[Doc], Doc] | None:
        """The repair of verbs, by the tables of the French models' lemmatizer.

        Asked for with the first Doc, since a pipeline that is read from disk has its tables last.
        """
        if not self._nlp.has_pipe("lemmatizer"):
            return None
        return self._nlp.create_pipe("quifaitquoi_repair")


def _dates(doc: Doc, found: Analysis) -> Iterator[Span]:
    for date in found.dates:
        yield _span(doc, date.start, date.end, "DATE", date.value, date.rule_id)


def _actors(doc: Doc, found: Analysis) -> Iterator[Span]:
    for mention in found.mentions:
        for key in mention.keys:
            kind = found.actors[key].kind
            yield _span(doc, mention.start, mention.end, kind, key, mention.rule_id)


def _actions(doc: Doc, found: Analysis) -> Iterator[Span]:
    for event in found.events:
        start, end = event.trigger_start, event.trigger_end
        yield _span(doc, start, end, event.event_type, event.event_id, event.rule_id)


def _span(doc: Doc, start: int, end: int, label: str, key: str, rule_id: str) -> Span:
    span = doc.char_span(
        start, end, str(label), kb_id=key, span_id=rule_id, alignment_mode="expand"
    )
    if span is None:
        msg = f"no token at {start}:{end}"
        raise ValueError(msg)
    return span


def _plain(event: Event) -> dict[str, Any]:
    """An event that spaCy can write to disk or send to another process with its Doc."""
    values = asdict(event)
    return values | {
        "event_type": [str(event.event_type), *event.event_type.codes],
        "factuality": str(event.factuality),
        "sources": _plain_parties(event.sources),
        "targets": _plain_parties(event.targets),
    }


def _plain_parties(parties: Iterable[Participant]) -> list[dict[str, str]]:
    return [asdict(party) for party in parties]


def _event(values: dict[str, Any]) -> Event:
    name, *codes = values["event_type"]
    return Event(
        **values
        | {
            "event_type": EventType(name, Codes(*codes)),
            "factuality": Factuality(values["factuality"]),
            "sources": tuple(Participant(**party) for party in values["sources"]),
            "targets": tuple(Participant(**party) for party in values["targets"]),
        }
    )
