"""Typed labels of an article: gold in the terms of GUIDELINES.md instead of brat's."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from quifaitquoi.labels.files import read_rows, read_standoff, read_text
from quifaitquoi.labels.splits import read_splits
from quifaitquoi.labels.standoff import (
    Attribute,
    Comment,
    Equivalence,
    EventLine,
    Reference,
    StandoffError,
    TextBound,
    parse,
    render,
)
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.table import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from quifaitquoi.labels.standoff import Annotation

DATE: Final = "Date"
ACTOR: Final = "Actor"
PLACE: Final = "Place"
# The resource in which a label of each kind looks up what it refers to.
RESOURCES: Final = {DATE: "EDTF", ACTOR: "Actor", PLACE: "Country"}
SOURCE: Final = "Source"
TARGET: Final = "Target"
WHEN: Final = "When"
WHERE: Final = "Where"
FACTUALITY: Final = "Factuality"
#: Of an event label that was judged not to be one.
NO_EVENT: Final = "Wrong"
NOTE: Final = "AnnotatorNotes"
SAME: Final = "Same"
ACTORS_FILE: Final = "actors.csv"
ACTOR_COLUMNS: Final = ("key", "kind", "country", "sector")


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date expression at raw offsets [start, end) with its EDTF value."""

    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldParticipant:
    """A mention at raw offsets [start, end) and the keys of the actors it stands for."""

    start: int
    end: int
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place name at raw offsets [start, end) and its country, ISO alpha-3; empty for a region.

    The guidelines give a place its country where it lies in one: le Sahel has none.
    """

    start: int
    end: int
    text: str
    country: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event label; its trigger stands at raw offsets [start, end).

    Labels of one event in an article have the same positive `group`; 0 is a group of its own.
    """

    type: str
    start: int
    end: int
    trigger: str
    factuality: Factuality
    sources: tuple[GoldParticipant, ...] = ()
    targets: tuple[GoldParticipant, ...] = ()
    when: GoldDate | None = None
    where: GoldPlace | None = None
    group: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The labels of one article; `wrong` were judged not to be events of their type."""

    article_id: str
    dates: tuple[GoldDate, ...]
    events: tuple[GoldEvent, ...]
    wrong: tuple[GoldEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold folder: its articles by id, its actors by key, the split of each article by id."""

    articles: Mapping[str, GoldArticle]
    actors: Mapping[str, Actor]
    splits: Mapping[str, str] = field(default_factory=dict)


def read_gold(folder: Path) -> Gold:
    """Every `*.ann` file of a folder and its subfolders, its actors.csv, and splits.csv if any.

    Raises StandoffError for a file that is not what gold/README.md describes, and
    FileNotFoundError for a folder without labels. `check_gold` says more.
    """
    paths = sorted(folder.rglob("*.ann"))
    if not paths:
        msg = f"no .ann file in {folder}"
        raise FileNotFoundError(msg)
    articles = {}
    for path in paths:
        article_id = path.relative_to(folder).with_suffix("").as_posix()
        labels = parse(read_standoff(path), str(path))
        articles[article_id] = article_of(article_id, labels, str(path))
    return Gold(articles, read_actors(folder / ACTORS_FILE), read_splits(folder, articles))


def read_actors(path: Path) -> dict[str, Actor]:
    """Actors by key; raises StandoffError, with file and line, for an unknown kind."""
    actors = {}
    for line, row in read_rows(path, ACTOR_COLUMNS):
        if row["kind"] not in tuple(ActorKind):
            raise StandoffError(f"unknown kind: {row['kind']}", path, line)
        actors[row["key"]] = Actor(
            row["key"], ActorKind(row["kind"]), row["country"], row["sector"]
        )
    return actors


