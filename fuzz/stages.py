"""Sentences of real articles, their halves and recombinations, through all stages: none raises.

    python -m fuzz.stages FOLDER --inputs 200000 --seed 1

FOLDER holds articles as `quifaitquoi run` takes them. Prints each kind of failure once, with the
text and the traceback that showed it, then how often it came; exit status 1 if there was any.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.stages import Pipeline, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLISHED: Final = "2024-05-15"
BATCH: Final = 64


def sentences_of(folder: Path) -> list[str]:
    """Rough sentences of all articles of a folder, in a fixed order."""
    texts = (entry.text for entry in read(folder) if isinstance(entry, Article))
    lines = (line for text in texts for line in text.splitlines())
    return sorted({part.strip() for line in lines for part in line.split(". ") if part.strip()})


def mutated(sentences: list[str], choice: random.Random) -> str:
    """A short text of one to three lines, each a sentence, a part of one or parts of two."""
    return "\n".join(_line(sentences, choice) for _ in range(choice.choice((1, 1, 2, 3))))


def _line(sentences: list[str], choice: random.Random) -> str:
    words = choice.choice(sentences).split()
    cut = choice.randrange(len(words) + 1)
    match choice.randrange(7):
        case 0:
            pass
        case 1:
            words = words[:cut]
        case 2:
            words = words[cut:]
        case 3:
            words = words[:cut] + choice.choice(sentences).split()
        case 4:
            words = [word for word in words if choice.random() > 0.2]
        case 5:
            words = words[cut : cut + choice.randrange(1, 4)]
        case _:
            choice.shuffle(words)
    return " ".join(words) + choice.choice((".", ".", "", " ?", " :", "…", " »"))


def check(article: Article, result: Result | Rejected) -> None:
    """Raise AssertionError where an offset does not point into the text, or it took too long."""
    assert isinstance(result, Result), result.reason
    end = len(article.text)
    for mention in (*result.dates, *result.mentions):
        assert 0 <= mention.start < mention.end <= end, mention
    for event in result.events:
        assert 0 <= event.trigger_start < event.trigger_end <= end, event


def failures(pipeline: Pipeline, articles: list[Article]) -> Iterator[tuple[Article, Exception]]:
    """Articles that raise; those of a batch are read one by one once one of them does."""
    try:
        for article, result in zip(articles, pipeline.process_all(articles), strict=True):
            check(article, result)
    except Exception:  # noqa: BLE001 - any is what is looked for
        for article in articles:
            try:
                check(article, pipeline.process(article))
            except Exception as error:  # noqa: BLE001
                yield article, error


def main() -> None:
    """Fuzz as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    choice = random.Random(wanted.seed)  # noqa: S311 - the same inputs for the same seed
    sentences = sentences_of(wanted.folder)
    pipeline = Pipeline.load(Settings())
    kinds: Counter[str] = Counter()
    for start in range(0, wanted.inputs, BATCH):
        size = min(BATCH, wanted.inputs - start)
        batch = [
            Article(str(start + number), mutated(sentences, choice), published=PUBLISHED)
            for number in range(size)
        ]
        for article, error in failures(pipeline, batch):
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.name}"
            kinds[kind] += 1
            if kinds[kind] == 1:
                sys.stdout.write(f"{article.text}\n")
                traceback.print_exception(error, file=sys.stdout)
    sys.stdout.write(f"{wanted.inputs} inputs, {kinds.total()} failures\n")
    for kind, count in kinds.most_common():
        sys.stdout.write(f"{count:6} {kind}\n")
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()
