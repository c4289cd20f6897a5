"""Sentences, dates and actors to action mentions: trigger, type, factuality, arguments."""

from quifaitquoi.actions.finder import find, offers
from quifaitquoi.actions.scene import find_scene
from quifaitquoi.actions.trace import trace

__all__ = ["find", "find_scene", "offers", "trace"]
