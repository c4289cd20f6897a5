"""Mentions of actors: names, offices, groups, demonyms, pronouns, possessives."""

from __future__ import annotations

from quifaitquoi.actors.mentions.finder import find

__all__ = ["find"]
