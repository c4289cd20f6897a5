"""Finding of date expressions: what the text says, before any calendar (see resolve)."""

from pipeline.dates.finder import find

__all__ = ["find"]
