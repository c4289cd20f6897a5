"""Scores as plain text and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from quifaitquoi.evaluate.scores import DASH, counted, score_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from quifaitquoi.evaluate.calibration import Calibration
    from quifaitquoi.evaluate.differences import Difference
    from quifaitquoi.evaluate.evaluation import Evaluation
    from quifaitquoi.evaluate.learning import Learnt
    from quifaitquoi.evaluate.losses import Loss
    from quifaitquoi.evaluate.scores import Counts, Score

LABELS: Final = {
    "trigger": "trigger",
    "type": "trigger + type",
    "type_no_statement": "trigger + type, without STATEMENT",
    "type_macro": "trigger + type, macro over types",
    "type_factuality": "trigger + type + factuality",
    "arguments_key": "arguments (role, key)",
    "arguments_country": "arguments (role, country)",
    "participants_country": "participants by country",
    "event_date": "event date",
    "place_country": "place country",
    "full_tuple": "type, roles by country, date",
    "type_aligned": "type, of found triggers",
    "factuality_aligned": "factuality, of found triggers",
    "arguments_key_aligned": "arguments (role, key), of found triggers",
    "arguments_country_aligned": "arguments (role, country), of found triggers",
    "participants_country_aligned": "participants by country, of found triggers",
    "event_date_aligned": "event date, of found triggers",
    "place_country_aligned": "place country, of found triggers",
    "links_aligned": "links of one event, of found triggers",
    "date_span_exact": "date span, exact",
    "date_span_overlap": "date span, overlapping",
    "date_value": "date value",
}
# Of a score that the predictions say nothing about.
NOT_GIVEN: Final = "not given"
_HEADER: Final = ("", "P", "R", "F1", "95 % of F1", "right", "found", "gold")


def scores_text(evaluation: Evaluation) -> str:
    """Scores, then scores by type, as two aligned tables."""
    counts = ", ".join(counted(count, name) for name, count in evaluation.counts.items())
    named = {LABELS.get(name, name): score for name, score in evaluation.scores.items()}
    lacking = "".join(
        f"\n{label}: {NOT_GIVEN}" for name, label in LABELS.items() if name in evaluation.not_given
    )
    tables = f"{counts}\n\n{_table(named)}{lacking}\n\n{_table(evaluation.types)}\n"
    found = evaluation.calibration
    return f"{tables}\n{calibration_text(found)}" if found else tables


def cross_validated_text(learnt: Learnt) -> str:
    """How weights do on articles that they were not learnt from, beside the rules alone."""
    scores = {"rules alone": score_of(learnt.rules), "weights": score_of(learnt.weighed)}
    head = f"{learnt.articles} unseen articles, trigger + type, each by the weights of others"
    return f"{head}\n\n{_table(scores)}\n"


def curves_text(curve: Mapping[int, Counts], kinds: Mapping[str, Counts]) -> str:
    """The learning curve, and what each kind of evidence adds to those above it."""
    learnt = {f"{count} articles": score_of(counts) for count, counts in curve.items()}
    added = {f"+ {kind}": score_of(counts) for kind, counts in kinds.items()}
    return (
        f"weights learnt from fewer articles\n\n{_table(learnt)}\n\n"
        f"weights of one kind of evidence after another\n\n{_table(added)}\n"
    )


def calibration_text(calibration: Calibration) -> str:
    """Brier score, expected calibration error, and share right by tenth of confidence."""
    brier, ece = _ratio(calibration.brier), _ratio(calibration.ece)
    lines = [
        f"{calibration.events} events: Brier score {brier}, expected calibration error {ece}",
        f"{'confidence':12}{'mean':>6}{'right':>7}{'events':>8}",
    ]
    lines += [
        f"{one.low:.1f} to {one.high:.1f}  {_ratio(one.confidence):>6}{_ratio(one.right):>7}"
        f"{one.events:>8}"
        for one in calibration.bins
    ]
    return "\n".join(lines) + "\n"


def confusion_text(evaluation: Evaluation) -> str:
    """Gold type, predicted type and how often they met, the most frequent first."""
    lines = [f"{'gold':12}  {'found':12}  times"]
    pairs = sorted(evaluation.confusion.items(), key=lambda item: (-item[1], item[0]))
    lines += [
        f"{one or DASH:12}  {other or DASH:12}  {times:5}"
        for (one, other), times in pairs
        if one != other
    ]
    return "\n".join(lines) + "\n"


def parts_text(parts: Mapping[str, Mapping[str, Evaluation]]) -> str:
    """A table for every way of parting the gold set, such as splits, with a line for each part."""
    return "\n\n".join(_parts(kind, found) for kind, found in parts.items() if found) + "\n"


def _parts(kind: str, found: Mapping[str, Evaluation]) -> str:
    heads = (kind, "articles", "events", *(LABELS[name] for name in _PART_SCORES))
    rows = [
        (
            name,
            str(one.counts["articles"]),
            str(one.counts["events"]),
            *(
                NOT_GIVEN if score in one.not_given else _ratio(one.scores[score].f1)
                for score in _PART_SCORES
            ),
        )
        for name, one in found.items()
    ]
    first = max(len(row[0]) for row in [heads, *rows])
    widths = [len(head) for head in heads[1:]]
    return "\n".join(
        "  ".join(
            [
                f"{row[0]:{first}}",
                *(f"{cell:>{w}}" for cell, w in zip(row[1:], widths, strict=True)),
            ]
        )
        for row in [heads, *rows]
    )


# What is shown of every part.
_PART_SCORES: Final = (
    "trigger",
    "type",
    "arguments_country",
    "event_date",
    "place_country",
    "full_tuple",
)


def baselines_text(baselines: Mapping[str, Evaluation]) -> str:
    """The scores that each baseline is about, as one aligned table."""
    named = {
        f"{name}: {LABELS[score]}": evaluation.scores[score]
        for name, evaluation in baselines.items()
        for score in _BASELINE_SCORES.get(name, ())
    }
    return _table(named) + "\n"


_BASELINE_SCORES: Final = {
    "publication date": ("event_date",),
    "trigger words": ("trigger", "type", "type_no_statement", "type_macro", "type_factuality"),
}


def evaluation_json(
    evaluation: Evaluation,
    parts: Mapping[str, Mapping[str, Evaluation]],
    shown: Iterable[Difference],
    lost: Collection[Loss] = (),
) -> str:
    """Everything as JSON, with the scores of the parts and what may be shown of single events."""
    content = {
        **_scored(evaluation),
        "parts": {
            kind: {name: _scored(one) for name, one in found.items()}
            for kind, found in parts.items()
        },
        "confusion": [
            {"gold": one, "predicted": other, "times": times}
            for (one, other), times in sorted(evaluation.confusion.items())
        ],
        "losses": {
            "steps": Counter(one.step for one in lost),
            "events": [asdict(one) for one in lost],
        },
        "differences": [asdict(one) for one in shown],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _scored(evaluation: Evaluation) -> dict[str, object]:
    return {
        "counts": evaluation.counts,
        "scores": {name: asdict(score) for name, score in evaluation.scores.items()},
        "not_given": sorted(evaluation.not_given),
        "types": {name: asdict(score) for name, score in evaluation.types.items()},
        "calibration": _calibration_json(evaluation.calibration),
    }


def _calibration_json(calibration: Calibration | None) -> dict[str, object] | None:
    if calibration is None:
        return None
    return asdict(calibration) | {"bins": [one._asdict() for one in calibration.bins]}


def _table(scores: Mapping[str, Score]) -> str:
    width = max((len(name) for name in scores), default=0)
    rows = [_HEADER, *(_cells(name, score) for name, score in scores.items())]
    return "\n".join(
        f"{name:{width}}  {p:>5}  {r:>5}  {f1:>5}  {interval:>11}  "
        f"{right:>5}  {found:>5}  {gold:>5}"
        for name, p, r, f1, interval, right, found, gold in rows
    )


def _cells(name: str, score: Score) -> tuple[str, ...]:
    known = score.low is not None and score.high is not None
    interval = f"{_ratio(score.low)}-{_ratio(score.high)}" if known else DASH
    counts = (score.right, score.predicted, score.gold)
    return (
        name,
        _ratio(score.precision),
        _ratio(score.recall),
        _ratio(score.f1),
        interval,
        *(DASH if count is None else str(count) for count in counts),
    )


def _ratio(value: float | None) -> str:
    """Three decimals without the zero in front, and a dash for 0/0."""
    return DASH if value is None else f"{value:.3f}".removeprefix("0")
