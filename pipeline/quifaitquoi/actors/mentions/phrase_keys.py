"""How a key writes a noun phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.lexicon.actors import Country, Group, Office
from quifaitquoi.records.actors import ActorKind
from quifaitquoi.syntax.words import DE

if TYPE_CHECKING:
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.syntax.view import View

# « âgés respectivement de 20 ans », « les commerçants de la place »: the age and that it is here.
UNTOLD: Final = re.compile(
    r" âgée?s?(?: respectivement)?$| (?:de la (?:place|scène|ville|localité|contrée)|du coin)$"
)


def key_text(view: View, phrase: Nominal, end: int = 0) -> str:
    """The phrase (to token `end`) without determiner and number, as a key writes it."""
    text = view.text(phrase.label, end or phrase.end).replace("'", "’")
    text = text.replace("’Etat", "’État")
    text = UNTOLD.sub("", text)
    if text[:1].isupper() and not text[1:2].isupper() and _is_common(phrase):
        text = text[0].lower() + text[1:]
    return text


def _is_common(phrase: Nominal) -> bool:
    """Whether a capital is the sentence's, or that of people who have none: « 170 Imams »."""
    row = phrase.hit.rows[0] if phrase.hit is not None else None
    many = (
        isinstance(row, Office) and phrase.hit is not None and phrase.hit.source is Source.OFFICES
    )
    people = many or (isinstance(row, Group) and row.kind is ActorKind.GROUP and row.word.islower())
    return phrase.label == 0 or (people and phrase.label == phrase.noun)


def one_of(view: View, phrase: Nominal) -> str:
    """« l'un des ministres maliens »: the key in the singular."""
    adjectives = {hit.start: hit.rows[0] for hit in phrase.inner if hit.source is Source.DEMONYM}
    feminine = view.folds[phrase.amount].endswith("une")
    said: list[str] = []
    plural = True
    for i in range(phrase.label, phrase.end):
        row = adjectives.get(i)
        plural = plural and view.folds[i] not in DE
        if isinstance(row, Country):
            said.append(row.demonyms[feminine])
        else:
            said.append(_singular(view.words[i]) if plural else view.words[i])
    return UNTOLD.sub("", " ".join(said).replace("’ ", "’").replace("' ", "’"))


def _singular(word: str) -> str:
    if word.endswith("aux"):
        return word.removesuffix("aux") + "al"
    return word.removesuffix("s")


def without_country(view: View, phrase: Nominal) -> str:
    """« imams du Burkina » as « imams », to which linking adds the country's adjective."""
    last = phrase.inner[-1] if phrase.inner else None
    if last is None or last.source is not Source.COUNTRY or last.end != phrase.end:
        return key_text(view, phrase)
    end = last.start
    while end > phrase.noun_end and view.folds[end - 1] in words.DE_LE:
        end -= 1
    adjectives = all(view.pos[i] == "ADJ" for i in range(phrase.noun_end, end))
    return key_text(view, phrase, end if end < last.start and adjectives else phrase.end)


def force_text(view: View, phrase: Nominal, row: Group) -> str:
    """A force's noun: the table's, with adjectives of its own (« parquet antiterroriste »)."""
    extra = [
        view.words[i]
        for i in range(phrase.noun_end, phrase.end)
        if view.pos[i] == "ADJ" and not any(hit.start <= i < hit.end for hit in phrase.inner)
    ]
    end = phrase.noun_end + len(extra)
    plain = all(view.words[i] == word for i, word in enumerate(extra, phrase.noun_end))
    if row.sector == "JUD" and extra and plain and end <= phrase.end:
        return view.text(phrase.noun, end).replace("'", "’")
    return row.word


def force_name(view: View, phrase: Nominal) -> str:
    """A force's own name without its country: « Sénat du Kenya » as « Sénat »."""
    end = phrase.inner[-1].start
    while end > phrase.noun_end and view.folds[end - 1] in words.DE_LE:
        end -= 1
    return view.text(phrase.noun, end).replace("'", "’")
