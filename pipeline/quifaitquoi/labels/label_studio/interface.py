"""The labelling interface: what a person may label, and the names of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from quifaitquoi.labels.gold import FACTUALITY, RESOURCES, SAME, SOURCE, TARGET, WHEN, WHERE
from quifaitquoi.records.actions import Factuality
from quifaitquoi.table import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Names of the interface's parts, to which results point; the text areas of a region are named by
#: the resources of its label.
LABELS: Final = "label"
TEXT: Final = "text"
NOTE: Final = "Note"

_ROLES: Final = (SOURCE, TARGET, WHEN, WHERE)
_CHOICES: Final = (
    f'  <Choices name="{FACTUALITY}" toName="{TEXT}" perRegion="true" whenTagName="{LABELS}"'
    f' whenLabelValue="{",".join(EVENT_TYPES)}">'
)


def labelling_interface() -> str:
    """The labelling interface, as XML to paste into a project's settings."""
    labels = [*RESOURCES, *EVENT_TYPES]
    lines = [
        "<View>",
        '  <Relations choice="single">',
        *(f"    <Relation value={quoteattr(role)}/>" for role in (*_ROLES, SAME)),
        "  </Relations>",
        f'  <Labels name="{LABELS}" toName="{TEXT}">',
        *(f"    <Label value={quoteattr(label)}/>" for label in labels),
        "  </Labels>",
        f'  <Text name="{TEXT}" value="$text" granularity="word"/>',
        *_text_areas(),
        _CHOICES,
        *(f"    <Choice value={quoteattr(value)}/>" for value in Factuality),
        "  </Choices>",
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _text_areas() -> Iterator[str]:
    for label, resource in RESOURCES.items():
        yield (
            f'  <TextArea name="{resource}" toName="{TEXT}" perRegion="true" whenTagName="{LABELS}"'
            f' whenLabelValue="{label}" editable="true" placeholder="{resource}"/>'
        )
    yield f'  <TextArea name="{NOTE}" toName="{TEXT}" perRegion="true" placeholder="{NOTE}"/>'
