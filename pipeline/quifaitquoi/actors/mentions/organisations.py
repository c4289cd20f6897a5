"""Organisations that no table has: acronyms with an article, names that begin with their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import SESSIONS, Source
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.names import is_name_word
from quifaitquoi.actors.mentions.naming import named
from quifaitquoi.actors.mentions.nominals import nominal
from quifaitquoi.actors.mentions.phrase_keys import force_name
from quifaitquoi.records.actors import ActorKind
from quifaitquoi.syntax.words import DE, LE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.actors.mentions.names import Run
    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.lexicon.actors import ActorLexicon
    from quifaitquoi.syntax.view import View

ACRONYM: Final = re.compile(r"[A-ZÉ][A-ZÉ0-9]*[A-ZÉ][A-ZÉ0-9]*(?:-[A-Z0-9]+|-[A-Z][a-zà-ÿ]+)*")
MAX_ACRONYM: Final = 10
PURPOSE_ARTICLES: Final = LE | {"un", "une"}
BEFORE_ACRONYM: Final = frozenset("le la l' les du au aux des de d' et par".split())


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation at tokens [start, end) under its acronym or name.

    `inner` are the tables' forms inside it; `own` where the article says that it is none of theirs.
    """

    start: int
    end: int
    name: str
    kind: ActorKind
    sector: str
    inner: tuple[Hit, ...] = ()
    own: bool = False


def acronym(run: Run) -> Body | None:
    """A run that is one acronym, used as a noun phrase."""
    view, i = run.view, run.start
    word = view.words[i]
    if run.end != i + 1 or view.shouted or not is_acronym(word):
        return None
    before = view.folds[i - 1] if i else ""
    bracketed = i > 0 and view.words[i - 1] == "(" and view.words[i - 2][:1].isupper()
    if (before in BEFORE_ACRONYM and before != "de") or (before == "de" and len(word) > 2):
        return Body(i, i + 1, word, ActorKind.ORG, "")
    if bracketed or (view.deps[i] in ("nsubj", "nsubj:pass") and len(word) > 2):
        return Body(i, i + 1, word, ActorKind.ORG, "")
    return None


def firm(run: Run, closing: Mapping[str, str]) -> Body | None:
    """« United Airlines », « Kasapa Motors »: a run whose last word closes names of bodies."""
    sector = closing.get(run.parts[-1])
    if len(run.parts) < 2 or sector is None or run.view.shouted:
        return None
    return Body(run.start, run.end, run.text, ActorKind.ORG, sector)


def is_acronym(word: str) -> bool:
    """Whether a word in capitals may be the name of a body."""
    return (
        len(word) <= MAX_ACRONYM
        and bool(ACRONYM.fullmatch(word))
        and word not in words.NOT_ACRONYMS
        and not set(word) <= set("IVXLC")
        and not word[:1].isdigit()
    )


def long_names(view: View, hits: Mapping[int, Hit], lexicon: ActorLexicon) -> list[Body]:
    """Names such as « Parti national panafricain (PNP) », « Brigade du port »."""
    found: list[Body] = []
    if view.shouted:
        return found
    end = 0
    opening = lexicon.bodies.opening
    for i, word in enumerate(view.folds):
        if i >= end and word.partition(" ")[0] in opening:
            body = _long_name(view, i, hits, lexicon)
            if body is not None:
                found.append(body)
                end = body.end
    return found


def apposed(view: View, hits: Mapping[int, Hit], lexicon: ActorLexicon) -> list[Body]:
    """Names after their common noun: « le mouvement 3R » is the 3R."""
    found: list[Body] = []
    naming = lexicon.bodies.naming
    for i, word in enumerate(view.folds):
        known = hits.get(i)
        if word not in naming or (known and known.source is Source.ORGANISATION):
            continue
        start, phrase = i + 1, None
        end = named(view, start, hits, i, naming)
        if end == start:  # « l'agence de presse syrienne X »
            phrase = nominal(view, i, known.end if known else i + 1, hits, lexicon)
            start = phrase.end
            end = named(view, start, hits, i, naming)
        if end > start:
            name = view.text(start, end).replace("'", "’")
            inner = tuple(phrase.inner) if phrase is not None else ()
            found.append(Body(i, end, name, ActorKind.ORG, naming[word], inner))
    return found


