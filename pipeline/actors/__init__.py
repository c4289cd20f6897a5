"""Mentions of actors: names, offices, groups, demonyms, pronouns, possessives."""

from __future__ import annotations

from pipeline.actors.finder import find

__all__ = ["find"]
