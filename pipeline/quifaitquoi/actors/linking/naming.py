"""How the key of an actor without a name is written: adjectives and complements."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.actors import fold
from quifaitquoi.records.actors import ActorKind, MentionForm, MentionSort

if TYPE_CHECKING:
    from quifaitquoi.actors.linking.owners import Owner
    from quifaitquoi.actors.linking.store import Store
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.records.actors import ActorMention

# Before these letters « le » and « de » are elided.
VOWELS: Final = frozenset("aeiouyh")
OF: Final = re.compile(r"\s+(?:du|des|de (?:la |l['’])?|d['’])\s*(?:\w+ )?$")
NAMED_BODIES: Final = frozenset({ActorKind.ORG, ActorKind.IGO})


class Naming:
    """Writes keys with the words of the tables, and names as the article has introduced them."""

    def __init__(self, lexicon: ActorLexicon, store: Store) -> None:
        self.lexicon = lexicon
        self._store = store
        self._persons = {offset: person for person in store.persons for offset in person.offsets}
        self._articles: dict[str, str] = {}

    def note_article(self, mention: ActorMention, key: str) -> None:
        """Remember the article that a key takes after « de »: m, f, plural p, none n."""
        traits = mention.traits
        if mention.form is MentionForm.NAME:
            if traits.kind is ActorKind.PERSON:
                return
            article = traits.gender or "l" if traits.start < mention.start else "n"
        elif mention.form is MentionForm.DESCRIPTION and (key[:1].islower() or key == traits.key):
            article = traits.gender or "m" if traits.count == 1 else "p"
        else:
            return
        if self._articles.get(key, "n") == "n":
            self._articles[key] = article

    def of_actor(self, key: str) -> str:
        """« du Premier Parti », « de la coalition », « d'Awa Traoré »."""
        if key in self.lexicon.countries:
            return self.of_country(key)
        article = self._articles.get(key, "n")
        if key[:1].islower() and self._store.registry.actors[key].kind is ActorKind.ORG:
            key = key.partition(" ")[0]  # « leaders de la coalition », whatever its full name
        if article == "p":
            return f"des {key}"
        aspirate = key.isupper() and key.startswith("H")  # « du HCR »
        if article != "n" and fold(key[:1]) in VOWELS and not aspirate:
            return f"de l’{key}"
        return {"m": f"du {key}", "f": f"de la {key}"}.get(article) or of_key(key)

    def completed(self, mention: ActorMention, owner: Owner) -> str:
        """A phrase as key, its complements under the names that the article gives them.

        « porte-parole du groupe » is the « porte-parole du M23 », « un garde du corps de Traoré »
        one of Awa Traoré, « une élève de l'Union des sages (UDS) » one of the UDS; bodies of the
        tables, states and forces stay as the text has them.
        """
        key = mention.traits.key
        for other in reversed(self._inside(mention)):
            person = self._persons.get(other.start)
            keys: tuple[str, ...] = (person.key,) if person is not None else ()
            inner = owner.inner is not None and other.start == owner.inner.start
            acronym = other.sort is MentionSort.BODY and other.traits.key.isupper()
            defined = acronym and other.traits.key not in other.text
            if other.form is MentionForm.DESCRIPTION or defined:
                keys = owner.keys if inner else ()
            written = key[: max(0, _begin(other) - mention.start)]
            head = OF.sub("", written)
            if len(keys) == 1 and head != written and self._is_named(keys[0]):
                key = f"{head} {self.of_actor(keys[0])}{key[other.end - mention.start :]}"
        return key

    def _inside(self, mention: ActorMention) -> list[ActorMention]:
        """Names and descriptions in a phrase, with names whose title ends it."""
        mentions = self._store.mentions
        at = bisect_right(mentions, mention.start, key=lambda other: other.start)
        here = takewhile(lambda m: _begin(m) < mention.end, islice(mentions, at, None))
        return [
            m
            for m in here
            if m.form is MentionForm.NAME
            or (m.form is MentionForm.DESCRIPTION and m.end <= mention.end)
        ]

    def _is_named(self, key: str) -> bool:
        """Whether an actor has a name: a body, or a person whom the article names."""
        person = self._store.by_key.get(key)
        named = person is not None and bool(person.parts)
        return named or self._store.registry.actors[key].kind in NAMED_BODIES

    def demonym(self, country: str, gender: str, *, plural: bool) -> str:
        """The country's adjective in this gender and number, or empty."""
        forms = self.lexicon.countries[country].demonyms
        return forms[2 * plural + (gender == "f")] if len(forms) > 3 else ""

    def of_country(self, country: str) -> str:
        """« du Togo », « de la Turquie », « de l'Inde », « des Comores »."""
        row = self.lexicon.countries[country]
        if row.gender in ("mp", "fp"):
            return f"des {row.name}"
        if fold(row.name)[0] in VOWELS:
            return f"de l’{row.name}"
        return f"du {row.name}" if row.gender == "m" else f"de la {row.name}"


def _begin(mention: ActorMention) -> int:
    """Where a mention begins, a name's title included."""
    return mention.traits.start if mention.form is MentionForm.NAME else mention.start


def of_key(key: str) -> str:
    """« de » or « d' » before a key."""
    return f"d’{key}" if fold(key[:1]) in VOWELS else f"de {key}"
