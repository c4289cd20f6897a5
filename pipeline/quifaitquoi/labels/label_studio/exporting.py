"""Annotations to tasks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.labels.gold import NO_EVENT
from quifaitquoi.labels.label_studio.interface import LABELS, NOTE, TEXT
from quifaitquoi.labels.standoff import (
    Attribute,
    Comment,
    Equivalence,
    EventLine,
    Reference,
    StandoffError,
    TextBound,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.labels.standoff import Annotation
    from quifaitquoi.records.actors import Actor

Task = dict[str, Any]
Result = dict[str, Any]

#: Whose predictions Label Studio says that drafted labels are.
_MODEL: Final = "quifaitquoi"


def to_label_studio(
    articles: Mapping[str, Sequence[Annotation]],
    texts: Mapping[str, str],
    actors: Mapping[str, Actor],
    *,
    drafted: bool = False,
) -> list[Task]:
    """Tasks of labelled articles, by id; `texts` are their raw texts.

    With `drafted` the labels are predictions, which a person accepts or corrects. A carriage return
    is shown as a space, so that offsets stay those of the raw file. Raises StandoffError for an
    article without text, or labels that `check_gold` would not let pass.
    """
    tasks = []
    for article_id, lines in articles.items():
        if article_id not in texts:
            msg = f"{article_id}: no article of this name"
            raise StandoffError(msg)
        text = texts[article_id]
        keys = {line.entry for line in lines if isinstance(line, Reference)}
        data = {
            "article_id": article_id,
            "text": text.replace("\r", " "),
            "actors": [
                {"key": a.key, "kind": str(a.kind), "country": a.country, "sector": a.sector}
                for key, a in sorted(actors.items())
                if key in keys
            ],
        }
        result = list(_Exporter(article_id, lines).results())
        labels = (
            {"predictions": [{"model_version": _MODEL, "result": result}]}
            if drafted
            else {"annotations": [{"result": result}]}
        )
        tasks.append({"data": data, **labels})
    return tasks


class _Exporter:
    """Results of one article, label by label."""

    def __init__(self, article_id: str, annotations: Sequence[Annotation]) -> None:
        self.article_id = article_id
        self.annotations = annotations
        self.bounds = {line.id: line for line in annotations if isinstance(line, TextBound)}
        # Events are known by the region of their trigger.
        self.triggers = {line.id: line.trigger for line in annotations if type(line) is EventLine}

    def results(self) -> Iterator[Result]:
        values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for line in self.annotations:
            match line:
                case TextBound():
                    yield self.region(line.id, "labels", LABELS, [line.label])
                case Reference():
                    values[line.target, line.resource].append(line.entry)
                case Comment():
                    values[self.region_of(line.target), NOTE].append(line.text)
                case Attribute() if line.name == NO_EVENT:
                    msg = f"{self.article_id}: {line.target} is marked wrong: such labels stay here"
                    raise StandoffError(msg)
                case Attribute():
                    id_ = self.region_of(line.target)
                    yield self.region(id_, "choices", line.name, [line.value])
                case EventLine():
                    for role, id_ in line.arguments:
                        yield self.relation(line.trigger, id_, role.rstrip("0123456789"))
                case Equivalence():
                    first, *others = map(self.region_of, line.members)
                    for other in others:
                        yield self.relation(first, other, line.relation)
        for (id_, name), entries in values.items():
            yield self.region(id_, "textarea", name, entries)

    def region_of(self, id_: str) -> str:
        return self.triggers.get(id_, id_)

    def region(self, id_: str, kind: str, name: str, values: list[str]) -> Result:
        if id_ not in self.bounds:
            msg = f"{self.article_id}: no label {id_}"
            raise StandoffError(msg)
        bound = self.bounds[id_]
        key = "text" if kind == "textarea" else kind
        value = {"start": bound.start, "end": bound.end, "text": bound.text, key: values}
        return {"id": id_, "type": kind, "from_name": name, "to_name": TEXT, "value": value}

    def relation(self, source: str, target: str, label: str) -> Result:
        return {
            "type": "relation",
            "from_id": source,
            "to_id": target,
            "direction": "right",
            "labels": [label],
        }