def branches(view: View, hits: Sequence[Hit]) -> list[Body]:
    """« Orange Mali », « Solidar Suisse »: a name that ends in a country's, of a body there."""
    found: list[Body] = []
    ends = {hit.end for hit in hits}
    for hit in hits:
        i = hit.start - 1
        if hit.source is not Source.COUNTRY or i < 0 or i + 1 in ends or view.shouted:
            continue
        lone = not view.words[i - 1][:1].isupper() if i else view.pos[i] in ("PROPN", "NOUN")
        tight = view.stop(i) + 1 == view.start(hit.start)
        if lone and tight and view.deps[hit.start] == "flat:name" and is_name_word(view, i):
            name = view.text(i, hit.end).replace("'", "’")
            found.append(Body(i, hit.end, name, ActorKind.ORG, "", (hit,)))
    return found


def _long_name(view: View, i: int, hits: Mapping[int, Hit], lexicon: ActorLexicon) -> Body | None:
    if view.words[i][0].islower() or not SESSIONS.isdisjoint(view.folds[i + 1 : i + 2]):
        return None
    hit = hits.get(i)
    if hit is not None and hit.end > i + 1:
        return None
    phrase = nominal(view, i, i + 1, hits, lexicon)
    end = _purpose(view, phrase, hits, lexicon)
    aimed = end > phrase.end
    end = _second_task(view, end, hits)
    while end < len(view) and view.words[end][:1].isupper() and end not in hits:
        end += 1
    inside = _bracketed_acronym(view, end)
    capital_inside = any(view.words[k][:1].isupper() for k in range(i + 1, end))
    if end == i + 1 or (i == 0 and not (inside or capital_inside or aimed)):
        return None
    kind, sector = lexicon.bodies.opening[view.folds[i].partition(" ")[0]]
    if view.folds[i] == "groupe" and view.folds[i + 1] in DE:
        sector = ""  # « le Groupe de recherche » is no firm
    if kind is ActorKind.FORCE and phrase.inner and phrase.inner[-1].end == end:
        name = force_name(view, phrase)  # « le Sénat du Kenya »
    else:
        name = inside or view.text(i, end).replace("'", "’")
    return Body(i, end, name, kind, sector, tuple(phrase.inner))


def _purpose(view: View, phrase: Nominal, hits: Mapping[int, Hit], lexicon: ActorLexicon) -> int:
    """Where « pour le renouveau », « contre le cancer » ends after a body's first noun."""
    j = phrase.end
    if j + 1 >= len(view) or view.folds[j] not in ("pour", "contre"):
        return j
    k = j + 1
    while k < len(view) and view.folds[k] in PURPOSE_ARTICLES:
        k += 1
    if k >= len(view) or view.pos[k] not in ("NOUN", "PROPN", "ADJ"):
        return j
    known = hits.get(k)
    goal = nominal(view, k, known.end if known else k + 1, hits, lexicon)
    phrase.inner.extend(filter(None, [known, *goal.inner]))
    seat = goal.end + 1  # « pour la paix au Faso »
    if seat < len(view) and view.folds[goal.end] in ("au", "en", "aux") and seat in hits:
        phrase.inner.append(hits[seat])
        return hits[seat].end
    return goal.end


def _second_task(view: View, j: int, hits: Mapping[int, Hit]) -> int:
    """« la Direction des examens et concours », « le Comité de suivi et d'évaluation »."""
    if j + 1 >= len(view) or view.folds[j] != "et" or view.folds[j - 2 : j - 1] == ["et"]:
        return j
    k = j + 1
    if view.folds[k] in DE:
        k += 1
        while k < len(view) and view.folds[k] in ("la", "l'"):
            k += 1
    common = k < len(view) and view.pos[k] == "NOUN" and k not in hits
    return k + 1 if common else j


def _bracketed_acronym(view: View, end: int) -> str:
    if end + 2 < len(view) and view.words[end] == "(" and is_acronym(view.words[end + 1]):
        return view.words[end + 1]
    return ""
