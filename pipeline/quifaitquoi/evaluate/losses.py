"""At which step each missed event was lost: counts by step first, then every event."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quifaitquoi.evaluate.align import align_article
from quifaitquoi.evaluate.coding import CodedArticle
from quifaitquoi.evaluate.differences import sentence_of, words_of
from quifaitquoi.evaluate.scores import counted
from quifaitquoi.records.actions import Step, Trace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from quifaitquoi.evaluate.coding import CodedEvent, Coding

#: What each step means, in the order in which a word passes them.
STEPS: Final = {
    Step.TEXT: "in no sentence that is read",
    Step.WORD: "word not in the lexicon",
    Step.GATE: "word that reports no act here",
    Step.SENSE: "no sense fits",
    Step.PARTY: "no party",
    Step.WEEDED: "weeded: part of another event",
    Step.WEIGHT: "weighed too light",
    Step.TYPE: "other type",
}
_ORDER: Final = [*STEPS]
# How many reasons of a step are shown with the counts.
_REASONS: Final = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """A gold event that was not found, or with another type; offsets are those of its trigger."""

    article_id: str
    start: int
    end: int
    words: str
    type: str
    step: Step
    word: str
    reason: str
    detail: str
    sentence: str


def losses(
    gold: Coding,
    predicted: Coding,
    traces: Mapping[str, Sequence[Trace]],
    texts: Mapping[str, str],
) -> tuple[Loss, ...]:
    """Every gold event that the predictions lack or type otherwise, in order of the text.

    By article id, `traces` say what became of each word, with raw offsets, and `texts` are the raw
    texts.
    """
    return tuple(
        loss
        for article_id, article in sorted(gold.items())
        for loss in _article(
            article_id,
            article,
            predicted.get(article_id, CodedArticle()),
            traces.get(article_id, ()),
            texts.get(article_id, ""),
        )
    )


def losses_text(found: Collection[Loss]) -> str:
    """Counts by step with the most frequent reasons, then the events of each article."""
    counts = Counter(loss.step for loss in found)
    lost = counted(len(found), "events")
    lines = [f"{lost} of gold not found, or with another type, by step:", ""]
    for step, meaning in STEPS.items():
        if counts[step]:
            lines.append(f"{meaning:32}{counts[step]:5}")
            reasons = Counter(loss.reason for loss in found if loss.step is step and loss.reason)
            shown = reasons.most_common(_REASONS)
            lines += [f"    {reason:28}{times:5}" for reason, times in shown]
    return "\n".join([*lines, "", *_lines(found)]) + "\n"


def _article(
    article_id: str,
    gold: CodedArticle,
    predicted: CodedArticle,
    traces: Sequence[Trace],
    text: str,
) -> Iterator[Loss]:
    aligned = align_article(gold, predicted)
    lost = [(event, _trace(event, traces)) for event in aligned.missed]
    lost += [
        (one, Trace(one.start, one.end, Step.TYPE, reason=f"found {other.type}"))
        for one, other in aligned.events
        if one.type != other.type
    ]
    for event, trace in sorted(lost, key=lambda one: (one[0].start, one[0].end)):
        yield Loss(
            article_id,
            event.start,
            event.end,
            words_of(text, event),
            event.type,
            trace.step,
            trace.word,
            trace.reason,
            trace.detail,
            sentence_of(text, event),
        )


def _trace(event: CodedEvent, traces: Sequence[Trace]) -> Trace:
    """What became of the words of a trigger: of several, the one that came furthest."""
    over = [one for one in traces if one.start < event.end and event.start < one.end]
    unread = Trace(event.start, event.end, Step.TEXT)
    return max(over, key=lambda one: _ORDER.index(one.step), default=unread)


def _lines(found: Iterable[Loss]) -> Iterator[str]:
    article = ""
    for loss in found:
        if loss.article_id != article:
            article = loss.article_id
            yield f"=== {article}"
        told = ": ".join(part for part in (loss.word, loss.detail or loss.reason) if part)
        where = f"« {loss.words} » {loss.start}-{loss.end}"
        yield f"{loss.type:12} {where}  {STEPS[loss.step]}{f': {told}' if told else ''}"
        yield f"{'':13}{loss.sentence}"