def raw_texts(folder: Path) -> dict[str, str]:
    """Texts of the UTF-8 `.txt` files of a folder and its subfolders, by article id."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): read_text(path)
        for path in sorted(folder.rglob("*.txt"))
    }


def article_of(article_id: str, annotations: Iterable[Annotation], where: str = "") -> GoldArticle:
    """Typed labels of the annotations of one article.

    Raises StandoffError, naming `where` or else the article, where they lack one.
    """
    return _Reader(article_id, annotations, where or article_id).article()


class _Reader:
    """Looks up by id what the lines of one file point to."""

    def __init__(self, article_id: str, annotations: Iterable[Annotation], where: str) -> None:
        self.article_id = article_id
        self.where = where
        self.bounds: dict[str, TextBound] = {}
        self.events: list[EventLine] = []
        self.references: defaultdict[str, list[str]] = defaultdict(list)
        self.factuality: dict[str, str] = {}
        self.groups: dict[str, int] = {}
        self.wrong: set[str] = set()
        self.notes: dict[str, str] = {}
        same = 0
        for annotation in annotations:
            match annotation:
                case TextBound():
                    self.bounds[annotation.id] = annotation
                case EventLine():
                    self.events.append(annotation)
                case Reference():
                    self.references[annotation.target].append(annotation.entry)
                case Attribute() if annotation.name == FACTUALITY:
                    self.factuality[annotation.target] = annotation.value
                case Attribute() if annotation.name == NO_EVENT:
                    self.wrong.add(annotation.target)
                case Comment():
                    self.notes[annotation.target] = annotation.text
                case Equivalence():
                    same += 1
                    self.groups.update(dict.fromkeys(annotation.members, same))

    def article(self) -> GoldArticle:
        dates = [self.date(id_) for id_, bound in self.bounds.items() if bound.label == DATE]
        events, wrong = (
            tuple(self.event(line) for line in self.events if (line.id in self.wrong) is is_wrong)
            for is_wrong in (False, True)
        )
        return GoldArticle(self.article_id, tuple(dates), events, wrong)

    def event(self, line: EventLine) -> GoldEvent:
        trigger = self.bound(line.trigger)
        roles = line.arguments
        when = [self.date(id_) for role, id_ in roles if role == WHEN]
        where = [self.place(id_) for role, id_ in roles if role == WHERE]
        if line.label not in EVENT_TYPES:
            msg = f"{self.where}: {line.id}: {line.label!r} is no type of event"
            raise StandoffError(msg)
        try:
            factuality = Factuality(self.factuality.get(line.id, ""))
        except ValueError as error:
            given = self.factuality.get(line.id, "")
            msg = f"{self.where}: {line.id}: {given!r} is no factuality"
            raise StandoffError(msg) from error
        return GoldEvent(
            line.label,
            trigger.start,
            trigger.end,
            trigger.text,
            factuality,
            tuple(self.participant(id_) for role, id_ in roles if is_role(role, SOURCE)),
            tuple(self.participant(id_) for role, id_ in roles if is_role(role, TARGET)),
            when[0] if when else None,
            where[0] if where else None,
            self.groups.get(line.id, 0),
            self.notes.get(line.id, ""),
        )

    def bound(self, id_: str) -> TextBound:
        if id_ not in self.bounds:
            msg = f"{self.where}: no label {id_}"
            raise StandoffError(msg)
        return self.bounds[id_]

    def entry(self, id_: str) -> str:
        if not self.references[id_]:
            msg = f"{self.where}: {id_} has no value"
            raise StandoffError(msg)
        return self.references[id_][0]

    def date(self, id_: str) -> GoldDate:
        bound = self.bound(id_)
        return GoldDate(bound.start, bound.end, bound.text, self.entry(id_))

    def place(self, id_: str) -> GoldPlace:
        bound = self.bound(id_)
        country = next(iter(self.references[id_]), "")
        return GoldPlace(bound.start, bound.end, bound.text, country)

    def participant(self, id_: str) -> GoldParticipant:
        bound = self.bound(id_)
        return GoldParticipant(bound.start, bound.end, bound.text, tuple(self.references[id_]))


def is_role(role: str, name: str) -> bool:
    """Whether a role is `name` or its second, third, ...: Source, Source2, Source3."""
    number = role.removeprefix(name)
    return role.startswith(name) and (not number or number.isdecimal())


def write_gold(articles: Iterable[GoldArticle], actors: Iterable[Actor], folder: Path) -> None:
    """Write one `.ann` file per article and actors.csv, as `read_gold` reads them."""
    for article in articles:
        path = folder / f"{article.article_id}.ann"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(annotations_of(article)), encoding="utf-8", newline="\n")
    write_actors(actors, folder / ACTORS_FILE)


def write_actors(actors: Iterable[Actor], path: Path) -> None:
    """Write actors.csv, by key, as `read_actors` reads it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(ACTOR_COLUMNS)
        for actor in sorted(actors, key=lambda actor: actor.key):
            writer.writerow((actor.key, actor.kind, actor.country, actor.sector))


