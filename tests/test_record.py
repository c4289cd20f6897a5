"""Records: their fields, and nothing else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from quifaitquoi.records.actors import Actor, ActorKind
from quifaitquoi.records.record import record


@record
class _Found:
    """A thing and where it was found."""

    name: str
    places: tuple[int, ...] = ()


def test_a_record_is_what_its_fields_are() -> None:
    assert _Found("a", (1, 2)) == _Found("a", (1, 2)) != _Found("a")
    assert len({_Found("a"), _Found("a"), _Found("b")}) == 2
    assert repr(_Found("a")) == "_Found(name='a', places=())"


def test_a_record_holds_nothing_else() -> None:
    found = _Found("a")
    assert not hasattr(found, "__dict__")
    with pytest.raises(AttributeError):
        setattr(found, "mood", "good")  # noqa: B010 - what the type checker forbids


def test_what_users_are_given_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Actor("TGO", ActorKind.STATE), "country", "GHA")  # noqa: B010 - as above
