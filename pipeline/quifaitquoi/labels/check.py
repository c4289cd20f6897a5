"""Is the gold set what gold/GUIDELINES.md says? Problems with file and line."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from quifaitquoi.labels.files import read_rows, read_standoff
from quifaitquoi.labels.gold import (
    ACTOR,
    ACTOR_COLUMNS,
    ACTORS_FILE,
    DATE,
    FACTUALITY,
    NO_EVENT,
    PLACE,
    RESOURCES,
    SAME,
    SOURCE,
    TARGET,
    WHEN,
    WHERE,
    is_role,
)
from quifaitquoi.labels.splits import SPLITS_FILE, check_splits
from quifaitquoi.labels.standoff import (
    Attribute,
    Equivalence,
    EventLine,
    Reference,
    StandoffError,
    TextBound,
    lines_of,
    parse_line,
    words_of,
)
from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.actors import SECTORS, ActorKind
from quifaitquoi.table import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from quifaitquoi.labels.standoff import Annotation


class Problem(NamedTuple):
    """Something wrong with a label; `line` is 1 for the first, 0 for the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


_EDTF_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ALPHA3: Final = re.compile("[A-Z]{3}")


def check_gold(folder: Path, texts: Mapping[str, str]) -> list[Problem]:
    """Problems of a gold folder, in order of file and line; none is the empty list.

    `texts` are the raw texts by article id. Checked: syntax, ids, offsets against the text, types
    and roles, keys against actors.csv, EDTF values, countries, one factuality per event, one date
    and place for the labels of a group, and that splits.csv, if any, names every article.
    """
    problems, keys = _check_actors(folder / ACTORS_FILE)
    labels = {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for path in sorted(folder.rglob("*.ann"))
    }
    for article_id, path in labels.items():
        checker = _Checker(path.relative_to(folder).as_posix(), texts.get(article_id), keys)
        try:
            problems.extend(checker.check(read_standoff(path)))
        except StandoffError as error:
            problems.append(Problem(checker.file, error.line, error.message))
    found = check_splits(folder / SPLITS_FILE, labels)
    return [*problems, *(Problem(SPLITS_FILE, line, message) for line, message in found)]


