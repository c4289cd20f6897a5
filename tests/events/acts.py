"""Actions, dates and places written in a line."""

from __future__ import annotations

from typing import Any

from quifaitquoi.records.actions import Argument, EventMention, EventType, Factuality
from quifaitquoi.records.actors import ActorMention, MentionForm, PlaceMention, Traits
from quifaitquoi.records.dates import DateMention


def argument(key: str) -> Argument:
    """A party named by its key, before which its number may stand: `3 A`."""
    number, _, name = key.rpartition(" ")
    count = int(number) if number.isdecimal() else 1
    key = name if number.isdecimal() else key
    traits = Traits(count=count)
    mention = ActorMention(0, 1, key, 0, 0, MentionForm.NAME, "test", (key,), traits)
    return Argument((key,), mention, "test")


def act(
    lemma: str,
    kind: EventType,
    said: str = "",
    *,
    sentence: int,
    **more: Any,  # noqa: ANN401 - fields of the record
) -> EventMention:
    """An action with the parties `A, B > C`, at an offset of its sentence's own."""
    sources, _, targets = said.partition(">")
    start = sentence * 100 + more.pop("start", 0)
    return EventMention(
        start=start,
        end=start + len(lemma),
        text=lemma,
        lemma=lemma,
        sentence=sentence,
        type=kind,
        factuality=more.pop("factuality", Factuality.ASSERTED),
        rule_id="action.test",
        sources=tuple(argument(key.strip()) for key in sources.split(",") if key.strip()),
        targets=tuple(argument(key.strip()) for key in targets.split(",") if key.strip()),
        **more,
    )


def parties(action: EventMention) -> str:
    """The parties as `act` takes them."""
    sides = (action.sources, action.targets)
    return " > ".join(", ".join(a.keys[0] for a in side) for side in sides)


def day(value: str, sentence: int, precision: str = "day", basis: str = "explicit") -> DateMention:
    """A date of a sentence; its value is its text."""
    return DateMention(
        sentence * 100 + 50, sentence * 100 + 60, value, value, value, value, precision, basis,
        "date.test", sentence,
    )  # fmt: skip


def place(name: str, country: str, sentence: int) -> PlaceMention:
    """A place of a sentence."""
    start = sentence * 100 + 70
    return PlaceMention(start, start + len(name), name, country, "place.test", sentence)
