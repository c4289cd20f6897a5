"""Date expressions to calendar values: what the text means (no spaCy, no clock)."""

from pipeline.resolve.resolver import resolve

__all__ = ["resolve"]
