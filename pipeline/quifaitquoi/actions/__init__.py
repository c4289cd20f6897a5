"""Sentences, dates and actors to action mentions: trigger, type, factuality, arguments."""

from quifaitquoi.actions.finder import find

__all__ = ["find"]
