"""Sentences to date expressions: the longest reading at each place, then the guards."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from pipeline.dates import periods, points, ranges, relative
from pipeline.dates.guards import is_date
from pipeline.dates.lexemes import Lexemes
from pipeline.dates.numbers import ABOUT, TENS, UNITS
from pipeline.dates.reading import DEMONSTRATIVES, WORDS, Reading
from pipeline.dates.tense import Evidence, side
from pipeline.records import DateExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pipeline.records import Sentence

# In order of preference between readings of the same length.
_READERS: Final[tuple[Callable[[Lexemes, int], Reading | None], ...]] = (
    ranges.around,
    ranges.range_,
    relative.shown,
    points.numeric,
    points.named,
    periods.part,
    periods.numbered,
    relative.demonstrative_part,
    relative.demonstrative_unit,
    periods.shown_season,
    relative.deictic,
    relative.ago,
    relative.later,
    relative.anaphor,
    relative.weekday,
    relative.period,
    relative.within,
    periods.season,
    periods.decade,
    periods.century,
    periods.year,
    relative.day_only,
)
_KINDS: Final = (
    "month", "month_abbreviation", "weekday", "weekday_abbreviation", "season", "deictic", "anaphor",
    "daypart", "ordinal", "part",
)  # fmt: skip
_STARTERS: Final = frozenset(
    {form for kind in _KINDS for form in WORDS[kind]}
    | set(WORDS.units)
    | set(UNITS)
    | set(TENS)
    | set(ABOUT)
    | DEMONSTRATIVES
    | set(
        "les des du de d entre depuis il voila voici dans week weekend avant apres meme prochain"
        " prochaine mil mille pres environ plus moins un quelque a exactement deja quasiment presque"
        " decennie nouvelle".split()
    )
)


def find(sentences: Sequence[Sentence]) -> tuple[DateExpression, ...]:
    """Date expressions of an article's sentences, in order of their clean offsets.

    Works on any Docs; part of speech and tree are used where the Docs carry them.
    """
    found: list[DateExpression] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.block):
        found.extend(_in_block(list(group)))
    return tuple(found)


def _in_block(sentences: list[Sentence]) -> Iterator[DateExpression]:
    doc = sentences[0].span.doc
    lexemes = Lexemes(doc.text)
    evidence: Evidence | None = None
    at = 0
    previous_end = -1
    for begin, reading in _readings(lexemes):
        evidence = evidence or Evidence(doc)
        if not is_date(lexemes, begin + reading.drop, reading, evidence):
            continue
        first, last = begin + reading.drop, reading.end
        start, end = lexemes.starts[first], lexemes.ends[last - 1]
        while at + 1 < len(sentences) and sentences[at + 1].span.start_char <= start:
            at += 1
        sentence = sentences[at]
        if not sentence.span.start_char <= start < sentence.span.end_char:
            continue
        yield DateExpression(
            start=sentence.offset + start,
            end=sentence.offset + end,
            text=doc.text[start:end],
            first=reading.first,
            last=reading.last,
            tense=side(evidence, lexemes, first, last),
            rule_id=reading.rule,
            sentence=sentence.index,
            block=sentence.block,
            apposed=_apposed(lexemes, first, last, previous_end),
            complement=_complement(lexemes, last),
        )
        previous_end = last


def _readings(lexemes: Lexemes) -> Iterator[tuple[int, Reading]]:
    """Longest readings from left to right, none inside another."""
    index = 0
    while index < lexemes.size:
        form = lexemes.forms[index]
        if form not in _STARTERS and not form.isdecimal() and lexemes[index + 1] != "siecle":
            index += 1
            continue
        best: Reading | None = None
        for reader in _READERS:
            reading = reader(lexemes, index)
            if reading and (best is None or reading.end > best.end):
                best = reading
        if best is None:
            index += 1
            continue
        yield index, best
        index = best.end


def _apposed(lexemes: Lexemes, begin: int, end: int, previous_end: int) -> bool:
    """Whether « , quatre jours après le putsch » restates the date right before it."""
    at = lexemes.skip(previous_end, ", soit", "soit", ",", "(", "–", "-") if previous_end > 0 else -1
    at = lexemes.skip(at, "la", "le", "l '") if at > previous_end else -1
    return at == begin and _complement(lexemes, end)


def _complement(lexemes: Lexemes, end: int) -> bool:
    """Whether the words after the expression say what it counts from."""
    if lexemes[end - 1] in ("apres", "avant"):
        return lexemes[end] in (
            "le", "la", "l", "les", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "un",
            "une", "que", "qu", "des", "avoir", "l'", "notre", "nos", "d", "celle", "celui",
        )  # fmt: skip
    return lexemes[end] in ("de", "du", "d", "des")

