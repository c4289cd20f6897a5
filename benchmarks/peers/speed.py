"""How long peers take for the same texts, by genre, each in a process that has not met them.

    python -m benchmarks.peers.speed [RAW ...] [--python PATH] [--rounds N] [--only SYSTEM ...]

What a user could pick for events is spaCy's parse and entities with rules of its DependencyMatcher;
for dates edsnlp or timexy, which run in the environment of requirements.txt: PATH is its Python, or
it is made under a temporary folder. Loading is not counted; times are the processor's. Systems take
turns: compare the ratios of a round.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.peers.compare import ROOT, installed

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Systems, as speed_of.py knows them, and whether they run in the environment of the peers.
SYSTEMS: Final = {
    "plain": ("plain nlp.pipe, all components", False),
    "matcher": ("spaCy's entities and DependencyMatcher", False),
    "rows": ("quifaitquoi, rows of every table", False),
    "edsnlp": ("edsnlp, dates", True),
    "timexy": ("timexy, dates", True),
    "dates": ("quifaitquoi, dates alone", False),
}
BARE: Final = "plain"
#: Genres of fewer articles are shown together.
FEW: Final = 10


def main() -> None:
    """Print words per second of each system, and its speed as a multiple of plain spaCy's."""
    parser = argparse.ArgumentParser(description="Peers' speed on the same texts.")
    parser.add_argument("raw", nargs="*", type=Path, default=[Path("raw")], metavar="RAW")
    parser.add_argument("--python", type=Path, help="of an environment with the peers")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="[5]")
    parser.add_argument("--only", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        articles = Path(place) / "articles.json"
        genres = _genres(arguments.raw)
        articles.write_text(json.dumps(genres), encoding="utf-8")
        python = arguments.python or installed(Path(place) / "environment")
        rounds = [
            {one: _taken(python if SYSTEMS[one][1] else sys.executable, one, articles)
             for one in arguments.only}
            for _ in range(arguments.rounds)
        ]  # fmt: skip
    words = {name: sum(len(one["text"].split()) for one in genres[name]) for name in genres}
    for name, found in genres.items():
        print(f"\n{name}: {len(found)} articles, {words[name]} words")
        for system in arguments.only:
            seconds = median(one[system][name] for one in rounds)
            ratios = [one[BARE][name] / one[system][name] for one in rounds if BARE in one]
            speed = f"{median(ratios):6.2f}" if ratios else ""
            print(f"  {SYSTEMS[system][0]:40} {words[name] / seconds:9.0f} words/s {speed}")


def _genres(folders: Iterable[Path]) -> dict[str, list[dict[str, str]]]:
    """Articles by the first kind of their genre, or by folder where they have none."""
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Article

    found = defaultdict(list)
    for folder in folders:
        for one in read(folder):
            if isinstance(one, Article):
                genre = one.genre.split("|")[0] or folder.name
                # A library counts from a day: the first one of a month or year.
                day = f"{one.published}-01-01"[:10] if one.published else ""
                found[genre].append({"id": one.id, "text": one.text, "published": day})
    counts = Counter({genre: len(articles) for genre, articles in found.items()})
    shown: dict[str, list[dict[str, str]]] = defaultdict(list)
    for genre, articles in found.items():
        shown[genre if counts[genre] >= FEW else "others"] += articles
    return dict(shown)


def _taken(python: Path | str, system: str, articles: Path) -> dict[str, float]:
    """Seconds of a system by genre, in a process of its own."""
    command = [python, "-W", "ignore", "-m", "benchmarks.peers.speed_of", system, articles]
    path = os.pathsep.join((str(ROOT), str(ROOT / "pipeline")))
    environment = {**os.environ, "PYTHONPATH": path}
    run = subprocess.run(  # noqa: S603 - our own command
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment
    )
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
