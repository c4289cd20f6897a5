"""Where an outlet is at home: « Sidwaya » in Burkina Faso."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.actors import fold

if TYPE_CHECKING:
    from quifaitquoi.lexicon.actors import ActorLexicon

# Nouns with which the tables write a paper whose name alone is a common word.
KINDS: Final = ("", "quotidien ", "journal ", "magazine ", "agence ")


def home_of(outlet: str, lexicon: ActorLexicon) -> str:
    """Country of an outlet of the tables, or empty; `outlet` is an article's source."""
    for kind in KINDS:
        rows = lexicon.organisations.get(kind + fold(outlet), ())
        countries = {row.country for row in rows if row.sector == "MED"}
        if len(countries) == 1:
            return countries.pop()
    return ""
