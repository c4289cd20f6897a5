"""Who and where: countries, organisations, offices, groups, places and given names, checked.

Tables hold each form once, as a newspaper writes it. All look-up goes through `fold`, so case,
accents, hyphens and the shape of an apostrophe need no entries of their own. Folding forgets
capitals: whoever looks up « CAR » or « face » in running text must check them against the form.
"""

from quifaitquoi.lexicon.actors.folding import fold
from quifaitquoi.lexicon.actors.reader import load
from quifaitquoi.lexicon.actors.rows import (
    ActorLexicon,
    BodyNouns,
    Country,
    Group,
    Office,
    Organisation,
    Place,
)

__all__ = [
    "ActorLexicon",
    "BodyNouns",
    "Country",
    "Group",
    "Office",
    "Organisation",
    "Place",
    "fold",
    "load",
]
