"""Descriptions by kind, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actors.linking.groups import Groups
from quifaitquoi.actors.linking.office_holders import Holders
from quifaitquoi.actors.linking.organisations import Bodies
from quifaitquoi.actors.linking.owners import owner_of
from quifaitquoi.records.actors import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quifaitquoi.actors.linking.naming import Naming
    from quifaitquoi.actors.linking.salience import CountrySalience
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.records.actors import ActorMention


class Descriptions:
    """Resolves descriptions against the article's persons, places and earlier mentions."""

    def __init__(self, store: Store, naming: Naming, countries: CountrySalience) -> None:
        self._bodies = Bodies(store, countries, naming.lexicon)
        self._groups = Groups(store, naming, countries)
        self._holders = Holders(store, naming, countries)
        self.named = self._bodies.named

    def keys(self, mention: ActorMention, here: Sequence[ActorMention]) -> tuple[str, ...]:
        """Keys of a description, or none when nobody can be named.

        `here` are the resolved mentions of its sentence.
        """
        kind = mention.traits.kind
        owner = owner_of(mention, here)
        if kind is ActorKind.STATE:
            return self._bodies.state(mention, here, owner.keys)
        if kind is ActorKind.FORCE:
            return self._bodies.force(mention, here, owner)
        if kind is ActorKind.PERSON:
            return self._holders.keys(mention, owner)
        if kind in (ActorKind.GROUP, ActorKind.ORG):
            if not owner and (named := self._bodies.again(mention)):
                return named
            return self._groups.keys(mention, owner)
        return self._bodies.bare(mention, owner.keys) or self._bodies.made(mention, owner.keys)
