"""Sentences to date expressions: the longest reading at each place, then the guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from quifaitquoi.dates import anaphora, feasts, periods, points, ranges, relative
from quifaitquoi.dates.guards import is_date
from quifaitquoi.dates.lexemes import LE_PARTS, Lexemes
from quifaitquoi.dates.numbers import TENS, UNITS
from quifaitquoi.dates.reading import Reading
from quifaitquoi.dates.tense import Evidence, side
from quifaitquoi.records.dates import DateExpression
from quifaitquoi.syntax.words import DEMONSTRATIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quifaitquoi.lexicon.dates import DateWords
    from quifaitquoi.syntax.sentence import Sentence

_Reader = Callable[[Lexemes, int], Reading | None]
# In order of preference between readings of the same length.
_NUMBER: Final[tuple[_Reader, ...]] = (
    ranges.range_,
    points.numeric,
    points.named,
    periods.numbered,
    anaphora.later,
    periods.century,
    periods.year,
    anaphora.day_only,
)
_SHOWN: Final[tuple[_Reader, ...]] = (
    ranges.range_,
    relative.shown,
    relative.demonstrative_part,
    relative.demonstrative_unit,
    periods.shown_season,
    feasts.shown,
)
# Which readers may begin with a word, by the kind of the word.
_BY_KIND: Final[dict[str, tuple[_Reader, ...]]] = {
    "month": (ranges.range_, points.named),
    "month_abbreviation": (ranges.range_, points.named),
    "weekday": (ranges.range_, points.named, relative.weekday),
    "weekday_abbreviation": (ranges.range_, points.named),
    "season": (ranges.range_, periods.season),
    "deictic": (ranges.range_, relative.deictic),
    "anaphor": (anaphora.anaphor,),
    "daypart": (ranges.around, relative.period),
    "ordinal": (ranges.range_, points.named, periods.numbered),
    "part": (ranges.range_, periods.part),
}
_BY_WORD: Final[dict[str, tuple[_Reader, ...]]] = {
    "il": (relative.ago,),
    "voila": (relative.ago,),
    "voici": (relative.ago,),
    "dans": (relative.ago,),
    "avant": (relative.deictic, anaphora.anaphor),
    "apres": (relative.deictic, ranges.around),
    "meme": (relative.period,),
    "prochain": (relative.period,),
    "prochaine": (relative.period,),
    "nouvelle": (relative.period,),
    "week": (ranges.around, relative.period),
    "weekend": (ranges.around, relative.period),
    "decennie": (periods.decade, relative.period),
}
_UNIT: Final[tuple[_Reader, ...]] = (
    ranges.around,
    ranges.range_,
    points.named,
    relative.period,
    relative.within,
    periods.season,
    periods.decade,
    periods.year,
)
_NUMBER_WORD: Final[tuple[_Reader, ...]] = (
    ranges.range_,
    points.named,
    anaphora.later,
    periods.year,
)
_OPENERS: Final = frozenset({"de", "d", "du", "des", "les", "entre", "depuis"})


@cache
def _readers(words: DateWords) -> dict[str, tuple[_Reader, ...]]:
    """The readers that may begin with each word."""
    table: dict[str, tuple[_Reader, ...]] = dict.fromkeys(DEMONSTRATIVES, _SHOWN)
    additions: list[tuple[Iterable[str], tuple[_Reader, ...]]] = [
        *((words[kind], readers) for kind, readers in _BY_KIND.items()),
        (words.units, _UNIT),
        ([*UNITS, *TENS, "mil", "mille"], _NUMBER_WORD),
        (anaphora.APPROXIMATE_HEADS, (anaphora.later,)),
        (feasts.heads(words), (feasts.feast,)),
        *(([word], readers) for word, readers in _BY_WORD.items()),
    ]
    for heads, readers in additions:
        for word in heads:
            known = table.get(word, ())
            table[word] = (*known, *(reader for reader in readers if reader not in known))
    return table


def find(sentences: Sequence[Sentence], words: DateWords) -> tuple[DateExpression, ...]:
    """Date expressions of an article's sentences, in order of their clean offsets.

    `words` are those of the calendar. Part of speech and tree are used where the
    sentences carry them.
    """
    found: list[DateExpression] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.block):
        found.extend(_in_block(list(group), words))
    return tuple(found)


def _in_block(sentences: list[Sentence], words: DateWords) -> Iterator[DateExpression]:
    lexemes = Lexemes(sentences[0].doc.text, words)
    evidence: Evidence | None = None
    at = 0
    previous_end = -1
    for begin, reading in _readings(lexemes):
        evidence = evidence or Evidence(sentences, words)
        if not is_date(lexemes, begin + reading.drop, reading, evidence):
            continue
        first, last = begin + reading.drop, reading.end
        start, end = lexemes.starts[first], lexemes.ends[last - 1]
        while at + 1 < len(sentences) and sentences[at + 1].start_char <= start:
            at += 1
        sentence = sentences[at]
        if not sentence.start_char <= start < sentence.end_char:
            continue
        yield DateExpression(
            start=sentence.offset + start,
            end=sentence.offset + end,
            text=lexemes.text[start:end],
            first=reading.first,
            last=reading.last,
            tense=side(evidence, lexemes, first, last),
            rule_id=reading.rule,
            sentence=sentence.index,
            block=sentence.block,
            apposed=_apposed(lexemes, first, last, previous_end),
            complement=_complement(lexemes, last),
            counted=reading.counted,
            event=reading.event,
            nouns=_dated_nouns(lexemes, first),
        )
        previous_end = last


def _readings(lexemes: Lexemes) -> Iterator[tuple[int, Reading]]:
    """Longest readings from left to right, none inside another."""
    table = _readers(lexemes.words)
    index = 0
    while index < lexemes.size:
        best: Reading | None = None
        for reader in _candidates(lexemes, index, table):
            reading = reader(lexemes, index)
            if reading and (best is None or reading.end > best.end):
                best = reading
        if best is None:
            index += 1
            continue
        yield index, best
        index = best.end


def _candidates(
    lexemes: Lexemes, index: int, table: Mapping[str, tuple[_Reader, ...]]
) -> tuple[_Reader, ...]:
    form = lexemes.forms[index]
    if form in _OPENERS:
        after = index + 1
        while lexemes[after] in LE_PARTS:
            after += 1
        follows = lexemes[after] in table or lexemes[after].isdecimal()
        return (ranges.range_,) if follows else ()
    readers = table.get(form)
    if readers:
        return readers
    if form.isdecimal():
        return _NUMBER
    century = "siecle" in (lexemes[index + 1], lexemes[index + 2])
    return (periods.century,) if century else ()


def _apposed(lexemes: Lexemes, begin: int, end: int, previous_end: int) -> bool:
    """Whether « , quatre jours après le putsch » restates the date right before it."""
    at = (
        lexemes.skip(previous_end, ", soit", "soit", ",", "(", "–", "-") if previous_end > 0 else -1
    )
    at = lexemes.skip(at, "la", "le", "l '") if at > previous_end else -1
    return at == begin and _complement(lexemes, end)


def _dated_nouns(lexemes: Lexemes, begin: int) -> tuple[str, ...]:
    """« scrutin », « présidentiel » of « le scrutin présidentiel du 20 mars »."""
    if lexemes[begin - 1] not in ("de", "du", "des", "d"):
        return ()
    return tuple(lexemes[at] for at in (begin - 2, begin - 3) if lexemes[at].isalpha())


def _complement(lexemes: Lexemes, end: int) -> bool:
    """Whether the words after the expression say what it counts from."""
    if lexemes[end - 1] in ("apres", "avant"):
        return lexemes.capital(end) or lexemes[end] in (
            "le", "la", "l", "les", "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "un",
            "une", "que", "qu", "des", "avoir", "l'", "notre", "nos", "d", "celle", "celui",
        )  # fmt: skip
    return lexemes[end] in ("de", "du", "d", "des")
