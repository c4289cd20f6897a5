"""Who the mentions of an article are: keys for names, descriptions, pronouns and possessives."""

from __future__ import annotations

from quifaitquoi.actors.linking.resolver import resolve

__all__ = ["resolve"]
