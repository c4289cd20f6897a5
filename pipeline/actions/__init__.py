"""Sentences, dates and actors to action mentions: trigger, type, factuality, arguments."""

from pipeline.actions.finder import find

__all__ = ["find"]
