"""The types of acts by name, for tests that speak of some."""

from quifaitquoi.lexicon.types import shipped

TYPES = shipped()
