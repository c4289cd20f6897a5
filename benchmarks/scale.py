"""Time and memory of one article in small runs and large ones.

    python -m benchmarks.scale [RAW] [--articles N,N,...] [--workers N]

The articles of a folder come over and over, each time under other ids and with every fourth word
changed for one of its kind from the same folder, or for a new one: no text comes twice and new
words keep coming, as they do in an archive. Every tenth is a copy, a word longer than its original.
A run, the same command again, and `merge` are measured in a process of their own for each N;
times are the processor's, so that other work on the machine counts little.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from filecmp import cmp
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article
from quifaitquoi.run import engines
from quifaitquoi.run.journal import FILE, FOLDER
from quifaitquoi.run.runner import run
from quifaitquoi.run.slices import merge
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_WORD: Final = re.compile(r"\w+")
#: Of the words, every one so manieth is changed; of the articles, every one so manieth is a copy.
CHANGED, COPIED = 4, 10
#: What is measured of a process, and the unit of one article.
UNITS: Final = {
    "run": "ms", "again": "ms", "merge": "ms", "journal": "kB", "tables": "kB", "copies": "",
}  # fmt: skip


def main() -> None:
    """Print what one article costs, by the number of articles of the run."""
    parser = argparse.ArgumentParser(description="Time and memory by the size of a run.")
    parser.add_argument("raw", nargs="?", type=Path, default=Path("raw"), metavar="RAW")
    parser.add_argument("--articles", default="500,5000", metavar="N,N", help="[500,5000]")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="[1]")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    counts = [int(one) for one in arguments.articles.split(",")]
    if arguments.one:
        print(json.dumps(_measured(arguments.raw, counts[0], arguments.workers)))
        return
    print(f"{'articles':>9}", *(f"{f'{name} {unit}':>11}" for name, unit in UNITS.items()), end="")
    print(f"{'peak MiB':>11}")
    peaks = []
    for number in counts:
        command = [sys.executable, "-m", "benchmarks.scale", str(arguments.raw), "--one"]
        command += ["--articles", str(number), "--workers", str(arguments.workers)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
        found = json.loads(done.stdout)
        peaks.append(found.pop("peak"))
        shown = (f"{value / number:11.2f}" for value in found.values())
        print(f"{number:9}", *shown, f"{peaks[-1]:10}", flush=True)
    print(f"peak of {counts[-1]} over {counts[0]}: {peaks[-1] / peaks[0]:.3f}")


def _measured(raw: Path, number: int, workers: int) -> dict[str, float]:
    """Milliseconds, kB and copies of a whole run, and the peak in MiB."""
    known = [entry for entry in read(raw) if isinstance(entry, Article)]
    Pipeline.load(Settings())
    found = {}
    with tempfile.TemporaryDirectory() as place:
        output, joined = Path(place, "run"), Path(place, "merged")

        def go() -> None:
            engine = engines.processes(workers) if workers > 1 else None
            run(islice(varied(known), number), output, Settings(), engine=engine)

        found["run"] = _milliseconds(go)
        found["again"] = _milliseconds(go)
        found["merge"] = _milliseconds(lambda: merge([output], joined))
        found["journal"] = (output / FOLDER / FILE).stat().st_size / 1000
        tables = sorted(output.glob("*.csv"))
        found["tables"] = sum(path.stat().st_size for path in tables) / 1000
        assert all(cmp(path, joined / path.name, shallow=False) for path in tables)
        with (output / "articles.csv").open(encoding="utf-8") as rows:
            found["copies"] = sum(not row.endswith(",\n") for row in islice(rows, 1, None))
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return found


def varied(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles without end, each time with other words."""
    kinds = defaultdict(set)
    for article in articles:
        for word in _WORD.findall(article.text):
            kinds[_kind(word)].add(word)
    words = {kind: sorted(found) for kind, found in kinds.items()}
    before = articles[0]
    for turn in count():
        for place, article in enumerate(articles):
            if place % COPIED == COPIED - 1:
                text = f"{before.text} M{turn}x"
            else:
                text = _changed(article.text, words, turn, random.Random(f"{turn} {article.id}"))  # noqa: S311
            before = replace(article, id=f"{turn}/{article.id}", text=text)
            yield before


def _changed(text: str, words: dict[str, list[str]], turn: int, chance: random.Random) -> str:
    seen = count(chance.randrange(CHANGED))

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if next(seen) % CHANGED:
            return word
        new = word.istitle() and not chance.randrange(3)
        return f"{word}{_letters(turn)}" if new else chance.choice(words[_kind(word)])

    return _WORD.sub(other, text)


def _kind(word: str) -> str:
    """What a word is changed for: its case, length and last letter, a rough part of speech."""
    if not word.isalpha():
        return word
    return f"{word.istitle()} {min(len(word), 9)} {word[-1]}"


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _milliseconds(way: Callable[[], object]) -> float:
    started = _processor()
    way()
    return (_processor() - started) * 1000


def _processor() -> float:
    """Seconds of this process and of those that it started and that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
