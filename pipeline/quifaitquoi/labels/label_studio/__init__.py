"""Labels to Label Studio's JSON and back, without loss.

A label is a region of the text; a date's value, an actor's keys, a place's country and a note are
text areas of their region, factuality is a choice of the trigger's. An event is the region of its
trigger with relations to its arguments; relations named `Same` join the mentions of one event.
"""

from quifaitquoi.labels.label_studio.exporting import Task, to_label_studio
from quifaitquoi.labels.label_studio.importing import from_label_studio, read_tasks, unfinished
from quifaitquoi.labels.label_studio.interface import labelling_interface

__all__ = [
    "Task",
    "from_label_studio",
    "labelling_interface",
    "read_tasks",
    "to_label_studio",
    "unfinished",
]
