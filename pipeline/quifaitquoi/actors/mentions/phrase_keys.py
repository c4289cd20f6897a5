"""How a key writes a noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quifaitquoi.actors.gazetteer import Source
from quifaitquoi.actors.mentions import words

if TYPE_CHECKING:
    from quifaitquoi.actors.mentions.nominals import Nominal
    from quifaitquoi.lexicon.actors import Group
    from quifaitquoi.syntax.view import View


def key_text(view: View, phrase: Nominal, end: int = 0) -> str:
    """The phrase (to token `end`) without determiner and number, as a key writes it."""
    text = view.text(phrase.label, end or phrase.end).replace("'", "’")
    if phrase.label == 0 and text[:1].isupper() and not text[1:2].isupper():
        text = text[0].lower() + text[1:]
    return text


def without_country(view: View, phrase: Nominal) -> str:
    """« imams du Burkina » as « imams », to which linking adds the country's adjective."""
    last = phrase.inner[-1] if phrase.inner else None
    if last is None or last.source is not Source.COUNTRY or last.end != phrase.end:
        return key_text(view, phrase)
    end = last.start
    while end > phrase.noun_end and view.folds[end - 1] in (*words.OF, "le", "la", "l'", "les"):
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
