"""How what the rooms hand on is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Record = TypeVar("Record")


@dataclass_transform(frozen_default=True)
def record(cls: type[Record]) -> type[Record]:
    """A dataclass with slots that nobody changes once it is made; for what rooms hand on.

    The type checker sees to that: one that is frozen at run time takes six times as long to make,
    and an article has a thousand of them. What is given or loaded (articles and their text,
    settings, tables), and what users of the API are given of an article (its events, actors and
    scene) is `@dataclass(frozen=True, slots=True)`, which nobody can change.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
