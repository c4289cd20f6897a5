"""Brat standoff, line by line and without loss: `render(parse(text)) == text`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.records.errors import LocatedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class StandoffError(LocatedError):
    """Labels that cannot be read."""


@dataclass(frozen=True, slots=True)
class TextBound:
    """`T`: a label on the code points [start, end) of the raw file."""

    id: str
    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """`E`: a trigger and its arguments as (role, id of a text-bound label)."""

    id: str
    label: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """`N`: what a label refers to, an entry of a resource; its spaces are stored as `_`."""

    id: str
    target: str
    resource: str
    entry: str
    text: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """`A`: a property of a label; `value` is empty for one that is only there or not."""

    id: str
    name: str
    target: str
    value: str


@dataclass(frozen=True, slots=True)
class Equivalence:
    """`*`: labels that stand for one thing."""

    relation: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """`#`: a note that a person left in the editor."""

    id: str
    label: str
    target: str
    text: str


Annotation = TextBound | EventLine | Reference | Attribute | Equivalence | Comment

# A line of any other kind carries on the text of the one before, whose words run over a line end.
_STARTS: Final = re.compile(r"(?:[TENAR#]\d+|\*)\t")
_TEXT_BOUND: Final = re.compile(r"(T\d+)\t(\S+) (\d{1,9}) (\d{1,9})\t((?s:.*))")
_EVENT: Final = re.compile(r"(E\d+)\t([^\s:]+):(T\d+)((?: [^\s:]+:[TE]\d+)*)")
_REFERENCE: Final = re.compile(r"(N\d+)\tReference (T\d+) ([^\s:]+):(\S+)\t((?s:.*))")
_ATTRIBUTE: Final = re.compile(r"(A\d+)\t(\S+) ([TE]\d+)(?: (\S+))?")
_EQUIVALENCE: Final = re.compile(r"\*\t(\S+)((?: [TE]\d+)+)")
_COMMENT: Final = re.compile(r"(#\d+)\t(\S+) (\S+)\t((?s:.*))")


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Split a standoff file: line number, from 1, and text of every annotation."""
    started = 0
    held: list[str] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), start=1):
        if held and not _STARTS.match(line):
            held.append(line)
            continue
        if held:
            yield started, "\n".join(held)
        started, held = number, [line]
    if held:
        yield started, "\n".join(held)


def words_of(text: str, start: int, end: int) -> str:
    """Words of a label as its line shows them: a line end inside it is a space."""
    return " ".join(text[start:end].splitlines())


def parse(text: str, where: str = "standoff") -> list[Annotation]:
    """Annotations of a standoff file, in order.

    Raises StandoffError, naming `where` and the line, for anything else (relations and labels of
    several pieces are not part of the gold set's language).
    """
    return [parse_line(line, f"{where}:{number}") for number, line in lines_of(text)]


def parse_line(line: str, where: str) -> Annotation:
    """One annotation; raises StandoffError, naming `where`, for anything else."""
    if match := _TEXT_BOUND.fullmatch(line):
        return TextBound(match[1], match[2], int(match[3]), int(match[4]), match[5])
    if match := _EVENT.fullmatch(line):
        pairs = (argument.partition(":") for argument in match[4].split())
        arguments = tuple((role, target) for role, _, target in pairs)
        return EventLine(match[1], match[2], match[3], arguments)
    if match := _REFERENCE.fullmatch(line):
        return Reference(match[1], match[2], match[3], match[4].replace("_", " "), match[5])
    if match := _ATTRIBUTE.fullmatch(line):
        return Attribute(match[1], match[2], match[3], match[4] or "")
    if match := _EQUIVALENCE.fullmatch(line):
        return Equivalence(match[1], tuple(match[2].split()))
    if match := _COMMENT.fullmatch(line):
        return Comment(*match.groups())
    msg = f"{where}: not a line of brat standoff: {line}"
    raise StandoffError(msg)


def render(annotations: Iterable[Annotation]) -> str:
    """Text of a standoff file."""
    return "".join(f"{render_line(annotation)}\n" for annotation in annotations)


def render_line(annotation: Annotation) -> str:
    """One annotation as a line, without line end."""
    match annotation:
        case TextBound(id_, label, start, end, text):
            return f"{id_}\t{label} {start} {end}\t{text}"
        case EventLine(id_, label, trigger, arguments):
            roles = "".join(f" {role}:{target}" for role, target in arguments)
            return f"{id_}\t{label}:{trigger}{roles}"
        case Reference(id_, target, resource, entry, text):
            return f"{id_}\tReference {target} {resource}:{entry.replace(' ', '_')}\t{text}"
        case Attribute(id_, name, target, value):
            return f"{id_}\t{name} {target} {value}".rstrip()
        case Equivalence(relation, members):
            return f"*\t{relation} {' '.join(members)}"
        case Comment(id_, label, target, text):
            return f"{id_}\t{label} {target}\t{text}"
