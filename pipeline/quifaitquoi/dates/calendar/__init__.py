"""Date expressions to calendar values: what the text means (no spaCy, no clock)."""

from quifaitquoi.dates.calendar.resolver import resolve

__all__ = ["resolve"]
