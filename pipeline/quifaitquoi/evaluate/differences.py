"""Where prediction and gold differ, article by article, for a person to read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final, Literal

from quifaitquoi.evaluate.scores import DASH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from quifaitquoi.evaluate.align import Aligned
    from quifaitquoi.evaluate.coding import CodedDate, CodedEvent, Party

Verdict = Literal["missed", "spurious", "differs"]

# Where a sentence ends in the raw text, but for initials: enough to show the words around a label.
_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?…])(?<!\s[A-Z]\.)[»”\"]?\s+(?=[^\W\d_a-zà-ÿ]|[«“\"—–-])|\n"
)

# Columns before the text of a difference.
_INDENT: Final = 9


@dataclass(frozen=True, slots=True)
class Difference:
    """A label on which the two sides differ; `what` is event or date.

    `type` is gold's, `found_type` the prediction's; `slots` holds (slot, gold, predicted) for what
    differs, and for a label of one side only everything it holds. Offsets are those of the label in
    the raw text, gold's where both have one.
    """

    article_id: str
    what: Literal["event", "date"]
    verdict: Verdict
    start: int
    end: int
    words: str
    type: str
    found_type: str
    slots: tuple[tuple[str, str, str], ...]
    rule_id: str
    sentence: str


def differences(article_id: str, article: Aligned, text: str) -> list[Difference]:
    """Differences of one article by offset; `text` is its raw text, or empty if not at hand."""
    found = [
        *_event_differences(article_id, article, text),
        *_date_differences(article_id, article, text),
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.what, one.verdict))


def select(
    found: Iterable[Difference],
    *,
    articles: Collection[str] = ("*",),
    exclude: Collection[str] = (),
    types: Collection[str] = (),
    verdicts: Collection[str] = (),
    slots: Collection[str] = (),
    what: Collection[str] = ("event", "date"),
) -> list[Difference]:
    """Differences of some articles (shell patterns), types (gold's or predicted), verdicts, slots.

    An empty collection of types, verdicts or slots lets everything through.
    """
    return [
        one
        for one in found
        if any(fnmatchcase(one.article_id, pattern) for pattern in articles)
        and not any(fnmatchcase(one.article_id, pattern) for pattern in exclude)
        and one.what in what
        and (not types or one.type in types or one.found_type in types)
        and (not verdicts or one.verdict in verdicts)
        and (not slots or any(slot in slots for slot, _, _ in one.slots))
    ]


def differences_text(found: Iterable[Difference]) -> str:
    """Differences as plain text: a heading per article, then each with its sentence."""
    by_article: dict[str, list[Difference]] = {}
    for one in found:
        by_article.setdefault(one.article_id, []).append(one)
    return "\n".join(line for name, ones in by_article.items() for line in _article(name, ones))


def _article(article_id: str, found: list[Difference]) -> Iterator[str]:
    yield f"=== {article_id}: {_summary(found)}"
    for one in found:
        kind = " -> ".join(dict.fromkeys(kind for kind in (one.type, one.found_type) if kind))
        rule = f"  [{one.rule_id}]" if one.rule_id else ""
        label = f"{kind or one.what} « {one.words} » {one.start}-{one.end}"
        yield f"{one.verdict.upper():{_INDENT - 1}} {label}{rule}"
        if one.verdict == "differs":
            for slot, gold, predicted in one.slots:
                yield f"{'':{_INDENT}}{slot}: gold {gold or DASH} | found {predicted or DASH}"
        else:
            held = (f"{slot} {gold or predicted}" for slot, gold, predicted in one.slots)
            yield f"{'':{_INDENT}}{'; '.join(held)}"
        if one.sentence:
            yield f"{'':{_INDENT}}{one.sentence}"
    yield ""


def _summary(found: list[Difference]) -> str:
    verdicts: Counter[tuple[str, str]] = Counter((one.what, one.verdict) for one in found)
    return "; ".join(
        f"{what}s: " + ", ".join(f"{verdicts[what, verdict]} {verdict}" for verdict in wanted)
        for what in ("event", "date")
        if (wanted := [v for v in ("missed", "spurious", "differs") if verdicts[what, v]])
    )


def _event_differences(article_id: str, article: Aligned, text: str) -> Iterator[Difference]:
    sides: list[tuple[CodedEvent | None, CodedEvent | None]] = [
        *article.events,
        *((one, None) for one in article.missed),
        *((None, other) for other in article.spurious),
    ]
    for one, other in sides:
        shown = one or other
        if shown is None:
            continue
        gold, predicted = _event_slots(one), _event_slots(other)
        slots = _differing(gold, predicted)
        if one and other and not slots:
            continue
        yield Difference(
            article_id,
            "event",
            _verdict(one, other),
            shown.start,
            shown.end,
            words_of(text, shown),
            one.type if one else "",
            other.type if other else "",
            slots,
            other.rule_id if other else "",
            sentence_of(text, shown),
        )


def _date_differences(article_id: str, article: Aligned, text: str) -> Iterator[Difference]:
    sides: list[tuple[CodedDate | None, CodedDate | None]] = [
        *article.dates,
        *((one, None) for one in article.missed_dates),
        *((None, other) for other in article.spurious_dates),
    ]
    for one, other in sides:
        shown = one or other
        if shown is None:
            continue
        slots = _differing(_date_slots(one, text), _date_slots(other, text))
        if one and other and not slots:
            continue
        yield Difference(
            article_id,
            "date",
            _verdict(one, other),
            shown.start,
            shown.end,
            words_of(text, shown),
            "",
            "",
            slots,
            other.rule_id if other else "",
            sentence_of(text, shown),
        )


def _verdict(one: object | None, other: object | None) -> Verdict:
    if one is None:
        return "spurious"
    return "missed" if other is None else "differs"


def _event_slots(event: CodedEvent | None) -> dict[str, str]:
    if event is None:
        return {}
    return {
        "type": event.type,
        "factuality": event.factuality,
        "sources": _parties(event.sources),
        "targets": _parties(event.targets),
        "date": event.date,
        "place": event.country,
    }


def _date_slots(date: CodedDate | None, text: str) -> dict[str, str]:
    return {"extent": words_of(text, date), "value": date.value} if date else {}


def _differing(gold: dict[str, str], predicted: dict[str, str]) -> tuple[tuple[str, str, str], ...]:
    pairs = ((slot, gold.get(slot, ""), predicted.get(slot, "")) for slot in {**gold, **predicted})
    return tuple(pair for pair in pairs if pair[1] != pair[2])


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(
        sorted(
            f"{party.key} ({party.country})"
            if party.country and party.country != party.key
            else party.key
            for party in parties
        )
    )


def words_of(text: str, span: CodedEvent | CodedDate) -> str:
    """The words of a label, white space collapsed."""
    return " ".join(text[span.start : span.end].split()) if span.start >= 0 else ""


def sentence_of(text: str, span: CodedEvent | CodedDate) -> str:
    """Show the sentence of a label, with the label in brackets."""
    if not 0 <= span.start < span.end <= len(text):
        return ""
    ends = list(_SENTENCE_END.finditer(text))
    start = max((match.end() for match in ends if match.end() <= span.start), default=0)
    end = min((match.start() for match in ends if match.start() >= span.end), default=len(text))
    marked = f"{text[start : span.start]}[{text[span.start : span.end]}]{text[span.end : end]}"
    return " ".join(marked.split())
