"""Records: their fields, and nothing else."""

from __future__ import annotations

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
    actor = Actor("TGO", ActorKind.STATE)
    assert not hasattr(actor, "__dict__")
    with pytest.raises(AttributeError):
        setattr(actor, "mood", "good")  # noqa: B010 - what the type checker forbids
