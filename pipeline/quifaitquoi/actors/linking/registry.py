"""Actors of an article by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actors.gazetteer import phrases_of
from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import Actor, ActorKind

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.records.actors import ActorMention


class Registry:
    """The first description of a key stays."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.actors: dict[str, Actor] = {}
        self._lexicon = lexicon
        self._bodies = phrases_of(lexicon).bodies

    def add(self, actor: Actor) -> str:
        """Register an actor; its key."""
        self.actors.setdefault(actor.key, actor)
        return actor.key

    def state(self, country: str) -> str:
        """Register a country; its key."""
        return self.add(Actor(country, ActorKind.STATE, country, "GOV"))

    def called(self, key: str, noun: str) -> bool:
        """Whether a name of a body of the tables begins with this folded noun."""
        body = self._bodies.get(key)
        return body is not None and any(fold(form).startswith(noun + " ") for form in body.forms)

    def country(self, key: str) -> str:
        """Country of a body of the tables, or empty."""
        body = self._bodies.get(key)
        return body.country if body is not None else ""

    def known(self, key: str, mention: ActorMention, here: str = "") -> str:
        """Register a key that the tables or the mention's own words settle.

        `here` is the country of a body that each country has: « la CENI ».
        """
        traits = mention.traits
        if key in self._lexicon.countries:
            return self.state(key)
        body = self._bodies.get(key)
        if body is not None:
            own = here if body.kind is ActorKind.ORG else ""
            return self.add(Actor(key, body.kind, body.country or own, body.sector))
        kind = traits.kind or ActorKind.ORG
        return self.add(Actor(key, kind, next(iter(traits.countries), ""), traits.sector))