def annotations_of(article: GoldArticle) -> list[Annotation]:
    """Annotations of one article: dates, events each after its labels, groups."""
    return list(_Writer().article(article))


class _Writer:
    """Numbers labels; the same words with the same meaning are labelled once."""

    def __init__(self) -> None:
        self.bounds = 0
        self.references = 0
        self.attributes = 0
        self.notes = 0
        self.known: dict[tuple[str, int, int, tuple[str, ...]], str] = {}

    def article(self, article: GoldArticle) -> Iterator[Annotation]:
        for date in article.dates:
            yield from self.label(DATE, date.start, date.end, date.text, (date.value,))
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for number, event in enumerate((*article.events, *article.wrong), start=1):
            if event.group:
                groups[event.group].append(f"E{number}")
            yield from self.event(number, event)
            if number > len(article.events):
                yield Attribute(f"A{self.attribute()}", NO_EVENT, f"E{number}", "")
            if event.note:
                self.notes += 1
                yield Comment(f"#{self.notes}", NOTE, f"E{number}", event.note)
        for _, members in sorted(groups.items()):
            yield Equivalence(SAME, tuple(members))

    def event(self, number: int, event: GoldEvent) -> Iterator[Annotation]:
        self.bounds += 1
        trigger = f"T{self.bounds}"
        yield TextBound(trigger, event.type, event.start, event.end, event.trigger)
        roles: list[tuple[str, str]] = []
        for name, participants in ((SOURCE, event.sources), (TARGET, event.targets)):
            for rank, one in enumerate(participants, start=1):
                yield from self.label(ACTOR, one.start, one.end, one.text, one.keys)
                role = name if rank == 1 else f"{name}{rank}"
                roles.append((role, self.known[ACTOR, one.start, one.end, one.keys]))
        if when := event.when:
            yield from self.label(DATE, when.start, when.end, when.text, (when.value,))
            roles.append((WHEN, self.known[DATE, when.start, when.end, (when.value,)]))
        if where := event.where:
            entries = (where.country,) if where.country else ()
            yield from self.label(PLACE, where.start, where.end, where.text, entries)
            roles.append((WHERE, self.known[PLACE, where.start, where.end, entries]))
        yield EventLine(f"E{number}", event.type, trigger, tuple(roles))
        yield Attribute(f"A{self.attribute()}", FACTUALITY, f"E{number}", event.factuality)

    def attribute(self) -> int:
        """The number of the next attribute."""
        self.attributes += 1
        return self.attributes

    def label(
        self, label: str, start: int, end: int, text: str, entries: tuple[str, ...]
    ) -> Iterator[Annotation]:
        identity = (label, start, end, entries)
        if identity in self.known:
            return
        self.bounds += 1
        self.known[identity] = f"T{self.bounds}"
        yield TextBound(f"T{self.bounds}", label, start, end, text)
        for entry in entries:
            self.references += 1
            # brat shows the text of an entry: for an actor its key, else the words themselves.
            shown = entry if label == ACTOR else text
            yield Reference(
                f"N{self.references}", f"T{self.bounds}", RESOURCES[label], entry, shown
            )
