"""The whole pipeline against plain spaCy, in one process and one run.

    python -m benchmarks.speed [RAW] [--articles N] [--rounds N] [--workers N]

Times are of the processor, so that other work on the machine counts little, and each round takes
every way of reading in turn: compare the ratios, not the seconds. Workers are timed by the clock
and need a quiet machine. The texts were met before; benchmarks.peers.speed takes a first reading.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from quifaitquoi.config import Settings
from quifaitquoi.run import engines, stages
from quifaitquoi.run.runner import CHUNK, run
from quifaitquoi.run.work import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

    from quifaitquoi.records.articles import Article

BARE: Final = "plain nlp.pipe, all components"
WHOLE: Final = "pipeline, every table written"
#: A program that runs the articles of its first argument and tells the peak.
MEASURED: Final = """
import resource, subprocess, sys
command = [sys.executable, "-m", "quifaitquoi", "run", sys.argv[1], "-o", sys.argv[2]]
subprocess.run(command, check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
#: Stage, where `stages` looks its function up, and the function's name there.
STAGES: Final[tuple[tuple[str, Any, str], ...]] = (
    ("clean", stages.clean, "clean"), ("parse", stages, "parse_all"),
    ("dates", stages.dates, "find"), ("resolve", stages, "resolve"),
    ("phrases", stages.reading, "read"), ("actors", stages, "find_mentions"),
    ("linking", stages.linking, "resolve"), ("places", stages.places, "find"),
    ("actions", stages.actions, "find"), ("scene", stages.actions, "find_scene"),
    ("events", stages.events, "build"),
)  # fmt: skip


def main() -> None:
    """Print the figures."""
    arguments = _arguments()
    settings = Settings()
    loading = _timed(lambda: stages.Pipeline.load(settings), time.perf_counter)
    pipeline = stages.Pipeline.load(settings)
    print(f"loading: {loading:.2f} s")
    print(f"--help: {_help_seconds():.2f} s")
    import spacy  # after the pipeline, which decides how numpy multiplies

    plain = spacy.load(settings.model)
    articles = _articles(arguments.raw, arguments.articles)
    tokens = sum(len(doc) for doc in plain.tokenizer.pipe(one.text for one in articles))
    print(f"{len(articles)} articles, {tokens} tokens")
    ways = _ways(pipeline, plain, articles)
    for way in ways.values():  # words met once are met for all
        way()
    _compare(ways, len(articles), tokens, arguments.rounds)
    _profile(pipeline, articles)
    print(f"peak memory of a run over all of {arguments.raw}: {_peak(arguments.raw)} MiB")
    if arguments.workers > 1:
        _workers(articles, arguments.workers, arguments.rounds)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The pipeline against plain spaCy.")
    parser.add_argument("raw", nargs="?", type=Path, default=Path("raw"), metavar="RAW")
    parser.add_argument("--articles", type=int, default=300, metavar="N", help="[300]")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="[3]")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="1: none [2]")
    return parser.parse_args()


def _articles(raw: Path, count: int) -> list[Article]:
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Article

    return list(islice((entry for entry in read(raw) if isinstance(entry, Article)), count))


def _ways(
    pipeline: stages.Pipeline, plain: Language, articles: Sequence[Article]
) -> dict[str, Callable[[], object]]:
    """What is compared, by name."""
    from quifaitquoi import clean
    from quifaitquoi.syntax import model as parse

    texts = [article.text for article in articles]
    cleaned = [clean.clean(article, pipeline.tables.boilerplate) for article in articles]
    used = set(plain.pipe_names) - set(parse.EXCLUDED)
    return {
        BARE: lambda: _exhaust(plain.pipe(texts)),
        "plain nlp.pipe, the components used": lambda: _selected(plain, used, texts),
        "parse: the same by blocks, words embedded once": lambda: _exhaust(
            parse.parse_all(cleaned, pipeline.nlp)
        ),
        "rows, nothing written": lambda: _rows(articles),
        WHOLE: lambda: _run(articles),
    }


