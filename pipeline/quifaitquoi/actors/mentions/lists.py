"""Names that stand together: what makes one a person, and says one's title, goes for the others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quifaitquoi.actors.mentions.names import Run
from quifaitquoi.actors.mentions.persons import before_verb, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quifaitquoi.actors.mentions.phrase import Nominal
    from quifaitquoi.lexicon.leaders import Leaders
    from quifaitquoi.syntax.view import View


def apart(runs: Iterable[Run], leaders: Leaders) -> Iterator[Run]:
    """« l'ancien ministre de François Hollande Manuel Valls »: two well-known names in one run.

    A title's first word is no part of a name: « Rencontre Faure–Poutine ».
    """
    for run in runs:
        view = run.view
        if run.start == 0 and view.pos[0] == "NOUN" and view.folded(1, run.end) in leaders.by_form:
            run.start = 1
        at = next(
            (
                i
                for i in range(run.start + 2, run.end - 1)
                if view.folded(run.start, i) in leaders.by_form
                and view.folded(i, run.end) in leaders.by_form
            ),
            run.end,
        )
        yield run if at == run.end else Run(view, run.start, at)
        if at < run.end:
            yield Run(view, at, run.end)


def accept_listed(runs: Sequence[Run]) -> None:
    """« X, Untel Autre et Z »: full names in a list with a person are persons."""
    for order in (runs, runs[::-1]):
        for one, other in pairwise(order):
            first, second = (one, other) if one.start < other.start else (other, one)
            between = first.view.words[first.end : second.start]
            if (
                one.evidence
                and not other.evidence
                and between in ([","], ["et"])
                and (len(other.parts) > 1 and not first.view.shouted)
            ):
                other.evidence = "listed"


def share_title(previous: Run, run: Run) -> None:
    """« les présidents X et Y »: the plural title of X is also Y's."""
    between = run.view.folds[previous.end : run.start]
    if run.demonym is not None:  # « les présidents malien X et nigérien Y »
        between = run.view.folds[previous.end : run.demonym.start]
    if run.titles or not set(between) <= {"et", ",", "le", "la"} or len(between) > 3:
        return
    plural = [phrase for phrase in previous.titles if phrase.count != 1]
    shared = plural or previous.shared
    if shared:
        run.shared = shared
        run.place = previous.place + 1
        run.evidence = run.evidence or "title"


def front_titles(view: View, runs: Sequence[Run], phrases: Sequence[Nominal]) -> None:
    """« Ancien ministre, aujourd'hui avocat, X a ... »: nouns before the subject describe it."""
    fronted = [
        phrase
        for phrase in phrases
        if is_title(phrase) and not phrase.determined and phrase.count == 1
    ]
    if not fronted or fronted[0].start != 0:
        return
    for run in runs:
        subject = any(view.deps[i].startswith("nsubj") for i in range(run.start, run.end))
        if subject or before_verb(view, run.end):
            before = [phrase for phrase in fronted if phrase.end <= run.start]
            run.shared = run.shared or before
            run.evidence = run.evidence or ("apposition" if len(run.parts) > 1 else "")
            return