def edtf_bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF year, month, day or interval of two; None for anything else."""
    start, slash, end = value.partition("/")
    first = _days(start)
    last = _days(end) if slash else first
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _days(value: str) -> tuple[date, date] | None:
    match = _EDTF_DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _check_actors(path: Path) -> tuple[list[Problem], frozenset[str]]:
    if not path.is_file():
        return [Problem(path.name, 0, "missing")], frozenset()
    problems = []
    seen: set[str] = set()
    try:
        for line, row in read_rows(path, ACTOR_COLUMNS):
            wrong = [
                (not row["key"], "an actor without a key"),
                (row["key"] in seen, f"duplicate key: {row['key']}"),
                (row["kind"] not in tuple(ActorKind), f"unknown kind: {row['kind']}"),
                (row["sector"] not in {"", *SECTORS}, f"unknown sector: {row['sector']}"),
                (
                    bool(row["country"]) and not _ALPHA3.fullmatch(row["country"]),
                    f"not an ISO alpha-3 code: {row['country']}",
                ),
            ]
            seen.add(row["key"])
            problems += [Problem(path.name, line, text) for bad, text in wrong if bad]
    except StandoffError as error:
        problems.append(Problem(path.name, error.line, error.message))
    return problems, frozenset(seen)


class _Checker:
    """Checks one file; `text` is None where the article is missing."""

    def __init__(self, file: str, text: str | None, keys: frozenset[str]) -> None:
        self.file = file
        self.text = text
        self.keys = keys
        self.lines: list[tuple[int, Annotation]] = []
        self.bounds: dict[str, TextBound] = {}
        self.events: dict[str, EventLine] = {}
        self.entries: defaultdict[str, list[str]] = defaultdict(list)
        self.factualities: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def check(self, standoff: str) -> list[Problem]:
        if self.text is None:
            return [Problem(self.file, 0, "no article of this name")]
        self.read(standoff)
        checks: dict[type, Callable[..., Iterator[str]]] = {
            TextBound: self.bound,
            EventLine: self.event,
            Reference: self.reference,
            Attribute: self.attribute,
            Equivalence: self.equivalence,
        }
        for number, annotation in self.lines:
            if check := checks.get(type(annotation)):
                self.problems += [Problem(self.file, number, text) for text in check(annotation)]
        self.overlaps()
        return sorted(self.problems)

    def read(self, standoff: str) -> None:
        ids: Counter[str] = Counter()
        for number, line in lines_of(standoff):
            if "\n" in line:
                self.problems.append(Problem(self.file, number, f"runs over the line end: {line}"))
            try:
                annotation = parse_line(line, "")
            except StandoffError:
                self.problems.append(Problem(self.file, number, f"not brat standoff: {line}"))
                continue
            self.lines.append((number, annotation))
            if not isinstance(annotation, Equivalence):
                ids[annotation.id] += 1
                if ids[annotation.id] == 2:
                    self.problems.append(Problem(self.file, number, f"second {annotation.id}"))
            match annotation:
                case TextBound():
                    self.bounds[annotation.id] = annotation
                case EventLine():
                    self.events[annotation.id] = annotation
                case Reference():
                    self.entries[annotation.target].append(annotation.entry)
                case Attribute() if annotation.name == FACTUALITY:
                    self.factualities[annotation.target] += 1

    def bound(self, bound: TextBound) -> Iterator[str]:
        words = words_of(self.text or "", bound.start, bound.end)
        if words != bound.text or not bound.text:
            yield f"{bound.id} is « {words} » in the article, not « {bound.text} »"
        if bound.text != bound.text.strip():
            yield f"{bound.id} starts or ends with white space"
        entries = self.entries[bound.id]
        if bound.label in RESOURCES:
            # A region of several states is a place without a country.
            missing = not entries and bound.label != PLACE
            if missing or (bound.label != ACTOR and len(entries) > 1):
                yield f"{bound.id}, {bound.label}, has {len(entries)} values"
        elif bound.label not in EVENT_TYPES:
            yield f"unknown type: {bound.label}"
        elif sum(event.trigger == bound.id for event in self.events.values()) != 1:
            yield f"{bound.id} is not the trigger of exactly one event"

    def event(self, event: EventLine) -> Iterator[str]:
        trigger = self.bounds.get(event.trigger)
        if trigger is None or trigger.label != event.label:
            yield f"{event.id}: its trigger {event.trigger} is not labelled {event.label}"
        for role, count in Counter(role for role, _ in event.arguments).items():
            if count > 1:
                yield f"{event.id} has {count} times the role {role}"
        for role, id_ in event.arguments:
            label = _label_of(role)
            if not label:
                yield f"{event.id}: unknown role: {role}"
            elif id_ not in self.bounds or self.bounds[id_].label != label:
                yield f"{event.id}: {role} {id_} is not a label {label}"
        if self.factualities[event.id] != 1:
            yield f"{event.id} has {self.factualities[event.id]} factualities"

    def reference(self, reference: Reference) -> Iterator[str]:
        bound = self.bounds.get(reference.target)
        if bound is None or RESOURCES.get(bound.label) != reference.resource:
            yield f"{reference.id}: {reference.resource} does not belong to {reference.target}"
        elif bound.label == DATE and edtf_bounds(reference.entry) is None:
            yield f"{reference.id}: not an EDTF date: {reference.entry}"
        elif bound.label == ACTOR and reference.entry not in self.keys:
            yield f"{reference.id}: not in {ACTORS_FILE}: {reference.entry}"
        elif bound.label == PLACE and not _ALPHA3.fullmatch(reference.entry):
            yield f"{reference.id}: not an ISO alpha-3 code: {reference.entry}"

    def attribute(self, attribute: Attribute) -> Iterator[str]:
        values = {FACTUALITY: tuple(map(str, Factuality)), NO_EVENT: ("",)}
        if attribute.value not in values.get(attribute.name, ()):
            yield f"unknown attribute: {attribute.name} {attribute.value}"
        if attribute.target not in self.events:
            yield f"{attribute.id}: no event {attribute.target}"

    def equivalence(self, same: Equivalence) -> Iterator[str]:
        if same.relation != SAME:
            yield f"unknown relation: {same.relation}"
        if len(set(same.members)) < 2:
            yield "a group needs two events"
        for id_ in same.members:
            if id_ not in self.events:
                yield f"no event {id_}"
        groups = [line for _, line in self.lines if isinstance(line, Equivalence)]
        for id_ in same.members:
            if sum(id_ in group.members for group in groups) > 1:
                yield f"{id_} is in two groups"
        events = [self.events[id_] for id_ in same.members if id_ in self.events]
        for role in (WHEN, WHERE):
            values = {self.value(event, role) for event in events}
            if len(values) > 1:
                found = ", ".join(sorted(value or "none" for value in values))
                yield f"{' '.join(same.members)} differ in {role}: {found}"

    def value(self, event: EventLine, role: str) -> str:
        ids = [id_ for name, id_ in event.arguments if name == role]
        return self.entries[ids[0]][0] if ids and self.entries[ids[0]] else ""

    def overlaps(self) -> None:
        bounds = [(number, line) for number, line in self.lines if isinstance(line, TextBound)]
        dates = sorted((b.start, b.end, number) for number, b in bounds if b.label == DATE)
        for before, after in pairwise(dates):
            if after[0] < before[1]:
                self.problems.append(Problem(self.file, after[2], "date overlaps another"))
        triggers = Counter((b.label, b.start, b.end) for _, b in bounds if b.label not in RESOURCES)
        for number, b in bounds:
            if triggers[b.label, b.start, b.end] > 1:
                self.problems.append(Problem(self.file, number, f"two {b.label} on one trigger"))


def _label_of(role: str) -> str:
    if is_role(role, SOURCE) or is_role(role, TARGET):
        return ACTOR
    return {WHEN: DATE, WHERE: PLACE}.get(role, "")