def _selected(nlp: Language, names: set[str], texts: Sequence[str]) -> None:
    with nlp.select_pipes(enable=list(names)):
        _exhaust(nlp.pipe(texts))


def _rows(articles: Sequence[Article]) -> None:
    for start in range(0, len(articles), CHUNK):
        rows_of(Settings(), articles[start : start + CHUNK])


def _run(articles: Sequence[Article], workers: int = 1) -> None:
    engine = engines.processes(workers) if workers > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        run(articles, Path(folder), Settings(), engine=engine)


def _exhaust(found: Iterator[object]) -> None:
    for _ in found:
        pass


def _compare(
    ways: dict[str, Callable[[], object]], articles: int, tokens: int, rounds: int
) -> None:
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, way in ways.items():
            seconds[name].append(_timed(way, time.process_time))
    print(f"{'':50} {'s':>7} {'articles/s':>10} {'tokens/s':>9} {'time':>6} {'speed':>6}")
    for name, taken in seconds.items():
        ratio = median(one / bare for one, bare in zip(taken, seconds[BARE], strict=True))
        one = median(taken)
        print(
            f"{name:50} {one:7.2f} {articles / one:10.1f} {tokens / one:9.0f} "
            f"{ratio:6.2f} {1 / ratio:6.2f}"
        )
    ratios = [bare / one for one, bare in zip(seconds[WHOLE], seconds[BARE], strict=True)]
    print(f"ratio by round: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")


def _profile(pipeline: stages.Pipeline, articles: Sequence[Article]) -> None:
    """Time of each stage, as a share of that of all rows."""
    spent: Counter[str] = Counter()
    with _measured(spent):
        whole = _timed(lambda: _exhaust(pipeline.process_all(articles)), time.process_time)
    spent["the rest"] = whole - spent.total()  # type: ignore[assignment]
    for name, seconds in spent.most_common():
        print(f"  {name:10} {seconds / whole:5.2f}")


@contextmanager
def _measured(spent: Counter[str]) -> Iterator[None]:
    found = [getattr(module, function) for _, module, function in STAGES]
    try:
        for (name, module, function), original in zip(STAGES, found, strict=True):
            setattr(module, function, _counting(name, original, spent))
        yield
    finally:
        for (_, module, function), original in zip(STAGES, found, strict=True):
            setattr(module, function, original)


def _counting(name: str, call: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    def counted(*values: object) -> object:
        started = time.process_time()
        found = call(*values)
        spent[name] += time.process_time() - started  # type: ignore[assignment]
        return _each(name, found, spent) if name == "parse" else found

    return counted


def _each(name: str, found: Iterator[object], spent: Counter[str]) -> Iterator[object]:
    """Pass items on; what an iterator takes is taken when it is asked.

    Cleaning is done on the way and counted by itself.
    """
    while True:
        started, cleaned = time.process_time(), spent["clean"]
        item = next(found, None)
        taken = time.process_time() - started - (spent["clean"] - cleaned)
        spent[name] += taken  # type: ignore[assignment]
        if item is None:
            return
        yield item


def _workers(articles: Sequence[Article], workers: int, rounds: int) -> None:
    ratios = []
    for _ in range(rounds):
        one = _timed(lambda: _run(articles), time.perf_counter)
        ratios.append(one / _timed(lambda: _run(articles, workers), time.perf_counter))
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{workers} workers against one, by the clock: {median(ratios):.2f} ({shown})")


def _timed(way: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    way()
    return clock() - started


def _help_seconds() -> float:
    command = [sys.executable, "-m", "quifaitquoi", "--help"]
    return min(
        _timed(lambda: subprocess.run(command, check=True, capture_output=True), time.perf_counter)  # noqa: S603
        for _ in range(3)
    )


def _peak(raw: Path) -> int:
    """Peak memory in MiB of a run in a process of its own; Linux counts in KiB.

    A process takes over the peak of the one that started it, here plain spaCy and a batch of whole
    articles: the run is started by a small process in between.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", MEASURED, raw, folder]
        found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return int(found.stdout) // 1024


if __name__ == "__main__":
    main()
