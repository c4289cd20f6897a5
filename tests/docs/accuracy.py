"""The tables of accuracy that both READMEs show, in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.config import Settings
from quifaitquoi.evaluate import (
    evaluate_baselines,
    evaluate_parts,
    gold_coding,
    grouped,
    predictions_from_results,
)
from quifaitquoi.labels import TEST, TRAIN, read_gold
from quifaitquoi.records.articles import Article
from quifaitquoi.run.stages import Pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quifaitquoi.evaluate import Evaluation, Score

START: Final = "<!-- accuracy -->"
END: Final = "<!-- /accuracy -->"

#: What is shown, and its names in the two languages.
_SCORES: Final = {
    "trigger": ("event found", "événement trouvé"),
    "type": ("event found, right type", "événement trouvé, bon type"),
    "type_macro": ("the same, mean over the 20 types", "de même, moyenne sur les 20 types"),
    "type_factuality": ("right type and factuality", "bon type et bonne factualité"),
    "arguments_key": ("who (role and actor)", "qui (rôle et acteur)"),
    "arguments_country": ("who (role and country)", "qui (rôle et pays)"),
    "event_date": ("when (date of the event)", "quand (date de l’événement)"),
    "place_country": ("where (country of the place)", "où (pays du lieu)"),
    "full_tuple": (
        "all at once: type, countries by role, date",
        "tout à la fois : type, pays par rôle, date",
    ),
    "date_span_exact": ("date expression, exact words", "expression de date, mots exacts"),
    "date_value": ("date expression, right value", "expression de date, bonne valeur"),
}
_ALIGNED: Final = {
    "type_aligned": ("type", "type"),
    "factuality_aligned": ("factuality", "factualité"),
    "arguments_key_aligned": ("who (role and actor)", "qui (rôle et acteur)"),
    "event_date_aligned": ("when", "quand"),
    "place_country_aligned": ("where", "où"),
}
_BASELINES: Final = (
    ("trigger words", "trigger", ("a short list of trigger words: event found",
                                  "une courte liste de mots : événement trouvé")),
    ("trigger words", "type", ("a short list of trigger words: right type",
                               "une courte liste de mots : bon type")),
    ("publication date", "event_date", ("the date of publication: when",
                                        "la date de parution : quand")),
)  # fmt: skip
_WORDS: Final = {
    "en": ("articles", "events", "dates", "test", "train", "of found events",
           "baseline, test"),
    "fr": ("articles", "événements", "dates", "test", "apprentissage",
           "des événements trouvés", "référence, test"),
}  # fmt: skip


def measure(root: Path) -> tuple[Evaluation, Evaluation, Mapping[str, Evaluation]]:
    """Scores on the test split, on train, and of the baselines on the test split; a minute."""
    labels = read_gold(root / "gold")
    gold, splits = gold_coding(labels), grouped(labels.splits)
    articles = [a for a in read(root / "raw") if isinstance(a, Article) and a.id in gold]
    pipeline = Pipeline.load(Settings())
    predicted = predictions_from_results(map(pipeline.process, articles))
    found = evaluate_parts(gold, predicted, splits)
    test = {article.id: article for article in articles if article.id in splits[TEST]}
    baselines = evaluate_baselines(
        {article_id: gold[article_id] for article_id in test},
        {article_id: article.text for article_id, article in test.items()},
        {article_id: article.published for article_id, article in test.items()},
    )
    return found[TEST], found[TRAIN], baselines


def tables(measured: tuple[Evaluation, Evaluation, Mapping[str, Evaluation]], language: str) -> str:
    """The tables of a language, `en` or `fr`."""
    test, train, baselines = measured
    place = 1 if language == "fr" else 0
    articles, events, dates, *kinds, found, baseline = _WORDS[language]
    colon = " : " if language == "fr" else ": "
    heads = [
        f"{kind}{colon}{e.counts['articles']} {articles}, {e.counts['events']} {events}, "
        f"{e.counts['dates']} {dates}"
        for kind, e in zip(kinds, (test, train), strict=True)
    ]
    lines = [f"| | {heads[0]} | {heads[1]} |", "| --- | --- | --- |"]
    for name, label in _SCORES.items():
        cells = (_cell(e.scores[name]) for e in (test, train))
        lines.append(f"| {label[place]} | {' | '.join(cells)} |")
    for name, label in _ALIGNED.items():
        cells = (_cell(e.scores[name]) for e in (test, train))
        lines.append(f"| {found}{colon}{label[place]} | {' | '.join(cells)} |")
    lines += ["", f"| {baseline} | |", "| --- | --- |"]
    for system, name, label in _BASELINES:
        lines.append(f"| {label[place]} | {_cell(baselines[system].scores[name])} |")
    return "\n".join(lines)


def shown(document: str) -> str:
    """The tables that a README shows."""
    return document.partition(START)[2].partition(END)[0].strip()


def replaced(document: str, text: str) -> str:
    """The README with these tables in place of its own."""
    new = f"{START}\n{text}\n{END}"
    return re.sub(f"{START}.*?{END}", lambda _: new, document, flags=re.DOTALL)


def _cell(score: Score) -> str:
    if score.f1 is None:
        return "–"
    cell = f"**{_ratio(score.f1)}** ({_ratio(score.precision)} / {_ratio(score.recall)})"
    if score.low is not None and score.high is not None:
        cell += f" [{_ratio(score.low)}, {_ratio(score.high)}]"
    return cell


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
