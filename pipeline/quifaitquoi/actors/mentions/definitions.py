"""Acronyms that an article defines itself: « Alliance pour le renouveau (APR) »."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quifaitquoi.actors.gazetteer import BODIES, NAMES
from quifaitquoi.actors.mentions import words
from quifaitquoi.actors.mentions.organisations import Body, is_acronym
from quifaitquoi.lexicon.actors import Group, Organisation, fold
from quifaitquoi.records.actors import ActorKind
from quifaitquoi.syntax.words import DE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from quifaitquoi.actors.gazetteer import Hit
    from quifaitquoi.lexicon.actors import ActorLexicon, BodyNouns
    from quifaitquoi.syntax.view import View

# Words of a name before its acronym, small ones included.
REACH: Final = 14
SMALL: Final = words.ARTICLES | DE | frozenset("et a au aux en pour sur dans par".split())
LETTER: Final = re.compile(r"[^\W\d_]")


def definitions(view: View, hits: Mapping[int, Hit], nouns: BodyNouns) -> Iterator[Body]:
    """Names whose initials the acronym in brackets after them spells; names of tables are none."""
    for i in range(2, len(view) - 2):
        if view.words[i] == "(" and view.words[i + 2] == ")" and is_acronym(view.words[i + 1]):
            start = _spelled_from(view, i, fold(view.words[i + 1]))
            known = hits.get(start)
            if start >= 0 and not (known and known.source in NAMES and known.end == i):
                noun = view.folds[start]
                _, sector = nouns.opening.get(noun, (None, nouns.naming.get(noun, "")))
                inner = tuple(hits[k] for k in range(start, i) if k in hits)
                yield Body(start, i, view.words[i + 1], ActorKind.ORG, sector, inner)


def given_acronyms(view: View, hits: Iterable[Hit]) -> Iterator[tuple[int, Hit]]:
    """Where an acronym in brackets follows a name of the tables, and that name."""
    for hit in hits:
        i = hit.end
        if (
            hit.source in BODIES
            and view.words[i : i + 1] == ["("]
            and view.words[i + 2 : i + 3] == [")"]
            and is_acronym(view.words[i + 1])
        ):
            yield i + 1, hit


def repeated(view: View, names: Mapping[str, Body]) -> Iterator[Body]:
    """Bodies by the folded names that the article has defined, wherever they stand again."""
    for name, body in names.items():
        at = view.key.find(name)
        end = view.by_key_end.get(at + len(name), 0)
        if end and at in view.key_starts:
            start = view.key_starts.index(at)
            if view.words[start][0].isupper():
                yield replace(body, start=start, end=end)


def _spelled_from(view: View, end: int, acronym: str) -> int:
    """Where the name before token `end` starts, or -1: its words' initials are the acronym's."""
    letters = LETTER.findall(acronym)
    for start in range(end - 2, max(-1, end - REACH), -1):
        if not view.words[start][0].isupper() or view.folds[start][:1] != letters[0]:
            continue
        initials = [
            part[0]
            for word in view.folds[start:end]
            for part in word.split()
            if word not in SMALL and part not in SMALL
        ]
        if _is_subsequence(initials, letters) and len(letters) <= len(initials) + 2:
            return start
    return -1


def _is_subsequence(initials: list[str], letters: list[str]) -> bool:
    """Whether all words of weight give a letter of the acronym, in order; one may give none."""
    at = missing = 0
    for initial in initials:
        if initial in letters[at:]:
            at += letters[at:].index(initial) + 1
        else:
            missing += 1
    return missing <= (len(initials) > 3) and len(initials) > 1


def known_as(
    body: Body, view: View, lexicon: ActorLexicon, countries: Collection[str]
) -> Organisation | Group | None:
    """The row of the tables with its acronym that the body is which an article defines, if any.

    It is one where the names share most of their words, or its country is one of the article's.
    """
    form = fold(body.name)
    own = set(" ".join(view.folds[body.start : body.end]).split()) - SMALL
    own -= lexicon.bodies.genders.keys()
    rows: tuple[Organisation | Group, ...]
    rows = (*lexicon.groups.get(form, ()), *lexicon.organisations.get(form, ()))
    return next((row for row in rows if _is_one(own, row, countries)), None)


def _is_one(own: set[str], row: Organisation | Group, countries: Collection[str]) -> bool:
    if isinstance(row, Organisation):
        if row.country in countries:
            return True
        names = row.forms
    else:
        names = (row.word, *row.forms)
    return any(len(own & set(fold(name).split())) * 2 > len(own) for name in names)
