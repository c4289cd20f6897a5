"""Finding of date expressions: what the text says, before any calendar (see `calendar`)."""

from quifaitquoi.dates.finder import find

__all__ = ["find"]
