"""Tasks to annotations."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from quifaitquoi.labels.gold import ACTOR, ACTOR_COLUMNS, FACTUALITY, RESOURCES, SAME
from quifaitquoi.labels.label_studio.interface import NOTE
from quifaitquoi.labels.standoff import (
    Annotation,
    Attribute,
    Comment,
    Equivalence,
    EventLine,
    Reference,
    StandoffError,
    TextBound,
    words_of,
)
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.table import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import UnionType

    from quifaitquoi.labels.label_studio.exporting import Result, Task

_T = TypeVar("_T")

# How much of what stands at the place of something else is shown.
_SHOWN: Final = 40
#: The kind of note that brat's editor leaves.
_NOTE_LABEL: Final = "AnnotatorNotes"


def from_label_studio(
    tasks: Iterable[Task], texts: Mapping[str, str]
) -> tuple[dict[str, list[Annotation]], dict[str, Actor]]:
    """Labels by article and actors by key of tasks as Label Studio exports them (JSON, not MIN).

    Labels are numbered anew. Keys that the person typed are no actors yet: `check_gold` names them.
    A task that nobody finished has no labels, whatever the machine predicted: see `unfinished`.
    Raises StandoffError for a task that holds several finished annotations, whose words are not
    those of `texts` at its offsets, or that is no task of `to_label_studio`.
    """
    articles: dict[str, list[Annotation]] = {}
    actors: dict[str, Actor] = {}
    met: set[str] = set()
    for number, task in enumerate(tasks, start=1):
        try:
            data = _field(task, "data", dict)
            article_id = str(_field(data, "article_id", str | int))
            if article_id not in texts:
                msg = f"{article_id}: no article of this name"
                raise StandoffError(msg)
            if article_id in met:
                msg = f"{article_id}: a second task"
                raise StandoffError(msg)
            met.add(article_id)
            results = _results(article_id, task)
            if results is None:
                continue
            articles[article_id] = _Importer(article_id, texts[article_id], results).annotations()
            for row in _field(data, "actors", list) if "actors" in data else ():
                values = {name: _field(row, name, str) for name in ACTOR_COLUMNS}
                if values["kind"] not in tuple(ActorKind):
                    msg = f"{article_id}: unknown kind: {values['kind']}"
                    raise StandoffError(msg)
                actors[row["key"]] = Actor(
                    values["key"], ActorKind(values["kind"]), values["country"], values["sector"]
                )
        except StandoffError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            what = f"no {error}" if isinstance(error, KeyError) else error
            msg = f"task {number} is not as to_label_studio writes it: {what}"
            raise StandoffError(msg) from error
    return articles, actors


def read_tasks(text: str) -> list[Task]:
    """Tasks of a JSON file; raises StandoffError for anything but a list of objects."""
    try:
        content = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise StandoffError(msg) from error
    if not isinstance(content, list) or not all(isinstance(task, dict) for task in content):
        msg = "not a list of Label Studio tasks"
        raise StandoffError(msg)
    return content


def unfinished(tasks: Iterable[Task]) -> list[str]:
    """Articles of the tasks that nobody has labelled: untouched, skipped or cancelled ones."""
    return [str(task["data"]["article_id"]) for task in tasks if not _done(task)]


def _done(task: Task) -> list[dict[str, Any]]:
    given = _field(task, "annotations", list) if "annotations" in task else ()
    return [one for one in given if not one.get("was_cancelled")]


def _field(holder: Any, name: str, kind: type[_T] | UnionType) -> _T:  # noqa: ANN401 - any JSON
    """A field of a JSON object; ValueError, naming it, where it is none or of another kind."""
    found = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(found, kind):
        msg = f"{name} is {json.dumps(found)[:_SHOWN]}"
        raise ValueError(msg)
    return found


def _results(article_id: str, task: Task) -> list[Result] | None:
    """Results of the one annotation that a person finished; None where there is none."""
    done = _done(task)
    if len(done) > 1:
        msg = f"{article_id}: {len(done)} annotations, expected one: leave only one in the file"
        raise StandoffError(msg)
    return list(_field(done[0], "result", list)) if done else None


class _Importer:
    """Annotations of one task."""

    def __init__(self, article_id: str, text: str, results: list[Result]) -> None:
        self.article_id = article_id
        self.text = text
        self.regions: dict[str, Result] = {}
        self.ids: dict[str, str] = {}
        self.values: dict[tuple[str, str], list[str]] = {}
        self.relations: list[tuple[str, str, str]] = []
        for one in results:
            match one["type"]:
                case "labels":
                    self.regions[one["id"]] = _field(one, "value", dict)
                    self.ids[one["id"]] = f"T{len(self.ids) + 1}"
                case "textarea" | "choices" as kind:
                    entries = one["value"]["text" if kind == "textarea" else kind]
                    entries = [entries] if isinstance(entries, str) else entries
                    # A tab or line end would end the line of brat standoff that it goes into.
                    self.values[one["id"], one["from_name"]] = [
                        " ".join(e.split()) for e in entries
                    ]
                case "relation":
                    from_id, to_id = one["from_id"], one["to_id"]
                    if one.get("direction") == "left":
                        from_id, to_id = to_id, from_id
                    self.relations.append((from_id, to_id, (one.get("labels") or [""])[0]))

    def annotations(self) -> list[Annotation]:
        bounds = [self.bound(id_, value) for id_, value in self.regions.items()]
        triggers = [id_ for id_, value in self.regions.items() if value["labels"][0] in EVENT_TYPES]
        events = {id_: f"E{number}" for number, id_ in enumerate(triggers, start=1)}
        return [
            *bounds,
            *self.references(),
            *(self.event(id_, event) for id_, event in events.items()),
            *self.factualities(events),
            *self.groups(events),
            *self.notes(events),
        ]

    def bound(self, id_: str, value: Mapping[str, Any]) -> TextBound:
        start, end = (_field(value, name, int) for name in ("start", "end"))
        if not 0 <= start < end <= len(self.text):
            msg = f"{self.article_id}: {start}:{end} is not within the article"
            raise StandoffError(msg)
        words = words_of(self.text, start, end)
        shown = value.get("text")
        if isinstance(shown, str) and shown.split() != words.split():
            msg = f"{self.article_id}: {start}:{end} is « {words} » in the article, not « {shown} »"
            raise StandoffError(msg)
        labels = _field(value, "labels", list)
        if len(labels) != 1:
            msg = f"{self.article_id}: {words} has {len(labels)} labels, expected one"
            raise StandoffError(msg)
        (label,) = labels
        return TextBound(self.ids[id_], label, start, end, words)

    def references(self) -> Iterator[Reference]:
        number = 0
        for id_, value in self.regions.items():
            label = value["labels"][0]
            for entry in self.values.get((id_, RESOURCES.get(label, "")), ()):
                number += 1
                # As in brat, an actor shows its key, anything else its words.
                words = (
                    entry if label == ACTOR else words_of(self.text, value["start"], value["end"])
                )
                yield Reference(f"N{number}", self.ids[id_], RESOURCES[label], entry, words)

    def event(self, id_: str, event: str) -> EventLine:
        counts: Counter[str] = Counter()
        arguments = []
        for from_id, to_id, role in self.roles():
            if from_id == id_:
                counts[role] += 1
                rank = counts[role]
                arguments.append((role if rank == 1 else f"{role}{rank}", self.ids[to_id]))
        label = self.regions[id_]["labels"][0]
        return EventLine(event, label, self.ids[id_], tuple(arguments))

    def roles(self) -> Iterator[tuple[str, str, str]]:
        """Relations of a trigger with a party, date or place, from whichever end they are drawn."""
        for from_id, to_id, role in self.relations:
            if role == SAME:
                continue
            ends = [self.regions[id_] for id_ in (from_id, to_id)]
            triggers = [end["labels"][0] in EVENT_TYPES for end in ends]
            if sum(triggers) != 1:
                words = " and ".join(words_of(self.text, end["start"], end["end"]) for end in ends)
                msg = f"{self.article_id}: {role} must join a trigger with another label: {words}"
                raise StandoffError(msg)
            yield (from_id, to_id, role) if triggers[0] else (to_id, from_id, role)

    def factualities(self, events: Mapping[str, str]) -> Iterator[Attribute]:
        for number, (id_, event) in enumerate(events.items(), start=1):
            for value in self.values.get((id_, FACTUALITY), ()):
                yield Attribute(f"A{number}", FACTUALITY, event, value)

    def groups(self, events: Mapping[str, str]) -> Iterator[Equivalence]:
        members: dict[str, list[str]] = {}
        for from_id, to_id, role in self.relations:
            if role == SAME:
                joined = members.get(from_id, [from_id]) + members.get(to_id, [to_id])
                joined = list(dict.fromkeys(joined))
                members.update(dict.fromkeys(joined, joined))
        for group in {id(group): group for group in members.values()}.values():
            yield Equivalence(SAME, tuple(event for id_, event in events.items() if id_ in group))

    def notes(self, events: Mapping[str, str]) -> Iterator[Comment]:
        found = [
            (id_, text)
            for (id_, name), texts in self.values.items()
            if name == NOTE
            for text in texts
        ]
        for number, (id_, text) in enumerate(found, start=1):
            yield Comment(f"#{number}", _NOTE_LABEL, events.get(id_, self.ids[id_]), text)
